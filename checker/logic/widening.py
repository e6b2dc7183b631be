"""Fields that have other values in one of two rulebooks than in the other, and the cases that each of the two knows.

Takes the fields that the conditions of each need; gives those to widen, and where the values of one of them lie. A
fact that only one of the two declares has no other values; one that only one of them reads may have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import takewhile

from msgspec.structs import replace

from checker.logic.case import Case
from checker.logic.fields import UNLISTED, Atom, Classes, Extent, Field, Virtual
from checker.logic.lowering import Widened
from checker.logic.places import Place
from checker.logic.twins import Slot
from checker.logic.world import scalar_facts
from checker.regions import Region
from checker.rulebook.model import (
    CodeType,
    FieldType,
    FiniteType,
    ListType,
    NamedValue,
    OrderedType,
    RecordField,
    RecordType,
    Rulebook,
    presence_type,
)
from checker.rulebook.nameable import tables_of

Widenings = Mapping[Slot, Widened]


def find_widened(
    books: tuple[Rulebook, Rulebook], read: tuple[Mapping[Slot, Field], Mapping[Slot, Field]]
) -> Widenings:
    """Find the fields that have other values in the one rulebook than in the other, by those that each reads."""
    found: dict[Slot, Widened] = {}
    for key, field in {**read[0], **read[1]}.items():
        if field.addends or key[0].startswith("~"):
            continue
        before, after = (own.get(key) or _declared(book, field) for book, own in zip(books, read, strict=True))
        if before is not None and after is not None and _values(before) != _values(after):
            found[key] = Widened(_united(before, after), (_values(before), _values(after)))
    return found


def find_measured_otherwise(before: Rulebook, after: Rulebook, read: Collection[Slot]) -> tuple[str, ...]:
    """Name the facts that are read and whose numbers mean something else in the other rulebook: another unit, say.

    The numbers of one such fact cannot be held against one another.
    """
    facts = [{fact.key: fact for fact in scalar_facts(book)} for book in (before, after)]
    pairs = [(fact, facts[1][key]) for key, fact in facts[0].items() if key in read and key in facts[1]]
    found = [fact.label for fact, other in pairs if _is_measured_otherwise(fact.type, other.type)]
    if any(isinstance(fact.type, CodeType) for fact, _ in pairs):
        found.extend(_attributes_measured_otherwise(before, after))
    return tuple(found)


def _attributes_measured_otherwise(before: Rulebook, after: Rulebook) -> Iterator[str]:
    tables = {table.names[0]: table for table in tables_of(after)}
    for table in tables_of(before):
        for attribute in table.attributes if table.names[0] in tables else ():
            other = tables[table.names[0]].attribute(attribute.name)
            if other is not None and _is_measured_otherwise(attribute.type, other.type):
                yield f"{table.names[0]}.{attribute.name}"


def _is_measured_otherwise(one: FieldType, other: FieldType) -> bool:
    if not (isinstance(one, OrderedType) and isinstance(other, OrderedType)):
        return False
    return (one.form, one.digits, one.unit) != (other.form, other.digits, other.unit)


def native(case: Case, widened: Widenings, side: int) -> Region:
    """Return the cases of the values that one of the rulebooks knows."""
    masks = tuple(_held(case.classes(number), widened, side) for number in case.dimensions)
    return (masks,) if all(masks) else ()


def _held(classes: Classes, widened: Widenings, side: int) -> int:
    """Return the classes of a field that hold some values; a class holds none of them or no others."""
    return sum(
        1 << place for place, extent in enumerate(classes.extents) if _is_known(classes.field, extent, widened, side)
    )


def _is_known(field: Field, extent: Extent, widened: Widenings, side: int) -> bool:
    known = widened.get(field.key)
    if known is not None and not _is_among(extent, known.native[side]):
        return False
    properties = (each for atom in extent.atoms if isinstance(atom, Virtual) for each in atom.properties)
    return all(
        _is_among(held, hidden.native[side])
        for way, held in properties
        if (hidden := widened.get((*field.key, *way))) is not None
    )


def _is_among(extent: Extent, values: Extent) -> bool:
    atoms: set[Atom] = {UNLISTED if isinstance(atom, Virtual) else atom for atom in extent.atoms}
    return atoms <= values.atoms and all(
        any(a <= low and high <= b for a, b in values.runs) for low, high in extent.runs
    )


def _united(before: Field, after: Field) -> Field:
    spans = [field.span for field in (before, after) if field.span is not None]
    span = (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None
    return replace(after, atoms=tuple(dict.fromkeys((*after.atoms, *before.atoms))), span=span)


def _values(field: Field) -> Extent:
    return Extent(field.atom_set, () if field.span is None else (field.span,))


def _declared(book: Rulebook, field: Field) -> Field | None:
    """Return a field as a rulebook would have it that does not read it; None where it does not declare it."""
    path = tuple(takewhile(lambda part: not part.startswith("~"), field.path))
    record = _record_of(book, field.list)
    place = None if field.list is not None and record is None else _place(book, field, record, path)
    for name in field.path[len(path) :]:
        place = None if place is None else _property(place, name[1:])
    return None if place is None else place.field()


def _place(book: Rulebook, field: Field, record: str | None, path: Slot) -> Place | None:
    declared, optional = _found(book, record, path)
    if isinstance(declared, RecordType):
        declared = presence_type(field.label)
    if declared is None or isinstance(declared, ListType):
        return None
    key = field.key[: len(field.key) - len(field.path) + len(path)]
    return Place(key, field.label, declared, optional, field.decided_by, field.list, field.binder)


def _property(place: Place, name: str) -> Place | None:
    """Return the place of a hidden property of a code, if the rulebook's codes have it."""
    if not isinstance(place.type, CodeType):
        return None
    table = place.type.table
    if name == "parent":
        return place.hidden(
            name, FiniteType("codes", table.names[0], tuple(NamedValue((c,)) for c in sorted(table.rows)))
        )
    return place.attribute(name) if table.attribute(name) is not None else None


def _record_of(book: Rulebook, listed: str | None) -> str | None:
    """Return the record of the elements of a list, `legs` or `trucks[].loads`; None where there is no such list."""
    record: str | None = None
    for way in () if listed is None else listed.split("[]."):
        declared, _ = _found(book, record, tuple(way.split(".")))
        if not isinstance(declared, ListType):
            return None
        record = declared.record
    return record


def _found(book: Rulebook, record: str | None, path: Slot) -> tuple[FieldType | None, bool]:
    """Return the type of what stands at the end of a way through records, and whether it may be absent."""
    found: RecordField | None = None
    optional = False
    for number, name in enumerate(path):
        if number:
            if found is None or not isinstance(found.type, RecordType):
                return None, False
            record = found.type.record
        fields = (
            book.facts.values() if record is None else book.records[record].fields if record in book.records else ()
        )
        found = next((field for field in fields if field.name == name), None)
        optional = optional or (found is not None and found.optional)
    return (None, False) if found is None else (found.type, optional)
