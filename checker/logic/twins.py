"""Codes that two facts may share without any table listing them.

When two code facts of an open table are compared (`decl.declare_customs is decl.home_customs`) and both are codes no
table lists, they may be one code or two. A code no table lists is its hidden properties and a label; as many labels
as there are facts compared with one another let every pattern of equal and different codes occur, and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.rulebook.model import Below, CodeType, Condition, Same, Term, Test, tests

Slot = tuple[str, ...]

PARENT = "~parent"


@dataclass(frozen=True, slots=True)
class Twins:
    """For each place a code may stand: the places it is compared with, itself included, and what is asked of them."""

    groups: dict[Slot, frozenset[Slot]]
    asked: dict[Slot, frozenset[str]]

    def labels(self, slot: Slot) -> tuple[str, ...]:
        """Return the labels an unlisted code at this place may bear."""
        return tuple(str(n) for n in range(len(self.groups.get(slot, (slot,)))))

    def properties(self, slot: Slot) -> tuple[str, ...]:
        """Return the properties asked of any code this one is compared with, sorted."""
        return tuple(sorted({p for s in self.groups.get(slot, (slot,)) for p in self.asked.get(s, ())}))


def find_twins(conditions: Iterable[Condition]) -> Twins:
    """Collect the comparisons of codes and the properties tested, over all conditions of one space."""
    groups: dict[Slot, frozenset[Slot]] = {}
    asked: dict[Slot, frozenset[str]] = {}
    for leaf in (leaf for c in conditions for leaf in tests(c)):
        for term in (leaf.left, leaf.right) if isinstance(leaf, Same) else (leaf.term,):
            for slot, attribute in _steps(term):
                asked[slot] = asked.get(slot, frozenset()) | {attribute}
        if isinstance(leaf, Same) and isinstance(leaf.left.type, CodeType):
            left, right = slot_of(leaf.left), slot_of(leaf.right)
            joined = groups.get(left, frozenset({left})) | groups.get(right, frozenset({right}))
            groups.update((slot, joined) for slot in joined)
        if isinstance(leaf, Test) and isinstance(leaf.values, Below):
            slot = slot_of(leaf.term)
            asked[slot] = asked.get(slot, frozenset()) | {PARENT}
    return Twins(groups, asked)


def slot_of(term: Term) -> Slot:
    """Return the place whose code a term reads."""
    return (*term.fact.key, *(f"~{a}" for a in term.chain))


def _steps(term: Term) -> Iterator[tuple[Slot, str]]:
    for i, attribute in enumerate(term.chain):
        yield slot_of(Term(term.fact, term.chain[:i], term.type)), attribute
