"""Which boxes of many meet one, or contain it, without looking at each.

Boxes of one region share few masks in any one field. For each field the index keeps, by mask, the set of boxes that
have it there, as an int with a bit for each box; who meets a box, or contains it, is then one intersection of such
sets per field. Takes boxes of one space; must not know what they stand for.
"""

from collections.abc import Callable, Iterator, Sequence

from checker.regions.box import Box

_Fits = Callable[[int, int], bool]


class Index:
    """The boxes of a sequence by their masks; a set of boxes is an int, bit n for the n-th."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._everything = (1 << len(boxes)) - 1
        self._holders: list[dict[int, int]] = [{} for _ in boxes[0]] if boxes else []
        for number, box in enumerate(boxes):
            for holders, mask in zip(self._holders, box, strict=True):
                holders[mask] = holders.get(mask, 0) | 1 << number
        self._meeting: list[dict[int, int]] = [{} for _ in self._holders]
        self._containing: list[dict[int, int]] = [{} for _ in self._holders]

    def meeting(self, box: Box) -> int:
        """Give the boxes that share a point with a box."""
        return self._found(box, self._meeting, _meet)

    def containing(self, box: Box) -> int:
        """Give the boxes in which a box lies, itself included when it is one of them."""
        return self._found(box, self._containing, _contains)

    def _found(self, box: Box, known: list[dict[int, int]], fits: _Fits) -> int:
        found = self._everything
        if not found:
            return 0
        for holders, sets, mask in zip(self._holders, known, box, strict=True):
            boxes = sets.get(mask)
            if boxes is None:
                boxes = 0
                for other, having in holders.items():
                    if fits(other, mask):
                        boxes |= having
                sets[mask] = boxes
            found &= boxes
            if not found:
                return 0
        return found


def numbers(boxes: int) -> Iterator[int]:
    """Give the numbers of the boxes of a set, ascending."""
    while boxes:
        lowest = boxes & -boxes
        yield lowest.bit_length() - 1
        boxes ^= lowest


def _meet(other: int, mask: int) -> bool:
    return bool(other & mask)


def _contains(other: int, mask: int) -> bool:
    return other & mask == mask
