"""What a rulebook declares and says, walked for the oracle: scalar facts, presence of records, lists, conditions.

Shares nothing with `checker.logic`; of the model it reads the plain data only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from checker.rulebook.model import (
    All,
    Asked,
    CodeType,
    Condition,
    Count,
    Deontic,
    Due,
    Element,
    Fact,
    Facts,
    FiniteType,
    ListType,
    NamedValue,
    Negation,
    Period,
    Reckoned,
    RecordField,
    RecordType,
    Rulebook,
    Same,
    Some,
    Test,
    Value,
)

Slot = tuple[str, ...]
Single = Test | Same | Reckoned | Asked


class Declared(Struct, frozen=True):
    """A scalar fact, or the presence of a record that may be absent.

    `gates` are the presences of the records around it that may be absent, outermost first; `optional` says whether it
    may be absent while all of those are given.
    """

    fact: Fact
    gates: tuple[Fact, ...]
    optional: bool


class DeclaredList(Struct, frozen=True):
    """A list by its name (`legs`, `trucks[].loads`), how it is called, and the records around it that may be absent."""

    name: str
    label: str
    gates: tuple[Fact, ...]


class _At(Struct, frozen=True):
    """How far a walk has come: the path and the label there, the list, the gates, who decides."""

    path: Slot
    listed: str | None
    label: str
    gates: tuple[Fact, ...]
    decided_by: str | None


@lru_cache(maxsize=8)
def declarations(book: Rulebook) -> dict[Slot, Declared]:
    """Return every scalar fact and presence of a rulebook by its key, in order of declaration."""
    return {found.fact.key: found for found in _walk(book) if isinstance(found, Declared)}


@lru_cache(maxsize=8)
def lists(book: Rulebook) -> dict[str, DeclaredList]:
    """Return every list by its name, outer ones before those in their elements."""
    return {found.name: found for found in _walk(book) if isinstance(found, DeclaredList)}


def scalars(book: Rulebook) -> Iterator[Fact]:
    """Go through the scalar facts and presences of the plan and of the elements of its lists."""
    return (declared.fact for declared in declarations(book).values())


def _walk(book: Rulebook) -> Iterator[Declared | DeclaredList]:
    for name, field in book.facts.items():
        yield from _field(book, field, _At((name,), None, name, (), field.decided_by))


def _field(book: Rulebook, field: RecordField, at: _At) -> Iterator[Declared | DeclaredList]:
    kind = field.type
    if isinstance(kind, RecordType):
        gates = at.gates
        if field.optional or gates:
            given = FiniteType("presence", at.label, (NamedValue(("given",)),))
            presence = Fact(at.path, at.listed, at.label, given, True, at.decided_by)
            yield Declared(presence, gates, field.optional)
            gates = (*gates, presence)
        for inner in book.records[kind.record].fields:
            by = inner.decided_by or at.decided_by
            path, label = (*at.path, inner.name), f"{at.label}.{inner.name}"
            yield from _field(book, inner, _At(path, at.listed, label, gates, by))
    elif isinstance(kind, ListType):
        dotted = ".".join(at.path)
        name = dotted if at.listed is None else f"{at.listed}[].{dotted}"
        yield DeclaredList(name, at.label, at.gates)
        for inner in book.records[kind.record].fields:
            label = f"{kind.record}.{inner.name}"
            yield from _field(book, inner, _At((inner.name,), name, label, (), inner.decided_by))
    else:
        optional = field.optional or bool(at.gates)
        fact = Fact(at.path, at.listed, at.label, kind, optional, at.decided_by)
        yield Declared(fact, at.gates, field.optional)


def conditions(book: Rulebook) -> Iterator[Condition]:
    """Go through every condition of a rulebook."""
    for provision in book.provisions.values():
        yield provision.condition
        yield from (effect.condition for effect in provision.effects)
    yield from (document.applies_when for document in book.documents.values())
    yield from (gap.condition for gap in book.known_gaps)
    yield from (never.condition for never in book.impossibilities)
    for question in book.questions.values():
        yield question.scope
        if question.done_when is not None:
            yield question.done_when


def singles(condition: Condition) -> Iterator[Single]:
    """Go through the single tests of a condition, those within counts too."""
    match condition:
        case Test() | Same() | Asked():
            yield condition
        case Reckoned(addends):
            yield condition
            for _, addend in addends:
                if isinstance(addend, Count):
                    yield from singles(addend.where)
        case Negation(part):
            yield from singles(part)
        case All(parts) | Some(parts):
            for part in parts:
                yield from singles(part)


def deadlines(book: Rulebook) -> Iterator[tuple[Fact, Period]]:
    """Go through the dates of deeds with every period their questions can be answered with."""
    for provision in book.provisions.values():
        for effect in provision.effects:
            deed = book.questions[effect.question].done_at
            if deed is not None and isinstance(effect.said, Deontic) and effect.said.period is not None:
                yield deed, effect.said.period


def periods(book: Rulebook) -> Iterator[Period]:
    """Go through the periods of a rulebook: those its conditions test, and those its answers name."""
    yield from (period for _, period in deadlines(book))
    for condition in conditions(book):
        for single in singles(condition):
            if isinstance(single, Reckoned):
                yield from (addend.period for _, addend in single.addends if isinstance(addend, Due))


def said(facts: Facts, fact: Fact) -> Iterator[Value | None]:
    """Go through what a plan says of a fact, in each of its elements; None for what it leaves out."""
    if fact.list is None:
        yield facts.values.get(fact.path)
        return
    holders: list[Facts | Element] = [facts]
    for path in fact.list.split("[]."):
        if any(path not in holder.lists for holder in holders):
            yield None
        holders = [element for holder in holders for element in holder.lists.get(path, ())]
    yield from (element.values.get(fact.path) for element in holders)


def governing(book: Rulebook) -> Iterator[Fact]:
    """Go through the facts that may be a governing date."""
    yield from book.header.governed_by
    for question in book.questions.values():
        yield from question.governed_by


def days(book: Rulebook) -> Iterator[int]:
    """Go through the days on which something begins or ends."""
    found: list[int | None] = [repeal.day for repeal in book.repeals]
    for document in book.documents.values():
        found += [document.in_force, document.in_force_latest, document.until]
    for provision in book.provisions.values():
        found += [provision.since, provision.until]
    for fact in scalars(book):
        if isinstance(fact.type, FiniteType):
            found += [day for value in fact.type.values for day in (value.since, value.until)]
        if isinstance(fact.type, CodeType):
            for row in fact.type.table.rows.values():
                found += [d for windows in row.attributes.values() for w in windows for d in (w.since, w.until)]
    return (day for day in found if day is not None)
