"""Timelines in words: what is said of each date, which examples are given, how long each document speaks."""

from functools import cache

import pytest

from checker.answers.stating import Wanted
from checker.answers.timeline import Stretch, Summary, ToldLine, ToldTimeline, tell_summaries, tell_timeline
from checker.logic import Law, effort
from checker.plan import read_plans
from checker.rulebook.days import write_day
from tests.unit.uses.regions_held import day, law_of

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles customs }
fact day : date
fact wet : boolean
fact far : boolean
document old { rank notice  issuer gacc  issued 2005-01-01  in force from 2005-01-01 }
document new { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-01-01 }
document vague { rank law  issuer npc  issued 2013-01-01  in force from 2013-01-01 .. 2013-07-01 }
document advice { practice  issued 2012-01-01  in force from 2012-01-01 }
question carry "May it be carried?"
"""
ALWAYS = Stretch()
OLD, NEW = "provision a cites old permit carry\n", "provision b cites new permit carry\n"
ENDED = "provision a cites old until 2015-01-01 when wet permit carry\n"


@cache
def law(text: str, head: str = HEAD) -> Law:
    return law_of(head + text)


def told(text: str, stretch: Stretch = ALWAYS, *, head: str = HEAD, shared: bool = False) -> ToldTimeline:
    return tell_timeline(law(text, head), "carry", Wanted(), stretch, shared=shared)


def line(text: str, stretch: Stretch = ALWAYS, *, head: str = HEAD, shared: bool = False) -> ToldLine:
    (only,) = told(text, stretch, head=head, shared=shared).lines
    return only


def test_a_gap_that_opens_and_one_that_closes() -> None:
    text = ENDED + "provision b cites new from 2016-01-01 when wet permit carry\n"
    first, second = line(text).turns
    assert [(turn.date, [change.gap for change in turn.changes]) for turn in (first, second)] == [
        ("2015-01-01", ["opens"]),
        ("2016-01-01", ["closes"]),
    ]


def test_what_is_on_record_is_still_a_gap() -> None:
    text = ENDED + 'known gap g in carry when wet and day >= 2016-01-01 because "-"'
    opened, recorded = line(text).turns
    assert [change.gap for change in (*opened.changes, *recorded.changes)] == ["opens", None]


def test_more_and_less_that_is_lawful() -> None:
    (turn,) = line(OLD + "provision b cites new when wet forbid carry\n").turns
    assert [(change.direction, change.gap) for change in turn.changes] == [("narrower", None)]


def test_the_regions_say_nothing_of_the_day_and_their_examples_get_the_verdict_after_it() -> None:
    (turn,) = line(ENDED).turns
    (change,) = turn.changes
    (region,) = change.regions.shown
    assert [limit.text for limit in region.limits] == ["wet"]
    assert region.remarks == ()
    assert region.witness is not None
    assert region.witness.possible == ("gap",)
    (plan,) = read_plans(law(ENDED).book, region.witness.text, "p.yaml")
    assert plan.facts is not None
    assert plan.facts.values["day",] == day("2015-01-01")


def test_of_what_is_not_asked_any_more_the_examples_are_dated_before() -> None:
    head = HEAD.replace('question carry "May it be carried?"', "question carry within day < 2015-01-01")
    (turn,) = line(OLD, head=head).turns
    (change,) = turn.changes
    assert change.is_before
    (region,) = change.regions.shown
    assert region.witness is not None
    assert region.witness.possible == ("permitted",)
    (plan,) = read_plans(law(OLD, head).book, region.witness.text, "p.yaml")
    assert plan.facts is not None
    found = plan.facts.values["day",]
    assert isinstance(found, int)
    assert found < day("2015-01-01")


@pytest.mark.parametrize(
    ("stretch", "dates"),
    [
        (Stretch(), ["2013-01-01", "2013-07-01", "2015-01-01"]),
        (Stretch(since=day("2013-01-02")), ["2013-07-01", "2015-01-01"]),
        (Stretch(since=day("2013-07-01"), until=day("2014-12-31")), ["2013-07-01"]),
        (Stretch(until=day("2013-01-01")), ["2013-01-01"]),
    ],
)
def test_a_stretch_has_its_dates_ends_included(stretch: Stretch, dates: list[str]) -> None:
    text = "provision v cites vague when wet permit carry\n" + "provision b cites new when far permit carry\n"
    assert [turn.date for turn in line(text, stretch).turns] == dates
    (summary,) = tell_summaries(law(text), stretch)
    assert summary == Summary("carry", "May it be carried?", len(dates), dates[0], dates[-1])


def test_documents_stand_by_rank_with_the_time_they_speak() -> None:
    text = f"{ENDED}provision v cites vague forbid carry\nprovision p cites advice permit carry\n"
    assert [
        (b.document, b.rank_name, write_day(b.since), write_day(b.certain), b.until and write_day(b.until), b.binding)
        for b in line(text).bars
    ] == [
        ("vague", "law", "2013-01-01", "2013-07-01", None, True),
        ("old", "notice", "2005-01-01", "2005-01-01", "2015-01-01", True),
        ("advice", None, "2012-01-01", "2012-01-01", None, False),
    ]


def test_what_ended_before_the_stretch_has_no_bar() -> None:
    assert [bar.document for bar in line(ENDED + NEW, Stretch(since=day("2015-01-01"))).bars] == ["new"]


def test_the_time_told_of_is_what_is_covered_and_asked_for() -> None:
    whole, part = line(NEW), line(NEW, Stretch(day("2014-01-01"), day("2016-01-01")))
    assert [(write_day(each.first), write_day(each.last)) for each in (whole, part)] == [
        ("2010-01-01", "2020-12-31"),
        ("2014-01-01", "2016-01-01"),
    ]
    bare = HEAD.replace("covers from 2010-01-01  reviewed until 2020-12-31", "")
    only = line(NEW, head=bare)
    assert (write_day(only.first), write_day(only.last)) == ("2014-01-01", "2016-01-01")


def test_the_shares_are_told_where_they_change() -> None:
    text = "provision b cites new when wet permit carry\nprovision c cites new when wet permit carry\n"
    parts = line(text, shared=True).parts
    assert [(write_day(part.day), {each.word: each.number for each in part.shares}) for part in parts] == [
        ("2010-01-01", {"gap": 2}),
        ("2015-01-01", {"gap": 1, "permitted": 1}),
    ]
    assert line(text).parts == ()


def test_what_takes_too_much_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    here = law_of(HEAD + "provision b cites new when wet or far permit carry\n")
    monkeypatch.setattr(effort, "MOST_BOXES", 1)
    assert tell_timeline(here, "carry") == ToldTimeline("carry", "May it be carried?", (), given_up=True)
    assert list(tell_summaries(here)) == [Summary("carry", "May it be carried?", None)]
