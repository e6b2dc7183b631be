"""A plan laid into the space of a question: what is known fixes fields, what is not stays a region.

The space of a case has only the dimensions that are unknown and still matter. For a complete plan it has none: one
point, and every set is all or nothing. So one resolution serves complete and incomplete plans alike. A region holds
a case only where it `happens`: quantities hang together, which boxes do not say. Where none `is_reckoned` and no two
facts are compared, no dimension says anything of another (`hangs_together`), and every box holds a case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from checker.logic.effort import Effort
from checker.logic.feasibility import ALL_FORMS, Feasibility, Solution, World
from checker.logic.fields import Classes, Field
from checker.logic.lowering import MAY, NEVER, SAME, WHERE, UnitName
from checker.logic.others import left_by_others
from checker.logic.reckoning import End, OpenCount, OpenSum, Reckoning, Unknown
from checker.logic.scene import Scene, Subject
from checker.logic.space import Compiled
from checker.logic.sparse import Sparse
from checker.logic.twins import Slot
from checker.logic.world import Never
from checker.regions import (
    Box,
    Region,
    Space,
    cylinder,
    intersect,
    is_empty_difference,
    overlaps,
    pieces,
    simplify,
    subtract,
    volume,
)
from checker.regions.index import Index, numbers
from checker.regions.joining import join
from checker.regions.measure import Weights
from checker.rulebook.calendars import Calendar
from checker.rulebook.model import Fact, Facts, Same


class Unsettled(Struct, frozen=True):
    """A fact that is not known: where it stands, its label and list, who decides it, which dimension stands for it."""

    slot: Slot
    label: str
    list: str | None
    decided_by: str | None
    place: int | None


def _narrowing(
    scene: Scene, own: dict[UnitName, Fact | None], used: frozenset[int], asked_about: Slot | None
) -> Iterator[tuple[UnitName, tuple[Sparse, ...]]]:
    """Lay what only narrows a fact, where the fact is known, or is asked about, or something else speaks of it."""
    for unit, narrowed in own.items():
        if narrowed is not None:
            holder = scene.scope[narrowed.list, 0]
            slot = (holder.path, *narrowed.path)
            if narrowed.path in holder.values or slot == asked_about or scene.number(slot) in used:
                yield unit, scene.boxes(unit, scene.scope)


class Case:
    """The cases a plan leaves open for one subject, as a space over what is not known."""

    def __init__(
        self,
        scene: Scene,
        nevers: tuple[Never, ...],
        forms: frozenset[str] = ALL_FORMS,
        effort: Effort | None = None,
        units: frozenset[UnitName] | None = None,
        fact: Slot | None = None,
    ) -> None:
        """Begin; with an `effort` what takes more raises TooManyBoxesError, with `units` no other condition is laid.

        `fact` is one that will be asked about, whether or not anything else speaks of it.
        """
        self.effort = effort
        self._spend = None if effort is None else effort.spend
        self._scene = scene
        self._feasibility = Feasibility(scene, forms)
        listed = scene.subject.list
        own: dict[UnitName, Fact | None]
        own = {(NEVER, str(i)): n.narrows for i, n in enumerate(nevers) if n.list is None or n.list == listed}
        names = [
            unit for unit in scene.alive if unit[0] not in (NEVER, MAY, WHERE) and (units is None or unit in units)
        ]
        bearing = [unit for unit, narrowed in own.items() if narrowed is None]
        self._laid = {name: scene.boxes(name, scene.scope) for name in (*names, *bearing)}
        used = {number for boxes in self._laid.values() for box in boxes for number in box}
        blocked, allowed = left_by_others(scene, nevers, used)
        used.update(number for box in blocked for number in box)
        used.update(number for boxes in allowed for box in boxes for number in box)
        self._laid.update(_narrowing(scene, own, frozenset(used), fact))
        used.update(number for unit in own for box in self._laid.get(unit, ()) for number in box)
        self._numbers: tuple[int, ...] = tuple(sorted(used))
        dimensions = [scene.dimensions[number] for number in self._numbers]
        self.space = Space(
            tuple(len(d.classes.extents) for d in dimensions),
            tuple(d.classes.field.span is not None for d in dimensions),
        )
        self._full = self.space.full
        self._compared = tuple(
            (place, number)
            for number in map(str, range(len(scene.compiled.compared)))
            if (place := self.place(("", SAME, number))) is not None
        )
        self.is_reckoned = any(d.reckoning is not None for d in dimensions)
        self.hangs_together = bool(self._compared) or self.is_reckoned
        self._units: dict[UnitName, Region] = {}
        nowhere = [box for unit in own for box in self.unit(unit)]
        self.possible: Region = self.without((self._full,), (*nowhere, *self._region(blocked)))
        for boxes in allowed:
            self.possible = self.both(self.possible, self._region(boxes))

    @property
    def dimensions(self) -> range:
        """The numbers of the dimensions of the space."""
        return range(len(self._numbers))

    @property
    def was_cut_short(self) -> bool:
        """Whether something was taken for possible because looking further was given up."""
        return self._feasibility.cut_short

    def unit(self, name: UnitName) -> Region:
        """Return where a compiled condition holds; an unknown unit holds nowhere."""
        if name not in self._units:
            laid = self._laid.get(name, ())
            self._units[name] = self._region(laid) if laid else ()
        return self._units[name]

    def field(self, number: int) -> Field:
        """Return the field a dimension of the space stands for."""
        return self._scene.dimensions[self._numbers[number]].classes.field

    def classes(self, number: int) -> Classes:
        """Return the classes of the field a dimension of the space stands for."""
        return self._scene.dimensions[self._numbers[number]].classes

    def reckoning(self, number: int) -> Reckoning | None:
        """Return what the quantity a dimension stands for is reckoned from; None for a fact."""
        return self._scene.dimensions[self._numbers[number]].reckoning

    def slot(self, number: int) -> Slot:
        """Return where the value of a dimension stands: who is spoken of, then the path from there."""
        return self._scene.dimensions[self._numbers[number]].slot

    def compared(self, field: Field) -> Same | None:
        """Return which two facts a field compares, if that is what it is."""
        return self._scene.compiled.compared[int(field.key[1])] if field.key[0] == SAME else None

    def narrow(self, allowed: Region) -> None:
        """Keep only possible cases that lie in a region."""
        self.possible = self.both(self.possible, allowed)

    def classes_of(self, slot: Slot, atoms: frozenset[str]) -> Region:
        """Return where something that is not known has one of some atoms; everywhere when nothing asks for it."""
        place = self.place(slot)
        if place is None:
            return (self._full,)
        classes = self._scene.dimensions[self._numbers[place]].classes
        mask = 0
        for atom in atoms:
            mask |= 1 << classes.place(atom)
        return (tuple(mask if n == place else full for n, full in enumerate(self._full)),)

    def happens(self, region: Region) -> bool:
        """Tell whether a region holds a case."""
        if not self.hangs_together:
            return bool(region)
        return any(self._feasibility.happens(World(self._sparse(box))) for box in self.spelled_out(region))

    def solution(self, box: Box, most: int) -> Solution | None:
        """Find numbers that make a box true, with at most so many elements of a list; None when none are found."""
        return self._feasibility.solution(self._sparse(box), most)

    def spelled_out(self, region: Region) -> Iterator[Box]:
        """Say of boxes that limit whether two facts are the same what these facts then are, by their values."""
        if not self._compared:
            yield from region
            return
        for box in region:
            yield from self._valued(box)

    def living(self, region: Region) -> Region:
        """Leave out the boxes that hold no case."""
        return region if not self.hangs_together else tuple(box for box in region if self.happens((box,)))

    def both(self, left: Region, right: Region) -> Region:
        """Intersect two regions."""
        if (self._full,) in (left, right):
            return right if left == (self._full,) else left
        return intersect(left, right, self._spend)

    def meets(self, left: Region, right: Region) -> bool:
        """Tell whether two regions have a case in common."""
        return any(self.happens((both,)) for both in overlaps(left, right, self._spend))

    def either(self, regions: Iterable[Region]) -> Region:
        """Unite regions."""
        united = tuple(box for region in regions for box in region)
        if self._spend is not None:
            self._spend(len(united))
        return simplify(united)

    def without(self, region: Region, blockers: Region) -> Region:
        """Take a region away from another."""
        return region if not blockers or not region else subtract(self.space, region, blockers, self._spend)

    def remaining(self, region: Region, parts: Iterable[Region]) -> Region:
        """Take several regions away from another, one after the other: taken at once many leave far more boxes.

        Over all cases they are joined in between.
        """
        for part in parts:
            region = self.without(region, part)
            if self._spend is not None:
                self._spend(len(region))
                region = join(region)
        return region

    def is_within(self, region: Region, blockers: Region) -> bool:
        """Tell whether no case of a region lies outside others."""
        return not any(self.happens((piece,)) for piece in pieces(self.space, region, blockers, self._spend))

    def size(self, region: Region, weights: Weights | None = None) -> int:
        """Count the points of a region; with weights, for each field how many values each class has, the values."""
        return volume(self.space, region, weights, self._spend)

    def splits(self, region: Region, number: int) -> bool:
        """Tell whether one can leave a region along one dimension and stay among the possible cases."""
        whole = self._full[number]
        bounded = tuple(box for box in region if box[number] != whole)
        # Where one can leave at all, the first box mostly shows it, and the others need not be widened.
        return any(self._leaves(region, boxes, number) for boxes in (bounded[:1], bounded[1:]) if boxes)

    def _leaves(self, region: Region, boxes: Region, number: int) -> bool:
        reached = self.both(cylinder(self.space, boxes, number), self.possible)
        return not is_empty_difference(self.space, reached, region)

    def moves(self, left: Region, right: Region, slot: Slot, along: frozenset[int]) -> bool:
        """Tell whether one gets from one region into another by changing one fact, and what is reckoned from it.

        `along` are further dimensions that follow.
        """
        free = along | {n for n in self.dimensions if self._follows(n, slot)}
        index = Index(right)
        return any(
            self._feasibility.happens(
                World(self._sparse(one), frozenset({slot})), World(self._sparse(right[number]), frozenset({slot}))
            )
            for one in left
            for number in numbers(index.meeting(self._widened(one, free)))
        )

    def following(self, slot: Slot) -> frozenset[int]:
        """Return the dimensions of the quantities that are reckoned from a fact."""
        return frozenset(n for n in self.dimensions if self.reckoning(n) is not None and self._follows(n, slot))

    def differ_alone(self, boxes: Iterable[Box], slot: Slot) -> bool:
        """Tell whether there are cases, one in each box, that differ in one fact alone and what is reckoned from it.

        The boxes are the same in all that does not follow the fact.
        """
        return self._feasibility.happens(*(World(self._sparse(box), frozenset({slot})) for box in boxes))

    def facts(self) -> Iterator[Unsettled]:
        """Go through what is not known: what dimensions stand for, and what quantities are reckoned from."""
        for place in self.dimensions:
            dimension = self._scene.dimensions[self._numbers[place]]
            if dimension.reckoning is None:
                yield _unsettled(dimension.slot, dimension.classes.field, place)
                continue
            for part in _parts(dimension.reckoning):
                if isinstance(part, Unknown):
                    yield _unsettled(part.slot, self._scene.compiled.classes[part.field].field, self.place(part.slot))
                elif isinstance(part, OpenCount | OpenSum):
                    yield Unsettled(part.list, self._scene.lists[part.list][0].label, None, None, None)

    def dimension(self, number: int) -> tuple[Slot, Classes]:
        """Return where something stands that boxes of a solution speak of, and its classes."""
        found = self._scene.dimensions[number]
        return found.slot, found.classes

    def path(self, field: int) -> tuple[str, ...]:
        """Return where a compiled field stands in the element it is of."""
        return self._scene.compiled.classes[field].field.path

    def place(self, slot: Slot) -> int | None:
        """Return which dimension of the space stands for something, if one does."""
        number = self._scene.number(slot)
        return None if number is None or number not in self._numbers else self._numbers.index(number)

    def _valued(self, box: Box) -> Iterator[Box]:
        found: Region = (box,)
        for place, number in self._compared:
            if box[place] != self._full[place]:
                same = bool(box[place] & 1)
                found = intersect(found, self.unit((SAME, number, "same" if same else "other")))
        yield from found

    def _follows(self, place: int, slot: Slot) -> bool:
        dimension = self._scene.dimensions[self._numbers[place]]
        if dimension.reckoning is None:
            return dimension.slot == slot
        parts = _parts(dimension.reckoning)
        return any(slot in (getattr(part, "slot", None), getattr(part, "list", None)) for part in parts)

    def _widened(self, box: Box, free: Collection[int]) -> Box:
        return tuple(full if n in free else mask for n, (mask, full) in enumerate(zip(box, self._full, strict=True)))

    def _region(self, boxes: Iterable[Sparse]) -> Region:
        numbered = tuple(zip(self._numbers, self._full, strict=True))
        return tuple(tuple(box.get(number, full) for number, full in numbered) for box in boxes)

    def _sparse(self, box: Box) -> Sparse:
        return {n: mask for n, mask, full in zip(self._numbers, box, self._full, strict=True) if mask != full}


def _unsettled(slot: Slot, field: Field, place: int | None) -> Unsettled:
    return Unsettled(slot, field.label, field.list, field.decided_by, place)


def _parts(reckoning: Reckoning) -> Iterator[object]:
    """Go through what a quantity is reckoned from; a period from its dates."""
    for _, variable in reckoning.parts:
        yield from variable.anchors if isinstance(variable, End) else (variable,)


def holds_somewhere(compiled: Compiled, name: UnitName, listed: str | None) -> bool:
    """Tell whether a compiled condition holds in any case at all, of the plan or of an element of a list."""
    case = Case(Scene(compiled, Facts({}, {}), Subject(listed), Calendar(None, False)), ())
    return case.happens(case.unit(name))
