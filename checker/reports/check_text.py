"""What `check` found, in words: one block for each question and subject, the verdict first.

Takes the record of a check and the texts of the plan files, for excerpts; gives text. Which rows a block has
is decided in `verdict_text`; here are the plans around them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.answers.dossier import CheckResult, PlanDossier, SubjectVerdict, Unasked
from checker.answers.requirements import Unmet
from checker.findings import Finding
from checker.reports.findings_text import findings_text
from checker.reports.labels import DEFAULT_LANGUAGE, words
from checker.reports.layout import INDENT, WIDTH, wrapped
from checker.reports.plan_summary import (
    FEW,
    in_order_of_weight,
    is_plain_gap,
    silent_text,
    summary_text,
)
from checker.reports.requirements_text import requirements_text
from checker.reports.verdict_text import named, subject_of, verdict_text

NOT_APPLICABLE = "not-applicable"


def check_text(
    result: CheckResult,
    texts: Mapping[str, str],
    *,
    findings: Sequence[Finding] = (),
    unmet: Sequence[Unmet] = (),
    language: str | None = None,
    width: int = WIDTH,
    every: bool = False,
) -> str:
    """Write the findings that belong to no plan, the verdicts of all plans, and the requirements not met.

    Unless `every` one is to be told in full, a long report names its plain gaps together and counts what are many
    alternatives.

    The line below the verdicts names the rulebook they rest on. Without a language findings are in that of their
    file, and all else in English.
    """
    parts = [findings_text(findings, texts, language)] if findings else []
    parts += [_plan(dossier, texts, language, width, every) for dossier in result.plans]
    parts.append(_rulebook(result, language or DEFAULT_LANGUAGE, width))
    parts += [requirements_text(unmet, language or DEFAULT_LANGUAGE, width)] if unmet else []
    return "\n\n".join(parts)


def _plan(dossier: PlanDossier, texts: Mapping[str, str], asked: str | None, width: int, every: bool) -> str:
    language = asked or DEFAULT_LANGUAGE
    title = "\n".join(wrapped(dossier.plan, width))
    parts = [f"{title}\n{dossier.file}:{dossier.line}\n"]
    if dossier.findings:
        heading = "" if dossier.verdicts else words(language)["refused"] + "\n\n"
        parts.append(heading + findings_text(dossier.findings, texts, asked))
    applying = in_order_of_weight(v for v in dossier.verdicts if v.verdict != NOT_APPLICABLE)
    is_long = len(applying) > FEW
    if is_long:
        parts.append(summary_text(applying, language, width))
    silent = [v for v in applying if is_plain_gap(v)] if is_long and not every else []
    parts += [verdict_text(v, language, width, briefly=not every) for v in applying if v not in silent]
    if not applying and not dossier.unasked and not dossier.findings:
        parts.append(words(language)["no-verdicts"] + "\n")
    closing = (
        silent_text(silent, language, width),
        _undecided(dossier.unasked, language, width),
        _closing(dossier.verdicts, language, width),
    )
    return "\n".join([*parts, *filter(None, closing)])


def _undecided(unasked: tuple[Unasked, ...], language: str, width: int) -> str:
    """Collect the questions of which the plan does not say whether they arise, by the facts that would say so.

    Those facts stand first on which most questions hang.
    """
    if not unasked:
        return ""
    label = words(language)
    questions: dict[tuple[str, ...], list[str]] = {}
    for each in unasked:
        questions.setdefault(each.needs, []).append(_unasked(each))
    lines = wrapped(label["unasked"].format(number=len(unasked)), width)
    for needs, names in sorted(questions.items(), key=lambda each: (-len(each[1]), each[0])):
        facts, asked = label["list"].join(needs), label["list"].join(names)
        lines += [
            INDENT + line
            for line in wrapped(label["unasked.by"].format(facts=facts, questions=asked), width - 2, INDENT)
        ]
    return "".join(line + "\n" for line in lines)


def _unasked(unasked: Unasked) -> str:
    """Name a question and its subject; of a list that is not there, which is the fact itself, the question alone."""
    missing = tuple(f"{need}[?]" for need in unasked.needs)
    return unasked.question if (unasked.subject,) == missing else named(unasked)


def _closing(verdicts: tuple[SubjectVerdict, ...], language: str, width: int) -> str:
    """Collect the questions that do not apply, one line for each subject."""
    label = words(language)
    questions: dict[str, list[str]] = {}
    for verdict in verdicts:
        if verdict.verdict == NOT_APPLICABLE:
            questions.setdefault(subject_of(verdict), []).append(verdict.question)
    lines = [
        label["not-applicable"].format(subject=subject, questions=label["list"].join(names))
        for subject, names in questions.items()
    ]
    return "".join(row + "\n" for line in lines for row in wrapped(line, width, INDENT))


def _rulebook(result: CheckResult, language: str, width: int) -> str:
    label = words(language)
    said: list[tuple[str, str | None]] = [
        ("book", result.rulebook),
        ("book.version", result.version),
        ("book.reviewed", result.reviewed_until),
        ("book.as-of", result.as_of),
    ]
    parts = [label[key].format(word) for key, word in said if word is not None]
    return "\n".join(wrapped(label["pause"].join(parts), width)) + "\n"
