"""Fewer boxes for the same set: boxes that differ in one field alone are one box.

Takes and gives regions of one space. Regions that come of many small steps have many such boxes, and whatever is done
with them next costs by their number.
"""

from __future__ import annotations

from checker.regions.box import Box, Region

MOST_ROUNDS = 3


def join(region: Region) -> Region:
    """Join boxes that differ in one field alone, field by field, until that changes nothing or a few rounds are done.

    The boxes that are left stand in no order but their own.
    """
    boxes = set(region)
    for _ in range(MOST_ROUNDS if len(boxes) > 1 else 0):
        before = len(boxes)
        for field in range(len(next(iter(boxes)))):
            masks: dict[Box, int] = {}
            for box in boxes:
                rest = (*box[:field], *box[field + 1 :])
                masks[rest] = masks.get(rest, 0) | box[field]
            boxes = {(*rest[:field], mask, *rest[field:]) for rest, mask in masks.items()}
        if len(boxes) == before:
            break
    return tuple(sorted(boxes))
