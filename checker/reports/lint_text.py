"""What a linter found, as people read it: findings, what is allowed, what was looked at, what is on record.

Takes the record of a run and the texts of the files, for excerpts; gives text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from checker.answers.allowing import Allowed
from checker.answers.lint import LintReport
from checker.findings import Message, Severity, row, say
from checker.reports.findings_text import findings_text
from checker.reports.labels import DEFAULT_LANGUAGE
from checker.reports.layout import wrapped

_COUNTED = {
    Severity.ERROR: say("errors: {number}"),
    Severity.WARNING: say("warnings: {number}"),
    Severity.INFO: say("hints: {number}"),
}


def lint_text(report: LintReport, texts: Mapping[str, str], asked: str | None, width: int) -> str:
    """Write the findings, each in the language asked for or that of its file, and what was looked at."""
    language = asked or DEFAULT_LANGUAGE
    found = findings_text(report.findings, texts, asked)
    closing = (*_allowed(report.allowed), _found(report), _looked_at(report), _on_record(report))
    lines = [line for each in closing for line in wrapped(each.in_language(language), width, "  ")]
    return "\n".join(part for part in (found, "".join(f"{line}\n" for line in lines)) if part)


def _allowed(every: tuple[Allowed, ...]) -> Iterator[Message]:
    """Go through the allowances that met something, each with how many findings it covers."""
    for by, number in Counter(each.by for each in every).items():
        yield say(
            "{place}: allows {number} × {id} (because: {reason})",
            place=str(by.span),
            number=number,
            id=by.finding,
            reason=by.because,
        )


def _found(report: LintReport) -> Message:
    if not report.findings:
        return say("nothing found that is not allowed") if report.allowed else say("nothing found")
    number = Counter(finding.severity for finding in report.findings)
    weights = (weight for weight in _COUNTED if number[weight])
    return say("found {counts}", counts=row(_counted(weight, number[weight]) for weight in weights))


def _counted(weight: Severity, number: int) -> Message:
    return Message(_COUNTED[weight].template, (("number", number),))


def _looked_at(report: LintReport) -> Message:
    extent = report.extent
    return say(
        "looked for {ids} (provisions: {provisions}, questions: {questions}, documents: {documents}, facts: {facts})",
        ids=row(report.looked_for),
        provisions=extent.provisions,
        questions=extent.questions,
        documents=extent.documents,
        facts=extent.facts,
    )


def _on_record(report: LintReport) -> Message:
    record = report.on_record
    return say(
        "on record: {nevers} `never`, {gaps} `known gap`, {allowances} `allow`, {omissions} `not encoded`",
        nevers=record.nevers,
        gaps=record.known_gaps,
        allowances=record.allowances,
        omissions=record.not_encoded,
    )
