"""Rows that meet, found all at once: held against looking at each pair."""

from hypothesis import given
from hypothesis import strategies as st

from checker.rulebook.extents import Extent
from checker.rulebook.meetings import meetings

RUN = st.tuples(st.integers(0, 9), st.integers(0, 3)).map(lambda drawn: (drawn[0], drawn[0] + drawn[1]))
WORDS = st.frozensets(st.sampled_from("abc"), min_size=1).map(Extent)
NUMBERS = st.lists(RUN, min_size=1, max_size=3).map(lambda runs: Extent(frozenset(), tuple(runs)))
ROWS = st.lists(st.fixed_dictionaries({}, optional={"word": WORDS, "number": NUMBERS, "other": NUMBERS}), max_size=12)


def _share(one: Extent, two: Extent) -> bool:
    """Spell every number out."""
    numbers = [{n for low, high in each.runs for n in range(low, high + 1)} for each in (one, two)]
    return bool(one.atoms & two.atoms or numbers[0] & numbers[1])


@given(ROWS)
def test_rows_meet_as_their_values_do(rows: list[dict[str, Extent]]) -> None:
    found = meetings(rows)
    for number, row in enumerate(rows):
        expected = [all(_share(row[key], other[key]) for key in row.keys() & other.keys()) for other in rows]
        assert [bool(found[number] >> at & 1) for at in range(len(rows))] == expected


def test_there_may_be_no_rows() -> None:
    assert meetings([]) == []
