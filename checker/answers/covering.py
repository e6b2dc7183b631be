"""Which boxes state an area: its own, or those of the rest where that takes fewer; and how many cases they hold.

Takes an area, gives boxes of its case, largest first, and exact numbers. A cover that met a bound says so. Must not
know how a box is put into words.
"""

from __future__ import annotations

from functools import cached_property, reduce
from operator import or_

from msgspec.structs import replace

from checker.logic.area import Area
from checker.logic.effort import TooManyBoxesError
from checker.logic.fields import Unlisted, Virtual
from checker.logic.lowering import SAME
from checker.regions import Box, Region, put
from checker.regions.cover import Caps, Cover, Keep, cover
from checker.regions.inside import headline
from checker.regions.joining import join

MOST_IN_SHORT = 200
"""So many boxes an area may have for a few of its boxes to be shown out of all: of more, not all are worked out."""

MOST_OF_REST = 200
"""So many boxes of the rest are told instead of an area whose own boxes are too many to be worked out."""


class Covering:
    """The boxes of one area; `most` are shown of those that could not all be worked out."""

    def __init__(self, area: Area, caps: Caps, most: int | None) -> None:
        self._area = area
        self._most = most
        self._caps = caps if most is None else replace(caps, headline=max(1, most))
        self._case = area.resolution.case
        self._asked = area.resolution.asked

    @property
    def shown(self) -> Region:
        """The boxes that state the area."""
        return self.cover.boxes if self._rest is None else self._rest

    @property
    def is_contrary(self) -> bool:
        """Whether these are the boxes of the rest."""
        return self._rest is not None

    @property
    def is_complete(self) -> bool:
        """Whether these are all of them."""
        return self.is_contrary or self.cover.complete

    @cached_property
    def cover(self) -> Cover:
        """The area's own boxes, as large as what it is not about lets them be."""
        if self._most and not self._area.blockers and len(self._boxes) > MOST_IN_SHORT:
            outside = self._case.without((self._case.space.full,), self._asked)
            return headline(self._case.space, self._boxes, outside, self._most, self._keep)
        return self._cover(self._asked if self._area.part is None else self._area.part, self._blockers)

    @cached_property
    def all_cases(self) -> int | None:
        """How many cases the area has, where that is a finite number that was worked out."""
        if self._weights is None or (self._area.part is None and self.cover.volume is None):
            return None
        return self.cases(self._found) if self.cover.complete and self._found is not None else None

    def cases(self, region: Region) -> int | None:
        """Return how many cases a region has.

        None where facts have endlessly many values, or hang together, and where it takes too much to count them.
        """
        return None if self._weights is None else self._size(self._plain(region))

    def share(self, boxes: Region) -> int | None:
        """Return what part of the area, or of the rest, some of its boxes hold: percent, rounded down."""
        if len(boxes) == len(self.shown):
            return 100 if self.is_complete else _percent(self.cover.covered, self.cover.volume)
        if not self.is_complete:
            return None
        region = self._blockers if self.is_contrary else self._found
        if region is None:
            return None
        whole = self._size(region)
        return None if whole is None else _percent(self._size(self._case.both(boxes, region)), whole)

    def exact(self) -> Region:
        """Return boxes that hold the area's cases and nothing else, not even what is not asked; see `is_inexact`."""
        return self._exact.boxes if self._exact.complete or self._found is None else self._found

    @property
    def is_inexact(self) -> bool:
        """Whether there are cases that `exact` boxes do not hold, since these would be too many."""
        return not self._exact.complete and self._found is None

    @cached_property
    def _exact(self) -> Cover:
        outside = self._case.without((self._case.space.full,), self._asked)
        return self._cover(self._asked, (*outside, *self._blockers))

    @cached_property
    def _blockers(self) -> Region:
        if self._area.blockers:
            return self._case.either(region for _, region in self._area.blockers)
        return self._case.without(self._asked, self._boxes)

    @cached_property
    def _rest(self) -> Region | None:
        """Boxes of the rest, where they may be told instead, are all there are, and are fewer."""
        if not self._area.contrary:
            return None
        if not self.cover.complete or self._found is None:
            joined = join(self._blockers)
            return tuple(map(self._freed, joined)) if 0 < len(joined) <= MOST_OF_REST else None
        if len(self.cover.boxes) < 2:
            return None
        rest = self._cover(self._blockers, self._found)
        return rest.boxes if rest.complete and 0 < len(rest.boxes) < len(self.cover.boxes) else None

    def _freed(self, box: Box) -> Box:
        """Leave free what a box limits to all that is asked."""
        asked = (reduce(or_, column) for column in zip(*self._asked, strict=True))
        full = self._case.space.full
        return tuple(all_ if not here & ~mask else mask for mask, here, all_ in zip(box, asked, full, strict=True))

    def _size(self, region: Region) -> int | None:
        """Count the cases of a region; None where they lie in too many boxes."""
        try:
            return self._case.size(region, self._weights)
        except TooManyBoxesError:
            self._go_on()
            return None

    def _go_on(self) -> None:
        """Say what else is to be said of an area, where one thing took too much."""
        if self._case.effort is not None:
            self._case.effort.renew()

    @cached_property
    def _boxes(self) -> Region:
        """The area in as few boxes as are soon found."""
        return join(self._area.region)

    @cached_property
    def _found(self) -> Region | None:
        """The same; None where these are too many."""
        try:
            return self._boxes
        except TooManyBoxesError:
            self._go_on()
            return None

    def _cover(self, region: Region, blockers: Region) -> Cover:
        return cover(self._case.space, region, blockers, caps=self._caps, keep=self._keep)

    @cached_property
    def _keep(self) -> Keep:
        case = self._case
        return (lambda box: case.happens((box,))) if case.hangs_together else (lambda _: True)

    @cached_property
    def _weights(self) -> tuple[tuple[int, ...], ...] | None:
        """Count the values of each class; None where they are not finitely many, or facts hang together."""
        weights: list[tuple[int, ...]] = []
        for number in self._case.dimensions:
            field = self._case.field(number)
            if field.addends or (field.key[0].startswith("~") and field.key[0] != SAME):
                return None
            if any(isinstance(atom, Virtual | Unlisted) for atom in field.atoms):
                return None
            if field.key[0] == SAME:
                weights.append((1, 0))
            else:
                extents = self._case.classes(number).extents
                weights.append(tuple(len(e.atoms) + sum(b - a + 1 for a, b in e.runs) for e in extents))
        return tuple(weights)

    def _plain(self, region: Region) -> Region:
        """Say what a region holds by values alone: what two facts are follows from whether they are the same."""
        full = self._case.space.full
        compared = [n for n in self._case.dimensions if self._case.field(n).key[0] == SAME]
        boxes = self._case.spelled_out(_decided(region, compared, full))
        return tuple(tuple(full[n] if n in compared else mask for n, mask in enumerate(box)) for box in boxes)


def _percent(part: int | None, whole: int | None) -> int | None:
    return 100 * part // whole if whole and part is not None else None


def _decided(region: Region, compared: list[int], full: Box) -> Region:
    """Divide boxes that leave open whether two facts are the same."""
    for number in compared:
        region = tuple(
            put(box, number, mask)
            for box in region
            for mask in ((1, 2) if box[number] == full[number] else (box[number],))
        )
    return region
