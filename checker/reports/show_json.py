"""What a rulebook holds, as JSON of the schema `lexport.show/1` (docs/reference/json.md)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from checker.findings import Finding
from checker.reports.findings_json import NO_TEXTS, Texts, findings_json
from checker.reports.json_document import json_document
from checker.reports.show_text import Entry
from checker.rulebook.model import Rulebook

SCHEMA = "lexport.show/1"


def show_json(
    book: Rulebook | None,
    entries: Iterable[Entry] = (),
    specialty: Iterable[tuple[str, str]] = (),
    findings: Iterable[Finding] = (),
    texts: Texts = NO_TEXTS,
    language: str | None = None,
    *,
    told: Literal["card", "aloud", "tree"] | None = None,
) -> str:
    """Write the document; `told` says whether each entry has its card, its reading or its tree with it, or nothing."""
    contents = {
        "rulebook": {"name": book.header.name, "digest": book.digest} if book else None,
        "entries": [
            {
                "kind": entry.kind,
                "name": entry.names[0],
                "names": list(entry.names),
                "title": entry.title,
                "at": entry.at,
                "card": entry.card() if told == "card" else None,
                "aloud": entry.card() if told == "aloud" else None,
                "tree": entry.card() if told == "tree" else None,
            }
            for entry in entries
        ],
        "specialty": [{"special": special, "general": general} for special, general in specialty],
        "findings": findings_json(findings, texts, language),
    }
    return json_document(SCHEMA, contents)
