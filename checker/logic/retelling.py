"""Conditions of one rulebook told with the code tables of another, where both have the same: then equal ones are equal.

A table is itself and no other, however alike, so that conditions can be compared at no cost; two loaded rulebooks
never share one. Takes two rulebooks; gives which tables are alike, a condition told with those of the other, and
whether the two say the same throughout.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Span
from checker.rulebook.model import CodeTable, CodeType, Rulebook
from checker.rulebook.nameable import tables_of

Told = TypeVar("Told")
_WORDS = ("text", "title", "because")


def tables_alike(before: Rulebook, after: Rulebook) -> Mapping[CodeTable, CodeTable]:
    """Find the tables that say the same in both, with all tables their attributes lead to."""
    known, others = ({table.names[0]: table for table in tables_of(book)} for book in (before, after))
    alike = {name for name, table in known.items() if name in others and _said(table) == _said(others[name])}
    while astray := {name for name in alike if not _leads_to(known[name]) <= alike}:
        alike -= astray
    return {known[name]: others[name] for name in alike}


def retold(value: Told, tables: Mapping[CodeTable, CodeTable]) -> Told:
    """Give a part of the model with other tables in place of some."""
    if isinstance(value, CodeType):
        return CodeType(tables.get(value.table, value.table))  # type: ignore[return-value]  # it is told of itself
    if isinstance(value, Struct):
        return replace(value, **{name: retold(getattr(value, name), tables) for name in value.__struct_fields__})
    if isinstance(value, tuple):
        return tuple(retold(part, tables) for part in value)  # type: ignore[return-value]  # tuples of any length
    return value


def says_the_same(before: Rulebook, after: Rulebook) -> bool:
    """Tell whether two rulebooks rule the same in the same way: all but where it stands, and its author's words."""
    tables = tables_alike(before, after)
    pairs = zip(_rules(before), _rules(after), strict=True)
    return all(
        len(one) == len(other)
        and all(a is b or _bare(a, tables) == _bare(b, {}) for a, b in zip(one, other, strict=True))
        for one, other in pairs
    )


def _rules(book: Rulebook) -> tuple[Sequence[object], ...]:
    """List all that rules something; what has no name in an order that does not hang on where it stands."""
    repeals = sorted(book.repeals, key=lambda each: (each.target, each.locator.text, each.by, each.day))
    nevers = sorted(book.impossibilities, key=lambda each: (each.text, each.list or ""))
    gaps = sorted(book.known_gaps, key=lambda each: each.name)
    named = (book.provisions, book.questions, book.documents)
    return (book.header,), repeals, nevers, gaps, *(tuple(each.values()) for each in named)


def _bare(value: object, tables: Mapping[CodeTable, CodeTable]) -> Hashable:
    match value:
        case Span():
            return None
        case CodeType(table):
            return tables.get(table, table)
        case Struct():
            fields = (name for name in value.__struct_fields__ if name not in _WORDS)
            return type(value), tuple(_bare(getattr(value, name), tables) for name in fields)
        case tuple():
            return tuple(_bare(part, tables) for part in value)
    assert isinstance(value, Hashable)
    return value


def _said(table: CodeTable) -> Hashable:
    attributes = tuple(
        (each.names, each.dated, each.type.name if isinstance(each.type, CodeType) else each.type)
        for each in table.attributes
    )
    rows = tuple((row.code, row.parent, frozenset(row.attributes.items())) for row in table.rows.values())
    return table.names, table.closed, attributes, frozenset(rows)


def _leads_to(table: CodeTable) -> set[str]:
    return {each.type.name for each in table.attributes if isinstance(each.type, CodeType)}
