"""Single tests: every comparison as a set of values of its type, and every mistake in one where it stands."""

from datetime import date

import pytest

from checker.rulebook.model import LAST_DAY, Below, IsAbsent, Members, Negation, Runs, Same, Some, ValueSet
from checker.rulebook.model import Test as OneTest
from tests.unit.rulebook.conditions_read import refused, says


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def values(text: str) -> ValueSet:
    """Return the set a condition tests one fact for."""
    condition = says(text)
    assert isinstance(condition, OneTest)
    return condition.values


def term_of(text: str) -> str:
    """Return the fact a condition tests, with the attributes reached from it."""
    condition = says(text)
    assert isinstance(condition, OneTest)
    return ".".join((condition.term.fact.label, *condition.term.chain))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("kg < 5", ((0, 4),)),
        ("kg <= 5", ((0, 5),)),
        ("kg > 5", ((6, 1000),)),
        ("kg >= 5", ((5, 1000),)),
        ("kg is 5", ((5, 5),)),
        ("kg between 5 and 7", ((5, 7),)),
        ("kg between 5 and 5", ((5, 5),)),
        ("kg between 990 and 3000", ((990, 1000),)),
        ("kg in { 7, 5, 6, 9 }", ((5, 7), (9, 9))),
        ("kg > 1000", ()),
        ("kg >= 1000", ((1000, 1000),)),
        ("kg < 2000", ((0, 1000),)),
        ("5 < kg", ((6, 1000),)),
        ("5 >= kg", ((0, 5),)),
        ("5 is kg", ((5, 5),)),
        ("mass > 0.3", ((301, 10**18),)),
        ("mass <= 10.5 kg", ((0, 10500),)),
        ("value < 1000", ((0, 99999),)),
        ("value >= 0.01 CNY", ((1, 10**18),)),
        ("share >= 2.5 percent", ((250, 10**18),)),
        ("free < 0", ((-(10**18), -1),)),
        ("lead >= 2 days", ((2880, 10**18),)),
        ("lead < 3 hours", ((0, 179),)),
        ('goods starts with "36"', ((3600000000, 3699999999),)),
        ('goods starts with "0101"', ((101000000, 101999999),)),
        ('goods starts with "3604100000"', ((3604100000, 3604100000),)),
        ('goods is "0101210000"', ((101210000, 101210000),)),
        ('goods in { "0101210000", "0101210001" }', ((101210000, 101210001),)),
    ],
)
def test_numbers_are_exact_runs_within_the_range_of_their_type(text: str, runs: tuple[tuple[int, int], ...]) -> None:
    assert values(text) == Runs(runs)


def test_a_day_is_an_ordinal_and_until_the_end_of_days() -> None:
    assert values("day >= 2016-02-29") == Runs(((day("2016-02-29"), LAST_DAY),))
    assert values("申报日 is 2016-02-29") == Runs(((day("2016-02-29"), day("2016-02-29")),))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("loaded is 2016-01-01", "2016-01-01 00:00", "2016-01-01 23:59"),
        ("loaded <= 2016-01-01", None, "2016-01-01 23:59"),
        ("loaded < 2016-01-01", None, "2015-12-31 23:59"),
        ("loaded > 2016-01-01", "2016-01-02 00:00", None),
        ("loaded >= 2016-01-01", "2016-01-01 00:00", None),
        ("loaded between 2016-01-01 and 2016-01-31", "2016-01-01 00:00", "2016-01-31 23:59"),
        ("loaded < 2016-01-01 12:30", None, "2016-01-01 12:29"),
        ("loaded is 2016-01-01 12:30", "2016-01-01 12:30", "2016-01-01 12:30"),
    ],
)
def test_a_time_meets_a_day_by_its_calendar_day(text: str, first: str | None, last: str | None) -> None:
    def minute(moment: str) -> int:
        hours, minutes = moment[11:].split(":")
        return day(moment[:10]) * 1440 + int(hours) * 60 + int(minutes)

    low = 1440 if first is None else minute(first)
    high = LAST_DAY * 1440 + 1439 if last is None else minute(last)
    assert values(text) == Runs(((low, high),))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("mode is sea", {"sea"}),
        ("方式 is 海", {"sea"}),
        ("mode in { 海, road }", {"sea", "road"}),
        ("sea is mode", {"sea"}),
        ("rail is true", {"true"}),
        ("rail is false", {"false"}),
        ("rail", {"true"}),
        ("credit < B", {"D", "C"}),
        ("credit <= B", {"D", "C", "B"}),
        ("credit > B", {"A"}),
        ("credit >= B", {"B", "A"}),
        ("B < credit", {"A"}),
        ("credit between C and B", {"C", "B"}),
        ("credit is C", {"C"}),
        ("site is area", {"area", "bonded_port", "zone", "pilot"}),
        ("site in area", {"area", "bonded_port", "zone", "pilot"}),
        ("site in 区域", {"area", "bonded_port", "zone", "pilot"}),
        ("site in { zone, port }", {"zone", "pilot", "port"}),
        ("site is pilot", {"pilot"}),
        ('home is "4905"', {"4905"}),
        ('home in { "4905", "4917" }', {"4905", "4917"}),
        ("home.kind in area", {"area", "bonded_port", "zone", "pilot"}),
        ('home.district is "4900"', {"4900"}),
        ("home.open", {"true"}),
        ("leg.kind is sea", {"sea"}),
    ],
)
def test_finite_types_are_sets_of_canonical_names(text: str, names: set[str]) -> None:
    assert values(text) == Members(frozenset(names))


def test_a_code_without_braces_covers_what_lies_below() -> None:
    assert values('home in "4900"') == Below(frozenset(("4900",)))
    assert values('home.district in "4900"') == Below(frozenset(("4900",)))


def test_a_term_is_a_fact_with_the_attributes_reached_from_it() -> None:
    assert term_of("home.district.kind is port") == "home.district.kind"
    assert term_of('leg.to.district is "4900"') == "leg.to.district"
    condition = says("leg.far")
    assert isinstance(condition, OneTest)
    assert condition.term.fact.key == ("legs[]", "far")


def test_given_and_absent_are_one_test() -> None:
    absent = says("weight is absent")
    assert isinstance(absent, OneTest)
    assert absent.values == IsAbsent()
    assert says("weight is given") == Negation(absent)
    assert values("home.open is absent") == IsAbsent()


@pytest.mark.parametrize(
    "text", ["mode is other_mode", "home.district is home", "rail is wet", "home.district.kind is home.kind"]
)
def test_a_fact_may_be_compared_with_a_fact_of_its_type(text: str) -> None:
    left, right = text.split(" is ")
    condition = says(text)
    assert isinstance(condition, Same)
    labels = [".".join((term.fact.label, *term.chain)) for term in (condition.left, condition.right)]
    assert labels == [left, right]
    assert says(f"{left} is not {right}") == Negation(condition)


def test_a_fact_may_stand_among_the_members_of_a_set() -> None:
    assert says("mode in { sea, other_mode }") == Some((says("mode is sea"), says("mode is other_mode")))


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("mode > sea", [("T301", "mode > sea")]),
        ("kg is mode", [("T301", "kg is mode")]),
        ("mode is site", [("T301", "mode is site")]),
        ("mode < other_mode", [("T301", "mode < other_mode")]),
        ("home.kind is kg", [("T301", "home.kind is kg")]),
        ('remark is "fragile"', [("T301", "remark")]),
        ('remark in { "fragile" }', [("T301", "remark")]),
        ("remark is given", [("T301", "remark")]),
        ("remark", [("T301", "remark")]),
        ('kg starts with "36"', [("T301", '"36"')]),
        ('goods starts with "36041000001"', [("T302", '"36041000001"')]),
        ('goods starts with "3x"', [("T302", '"3x"')]),
        ('goods < "3604100000"', [("T301", 'goods < "3604100000"')]),
        ('home < "4905"', [("T301", 'home < "4905"')]),
        ("kg", [("T301", "kg")]),
        ("home", [("T301", "home")]),
        ("5", [("T301", "5")]),
        ("legs", [("T301", "legs")]),
        ("leg is given", [("T301", "leg")]),
        ("kg is given", [("T301", "kg")]),
        ("damp is given", [("T301", "damp")]),
        ("damp is mode", [("T301", "damp")]),
        ("5 is 5", [("T301", "5")]),
        ("mode in sea", [("T301", "sea")]),
        ("mode in other_mode", [("T301", "other_mode")]),
        ("weight is not given", [("T301", "given")]),
        ("mode is not absent", [("T301", "absent")]),
        ("mode is 5", [("T302", "5")]),
        ("mode is true", [("T302", "true")]),
        ("kg is 5.5", [("T302", "5.5")]),
        ("kg is 2000", [("T302", "2000")]),
        ("kg > 5 days", [("T302", "5 days")]),
        ("kg > 2016-01-01", [("T302", "2016-01-01")]),
        ("day > 2016-02-30", [("T302", "2016-02-30")]),
        ("day is 2016-02-28 12:30", [("T302", "2016-02-28 12:30")]),
        ("kg between 7 and 5", [("T302", "7 and 5")]),
        ("credit between A and C", [("T302", "A and C")]),
        ("mode is sae", [("N201", "sae")]),
        ("mode in { sea, sae, rode }", [("N201", "sae"), ("N201", "rode")]),
        ("credit >= E", [("N201", "E")]),
        ("site in aria", [("N201", "aria")]),
        ('home is "4906"', [("N201", '"4906"')]),
        ("kgg > 5", [("N201", "kgg")]),
        ("kg > kgg", [("N201", "kgg")]),
        ("rail is yess", [("N201", "yess")]),
        ("leg.fra", [("N201", "fra")]),
        ("home.kinds is port", [("N201", "kinds")]),
        ("mode is rail", [("N203", "rail")]),
        ("mode in { sea, rail }", [("N203", "rail")]),
        ("legs.far", [("T304", "far")]),
        ("rail and kgg > 5 and mode is sae", [("N201", "kgg"), ("N201", "sae")]),
    ],
)
def test_mistakes_are_found_where_they_stand(text: str, findings: list[tuple[str, str]]) -> None:
    assert refused(text) == findings
