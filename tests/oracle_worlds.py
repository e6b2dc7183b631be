"""Completions of a plan, one by one: what the oracle decides in.

A world gives every fact a value, every list its elements and every question that has no answer one. What the plan says
is kept; anything else is chosen when it is first read, and whoever asks runs once for every way of choosing, so
nothing that could matter is left out (`oracle_numbers` says which numbers and lengths are tried). Shares nothing with
`checker.logic`; of the model it reads the plain data only.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import replace

from checker.rulebook.model import (
    ABSENT,
    Absent,
    Addend,
    All,
    Asked,
    Attribute,
    Below,
    CodeTable,
    CodeType,
    Condition,
    Constant,
    Count,
    Dated,
    Due,
    Element,
    Fact,
    Facts,
    IsAbsent,
    Listed,
    Members,
    Negation,
    OrderedType,
    Reckoned,
    Rulebook,
    Runs,
    Same,
    Some,
    Sum,
    Term,
    Test,
    ValueSet,
    ValueType,
)
from tests.oracle_calendar import When
from tests.oracle_free import answers_of, derived_values
from tests.oracle_ground import Choices, Ground, values_of
from tests.oracle_lists import longest
from tests.oracle_numbers import due, find_landmarks, is_moment, quantities, turns
from tests.oracle_vocabulary import Slot, declarations, lists

NOTHING = Facts({}, {})
ANY_ELEMENT = Element("?", "?", {}, {})


class Unlisted(Struct, frozen=True):
    """A code no table lists; its number tells it from the others of its table."""

    table: str
    number: int


Thing = str | int | Absent | Unlisted
Day = Callable[[], int | None]
Env = Mapping[int, Element]
"""What the binders stand for: 0 the element a question is asked of, n that of the n-th test on a list around."""


@dataclass(slots=True)
class World:
    """One completion of a plan.

    `ask` tells what a test of another question finds here: its answer, or whether its deed was late; None if unknown.
    """

    ground: Ground
    choices: Choices
    ask: Callable[[World, Asked, Element | None], Thing | None] | None = None
    chosen: dict[Hashable, Thing] = field(default_factory=dict)
    read: set[Hashable] = field(default_factory=set)
    _unlisted: dict[str, int] = field(default_factory=dict)

    def choose(self, key: Hashable, options: Sequence[Thing]) -> Thing:
        """Choose once, and stay with it."""
        self.read.add(key)
        if key not in self.chosen:
            self.chosen[key] = self.choices.pick(options)
        return self.chosen[key]

    def holds(self, condition: Condition, env: Env, day: Day) -> bool:
        """Tell whether a condition is true; dated attributes are looked up on the day, if there are any."""
        match condition:
            case Constant(truth):
                return truth
            case Negation(part):
                return not self.holds(part, env, day)
            case All(parts):
                return all(self.holds(part, env, day) for part in parts)
            case Some(parts):
                return any(self.holds(part, env, day) for part in parts)
            case Test(term, values):
                return self._among(self._term(term, env, day), values, term.type)
            case Same(left, right):
                one, two = self._term(left, env, day), self._term(right, env, day)
                return one is not ABSENT and one == two
            case Reckoned():
                return self._among(self._reckon(condition, env, day), condition.values, None)
            case Asked():
                return self._answered(condition, env)

    # Facts

    def fact(self, fact: Fact, env: Env) -> Thing:
        """Return the value of a fact, of the plan or of the element its binder stands for."""
        place, known = "plan", self.ground.facts.values
        if fact.list is not None:
            element = env[fact.binder]
            place, known = element.path, element.values
        if fact.path in known:
            return known[fact.path]
        key = ("fact", place, fact.key)
        if self.ground.meaning:
            return self._any_of(key, fact.type, fact.optional, fact)
        declared = declarations(self.ground.book)[fact.key]
        for gate in declared.gates:
            if self.fact(replace(gate, binder=fact.binder), env) is ABSENT:
                return self.choose(key, (ABSENT,))
        return self._any_of(key, fact.type, declared.optional, fact)

    def date(self, governing: Iterable[Fact], env: Env) -> int | None:
        """Return the day of the first governing date that is not absent."""
        for fact in governing:
            value = self.fact(fact, env)
            if isinstance(value, int) and isinstance(fact.type, OrderedType):
                return value // 1440 if fact.type.form == "datetime" else value
        return None

    def when(self, fact: Fact, env: Env) -> When | None:
        """Return the day or moment a fact gives; None when it is absent."""
        value = self.fact(fact, env)
        return When(value, is_moment(fact)) if isinstance(value, int) else None

    def _any_of(self, key: Hashable, kind: ValueType, optional: bool, source: Fact | Slot) -> Thing:
        if key in self.chosen:
            self.read.add(key)
            return self.chosen[key]
        numbers: Sequence[int] = ()
        if isinstance(kind, OrderedType):
            tried = self.ground.tried(source) if isinstance(source, Fact) else self.ground.landmarks.get(source, ())
            numbers = tried
        options: list[Thing] = [*values_of(kind, optional, numbers)]
        fresh = None
        if isinstance(kind, CodeType) and not kind.table.closed:
            name = kind.table.names[0]
            fresh = Unlisted(name, self._unlisted.get(name, 0))
            options += [Unlisted(name, n) for n in range(fresh.number + 1)]
        value = self.choose(key, options)
        if fresh is not None and value == fresh:
            self._unlisted[fresh.table] = fresh.number + 1
        return value

    # Lists

    def elements(self, listed: Listed, env: Env) -> tuple[Element, ...]:
        """Return the elements of a list: as written, or as many as the world chooses."""
        holder = None if listed.outer is None else env[listed.outer_binder]
        return self._elements(listed.name, listed.path, holder)

    def _elements(self, name: str, path: str, holder: Element | None) -> tuple[Element, ...]:
        place, known = ("plan", self.ground.facts.lists) if holder is None else (holder.path, holder.lists)
        if path in known:
            return known[path]
        for gate in () if self.ground.meaning else lists(self.ground.book)[name].gates:
            if self.fact(gate, {} if holder is None else {0: holder}) is ABSENT:
                return ()
        own = (ANY_ELEMENT,) if holder is None and name == self.ground.any_of else ()
        length = self.choose(("length", place, name), range(self.ground.lengths.get(name, 0) + 1))
        assert isinstance(length, int)
        start = path if holder is None else f"{place}.{path}"
        return own + tuple(Element(f"?{n}", f"{start}[?{n}]", {}, {}) for n in range(length))

    def present(self, name: str) -> tuple[Element, ...]:
        """Return the elements that are there so far: written, chosen, or asked of; of all lists of that name."""
        outer, _, path = name.rpartition("[].")
        holders: tuple[Element | None, ...] = self.present(outer) if outer else (None,)
        found: list[Element] = []
        for holder in holders:
            place, known = ("plan", self.ground.facts.lists) if holder is None else (holder.path, holder.lists)
            if path in known or ("length", place, name) in self.chosen:
                found += self._elements(name, path, holder)
            elif holder is None and name == self.ground.any_of:
                found.append(ANY_ELEMENT)
        return tuple(found)

    # Quantities and questions

    def _reckon(self, test: Reckoned, env: Env, day: Day) -> Thing:
        if self.ground.meaning and test.form == "arithmetic":
            if any(self._is_missing(addend, env, day) for _, addend in test.addends):
                return ABSENT
            places = tuple(sorted((binder, element.path) for binder, element in env.items()))
            options = derived_values(test.addends, self.ground.quantities)
            return self.choose(("derived", test.addends, places), options)
        match test.addends:
            case ((1, Count() as counted),):
                return self._count(counted, env, day, max(turns(test.values), default=0))
        total = 0
        for factor, addend in test.addends:
            value = self._addend(addend, env, day)
            if not isinstance(value, int):
                return ABSENT
            total += factor * value
        return total

    def _is_missing(self, addend: Addend, env: Env, day: Day) -> bool:
        """Tell whether a part of a derived quantity is absent; of a sum that is as free as its value."""
        match addend:
            case Term(fact, chain):
                return (fact.optional or bool(chain)) and self._term(addend, env, day) is ABSENT
            case Due(period):
                return all(fact.optional and self.fact(fact, env) is ABSENT for fact in period.anchors)
            case _:
                return False

    def _addend(self, addend: Addend, env: Env, day: Day) -> Thing:
        match addend:
            case Term():
                return self._term(addend, env, day)
            case Count():
                return self._count(addend, env, day, None)
            case Sum(listed, summand):
                here = ({**env, listed.binder: element} for element in self.elements(listed, env))
                values = [self._term(summand, inner, day) for inner in here]
                numbers = [value for value in values if isinstance(value, int)]
                return sum(numbers) if len(numbers) == len(values) else ABSENT
            case Due(period):
                dates = [self.when(fact, env) for fact in period.anchors]
                ends = due(addend, [when for when in dates if when is not None])
                return ABSENT if ends is None else ends

    def _count(self, counted: Count, env: Env, day: Day, enough: int | None) -> int:
        """Count; with `enough`, no further than that, where more makes no difference."""
        found = 0
        for element in self.elements(counted.list, env):
            if found == enough:
                break
            found += self.holds(counted.where, {**env, counted.list.binder: element}, day)
        return found

    def _answered(self, test: Asked, env: Env) -> bool:
        """Tell whether another question has the answer; where it has none, it may have any, the same every time."""
        question = self.ground.book.questions[test.question]
        element = env[0] if question.list is not None else None
        reply = None if self.ask is None else self.ask(self, test, element)
        place = "plan" if element is None else element.path
        if reply is None:
            options = (1, 0) if test.late else answers_of(self.ground.book, question.name)
            reply = self.choose(("late" if test.late else "answer", test.question, place), options)
        return bool(reply) if test.late else reply in test.answers

    # Terms

    def _term(self, term: Term, env: Env, day: Day) -> Thing:
        value, kind = self.fact(term.fact, env), term.fact.type
        for name in term.chain:
            if value is ABSENT:
                return ABSENT
            assert isinstance(kind, CodeType)
            attribute = next(a for a in kind.table.attributes if name in a.names)
            value, kind = self._attribute(kind.table, value, attribute, day), attribute.type
        return value

    def _attribute(self, table: CodeTable, code: Thing, attribute: Attribute, day: Day) -> Thing:
        meaning = self.ground.meaning
        if isinstance(code, Unlisted) or (meaning and (attribute.dated or not table.closed)):
            slot = (table.names[0], attribute.names[0])
            return self._any_of(("attribute", slot, code), attribute.type, True, slot)
        for entry in table.rows[str(code)].attributes.get(attribute.names[0], ()):
            if not attribute.dated or _runs_on(entry, day()):
                return entry.value
        return ABSENT

    def _among(self, value: Thing, values: ValueSet, kind: ValueType | None) -> bool:
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
        if self.ground.meaning and not table.closed:
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
    return (entry.since is None or entry.since <= day) and (entry.until is None or day < entry.until)


def worlds(book: Rulebook, facts: Facts, question: str | None = None) -> Iterator[World]:
    """Go through the completions of a plan that a question, or what can happen, may tell apart.

    Each is to be done with before the next is asked for. Of a list that is not known any element may be asked about.
    """
    listed = None if question is None else book.questions[question].list
    any_of = None if listed in facts.lists else listed
    lengths = longest(book, question)
    ground, choices = Ground(book, facts, find_landmarks(book), lengths, quantities(book), any_of), Choices()
    yield World(ground, choices)
    while choices.turn():
        yield World(ground, choices)
