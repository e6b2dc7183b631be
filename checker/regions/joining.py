"""Fewer boxes for the same set: boxes that differ in one field alone are one box.

Takes and gives regions of one space. Regions that come of many small steps have many such boxes, and whatever is done
with them next costs by their number. While boxes are joined each is one integer, its masks side by side.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.regions.box import Box, Region

MOST_ROUNDS = 3


def join(region: Region) -> Region:
    """Join boxes that differ in one field alone, field by field, until that changes nothing or a few rounds are done.

    The boxes that are left stand in no order but their own.
    """
    if len(region) < 2:
        return region
    widths = [max(map(int.bit_length, column)) for column in zip(*region, strict=True)]
    boxes = {_packed(box, widths) for box in region}
    for _ in range(MOST_ROUNDS if len(boxes) > 1 else 0):
        before = len(boxes)
        place = sum(widths)
        everything = (1 << place) - 1
        for width in widths:
            place -= width
            boxes = _joined(boxes, everything ^ ((1 << width) - 1) << place)
        if len(boxes) == before:
            break
    return tuple(_unpacked(packed, widths) for packed in sorted(boxes))


def _joined(boxes: set[int], others: int) -> set[int]:
    """Join those that are the same in all other fields."""
    joined: dict[int, int] = {}
    for box in boxes:
        rest = box & others
        joined[rest] = joined.get(rest, 0) | box
    return set(joined.values())


def _packed(box: Box, widths: Sequence[int]) -> int:
    packed = 0
    for mask, width in zip(box, widths, strict=True):
        packed = packed << width | mask
    return packed


def _unpacked(packed: int, widths: Sequence[int]) -> Box:
    masks: list[int] = []
    for width in reversed(widths):
        masks.append(packed & ((1 << width) - 1))
        packed >>= width
    return tuple(reversed(masks))
