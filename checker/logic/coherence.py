"""What no table could hold: one code of which one thing is both so and not so.

By meaning alone a listed code may have any attributes (LANGUAGE §6.5), but one code has one value of each: cases in
which two facts hold the same code and differ in what is asked of it are no cases at all. For codes no table lists
`twins` sees to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

from checker.logic.places import attribute_of
from checker.logic.twins import Slot, find_twins, slot_of
from checker.rulebook.model import (
    All,
    Below,
    CodeTable,
    CodeType,
    Condition,
    IsAbsent,
    Members,
    Negation,
    Same,
    Some,
    Term,
    Test,
    tests,
)

Chain = tuple[str, ...]
Leaf = Test | Same


def incoherent(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Say, pair by pair, that two terms read one listed code and differ in what the conditions ask of it."""
    conditions = tuple(conditions)
    leaves = [leaf for condition in conditions for leaf in tests(condition)]
    groups, named, asked = find_twins(conditions).groups, _named(leaves), _asked(leaves)
    codes = {slot_of(code): code for leaf in leaves for term in _terms(leaf) for code in _codes(term)}
    parts: list[Condition] = []
    for (left, one), (right, two) in permutations(codes.items(), 2):
        if _table(one) is _table(two):
            compared = right in groups.get(left, ())
            shared = set(_table(one).rows) if compared else named.get(left, set()) & named.get(right, set())
            alike = Some(tuple(_both_hold(one, two, code) for code in sorted(shared)))
            asked_here = dict.fromkeys((*asked.get(left, ()), *asked.get(right, ()))) if shared else ()
            parts.extend(All((alike, _differ(one, two, chain, leaf))) for chain, leaf in asked_here)
    return tuple(parts)


def _both_hold(one: Term, two: Term, code: str) -> Condition:
    here = Members(frozenset({code}))
    return All((Test(one, here), Test(two, here)))


def _differ(one: Term, two: Term, chain: Chain, asked: Test | Same) -> Condition:
    left, right = _extended(one, chain), _extended(two, chain)
    if isinstance(asked, Test):
        return All((Test(left, asked.values), Negation(Test(right, asked.values))))
    neither = All((Test(left, IsAbsent()), Test(right, IsAbsent())))
    return Negation(Some((Same(left, right), neither)))


def _asked(leaves: Iterable[Leaf]) -> dict[Slot, list[tuple[Chain, Leaf]]]:
    """Collect what is asked of the codes at each place: along which chain, and by which test."""
    found: dict[Slot, list[tuple[Chain, Leaf]]] = {}
    for leaf in leaves:
        above = isinstance(leaf, Test) and isinstance(leaf.values, Below)
        for code, chain in ((c, t.chain[len(c.chain) :]) for t in _terms(leaf) for c in _codes(t)):
            if chain or above:
                found.setdefault(slot_of(code), []).append((chain, leaf))
    return found


def _named(leaves: Iterable[Leaf]) -> dict[Slot, set[str]]:
    """Collect the codes each place is tested for by name."""
    found: dict[Slot, set[str]] = {}
    for leaf in leaves:
        if isinstance(leaf, Test) and isinstance(leaf.term.type, CodeType) and isinstance(leaf.values, Members):
            found.setdefault(slot_of(leaf.term), set()).update(leaf.values.values)
    return found


def _terms(leaf: Leaf) -> tuple[Term, ...]:
    return (leaf.left, leaf.right) if isinstance(leaf, Same) else (leaf.term,)


def _codes(term: Term) -> Iterator[Term]:
    """Go through the codes a term reads on its way, the last one included when it is a code itself."""
    start = Term(term.fact, (), term.fact.type)
    steps = (_extended(start, term.chain[:length]) for length in range(len(term.chain) + 1))
    return (step for step in steps if isinstance(step.type, CodeType))


def _extended(term: Term, chain: Chain) -> Term:
    kind = term.type
    for name in chain:
        assert isinstance(kind, CodeType)
        kind = attribute_of(kind.table, name).type
    return Term(term.fact, (*term.chain, *chain), kind)


def _table(code: Term) -> CodeTable:
    assert isinstance(code.type, CodeType)
    return code.type.table
