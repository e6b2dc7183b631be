"""What a linter found, as JSON of the schema `lexport.lint/1` (docs/reference/json.md).

Takes the record of a run, or None when there was nothing to look at, and the findings that kept it from running.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers.allowing import Allowed
from checker.answers.lint import LintReport
from checker.findings import Finding, Severity
from checker.reports.findings_json import NO_TEXTS, Object, Texts, findings_json
from checker.reports.json_document import json_document
from checker.rulebook.days import write_day

SCHEMA = "lexport.lint/1"


def lint_json(
    report: LintReport | None,
    threshold: Severity | None = None,
    findings: Iterable[Finding] = (),
    texts: Texts = NO_TEXTS,
    language: str | None = None,
) -> str:
    """Write the document, indented, with a line break at the end."""
    said = (*(report.findings if report else ()), *findings)
    contents = {
        "rulebook": _rulebook(report) if report else None,
        "fail_on": threshold,
        "failed": report.fails(threshold) if report and threshold else None,
        "looked_for": list(report.looked_for) if report else [],
        "extent": _extent(report) if report else None,
        "on_record": _on_record(report) if report else None,
        "findings": _findings(said, texts, language),
        "allowed": [_allowed(each, texts, language) for each in report.allowed] if report else [],
    }
    return json_document(SCHEMA, contents)


def _rulebook(report: LintReport) -> Object:
    return {
        "name": report.rulebook,
        "version": report.version,
        "digest": report.digest,
        "reviewed_until": report.reviewed_until,
    }


def _extent(report: LintReport) -> Object:
    extent = report.extent
    return {
        "documents": extent.documents,
        "provisions": extent.provisions,
        "questions": extent.questions,
        "facts": extent.facts,
    }


def _on_record(report: LintReport) -> Object:
    record = report.on_record
    return {
        "never": record.nevers,
        "known_gap": record.known_gaps,
        "allow": record.allowances,
        "not_encoded": record.not_encoded,
    }


def _findings(findings: Iterable[Finding], texts: Texts, language: str | None) -> list[Object]:
    told = tuple(findings)
    written = findings_json(told, texts, language)
    return [{**each, "concerns": list(finding.concerns)} for finding, each in zip(told, written, strict=True)]


def _allowed(allowed: Allowed, texts: Texts, language: str | None) -> Object:
    (finding,) = _findings((allowed.finding,), texts, language)
    by = allowed.by
    until = None if by.until is None else write_day(by.until)
    return {"finding": finding, "because": by.because, "until": until, "at": str(by.span)}
