"""The pages of this folder: rules, and beside each what has to be heard when it is read aloud, in both languages.

A fence `aloud LANGUAGE NAME` holds the reading of what bears the name.
"""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from checker.reports.aloud.entries import aloud_entries
from checker.reports.aloud.material import Material
from checker.rulebook.codes import TableFile
from checker.rulebook.load import load_texts
from checker.syntax import SourceFile, parse_file
from tests.literate_pages import FILE_FENCE, Page, read_page

FOLDER = Path(__file__).resolve().parent
_EXPECTED = re.compile(r"^```aloud (en|zh) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Expected(Struct, frozen=True):
    """What is to be heard."""

    page: str
    language: str
    name: str
    text: str


def pages() -> tuple[Page, ...]:
    """Read the pages, in the order of their numbers."""
    return tuple(read_page(path) for path in sorted(FOLDER.glob("[0-9]*.md")))


def expected_of(page: Page) -> tuple[Expected, ...]:
    """List what a page expects to be heard."""
    return tuple(Expected(page.name, *found) for found in _EXPECTED.findall(page.text))


def material_of(texts: dict[str, str]) -> Material:
    """Load a rulebook from texts by their paths, with its statements."""
    book, findings = load_texts(texts)
    assert book is not None, [f"{finding.span}: {finding.message}" for finding in findings]
    rules = [SourceFile(name, text) for name, text in sorted(texts.items()) if name.endswith((".md", ".rules"))]
    statements = [statement for file in rules for statement in parse_file(file)[0].statements]
    return Material(book, statements, {name: TableFile(name, text) for name, text in texts.items()})


def material(page: Page) -> Material:
    """Load the rulebook of a page."""
    return material_of({page.name: page.text, **dict(FILE_FENCE.findall(page.text))})


def heard(of: Material, name: str, language: str) -> str:
    """Read aloud what bears a name."""
    entry = next(entry for entry in aloud_entries(of, language, None) if name in entry.names)
    return entry.card()
