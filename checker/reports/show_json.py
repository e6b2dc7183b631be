"""What a rulebook holds, as JSON of the schema `lexport.show/1` (docs/reference/json.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from checker.reports.findings_json import Object
from checker.reports.show_text import Entry
from checker.reports.tool import TOOL
from checker.rulebook.model import Rulebook

SCHEMA = "lexport.show/1"


def show_json(
    book: Rulebook | None,
    entries: Iterable[Entry] = (),
    specialty: Iterable[tuple[str, str]] = (),
    findings: Iterable[Object] = (),
    *,
    with_cards: bool = False,
    aloud: bool = False,
) -> str:
    """Write the document; with cards, each entry has the text of its own: a card, or what is read aloud.

    `findings` are as `findings_json` gives them.
    """
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
                "card": entry.card() if with_cards and not aloud else None,
                "aloud": entry.card() if aloud else None,
            }
            for entry in entries
        ],
        "specialty": [{"special": special, "general": general} for special, general in specialty],
        "findings": list(findings),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
