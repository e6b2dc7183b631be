"""What a linter found, as JSON of the schema `lexport.lint/1` (docs/reference/json.md, lint.schema.json)."""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers.allowing import Allowed
from checker.answers.lint import LintReport
from checker.findings import Finding
from checker.reports.findings_json import Object, findings_json
from checker.reports.findings_text import languages
from checker.reports.json_document import json_document
from checker.reports.lint_run import LintRun
from checker.reports.regions_json import regions_json
from checker.rulebook.days import write_day

SCHEMA = "lexport.lint/1"


def lint_json(run: LintRun) -> str:
    """Write the document, indented, with a line break at the end."""
    report = run.report
    contents = {
        "rulebook": _rulebook(report) if report else None,
        "fail_on": run.threshold if report else None,
        "failed": run.failed if report else None,
        "looked_for": list(report.looked_for) if report else [],
        "extent": _extent(report) if report else None,
        "on_record": _on_record(report) if report else None,
        "findings": _findings(run.findings, run),
        "allowed": [_allowed(each, run) for each in report.allowed] if report else [],
        "on_request": dict(report.on_request) if report else {},
        "baseline": _baseline(report, run) if report else None,
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


def _findings(findings: Iterable[Finding], run: LintRun) -> list[Object]:
    told = tuple(findings)
    spoken = languages(told, run.texts, run.asked)
    written = findings_json(told, run.texts, run.asked)
    return [
        {
            **each,
            "concerns": list(finding.concerns),
            "regions": [regions_json(finding.id, one, run.scenarios, language) for one in finding.regions],
            "state": run.state(finding),
        }
        for finding, each, language in zip(told, written, spoken, strict=True)
    ]


def _allowed(allowed: Allowed, run: LintRun) -> Object:
    (finding,) = _findings((allowed.finding,), run)
    by = allowed.by
    until = None if by.until is None else write_day(by.until)
    return {"finding": {**finding, "state": None}, "because": by.because, "until": until, "at": str(by.span)}


def _baseline(report: LintReport, run: LintRun) -> Object | None:
    baseline = report.baseline
    if baseline is None:
        return None
    known = [{**finding, "state": "known"} for finding in _findings(baseline.known, run)]
    return {"against": baseline.against, "known": known, "stale": baseline.stale}
