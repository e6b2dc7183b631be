"""Small rulebooks and scenarios covered, for the tests of what coverage counts."""

from __future__ import annotations

from checker.answers.coverage import Coverage, cover
from checker.answers.run import Laws
from checker.findings import is_fatal
from checker.logic import Law
from checker.plan import read_plans
from checker.rulebook import load_texts
from checker.syntax import parse_rules

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31  ranks law > notice  governed by day }
fact day : date
fact wet : boolean
fact far : boolean
fact old : boolean
fact mode : one of { sea, road, air }
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
document n { rank notice  issuer gacc  issued 2000-01-01  in force from 2000-02-01 }
question carry "May it be carried?"
"""


def covered(rules: str, *scenarios: str, suggest: bool = False) -> Coverage:
    """Cover a head and a text by scenarios, each the facts of a plan that expects something of `carry`."""
    plans = "---\n".join(_plan(each) for each in scenarios)
    return covered_by(rules, plans, suggest=suggest)


def covered_by(rules: str, plans: str, *, suggest: bool = False) -> Coverage:
    """Cover a head and a text by a file of plans."""
    book, findings = load_texts({"t.rules": HEAD + rules})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    assert not is_fatal(law.findings())
    statements, _ = parse_rules(HEAD + rules, "t.rules")
    read = read_plans(book, plans, "plans.yaml") if plans else ()
    assert not [finding for plan in read for finding in plan.frame]
    return cover(Laws(book, known=law), statements, read, suggest=suggest)


def figures(coverage: Coverage) -> dict[str, tuple[int, int]]:
    """Return how many of how many are reached, kind by kind."""
    every = (*coverage.figures, coverage.outcomes, coverage.tests)
    return {figure.kind: (figure.reached, figure.all) for figure in every}


def missed(coverage: Coverage) -> list[str]:
    """Return what is not reached, in words."""
    return [str(finding.message).removeprefix("in no scenario ") for finding in coverage.missed]


def unshown(coverage: Coverage) -> list[str]:
    """Return which single tests are not shown to matter, in words."""
    return [str(finding.message).removeprefix("in no scenario it matters to ") for finding in coverage.unshown]


def _plan(facts: str) -> str:
    return f"plan: one\nfacts: {{day: 2015-06-01, {facts}}}\nexpect: {{carry: permitted}}\n"
