"""Which boxes of many lie over one another: all largest sets of boxes that share a point.

Boxes that share a point meet two by two, so every such set lies in a largest set of boxes that meet two by two; these
are found by the algorithm of Bron and Kerbosch with a pivot, on sets of boxes as ints. Runs that meet two by two share
a class, other masks need not ({a, b}, {b, c} and {a, c} do not): where boxes meet two by two and yet share no class of
a field, they are parted by the classes of that field, and what of the parts is not largest is dropped.

Takes boxes of one space; must not know what it means that they overlap.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_

from msgspec import Struct

from checker.regions.box import Box, Space
from checker.regions.columns import Columns
from checker.regions.index import numbers

# The search for sets goes no further than so many steps: their number can grow exponentially with the boxes.
STEPS = 200_000

# Numbers of boxes, ascending, and all that these boxes share.
OverlapSet = tuple[tuple[int, ...], Box]


class Overlaps(Struct, frozen=True):
    """Sets of boxes that share a point and share it with no further box; `complete` says that these are all."""

    sets: tuple[OverlapSet, ...]
    complete: bool


def overlap_sets(space: Space, boxes: Sequence[Box], *, steps: int = STEPS) -> Overlaps:
    """Find the largest sets of two or more boxes that share a point, lowest numbers first."""
    columns = Columns(space, boxes)
    near = [columns.meeting(box) & ~(1 << number) for number, box in enumerate(boxes)]
    found: dict[int, Box] = {}
    for members in _cliques(near):
        steps -= 1
        if steps < 0:
            break
        for part, common in _sharing(boxes, members) if members else ():
            # A set that nothing was parted from is a largest one already.
            if part == members or (part & (part - 1) and not columns.meeting(common) & ~part):
                found[part] = common
    sets = sorted((tuple(numbers(part)), common) for part, common in found.items())
    return Overlaps(tuple(sets), steps >= 0)


def _cliques(near: Sequence[int]) -> Iterator[int]:
    """Give the largest sets of two or more boxes that meet two by two; 0 for each step that finds none.

    Sets are sought by their first box, boxes with few neighbours first: few are then left to be tried with each.
    """
    later = (1 << len(near)) - 1
    for first in sorted(range(len(near)), key=lambda number: (near[number].bit_count(), number)):
        later &= ~(1 << first)
        if not near[first]:
            continue
        # The boxes taken, those that meet all of them and may be taken too, and those that may not: sets with them
        # have been found already.
        stack = [(1 << first, near[first] & later, near[first] & ~later)]
        while stack:
            taken, open_, closed = stack.pop()
            if not open_:
                yield 0 if closed else taken
                continue
            pivot = max(numbers(open_ | closed), key=lambda number: (open_ & near[number]).bit_count())
            for number in numbers(open_ & ~near[pivot]):
                stack.append((taken | 1 << number, open_ & near[number], closed & near[number]))
                open_ &= ~(1 << number)
                closed |= 1 << number
            yield 0


def _sharing(boxes: Sequence[Box], members: int) -> Iterator[tuple[int, Box]]:
    """Part boxes that meet two by two until each part shares a point; a part may lie in that of other boxes."""
    waiting = [members]
    while waiting:
        part = waiting.pop()
        inside = [boxes[number] for number in numbers(part)]
        common = tuple(reduce(and_, masks) for masks in zip(*inside, strict=True))
        if all(common):
            yield part, common
        else:
            field = common.index(0)
            waiting += _parted([box[field] for box in inside], list(numbers(part)))


def _parted(masks: Sequence[int], members: Sequence[int]) -> list[int]:
    """Give, for each class, those who admit it; only sets that lie in no other."""
    classes: dict[int, int] = {}
    for mask, number in zip(masks, members, strict=True):
        for value in numbers(mask):
            classes[value] = classes.get(value, 0) | 1 << number
    parts = sorted(set(classes.values()))
    return [part for part in parts if not any(part != other and part & other == part for other in parts)]
