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
from checker.logic.reckoning import End, OpenCount, OpenSum, Unknown, Variable
from checker.logic.scene import Holder, Scene, anyone, contrary
from checker.logic.sparse import ALL, Sparse, met
from checker.logic.twins import Slot


class Kind(Struct, frozen=True):
    """Elements that are alike: the conditions they fulfil, the run that each summed fact, by its field, lies in.

    `where` is a box such elements lie in, for whoever wants to see one.
    """

    fulfilled: frozenset[OpenCount]
    summed: dict[int, Run]
    where: Sparse


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
            element = self._element(slot, counts)
            for _, box in self._sorted(slot, counts):
                yield from (number for number in box if not self._is_own(number, element))

    def of(self, variables: Iterable[Variable], box: Sparse, happens: Callable[[Sparse], bool]) -> dict[Slot, Crowd]:
        """Return the crowds of the lists that variables speak of, where what decides them is settled by a box."""
        facts = {number: mask for number, mask in box.items() if self._scene.dimensions[number].reckoning is None}
        found: dict[Slot, Crowd] = {}
        for slot, counts, sums in _by_list(variables):
            element = self._element(slot, counts)
            kinds: dict[tuple[frozenset[OpenCount], tuple[Run, ...]], Kind] = {}
            for fulfilled, where in self._sorted(slot, counts):
                outer = {n: mask & box[n] for n, mask in where.items() if not self._is_own(n, element)}
                if all(outer.values()) and happens({**facts, **where, **outer}):
                    for runs in product(*(self._runs(element, field, where) for field in sums)):
                        kind = Kind(fulfilled, dict(zip(sums, runs, strict=True)), where)
                        kinds.setdefault((fulfilled, runs), kind)
            found[slot] = Crowd(tuple(kinds.values()))
        return found

    def _sorted(self, slot: Slot, counts: tuple[OpenCount, ...]) -> tuple[tuple[frozenset[OpenCount], Sparse], ...]:
        """Return which of some conditions an element can fulfil together, each with what it and the plan must be."""
        key = (slot, counts)
        if key not in self._sorts:
            possible = self._possible(slot, self._element(slot, counts))
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

    def _element(self, slot: Slot, counts: tuple[OpenCount, ...]) -> Holder:
        """Return the element that the conditions of some counts speak of."""
        listed, _ = self._scene.lists[slot]
        return list(self._scene.scopes[counts[0]].values())[-1] if counts else anyone(listed.name)

    def _possible(self, slot: Slot, element: Holder) -> tuple[Sparse, ...]:
        """Return where no `never` speaks against an element of a list."""
        listed, owner = self._scene.lists[slot]
        scope = {(None, 0): self._scene.plan, (listed.outer, 0): owner, (listed.name, 0): element}
        boxes: tuple[Sparse, ...] = ALL
        for unit in self._scene.compiled.units:
            if unit[:2] == (MAY, listed.name):
                boxes = met(boxes, self._scene.boxes(unit, scope))
        return boxes

    def _runs(self, element: Holder, field: int, where: Sparse) -> tuple[Run, ...]:
        """Return between what a summed fact lies in elements of one kind."""
        classes = self._scene.compiled.classes[field]
        slot = (element.path, *classes.field.path)
        number = self._scene.number(slot)
        runs = classes.runs(classes.full if number is None else where.get(number, classes.full))
        for limited, mask in where.items():
            dimension = self._scene.dimensions[limited]
            reckoning = dimension.reckoning
            if reckoning is not None and [getattr(v, "slot", None) for _, v in reckoning.parts] == [slot]:
                factor = reckoning.parts[0][0]
                bounds = dimension.classes.runs(mask)
                runs = _shared(runs, (_divided(run, reckoning.constant, factor) for run in bounds))
        return runs

    def _is_own(self, number: int, element: Holder) -> bool:
        """Tell whether a dimension is of the element that is not known, or reckoned from what it has."""
        dimension = self._scene.dimensions[number]
        if dimension.reckoning is None:
            return dimension.slot[0] == element.path
        return any(_is_about(variable, element) for _, variable in dimension.reckoning.parts)


def _is_about(variable: Variable, element: Holder) -> bool:
    match variable:
        case OpenCount(scope=scope):
            return any(who.endswith(f" {element.path}") for who in scope)
        case OpenSum(list=(owner, *_)) | Unknown(slot=(owner, *_)):
            return owner == element.path
        case End(anchors=anchors):
            return any(isinstance(a, Unknown) and a.slot[0] == element.path for a in anchors)
    return False


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


def _divided(run: Run, constant: int, factor: int) -> Run:
    """Return the integers whose multiple, with a constant added, lies in a run."""
    low, high = run[0] - constant, run[1] - constant
    if factor < 0:
        low, high, factor = -high, -low, -factor
    return -(-low // factor), high // factor


def _shared(left: Iterable[Run], right: Iterable[Run]) -> tuple[Run, ...]:
    others = tuple(right)
    pairs = ((max(a, c), min(b, d)) for a, b in left for c, d in others)
    return tuple(sorted((low, high) for low, high in pairs if low <= high))
