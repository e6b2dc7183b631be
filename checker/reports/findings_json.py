"""Findings as JSON values: the one shape they have in every report a program reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from checker.findings import Finding, Span
from checker.reports.findings_text import languages, written

Object = dict[str, Any]
Texts = Mapping[str, str]
NO_TEXTS: Texts = MappingProxyType({})


def findings_json(findings: Iterable[Finding], texts: Texts = NO_TEXTS, language: str | None = None) -> list[Object]:
    """Give findings as values that `json` can write; a finding without a place has null for it.

    Without a language each is written in that of its file.
    """
    told = list(findings)
    return [_finding(finding, one) for finding, one in zip(told, languages(told, texts, language), strict=True)]


def _finding(finding: Finding, language: str) -> Object:
    return {
        "id": finding.id,
        "severity": str(finding.severity),
        "message": finding.message.in_language(language),
        **place_json(finding.span),
        "help": written(finding.help, language) or None,
        "related": [{**place_json(r.span), "message": r.message.in_language(language)} for r in finding.related],
        "label": written(finding.label, language) or None,
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
