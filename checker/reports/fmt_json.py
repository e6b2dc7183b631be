"""What became of files that were laid out, as JSON of the schema `lexport.fmt/1` (docs/reference/json.md)."""

from __future__ import annotations

from collections.abc import Iterable

from checker.authoring.tidying import Tidied
from checker.findings import Finding
from checker.reports.findings_json import NO_TEXTS, Texts, findings_json
from checker.reports.fmt_text import diff_text
from checker.reports.json_document import json_document

SCHEMA = "lexport.fmt/1"


def fmt_json(
    tidied: Iterable[Tidied],
    findings: Iterable[Finding] = (),
    texts: Texts = NO_TEXTS,
    language: str | None = None,
    *,
    with_texts: bool = False,
) -> str:
    """Write the document; with texts, each file has its whole new text, since it is written nowhere else."""
    contents = {
        "files": [
            {
                "file": each.file,
                "laid_out": each.new is not None,
                "changed": each.changes,
                "mended": each.mended,
                "text": each.new if with_texts else None,
                "diff": diff_text(each) if each.changes else None,
            }
            for each in tidied
        ],
        "findings": findings_json(findings, texts, language),
    }
    return json_document(SCHEMA, contents)
