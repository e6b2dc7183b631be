"""The same cases of a small rulebook dated on two days: what is decided otherwise, which text left and which came."""

from __future__ import annotations

from checker.answers.plans import read_plan_file
from tests.unit.answers.compared import ASKED, HEAD, examples, law, of, on_days, remarks, told

TEXTS = """document o { rank notice  issuer gacc  issued 2014-01-01  in force from 2014-02-01 }
document e { rank notice  issuer gacc  issued 2016-05-01  in force from 2016-06-01 }
repeal o by e from 2016-06-01
"""
FLIPS = ASKED + TEXTS + "provision old cites o when wet permit carry\nprovision new cites e when wet forbid carry\n"


def test_days_between_which_nothing_turns_are_equivalent() -> None:
    report = on_days(FLIPS, "2016-06-01", "2020-01-01")
    assert (of(report, "carry").direction, report.days) == ("equivalent", True)


def test_what_left_and_what_came_is_said_with_the_region() -> None:
    (change,) = of(on_days(FLIPS, "2016-05-31", "2016-06-01"), "carry").changes
    # The day goes without saying: both are named where they are compared.
    assert told(change) == ("permitted -> forbidden", ["wet"])
    assert change.direction == "narrower"
    assert remarks(change) == [
        "`new` (e): not in force before, prevails now",
        "`old` (o): prevails before, not in force now",
        "`e` came on 2016-06-01",
        "`o` left on 2016-06-01 (repealed by `e`)",
    ]


def test_texts_of_all_the_days_between_are_named() -> None:
    (change,) = of(on_days(FLIPS, "2015-01-01", "2018-01-01"), "carry").changes
    assert "`o` left on 2016-06-01 (repealed by `e`)" in remarks(change)


def test_an_example_gets_the_one_verdict_on_the_one_day_and_the_other_on_the_other() -> None:
    (change,) = of(on_days(FLIPS, "2016-05-31", "2016-06-01"), "carry").changes
    (text,) = examples(change)
    made = law(FLIPS)
    found = []
    for day in ("2016-05-31", "2016-06-01"):
        (plan,) = read_plan_file(made.book, "p.yaml", text.replace("2016-06-01", day))
        assert plan.facts is not None
        (subject,) = made.subjects("carry", plan.facts)
        found.append(made.judge("carry", plan.facts, subject).word)
    assert found == ["permitted", "forbidden"]


def test_what_is_asked_no_more_is_told_as_of_the_earlier_day() -> None:
    text = 'question carry "May it?" within day < 2016-06-01\nprovision p cites l when wet permit carry\n'
    changes = of(on_days(text, "2016-05-31", "2016-06-01"), "carry").changes
    assert [told(change) for change in changes] == [
        ("gap -> not-applicable", ["not wet"]),
        ("permitted -> not-applicable", ["wet"]),
    ]
    assert all(examples(change) for change in changes)


def test_elements_are_dated_one_by_one() -> None:
    """Two dates govern, that of the leg and where it has none the other: a region of either, and an example."""
    head = HEAD + "record leg { left : date optional   long : boolean }\nfact legs : list of leg\n"
    asked = 'carried?" for each leg in legs governed by leg.left else day'
    text = FLIPS.replace('carried?"', asked).replace("wet", "leg.long")
    (change,) = of(on_days(text, "2016-05-31", "2016-06-01", head), "carry").changes
    assert told(change) == ("permitted -> forbidden", ["leg.long", "leg.left is absent and leg.long"])
    assert {remark for remark in remarks(change) if remark.startswith("dated by")} == {
        "dated by `leg.left`",
        "dated by `day`",
    }
    assert len(examples(change)) == 2


def test_values_that_begin_between_the_days_are_named() -> None:
    head = HEAD.replace("{ sea, road, air }", "{ sea, road, air from 2016-01-01 }")
    report = on_days(ASKED + "provision p cites l permit carry\n", "2015-01-01", "2017-01-01", head)
    assert [str(each) for each in report.vocabulary] == ["`air` of `mode` exists from 2016-01-01"]


def test_a_provision_that_begins_or_ends_by_itself_is_told_as_such() -> None:
    text = (
        ASKED + "provision p cites l until 2016-01-01 permit carry\nprovision q cites l from 2016-01-01 forbid carry\n"
    )
    (change,) = of(on_days(text, "2015-12-31", "2016-01-01"), "carry").changes
    assert remarks(change)[2:] == [
        "`l` left on 2016-01-01, as it states itself",
        "`q` answers from 2016-01-01",
    ]


def test_days_are_those_of_dates_with_a_time_too() -> None:
    head = HEAD.replace("fact day : date", "fact day : datetime")
    (change,) = of(on_days(FLIPS, "2016-05-31", "2016-06-01", head), "carry").changes
    assert told(change) == ("permitted -> forbidden", ["wet"])
    assert "`o` left on 2016-06-01 (repealed by `e`)" in remarks(change)
    assert all("2016-06-01" in text for text in examples(change))
