"""What a rulebook holds, as JSON of the schema `lexport.show/1` (docs/reference/json.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from checker.findings import Finding
from checker.reports.findings_json import findings_json
from checker.reports.show_text import Entry
from checker.reports.tool import TOOL
from checker.rulebook.model import Rulebook

SCHEMA = "lexport.show/1"


def show_json(
    book: Rulebook | None,
    entries: Iterable[Entry] = (),
    specialty: Iterable[tuple[str, str]] = (),
    findings: Iterable[Finding] = (),
    *,
    with_cards: bool = False,
) -> str:
    """Write the document; with cards, each entry has the text of its own."""
    document = {
        "schema": SCHEMA,
        "tool": TOOL,
        "rulebook": {"name": book.header.name, "digest": book.digest} if book else None,
        "entries": [
            {
                "kind": entry.kind,
                "name": entry.names[0],
                "names": list(entry.names),
                "title": entry.title,
                "at": entry.at,
                "card": entry.card() if with_cards else None,
            }
            for entry in entries
        ],
        "specialty": [{"special": special, "general": general} for special, general in specialty],
        "findings": findings_json(findings),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
