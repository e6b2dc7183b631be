"""Which boxes of many meet one, or contain it, without looking at each.

Boxes of one region share few masks in any one field. For each field the index keeps, by mask, the set of boxes that
have it there, as an int with a bit for each box; who meets a box, or contains it, is then one intersection of such
sets per field. Takes boxes of one space; must not know what they stand for.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property, reduce
from operator import and_, or_

from checker.regions.box import Box

# After so many masks it is worth while to know the boxes by class.
OFTEN = 64


class Index:
    """The boxes of a sequence by their masks; a set of boxes is an int, bit n for the n-th."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._everything = (1 << len(boxes)) - 1
        alone = [1 << number for number in range(len(boxes))]
        self._columns = [_Column(column, alone) for column in zip(*boxes, strict=True)]

    def meeting(self, box: Box) -> int:
        """Give the boxes that share a point with a box."""
        found = self._everything
        for column, mask in zip(self._columns, box, strict=False):
            boxes = column.meeting.get(mask)
            found &= column.look_meeting(mask) if boxes is None else boxes
            if not found:
                break
        return found

    def containing(self, box: Box) -> int:
        """Give the boxes in which a box lies, itself included when it is one of them."""
        found = self._everything
        for column, mask in zip(self._columns, box, strict=False):
            boxes = column.containing.get(mask)
            found &= column.look_containing(mask) if boxes is None else boxes
            if not found:
                break
        return found


class _Column:
    """The masks of all boxes in one field; what was asked of a mask is kept.

    First every mask is looked at for each new one; where many are asked about, every class of these, if they are fewer.
    `alone` are the sets of each box by itself. Many a field is the same in all boxes.
    """

    def __init__(self, masks: Sequence[int], alone: Sequence[int]) -> None:
        self._holders: dict[int, int] = {}
        if masks.count(masks[0]) == len(masks):
            self._holders[masks[0]] = (1 << len(masks)) - 1
        else:
            for mask, boxes in zip(masks, alone, strict=True):
                self._holders[mask] = self._holders.get(mask, 0) | boxes
        self.meeting: dict[int, int] = {}
        self.containing: dict[int, int] = {}

    def look_meeting(self, mask: int) -> int:
        """Find the boxes that admit a class of a mask."""
        if self._is_asked_often(mask):
            found = reduce(or_, self._of_classes(mask), 0)
        else:
            found = 0
            for other, having in self._holders.items():
                if other & mask:
                    found |= having
        self.meeting[mask] = found
        return found

    def look_containing(self, mask: int) -> int:
        """Find the boxes that admit every class of a mask."""
        if self._is_asked_often(mask):
            found = reduce(and_, self._of_classes(mask))
        else:
            found = 0
            for other, having in self._holders.items():
                if other & mask == mask:
                    found |= having
        self.containing[mask] = found
        return found

    def _is_asked_often(self, mask: int) -> bool:
        return len(self.meeting) + len(self.containing) >= OFTEN and 4 * mask.bit_count() < len(self._holders)

    def _of_classes(self, mask: int) -> Iterator[int]:
        return (self._admitting.get(place, 0) for place in numbers(mask))

    @cached_property
    def _admitting(self) -> dict[int, int]:
        """The boxes that admit each class."""
        found: dict[int, int] = {}
        for mask, having in self._holders.items():
            for place in numbers(mask):
                found[place] = found.get(place, 0) | having
        return found


def numbers(boxes: int) -> Iterator[int]:
    """Give the numbers of the boxes of a set, ascending."""
    while boxes:
        lowest = boxes & -boxes
        yield lowest.bit_length() - 1
        boxes ^= lowest
