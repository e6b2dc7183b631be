"""Completions of a plan, one by one: what the oracle decides in.

A world gives every fact a value. What the plan says is kept; anything else is chosen when it is first read, and
whoever asks runs once for every way of choosing, so nothing that could matter is left out. Ordered types are tried
at every landmark, the day before and the day after (a constant some rule tests, a day on which some text changes,
an end of the type). Shares nothing with `checker.logic`; of the model it reads the plain data only.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from checker.rulebook.model import (
    ABSENT,
    Absent,
    All,
    Attribute,
    Below,
    CodeTable,
    CodeType,
    Condition,
    Constant,
    Dated,
    Element,
    Fact,
    Facts,
    FiniteType,
    IsAbsent,
    ListType,
    Members,
    Negation,
    OrderedType,
    RecordField,
    RecordType,
    Rulebook,
    Runs,
    Same,
    Some,
    Term,
    Test,
    Value,
    ValueSet,
    ValueType,
)

Option = TypeVar("Option")
Slot = tuple[str, ...]

NOTHING = Facts({}, {})
ANY_ELEMENT = Element("?", "?", {}, {})


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A code no table lists; its number tells it from the others of its table."""

    table: str
    number: int


Thing = str | int | Absent | Unlisted
Day = Callable[[], int | None]


class Choices:
    """Goes through every way of making choices, the last one changing first."""

    def __init__(self) -> None:
        self._made: list[tuple[int, int]] = []
        self._next = 0

    def pick(self, options: Sequence[Option]) -> Option:
        """Choose: as on the way that is being gone, or the first option where it is new."""
        if self._next == len(self._made):
            self._made.append((0, len(options)))
        self._next += 1
        return options[self._made[self._next - 1][0]]

    def turn(self) -> bool:
        """Go on to the next way; False when there is none."""
        while self._made and self._made[-1][0] + 1 == self._made[-1][1]:
            self._made.pop()
        if not self._made:
            return False
        taken, count = self._made[-1]
        self._made[-1], self._next = (taken + 1, count), 0
        return True


@dataclass(slots=True)
class World:
    """One completion of a plan; by `meaning` alone open tables and dated attributes hold anything (LANGUAGE §6.5)."""

    book: Rulebook
    landmarks: dict[Slot, tuple[int, ...]]
    choices: Choices
    facts: Facts = NOTHING
    meaning: bool = False
    _chosen: dict[Hashable, Thing] = field(default_factory=dict)
    _unlisted: dict[str, int] = field(default_factory=dict)

    def choose(self, key: Hashable, options: Sequence[Thing]) -> Thing:
        """Choose once, and stay with it."""
        if key not in self._chosen:
            self._chosen[key] = self.choices.pick(options)
        return self._chosen[key]

    def holds(self, condition: Condition, element: Element | None, day: Day) -> bool:
        """Tell whether a condition is true; dated attributes are looked up on the day, if there are any."""
        match condition:
            case Constant(truth):
                return truth
            case Negation(part):
                return not self.holds(part, element, day)
            case All(parts):
                return all(self.holds(part, element, day) for part in parts)
            case Some(parts):
                return any(self.holds(part, element, day) for part in parts)
            case Test(term, values):
                return self._among(self._term(term, element, day), values, term.type)
            case Same(left, right):
                one, two = self._term(left, element, day), self._term(right, element, day)
                return one is not ABSENT and one == two

    def fact(self, fact: Fact, element: Element | None) -> Thing:
        """Return the value of a fact, of the plan or of the element."""
        place, known = "plan", self.facts.values
        if fact.list is not None:
            assert element is not None, f"{fact.label} belongs to an element"
            place, known = element.path, element.values
        if fact.path in known:
            return known[fact.path]
        return self._any_of((place, *fact.path), fact.type, fact.optional, fact.key)

    def date(self, governing: Iterable[Fact], element: Element | None) -> int | None:
        """Return the day of the first governing date that is not absent."""
        for fact in governing:
            value = self.fact(fact, element)
            if isinstance(value, int) and isinstance(fact.type, OrderedType):
                return value // 1440 if fact.type.form == "datetime" else value
        return None

    def _any_of(self, key: Hashable, kind: ValueType, optional: bool, slot: Slot) -> Thing:
        if key in self._chosen:
            return self._chosen[key]
        options: list[Thing] = [*values_of(kind, optional, self.landmarks.get(slot, ()))]
        fresh = None
        if isinstance(kind, CodeType) and not kind.table.closed:
            name = kind.table.names[0]
            fresh = Unlisted(name, self._unlisted.get(name, 0))
            options += [Unlisted(name, n) for n in range(fresh.number + 1)]
        value = self.choose(key, options)
        if fresh is not None and value == fresh:
            self._unlisted[fresh.table] = fresh.number + 1
        return value

    def _term(self, term: Term, element: Element | None, day: Day) -> Thing:
        value, kind = self.fact(term.fact, element), term.fact.type
        for name in term.chain:
            if value is ABSENT:
                return ABSENT
            assert isinstance(kind, CodeType)
            attribute = next(a for a in kind.table.attributes if name in a.names)
            value, kind = self._attribute(kind.table, value, attribute, day), attribute.type
        return value

    def _attribute(self, table: CodeTable, code: Thing, attribute: Attribute, day: Day) -> Thing:
        free = isinstance(code, Unlisted) or (self.meaning and (attribute.dated or not table.closed))
        if free:
            slot = (table.names[0], attribute.names[0])
            return self._any_of((slot, code), attribute.type, True, slot)
        for entry in table.rows[str(code)].attributes.get(attribute.names[0], ()):
            if not attribute.dated or _runs_on(entry, day()):
                return entry.value
        return ABSENT

    def _among(self, value: Thing, values: ValueSet, kind: ValueType) -> bool:
        match values:
            case IsAbsent():
                return value is ABSENT
            case Members(names):
                return value in names
            case Runs(runs):
                return isinstance(value, int) and any(low <= value <= high for low, high in runs)
            case Below(codes):
                assert isinstance(kind, CodeType)
                return value is not ABSENT and self._below(kind.table, value, sorted(codes))

    def _below(self, table: CodeTable, code: Thing, tops: list[str]) -> bool:
        if self.meaning and not table.closed:
            return code in tops or any(self.choose(("below", table.names[0], code, top), (1, 0)) for top in tops)
        line: Thing | None = code
        if isinstance(code, Unlisted):
            line = self.choose(("parent", code), (*sorted(table.rows), ABSENT))
        while isinstance(line, str):
            if line in tops:
                return True
            line = table.rows[line].parent
        return False


def _runs_on(entry: Dated, day: int | None) -> bool:
    if day is None:
        return entry.since is None and entry.until is None
    return _within(day, entry.since, entry.until)


def values_of(kind: ValueType, optional: bool, landmarks: Sequence[int]) -> tuple[Value, ...]:
    """List the values worth trying for a fact or attribute; of codes those that are listed."""
    values: list[Value] = [ABSENT] if optional else []
    match kind:
        case FiniteType():
            values += [value.name for value in kind.values]
        case OrderedType(low=low, high=high):
            values += [n for n in landmarks if low <= n <= high] or [low]
        case CodeType(table):
            values += sorted(table.rows)
    return tuple(values)


def worlds(book: Rulebook, facts: Facts) -> Iterator[World]:
    """Go through the completions of a plan; each is to be done with before the next is asked for."""
    landmarks, choices = find_landmarks(book), Choices()
    yield World(book, landmarks, choices, facts)
    while choices.turn():
        yield World(book, landmarks, choices, facts)


def is_possible(world: World, subject: Element | None, listed: str | None) -> bool:
    """Tell whether a world violates no `never` and has no value outside the days on which it exists (§6.9, §9)."""
    book = world.book

    def date() -> int | None:
        return world.date(book.header.governed_by, None)

    for never in book.impossibilities:
        for element in _elements(world.facts, never.list, subject, listed):
            if world.holds(never.condition, element, date):
                return False
    for fact, days in _dated_facts(book):
        for element in _elements(world.facts, fact.list, subject, listed):
            since, until = days.get(world.fact(fact, element), (None, None))
            if (since, until) != (None, None) and not _within(date(), since, until):
                return False
    return True


def _within(day: int | None, since: int | None, until: int | None) -> bool:
    """Tell whether a day lies in a window; without a day nothing speaks against it."""
    return day is None or ((since is None or since <= day) and (until is None or day < until))


def _elements(
    facts: Facts, wanted: str | None, subject: Element | None, listed: str | None
) -> tuple[Element | None, ...]:
    """Return what a statement about the plan, or about each element of a list, speaks of."""
    if wanted is None:
        return (None,)
    return facts.lists.get(wanted, (subject,) if wanted == listed else ())


def _dated_facts(book: Rulebook) -> Iterator[tuple[Fact, dict[Thing, tuple[int | None, int | None]]]]:
    for fact in scalars(book):
        if isinstance(fact.type, FiniteType):
            days: dict[Thing, tuple[int | None, int | None]] = {v.name: (v.since, v.until) for v in fact.type.values}
            if any(pair != (None, None) for pair in days.values()):
                yield fact, days


def scalars(book: Rulebook) -> Iterator[Fact]:
    """Go through the scalar facts of the plan and of the elements of its lists."""
    for name, declared in book.facts.items():
        yield from _scalars(book, declared, (name,), None, name)


def _scalars(book: Rulebook, declared: RecordField, path: Slot, listed: str | None, label: str) -> Iterator[Fact]:
    kind = declared.type
    if isinstance(kind, RecordType):
        for inner in book.records[kind.record].fields:
            yield from _scalars(book, inner, (*path, inner.name), listed, f"{label}.{inner.name}")
    elif isinstance(kind, ListType):
        for inner in book.records[kind.record].fields:
            yield from _scalars(book, inner, (inner.name,), ".".join(path), f"{kind.record}.{inner.name}")
    else:
        yield Fact(path, listed, label, kind, declared.optional, declared.decided_by)


@lru_cache(maxsize=2)
def find_landmarks(book: Rulebook) -> dict[Slot, tuple[int, ...]]:
    """Return the numbers that may matter, for every ordered fact and attribute: landmarks, one less, one more."""
    found: dict[Slot, set[int]] = {}
    for condition in _conditions(book):
        for test in _tests(condition):
            if isinstance(test.values, Runs):
                found.setdefault(_slot(test.term), set()).update(n for run in test.values.runs for n in run)
    for fact in _governing(book):
        scale = 1440 if isinstance(fact.type, OrderedType) and fact.type.form == "datetime" else 1
        found.setdefault(fact.key, set()).update(day * scale for day in _days(book))
    for fact in scalars(book):
        if isinstance(fact.type, OrderedType):
            found.setdefault(fact.key, set()).update((fact.type.low, fact.type.high))
    for table, attribute in {_slot(t.term): t.term for c in _conditions(book) for t in _tests(c)}.items():
        if isinstance(attribute.type, OrderedType) and attribute.chain:
            found.setdefault(table, set()).update((attribute.type.low, attribute.type.high))
    return {slot: tuple(sorted({m for n in numbers for m in (n - 1, n, n + 1)})) for slot, numbers in found.items()}


def _slot(term: Term) -> Slot:
    """Return under which name the numbers of a term are kept: a fact's key, or a table and an attribute."""
    kind = term.fact.type
    slot: Slot = term.fact.key
    for name in term.chain:
        assert isinstance(kind, CodeType)
        attribute = next(a for a in kind.table.attributes if name in a.names)
        slot, kind = (kind.table.names[0], attribute.names[0]), attribute.type
    return slot


def _conditions(book: Rulebook) -> Iterator[Condition]:
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


def _tests(condition: Condition) -> Iterator[Test]:
    match condition:
        case Test():
            yield condition
        case Negation(part):
            yield from _tests(part)
        case All(parts) | Some(parts):
            for part in parts:
                yield from _tests(part)


def _governing(book: Rulebook) -> Iterator[Fact]:
    yield from book.header.governed_by
    for question in book.questions.values():
        yield from question.governed_by


def _days(book: Rulebook) -> Iterator[int]:
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
