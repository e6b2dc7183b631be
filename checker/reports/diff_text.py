"""What another version or day decides otherwise, as people read it: the verdict on each question, then its changes.

Takes a run and a width; gives text.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.answers.diff import QuestionDiff
from checker.answers.diff_plans import PlansHit
from checker.answers.diff_stating import Change
from checker.findings import Message, Severity, say
from checker.reports.diff_run import (
    DiffRun,
    admitted_words,
    compared_words,
    decided_words,
    direction_words,
    equivalent_words,
    plans_words,
    shares_words,
    told,
    unproved_words,
)
from checker.reports.findings_text import finding_text, findings_text
from checker.reports.layout import INDENT, WIDTH, wrapped
from checker.reports.region_words import region_lines


def diff_text(run: DiffRun, width: int = WIDTH) -> str:
    """Write the changes, question by question, and what was compared."""
    report = run.report
    if report is None:
        return findings_text(run.stopping, run.texts, run.asked)
    parts = [_question(each, run, width) for each in told(report)]
    if report.plans is not None:
        parts.append(_plans(report.plans, run, width))
    said = (
        *report.vocabulary,
        equivalent_words(report),
        admitted_words(report),
        compared_words(report),
    )
    parts.append("".join(_lines(each, run, width) for each in said if each))
    return "\n".join(part for part in parts if part)


def _question(question: QuestionDiff, run: DiffRun, width: int) -> str:
    if not question.changes:
        return _lines(unproved_words(question), run, width)
    head = say("{question}: {verdict}", question=question.question, verdict=shares_words(question))
    left_out = (say("not proved: {reason}", reason=reason) for reason in question.unproved)
    lines = "".join(_lines(each, run, width) for each in (head, *left_out))
    return lines + "".join(_change(change, run, width) for change in question.changes)


def _change(change: Change, run: DiffRun, width: int) -> str:
    finding = change.finding
    if change.admitted is not None:
        finding = replace(finding, weighed=Severity.INFO)
    return finding_text(finding, run.texts, run.language, _below(change, run.language), width)


def _below(change: Change, language: str) -> Iterator[tuple[int, str]]:
    if (direction := direction_words(change)) is not None:
        yield 0, direction.in_language(language)
    if change.admitted is not None:
        yield 0, say("admitted: {reason}", reason=change.admitted).in_language(language)
    yield from region_lines("V101", change.finding.regions, language)


def _plans(plans: PlansHit, run: DiffRun, width: int) -> str:
    lines = [_lines(plans_words(plans), run, width)]
    for hit in plans.hit:
        lines.append(f"{INDENT}{hit.file}:{hit.line}: {hit.plan}\n")
        for each in hit.verdicts:
            said = say(
                "{question}, {subject}: {before} → {after}",
                question=each.question,
                subject=each.subject,
                before=decided_words(each.before),
                after=decided_words(each.after),
            )
            lines.append(f"{INDENT * 2}{said.in_language(run.language)}\n")
    return "".join(lines) + findings_text(plans.findings, run.texts, run.asked)


def _lines(message: Message, run: DiffRun, width: int) -> str:
    return "".join(f"{line}\n" for line in wrapped(message.in_language(run.language), width, INDENT))
