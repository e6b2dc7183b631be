"""A decision table, cell by cell, against one made by hand; what is asked of it, and what bounds are told."""

import pytest

from checker.answers.laid_out import Asked
from checker.answers.table import Cited, Row, Speaker, tabulate
from checker.logic.decisions import Decision
from checker.logic.effort import Effort
from tests.unit.answers.tabled import YARD, law_of, table_of

# Per region the conditions, and how many cases; 1,461 days, of which 365 from 2018 on, and 100 weights.
ENTER = [
    (("by_rail",), (), {("day >= 2018-01-01", "not sealed", "way is rail"): 365 * 100}),
    (
        ("sealed_goods",),
        (),
        {("sealed", "way is not rail"): 1_461 * 2 * 100, ("day <= 2017-12-31", "sealed"): 1_096 * 3 * 100},
    ),
    (("by_rail", "sealed_goods"), (), {("day >= 2018-01-01", "sealed", "way is rail"): 365 * 100}),
    (("by_ship",), (), {("not sealed", "way is ship"): 1_461 * 100}),
    (
        (),
        (),
        {
            ("day <= 2017-12-31", "not sealed", "way is rail"): 1_096 * 100,
            ("not sealed", "tonnes >= 10", "way is road"): 1_461 * 90,
        },
    ),
    ((), ("light",), {("not sealed", "tonnes <= 9", "way is road"): 1_461 * 10}),
]


def regions(row: Row) -> dict[tuple[str, ...], int | None]:
    return {tuple(limit.text for limit in box.limits): box.cases for box in row.regions.shown}


def test_the_rows_are_those_made_by_hand() -> None:
    table = table_of("enter")
    found = [(row.provisions, row.gaps, regions(row)) for row in table.rows]
    assert found == ENTER
    assert table.cases == 1_461 * 3 * 2 * 100
    assert table.columns == ("day", "sealed", "tonnes", "way")


def test_the_verdicts_are_those_made_by_hand() -> None:
    keeper = Decision("permitted", by=("keeper",))
    left = Decision("discretion", left_to=("keeper",))
    decisions = [row.decision for row in table_of("enter").rows]
    assert decisions == [Decision("permitted"), keeper, keeper, left, Decision("gap"), Decision("known-gap")]


def test_a_duty_has_its_bearer_and_its_period_and_silence_its_meaning() -> None:
    duty, silence = table_of("search").rows
    assert duty.decision == Decision("required", by=("keeper",), due=("within 2 days after day",))
    assert regions(duty) == {("tonnes >= 50",): 1_461 * 50}
    assert (silence.decision, silence.provisions) == (Decision("not-required"), ())


def test_values_are_rows_of_their_own() -> None:
    rows = table_of("class").rows
    assert [(row.decision.word, row.decision.values) for row in rows] == [
        ("decided", ("high",)),
        ("decided", ("low",)),
        ("gap", ()),
    ]


def test_a_known_region_is_not_written_in_full() -> None:
    """A row has as many regions as are asked for, and says how many there are."""
    sealed = table_of("enter", 1).rows[1].regions
    assert (len(sealed.shown), sealed.total) == (1, 2)


def test_each_region_has_an_example_with_its_verdict() -> None:
    for row in table_of("enter").rows:
        for box in row.regions.shown:
            assert box.witness is not None
            assert box.witness.possible == (row.decision.word,)


def test_a_day_leaves_the_law_of_that_day() -> None:
    table = table_of("enter", day="2017-06-01")
    assert table.cases == 3 * 2 * 100
    assert {name for row in table.rows for name in row.provisions} == {"sealed_goods", "by_ship"}
    assert "day" not in table.columns


def test_a_day_beyond_what_is_covered_leaves_nothing() -> None:
    table = table_of("enter", day="1999-01-01")
    assert (table.rows, table.columns, table.cases, table.bounds) == ((), (), None, ())


def test_provisions_and_known_gaps_have_what_they_cite() -> None:
    speakers = {speaker.name: speaker for speaker in table_of("enter").speakers}
    assert set(speakers) == {"by_rail", "sealed_goods", "by_ship", "light"}
    assert speakers["sealed_goods"] == Speaker(
        "provision",
        "sealed_goods",
        "Sealed goods may enter",
        (Cited("act", "The act", "7", "item 1", "read"),),
        f"yard.rules:{1 + YARD[: YARD.index('provision sealed_goods')].count(chr(10))}",
    )
    assert speakers["light"].title == "nobody knows"


def test_what_cannot_be_laid_out_is_told_by_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.logic.horizon.Effort", lambda: Effort(1))
    table = tabulate(law_of(), Asked("enter"))
    assert (table.rows, table.bounds) == ((), ("boxes",))
