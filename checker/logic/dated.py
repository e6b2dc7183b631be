"""What time alone changes: the same cases, equal in all else, dated in one class of days and in another.

Takes a question over all cases and one of its governing dates; gives the cases that are decided otherwise. What a
tested question answers follows the date; a quantity reckoned from it stays in its class. Must not know which days
anybody compares, nor what changed between them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

from checker.logic.axis import Axis
from checker.logic.decisions import Held, decided
from checker.logic.differences import Difference
from checker.logic.law import Law
from checker.logic.resolution import Resolution
from checker.regions import Region, restrict
from checker.regions.joining import join
from checker.rulebook.model import MINUTES_A_DAY, is_moment


class Dating:
    """Compares classes of days of one question; what is decided is worked out once, for all of them."""

    def __init__(self, law: Law, resolution: Resolution) -> None:
        """Begin; `resolution` is of the question over all cases."""
        self._law = law
        self._resolution = resolution

    @cached_property
    def decided(self) -> Mapping[Held, Region]:
        """All cases by what is decided in them; raises TooManyBoxesError."""
        return decided(self._law.book, self._law.precedence, self._resolution)

    def between(self, axis: Axis, one: int, other: int) -> Iterator[Difference]:
        """Go through the differences from one class of days to another; each region lies in the other class.

        Each holds a case that there is on both. Raises TooManyBoxesError.
        """
        if one == other:
            return
        case = self._resolution.case
        dated = {held: axis.dated(region) for held, region in self.decided.items()}
        before = {held: axis.on(region, one) for held, region in dated.items()}
        for held, region in dated.items():
            here = restrict(_moving(axis, region, one, other), axis.place, 1 << other)
            left = join(case.without(here, before[held]))
            for was in before if left else ():
                if was != held and (found := self._changed(axis, left, dated[was], before[was], one)):
                    yield Difference(was, held, found)

    def _changed(self, axis: Axis, left: Region, there: Region, freed: Region, one: int) -> Region:
        """Return the cases that would lie in a region if they were dated otherwise; `freed`: whatever their day."""
        case = self._resolution.case
        if axis.is_free:
            return join(case.living(case.both(left, freed)))
        there = restrict(there, axis.place, 1 << one)
        pairs = (pair for box in left for pair in axis.partners(box, there))
        return join(tuple(narrow for narrow, other in pairs if axis.happens(narrow, other)))


def _moving(axis: Axis, region: Region, one: int, other: int) -> Region:
    """Leave out the boxes that hold their cases on both classes of days: what is decided in these is the same.

    That is so even of what tested questions answer: a box holds no case with an answer it does not have on its day.
    """
    both = 1 << one | 1 << other
    return tuple(box for box in region if box[axis.place] & both != both)


def class_of(axis: Axis, day: int) -> int:
    """Return the class of days an ordinal day lies in; of a date with a time, that of the day's first minute."""
    date = day * MINUTES_A_DAY if is_moment(axis.fact.type) else day
    return max(bisect_right([axis.first_date(each) for each in range(axis.count)], date) - 1, 0)


def is_one_class(axis: Axis, one: int, other: int) -> bool:
    """Tell whether two ordinal days lie in one class of days: then the date changes nothing between them."""
    return class_of(axis, one) == class_of(axis, other)
