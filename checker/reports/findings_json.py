"""Findings as JSON values: the one shape they have in every report a program reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.findings import Finding, Span

Object = dict[str, Any]


def findings_json(findings: Iterable[Finding]) -> list[Object]:
    """Give findings as values that `json` can write; a finding without a place has null for it."""
    return [_finding(finding) for finding in findings]


def _finding(finding: Finding) -> Object:
    return {
        "id": finding.id,
        "severity": str(finding.severity),
        "message": finding.message,
        **place_json(finding.span),
        "help": finding.help or None,
        "related": [{**place_json(related.span), "message": related.message} for related in finding.related],
        "label": finding.label or None,
        "kind": finding.kind,
    }


def place_json(span: Span | None) -> Object:
    """Give a place as the three keys every object with a place has."""
    if span is None:
        return {"file": None, "start": None, "end": None}
    return {
        "file": span.file,
        "start": {"line": span.line, "column": span.column},
        "end": {"line": span.end_line, "column": span.end_column},
    }
