"""A set cut into disjoint parts, and how boxes cover it between them.

Takes the parts of a set and boxes that may overlap one another and reach beyond the set; says how much
of the set a box holds and which boxes suffice. Must not know why the set is to be covered.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import ne

from checker.regions.algebra import is_empty_difference
from checker.regions.box import Box, Space, contains, meet
from checker.regions.budget import Budget
from checker.regions.columns import Columns
from checker.regions.difference import pieces
from checker.regions.index import numbers
from checker.regions.measure import Measure
from checker.regions.runs import lowest_bit


class Parts:
    """Disjoint boxes of one space, ready to say what of them a box holds."""

    def __init__(self, space: Space, parts: Sequence[Box], measure: Measure) -> None:
        self.boxes = parts
        self._space = space
        self._measure = measure
        self._columns = Columns(space, parts)

    @property
    def size(self) -> int:
        """Give the size of the whole set."""
        return self._measure.of_all(self.boxes)

    def meeting(self, box: Box) -> int:
        """Give the numbers of the parts that a box meets, as a set of bits."""
        return self._columns.meeting(box)

    def inside(self, box: Box) -> int:
        """Give the numbers of the parts that lie in a box, as a set of bits."""
        return self._columns.inside(box)

    def within(self, box: Box) -> Iterator[tuple[int, Box]]:
        """Give what a box holds of each part that it meets, and the number of the part."""
        for number in numbers(self.meeting(box)):
            common = meet(box, self.boxes[number])
            if common is not None:
                yield number, common

    def size_within(self, box: Box, others: Sequence[Box] = ()) -> int:
        """Give the size of what a box holds of the set and none of the other boxes does."""
        held = sum(self._measure.of(common) for _, common in self.within(box))
        if not others or not held:
            return held
        alone = pieces(self._space, (box,), others)
        if held == self._measure.of(box):
            return self._measure.of_all(alone)
        return sum(self._measure.of(common) for left in alone for _, common in self.within(left))

    def holds_all(self, boxes: Sequence[Box], number: int) -> bool:
        """Say whether boxes cover one of the parts between them."""
        return is_covered(self._space, self.boxes[number], boxes)


def is_covered(space: Space, box: Box, others: Sequence[Box]) -> bool:
    """Say whether other boxes cover a box; asks first what is soon answered."""
    for corner in (_lowest(box), _highest(box)):
        around = [other for other in others if contains(other, corner)]
        if not around:
            return False
        if any(contains(other, box) for other in around):
            return True
    return is_empty_difference(space, (box,), others)


def needed(space: Space, parts: Parts, boxes: Sequence[Box], budget: Budget) -> list[Box]:
    """Leave out boxes until each holds something of the set that no other holds; the worst are left out first.

    The boxes must cover the set. The worst is the one with most constrained fields, then the smallest. Spends pairs
    of boxes that meet.
    """
    met = {box: parts.meeting(box) for box in boxes}
    alone = _met_once(met.values())
    kept = dict.fromkeys(boxes)
    full = space.full

    def rank(box: Box) -> tuple[int, int, Box]:
        return -sum(map(ne, box, full)), parts.size_within(box), box

    # A box that meets a part which no other meets is needed, whatever is left out.
    for box in sorted((box for box in boxes if not met[box] & alone), key=rank):
        others = [other for other in kept if other != box and met[other] & met[box] and meet(box, other)]
        budget.spend("pairs", len(others))
        if all(
            is_covered(space, common, [other for other in others if met[other] >> number & 1])
            for number, common in parts.within(box)
        ):
            del kept[box]
    return list(kept)


def _met_once(sets: Iterable[int]) -> int:
    once = twice = 0
    for members in sets:
        twice |= once & members
        once |= members
    return once & ~twice


def _lowest(box: Box) -> Box:
    return tuple(map(lowest_bit, box))


def _highest(box: Box) -> Box:
    return tuple(1 << mask.bit_length() - 1 for mask in box)
