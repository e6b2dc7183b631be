"""What a scenario expects held against what came out.

Takes a plan that was read and its dossier, gives whether every expectation holds and each one that does not. Judges
nothing anew, and prints nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from checker.answers.dossier import PlanDossier, SubjectVerdict
from checker.findings import Finding, Message, Severity, Span, say
from checker.plan import Expectation, Plan
from checker.plan.plan import NOBODY

NONE = "none"


class Mismatch(Struct, frozen=True):
    """An expectation that does not hold; `key` is the part of it (`verdict`, `winners`).

    With `question` empty it is about the whole plan: refused, not refused, or not to be read.
    """

    question: str
    subject: str
    key: str
    expected: str | Message
    got: str | Message
    span: Span


class ScenarioResult(Struct, frozen=True):
    """One scenario: passed when nothing differs from what it expects."""

    plan: str
    file: str
    line: int
    passed: bool
    mismatches: tuple[Mismatch, ...]


def compare(plan: Plan, dossier: PlanDossier) -> ScenarioResult:
    """Hold a scenario against the dossier of its plan; a plan that expects nothing does not pass."""
    mismatches = tuple(_mismatches(plan, dossier))
    return ScenarioResult(plan.title, plan.file, plan.line, not mismatches, mismatches)


def _mismatches(plan: Plan, dossier: PlanDossier) -> Iterator[Mismatch]:
    here = Span(plan.file, plan.line, 1, plan.line, 1)
    for finding in plan.frame:
        yield Mismatch("", "", "plan", say("a scenario that can be read"), _told(finding), finding.span or here)
    refusals = [f for f in dossier.findings if f.severity is Severity.ERROR and f not in plan.frame]
    if plan.expect_error is not None:
        if plan.expect_error not in {refusal.kind for refusal in refusals}:
            kinds = ", ".join(sorted({refusal.kind for refusal in refusals}))
            got = kinds or say("accepted")
            yield Mismatch("", "", "expect_error", plan.expect_error, got, here)
        return
    for refusal in refusals:
        yield Mismatch("", "", "plan", say("accepted"), _told(refusal), refusal.span or here)
    if not plan.expectations and not plan.frame:
        yield Mismatch("", "", "expect", say("an expectation"), NONE, here)
    if not refusals and (dossier.verdicts or not plan.frame):
        for expectation in plan.expectations:
            yield from _differences(expectation, dossier.verdicts)


def _differences(expectation: Expectation, verdicts: tuple[SubjectVerdict, ...]) -> Iterator[Mismatch]:
    about = [verdict for verdict in verdicts if verdict.question == expectation.question]
    verdict = next((verdict for verdict in about if verdict.subject == expectation.subject), None)
    if verdict is None:
        subjects = _list(verdict.subject for verdict in about)
        rows = [("subject", False, expectation.subject, subjects)]
    else:
        rows = [*_of_the_verdict(expectation, verdict), *_of_its_grounds(expectation, verdict)]
    for key, holds, expected, got in rows:
        if not holds:
            question, subject = expectation.question, expectation.subject
            yield Mismatch(question, subject, key, expected, got, expectation.span)


Row = tuple[str, bool, str, str]


def _of_the_verdict(expected: Expectation, got: SubjectVerdict) -> Iterator[Row]:
    """Compare what came out: the key, whether it holds, what was expected and what came."""
    if expected.verdict is not None:
        yield "verdict", expected.verdict == got.verdict, expected.verdict, got.verdict
    if expected.answer is not None:
        same = set(expected.answer) == set(got.answer)
        yield "answer", same, _list(expected.answer), _list(got.answer)
    if expected.possible is not None:
        same = expected.possible == set(got.possible)
        yield "possible", same, _list(sorted(expected.possible)), _list(got.possible)
    if expected.needs is not None:
        yield "needs", expected.needs <= set(got.needs), _list(sorted(expected.needs)), _list(got.needs)
    if expected.subject_to is not None:
        role = got.subject_to or NOBODY
        yield "subject_to", expected.subject_to == role, expected.subject_to, role
    if expected.compliance is not None:
        yield "compliance", expected.compliance == got.compliance, expected.compliance, got.compliance or NONE


def _of_its_grounds(expected: Expectation, got: SubjectVerdict) -> Iterator[Row]:
    """Compare what the verdict rests on, in the same form."""
    if expected.winners is not None:
        winners = [line.name for line in got.provisions if line.status == "wins"]
        yield "winners", expected.winners == set(winners), _list(sorted(expected.winners)), _list(winners)
    if expected.principle is not None:
        principles = got.principles or (NONE,)
        yield "principle", expected.principle in principles, expected.principle, _list(principles)
    if expected.ruling_by is not None:
        named = () if got.conflict is None else got.conflict.ruling_by
        yield "ruling_by", expected.ruling_by in named, expected.ruling_by, _list(named)
    if expected.left_to is not None:
        yield "left_to", expected.left_to in got.left_to, expected.left_to, _list(got.left_to)
    if expected.gap is not None:
        gaps = [gap.name for gap in got.known_gaps]
        yield "gap", expected.gap in gaps, expected.gap, _list(gaps)


def _list(words: Iterable[str]) -> str:
    return ", ".join(words) or NONE


def _told(finding: Finding) -> Message:
    return say("{id}: {message}", id=finding.id, message=finding.message)
