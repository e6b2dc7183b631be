"""A witness: one plan out of a region, with no more in it than makes the region's verdict certain.

Takes a region of a case over all of which nothing is known (see `horizon`), gives the facts of a plan and the subject
in it. Whether it gets the verdict it was made for is for its caller to ask. Must not know what the region stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import islice

from msgspec import Struct

from checker.logic.case import Case
from checker.logic.feasibility import Solution
from checker.logic.fields import Classes, Unlisted, Virtual
from checker.logic.lowering import ASKED, LATE, SAME
from checker.logic.scene import Subject
from checker.logic.sparse import Sparse
from checker.logic.twins import Slot
from checker.logic.windows import BAND
from checker.regions import Box, Region, put
from checker.rulebook.model import Element, Facts, Value

MOST_ELEMENTS = 12
"""A plan with more elements of a list is no example to look at."""

MOST_BOXES = 24
"""So many boxes of a region are tried."""

_Path = tuple[str, ...]


class Made(Struct, frozen=True):
    """A plan of a region and the subject it is of; `whole`: every fact of the region that a plan can state is there."""

    facts: Facts
    subject: Subject
    whole: bool


def witnesses(case: Case, region: Region, listed: str | None) -> Iterator[Made]:
    """Go through plans of a region, those first that leave least unsaid; `listed` is the list the subject is of."""
    sayable = cache(partial(_sayable, case))
    boxes = sorted(case.spelled_out(region), key=lambda box: _cost(case, box, sayable))
    for box in islice((box for box in boxes if case.happens((box,))), MOST_BOXES):
        made = _made(case, box, listed)
        if made is not None:
            yield made


def _cost(case: Case, box: Box, sayable: Callable[[int, int], bool]) -> tuple[int, int]:
    """Count what a plan cannot state, then what it has to."""
    limited = [n for n in case.dimensions if box[n] != case.space.full[n]]
    unsaid = [n for n in limited if case.field(n).key[0] in (BAND, ASKED, LATE) or not sayable(n, box[n])]
    return len(unsaid), len(limited)


def _sayable(case: Case, number: int, mask: int) -> bool:
    """Tell whether a plan can state any of a set of classes."""
    return case.reckoning(number) is not None or any(True for _ in _plain(case.classes(number), mask))


def _made(case: Case, box: Box, listed: str | None) -> Made | None:
    point = _narrowed(case, box)
    solution = case.solution(point, MOST_ELEMENTS) if case.is_reckoned else Solution({}, {})
    if solution is None:
        return None
    stated: dict[Slot, Value] = dict(solution.values)
    whole = True
    for number in case.dimensions:
        slot, key = case.slot(number), case.field(number).key
        if point[number] == case.space.full[number] or case.reckoning(number) is not None or slot in stated:
            continue
        if key[0] == SAME:
            continue
        value = next(_plain(case.classes(number), point[number]), None)
        if key[0] in (BAND, ASKED, LATE) or value is None:
            whole = False
        else:
            stated[slot] = value
    return _laid_out(case, stated, solution, listed, whole)


def _narrowed(case: Case, box: Box) -> Box:
    """Narrow a box to one class of each fact it limits, such that it still holds a case."""
    for number in case.dimensions:
        if box[number] == case.space.full[number] or case.reckoning(number) is not None:
            continue
        for bit in _bits(case, number, box[number]):
            narrowed = put(box, number, bit)
            if not case.is_reckoned or case.happens((narrowed,)):
                box = narrowed
                break
    return box


def _bits(case: Case, number: int, mask: int) -> list[int]:
    """List the classes of a set, those first that a plan can state."""
    bits = [1 << place for place in range(mask.bit_length()) if mask >> place & 1]
    return sorted(bits, key=lambda bit: not any(True for _ in _plain(case.classes(number), bit)))


def _plain(classes: Classes, mask: int) -> Iterator[Value]:
    """Go through values of a set of classes as a plan can state them, the plainest first."""
    span = classes.field.span
    for low, high in classes.runs(mask):
        assert span is not None
        inside = [value for value in (0, low, high) if low <= value <= high]
        yield from sorted(inside, key=lambda value: value in span and value != 0)
    atoms = classes.atoms(mask)
    for atom in classes.field.atoms:
        if atom in atoms and not isinstance(atom, Virtual | Unlisted):
            yield atom


def _laid_out(case: Case, stated: Mapping[Slot, Value], solution: Solution, listed: str | None, whole: bool) -> Made:
    """Lay out what is stated as the facts of a plan."""
    asked = None if listed is None else f"{listed}[?]"
    inner = {slot: _elements(case, slot, solution) for slot in solution.elements}
    lists = {name: found for (owner, name), found in inner.items() if owner == ""}
    subject = Subject()
    if listed is not None:
        own = {name.rpartition("[].")[2]: found for (owner, name), found in inner.items() if owner == asked}
        element = Element("case", f"{listed}[0]", _values(stated, asked), own)
        lists[listed] = (element, *_renumbered(lists.get(listed, ()), listed))
        subject = Subject(listed, element)
    return Made(Facts(_values(stated, ""), lists), subject, whole)


def _values(stated: Mapping[Slot, Value], holder: str | None) -> Mapping[_Path, Value]:
    return {slot[1:]: value for slot, value in stated.items() if slot[0] == holder}


def _elements(case: Case, slot: Slot, solution: Solution) -> tuple[Element, ...]:
    owner, name = slot
    return tuple(
        Element(f"{name}[{n}]", f"{name}[{n}]", dict(_of_element(case, name, where, summed)), {})
        for n, (where, summed) in enumerate(solution.elements[owner, name])
    )


def _of_element(case: Case, name: str, where: Sparse, summed: Mapping[int, int]) -> Iterator[tuple[_Path, Value]]:
    for number, mask in where.items():
        slot, classes = case.dimension(number)
        if slot[0].startswith(f"{name}[*"):
            value = next(_plain(classes, mask), None)
            if value is not None:
                yield slot[1:], value
    for field, value in summed.items():
        yield case.path(field), value


def _renumbered(elements: Iterable[Element], listed: str) -> Iterator[Element]:
    for n, element in enumerate(elements, 1):
        yield Element(f"{listed}[{n}]", f"{listed}[{n}]", element.values, element.lists)
