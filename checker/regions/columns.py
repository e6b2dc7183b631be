"""Which boxes of many meet one, contain it or lie in it, for callers who ask of ever new boxes.

For each field it is kept which boxes admit each class, as an int with a bit for each box; who meets a box, contains
it or lies in it is then one intersection of such sets per field. Where all masks are runs, two more sets per class
answer for a whole run at once: whose run has begun by this class, and whose still lasts at it.

An `Index` is made sooner and answers later: it looks at every mask for each new one. Takes boxes of one space; must
not know what they stand for.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_, xor

from checker.regions.box import Box, Space
from checker.regions.index import numbers
from checker.regions.runs import is_run, lowest_bit, runs


class Columns:
    """The boxes of a sequence by their classes; a set of boxes is an int, bit n for the n-th."""

    def __init__(self, space: Space, boxes: Sequence[Box]) -> None:
        self.everything = (1 << len(boxes)) - 1
        self._columns = [
            _Column(column, full) for column, full in zip(_transposed(space, boxes), space.full, strict=True)
        ]

    def meeting(self, box: Box) -> int:
        """Give the boxes that share a point with a box."""
        found = self.everything
        for column, mask in zip(self._columns, box, strict=True):
            if mask != column.full:
                found &= column.meeting(mask)
        return found

    def inside(self, box: Box) -> int:
        """Give the boxes that lie in a box."""
        found = self.everything
        for column, mask in zip(self._columns, box, strict=True):
            if mask != column.full:
                found &= ~column.meeting(column.full & ~mask)
        return found

    def meeting_in(self, field: int, mask: int) -> int:
        """Give the boxes that admit a class of a mask in one field."""
        column = self._columns[field]
        return self.everything if mask == column.full else column.meeting(mask)

    def admitting(self, field: int) -> Sequence[int]:
        """Give, for each class of one field, the boxes that admit it."""
        return self._columns[field].admitting


class _Column:
    """The masks of all boxes in one field."""

    def __init__(self, masks: Iterable[int], full: int) -> None:
        self.full = full
        holders: dict[int, int] = {}
        for number, mask in enumerate(masks):
            holders[mask] = holders.get(mask, 0) | 1 << number
        width = full.bit_length()
        changes, begins, ends = [0] * (width + 1), [0] * width, [0] * width
        for mask, having in holders.items():
            begins[lowest_bit(mask).bit_length() - 1] |= having
            ends[mask.bit_length() - 1] |= having
            for run in runs(mask):
                changes[lowest_bit(run).bit_length() - 1] ^= having
                changes[run.bit_length()] ^= having
        self.admitting: list[int] = list(accumulate(changes, xor))
        self._begun = list(accumulate(begins, or_))
        self._lasting = list(accumulate(reversed(ends), or_))[::-1]
        self._of_runs = all(map(is_run, holders))
        self._known: dict[int, int] = {}

    def meeting(self, mask: int) -> int:
        found = self._known.get(mask)
        if found is None:
            found = self._known[mask] = self._look(mask)
        return found

    def _look(self, mask: int) -> int:
        if not self._of_runs:
            return reduce(or_, (self.admitting[at] for at in numbers(mask)), 0)
        found = 0
        for run in runs(mask):
            found |= self._begun[run.bit_length() - 1] & self._lasting[lowest_bit(run).bit_length() - 1]
        return found


def _transposed(space: Space, boxes: Sequence[Box]) -> Iterable[Iterable[int]]:
    return zip(*boxes, strict=True) if boxes else [()] * len(space.widths)
