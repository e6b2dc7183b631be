"""One comparison of two versions as every format tells it: what changed, or why nothing was compared."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.answers.diff import DiffReport, QuestionDiff
from checker.answers.diff_plans import IMPOSSIBLE, UNKNOWN, PlansHit
from checker.answers.diff_stating import Change
from checker.findings import Finding, Message, Series, either, row, say
from checker.logic.differences import EQUIVALENT, INCOMPARABLE, NARROWER, WIDER
from checker.reports.findings_json import NO_TEXTS, Texts
from checker.reports.labels import DEFAULT_LANGUAGE

UNPROVED = "unproved"

_VERDICTS = {
    EQUIVALENT: say("equivalent"),
    WIDER: say("wider"),
    NARROWER: say("narrower"),
    INCOMPARABLE: say("incomparable"),
    UNPROVED: say("not worked out"),
}
_MEANINGS = {WIDER: say("wider: more conduct is lawful"), NARROWER: say("narrower: less conduct is lawful")}


class DiffRun(Struct, frozen=True):
    """What there is to tell of a comparison; without a `report`, `stopping` says why nothing was compared.

    `texts` are those of the files that findings point into. `asked` is the language asked for.
    """

    report: DiffReport | None
    stopping: tuple[Finding, ...] = ()
    texts: Texts = NO_TEXTS
    asked: str | None = None

    @property
    def language(self) -> str:
        """The language of everything but the findings."""
        return self.asked or DEFAULT_LANGUAGE

    @property
    def failed(self) -> bool:
        """Whether something changed that is not admitted, or was not worked out."""
        return self.report is None or not self.report.is_admitted


def verdict_of(question: QuestionDiff) -> str:
    """Name the verdict on a question in one word."""
    return question.direction or UNPROVED


def verdict_words(question: QuestionDiff) -> Message:
    """Say how a question compares."""
    return _VERDICTS[verdict_of(question)]


def direction_words(change: Change) -> Message | None:
    """Say whether a change leaves more lawful than before, or less; None where that cannot be compared."""
    return _MEANINGS.get(change.direction)


def shares_words(question: QuestionDiff) -> Message:
    """Say how a question compares, and how many changes there are in which direction."""
    counts = [
        say("{direction}: {number}", direction=_VERDICTS[way], number=number)
        for way in (WIDER, NARROWER, INCOMPARABLE)
        if (number := sum(change.direction == way for change in question.changes))
    ]
    if len(counts) < 2:
        return verdict_words(question)
    return say("{verdict} ({counts})", verdict=verdict_words(question), counts=row(counts))


def equivalent_words(report: DiffReport) -> Message | None:
    """Say of which questions no case is decided otherwise, and that this is a proof; None where there are none."""
    proved = [each.question for each in report.questions if each.direction == EQUIVALENT and not each.unproved]
    if not proved:
        return None
    named = row(f"`{question}`" for question in proved)
    return say("equivalent, proved over all cases: {questions}", questions=named)


def unproved_words(question: QuestionDiff) -> Message:
    """Say of a question without a change what was left out of account, or why it was not worked out at all."""
    if question.direction is None:
        return say("`{question}`: {reasons}", question=question.question, reasons=row(question.unproved))
    return say(
        "`{question}`: no difference found, and not proved: {reasons}",
        question=question.question,
        reasons=row(question.unproved),
    )


def compared_words(report: DiffReport) -> Message:
    """Say what was compared with what, and how many questions changed."""
    number, changed = len(report.questions), sum(bool(each.changes) for each in report.questions)
    return say(
        "compared `{before}` with `{after}` (questions: {number}, changed: {changed})",
        before=report.before.called,
        after=report.after.called,
        number=number,
        changed=changed,
    )


def admitted_words(report: DiffReport) -> Message | None:
    """Say how many changes an allow-list admits; None without a list."""
    if not report.allowed:
        return None
    every = [change for each in report.questions for change in each.changes]
    admitted = sum(change.admitted is not None for change in every)
    return say("admitted: {admitted} of {all} changes", admitted=admitted, all=len(every))


def plans_words(plans: PlansHit) -> Message:
    """Say how many plans get another verdict."""
    return say("plans with another verdict: {hit} of {asked}", hit=len(plans.hit), asked=plans.asked)


def decided_words(decisions: tuple[str, ...]) -> Message | Series:
    """Write what is decided of a plan."""
    if decisions == (IMPOSSIBLE,):
        return say("cannot happen")
    if decisions == (UNKNOWN,):
        return say("not known there")
    return either(f"`{each}`" for each in decisions)


def told(report: DiffReport) -> Iterator[QuestionDiff]:
    """Go through the questions that there is something to say of beyond that they are equivalent."""
    yield from (each for each in report.questions if each.changes or each.unproved)
