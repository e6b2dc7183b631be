"""The vocabulary of a rulebook under other names: its records, facts, types and code tables.

Takes a rulebook and the new names of the things of each space; gives each part of the vocabulary anew, and what a
value of a type is to be called. Knows no condition and no norm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec.structs import replace

from checker.rulebook.model import (
    Attribute,
    CodeRow,
    CodeTable,
    CodeType,
    Dated,
    Fact,
    FieldType,
    FiniteType,
    Listed,
    ListType,
    NamedValue,
    Record,
    RecordField,
    RecordType,
    Rulebook,
    presence_type,
)
from checker.rulebook.nameable import FACTS, Key, Place, attribute_named, key_of, place_of, tables_of

Renamings = Mapping[Key, Mapping[str, tuple[str, ...]]]
"""By space and canonical name the new name of a thing, or the names of the things it becomes."""

Images = Mapping[str, tuple[str, ...]]
"""By value what it is called, where it has another name or becomes several."""


class Retyping:
    """The vocabulary of a rulebook under other names."""

    def __init__(self, book: Rulebook, renamings: Renamings) -> None:
        self._book = book
        self._renamings = renamings

    def renamed(self, key: Key, name: str) -> str:
        """Return what one thing of a space is called, which stays one."""
        return self._renamings.get(key, {}).get(name, (name,))[0]

    def images(self, declared: FieldType | None, place: Place) -> Images:
        """Return what the values of a type declared at a place are called."""
        key = key_of(declared, place)
        return {} if key is None else self._renamings.get(key, {})

    def images_of(self, fact: Fact, chain: Iterable[str] = ()) -> Images:
        """Return what the values of a fact, or of an attribute reached from it, are called."""
        return self.images(*self._reached(fact, chain))

    def value(self, value: str, images: Images) -> str:
        """Return what a value is called that stays one."""
        return images.get(value, (value,))[0]

    def record(self, record: Record) -> Record:
        """Give a record with the names and the types its fields have."""
        return replace(record, fields=tuple(self.field(record.names[0], field) for field in record.fields))

    def field(self, record: str | None, field: RecordField) -> RecordField:
        """Give a field of a record, or a fact of the plan (no record)."""
        names = names_after(field.names, (self.renamed(_space(record), field.name),))
        return replace(field, names=names, type=self.type(field.type, place_of(record, field.name)))

    def type(self, declared: FieldType, place: Place) -> FieldType:
        """Give a type that is declared at a place."""
        match declared:
            case CodeType(table):
                return CodeType(self._tables[table.names[0]])
            case FiniteType(form, name, values):
                called = self._place_name(place) if form == "one of" else name
                return FiniteType(form, called, self._values(values, self.images(declared, place)))
        return declared

    def type_of(self, fact: Fact, chain: Iterable[str]) -> FieldType:
        """Give the type of a fact, or of an attribute reached from it."""
        declared, place = self._reached(fact, chain)
        return self.fact(fact).type if declared is None else self.type(declared, place)

    def fact(self, fact: Fact) -> Fact:
        """Give a fact: where it is found, how it is written, its type."""
        listed = None if fact.list is None else self._list(fact.list)
        path, behind, field = self._way(None if listed is None else listed[1], fact.path)
        label = _label(fact.label, path, listed is not None)
        presence = behind is not None or field is None
        declared = presence_type(label) if presence else self.type(fact.type, self._place(fact))
        assert not isinstance(declared, RecordType | ListType)
        return replace(fact, path=path, list=None if listed is None else listed[0], label=label, type=declared)

    def listed(self, listed: Listed) -> Listed:
        """Give a list a condition looks into."""
        outer = None if listed.outer is None else self._list(listed.outer)
        path, _, _ = self._way(None if outer is None else outer[1], listed.path.split("."))
        return replace(
            listed,
            name=self.list_name(listed.name),
            path=".".join(path),
            outer=None if outer is None else outer[0],
            label=_label(listed.label, path, outer is not None),
        )

    def list_name(self, name: str) -> str:
        """Return what a list is called, with those it is within: `trucks[].loads`."""
        return self._list(name)[0]

    def label(self, text: str, of: str | None) -> str:
        """Give a fact with its attributes, as it is written; `of` is the list whose element may be meant."""
        first, *rest = text.split(".")
        if of is not None and self._list(of)[1] == first:
            return ".".join((first, *self._way(first, rest)[0]))
        return ".".join(self._way(None, (first, *rest))[0])

    def _list(self, name: str) -> tuple[str, str]:
        """Return what a list is called, and the record of its elements."""
        record: str | None = None
        found = []
        for way in name.split("[]."):
            path, record, _ = self._way(record, way.split("."))
            found.append(".".join(path))
        assert record is not None
        return "[].".join(found), record

    def _way(self, record: str | None, path: Iterable[str]) -> tuple[tuple[str, ...], str | None, RecordField | None]:
        """Return a way through records anew, the record it ends in and the field; attributes behind one stay."""
        found: list[str] = []
        at: str | None = record
        field: RecordField | None = None
        ended = False
        for part in path:
            field = None if ended else self._field(at, part)
            found.append(part if field is None else self.renamed(_space(at), part))
            at = field.type.record if field is not None and isinstance(field.type, RecordType | ListType) else None
            ended = at is None
        return tuple(found), at, field

    def _field(self, record: str | None, name: str) -> RecordField | None:
        if record is None:
            return self._book.facts.get(name)
        return next((field for field in self._book.records[record].fields if field.name == name), None)

    def _place(self, fact: Fact) -> Place:
        record = None if fact.list is None else self._list(fact.list)[1]
        return place_of(self._way(record, fact.path[:-1])[1], fact.path[-1])

    def _reached(self, fact: Fact, chain: Iterable[str]) -> tuple[FieldType | None, Place]:
        """Return the type of a fact or an attribute reached from it, and where that is declared; none for a record."""
        declared: FieldType | None = fact.type
        if isinstance(declared, FiniteType) and declared.form == "presence":
            return None, ()
        place = self._place(fact)
        for name in chain:
            assert isinstance(declared, CodeType)
            place = ("attribute", declared.name, name)
            declared = attribute_named(declared.table, name).type
        return declared, place

    def _place_name(self, place: Place) -> str:
        """Return the name of what is declared at a place; an attribute keeps its own."""
        if place[0] == "attribute":
            return place[-1]
        key = place[:-1] if place[0] != "field" else place[:2]
        return self.renamed(key, place[-1])

    def _values(self, values: tuple[NamedValue, ...], images: Images) -> tuple[NamedValue, ...]:
        return tuple(
            replace(
                value,
                names=names_after(value.names, (name,)) if len(images.get(value.name, ())) < 2 else (name,),
                above=None if value.above is None else self.value(value.above, images),
            )
            for value in values
            for name in images.get(value.name, (value.name,))
        )

    @cached_property
    def _tables(self) -> Mapping[str, CodeTable]:
        """The code tables; attributes may name each other's codes, so they are filled once all of them are there."""
        old = {table.names[0]: table for table in tables_of(self._book)}
        found = {name: CodeTable(table.names, table.file, table.closed, (), {}) for name, table in old.items()}
        self.__dict__["_tables"] = found
        for name, table in old.items():
            attributes = tuple(self._attribute(name, attribute) for attribute in table.attributes)
            rows = {row.code: row for each in table.rows.values() for row in self._rows(table, each)}
            object.__setattr__(found[name], "attributes", attributes)
            object.__setattr__(found[name], "rows", rows)
        return found

    def _attribute(self, table: str, attribute: Attribute) -> Attribute:
        declared = self.type(attribute.type, ("attribute", table, attribute.name))
        assert not isinstance(declared, RecordType | ListType)
        return replace(attribute, type=declared)

    def _rows(self, table: CodeTable, row: CodeRow) -> Iterable[CodeRow]:
        codes = self._renamings.get(("codes", table.names[0]), {})
        attributes = {name: self._dated(table, name, dated) for name, dated in row.attributes.items()}
        parent = None if row.parent is None else self.value(row.parent, codes)
        return [CodeRow(code, parent, attributes) for code in codes.get(row.code, (row.code,))]

    def _dated(self, table: CodeTable, name: str, dated: tuple[Dated, ...]) -> tuple[Dated, ...]:
        images = self.images(attribute_named(table, name).type, ("attribute", table.names[0], name))
        return tuple(
            replace(each, value=self.value(each.value, images)) if isinstance(each.value, str) else each
            for each in dated
        )


def names_after(names: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """Return all names of a thing under a new one, or of the things it becomes; only what stays one keeps aliases."""
    return new if len(new) > 1 else (*new, *(name for name in names[1:] if name not in new))


def _space(record: str | None) -> Key:
    return FACTS if record is None else ("field", record)


def _label(label: str, path: tuple[str, ...], of_element: bool) -> str:
    """Write a way as rule files do: an element by its record's name."""
    return ".".join((label.split(".", 1)[0], *path) if of_element else path)
