"""Conditions that plainly exclude one another, as the rows of a decision table do; that there may be many.

Takes conditions; looks at what each asks of a fact, and at what it denies as a whole, and at nothing behind that: two
conditions that are not found to be apart may still be.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from checker.regions.index import numbers
from checker.rulebook.extents import Extent, extent_of
from checker.rulebook.meetings import meetings
from checker.rulebook.model import All, Condition, Negation, Some, Term, Test


def groups(conditions: Sequence[Condition]) -> Iterator[list[int]]:
    """Divide conditions, by their numbers, into groups: those of different groups are plainly apart."""
    meeting = meetings([_extents(condition) for condition in conditions])
    denials = [_Denials(condition) for condition in conditions]
    left = (1 << len(conditions)) - 1
    while left:
        group, new = 0, left & -left
        while new:
            group |= new
            number = next(numbers(new))
            new &= new - 1
            others = meeting[number] & left & ~(group | new)
            new |= sum(1 << n for n in numbers(others) if not denials[number].exclude(denials[n]))
        left &= ~group
        yield list(numbers(group))


def are_apart(left: Condition, right: Condition) -> bool:
    """Tell whether two conditions plainly exclude one another."""
    one, two = _extents(left), _extents(right)
    if any(key in two and not extent.meets(two[key]) for key, extent in one.items()):
        return True
    return _Denials(left).exclude(_Denials(right))


def conjuncts(condition: Condition) -> tuple[Condition, ...]:
    """Return the parts of a condition that must all hold."""
    if isinstance(condition, All):
        return tuple(c for part in condition.parts for c in conjuncts(part))
    return (condition,)


class _Denials:
    """What must hold for a condition, and what it denies: conditions that must not hold as a whole."""

    def __init__(self, condition: Condition) -> None:
        parts = conjuncts(condition)
        self._parts = frozenset(parts)
        self._denied = {frozenset(conjuncts(part.part)) for part in parts if isinstance(part, Negation)}

    def exclude(self, other: _Denials) -> bool:
        """Tell whether one of two conditions denies the other."""
        return self._deny(other) or other._deny(self)

    def _deny(self, other: _Denials) -> bool:
        return other._parts in self._denied or any(denied <= other._parts for denied in self._denied)


def _extents(condition: Condition) -> dict[Hashable, Extent]:
    """Return what a condition asks of single facts, by fact and attributes."""
    found: dict[Hashable, Extent] = {}
    for part in conjuncts(condition):
        tests = part.parts if isinstance(part, Some) else (part,)
        first = tests[0] if tests else None
        if isinstance(first, Test) and all(isinstance(t, Test) and _key(t.term) == _key(first.term) for t in tests):
            values = [t.values for t in tests if isinstance(t, Test)]
            found.setdefault(_key(first.term), extent_of(first.term, values))
    return found


def _key(term: Term) -> Hashable:
    return term.fact.key, term.fact.binder, term.chain
