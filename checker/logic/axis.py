"""Time as one dimension of a case: on which days the same case, all other facts being equal, is what.

Takes a question over all cases; gives its governing dates, each with the cases it dates. A date counts where those
named before it are absent. What a tested question answers follows the date. A quantity reckoned from it stands beside
it like any other fact: a case is dated otherwise only where it stays in its class. Must not know why anybody looks.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.logic.resolution import Resolution
from checker.regions import Box, Region, cylinder, put, restrict
from checker.regions.joining import join
from checker.rulebook.model import Fact


class Tested(Struct, frozen=True):
    """A tested question: its dimension, where it has no answer, and where it has one."""

    place: int
    silent: Region
    spoken: Region


class Axis:
    """One governing date; the classes of days of its dimension `place` are 0, 1, …, ascending, `days` all of them.

    `is_free`: no quantity is reckoned from it.
    """

    def __init__(self, resolution: Resolution, fact: Fact, place: int, apart: tuple[tuple[int, int], ...]) -> None:
        """Begin; `apart` are the dimensions of the dates before it, each with the class in which it is absent."""
        self.fact = fact
        self.place = place
        self._case = resolution.case
        self._apart = apart
        self._tested = tuple(_tested(resolution))
        self.count = len(self._case.classes(place).starts)
        self.days = (1 << self.count) - 1
        self.is_free = not self._case.following(self._case.slot(place))

    def dated(self, region: Region) -> Region:
        """Keep the cases that are dated by it."""
        for place, absent in self._apart:
            region = restrict(region, place, absent)
        return restrict(region, self.place, self.days)

    def on(self, region: Region, day: int) -> Region:
        """Return the cases, on whatever day, that would lie in a region if they were dated in a class of days."""
        found: list[Box] = []
        for part, free, here in self._parts(restrict(region, self.place, 1 << day)):
            found.extend(self._case.both(self._freed(part, free), here))
        return join(tuple(found))

    def turning(self, region: Region, day: int, other: int) -> Region:
        """Return what lies in a region on a class of days, but for what plainly does so on another class as well."""
        if not self._tested:
            region = tuple(box for box in region if not box[self.place] >> other & 1)
        return self.on(region, day)

    def partners(self, box: Box, region: Region) -> Iterator[tuple[Box, Box]]:
        """Go through the cases of a box, and beside them the boxes of a region they come into when dated otherwise."""
        for part, free, here in self._parts(region):
            for other in part:
                for narrow in self._case.both(self._case.both((box,), self._freed((other,), free)), here):
                    yield narrow, other

    def happens(self, box: Box, *others: Box) -> bool:
        """Tell whether a case of a box comes into each of some others when it is dated otherwise."""
        return any(
            self._case.differ_alone((each, *(self._like(each, other) for other in others)), self._case.slot(self.place))
            for each in self._case.spelled_out((box,))
        )

    def put(self, box: Box, days: int) -> Box:
        """Date the cases of a box otherwise."""
        return put(box, self.place, days)

    def first_date(self, day: int) -> int:
        """Return the first date of a class of days."""
        return self._case.classes(self.place).starts[day]

    def _parts(self, region: Region) -> Iterator[tuple[Region, tuple[int, ...], Region]]:
        """Divide a region by which tested questions may answer otherwise in a case that is dated otherwise.

        What nobody answers, and is free therefore, stays what it is if nobody answers it there either. Beside each
        part are the dimensions of the others, and where cases have to come from.
        """
        parts: list[tuple[Region, tuple[int, ...], Region]] = [(region, (), (self._case.space.full,))]
        both, without = self._case.both, self._case.without
        for tested in self._tested:
            split = [(without(part, tested.silent), (*free, tested.place), here) for part, free, here in parts]
            for part, free, here in parts:
                silent = both(part, tested.silent)
                split.append((silent, free, both(here, tested.silent)))
                split.append((silent, (*free, tested.place), both(here, tested.spoken)))
            parts = [each for each in split if each[0] and each[2]]
        yield from parts

    def _freed(self, region: Region, free: tuple[int, ...]) -> Region:
        for place in (self.place, *free):
            region = cylinder(self._case.space, region, place)
        return region

    def _like(self, box: Box, other: Box) -> Box:
        """Narrow a box to what another holds, but for the date and what follows it."""
        moved = {self.place, *(tested.place for tested in self._tested)}
        return tuple(b if n in moved else a & b for n, (a, b) in enumerate(zip(box, other, strict=True)))


def axes(resolution: Resolution) -> Iterator[Axis]:
    """Go through the governing dates of a question, as far as anything depends on them."""
    case = resolution.case
    apart: list[tuple[int, int]] = []
    for fact in resolution.question.question.governed_by:
        place = case.place(("" if fact.list is None else f"{fact.list}[?]", *fact.path))
        if place is not None:
            axis = Axis(resolution, fact, place, tuple(apart))
            yield axis
            apart.append((place, case.space.full[place] & ~axis.days))
        if not fact.optional:
            return


def _tested(resolution: Resolution) -> Iterator[Tested]:
    case = resolution.case
    for link in resolution.links:
        place = case.place(link.slot)
        if place is not None:
            yield Tested(place, link.unanswered, case.without((case.space.full,), link.unanswered))
