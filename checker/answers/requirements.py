"""What a caller demands of the verdicts of a check (`--require`, `--min-standing`), and where it is not met.

Takes words as they were typed and the record of a check. An open verdict and a gap meet nothing, whatever is
asked.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from checker.answers.dossier import CheckResult, SubjectVerdict
from checker.findings import Finding, nearest, row, say
from checker.logic import COMPLIANCE, VERDICTS
from checker.rulebook.model import STANDINGS, Rulebook

_NO_ANSWER = frozenset({"gap", "known-gap", "open"})
# Verdicts of which nothing can be kept or broken.
_NOTHING_TO_DO = frozenset({"decided", "discretion"})


class Requirement(Struct, frozen=True):
    """One demand: a verdict word of one question, a word of compliance, or a least standing.

    `about` is the question's canonical name, `compliance` or `standing`; `text` is the demand as typed.
    """

    text: str
    about: str
    word: str


class Miss(Struct, frozen=True):
    """A verdict that does not meet a demand; `found` is the word it has instead, None where it has none."""

    plan: str
    question: str
    subject: str
    found: str | None


class Unmet(Struct, frozen=True):
    """A demand that is not met, and by which verdicts; without any when no verdict could have met it."""

    requirement: str
    misses: tuple[Miss, ...]


def read_requirements(
    book: Rulebook, texts: Iterable[str], standing: str | None = None
) -> tuple[tuple[Requirement, ...], tuple[Finding, ...]]:
    """Read demands of the form `carriage=permitted,compliance=met` and the word of a least standing.

    A question goes by any of its names.
    """
    read = [_read(book, part.strip()) for text in texts for part in text.split(",")]
    if standing is not None:
        read.append(_word(f"standing {standing}", "standing", standing, STANDINGS))
    return (
        tuple(r for r in read if isinstance(r, Requirement)),
        tuple(r for r in read if isinstance(r, Finding)),
    )


def unmet(result: CheckResult, requirements: Iterable[Requirement]) -> tuple[Unmet, ...]:
    """List the demands that some verdict does not meet, in the order they were made.

    A question is met when every subject to which it applies has the word, and there is one. Compliance is
    looked at for every question that applies; the standing for the questions demanded by name, or else for all.
    """
    demands = tuple(requirements)
    named = frozenset(d.about for d in demands) - {"compliance", "standing"}
    return tuple(u for demand in demands if (u := _unmet(result, demand, named)) is not None)


def _read(book: Rulebook, text: str) -> Requirement | Finding:
    about, equals, word = (part.strip() for part in text.partition("="))
    if not equals:
        remedy = say("write `{question}=permitted` or `compliance=met`", question=about or "carriage")
        return Finding("T302", say("`{text}` is no requirement", text=text), help=remedy)
    if about == "compliance":
        return _word(text, about, word, COMPLIANCE)
    names = {name: question.name for question in book.questions.values() for name in question.names}
    if about not in names:
        guess = nearest(about, (*names, "compliance"))
        return Finding(
            "N201",
            say("no {kind} is named `{name}`", kind=say("question"), name=about),
            help=say("write `{guess}`", guess=f"{guess}={word}") if guess else None,
        )
    return _word(text, names[about], word, VERDICTS)


def _word(text: str, about: str, word: str, known: tuple[str, ...]) -> Requirement | Finding:
    if word in known:
        return Requirement(text, about, word)
    kinds = {"compliance": say("word of compliance"), "standing": say("standing")}
    guess = nearest(word, known)
    words = row(f"`{one}`" for one in known)
    return Finding(
        "N201",
        say("no {kind} is named `{name}`", kind=kinds.get(about, say("verdict")), name=word),
        help=say("write `{guess}`", guess=guess) if guess else say("write one of {words}", words=words),
    )


def _unmet(result: CheckResult, demand: Requirement, named: frozenset[str]) -> Unmet | None:
    verdicts = [(plan.plan, verdict) for plan in result.plans for verdict in plan.verdicts]
    looked_at = [(plan, verdict) for plan, verdict in verdicts if _concerns(demand, verdict, named)]
    misses = tuple(
        Miss(plan, verdict.question, verdict.subject, _found(demand, verdict))
        for plan, verdict in looked_at
        if not _meets(demand, verdict)
    )
    return Unmet(demand.text, misses) if misses or not looked_at else None


def _concerns(demand: Requirement, verdict: SubjectVerdict, named: frozenset[str]) -> bool:
    if verdict.verdict == "not-applicable":
        return demand.about == verdict.question and demand.word == "not-applicable"
    if demand.about == "standing":
        return not named or verdict.question in named
    return demand.about in {"compliance", verdict.question}


def _meets(demand: Requirement, verdict: SubjectVerdict) -> bool:
    if verdict.verdict in _NO_ANSWER:
        return False
    if demand.about == "standing":
        return verdict.standing in STANDINGS[: STANDINGS.index(demand.word) + 1]
    if demand.about == "compliance":
        nothing_to_do = verdict.compliance is None and verdict.verdict in _NOTHING_TO_DO
        return nothing_to_do or verdict.compliance == demand.word
    return verdict.verdict == demand.word


def _found(demand: Requirement, verdict: SubjectVerdict) -> str | None:
    if verdict.verdict in _NO_ANSWER:
        return verdict.verdict
    if demand.about == "standing":
        return verdict.standing
    return verdict.compliance if demand.about == "compliance" else verdict.verdict
