"""Which regions of many meet one, without looking at each of them.

Takes regions of one space; must not know what they are of. Those that have a box in common may still have no case in
common (see `case`).
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.regions import Region
from checker.regions.difference import FEW
from checker.regions.index import Index, numbers


class Encounters:
    """Regions by their number, to be asked which of them a region may meet."""

    def __init__(self, regions: Sequence[Region]) -> None:
        self._all: Sequence[int] = [number for number, region in enumerate(regions) if region]
        self._owners = [number for number in self._all for _ in regions[number]]
        few = len(self._owners) < FEW or len(self._all) < FEW // 4
        self._index = None if few else Index([box for number in self._all for box in regions[number]])

    def meeting(self, region: Region) -> Sequence[int]:
        """Give the numbers of regions that may have a point in common with one, ascending."""
        if self._index is None:
            return self._all if region else ()
        met = 0
        for box in region:
            met |= self._index.meeting(box)
        return list(dict.fromkeys(self._owners[number] for number in numbers(met)))
