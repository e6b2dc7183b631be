"""Codes that two facts may share without any table listing them.

When two code facts of an open table are compared (`decl.declare_customs is decl.home_customs`) and both are codes no
table lists, they may be one code or two. Such a code is, as far as anybody asks, the classes of its hidden properties
and a label: equality of those is an equivalence, equal codes answer every test alike, and as many labels as there are
facts compared with one another let every pattern of equal and different codes occur.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.logic.fields import Classes, Extent, Field, classify
from checker.rulebook.model import CodeType, Condition, Fact, Same, Term, tests

Slot = tuple[str, ...]

LABEL = "~label"


class Twins(Struct, frozen=True):
    """For each place a code may stand, those it is compared with, itself included.

    `properties` are, for each such place, the hidden fields any code of its group is asked for, as partitions of one
    of them: their keys go on from the place with a suffix.
    """

    groups: Mapping[Slot, frozenset[Slot]]
    properties: Mapping[Slot, tuple[tuple[Slot, Classes], ...]]

    def labels(self, slot: Slot) -> tuple[str, ...]:
        """Return the labels an unlisted code at this place may bear."""
        return tuple(str(n) for n in range(len(self.groups[slot])))


def find_twins(conditions: Iterable[Condition]) -> Twins:
    """Collect the comparisons of codes over all conditions of one space; the properties are not known yet."""
    groups: dict[Slot, frozenset[Slot]] = {}
    for test in (test for c in conditions for test in tests(c)):
        if isinstance(test, Same) and isinstance(test.left.type, CodeType):
            left, right = slot_of(test.left), slot_of(test.right)
            joined = groups.get(left, frozenset({left})) | groups.get(right, frozenset({right}))
            groups.update((slot, joined) for slot in joined)
    return Twins(groups, {})


def with_properties(twins: Twins, fields: Sequence[Field], seen: Sequence[Sequence[Extent]]) -> Twins:
    """Add the hidden properties, once every condition has been looked at and said which sets it tests."""
    found: dict[Slot, tuple[tuple[Slot, Classes], ...]] = {}
    for slot, group in twins.groups.items():
        asked: dict[Slot, tuple[Field, list[Extent]]] = {}
        for field, extents in zip(fields, seen, strict=True):
            owner = next((s for s in sorted(group) if field.key[: len(s)] == s != field.key), None)
            if owner is not None and field.key != (*owner, LABEL):
                asked.setdefault(field.key[len(owner) :], (field, []))[1].extend(extents)
        found[slot] = tuple((suffix, classify(f, sets)) for suffix, (f, sets) in sorted(asked.items()))
    return replace(twins, properties=found)


def slot_of(term: Term) -> Slot:
    """Return the place whose code a term reads."""
    return (*slot_of_fact(term.fact), *(f"~{a}" for a in term.chain))


def slot_of_fact(fact: Fact) -> Slot:
    """Return the place of a fact: its key, marked with the test on a list whose element it is of."""
    return (f"#{fact.binder}", *fact.key) if fact.binder else fact.key
