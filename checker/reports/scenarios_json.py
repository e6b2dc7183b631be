"""Scenarios held against their verdicts, as JSON of the schema `lexport.test/1` (docs/reference/json.md).

Takes the record of a run, or None when there was nothing to run, and the findings that kept it from running.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers.expectations import Mismatch, ScenarioResult
from checker.answers.run import ScenarioRun
from checker.findings import Finding
from checker.reports.findings_json import NO_TEXTS, Object, Texts, findings_json, place_json
from checker.reports.findings_text import written
from checker.reports.json_document import json_document
from checker.reports.labels import DEFAULT_LANGUAGE

SCHEMA = "lexport.test/1"


def scenarios_json(
    run: ScenarioRun | None, findings: Iterable[Finding] = (), texts: Texts = NO_TEXTS, language: str | None = None
) -> str:
    """Write the document, indented, with a line break at the end."""
    contents = {
        "rulebook": {"name": run.rulebook, "digest": run.digest} if run else None,
        "passed": run.passed if run else 0,
        "failed": run.failed if run else 0,
        "unread": run.unread if run else 0,
        "scenarios": [_scenario(result, language or DEFAULT_LANGUAGE) for result in run.results] if run else [],
        "findings": findings_json([*(run.findings if run else ()), *findings], texts, language),
    }
    return json_document(SCHEMA, contents)


def _scenario(result: ScenarioResult, language: str) -> Object:
    return {
        "plan": result.plan,
        "file": result.file,
        "line": result.line,
        "passed": result.passed,
        "mismatches": [_mismatch(mismatch, language) for mismatch in result.mismatches],
    }


def _mismatch(mismatch: Mismatch, language: str) -> Object:
    return {
        "question": mismatch.question or None,
        "subject": mismatch.subject or None,
        "key": mismatch.key,
        "expected": written(mismatch.expected, language),
        "got": written(mismatch.got, language),
        **place_json(mismatch.span),
    }
