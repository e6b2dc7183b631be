"""How many points a box holds, where a class may stand for several values.

Takes, for each field, the size of each class; without sizes every class counts once. Counts in whole numbers, never
in floats: a gap of one case in a thousand million must not be rounded away. Must not know what a class means.
"""

from collections.abc import Iterable, Sequence
from math import prod

from checker.regions.box import Box, Space

Weights = Sequence[Sequence[int]]


class Measure:
    """Sizes of the boxes of one space; the size of each mask is reckoned once."""

    def __init__(self, space: Space, weights: Weights | None = None) -> None:
        if weights is not None and tuple(map(len, weights)) != space.widths:
            raise ValueError("weights need one number per class of each field")
        self._weights = weights
        self._known: list[dict[int, int]] = [{} for _ in space.widths]

    def of(self, box: Box) -> int:
        """Give the size of a box."""
        if self._weights is None:
            return prod(mask.bit_count() for mask in box)
        return prod(self.of_mask(field, mask) for field, mask in enumerate(box))

    def of_mask(self, field: int, mask: int) -> int:
        """Give the size of some classes of one field."""
        if self._weights is None:
            return mask.bit_count()
        size = self._known[field].get(mask)
        if size is None:
            size = sum(weight for at, weight in enumerate(self._weights[field]) if mask >> at & 1)
            self._known[field][mask] = size
        return size

    def of_all(self, boxes: Iterable[Box]) -> int:
        """Give the size of disjoint boxes together."""
        return sum(map(self.of, boxes))
