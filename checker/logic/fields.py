"""Fields and classes: the finite space in which one question is decided.

A *field* is a fact of the plan (or of an element), a hidden property of a code that no table lists, the unknown
beginning of a text, the answer of another question, or a quantity reckoned from facts. An *extent* is a set of values
of one field. Values that no extent in play tells apart fall into one *class*; a set of classes is a bit mask, class 0
the lowest bit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from checker.rulebook.model import Absent, Addend

Run = tuple[int, int]


class Unlisted(Enum):
    """The one atom of an open code table that stands for every code it does not list."""

    UNLISTED = "unlisted"


UNLISTED = Unlisted.UNLISTED


class Virtual(Struct, frozen=True):
    """A code no table lists, by its properties: for each the way to it from the code, and between what it lies."""

    properties: tuple[tuple[tuple[str, ...], Extent], ...]


Atom = str | int | Absent | Unlisted | Virtual


class Field(Struct, frozen=True):
    """One dimension of the space.

    `atoms` are its single values (for an ordered field at most ABSENT), `span` the ends of its integers.
    `label` is what reports call it; `decided_by` the role on whose decision alone it rests. A field of an element has
    its `list` and `binder` (see `Fact`); fields of one `base` are one fact, whoever speaks of it. A reckoned field has
    `addends`, of the form `form`.
    """

    key: tuple[str, ...]
    label: str
    atoms: tuple[Atom, ...]
    span: Run | None
    decided_by: str | None = None
    list: str | None = None
    binder: int = 0
    addends: tuple[tuple[int, Addend], ...] = ()
    form: str = ""

    @property
    def atom_set(self) -> frozenset[Atom]:
        """The single values as a set."""
        return _as_set(self.atoms)

    @property
    def base(self) -> tuple[str, ...]:
        """The key without who speaks of it."""
        return self.key[1:] if self.binder else self.key

    @property
    def path(self) -> tuple[str, ...]:
        """Where the value is found: from the plan, or from the element."""
        return self.base if self.list is None else self.base[1:]


@lru_cache(maxsize=4096)
def _as_set(atoms: tuple[Atom, ...]) -> frozenset[Atom]:
    return frozenset(atoms)


class Extent(Struct, frozen=True):
    """A set of values of one field: single atoms, and disjoint ascending runs of integers."""

    atoms: frozenset[Atom] = frozenset()
    runs: tuple[Run, ...] = ()

    def within(self, field: Field) -> Extent:
        """Return the part of the set that lies in the field's domain."""
        runs = () if field.span is None else _clip(self.runs, field.span)
        return Extent(self.atoms & field.atom_set, runs)

    def complement(self, field: Field) -> Extent:
        """Return the values of the field that are not in the set."""
        atoms = field.atom_set - self.atoms
        return Extent(atoms, () if field.span is None else _gaps(_clip(self.runs, field.span), field.span))

    @property
    def is_empty(self) -> bool:
        """Whether there is no value in it."""
        return not self.atoms and not self.runs


def join_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join disjoint ascending runs that touch."""
    joined: list[Run] = []
    for low, high in runs:
        if joined and joined[-1][1] + 1 == low:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return tuple(joined)


def _clip(runs: tuple[Run, ...], span: Run) -> tuple[Run, ...]:
    low, high = span
    return tuple((max(a, low), min(b, high)) for a, b in runs if a <= high and b >= low)


def _gaps(runs: tuple[Run, ...], span: Run) -> tuple[Run, ...]:
    gaps, start = [], span[0]
    for low, high in runs:
        if low > start:
            gaps.append((start, low - 1))
        start = max(start, high + 1)
    if start <= span[1]:
        gaps.append((start, span[1]))
    return tuple(gaps)


class Classes(Struct, frozen=True):
    """The partition of one field: first the classes of its integers, ascending, then those of its atoms.

    `extents` says what each class holds; `starts` are the first integers of the classes of integers.
    """

    field: Field
    extents: tuple[Extent, ...]
    starts: tuple[int, ...]
    places: tuple[tuple[Atom, int], ...]

    @property
    def full(self) -> int:
        """The mask of all classes."""
        return (1 << len(self.extents)) - 1

    @property
    def are_symmetric(self) -> bool:
        """Whether the integers fall into the same classes when each is taken for its negative."""
        runs = [run for extent in self.extents for run in extent.runs]
        return runs == [(-high, -low) for low, high in reversed(runs)]

    def mask(self, extent: Extent) -> int:
        """Return the classes an extent consists of; it must be one of those the partition was made for."""
        mask = 0
        for low, high in extent.runs:
            first = bisect_right(self.starts, low) - 1
            last = bisect_right(self.starts, high) - 1
            mask |= ((1 << (last - first + 1)) - 1) << first
        for atom, place in self.places:
            if atom in extent.atoms:
                mask |= 1 << place
        return mask

    def runs(self, mask: int) -> tuple[Run, ...]:
        """Return the integers of a set of classes."""
        return tuple(run for number, extent in enumerate(self.extents) if mask >> number & 1 for run in extent.runs)

    def atoms(self, mask: int) -> frozenset[Atom]:
        """Return the single values of a set of classes."""
        return frozenset().union(*(e.atoms for number, e in enumerate(self.extents) if mask >> number & 1))

    def place(self, value: Atom) -> int:
        """Return the class of a value of the field's domain."""
        if isinstance(value, int):
            return bisect_right(self.starts, value) - 1
        return next(place for atom, place in self.places if atom == value)


def classify(field: Field, extents: Iterable[Extent]) -> Classes:
    """Partition a field by the sets its tests name."""
    tests = tuple(dict.fromkeys(extents))
    pieces: list[Extent] = []
    starts: list[int] = []
    if field.span is not None:
        cuts = {field.span[0]}
        for test in tests:
            for low, high in test.runs:
                cuts.update((low, high + 1))
        starts = sorted(c for c in cuts if field.span[0] <= c <= field.span[1])
        ends = [*(s - 1 for s in starts[1:]), field.span[1]]
        pieces = [Extent(runs=((low, high),)) for low, high in zip(starts, ends, strict=True)]
    named: dict[Atom, int] = dict.fromkeys(field.atoms, 0)
    for number, test in enumerate(tests):
        for atom in test.atoms & named.keys():
            named[atom] |= 1 << number
    groups: dict[int, list[Atom]] = {}
    for atom in field.atoms:
        groups.setdefault(named[atom], []).append(atom)
    places: list[tuple[Atom, int]] = []
    for group in groups.values():
        places.extend((atom, len(pieces)) for atom in group)
        pieces.append(Extent(frozenset(group)))
    return Classes(field, tuple(pieces), tuple(starts), tuple(places))
