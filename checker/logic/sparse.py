"""Sparse boxes: per number of a field or dimension the set of classes they admit, of those they do not leave free.

Takes and gives unions of them. Knows nothing of what the numbers stand for, and not how many classes there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Final

from checker.regions import Box, Region, simplify

Sparse = dict[int, int]
"""The number of a field or dimension to its set of classes."""

ALL: Final[tuple[Sparse, ...]] = ({},)
"""The union that is everything."""


def meet(left: Sparse, right: Sparse) -> Sparse | None:
    """Intersect two boxes; None when they have nothing in common."""
    joined = dict(left)
    for number, mask in right.items():
        common = joined.get(number, mask) & mask
        if not common:
            return None
        joined[number] = common
    return joined


def met(left: Iterable[Sparse], right: Iterable[Sparse]) -> tuple[Sparse, ...]:
    """Intersect two unions."""
    right = tuple(right)
    return tuple(box for one in left for two in right if (box := meet(one, two)) is not None)


def leanest(boxes: Iterable[Sparse], most: int | None = None) -> tuple[Sparse, ...]:
    """Drop boxes that lie in another one; where there are more than `most`, only those that are equal to one."""
    found = tuple(boxes)
    if len(found) < 2:
        return found
    free = _free(found)
    written = {tuple(box.get(number, every) for number, every in free.items()): box for box in found}
    if most is not None and len(written) > most:
        return tuple(written.values())
    return tuple(written[box] for group in _apart(tuple(written)) for box in simplify(group))


def _free(boxes: tuple[Sparse, ...]) -> dict[int, int]:
    """Give for each number that boxes speak of a set that holds all of their classes and one more."""
    free: dict[int, int] = {}
    for box in boxes:
        for number, mask in box.items():
            free[number] = max(free.get(number, 1), 2 << mask.bit_length())
    return {number: free[number] - 1 for number in sorted(free)}


def _apart(region: Region) -> Iterable[Region]:
    """Divide boxes into groups that have nothing in common, where one number plainly does so."""
    for place, column in enumerate(zip(*region, strict=True)):
        masks = set(column)
        if len(masks) > 1 and sum(map(int.bit_count, masks)) == reduce(or_, masks).bit_count():
            groups: dict[int, list[Box]] = {mask: [] for mask in column}
            for box in region:
                groups[box[place]].append(box)
            return map(tuple, groups.values())
    return (region,)
