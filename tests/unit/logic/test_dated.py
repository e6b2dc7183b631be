"""The same cases on two days: what is expected is worked out by hand from the rules of each test."""

import pytest

from checker.logic import Law, Resolution
from checker.logic.axis import Axis, axes
from checker.logic.dated import Dating, class_of, is_one_class
from checker.logic.differences import Difference
from checker.rulebook.model import Value
from tests.unit.uses.regions_held import ABSENT, Values, day, held, law_of, maps_of

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles carrier }
fact day : date
fact wet : boolean
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-01-01 }
document n { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-01-01 }
"""
WET: Values = {"wet": ("true", "false")}


def asked(text: str, question: str = "carry", head: str = HEAD) -> tuple[Law, Resolution]:
    law = law_of(head + text)
    return law, maps_of(law)(question)


def on_days(law: Law, resolution: Resolution, axis: Axis, one: int, other: int) -> tuple[Difference, ...]:
    return tuple(Dating(law, resolution).between(axis, one, other))


def differences(
    law: Law, resolution: Resolution, axis: Axis, days: tuple[str, str], facts: Values = WET
) -> dict[tuple[str, str], set[tuple[Value, ...]]]:
    one, other = (class_of(axis, day(each)) for each in days)
    found = on_days(law, resolution, axis, one, other)
    dated = {**facts, axis.fact.label: (day(days[1]),)}
    return {
        (" ".join(d.word for d in each.before), " ".join(d.word for d in each.after)): {
            values[:-1] for values in held(resolution, each.region, dated)
        }
        for each in found
    }


def of_days(text: str, days: tuple[str, str], facts: Values = WET) -> dict[tuple[str, str], set[tuple[Value, ...]]]:
    law, resolution = asked(text)
    (axis,) = axes(resolution)
    return differences(law, resolution, axis, days, facts)


def test_a_text_that_comes_changes_the_cases_it_speaks_of() -> None:
    text = "question carry\nprovision a cites n when wet permit carry"
    assert of_days(text, ("2014-12-31", "2015-01-01")) == {("gap", "permitted"): {("true",)}}
    assert of_days(text, ("2015-01-01", "2014-12-31")) == {("permitted", "gap"): {("true",)}}


def test_days_of_one_class_differ_in_nothing() -> None:
    law, resolution = asked("question carry\nprovision a cites n permit carry")
    (axis,) = axes(resolution)
    assert is_one_class(axis, day("2010-01-01"), day("2014-12-31"))
    assert not is_one_class(axis, day("2014-12-31"), day("2015-01-01"))
    assert differences(law, resolution, axis, ("2015-01-01", "2019-05-05")) == {}


def test_days_far_apart_are_compared_with_one_another_alone() -> None:
    text = """question carry
provision a cites l from 2012-01-01 until 2014-01-01 when wet permit carry
provision b cites n when not wet permit carry"""
    assert of_days(text, ("2011-12-31", "2015-01-01")) == {("gap", "permitted"): {("false",)}}


def test_outside_what_is_covered_it_is_not_asked() -> None:
    text = "question carry within wet\nprovision a cites n permit carry"
    assert of_days(text, ("2020-12-31", "2021-01-01")) == {("permitted", "not-applicable"): {("true",)}}


def test_who_is_bound_and_until_when_is_decided_too() -> None:
    text = """question carry
provision a cites l until 2015-01-01 require carry within 2 days after day
provision b cites n require carry by carrier within 2 days after day"""
    law, resolution = asked(text)
    (axis,) = axes(resolution)
    one, other = (class_of(axis, day(each)) for each in ("2014-12-31", "2015-01-01"))
    (found,) = on_days(law, resolution, axis, one, other)
    assert [(each.by, each.due) for each in (*found.before, *found.after)] == [
        ((), ("within 2 days after day",)),
        (("carrier",), ("within 2 days after day",)),
    ]


def test_what_a_tested_question_answers_follows_the_date() -> None:
    text = """question dry answers boolean
question carry
provision d cites l when not wet decide dry is true
provision e cites l when wet and day < 2015-01-01 decide dry is false
provision f cites l when wet and day >= 2015-01-01 decide dry is true
provision a cites l when dry is true permit carry
provision b cites l when dry is false forbid carry"""
    assert of_days(text, ("2014-12-31", "2015-01-01")) == {("forbidden", "permitted"): {("true",)}}


def test_an_answer_that_nobody_gives_leaves_a_case_open() -> None:
    text = """question dry answers boolean
question carry
provision d cites n when wet decide dry is true
provision a cites l when dry is true permit carry
provision b cites l when dry is false forbid carry"""
    assert of_days(text, ("2014-12-31", "2015-01-01")) == {("forbidden permitted", "permitted"): {("true",)}}


def words_of(text: str) -> set[tuple[str, str]]:
    law, resolution = asked("fact made : date\nquestion carry\n" + text)
    (axis,) = axes(resolution)
    assert not axis.is_free
    one, other = (class_of(axis, day(each)) for each in ("2014-12-31", "2015-01-01"))
    return {(each.before[0].word, each.after[0].word) for each in on_days(law, resolution, axis, one, other)}


def test_a_quantity_reckoned_from_the_date_stays_in_its_class() -> None:
    """Dated later, what waited ten days waits longer; that is no other law, and not looked at."""
    always = "provision a cites l when day - made > 10 days permit carry\n"
    always += "provision b cites l when day - made <= 10 days forbid carry\n"
    assert words_of(always + "provision c cites n when wet and day - made > 10 days forbid carry") == set()
    since = "provision c cites n when day - made > 10 days permit carry"
    assert words_of(since) == {("gap", "permitted")}


def test_what_cannot_stay_in_its_class_is_compared_with_nothing() -> None:
    """What was made on the day of its date cannot have been so on a later date too."""
    assert words_of("provision a cites n when day - made between 0 days and 0 days permit carry") == set()


def test_a_date_counts_where_those_before_it_are_absent() -> None:
    head = HEAD.replace("fact wet", "fact left : date optional\nfact wet")
    text = "question carry governed by left else day\nprovision a cites n when wet permit carry"
    law, resolution = asked(text, head=head)
    left, declared = axes(resolution)
    days = ("2014-12-31", "2015-01-01")
    flipped = {("gap", "permitted"): {("true",)}}
    assert differences(law, resolution, left, days) == flipped
    assert differences(law, resolution, declared, days, {**WET, "left": (ABSENT,)}) == {
        ("gap", "permitted"): {("true", ABSENT)}
    }
    assert differences(law, resolution, declared, days, {**WET, "left": (day("2012-01-01"),)}) == {
        ("gap", "permitted"): set()
    }


def test_a_case_that_cannot_be_on_the_other_day_is_compared_with_nothing() -> None:
    text = """question carry
provision a cites n permit carry
never wet and day < 2015-01-01 because "it came up then" """
    assert of_days(text, ("2014-12-31", "2015-01-01")) == {("gap", "permitted"): {("false",)}}


def test_of_a_date_with_a_time_a_day_is_its_first_minute() -> None:
    head = HEAD.replace("fact day : date", "fact day : datetime")
    text = "question carry\nprovision a cites l when day >= 2015-01-01 12:00 permit carry"
    law, resolution = asked(text, head=head)
    (axis,) = axes(resolution)
    assert is_one_class(axis, day("2014-12-31"), day("2015-01-01"))
    assert not is_one_class(axis, day("2015-01-01"), day("2015-01-02"))
    one, other = (class_of(axis, day(each)) for each in ("2015-01-01", "2015-01-02"))
    (found,) = on_days(law, resolution, axis, one, other)
    assert (found.before[0].word, found.after[0].word) == ("gap", "permitted")


@pytest.mark.parametrize("text", ["question carry", "question carry\nprovision a cites l permit carry"])
def test_what_no_day_changes_has_no_differences(text: str) -> None:
    law, resolution = asked(text)
    for axis in axes(resolution):
        inside = [n for n in range(axis.count) if day("2010-01-01") <= axis.first_date(n) <= day("2020-12-31")]
        assert [on_days(law, resolution, axis, one, other) for one in inside for other in inside if one != other] == []
