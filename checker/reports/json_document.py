"""The frame of every JSON document: its schema first, then the program that wrote it (docs/reference/json.md)."""

from __future__ import annotations

import json

from checker import __version__
from checker.reports.findings_json import Object


def json_document(schema: str, contents: Object) -> str:
    """Write a document, indented, with a line break at the end; its keys stand in the order given."""
    document = {"schema": schema, "tool": f"lexport {__version__}", **contents}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
