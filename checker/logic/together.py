"""Who holds a case together with whom: the sets of regions that meet in some case, as large as they can be.

Takes regions of one case; gives sets of their numbers. Must not know what holding a case means: who wins it, or whose
answer clashes there. Each region has many boxes, some never go together, and what no case holds does not count; for
single boxes of a plain space there is the quicker `regions.overlap_sets`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.logic.case import Case
from checker.regions import Region, overlaps
from checker.regions.index import Index, numbers

_Step = tuple[int, Region, int, int]
"""A set that was grown, what it holds together, who may still be added, and who could have been before."""

MOST_STEPS = 4_000
"""How many sets may be grown, as a rule, before the search is given up."""


class Together:
    """Some regions of a case, by their numbers; a set of them is an int, bit n for the n-th."""

    def __init__(self, case: Case, regions: Sequence[Region], apart: Sequence[int] = ()) -> None:
        """Begin; `apart` are, for each region, those that are never to be in one set with it."""
        self._case = case
        self._apart = apart or [0] * len(regions)
        self._regions = regions
        boxes = [(box, number) for number, region in enumerate(regions) for box in region]
        self._owners = [1 << number for _, number in boxes]
        self._index = Index([box for box, _ in boxes])

    def largest(self, most: int) -> tuple[tuple[tuple[int, ...], ...], bool]:
        """Return the sets of two or more that hold one case together and lie in no larger such set.

        Beside them whether these are all; after `most` steps the search is given up.
        """
        found: list[int] = []
        todo: list[_Step] = [(0, (self._case.space.full,), (1 << len(self._regions)) - 1, 0)]
        while todo and most:
            most -= 1
            grown = self._grown(found, *todo.pop())
            todo.extend(reversed(grown))
        return tuple(sorted(tuple(numbers(members)) for members in found)), not todo

    def shared(self, members: Sequence[int]) -> Region:
        """Return where at least two of some regions hold a case."""
        once: Region = ()
        twice: list[Region] = []
        for number in members:
            twice.append(tuple(overlaps(once, self._regions[number])))
            once += self._regions[number]
        return self._case.either(twice)

    def _grown(self, found: list[int], chosen: int, region: Region, later: int, earlier: int) -> list[_Step]:
        """Grow a set that holds a region by one more, in every way; `found` is told of one that cannot grow.

        Those that come `later` may be added; a set to which one `earlier` could be added has been met before.
        """
        meeting = self._meeting(region)
        later, earlier = later & meeting, earlier & meeting
        around = self._containing(region)
        around = sum(1 << n for n in numbers(around & (later | earlier)) if not self._apart[n] & later)
        if around & earlier:
            return []
        chosen, later = chosen | around, later & ~around
        for number in numbers(around):
            earlier &= ~self._apart[number]
        if any((chosen | later) & ~other == 0 for other in found):
            return []
        grown: list[_Step] = []
        for number, both in self._narrowed(region, later):
            joining = ~self._apart[number]
            grown.append((chosen | 1 << number, both, later >> number + 1 << number + 1 & joining, earlier & joining))
            earlier |= 1 << number
        if not grown and chosen.bit_count() > 1 and not any(self._narrowed(region, earlier)):
            found.append(chosen)
        return grown

    def _narrowed(self, region: Region, among: int) -> Iterator[tuple[int, Region]]:
        """Go through those that have a case in common with a region, each with what they share."""
        for number in numbers(among):
            both = self._case.both(region, self._regions[number])
            if self._case.happens(both):
                yield number, both

    def _meeting(self, region: Region) -> int:
        met = 0
        for box in region:
            met |= self._index.meeting(box)
        return self._owned(met)

    def _containing(self, region: Region) -> int:
        """Return those of which one box contains each box of a region."""
        around = -1
        for box in region:
            around &= self._owned(self._index.containing(box))
        return around

    def _owned(self, boxes: int) -> int:
        owners = 0
        for number in numbers(boxes):
            owners |= self._owners[number]
        return owners
