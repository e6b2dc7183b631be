"""What the oracle and the logic each say of a plan, in one form, and random experiments that compare the two.

A `Told` is everything of a verdict that both know: the set of verdicts with those who win them, and for a settled
one the principles, clashes, powers and recorded silences.
"""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Finding, is_fatal
from checker.logic import Law, Subject
from checker.rulebook import load_texts
from checker.rulebook.model import Element, Facts, Question, Rulebook
from tests import oracle, oracle_vocabulary
from tests.oracle import Seen
from tests.oracle_needs import what_splits
from tests.oracle_worlds import ANY_ELEMENT
from tests.strategies import Source, sources
from tests.strategies_plans import as_ofs, plans, turned

PLANS = 3

Way = tuple[str, frozenset[str], frozenset[str]]
Asked = tuple[Question, Subject]


class Grounds(Struct, frozen=True):
    """What a settled verdict rests on."""

    principles: frozenset[str]
    clashes: frozenset[frozenset[str]]
    left_to: frozenset[str]
    gaps: frozenset[str]


class Told(Struct, frozen=True):
    """The verdict of one question on one subject; `ways` are word, values and winners.

    `needs` are the facts that split an open one, with the role that decides them all; None when they are not known.
    """

    subject: str
    ways: frozenset[Way]
    compliance: str | None
    grounds: Grounds | None
    needs: tuple[frozenset[str], str | None] | None


class Judged(Struct, frozen=True):
    """A plan and what the oracle says of it; nothing of a plan that cannot happen."""

    facts: Facts
    told: tuple[Told, ...]


class Experiment(Struct, frozen=True):
    """A rulebook, how it is looked at, and some plans with what the oracle says of them."""

    source: Source
    seen: Seen
    judged: tuple[Judged, ...]


@st.composite
def experiments(draw: st.DrawFn) -> Experiment:
    """Draw a rulebook with plans, and ask the oracle."""
    source = draw(sources())
    book = load(source)
    seen = Seen(draw(as_ofs), draw(turned(book)))
    facts = [draw(plans(book)) for _ in range(PLANS)]
    return Experiment(source, seen, tuple(Judged(f, tuple(_by_oracle(book, f, seen))) for f in facts))


def load(source: Source) -> Rulebook:
    """Load a rulebook that is right by construction."""
    book, findings = load_texts(dict(source.files))
    assert book is not None, _shown(findings)
    return book


def disagreements(experiment: Experiment) -> Iterator[str]:
    """Say where the logic differs from the oracle; a missing list that can only be empty has no subject to judge."""
    law = law_of(experiment.source, experiment.seen)
    refused = [finding for finding in law.findings() if is_fatal([finding])]
    if refused:
        yield f"not compiled: {_shown(refused)}"
        return
    for judged in experiment.judged:
        told = tuple(_by_logic(law, judged.facts))
        pairs = zip(judged.told, told, strict=False)
        agree = _covers if _has_open_periods(law.book, judged.facts) else _agree
        wrong = [(right, other) for right, other in pairs if right.ways and not agree(right, other)]
        if wrong or len(told) != len(judged.told):
            shown = "\n".join(f"oracle {right}\nlogic  {other}" for right, other in wrong)
            yield f"{experiment.source.text}\n{experiment.seen}\n{judged.facts}\n{shown or (judged.told, told)}"


def law_of(source: Source, seen: Seen) -> Law:
    """Load a rulebook, to be looked at in one way."""
    return Law(load(source), seen.as_of, seen.turned)


def _agree(right: Told, other: Told) -> bool:
    return right == (replace(other, needs=None) if right.needs is None else other)


def _has_open_periods(book: Rulebook, facts: Facts) -> bool:
    """Tell whether a period runs from a date that the plan leaves out."""
    anchors = {anchor for period in oracle_vocabulary.periods(book) for anchor in period.anchors}
    return any(None in oracle_vocabulary.said(facts, anchor) for anchor in anchors)


def _covers(right: Told, other: Told) -> bool:
    """Tell whether every verdict of the oracle is among those of the logic.

    More is not asked where a period runs from a date that is not known: the logic only bounds the end of it.
    """
    return {way[:2] for way in right.ways} <= {way[:2] for way in other.ways}


def subjects(law: Law, facts: Facts) -> tuple[Asked, ...]:
    """List everything a plan is asked; nothing when it cannot happen."""
    if law.impossible(facts):
        return ()
    questions = law.book.questions.values()
    return tuple((question, subject) for question in questions for subject in law.subjects(question.name, facts))


def _by_logic(law: Law, facts: Facts) -> Iterator[Told]:
    for question, subject in subjects(law, facts):
        verdict = law.judge(question.name, facts, subject)
        settled = verdict.word != "open"
        assert settled == (len(verdict.ways) == 1 and not subject.is_missing)
        grounds = Grounds(
            frozenset(verdict.principles),
            frozenset(frozenset((clash.left, clash.right)) for clash in verdict.clashes),
            frozenset(verdict.left_to),
            frozenset(verdict.known_gaps),
        )
        ways = ((way.outcome.word, frozenset(way.outcome.values), frozenset(way.winners)) for way in verdict.ways)
        compliance = verdict.compliance if _has_deed(question) and verdict.ways else None
        needs = None if settled else (frozenset(verdict.needs), verdict.subject_to)
        yield Told(_name(question, subject), frozenset(ways), compliance, grounds if settled else None, needs)


def _by_oracle(book: Rulebook, facts: Facts, seen: Seen) -> Iterator[Told]:
    if not oracle.possible(book, facts):
        return
    for question in book.questions.values():
        for subject in _subjects(question, facts):
            element = ANY_ELEMENT if subject.is_missing else subject.element
            members = oracle.members(book, question.name, facts, element, seen)
            told = _told(question, subject, members)
            if told.grounds is None and not subject.is_missing:
                told = replace(told, needs=_needs(book, question, facts, element, seen))
            yield told


def _needs(
    book: Rulebook, question: Question, facts: Facts, element: Element | None, seen: Seen
) -> tuple[frozenset[str], str | None] | None:
    """Return what splits an open verdict; None where it cannot be listed, or nothing does so alone."""
    splitting = what_splits(book, question.name, facts, element, seen)
    if not splitting:
        return None
    roles = {source.decided_by for source in splitting}
    return frozenset(source.label for source in splitting), roles.pop() if len(roles) == 1 else None


def _has_deed(question: Question) -> bool:
    return question.done_when is not None or question.done_at is not None


def _subjects(question: Question, facts: Facts) -> tuple[Subject, ...]:
    if question.list is None:
        return (Subject(),)
    if question.list not in facts.lists:
        return (Subject(question.list),)
    return tuple(Subject(question.list, element) for element in facts.lists[question.list])


def _told(question: Question, subject: Subject, members: frozenset[oracle.Member]) -> Told:
    winners: dict[tuple[str, frozenset[str]], frozenset[str]] = {}
    for member in members:
        outcome = member.word, member.values
        winners[outcome] = winners.get(outcome, frozenset()) | member.winners
    grounds = Grounds(
        frozenset(principle for member in members for principle in member.principles),
        frozenset(clash for member in members for clash in member.clashes),
        frozenset(role for member in members for role in member.left_to),
        frozenset(gap for member in members for gap in member.gaps),
    )
    found = {member.compliance for member in members}
    compliance = found.pop() if len(found) == 1 else "unknown"
    compliance = compliance if members and _has_deed(question) else None
    settled = len(winners) == 1 and not subject.is_missing
    ways = frozenset((word, values, names) for (word, values), names in winners.items())
    return Told(_name(question, subject), ways, compliance, grounds if settled else None, None)


def _name(question: Question, subject: Subject) -> str:
    if subject.list is None:
        return question.name
    return f"{question.name} @ {f'{subject.list}[?]' if subject.element is None else subject.element.id}"


def _shown(findings: tuple[Finding, ...] | list[Finding]) -> str:
    return "; ".join(f"{finding.span}: {finding.id} {finding.message}" for finding in findings)
