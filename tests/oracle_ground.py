"""What the oracle's worlds of one plan share: how choices are made, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from checker.rulebook.model import (
    ABSENT,
    CodeType,
    Fact,
    Facts,
    FiniteType,
    OrderedType,
    Rulebook,
    Term,
    Value,
    ValueType,
)
from tests.oracle_numbers import Landmarks, Quantity, crossings, slot_of
from tests.oracle_vocabulary import Slot, said

Option = TypeVar("Option")


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
class Ground:
    """What all worlds of one plan share: its facts, the numbers and lengths to try, the list of any element asked of.

    By `meaning` alone (LANGUAGE §6.5) open tables, dated attributes, arithmetic and tested questions hold anything.
    """

    book: Rulebook
    facts: Facts
    landmarks: Landmarks
    lengths: Mapping[str, int]
    quantities: Sequence[Quantity]
    any_of: str | None = None
    meaning: bool = False
    numbers: dict[Slot, tuple[int, ...]] = field(default_factory=dict)

    def tried(self, fact: Fact) -> tuple[int, ...]:
        """Return the numbers to try for a fact that is not known."""
        if fact.key not in self.numbers:
            reached = crossings(self.quantities, fact, self.candidates)
            self.numbers[fact.key] = tuple(sorted({*self.landmarks.get(fact.key, ()), *reached}))
        return self.numbers[fact.key]

    def candidates(self, term: Term) -> tuple[int | None, ...]:
        """Return the numbers that a term of some element can be, as far as the plan says."""
        told = [] if term.chain else [*said(self.facts, term.fact)]
        found = [value if isinstance(value, int) else None for value in told if value is not None]
        if term.chain or None in told:
            found += [*self.landmarks.get(slot_of(term), ()), None]
        return tuple(dict.fromkeys(found))


def values_of(kind: ValueType, optional: bool, numbers: Sequence[int]) -> tuple[Value, ...]:
    """List the values worth trying for a fact or attribute; of codes those that are listed."""
    values: list[Value] = [ABSENT] if optional else []
    match kind:
        case FiniteType():
            values += [value.name for value in kind.values]
        case OrderedType(low=low, high=high):
            values += [n for n in numbers if low <= n <= high] or [low]
        case CodeType(table):
            values += sorted(table.rows)
    return tuple(values)
