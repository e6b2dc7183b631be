"""What a linter found, as people read it: findings, what is allowed, what was looked at, what is on record.

Takes a run and a width; gives text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.answers.allowing import Allowed
from checker.findings import Finding, Message, say
from checker.reports.findings_text import finding_text, languages
from checker.reports.layout import WIDTH, wrapped
from checker.reports.lint_run import (
    LintRun,
    baseline_words,
    found_words,
    looked_at_words,
    on_record_words,
    on_request_words,
)
from checker.reports.region_words import region_lines


def lint_text(run: LintRun, width: int = WIDTH) -> str:
    """Write the findings, each in the language asked for or that of its file, and what was looked at."""
    found = _findings(run, width)
    report = run.report
    if report is None:
        return found
    said = (
        *_allowed(report.allowed),
        found_words(report),
        baseline_words(report),
        on_request_words(report),
        looked_at_words(report),
        on_record_words(report),
    )
    lines = [line for each in said if each for line in wrapped(each.in_language(run.language), width, "  ")]
    return "\n".join(part for part in (found, "".join(f"{line}\n" for line in lines)) if part)


def _findings(run: LintRun, width: int) -> str:
    spoken = languages(run.findings, run.texts, run.asked)
    return "".join(
        finding_text(finding, run.texts, language, _below(finding, run, language), width)
        for finding, language in zip(run.findings, spoken, strict=True)
    )


def _below(finding: Finding, run: LintRun, language: str) -> Iterator[tuple[int, str]]:
    yield from region_lines(finding.id, finding.regions, language, run.scenarios)
    if run.state(finding) == "partly-new":
        yield 0, say("some of its cases are known from the baseline").in_language(language)


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
