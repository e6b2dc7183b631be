"""Readings turned one at a time: which bear on a question, and what its verdict is then."""

from datetime import date
from pathlib import Path

import pytest

import checker

RULES = """\
rulebook t { ranks announcement  governed by day }
fact day : date
fact big : boolean
document a { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01  items 1..6 }
document b { rank announcement  issuer gacc  issued 2016-01-01  in force from 2016-02-01  items 1..1 }
question entry
question stay
question departure
question store
question fee
provision a1 cites a item 1  reading area "the whole area"  when big  permit entry
provision a1_else cites a item 1  reading area else "the place alone"  when big  forbid entry
provision a2 cites a item 2  permit stay
provision a3 cites a item 3 exception to a2  reading guests "guests too"  forbid stay
provision a4 cites a item 4 when entry is permitted  require departure
provision a5 cites a item 5  permit store
provision b5 replaces a5 by b item 1  cites a item 5  reading lasting "it ended the old one"  when big  permit store
provision a6 cites a item 6  exempt fee
"""


@pytest.fixture
def book(tmp_path: Path) -> checker.Rulebook:
    (tmp_path / "t.rules").write_text(RULES)
    return checker.load(tmp_path)


def verdicts(book: checker.Rulebook, big: bool = True, readings: bool = True) -> dict[str, checker.SubjectVerdict]:
    (plan,) = book.check({"day": date(2016, 3, 20), "big": big}, readings=readings).plans
    assert plan.findings == ()
    return {verdict.question: verdict for verdict in plan.verdicts}


def turned(verdict: checker.SubjectVerdict) -> list[tuple[str, str]]:
    assert verdict.readings is not None
    return [(line.reading, line.verdict) for line in verdict.readings]


def test_nobody_asked(book: checker.Rulebook) -> None:
    assert {verdict.readings for verdict in verdicts(book, readings=False).values()} == {None}


def test_the_provision_of_the_other_reading_takes_the_place_of_the_chosen_one(book: checker.Rulebook) -> None:
    entry = verdicts(book)["entry"]
    assert (entry.verdict, turned(entry)) == ("permitted", [("area", "forbidden")])
    assert entry.readings is not None
    assert (entry.readings[0].text, entry.readings[0].otherwise) == ("the whole area", "the place alone")


def test_without_another_provision_the_chosen_one_is_gone(book: checker.Rulebook) -> None:
    stay = verdicts(book)["stay"]
    assert (stay.verdict, turned(stay)) == ("forbidden", [("guests", "permitted")])
    assert stay.readings is not None
    assert stay.readings[0].otherwise is None


def test_a_reading_that_changes_nothing_is_listed_too(book: checker.Rulebook) -> None:
    entry = verdicts(book, big=False)["entry"]
    assert (entry.verdict, turned(entry)) == ("gap", [("area", "gap")])


def test_a_reading_of_what_a_tested_question_rests_on(book: checker.Rulebook) -> None:
    departure = verdicts(book)["departure"]
    assert (departure.verdict, turned(departure)) == ("required", [("area", "gap")])


def test_a_wording_that_comes_by_a_reading_ends_the_old_one_by_it(book: checker.Rulebook) -> None:
    store = verdicts(book, big=False)["store"]
    assert (store.verdict, turned(store)) == ("gap", [("lasting", "permitted")])


def test_readings_of_other_questions_are_not_tried(book: checker.Rulebook) -> None:
    assert verdicts(book)["fee"].readings == ()
