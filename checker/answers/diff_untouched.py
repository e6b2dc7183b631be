"""Which questions nothing has touched: all that bears on them is word for word the same in two rulebooks.

Takes two laws; tells it of a question. What says the same in other words is not recognised here: then the cases
themselves are compared. Places in files are of no matter, and neither is the sequence of statements.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct, structs

from checker.findings import Span
from checker.logic import Law
from checker.logic.question import gather
from checker.logic.world import scalar_facts
from checker.rulebook.model import CodeTable, CodeType, Rulebook

Plain = object


class Untouched:
    """Two laws, to be asked of questions that both have."""

    def __init__(self, before: Law, after: Law) -> None:
        self._laws = (before, after)

    def holds(self, question: str) -> bool:
        """Tell whether a question, all it tests, and all provisions around them are the same."""
        before, after = self._laws
        return self._is_alike and _around(before, question) == _around(after, question)

    @cached_property
    def _is_alike(self) -> bool:
        before, after = self._laws
        return (before.as_of, before.timeline.turned) == (after.as_of, after.timeline.turned) and _common(
            before
        ) == _common(after)


def _common(law: Law) -> Plain:
    """Return what bears on every question: time, ranks, facts with their tables, documents, what cannot happen."""
    book = law.book
    header = structs.replace(book.header, name="", title=None, version=None)
    return _plain(
        (
            header,
            book.records,
            book.facts,
            frozenset(map(_table, _tables(book))),
            book.documents,
            frozenset(map(_plain, book.repeals)),
            frozenset(map(_plain, book.impossibilities)),
        )
    )


def _around(law: Law, question: str) -> Plain:
    """Return a question and those it tests, with all provisions around them and the silences on record."""
    book = law.book
    layers, _ = gather(law.timeline, question, True)
    questions = {layer.question.name for layer in layers}
    members = {name for layer in layers for name in layer.network.members}
    provisions = [
        each
        for name, each in book.provisions.items()
        if name in members or (each.replaces is not None and each.replaces.target in members)
    ]
    gaps = [gap for gap in book.known_gaps if not questions.isdisjoint(gap.questions)]
    return (
        frozenset(_plain(book.questions[name]) for name in questions),
        frozenset(map(_plain, provisions)),
        frozenset(map(_plain, gaps)),
    )


def _tables(book: Rulebook) -> Iterator[CodeTable]:
    """Go through the code tables of facts and of answers, and through those their codes lead to, each once."""
    types = [*(fact.type for fact in scalar_facts(book)), *(question.answers for question in book.questions.values())]
    left = [kind.table for kind in types if isinstance(kind, CodeType)]
    seen: list[CodeTable] = []
    while left:
        table = left.pop()
        if table not in seen:
            seen.append(table)
            yield table
            left += [each.type.table for each in table.attributes if isinstance(each.type, CodeType)]


def _table(table: CodeTable) -> Plain:
    return _plain((table.names, table.closed, table.attributes, table.rows))


def _plain(value: object) -> Plain:
    """Give a value of the model without places, such that equal values are equal whatever they were read from.

    A table is but named: its codes may lead back to it.
    """
    if isinstance(value, Span):
        return None
    if isinstance(value, CodeTable):
        return value.names
    if isinstance(value, Struct):
        fields = ((name, getattr(value, name)) for name in value.__struct_fields__)
    elif dataclasses.is_dataclass(value):
        fields = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
    elif isinstance(value, Mapping):
        return frozenset((_plain(key), _plain(inner)) for key, inner in value.items())
    elif isinstance(value, tuple | list):
        return tuple(map(_plain, value))
    elif isinstance(value, frozenset | set):
        return frozenset(map(_plain, value))
    else:
        return value
    return (type(value).__name__, *((name, _plain(inner)) for name, inner in fields))
