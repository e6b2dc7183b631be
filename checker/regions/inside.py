"""A few large boxes of a region of very many, found without cutting up all that lies outside it.

Takes the boxes of a region, and where boxes may reach as well because it is of no matter there. Gives boxes around the
largest of the region that cannot grow in any field without leaving both, as a headline (see `cover`). What lies
outside is looked at around these few alone. Must not know what the region stands for.
"""

from __future__ import annotations

from checker.regions.box import Box, Region, Space, put
from checker.regions.budget import Budget, LimitError
from checker.regions.cover import HEADLINE_PIECES, Cover, Keep
from checker.regions.difference import pieces
from checker.regions.index import Index, numbers
from checker.regions.measure import Measure
from checker.regions.runs import lowest_bit
from checker.regions.sequence import LeftOfRegion, largest_first

# So many boxes are looked at to grow those that are shown, and to count what the region holds.
MOST_STEPS = 500_000


def headline(space: Space, region: Region, free: Region, most: int, keep: Keep) -> Cover:
    """Give so many maximal boxes of a region and what is free, the largest first, and what they hold of the region.

    `keep` says whether a box holds anything real.
    """
    measure, budget = Measure(space), Budget({"pieces": HEADLINE_PIECES, "steps": MOST_STEPS})
    inside, left = _Inside(space, (*region, *free), budget), LeftOfRegion(space, region, measure, budget)
    boxes: list[Box] = []
    covered = 0
    volume: int | None = None
    try:
        largest = sorted(filter(keep, region), key=lambda box: (-measure.of(box), box))[:most]
        for box, size in largest_first(dict.fromkeys(map(inside.grown, largest)), measure, left):
            boxes.append(box)
            covered += size
        volume = measure.of_all(pieces(space, region, (), lambda boxes: budget.spend("steps", boxes)))
    except LimitError as met:
        return Cover(tuple(boxes), volume, covered, False, "pieces", (met.limit,))
    return Cover(tuple(boxes), volume, covered, covered == volume, "pieces", ("pieces",))


class _Inside:
    """The boxes of one region, ready to say how far a box can grow within them; spends the boxes looked at."""

    def __init__(self, space: Space, boxes: Region, budget: Budget) -> None:
        self._space = space
        self._boxes = boxes
        self._budget = budget
        self._index = Index(boxes)

    def grown(self, box: Box) -> Box:
        """Widen a box in one field after another; what it could not have in one, it cannot have when it is larger."""
        for field, full in enumerate(self._space.full):
            if box[field] != full:
                box = put(box, field, self._widened(box, field, full))
        return box

    def _widened(self, box: Box, field: int, widened: int) -> int:
        """Return the classes of one field at which no point of a box lies outside, run by run where they have one."""
        wide = put(box, field, widened)
        near = (self._boxes[number] for number in numbers(self._index.meeting(wide)))
        for outside in pieces(self._space, (wide,), near, lambda boxes: self._budget.spend("steps", boxes)):
            if self._space.ordered[field]:
                widened = _run_around(box[field], outside[field], widened)
            else:
                widened &= ~outside[field]
            if widened == box[field]:
                break
        return widened


def _run_around(run: int, blocked: int, most: int) -> int:
    """Return the part of a run around a smaller one that stops at the blocked classes."""
    below = blocked & lowest_bit(run) - 1
    above = blocked & -(1 << run.bit_length())
    return most & -(1 << below.bit_length()) & (lowest_bit(above) - 1)
