"""What was written anew, as JSON of the schema `lexport.new/1` (docs/reference/json.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from checker.findings import Finding
from checker.reports.findings_json import NO_TEXTS, Texts, findings_json
from checker.reports.tool import TOOL

SCHEMA = "lexport.new/1"


def new_json(
    files: Iterable[tuple[str | None, str]],
    findings: Iterable[Finding] = (),
    texts: Texts = NO_TEXTS,
    language: str | None = None,
) -> str:
    """Write the document: each file with its text; one that was not written to disk has none."""
    document = {
        "schema": SCHEMA,
        "tool": TOOL,
        "files": [{"file": file, "text": text} for file, text in files],
        "findings": findings_json(findings, texts, language),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
