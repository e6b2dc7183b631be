"""Boxes in the sequence in which they cover most of a set: the one that adds most to those before it comes next.

A set is known as disjoint parts, as a node of a diagram, or as a region that nobody has cut yet; each way has its own
reckoning of what is left when boxes are taken. Must not know why the set is covered.
"""

import heapq
from collections.abc import Iterable, Iterator
from typing import Protocol

from checker.regions.box import Box, Region, Space, meet
from checker.regions.budget import Budget
from checker.regions.columns import Columns
from checker.regions.diagram import Diagram, Node
from checker.regions.difference import pieces
from checker.regions.index import numbers
from checker.regions.measure import Measure
from checker.regions.parts import Parts


class Left(Protocol):
    """What is left of a set."""

    def size_within(self, box: Box) -> int:
        """Give the size of what a box holds of what is left."""

    def take(self, box: Box) -> None:
        """Take away what a box holds."""


class LeftOfParts:
    """What is left of disjoint parts."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._taken: list[Box] = []

    def size_within(self, box: Box) -> int:
        return self._parts.size_within(box, [other for other in self._taken if meet(box, other)])

    def take(self, box: Box) -> None:
        self._taken.append(box)


class LeftOfNode:
    """What is left of a set in a diagram."""

    def __init__(self, diagram: Diagram, node: Node) -> None:
        self._diagram = diagram
        self._left = node

    def size_within(self, box: Box) -> int:
        return self._diagram.size(self._diagram.intersection(self._diagram.box(box), self._left))

    def take(self, box: Box) -> None:
        self._left = self._diagram.difference(self._left, self._diagram.box(box))


class LeftOfRegion:
    """What is left of a region; spends the pieces into which the part within a box falls."""

    def __init__(self, space: Space, region: Region, measure: Measure, budget: Budget) -> None:
        self._space = space
        self._region = region
        self._measure = measure
        self._budget = budget
        self._columns = Columns(space, region)
        self._taken: list[Box] = []

    def size_within(self, box: Box) -> int:
        held = [meet(box, self._region[number]) for number in numbers(self._columns.meeting(box))]
        size = 0
        for piece in pieces(self._space, [common for common in held if common], self._taken):
            self._budget.spend("pieces")
            size += self._measure.of(piece)
        return size

    def take(self, box: Box) -> None:
        self._taken.append(box)


def largest_first(boxes: Iterable[Box], measure: Measure, left: Left) -> Iterator[tuple[Box, int]]:
    """Give each box with the size of what it adds to those before it; the one that adds most is always next.

    What a box adds is never more than its own size, and only shrinks as others are taken: the one whose last known
    size leads is reckoned anew, and is next if it still leads. Boxes that add nothing are not given.
    """
    waiting = [(-measure.of(box), box, -1) for box in boxes]
    heapq.heapify(waiting)
    count = 0
    while waiting:
        size, box, known = heapq.heappop(waiting)
        if known < count:
            if size := left.size_within(box):
                heapq.heappush(waiting, (-size, box, count))
            continue
        left.take(box)
        count += 1
        yield box, -size
