"""The oracle alone against verdicts that were reasoned by hand: those of the conformance corpus and our own pages.

Pages whose rulebook names a calendar are left out: the oracle knows no holidays.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checker.plan import read_plans
from checker.plan.plan import NOBODY, Expectation, Plan
from checker.rulebook.model import Element, Facts, Question, Rulebook
from tests import oracle
from tests.literate_pages import Page, corpus, further_pages
from tests.oracle_needs import what_splits
from tests.oracle_worlds import ANY_ELEMENT

KNOWS_NO_HOLIDAYS = 'calendar "'

PAGES = [
    page for page in (*corpus(), *further_pages()) if not page.expects_findings and KNOWS_NO_HOLIDAYS not in page.text
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_oracle_says_what_was_reasoned_by_hand(page: Page) -> None:
    book, findings = page.load()
    assert book is not None, findings
    plans = [plan for block in book.scenarios for plan in read_plans(book, block.text, block.file, block.line)]
    assert plans
    assert [wrong for plan in plans for wrong in differences(book, plan)] == []


def differences(book: Rulebook, plan: Plan) -> Iterator[str]:
    """Say where the oracle differs from what a scenario expects; plans that cannot be read are no business of it."""
    if plan.facts is None or plan.expect_error not in (None, "never"):
        return
    if oracle.possible(book, plan.facts) is (plan.expect_error == "never"):
        yield f"{plan.title}: {'possible' if plan.expect_error else 'impossible'}"
    if plan.expect_error is None:
        for expected in plan.expectations:
            yield from of_one(book, plan, plan.facts, expected)


def of_one(book: Rulebook, plan: Plan, facts: Facts, expected: Expectation) -> Iterator[str]:
    """Compare one expectation with what the oracle says."""
    question, seen = book.questions[expected.question], oracle.Seen(plan.as_of, frozenset(plan.turned))
    element = subject(question, facts, expected.subject)
    members = oracle.members(book, question.name, facts, element, seen)
    words = {member.word for member in members}
    outcomes = {(member.word, member.values) for member in members}
    told: list[tuple[object, object]] = [(expected.possible, words)]
    told.append((expected.verdict, next(iter(words)) if len(outcomes) == 1 and element is not ANY_ELEMENT else "open"))
    if len(outcomes) == 1:
        told.append((expected.answer and set(expected.answer), {value for m in members for value in m.values}))
        told.append((expected.winners, {name for member in members for name in member.winners}))
        for name, named in (
            (expected.gap, [m.gaps for m in members]),
            (expected.left_to, [m.left_to for m in members]),
        ):
            told.append((name, name if any(name in names for names in named) else named))
    if expected.principle is not None:
        principles = {name for member in members for name in member.principles} or {"none"}
        told.append((expected.principle, expected.principle if expected.principle in principles else principles))
    if expected.compliance is not None:
        met = {member.compliance for member in members}
        told.append((expected.compliance, met.pop() if len(met) == 1 else "unknown"))
    splitting = what_splits(book, question.name, facts, element, seen) if element is not ANY_ELEMENT else None
    if splitting and expected.needs is not None:
        told.append((set(expected.needs), {s.label for s in splitting} & expected.needs))
    if splitting and expected.subject_to is not None:
        roles = {source.decided_by for source in splitting}
        told.append((expected.subject_to, roles.pop() or NOBODY if len(roles) == 1 else NOBODY))
    for wanted, got in told:
        if wanted is not None and wanted != got:
            yield f"{plan.title}: {expected.question} @ {expected.subject}: expected {wanted}, got {got}"


def subject(question: Question, facts: Facts, name: str) -> Element | None:
    """Return the element an expectation speaks of; None for the plan."""
    if question.list is None:
        return None
    return next((element for element in facts.lists.get(question.list, ()) if element.id == name), ANY_ELEMENT)
