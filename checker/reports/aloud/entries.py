"""What can be read aloud by its name: all that `show` lists, and the definitions.

Takes the material; gives the entries of `show` with a reading in place of the card.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checker.reports.aloud.material import Material
from checker.reports.aloud.reading import aloud, definition_names
from checker.reports.aloud.sentences import wrapped_text
from checker.reports.show_text import Entry, entries


def aloud_entries(material: Material, language: str, width: int | None) -> Iterator[Entry]:
    """Go through all that can be read aloud; without a width, lines are as long as their sentences."""
    for entry in entries(material.book, language, width or 0):
        read = partial(_read, material, entry.kind, entry.names[0], language, width)
        yield Entry(entry.kind, entry.names, entry.title, entry.at, read)
    for name, spelled in definition_names(material):
        span = material.definition_span(name)
        read = partial(_read, material, "definition", name, language, width)
        yield Entry("definition", spelled, None, f"{span.file}:{span.line}", read)


def _read(material: Material, kind: str, name: str, language: str, width: int | None) -> str:
    text = aloud(material, kind, name, language)
    return text if width is None else wrapped_text(text, width)
