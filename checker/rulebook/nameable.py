"""What of a rulebook can be renamed, and how it is spoken of: `decl.mode`, `declaration.mode`, `decl.mode.sea`, `sea`.

Takes a rulebook; gives its spaces of names, each with the words that stand before a dot for it. Boolean values are
words of the language and not of the rulebook. Must not know what anything is to be called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from checker.rulebook.model import (
    Attribute,
    CodeTable,
    CodeType,
    FieldType,
    FiniteType,
    ListType,
    RecordField,
    RecordType,
    Rulebook,
)

Place = tuple[str, ...]
"""Where a type is declared: `("fact", name)`, `("field", record, name)`, `("attribute", table, name)`, `("question",
name)`."""

Key = tuple[str, ...]
"""A space of names: `FACTS`, `QUESTIONS`, `("field", record)`, `("codes", table)`, `("type", name)` for kinds and
levels, `("values", *place)` for values listed on the spot."""

FACTS, QUESTIONS = ("fact",), ("question",)


class Space(Struct, frozen=True):
    """Names that may not be given twice: by canonical name all its names; `owners` stand before a dot for it."""

    key: Key
    owners: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]

    @property
    def divides(self) -> bool:
        """Whether one of its things can become several: values and codes, not facts and questions."""
        return self.key[0] in ("values", "type", "codes")

    def canonical(self, name: str) -> str | None:
        """Return the canonical name of what has a name here."""
        return next((first for first, names in self.names.items() if name in names), None)


def place_of(record: str | None, name: str) -> Place:
    """Return the place of a fact of the plan (no record) or a field of a record."""
    return ("fact", name) if record is None else ("field", record, name)


def key_of(declared: FieldType | None, place: Place) -> Key | None:
    """Return the space that the values of a type declared at a place are named in, if they can be renamed."""
    match declared:
        case CodeType(table):
            return "codes", table.names[0]
        case FiniteType("one of"):
            return "values", *place
        case FiniteType("kinds" | "levels", name):
            return "type", name
    return None


def spaces(book: Rulebook) -> Mapping[Key, Space]:
    """Return every space of names of a rulebook."""
    found: dict[Key, tuple[dict[str, None], Mapping[str, tuple[str, ...]]]] = {}
    for key, owners, names in _spaces(book):
        found.setdefault(key, ({}, names))[0].update(dict.fromkeys(owners))
    return {key: Space(key, tuple(owners), names) for key, (owners, names) in found.items()}


_Space = tuple[Key, Iterable[str], Mapping[str, tuple[str, ...]]]


def _spaces(book: Rulebook) -> Iterator[_Space]:
    yield FACTS, (), {fact.name: fact.names for fact in book.facts.values()}
    yield QUESTIONS, (), {question.name: question.names for question in book.questions.values()}
    in_list = [fact for fact in book.facts.values() if isinstance(fact.type, ListType)]
    for fact in book.facts.values():
        yield from () if fact in in_list else _declared(book, None, fact, fact.names)
    for name, record in book.records.items():
        yield ("field", name), record.names, {field.name: field.names for field in record.fields}
        for field in record.fields:
            yield from _declared(book, name, field, _behind(record.names, field.names))
    for fact in in_list:  # of an element rule files speak by the name of its record
        yield from _declared(book, None, fact, fact.names)
    for question in book.questions.values():
        yield from _valued(question.answers, ("question", question.name), question.names)
    for table in tables_of(book):
        for attribute in table.attributes:
            owners = _behind(table.names, attribute.names)
            yield from _valued(attribute.type, ("attribute", table.names[0], attribute.name), owners)


def _declared(book: Rulebook, record: str | None, field: RecordField, owners: tuple[str, ...]) -> Iterator[_Space]:
    """Go through what stands behind a fact or a field: of a record its fields, of a type its values."""
    yield from _valued(field.type, place_of(record, field.name), owners)
    if not isinstance(field.type, RecordType | ListType):
        return
    inner = book.records[field.type.record]
    yield ("field", field.type.record), owners, {each.name: each.names for each in inner.fields}
    for each in inner.fields:
        yield from _declared(book, field.type.record, each, _behind(owners, each.names))


def _valued(declared: FieldType | None, place: Place, owners: Iterable[str]) -> Iterator[_Space]:
    key = key_of(declared, place)
    match declared:
        case CodeType(table) if key is not None:
            yield key, (*table.names, *owners), {code: (code,) for code in table.rows}
        case FiniteType(_, name, values) if key is not None:
            named = () if key[0] == "values" else (name,)
            yield key, (*named, *owners), {value.name: value.names for value in values}


def tables_of(book: Rulebook) -> tuple[CodeTable, ...]:
    """Return every code table that is reached from a fact or an answer, each once."""
    fields = (*book.facts.values(), *(field for record in book.records.values() for field in record.fields))
    found: dict[str, CodeTable] = {}
    _reach([field.type for field in fields], found)
    _reach([question.answers for question in book.questions.values()], found)
    return tuple(found.values())


def attribute_named(table: CodeTable, name: str) -> Attribute:
    """Return an attribute by its canonical name."""
    return next(attribute for attribute in table.attributes if attribute.name == name)


def _reach(types: Iterable[FieldType | None], found: dict[str, CodeTable]) -> None:
    for each in types:
        if isinstance(each, CodeType) and each.name not in found:
            found[each.name] = each.table
            _reach((attribute.type for attribute in each.table.attributes), found)


def _behind(owners: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    names = tuple(names)
    return tuple(f"{owner}.{name}" for owner in owners for name in names)
