"""The facts of a plan: nodes against the vocabulary, each scalar's own text read by the type of its fact.

Takes the rulebook and the node below `facts`, gives `Facts`; mistakes go on record, and what stands beside
them is read all the same. Must not know questions, and fills nothing in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from unicodedata import normalize

from msgspec import Struct

from checker.findings import Message, Span, Spelled, say
from checker.findings import Value as MessageValue
from checker.plan.mistakes import LEAVE_OUT, Entry, Mistakes, quoted, shortened, shown
from checker.plan.tree import Node, Scalar
from checker.rulebook.literals import ABSENT_WORDS, Misread, read_scalar
from checker.rulebook.model import (
    ABSENT,
    Element,
    Facts,
    FieldType,
    ListType,
    RecordField,
    RecordType,
    Rulebook,
    Value,
    ValueType,
)

ID = "id"
GIVEN = "given"
LONGEST_VALUE = 120

Path = tuple[str, ...]


class _At(Struct, frozen=True):
    """Where a fact or a record stands in its subject, and how it may be absent.

    `optional` is what may be written as absent; `within` tells that a record around it may be absent, and it with it.
    """

    path: Path = ()
    optional: bool = False
    within: bool = False

    def field(self, one: RecordField) -> _At:
        return _At((*self.path, one.name), one.optional, self.optional or self.within)


@dataclass(slots=True)
class _Subject:
    """The plan, or one element, while it is read; `place` is the element's, empty for the plan."""

    place: str
    values: dict[Path, Value] = field(default_factory=dict)
    lists: dict[str, tuple[Element, ...]] = field(default_factory=dict)

    def label(self, path: Path) -> str:
        """Say where a fact stands in the plan: `decl.mode`, `legs[0].kind`."""
        return ".".join((self.place, *path) if self.place else path)


def read_facts(book: Rulebook, node: Node, mistakes: Mistakes) -> Facts:
    """Read the facts of a plan; only without mistakes is what comes back the whole plan."""
    reader = _Reader(book, mistakes)
    subject = _Subject("")
    entries = mistakes.entries(node, quoted("facts"), _no_fact, _names(book.facts.values()))
    reader.fields(entries, book.facts.values(), _At(), subject)
    return Facts(MappingProxyType(subject.values), MappingProxyType(subject.lists))


def read_value(
    type_: ValueType, optional: bool, text: str, span: Span, mistakes: Mistakes, label: str | None = None
) -> Value | None:
    """Read one scalar by a type; None when it cannot be read, which goes on record.

    A type that has no name of its own goes in Chinese by the `label` of its fact.
    """
    bare = text[1:-1] if text.startswith("「") and text.endswith("」") else text
    value = read_scalar(type_, bare, optional)
    if not isinstance(value, Misread):
        return value
    remedy = say("write `{guess}`", guess=value.nearest) if value.nearest else None
    message = shortened(value.message, LONGEST_VALUE)
    if label is not None:
        message = Message(message.template, tuple((k, _of_fact(k, v, label)) for k, v in message.values))
    mistakes.add("F401" if value.unknown else "F402", message, span, remedy)
    return None


def _of_fact(key: str, value: MessageValue, label: str) -> MessageValue:
    return Spelled(value, label) if key == "type" and isinstance(value, str) else value


class _Reader:
    """Walks the nodes of one plan beside the records they are declared as."""

    def __init__(self, book: Rulebook, mistakes: Mistakes) -> None:
        self._book, self._mistakes = book, mistakes

    def fields(self, entries: Iterable[Entry], declared: Iterable[RecordField], at: _At, subject: _Subject) -> None:
        """Read entries of one record into the subject, those given twice too: each may hold mistakes."""
        by_name = {one.name: one for one in declared}
        for entry in entries:
            if (one := by_name.get(entry.name)) is not None:
                self._field(one.type, entry.value, at.field(one), subject)

    def _field(self, kind: FieldType, node: Node, at: _At, subject: _Subject) -> None:
        label = subject.label(at.path)
        match kind:
            case RecordType(record):
                self._record(record, node, at, subject)
            case ListType(record):
                items = self._mistakes.items(node, quoted(label))
                if items is not None:
                    subject.lists[".".join(at.path)] = self._elements(record, items, label)
            case _:
                value = self._scalar(kind, at.optional, node, label)
                if value is not None:
                    subject.values[at.path] = value

    def _record(self, record: str, node: Node, at: _At, subject: _Subject) -> None:
        label = subject.label(at.path)
        declared = self._book.records[record].fields
        if at.optional and isinstance(node, Scalar) and node.text in ABSENT_WORDS:
            self._absent(declared, at, subject)
            return
        self._given(declared, at, subject)
        entries = self._mistakes.entries(node, quoted(label), partial(_no_field, label), _names(declared))
        self.fields(entries, declared, at, subject)

    def _given(self, declared: Iterable[RecordField], at: _At, subject: _Subject) -> None:
        """Let a record that could be absent be there, and with it each in it that could not be absent alone."""
        if at.optional or at.within:
            subject.values[at.path] = GIVEN
            for one in declared:
                if isinstance(one.type, RecordType) and not one.optional:
                    self._given(self._book.records[one.type.record].fields, at.field(one), subject)

    def _absent(self, declared: Iterable[RecordField], at: _At, subject: _Subject) -> None:
        """Let a record be absent: it is, all its facts are, and its lists hold nothing."""
        subject.values[at.path] = ABSENT
        for one in declared:
            inner = at.field(one)
            match one.type:
                case RecordType(record):
                    self._absent(self._book.records[record].fields, inner, subject)
                case ListType():
                    subject.lists[".".join(inner.path)] = ()
                case _:
                    subject.values[inner.path] = ABSENT

    def _elements(self, record: str, items: tuple[Node, ...], label: str) -> tuple[Element, ...]:
        elements = []
        first: dict[str, Span] = {}
        for number, item in enumerate(items):
            element, span = self._element(record, item, f"{label}[{number}]")
            if element.id in first:
                sentence = say("two elements of `{list}` have the id `{id}`", list=label, id=shown(element.id))
                self._mistakes.twice(sentence, span, first[element.id])
            first.setdefault(element.id, span)
            elements.append(element)
        return tuple(elements)

    def _element(self, record: str, node: Node, place: str) -> tuple[Element, Span]:
        """Read one element; beside it, where its id stands, or else the element."""
        subject = _Subject(place)
        declared = self._book.records[record].fields
        names = {ID: ID} | _names(declared)
        entries = self._mistakes.entries(node, quoted(place), partial(_no_field, place), names)
        self.fields(entries, declared, _At(), subject)
        name, span = self._id(entries, place, node.span)
        values, lists = MappingProxyType(subject.values), MappingProxyType(subject.lists)
        return Element(name, place, values, lists), span

    def _id(self, entries: tuple[Entry, ...], place: str, whole: Span) -> tuple[str, Span]:
        """Return an element's id and where it is written; one without is called by its place."""
        entry = next((entry for entry in entries if entry.word == ID), None)
        if entry is None:
            return place, whole
        text = self._mistakes.text(entry.value, say("the id of `{element}`", element=place))
        name = normalize("NFC", " ".join((text or "").split()))
        if text is not None and not name:
            self._mistakes.misshapen(say("the id of `{element}` is empty", element=place), entry.value.span)
        return name or place, entry.value.span

    def _scalar(self, type_: ValueType, optional: bool, node: Node, label: str) -> Value | None:
        remedy = say("write a value, or `absent`") if optional else LEAVE_OUT
        text = self._mistakes.text(node, quoted(label), remedy)
        return None if text is None else read_value(type_, optional, text, node.span, self._mistakes, label)


def _no_fact(name: str) -> Message:
    return say("no {kind} is named `{name}`", kind=say("fact"), name=name)


def _no_field(owner: str, name: str) -> Message:
    return say("no field of `{owner}` is named `{name}`", owner=owner, name=name)


def _names(declared: Iterable[RecordField]) -> dict[str, str]:
    return {alias: one.name for one in declared for alias in one.names}
