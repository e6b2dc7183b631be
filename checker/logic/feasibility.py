"""Whether cases can happen: quantities hang together through the facts they are reckoned from.

The boxes of a case treat every dimension as free; a duration and the two dates it lies between are not. This asks,
for a box, whether there are numbers, and elements of lists that are not known, that make it true. Exact but for
periods of which neither the date they run from nor the day they are compared with is known: such an end is only kept
within what the date allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from msgspec import Struct

from checker.logic.crowds import Crowd, Crowds
from checker.logic.lowering import WIDEST
from checker.logic.reckoning import End, OpenCount, OpenSum, Reckoning, Unknown, Variable
from checker.logic.scene import Scene
from checker.logic.sparse import Sparse
from checker.logic.starts import find_starts
from checker.logic.twins import Slot
from checker.regions.integers import Linear, Run, SearchLimitError, solve
from checker.rulebook.model import ABSENT, Value
from checker.rulebook.period_ends import due_value

MANY = 10**9
MOST_POINTS = 4096
ALL_FORMS = frozenset({"order", "count", "arithmetic"})

Name = tuple[object, ...]


class World(Struct, frozen=True):
    """A box, and the facts that are its own: all others have one value in all worlds asked about together."""

    box: Sparse
    own: frozenset[Slot] = frozenset()


class Solution(Struct, frozen=True):
    """Numbers that make a box true: of facts by their slots, and the elements of lists nothing is known of.

    An element is a sparse box of what it is, with the numbers of its summed facts by their fields.
    """

    values: dict[Slot, int]
    elements: dict[Slot, tuple[tuple[Sparse, dict[int, int]], ...]]


class Feasibility:
    """Says which boxes of a scene can happen, as far as quantities of some forms are concerned.

    `cut_short` tells whether any search was given up; what could not be refuted counts as possible.
    """

    def __init__(self, scene: Scene, forms: frozenset[str] = ALL_FORMS) -> None:
        self.cut_short = False
        self._scene = scene
        self._forms = forms
        self._crowds = Crowds(scene)
        self._answers: dict[object, bool] = {}

    def happens(self, *worlds: World) -> bool:
        """Tell whether there are cases, one in each world, that differ only in what is each one's own."""
        if not any(self._bound(world.box) for world in worlds):
            return True
        key = tuple((tuple(sorted(w.box.items())), w.own) for w in worlds)
        if key not in self._answers:
            self._answers[key] = self._search(worlds)
        return self._answers[key]

    def solution(self, box: Sparse, most: int) -> Solution | None:
        """Find numbers that make a box true, with at most so many elements of a list; None when none are found."""
        try:
            for (world,) in self._points((World(box),)):
                system = System()
                self._state(system, world, 0)
                numbers = system.solution()
                if numbers is not None:
                    return self._read(numbers, world, most)
        except SearchLimitError:
            return None
        return None

    def _read(self, numbers: dict[Name, int], world: World, most: int) -> Solution | None:
        """Read a solution of a system; None for one with more elements than wanted."""
        crowds = self._crowds.of(self._variables(world.box), world.box, lambda box: self.happens(World(box)))
        elements: dict[Slot, tuple[tuple[Sparse, dict[int, int]], ...]] = {}
        for slot, crowd in crowds.items():
            found: list[tuple[Sparse, dict[int, int]]] = []
            for index, kind in enumerate(crowd.kinds):
                count = numbers.get((slot, 0, index), 0)
                if len(found) + count > most:
                    return None
                totals = {field: numbers.get((slot, 0, index, field), 0) for field in kind.summed}
                found.extend((kind.where, _shares(totals, kind.summed, count, n)) for n in range(count))
            elements[slot] = tuple(found)
        values = {name[0]: value for name, value in numbers.items() if len(name) == 2 and isinstance(name[0], tuple)}
        return Solution(values, elements)

    def _bound(self, box: Sparse) -> list[int]:
        """Return the quantities a box sets limits to."""
        dimensions = self._scene.dimensions
        return [
            number
            for number, mask in box.items()
            if dimensions[number].reckoning is not None
            and mask != dimensions[number].classes.full
            and dimensions[number].classes.field.form in self._forms
        ]

    def _search(self, worlds: tuple[World, ...]) -> bool:
        try:
            return any(self._solved(points) for points in self._points(worlds))
        except SearchLimitError:
            self.cut_short = True
            return True

    def _points(self, worlds: tuple[World, ...]) -> Iterator[tuple[World, ...]]:
        """Go through the classes of what decides which elements unknown lists may have, one class at a time."""
        named = sorted({n for w in worlds for n in self._crowds.deciding(self._variables(w.box))})
        shared = [n for n in named if not any(self._scene.dimensions[n].slot in w.own for w in worlds)]
        axes: list[tuple[tuple[int, ...], int, int]] = []
        for number in named:
            full = self._scene.dimensions[number].classes.full
            masks = [w.box.get(number, full) for w in worlds]
            if number in shared:
                common = full
                for mask in masks:
                    common &= mask
                axes.append((tuple(range(len(worlds))), number, common))
            else:
                axes.extend(((i,), number, mask) for i, mask in enumerate(masks))
        if prod(mask.bit_count() for _, _, mask in axes) > MOST_POINTS:
            raise SearchLimitError
        for chosen in product(*(_bits(mask) for _, _, mask in axes)):
            boxes = [dict(w.box) for w in worlds]
            for (which, number, _), bit in zip(axes, chosen, strict=True):
                for i in which:
                    boxes[i][number] = bit
            yield tuple(World(box, w.own) for box, w in zip(boxes, worlds, strict=True))

    def _variables(self, box: Sparse) -> tuple[Variable, ...]:
        found = (self._scene.dimensions[n].reckoning for n in self._bound(box))
        return tuple(variable for r in found if r is not None for _, variable in r.parts)

    def _solved(self, worlds: tuple[World, ...]) -> bool:
        system = System()
        for tag, world in enumerate(worlds):
            self._state(system, world, tag)
        return system.has_solution()

    def _state(self, system: System, world: World, tag: int) -> None:
        """Write down what a world demands."""
        numbers = self._bound(world.box)
        crowds = self._crowds.of(self._variables(world.box), world.box, lambda box: self.happens(World(box)))
        for number in numbers:
            dimension = self._scene.dimensions[number]
            reckoning = dimension.reckoning
            assert reckoning is not None
            runs = dimension.classes.runs(world.box[number])
            if self._turned_round(system, reckoning, runs, world, tag):
                continue
            factors: dict[Name, int] = {}
            for factor, variable in reckoning.parts:
                for name, times in self._terms(system, variable, world, tag, crowds):
                    factors[name] = factors.get(name, 0) + factor * times
            system.demand(factors, tuple((low - reckoning.constant, high - reckoning.constant) for low, high in runs))

    def _turned_round(
        self, system: System, reckoning: Reckoning, runs: tuple[Run, ...], world: World, tag: int
    ) -> bool:
        """Write a demand on the end of a period as one on the date it runs from, where that alone is not known."""
        if len(reckoning.parts) > 1:
            return False
        (factor, end), *_ = reckoning.parts
        free = [a for a in end.anchors if isinstance(a, Unknown)] if isinstance(end, End) else []
        if not isinstance(end, End) or len(free) != 1:
            return False
        ends = [(low - reckoning.constant, high - reckoning.constant) for low, high in runs]
        if factor < 0:
            ends = [(-high, -low) for low, high in reversed(ends)]
        if self._may_be_absent(free[0], world.box) and self._holds_without(end, ends):
            return True
        domain = self._domain(free[0], world.box)
        name = _name(free[0].slot, world, tag)
        system.narrow(name, domain)
        if domain:
            starts = find_starts(lambda at: self._end(end, at), ends, (domain[0][0], domain[-1][1]))
            if starts is None:
                return False
            system.narrow(name, starts)
        return True

    def _may_be_absent(self, unknown: Unknown, box: Sparse) -> bool:
        classes = self._scene.compiled.classes[unknown.field]
        number = self._scene.number(unknown.slot)
        mask = classes.full if number is None else box.get(number, classes.full)
        return ABSENT in classes.field.atom_set and bool(mask >> classes.place(ABSENT) & 1)

    def _holds_without(self, end: End, ends: list[Run]) -> bool:
        """Tell whether a period ends in one of some runs when the date that is not known is absent."""
        value = self._end(end, ABSENT)
        return isinstance(value, int) and any(low <= value <= high for low, high in ends)

    def _end(self, end: End, at: Value) -> Value | None:
        """Return where a period ends when the one date that is not known has a value."""
        values = tuple(at if isinstance(anchor, Unknown) else anchor for anchor in end.anchors)
        return due_value(end.due, values, self._scene.calendar)

    def _terms(
        self, system: System, variable: Variable, world: World, tag: int, crowds: dict[Slot, Crowd]
    ) -> Iterator[tuple[Name, int]]:
        """Write a variable as a sum of the system's variables."""
        match variable:
            case Unknown(slot):
                name = _name(slot, world, tag)
                system.narrow(name, self._domain(variable, world.box))
                yield name, 1
            case End(anchors=anchors):
                moved = any(isinstance(a, Unknown) and a.slot in world.own for a in anchors)
                name = (variable, tag if moved else 0)
                system.narrow(name, (self._reach(variable, world.box),))
                yield name, 1
            case OpenCount(list=slot) | OpenSum(list=slot):
                own = tag if slot in world.own else 0
                for index, kind in enumerate(crowds[slot].kinds):
                    many: Name = (slot, own, index)
                    system.narrow(many, ((0, MANY),))
                    if isinstance(variable, OpenCount):
                        if variable in kind.fulfilled:
                            yield many, 1
                    else:
                        low, high = kind.summed[variable.field]
                        total: Name = (slot, own, index, variable.field)
                        system.narrow(total, ((min(0, low * MANY), max(0, high * MANY)),))
                        system.demand({total: 1, many: -low}, ((0, WIDEST * MANY),))
                        system.demand({total: -1, many: high}, ((0, WIDEST * MANY),))
                        yield total, 1

    def _domain(self, unknown: Unknown, box: Sparse) -> tuple[Run, ...]:
        classes = self._scene.compiled.classes[unknown.field]
        number = self._scene.number(unknown.slot)
        return classes.runs(classes.full if number is None else box.get(number, classes.full))

    def _reach(self, end: End, box: Sparse) -> Run:
        """Return values the end of a period lies between, whichever of its dates are absent."""
        lows: list[Value] = []
        highs: list[Value] = []
        certain: list[bool] = []
        for anchor in end.anchors:
            runs = self._domain(anchor, box) if isinstance(anchor, Unknown) else ()
            lows.append(runs[0][0] if runs else ABSENT if isinstance(anchor, Unknown) else anchor)
            highs.append(runs[-1][1] if runs else ABSENT if isinstance(anchor, Unknown) else anchor)
            certain.append(isinstance(anchor, int))
        if any(certain):
            highs = [high if sure else ABSENT for high, sure in zip(highs, certain, strict=True)]
        ends = [due_value(end.due, tuple(lows), self._scene.calendar)]
        for place, high in enumerate(highs):
            alone: list[Value] = [ABSENT] * len(highs)
            alone[place] = high
            if high is not ABSENT:
                ends.append(due_value(end.due, tuple(alone), self._scene.calendar))
        if not all(isinstance(e, int) for e in ends):
            return -WIDEST, WIDEST
        numbers = [e for e in ends if isinstance(e, int)]
        return numbers[0], max(numbers)


class System:
    """A system of linear demands on integers, by the names of its variables."""

    def __init__(self) -> None:
        self._numbers: dict[Name, int] = {}
        self._domains: list[tuple[Run, ...]] = []
        self._demands: list[Linear] = []

    def narrow(self, name: Name, runs: tuple[Run, ...]) -> None:
        """Keep a variable within runs, beside what it is kept within already."""
        if name not in self._numbers:
            self._numbers[name] = len(self._domains)
            self._domains.append(runs)
            return
        number = self._numbers[name]
        pairs = ((max(a, c), min(b, d)) for a, b in self._domains[number] for c, d in runs)
        self._domains[number] = tuple(sorted((low, high) for low, high in pairs if low <= high))

    def demand(self, factors: dict[Name, int], runs: tuple[Run, ...]) -> None:
        """Demand that a sum lies within runs."""
        named = sorted((self._numbers[name], factor) for name, factor in factors.items() if factor)
        self._demands.append(Linear(tuple(named), runs))

    def has_solution(self) -> bool:
        """Tell whether integers meet all demands. Raises SearchLimitError when that is not found out."""
        return self.solution() is not None

    def solution(self) -> dict[Name, int] | None:
        """Find integers that meet all demands; None when there are none. Raises SearchLimitError."""
        if not all(self._domains):
            return None
        found = solve(self._domains, self._demands)
        return None if found is None else {name: found[number] for name, number in self._numbers.items()}


def _shares(totals: dict[int, int], runs: dict[int, Run], count: int, place: int) -> dict[int, int]:
    """Give an element its share of each total: all share alike, and the first ones take one more."""
    shares: dict[int, int] = {}
    for field, total in totals.items():
        each, more = divmod(total, count)
        shares[field] = min(max(each + (place < more), runs[field][0]), runs[field][1])
    return shares


def _name(slot: Slot, world: World, tag: int) -> Name:
    return slot, tag if slot in world.own else 0


def _bits(mask: int) -> list[int]:
    return [1 << place for place in range(mask.bit_length()) if mask >> place & 1]
