"""The timeline of a question: its dates, and the texts that come and leave; both read off the rules of each test."""

from functools import cache

import pytest

from checker.logic.horizon import over_all_cases
from checker.rulebook.days import write_day
from checker.uses.timelines import Line, QuestionTimeline, Turn, shares_of, timeline_of
from tests.unit.uses.regions_held import law_of

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles customs }
fact day : date
fact wet : boolean
document old { rank notice  issuer gacc  issued 2005-01-01  in force from 2005-01-01 }
document new { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-01-01 }
document end { rank notice  issuer gacc  issued 2012-01-01  in force from 2012-01-01 }
document vague { rank notice  issuer gacc  issued 2013-01-01  in force from 2013-01-01 .. 2013-07-01 }
document brief { rank notice  issuer gacc  issued 2005-01-01  in force from 2005-01-01  until 2014-01-01 }
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-01-01 }
question carry
"""
OLD, NEW = "provision a cites old item 1 permit carry\n", "provision b cites new permit carry\n"


@cache
def timeline(text: str, head: str = HEAD) -> QuestionTimeline:
    law = law_of(head + text)
    return timeline_of(law, over_all_cases(law, "carry"))


def line(text: str) -> Line:
    (only,) = timeline(text).lines
    return only


def changes(turn: Turn) -> set[tuple[str, str]]:
    return {(c.difference.before[0].word, c.difference.after[0].word) for c in turn.changes}


def turns(text: str) -> dict[str, set[tuple[str, str]]]:
    return {write_day(turn.date): changes(turn) for turn in line(text).turns}


def texts(text: str) -> dict[str, list[tuple[str, str, tuple[str, ...], str | None, str | None]]]:
    return {
        write_day(turn.date): [(t.form, t.document, t.provisions, t.how, t.by) for t in turn.texts]
        for turn in line(text).turns
    }


@pytest.mark.parametrize(
    ("text", "dates", "named"),
    [
        (NEW, {"2015-01-01": {("gap", "permitted")}}, {"2015-01-01": [("came", "new", ("b",), None, None)]}),
        (
            "repeal old item 1 by end item 3 from 2012-01-01\n" + OLD,
            {"2012-01-01": {("permitted", "gap")}},
            {"2012-01-01": [("left", "old", ("a",), "repeal", "end item 3")]},
        ),
        (
            OLD + "provision b replaces a by new item 1 cites old item 1 forbid carry\n",
            {"2015-01-01": {("permitted", "forbidden")}},
            {"2015-01-01": [("left", "old", ("a",), "wording", "b"), ("came", "new", ("b",), None, None)]},
        ),
        (
            "provision a cites brief permit carry",
            {"2014-01-01": {("permitted", "gap")}},
            {"2014-01-01": [("left", "brief", ("a",), "document", None)]},
        ),
        (
            "provision a cites old until 2011-01-01 permit carry",
            {"2011-01-01": {("permitted", "gap")}},
            {"2011-01-01": [("left", "old", ("a",), "provision", None)]},
        ),
        (
            "provision a cites old from 2011-01-01 permit carry",
            {"2011-01-01": {("gap", "permitted")}},
            {"2011-01-01": [("came", "old", ("a",), None, None)]},
        ),
        (
            "provision a cites old when day < 2011-01-01 or day >= 2012-03-01 permit carry",
            {"2011-01-01": {("permitted", "gap")}, "2012-03-01": {("gap", "permitted")}},
            {
                "2011-01-01": [("ends", "old", ("a",), None, None)],
                "2012-03-01": [("begins", "old", ("a",), None, None)],
            },
        ),
        # A text that says what was said already comes, and changes nothing.
        (OLD + NEW, {"2015-01-01": set()}, {"2015-01-01": [("came", "new", ("b",), None, None)]}),
        ("provision a cites l permit carry", {}, {}),
    ],
)
def test_each_date_has_its_changes_and_its_texts(
    text: str, dates: dict[str, set[tuple[str, str]]], named: dict[str, list[object]]
) -> None:
    assert turns(text) == dates
    assert texts(text) == named


def test_a_beginning_known_as_a_band_makes_two_dates() -> None:
    first, last = line("provision a cites vague permit carry").turns
    assert [write_day(turn.date) for turn in (first, last)] == ["2013-01-01", "2013-07-01"]
    assert [(t.form, write_day(t.other or 0)) for turn in (first, last) for t in turn.texts] == [
        ("band", "2013-07-01"),
        ("begun", "2013-01-01"),
    ]
    assert changes(first) == changes(last) == {("gap", "permitted")}


def test_who_answered_and_who_answers_is_named() -> None:
    (turn,) = line(
        OLD + "provision c cites new when wet forbid carry\nprovision d cites l when not wet permit carry"
    ).turns
    (change,) = turn.changes
    assert (change.before_by, change.after_by) == (("a",), ("c",))
    assert changes(turn) == {("permitted", "forbidden")}


def test_what_a_tested_question_says_is_named_too() -> None:
    text = """question dry answers boolean
provision d cites l until 2015-01-01 decide dry is true
provision e cites new decide dry is false
provision a cites l when dry is true permit carry
provision b cites l when dry is false forbid carry"""
    assert turns(text) == {"2015-01-01": {("permitted", "forbidden")}}
    assert [(form, document) for form, document, *_ in texts(text)["2015-01-01"]] == [("left", "l"), ("came", "new")]


def test_only_what_is_covered_is_looked_at() -> None:
    only = line(NEW)
    assert write_day(only.axis.first_date(only.first)) == "2010-01-01"
    late = line("provision a cites old from 2021-01-01 permit carry")
    assert late.turns == ()


def test_cases_that_begin_to_be_are_no_change() -> None:
    text = "provision a cites l permit carry\n" + 'never wet and day < 2012-01-01 because "new then"\n'
    (turn,) = line(text).turns
    assert (write_day(turn.date), turn.changes, turn.is_first, turn.is_last) == ("2012-01-01", (), True, False)
    text = "provision a cites l permit carry\n" + 'never wet and day >= 2012-01-01 because "over then"\n'
    (turn,) = line(text).turns
    assert (turn.is_first, turn.is_last) == (False, True)


def test_each_governing_date_has_a_line_of_its_own() -> None:
    head = HEAD.replace("question carry", "fact left : date optional\nquestion carry governed by left else day")
    lines = timeline(NEW, head).lines
    assert [each.axis.fact.label for each in lines] == ["left", "day"]
    assert [[write_day(turn.date) for turn in each.turns] for each in lines] == [["2015-01-01"]] * 2


def test_a_date_that_no_case_is_dated_by_has_no_line() -> None:
    head = HEAD.replace(
        "question carry", "fact left : date optional\nquestion carry within left is given governed by left else day"
    )
    assert [each.axis.fact.label for each in timeline(NEW, head).lines] == ["left"]


def test_the_shares_are_of_the_kinds_of_cases_that_are_asked() -> None:
    """Two kinds of cases, wet and dry; one of them is answered from 2015 on."""
    told = timeline("provision c cites new when wet forbid carry\n")
    (only,) = told.lines
    shares = [{share.word: share.number for share in each} for _, each in shares_of(told, only)]
    assert shares[0] == {"gap": 2}
    assert shares[-1] == {"gap": 1, "forbidden": 1}
