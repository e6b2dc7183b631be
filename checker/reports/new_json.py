"""What was written anew, as JSON of the schema `lexport.new/1` (docs/reference/json.md)."""

from __future__ import annotations

from collections.abc import Iterable

from checker.findings import Finding
from checker.reports.findings_json import NO_TEXTS, Texts, findings_json
from checker.reports.json_document import json_document

SCHEMA = "lexport.new/1"


def new_json(
    files: Iterable[tuple[str | None, str]],
    findings: Iterable[Finding] = (),
    texts: Texts = NO_TEXTS,
    language: str | None = None,
) -> str:
    """Write the document: each file with its text; one that was not written to disk has none."""
    contents = {
        "files": [{"file": file, "text": text} for file, text in files],
        "findings": findings_json(findings, texts, language),
    }
    return json_document(SCHEMA, contents)
