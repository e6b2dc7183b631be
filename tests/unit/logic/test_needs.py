"""Which facts split an open verdict: those by which alone a case gets another verdict, and no others."""

from __future__ import annotations

from checker.logic import Law, Subject
from checker.plan import read_plans
from checker.rulebook import load_texts

RULES = """
rulebook t { ranks announcement  governed by day }
fact day : date
fact a : boolean
fact b : boolean
fact start : date
document n { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
question either
question dated
question whole
question answered
provision p1 cites n when (a and b) or (not a and b) permit either
provision p2 cites n when start is within 1 month after day permit dated
provision p3 cites n when a or not a permit whole
provision p4 cites n when (a and b) or (not a and b) permit answered
provision p5 cites n when (a and not b) or (not a and not b) forbid answered
"""


def test_a_fact_that_is_tested_and_changes_nothing_is_not_named() -> None:
    book, findings = load_texts({"a.rules": RULES})
    assert book is not None, findings
    (plan,) = read_plans(book, "plan: p\nfacts: {day: 2016-01-31}\n", "p.yaml")
    assert plan.facts is not None
    law = Law(book)
    assert law.judge("either", plan.facts, Subject()).needs == ("b",)
    assert law.judge("answered", plan.facts, Subject()).needs == ("b",)
    assert law.judge("whole", plan.facts, Subject()).possible == ("permitted",)
    assert law.judge("dated", plan.facts, Subject()).needs == ("start",)
