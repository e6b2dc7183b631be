"""What a linter found, as Markdown for a pull request: the outcome, a table of counts, findings to be opened.

Takes a run, gives text. Whatever others wrote stands in the markup of `finding_html`, where no sign of Markdown counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings import Finding, Message, Severity, say
from checker.reports.finding_html import escaped, finding_body, inline
from checker.reports.findings_text import languages
from checker.reports.lint_run import (
    LintRun,
    baseline_words,
    found_words,
    looked_at_words,
    on_record_words,
    on_request_words,
)

MOST_FINDINGS = 100
"""How many findings are written out: a comment on a pull request has an end."""


def lint_markdown(run: LintRun) -> str:
    """Write the comment; findings in the language asked for, or in that of their file."""
    return "".join(f"{part}\n\n" for part in _parts(run)).rstrip("\n") + "\n"


def _parts(run: LintRun) -> Iterator[str]:
    report, language = run.report, run.language
    outcome = say("failed") if run.failed else say("passed")
    said = say("nothing was looked at") if report is None else found_words(report)
    yield f"**lexport lint: {outcome.in_language(language)}**<br>{inline(said.in_language(language))}"
    if report is not None:
        yield _table(run)
    yield from findings_markdown(run)
    if report is not None:
        closing = (baseline_words(report), on_request_words(report), looked_at_words(report), on_record_words(report))
        yield "<br>\n".join(f"<sub>{inline(each.in_language(language))}</sub>" for each in closing if each)


def findings_markdown(run: LintRun) -> Iterator[str]:
    """Go through the findings, each to be opened; of very many the first, and how many more there are."""
    spoken = languages(run.findings, run.texts, run.asked)
    told = list(zip(run.findings, spoken, strict=True))
    for finding, one in told[:MOST_FINDINGS]:
        yield _details(finding, run, one)
    if len(told) > MOST_FINDINGS:
        further = say("findings that are not shown here: {number}", number=len(told) - MOST_FINDINGS)
        yield inline(further.in_language(run.language))


def _table(run: LintRun) -> str:
    """Count by weight: what is found, known from before, allowed."""
    report = run.report
    assert report is not None
    known = report.baseline.known if report.baseline else ()
    columns: list[tuple[Message, tuple[Finding, ...]]] = [(say("found"), report.findings)]
    if report.baseline is not None:
        columns.append((say("known"), known))
    columns.append((say("allowed"), tuple(each.finding for each in report.allowed)))
    heads = " | ".join(head.in_language(run.language) for head, _ in columns)
    rows = [
        " | ".join([weight.value, *(str(sum(f.severity is weight for f in found)) for _, found in columns)])
        for weight in Severity
    ]
    return "\n".join([f"| | {heads} |", f"|---|{'---:|' * len(columns)}", *(f"| {row} |" for row in rows)])


def _details(finding: Finding, run: LintRun, language: str) -> str:
    place = f" <code>{escaped(str(finding.span))}</code>" if finding.span else ""
    said = inline(finding.message.in_language(language)).replace("<br>", " ")
    head = f"<summary><b>{finding.severity.value} {finding.id}</b>{place} {said}</summary>"
    body = finding_body(finding, run, language)
    return "\n".join(["<details>", head, *([body] if body else []), "</details>"])
