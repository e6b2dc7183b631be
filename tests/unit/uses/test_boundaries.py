"""G103: gaps and overlaps of one value between two ranges of a text."""

import pytest

from checker.logic.area import Found
from checker.uses.boundaries import find_boundaries
from tests.unit.uses.regions_held import Values, day, held, law_of, maps_of

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles customs }
fact day : date
fact sent : date
fact weight : integer 0..1000
fact left : integer 0..50 optional
fact wet : boolean
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-01-01 }
document n { rank notice  issuer gacc  issued 2001-01-01  in force from 2001-01-01 }
document end { rank notice  issuer gacc  issued 2011-01-01  in force from 2011-01-01 }
question carry partial
"""


def found_in(text: str) -> list[Found]:
    law = law_of(HEAD + text)
    return list(find_boundaries(law, maps_of(law)))


def two(below: str, above: str, *, other: str = "l", answer: str = "permit") -> str:
    return f"provision a cites l when {below} permit carry\nprovision b cites {other} when {above} {answer} carry\n"


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        (two("weight < 100", "weight > 100"), "weight is 100"),
        (two("weight <= 99", "weight >= 101", answer="forbid"), "weight is 100"),
        (two("weight < 100 and wet", "weight > 100"), "weight is 100"),
        (two("left < 7", "left > 7"), "left is 7"),
        (two("day < 2015-06-01", "day > 2015-06-01"), "day is 2015-06-01"),
        (two("sent < 2015-06-01", "sent > 2015-06-01"), "sent is 2015-06-01"),
        (two("sent < day", "sent > day"), "day is sent"),
        (two("sent - day < 14 days", "sent - day > 14 days"), "sent - day is 14 days"),
    ],
)
def test_a_gap_one_value_wide(text: str, limit: str) -> None:
    (found,) = found_in(text)
    assert str(found.finding.message) == (
        f"`carry` has no answer where `{limit}`, and right below and above that it has one by `a` and `b` of `l`"
    )
    assert found.finding.concerns == ("carry", "a", "b")
    assert found.finding.severity.value == "warning"
    assert [area.word for area in found.areas] == ["gap"]


@pytest.mark.parametrize(
    "text",
    [
        two("weight < 100", "weight >= 100"),
        two("weight < 100", "weight > 101"),
        two("weight < 100", "weight > 100", other="n"),
        two("weight < 100 and wet", "weight > 100 and not wet"),
        two("weight < 100", "weight > 100") + 'known gap g in carry when weight is 100 because "no text"',
        two("weight < 100", "weight > 100") + "provision c cites n when weight is 100 permit carry",
        two("weight < 100", "weight > 100") + "provision c cites n when weight is 100 leave carry to customs",
        two("weight < 100", "weight > 100") + 'never weight is 100 because "no"',
        two("weight < 100", "weight > 100") + 'never weight is 101 because "no"',
        two("weight < 1", "weight > 998"),
        "provision a cites l when weight > 0 permit carry",
        "provision a cites l permit carry\nprovision x exception to a cites l when weight is 100 leave carry open",
        "provision a cites l until 2015-06-01 permit carry\nprovision b cites l from 2015-06-02 permit carry",
    ],
)
def test_what_is_no_such_gap(text: str) -> None:
    assert found_in(text) == []


def test_a_gap_where_silence_has_a_meaning_is_none() -> None:
    law = law_of(HEAD.replace("carry partial", "carry silence means permitted") + two("weight < 9", "weight > 9"))
    assert list(find_boundaries(law, maps_of(law))) == []


def test_the_gap_is_where_both_sides_have_an_answer() -> None:
    (found,) = found_in(two("weight < 100 and wet", "weight > 100"))
    (area,) = found.areas
    facts: Values = {"weight": [99, 100, 101], "wet": ["true", "false"]}
    assert held(area.resolution, area.region, facts) == {(100, "true")}


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        (two("weight <= 100", "weight >= 100"), "weight is 100"),
        (two("weight <= 100", "weight >= 100", answer="forbid"), "weight is 100"),
        (two("weight <= 100", "weight >= 100", answer="exempt"), "weight is 100"),
        (two("sent <= day", "sent >= day"), "day is sent"),
        (two("left <= 7 and wet", "left >= 7"), "left is 7"),
    ],
)
def test_an_overlap_one_value_wide(text: str, limit: str) -> None:
    (found,) = found_in(text)
    assert str(found.finding.message) == (
        f"two ranges for `carry` of `a` and `b` of `l` overlap where `{limit}`, and nowhere beside that"
    )
    assert found.finding.concerns == ("carry", "a", "b")
    assert [area.word for area in found.areas] == [None]


@pytest.mark.parametrize(
    "text",
    [
        two("weight <= 100", "weight >= 99"),
        two("weight <= 100", "weight >= 100", other="n"),
        two("weight <= 100", "weight is 100"),
        two("weight <= 100 and wet", "weight >= 100 and not wet"),
        two("weight <= 100", "weight >= 100") + 'never weight is 100 because "no"',
        """provision a cites l when weight <= 100 permit carry
        provision x exception to a cites l when weight >= 100 forbid carry""",
    ],
)
def test_what_is_no_such_overlap(text: str) -> None:
    assert found_in(text) == []


def test_collected_answers_overlap_too() -> None:
    text = """question tax collects text
provision a cites l when weight <= 100  decide tax is "light"
provision b cites l when weight >= 100  decide tax is "heavy"
"""
    (found,) = found_in(text)
    assert found.finding.concerns == ("tax", "a", "b")


def test_a_moment_of_repeal_is_no_range() -> None:
    text = """repeal l item 1 by end item 1 from 2015-06-01
provision a cites l item 1 permit carry
provision b cites l item 2 from 2015-06-02 permit carry
"""
    assert found_in(text) == []


def test_an_element_of_a_list_is_asked_one_by_one() -> None:
    text = """record load { mass : integer 0..9 }  fact loads : list of load
question lift for each load in loads partial
provision a cites l when load.mass < 5 permit lift  provision b cites l when load.mass > 5 forbid lift
"""
    (found,) = found_in(text)
    assert "`load.mass is 5`" in str(found.finding.message)


def test_each_day_counts_by_its_own() -> None:
    (found,) = found_in(two("day < 2015-06-01", "day > 2015-06-01"))
    (area,) = found.areas
    days: Values = {"day": [day("2015-05-31"), day("2015-06-01"), day("2015-06-02")]}
    assert held(area.resolution, area.region, days) == {(day("2015-06-01"),)}


def ranges(ends: list[int], sign: str) -> str:
    """Write ranges that meet at some values, and by the sign all hold or all leave out these."""
    low = [f"weight {sign.replace('<', '>')} {end}" for end in ends]
    high = [f"weight {sign} {end}" for end in ends]
    conditions = [high[0], *(f"{a} and {b}" for a, b in zip(low, high[1:], strict=False)), low[-1]]
    return "\n".join(f"provision p{n} cites l when {c} permit carry" for n, c in enumerate(conditions))


def test_gaps_at_several_values_of_a_fact_are_one_finding() -> None:
    (found,) = found_in(ranges([100, 200], "<"))
    assert str(found.finding.message) == (
        "`carry` has no answer where `weight is 100` or `weight is 200`, and right below and above each of these "
        "values it has one by `l`"
    )
    assert found.finding.concerns == ("carry", "p0", "p1", "p2")
    (area,) = found.areas
    assert held(area.resolution, area.region, {"weight": [99, 100, 101, 199, 200, 201]}) == {(100,), (200,)}


def test_overlaps_at_several_values_of_a_fact_are_one_finding() -> None:
    (found,) = found_in(ranges([100, 200], "<="))
    assert str(found.finding.message) == (
        "ranges for `carry` of `l` overlap where `weight is 100` or `weight is 200`, and nowhere beside each of these "
        "values"
    )


def test_the_first_values_are_named_and_the_others_counted() -> None:
    (found,) = found_in(ranges([100, 200, 300, 400, 500, 600, 700], "<"))
    message = str(found.finding.message)
    assert "`weight is 500` or at one of 2 more values" in message
    assert "600" not in message
    (area,) = found.areas
    assert held(area.resolution, area.region, {"weight": [600, 700, 800]}) == {(600,), (700,)}


def test_gaps_of_two_facts_are_two_findings() -> None:
    text = two("weight < 100", "weight > 100") + (
        "provision c cites l when weight is 100 and left < 7 permit carry\n"
        "provision d cites l when weight is 100 and left > 7 permit carry\n"
    )
    assert [str(found.finding.message).split("`")[3] for found in found_in(text)] == ["weight is 100", "left is 7"]
