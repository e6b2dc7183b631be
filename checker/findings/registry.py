"""The registry of finding ids: one line an id, with its name, default severity and kind.

Families: S syntax, N names, T types, D documents, dates and relations, F facts of a plan, A not analysed.
"""

from __future__ import annotations

from msgspec import Struct


class Entry(Struct, frozen=True):
    """What is fixed about an id: `severity` is error, warning or info; `kind` the word the conformance corpus uses."""

    id: str
    name: str
    severity: str
    kind: str


_ENTRIES = (
    Entry("S101", "text that cannot be read here", "error", "syntax"),
    Entry("S102", "character that belongs to no word", "error", "syntax"),
    Entry("S103", "text or bracket left open", "error", "syntax"),
    Entry("S104", "clause given twice", "error", "syntax"),
    Entry("S105", "file cannot be read", "error", "syntax"),
    Entry("S106", "clause missing", "error", "syntax"),
    Entry("N201", "unknown name", "error", "name"),
    Entry("N202", "name declared twice", "error", "name"),
    Entry("N203", "name with two meanings at one place", "error", "name"),
    Entry("N204", "Chinese words run together", "error", "name"),
    Entry("T301", "types do not fit", "error", "type"),
    Entry("T302", "value cannot be read by its type", "error", "type"),
    Entry("T303", "effect does not fit its question", "error", "type"),
    Entry("T304", "fact of a list element outside its question", "error", "type"),
    Entry("T305", "optional fact tested without a guard", "warning", "type"),
    Entry("D101", "document clause missing", "error", "document"),
    Entry("D102", "item the document does not have", "error", "document"),
    Entry("D103", "item neither encoded nor excused", "error", "document"),
    Entry("D104", "provision without citation", "error", "document"),
    Entry("D105", "dates in the wrong order", "error", "document"),
    Entry("D106", "code table cannot be read", "error", "document"),
    Entry("D107", "rulebook header missing or doubled", "error", "document"),
    Entry("D201", "lower rank attacks higher without power", "error", "relation"),
    Entry("D202", "exception silent on a question it excepts", "error", "relation"),
    Entry("D203", "relation without a common question", "error", "relation"),
    Entry("D204", "known gap where silence has a meaning", "error", "relation"),
    Entry("D205", "practice that excepts or overrides", "error", "relation"),
    Entry("D206", "provision that contradicts itself", "error", "relation"),
    Entry("D207", "power cited from a text that cannot give it", "error", "relation"),
    Entry("D208", "reading with no other, or both ways at once", "error", "relation"),
    Entry("D209", "table rows that meet, or that no case reaches", "error", "relation"),
    Entry("D301", "circle", "error", "cycle"),
    Entry("F401", "unknown key or value in a plan", "error", "name"),
    Entry("F402", "value of the wrong type in a plan", "error", "type"),
    Entry("F403", "key given twice in a plan", "error", "duplicate"),
    Entry("F404", "plan that cannot happen", "error", "never"),
    Entry("F405", "plan that cannot be read", "error", "syntax"),
    Entry("F406", "expectation that cannot be read", "error", "type"),
    Entry("A101", "not analysed", "error", "analysis"),
    Entry("X901", "fault of the program", "error", "fault"),
)

REGISTRY: dict[str, Entry] = {entry.id: entry for entry in _ENTRIES}
