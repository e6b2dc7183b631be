"""Elements of lists that are not known: which kinds of them there can be.

An element that is not known is, as far as anybody asks, which of the counted conditions it fulfils and between what
its summed facts lie. Takes a scene, gives for a list the kinds its elements may be of, and what in the plan decides
that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from msgspec import Struct

from checker.logic.fields import Run
from checker.logic.lowering import MAY
from checker.logic.reckoning import OpenCount, OpenSum, Unknown, Variable
from checker.logic.scene import Scene, anyone, contrary
from checker.logic.sparse import ALL, Sparse, met
from checker.logic.twins import Slot


class Kind(Struct, frozen=True):
    """Elements that are alike: the conditions they fulfil, the run that each summed fact, by its field, lies in."""

    fulfilled: frozenset[OpenCount]
    summed: dict[int, Run]


class Crowd(Struct, frozen=True):
    """The kinds the elements of one list may be of."""

    kinds: tuple[Kind, ...]


class Crowds:
    """Knows for each list of a scene that is not known what its elements can be."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._sorts: dict[tuple[Slot, tuple[OpenCount, ...]], tuple[tuple[frozenset[OpenCount], Sparse], ...]] = {}

    def deciding(self, variables: Iterable[Variable]) -> Iterator[int]:
        """Go through the dimensions of the plan that decide which elements the lists may have."""
        for slot, counts, _ in _by_list(variables):
            for _, box in self._sorted(slot, counts):
                yield from (number for number in box if not self._is_own(number))

    def of(self, variables: Iterable[Variable], box: Sparse, happens: Callable[[Sparse], bool]) -> dict[Slot, Crowd]:
        """Return the crowds of the lists that variables speak of, where what decides them is settled by a box."""
        found: dict[Slot, Crowd] = {}
        for slot, counts, sums in _by_list(variables):
            kinds: dict[tuple[frozenset[OpenCount], tuple[Run, ...]], Kind] = {}
            for fulfilled, where in self._sorted(slot, counts):
                outer = {number: mask for number, mask in where.items() if not self._is_own(number)}
                if all(box[number] & mask for number, mask in outer.items()) and happens({**box, **where}):
                    for runs in product(*(self._runs(slot, field, where) for field in sums)):
                        kind = Kind(fulfilled, dict(zip(sums, runs, strict=True)))
                        kinds.setdefault((fulfilled, runs), kind)
            found[slot] = Crowd(tuple(kinds.values()))
        return found

    def _sorted(self, slot: Slot, counts: tuple[OpenCount, ...]) -> tuple[tuple[frozenset[OpenCount], Sparse], ...]:
        """Return which of some conditions an element can fulfil together, each with what it and the plan must be."""
        key = (slot, counts)
        if key not in self._sorts:
            possible = self._possible(slot)
            found: list[tuple[frozenset[OpenCount], tuple[Sparse, ...]]] = [(frozenset(), possible)]
            for count in counts:
                scope = self._scene.scopes[count]
                yes = self._scene.boxes(count.where, scope)
                no = self._scene.boxes(contrary(count.where), scope)
                found = [
                    (names, boxes)
                    for before, left in found
                    for names, boxes in ((before | {count}, met(left, yes)), (before, met(left, no)))
                    if boxes
                ]
            self._sorts[key] = tuple((names, box) for names, boxes in found for box in boxes)
        return self._sorts[key]

    def _possible(self, slot: Slot) -> tuple[Sparse, ...]:
        """Return where no `never` speaks against an element of a list."""
        listed, owner = self._scene.lists[slot]
        scope = {(None, 0): self._scene.plan, (listed.outer, 0): owner, (listed.name, 0): anyone(listed.name)}
        boxes: tuple[Sparse, ...] = ALL
        for unit in self._scene.compiled.units:
            if unit[:2] == (MAY, listed.name):
                boxes = met(boxes, self._scene.boxes(unit, scope))
        return boxes

    def _runs(self, slot: Slot, field: int, where: Sparse) -> tuple[Run, ...]:
        classes = self._scene.compiled.classes[field]
        listed, _ = self._scene.lists[slot]
        number = self._scene.number((anyone(listed.name).path, *classes.field.path))
        return classes.runs(classes.full if number is None else where.get(number, classes.full))

    def _is_own(self, number: int) -> bool:
        """Tell whether a dimension is of an element that is not known itself, or reckoned from such."""
        dimension = self._scene.dimensions[number]
        if dimension.reckoning is None:
            return dimension.slot[0].endswith("[*]")
        slots = (v.slot if isinstance(v, Unknown) else getattr(v, "list", ("",)) for _, v in dimension.reckoning.parts)
        return any(slot[0].endswith("[*]") for slot in slots)


def _by_list(variables: Iterable[Variable]) -> list[tuple[Slot, tuple[OpenCount, ...], tuple[int, ...]]]:
    counts: dict[Slot, dict[OpenCount, None]] = {}
    sums: dict[Slot, dict[int, None]] = {}
    for variable in variables:
        if isinstance(variable, OpenCount):
            counts.setdefault(variable.list, {})[variable] = None
        elif isinstance(variable, OpenSum):
            sums.setdefault(variable.list, {})[variable.field] = None
    slots = dict.fromkeys((*counts, *sums))
    return [(slot, tuple(counts.get(slot, ())), tuple(sums.get(slot, ()))) for slot in slots]
