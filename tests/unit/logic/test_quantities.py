"""What is reckoned from facts: which verdicts stay possible when facts or lists are missing, by hand."""

from __future__ import annotations

import pytest

from checker.logic import Law, Subject, Verdict
from checker.plan import read_plans
from checker.rulebook import load_texts

HEAD = """
rulebook t { ranks announcement  governed by day }
fact day : date
document a { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
"""


def judge(rules: str, facts: str, question: str = "q") -> Verdict:
    book, findings = load_texts({"a.rules": HEAD + rules})
    assert book is not None, findings
    (plan,) = read_plans(book, f"plan: p\nfacts: {{day: 2016-01-01{facts}}}\n", "p.yaml")
    assert plan.facts is not None, plan.findings
    law = Law(book)
    assert law.findings() == ()
    return law.judge(question, plan.facts, Subject())


DATES = """
fact x : date
fact y : date
fact z : date
question q
provision p1 cites a when x <= z permit q
provision p2 cites a when x > z forbid q
"""


@pytest.mark.parametrize(
    ("nevers", "facts", "possible"),
    [
        ("", "", ("forbidden", "permitted")),
        ("", ", x: 2016-01-01", ("forbidden", "permitted")),
        ('never x > y because "x comes first"', "", ("forbidden", "permitted")),
        ('never x > y because "x comes first" never y > z because "y comes before z"', "", ("permitted",)),
        ('never x > y because "x comes first"', ", y: 2016-01-05, z: 2016-01-05", ("permitted",)),
        ('never x > y because "x comes first"', ", y: 2016-01-05, z: 2016-01-04", ("forbidden", "permitted")),
    ],
)
def test_an_order_of_dates_follows_from_others(nevers: str, facts: str, possible: tuple[str, ...]) -> None:
    assert judge(DATES + nevers, facts).possible == possible


def test_no_duration_lies_on_both_sides_of_a_limit() -> None:
    rules = """
fact start : datetime
fact end : datetime
question q
provision p1 cites a when end - start >= 2 days permit q
provision p2 cites a when start + 1 day > end forbid q
"""
    assert judge(rules, "").possible == ("forbidden", "gap", "permitted")
    verdict = judge(rules, ', start: 2016-02-28 12:30, end: "2016-03-01 12:29"')
    assert verdict.possible == ("gap",)
    assert judge(rules, ", end: 2016-03-01 12:30").needs == ("start",)


LIST = """
record line { odd : boolean  heavy : boolean  value : integer 0..1000 }
fact goods : list of line
question q
"""


def test_elements_of_a_missing_list_fulfil_what_follows_from_what_they_fulfil() -> None:
    rules = (
        LIST
        + """
provision p1 cites a when any g in goods: (g.odd and g.heavy) permit q
provision p2 cites a when no g in goods: (g.odd) forbid q
"""
    )
    verdict = judge(rules, "")
    assert verdict.possible == ("forbidden", "gap", "permitted")
    assert verdict.needs == ("goods",)


def test_a_count_and_a_sum_over_a_missing_list_hang_together() -> None:
    rules = (
        LIST
        + """
provision p1 cites a when count g in goods where (g.value >= 600) >= 2 permit q
provision p2 cites a when sum g.value of g in goods < 1200 forbid q
"""
    )
    assert judge(rules, "").possible == ("forbidden", "gap", "permitted")


def test_a_sum_keeps_to_what_the_unknown_elements_can_bring() -> None:
    rules = (
        LIST
        + """
provision p1 cites a when sum g.value of g in goods >= 3000 permit q
provision p2 cites a when sum g.value of g in goods <= 2000 forbid q
"""
    )
    lines = "{odd: true, heavy: true, value: 900}, {odd: true, heavy: true}, {odd: true, heavy: true}"
    assert judge(rules, f", goods: [{lines}]").possible == ("forbidden", "gap")
    lines = "{odd: true, heavy: true, value: 1000}, {odd: true, heavy: true}, {odd: true, heavy: true}"
    verdict = judge(rules, f", goods: [{lines}]")
    assert verdict.possible == ("forbidden", "gap", "permitted")
    assert verdict.needs == ("line.value",)


def test_what_never_happens_holds_for_elements_nobody_wrote_down() -> None:
    rules = (
        LIST
        + """
never line.odd and line.heavy because "the odd are light"
provision p1 cites a when any g in goods: (g.odd and g.heavy) permit q
provision p2 cites a when every g in goods: (not g.odd or not g.heavy) forbid q
"""
    )
    assert judge(rules, "").possible == ("forbidden",)
    assert judge(rules, ", goods: [{odd: true}]").possible == ("forbidden",)


def test_a_list_may_be_tested_against_a_fact_of_the_plan() -> None:
    rules = (
        LIST
        + """
fact limit : integer 0..1000
provision p1 cites a when any g in goods: (g.value > limit) permit q
"""
    )
    assert judge(rules, ", limit: 1000").possible == ("gap",)
    assert judge(rules, ", limit: 999").possible == ("gap", "permitted")
    assert judge(rules, ", goods: [{value: 7}, {value: 5}]").needs == ("limit",)
    assert judge(rules, ", limit: 6, goods: [{value: 7}, {}]").possible == ("permitted",)


def test_specialty_sees_through_tests_on_lists_and_not_through_arithmetic() -> None:
    rules = """
record line { odd : boolean  heavy : boolean }
fact goods : list of line
fact x : date
fact y : date
question q
provision general cites a when any g in goods: (g.odd) permit q
provision special cites a when any g in goods: (g.odd and g.heavy) forbid q
provision early cites a when y - x >= 2 days permit q
provision earlier cites a when y - x >= 3 days and y >= x forbid q
provision sum_up cites a when x < y forbid q
"""
    book, findings = load_texts({"a.rules": HEAD + rules})
    assert book is not None, findings
    precedence = Law(book).precedence
    assert precedence.is_special("special", "general")
    assert not precedence.is_special("general", "special")
    assert precedence.is_special("earlier", "early")
    assert not precedence.is_special("early", "sum_up")


def test_specialty_looks_into_the_lists_of_an_element() -> None:
    rules = """
record box { full : boolean  sealed : boolean }
record leg { boxes : list of box }
fact legs : list of leg
question q for each leg in legs
provision p0 cites a permit q
provision p1 cites a when any y in leg.boxes: (y.full) forbid q
provision p2 cites a when any y in leg.boxes: (y.full and y.sealed) permit q
"""
    book, findings = load_texts({"a.rules": HEAD + rules})
    assert book is not None, findings
    precedence = Law(book).precedence
    assert precedence.is_special("p1", "p0")
    assert precedence.is_special("p2", "p1")
    assert not precedence.is_special("p1", "p2")


def test_the_element_asked_about_is_one_of_its_list() -> None:
    rules = """
record leg { odd : boolean }
fact legs : list of leg
question q for each leg in legs
provision p1 cites a when leg.odd and no l in legs: (l.odd) forbid q
provision p2 cites a when leg.odd and any l in legs: (l.odd) permit q
"""
    book, findings = load_texts({"a.rules": HEAD + rules})
    assert book is not None, findings
    (plan,) = read_plans(book, "plan: p\nfacts: {day: 2016-01-01}\n", "p.yaml")
    assert plan.facts is not None
    assert Law(book).judge("q", plan.facts, Subject("legs")).possible == ("gap", "permitted")
