"""Which facts no rule reads (R107): facts of the plan, fields of records and attributes of codes, one finding a name.

A fact is read by a condition, or as what a question is about, is governed by or finds its deed by, what a period runs
from, what a share is taken of, what the enterprise may vary, and what like cases must be alike in. What a definition
reads counts where the definition is used. A thing read at one place is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from checker.findings import Finding, say
from checker.rulebook.model import (
    CodeType,
    Deontic,
    Fact,
    FieldType,
    ListType,
    Question,
    Reckoned,
    RecordField,
    RecordType,
    Rulebook,
    Same,
    Term,
    Test,
    keys_of,
    leaves,
)
from checker.syntax import nodes


class _Place(Struct, frozen=True):
    """A field where it stands in plans: its `key` is `legs[].to`, its `label` as rule files write it `leg.to`.

    `record` is what stands in it, if it is one or a list of them.
    """

    owner: str | None
    field: RecordField
    key: str
    label: str
    record: str | None


_Named = tuple[_Place, tuple[str, ...]]
"""A field and, behind one that holds a code, the attributes that are meant."""


def find_irrelevant(book: Rulebook, statements: tuple[nodes.Statement, ...]) -> Iterator[Finding]:
    """Go through what is declared and never read; of a record of which nothing is read, only through what has it."""
    places = [place for field in book.facts.values() for place in _places(book, None, field, ("", ""))]
    named = [*_varied(book, places), *_shared(book, statements, places)]
    read = {*_read(book), *(place.key for place, _ in named)}
    alive = {p.record for p in places if _is_read(p.key, read)}
    live = {(p.owner, p.field.name) for p in places if _is_read(p.key, read)}
    attributes = {*_attributes(book), *(each for place, chain in named for each in _chained(place.field.type, chain))}
    for owner, naming in nodes.declared_fields(statements):
        name = naming.text
        is_attribute = owner is not None and owner not in book.records
        if (owner, name) not in (attributes if is_attribute else live) and (is_attribute or owner in (None, *alive)):
            shown = name if owner is None else f"{owner}.{name}"
            advice = say("leave it out, or add the rule that turns on it")
            message = say("no rule reads `{name}`", name=shown)
            yield Finding("R107", message, naming.names[0].span, help=advice, concerns=(shown,))


def _places(book: Rulebook, owner: str | None, field: RecordField, around: tuple[str, str]) -> Iterator[_Place]:
    """Go through a field and all that stands in it; `around` is what its key and its label begin with."""
    key, label = (f"{before}{field.name}" for before in around)
    match field.type:
        case RecordType(record):
            inner = (f"{key}.", f"{label}.")
        case ListType(record):
            key += "[]"
            inner = (f"{key}.", f"{record}.")
        case _:
            yield _Place(owner, field, key, label, None)
            return
    yield _Place(owner, field, key, label, record)
    for each in book.records[record].fields:
        yield from _places(book, record, each, inner)


def _is_read(key: str, read: set[str]) -> bool:
    return key in read or any(each.startswith(f"{key}.") for each in read)


def _read(book: Rulebook) -> Iterator[str]:
    """Go through the keys of what conditions read, and of the facts that questions and duties name."""
    for condition in book.conditions():
        yield from (".".join(key) for key in keys_of(condition))
    yield from (".".join(fact.key) for fact in _named(book))
    yield from (f"{question.list}[]" for question in book.questions.values() if question.list is not None)


def _named(book: Rulebook) -> Iterator[Fact]:
    yield from book.header.governed_by
    for question in book.questions.values():
        yield from question.governed_by
        yield from (fact for fact in (question.about, question.done_at) if fact is not None)
    for provision in book.provisions.values():
        for effect in provision.effects:
            if isinstance(effect.said, Deontic) and effect.said.period is not None:
                yield from effect.said.period.anchors


def _varied(book: Rulebook, places: Iterable[_Place]) -> Iterator[_Named]:
    """Go through what may be varied, or must make no difference: these clauses name facts by label."""
    for question in book.questions.values():
        for place in places:
            if "[]" not in place.key or (question.list is not None and place.key.startswith(f"{question.list}[].")):
                for label in (*question.choices, *question.uniform):
                    if f"{label}.".startswith(f"{place.label}."):
                        yield place, tuple(label[len(place.label) :].split(".")[1:])


def _shared(book: Rulebook, statements: tuple[nodes.Statement, ...], places: Iterable[_Place]) -> Iterator[_Named]:
    """Go through what a share is taken of: `5 percent of goods.value`."""
    for effect in nodes.walk(statements):
        if isinstance(effect, nodes.DecideBetween) and effect.of is not None:
            asked = effect.question.text
            question = next(question for question in book.questions.values() if asked in question.names)
            yield _walked(effect.of, question, tuple(places))


def _walked(path: nodes.Path, question: Question, places: tuple[_Place, ...]) -> _Named:
    """Follow a path from the plan, or from the element that the question is asked of."""
    first, *rest = (part.text for part in path.parts)
    if first == question.variable:
        place = next(place for place in places if place.key == f"{question.list}[]")
    else:
        place = next(place for place in places if place.owner is None and first in place.field.names)
    while place.record is not None:
        inner = [each for each in places if each.owner == place.record and each.key.startswith(f"{place.key}.")]
        place = next(each for each in inner if rest[0] in each.field.names)
        rest = rest[1:]
    return place, tuple(rest)


def _attributes(book: Rulebook) -> Iterator[tuple[str, str]]:
    """Go through the attributes of codes that conditions read."""
    for condition in book.conditions():
        for leaf in leaves(condition):
            for term in _terms(leaf):
                yield from _chained(term.fact.type, term.chain)


def _chained(held: FieldType, chain: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Go through the attributes that lead on from a code."""
    for name in chain:
        if isinstance(held, CodeType) and (attribute := held.table.attribute(name)) is not None:
            yield held.name, attribute.name
            held = attribute.type


def _terms(leaf: object) -> tuple[Term, ...]:
    match leaf:
        case Test(term):
            return (term,)
        case Same(left, right):
            return left, right
        case Reckoned(addends):
            return tuple(addend for _, addend in addends if isinstance(addend, Term))
    return ()
