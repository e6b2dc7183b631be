"""A plan laid into the space of a question: what is known fixes fields, what is not stays a region.

The space of a case has only the fields that are unknown and still matter. For a complete plan it has none: one
point, and every set is all or nothing. So one resolution serves complete and incomplete plans alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.logic.fields import Field
from checker.logic.space import Compiled, UnitName
from checker.logic.windows import BAND
from checker.logic.world import Never
from checker.regions import (
    Box,
    Region,
    Space,
    cylinder,
    intersect,
    is_empty_difference,
    meet,
    pieces,
    simplify,
    subtract,
)
from checker.rulebook.model import Element, Facts, Value


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is asked of: the plan (both None), an element of `list`, or any element of a missing list."""

    list: str | None = None
    element: Element | None = None

    @property
    def is_missing(self) -> bool:
        """Whether the list itself is not known."""
        return self.list is not None and self.element is None


class Case:
    """The cases a plan leaves open for one subject, as a space over what is not known."""

    def __init__(self, compiled: Compiled, nevers: tuple[Never, ...], facts: Facts, subject: Subject) -> None:
        self._compiled = compiled
        values = None if subject.element is None else subject.element.values
        known = _known(compiled, facts, subject.list, values)
        self._alive = _alive(compiled, known)
        others = tuple(_others(compiled, nevers, facts, subject))
        live = {f for f, bits in enumerate(compiled.constrained) if f not in known and bits & self._alive}
        live.update(f for allowed in others for box in allowed for f in box)
        self.fields: tuple[int, ...] = tuple(sorted(live))
        self.space = Space(
            tuple(len(compiled.classes[f].extents) for f in self.fields),
            tuple(compiled.classes[f].field.span is not None for f in self.fields),
        )
        self._full = self.space.full
        self._units: dict[UnitName, Region] = {}
        own = [("never", str(i)) for i, n in enumerate(nevers) if n.list is None or n.list == subject.list]
        possible = subtract(self.space, (self._full,), [b for unit in own for b in self.unit(unit)])
        for allowed in others:
            possible = self.both(possible, tuple(self._box(box) for box in allowed))
        self.possible: Region = possible

    def unit(self, name: UnitName) -> Region:
        """Return where a compiled condition holds; an unknown unit holds nowhere."""
        if name not in self._units:
            first, last = self._compiled.units.get(name, (0, 0))
            branches = self._compiled.branches
            alive = (branches[i] for i in range(first, last) if self._alive >> i & 1)
            self._units[name] = simplify(tuple(self._box(branch) for branch in alive))
        return self._units[name]

    def field(self, number: int) -> Field:
        """Return the field a dimension of the space stands for."""
        return self._compiled.classes[self.fields[number]].field

    def both(self, left: Region, right: Region) -> Region:
        """Intersect two regions."""
        if (self._full,) in (left, right):
            return right if left == (self._full,) else left
        return intersect(left, right)

    def meets(self, left: Region, right: Region) -> bool:
        """Tell whether two regions have a case in common."""
        return any(meet(a, b) is not None for a in left for b in right)

    def either(self, regions: Iterable[Region]) -> Region:
        """Unite regions."""
        return simplify(tuple(box for region in regions for box in region))

    def without(self, region: Region, blockers: Region) -> Region:
        """Take a region away from another."""
        return region if not blockers or not region else subtract(self.space, region, blockers)

    def splits(self, region: Region, number: int) -> bool:
        """Tell whether one can leave a region along one dimension and stay among the possible cases."""
        whole = self._full[number]
        bounded = tuple(box for box in region if box[number] != whole)
        reached = self.both(cylinder(self.space, bounded, number), self.possible)
        return not is_empty_difference(self.space, reached, region)

    def _box(self, branch: Mapping[int, int]) -> Box:
        return tuple(branch.get(f, full) for f, full in zip(self.fields, self._full, strict=True))


def _known(
    compiled: Compiled, facts: Facts, listed: str | None, values: Mapping[tuple[str, ...], Value] | None
) -> dict[int, int]:
    """Return the class of every field whose fact is known: of the plan, and of one element."""
    known: dict[int, int] = {}
    for number, classes in enumerate(compiled.classes):
        key, owner = classes.field.key, classes.field.list
        if key[0] == BAND:
            continue
        source, path = (facts.values, key) if owner is None else (values, key[1:])
        if source is not None and owner in (None, listed) and path in source:
            known[number] = classes.place(source[path])
    return known


def _alive(compiled: Compiled, known: Mapping[int, int]) -> int:
    bits = (1 << len(compiled.branches)) - 1
    for field, place in known.items():
        bits &= compiled.matrix[field][place]
    return bits


def _others(
    compiled: Compiled, nevers: tuple[Never, ...], facts: Facts, subject: Subject
) -> Iterator[tuple[dict[int, int], ...]]:
    """Say what the other elements of the plan's lists leave possible for the facts of the plan.

    For each of them a union of sparse boxes over unknown fields of the plan: some values of the element's own
    unknown facts must fit. Only elements that restrict something are given.
    """
    for listed in sorted({n.list for n in nevers if n.list is not None}):
        mine: list[UnitName] = [("never", str(i)) for i, n in enumerate(nevers) if n.list == listed]
        for element in facts.lists.get(listed, ()):
            if element is not subject.element:
                allowed = _left_by(compiled, mine, facts, listed, element)
                if allowed is not None:
                    yield allowed


def _left_by(
    compiled: Compiled, units: list[UnitName], facts: Facts, listed: str, element: Element
) -> tuple[dict[int, int], ...] | None:
    known = _known(compiled, facts, listed, element.values)
    alive = _alive(compiled, known)
    numbers = [i for name in units for i in range(*compiled.units[name]) if alive >> i & 1]
    if not numbers:
        return None
    fields = sorted({f for i in numbers for f in compiled.branches[i] if f not in known})
    space = Space(
        tuple(len(compiled.classes[f].extents) for f in fields),
        tuple(compiled.classes[f].field.span is not None for f in fields),
    )
    blocked = [
        tuple(compiled.branches[i].get(f, full) for f, full in zip(fields, space.full, strict=True)) for i in numbers
    ]
    plan = [(n, f) for n, f in enumerate(fields) if compiled.classes[f].field.list is None]
    left = pieces(space, (space.full,), blocked)
    return tuple({f: box[n] for n, f in plan} for box in left)
