"""Each other value of a choice has the verdict that the plan has with it, whatever else of the plan is known."""

from __future__ import annotations

import pytest

from checker.logic import Law
from checker.plan import read_plans
from checker.rulebook import load_texts
from checker.rulebook.model import Facts, Rulebook
from checker.uses.alternatives import find_alternatives

RULES = """\
rulebook t { ranks announcement  governed by day }
codes office from "codes/offices.yaml" open { region : one of { north, south } }
fact day : date
fact approved : boolean
fact home : office
fact at : office optional
record leg { mode : one of { sea, road, air }  heavy : boolean }
fact legs : list of leg
never at is given and at is "4905" and not approved because "4905 is closed to all others"
never leg.mode is air and leg.heavy because "no aircraft carries it"
document a { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01  items 1..5 }
question place "May it be declared there?" about at
question mode "May the leg go this way?" for each leg in legs about leg.mode
provision p1 cites a item 1 when at is given and at is home permit place
provision p2 cites a item 2 when at is given and at.region is south and not approved forbid place
provision p3 cites a item 3 when leg.mode is road permit mode
provision p4 cites a item 4 when leg.mode is sea and approved permit mode
provision p5 cites a item 5 when leg.mode is air and any l in legs: (l.mode is road) forbid mode
"""
OFFICES = "'4900': {region: south}\n'4905': {region: south}\n'5300': {region: north}\n'5303': {}\n"


def rulebook() -> Rulebook:
    book, findings = load_texts({"page.rules": RULES, "codes/offices.yaml": OFFICES})
    assert book is not None, findings
    return book


def facts_of(book: Rulebook, *facts: str) -> Facts:
    given = ", ".join(("day: 2016-01-01", *filter(None, facts)))
    (plan,) = read_plans(book, f"plan: p\nfacts: {{{given}}}\n", "p.yaml")
    assert plan.facts is not None, plan.findings
    return plan.facts


def offered(law: Law, question: str, facts: Facts, place: int = 0) -> dict[str, tuple[str, ...]]:
    subject = tuple(law.subjects(question, facts))[place]
    judgement = law.judgement(question, facts, subject)
    return {a.value: a.possible for a in find_alternatives(law, judgement, facts, subject)}


def judged(law: Law, question: str, written: dict[str, Facts], place: int = 0) -> dict[str, tuple[str, ...]]:
    """Judge the plan written with each value; those that cannot happen are left out."""
    found = {}
    for value, facts in written.items():
        if not law.impossible(facts):
            subject = tuple(law.subjects(question, facts))[place]
            found[value] = law.judge(question, facts, subject).possible
    return found


@pytest.mark.parametrize("known", ["", "approved: true", "home: '5300'", "approved: false, home: '4900'"])
@pytest.mark.parametrize("chosen", ["", "at: '4900'", "at: '5303'", "at: absent"])
def test_every_other_office(known: str, chosen: str) -> None:
    book = rulebook()
    law = Law(book)
    others = [code for code in ("4900", "4905", "5300", "5303") if code not in chosen]
    written = {code: facts_of(book, known, f"at: '{code}'") for code in others}
    facts = facts_of(book, known, chosen)
    assert offered(law, "place", facts) == judged(law, "place", written)


@pytest.mark.parametrize("known", ["", "approved: true"])
@pytest.mark.parametrize("heavy", ["", "heavy: true", "heavy: false"])
@pytest.mark.parametrize("other", ["mode: road", "mode: sea", "heavy: true"])
@pytest.mark.parametrize("chosen", ["sea", "road", None])
def test_every_other_way_of_a_leg(known: str, heavy: str, other: str, chosen: str | None) -> None:
    book = rulebook()
    law = Law(book)

    def with_mode(mode: str | None) -> Facts:
        own = ", ".join(filter(None, ("id: y", heavy, mode and f"mode: {mode}")))
        return facts_of(book, known, f"legs: [{{id: x, {other}}}, {{{own}}}]")

    written = {mode: with_mode(mode) for mode in ("sea", "road", "air") if mode != chosen}
    assert offered(law, "mode", with_mode(chosen), 1) == judged(law, "mode", written, 1)


def test_by_hand() -> None:
    book = rulebook()
    facts = facts_of(book, "approved: false, home: '5300', at: '5300'")
    assert offered(Law(book), "place", facts) == {"4900": ("forbidden",), "5303": ("gap",)}


@pytest.mark.parametrize(("day", "others"), [("2016-01-01", {"old"}), ("2018-01-01", {"new"})])
def test_a_value_is_offered_on_the_days_on_which_it_exists(day: str, others: set[str]) -> None:
    book, findings = load_texts(
        {
            "page.rules": """rulebook t { ranks announcement  governed by day }
fact day : date
fact way : one of { plain, old until 2018-01-01, new from 2018-01-01 }
document a { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
question which "By which way?" about way
provision p cites a permit which in { plain }
"""
        }
    )
    assert book is not None, findings
    (plan,) = read_plans(book, f"plan: p\nfacts: {{day: {day}, way: plain}}\n", "p.yaml")
    assert plan.facts is not None
    assert set(offered(Law(book), "which", plan.facts)) == others


def test_a_missing_list_offers_nothing() -> None:
    book = rulebook()
    assert offered(Law(book), "mode", facts_of(book, "approved: true")) == {}
