"""Which numbers the oracle tries for a fact that is not known, and how many elements for a list that is not known.

A type of few values is tried whole. Of any other every *landmark* is tried, the number before and the number after: a
constant some test names, a day on which some text changes, an end of the type; and beside them every value at which
a difference or a period reaches a turn of its test, given what the plan says of the other facts in it, or their
landmarks where it says nothing. This is everything that matters as long as such a test has at most two facts that
are not known (differences, and periods, rise or fall with each fact), and no count or sum beside such a fact.
A list is tried with as many elements as all tests on it can tell apart: a test that cannot change any more from n
fulfilling elements on needs n of them. It assumes that sums add whole numbers not below nought, and that no test on a
list stands within a test on another list (one within each of its elements may).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from checker.rulebook.model import (
    LIMIT,
    Addend,
    CodeType,
    Condition,
    Count,
    Due,
    Fact,
    OrderedType,
    Reckoned,
    Rulebook,
    Runs,
    Sum,
    Term,
    Test,
)
from tests.oracle_calendar import When, earliest, end
from tests.oracle_vocabulary import Slot, conditions, days, deadlines, governing, scalars, singles

SMALL = 12

Landmarks = dict[Slot, tuple[int, ...]]
Candidates = Callable[[Term], Sequence[int | None]]


class Quantity(Struct, frozen=True):
    """A sum of addends, and the values from which on a test of it may come out otherwise."""

    addends: tuple[tuple[int, Addend], ...]
    turns: tuple[int, ...]


def is_moment(fact: Fact) -> bool:
    """Tell whether a fact is given to the minute."""
    return isinstance(fact.type, OrderedType) and fact.type.form == "datetime"


def turns(values: Runs) -> tuple[int, ...]:
    """Return the numbers at which a run begins or has just ended; the ends of all numbers are none."""
    ends = {n for low, high in values.runs for n in (low, high + 1)}
    return tuple(sorted(n for n in ends if abs(n) < LIMIT // 2))


def due(addend: Due, anchors: Sequence[When]) -> int | None:
    """Return when a period ends, as a day or in minutes; None without any anchor."""
    anchor = earliest(list(anchors))
    if anchor is None:
        return None
    ends = end(addend.period, anchor)
    return ends.minute(addend.first) if addend.minutes else ends.day


@lru_cache(maxsize=4)
def quantities(book: Rulebook) -> tuple[Quantity, ...]:
    """List what is reckoned in a rulebook: by its conditions, and to see whether a deed was in time."""
    return (*reckoned(conditions(book)), *_deeds(book))


def reckoned(read: Iterable[Condition]) -> Iterator[Quantity]:
    """Go through what is reckoned in some conditions."""
    for condition in read:
        for single in singles(condition):
            if isinstance(single, Reckoned):
                yield Quantity(single.addends, turns(single.values))


def _deeds(book: Rulebook) -> Iterator[Quantity]:
    for deed, period in deadlines(book):
        anchors = (replace(period, amount=0, unit=unit) for unit in ("days", "minutes"))
        for one, first in product((period, *anchors), (True, False)):
            against = Due(one, is_moment(deed), first)
            yield Quantity(((1, Term(deed, (), deed.type)), (-1, against)), (0, 1))


# Landmarks


@lru_cache(maxsize=4)
def find_landmarks(book: Rulebook) -> Landmarks:
    """Return the numbers that may matter, for every ordered fact and attribute of a rulebook."""
    found: dict[Slot, set[int]] = {}
    for fact in governing(book):
        scale = 1440 if is_moment(fact) else 1
        found.setdefault(fact.key, set()).update(day * scale for day in days(book))
    return landmarks_of(book, conditions(book), found)


def landmarks_of(book: Rulebook, read: Iterable[Condition], found: dict[Slot, set[int]]) -> Landmarks:
    """Return the numbers that may matter in some conditions, beside those already found."""
    types: dict[Slot, OrderedType] = {f.key: f.type for f in scalars(book) if isinstance(f.type, OrderedType)}
    for condition in read:
        for single in singles(condition):
            if isinstance(single, Test) and isinstance(single.values, Runs):
                found.setdefault(slot_of(single.term), set()).update(n for run in single.values.runs for n in run)
            for term in _terms(single) if isinstance(single, Test | Reckoned) else ():
                if isinstance(term.type, OrderedType):
                    types[slot_of(term)] = term.type
    for slot, kind in types.items():
        found.setdefault(slot, set()).update((kind.low, kind.high))
        if kind.high - kind.low <= SMALL:
            found[slot].update(range(kind.low, kind.high + 1))
    around = {slot: {m for n in numbers for m in (n - 1, n, n + 1)} for slot, numbers in found.items()}
    return {slot: tuple(n for n in sorted(around[slot]) if kind.low <= n <= kind.high) for slot, kind in types.items()}


def slot_of(term: Term) -> Slot:
    """Return under which name the numbers of a term are kept: a fact's key, or a table and an attribute."""
    kind = term.fact.type
    slot: Slot = term.fact.key
    for name in term.chain:
        assert isinstance(kind, CodeType)
        attribute = next(a for a in kind.table.attributes if name in a.names)
        slot, kind = (kind.table.names[0], attribute.names[0]), attribute.type
    return slot


def _terms(single: Test | Reckoned) -> Iterator[Term]:
    if isinstance(single, Test):
        yield single.term
        return
    for _, addend in single.addends:
        match addend:
            case Term():
                yield addend
            case Sum(_, summand):
                yield summand
            case Due(period):
                yield from (Term(fact, (), fact.type) for fact in period.anchors)


# Values at which a quantity turns


def crossings(found: Sequence[Quantity], fact: Fact, candidates: Candidates) -> set[int]:
    """Return the values of a fact at which some quantity reaches a turn, with each way of giving the other facts."""
    kind = fact.type
    reached: set[int] = set()
    if not isinstance(kind, OrderedType) or kind.high - kind.low <= SMALL:
        return reached
    for quantity in found:
        if any(isinstance(addend, Count | Sum) for _, addend in quantity.addends):
            continue
        terms = dict.fromkeys(_terms(Reckoned(quantity.addends, Runs(()), "")))
        for own in [term for term in terms if term.fact.key == fact.key and not term.chain]:
            others = [term for term in terms if term != own]
            for values in product(*(candidates(term) for term in others)):
                given = dict(zip(others, values, strict=True))
                for turn in quantity.turns:
                    reached |= _turning(quantity, own, kind, given, turn)
    return reached


def _turning(quantity: Quantity, own: Term, kind: OrderedType, given: dict[Term, int | None], turn: int) -> set[int]:
    """Find by halving where a quantity first reaches a turn, or first falls below it."""

    def value(number: int) -> int | None:
        return _sum(quantity, {**given, own: number})

    lowest, highest = value(kind.low), value(kind.high)
    if lowest is None or highest is None:
        return set()
    rises = lowest <= highest

    def is_past(number: int) -> bool:
        reached = value(number)
        assert reached is not None
        return reached >= turn if rises else reached < turn

    low, high = kind.low, kind.high
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if is_past(middle) else (middle + 1, high)
    return {low - 1, low}


def _sum(quantity: Quantity, given: dict[Term, int | None]) -> int | None:
    total = 0
    for factor, addend in quantity.addends:
        if isinstance(addend, Due):
            dates = [(fact, given[Term(fact, (), fact.type)]) for fact in addend.period.anchors]
            value = due(addend, [When(number, is_moment(fact)) for fact, number in dates if number is not None])
        else:
            assert isinstance(addend, Term)
            value = given[addend]
        if value is None:
            return None
        total += factor * value
    return total
