"""Cases without an answer that have one on other days: after them, before them, or both.

Takes a question over all cases and one of its governing dates; gives the cases, divided by when they had an answer
last and by when they get one first. A silence on record is no gap. Must not know how that is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from checker.logic.axis import Axis
from checker.logic.resolution import Resolution
from checker.logic.silence import answered, on_record, undecided
from checker.regions import Box, Region, meet, restrict
from checker.regions.joining import join
from checker.rulebook.model import Rulebook


class Lapse(Struct, frozen=True):
    """Gaps of one stretch of time, from the class of days `since` on and until the class `until`.

    On the last days before `since` there is an answer, and on the first of `until`; None: there is none before it, or
    after it.
    """

    region: Region
    since: int | None
    until: int | None


def lapses(book: Rulebook, resolution: Resolution, axis: Axis) -> Iterator[Lapse]:
    """Go through the temporal gaps of the cases that a governing date dates; every box holds a case."""
    case = resolution.case
    held = answered(resolution)
    spoken = axis.dated(held)
    asked = join(axis.dated(resolution.asked))
    recorded = case.either(region for _, region in on_record(book, resolution))
    recorded = (*recorded, *undecided(resolution, (*held, *recorded)))
    for found in _stretches(resolution, axis, spoken):
        if not found.region:
            continue
        days = axis.days & (-1 << (found.since or 0))
        if found.until is not None:
            days &= (1 << found.until) - 1
        silent = case.without(case.both(restrict(asked, axis.place, days), found.region), recorded)
        if axis.is_free:
            yield Lapse(case.living(silent), found.since, found.until)
        else:
            yield from _confirmed(axis, Lapse(silent, found.since, found.until), spoken)


def _stretches(resolution: Resolution, axis: Axis, spoken: Region) -> Iterator[Lapse]:
    """Go through the stretches without an answer, each with the cases that have it, on whatever day they are."""
    case = resolution.case
    on = [axis.on(spoken, day) for day in range(axis.count)]
    nowhere: Region = ()
    earlier = list(accumulate(on, _either, initial=nowhere))
    later = list(accumulate(reversed(on), _either, initial=nowhere))[::-1]
    for day in range(1, axis.count):
        yield Lapse(case.without(axis.turning(spoken, day, day - 1), earlier[day]), None, day)
        left = case.without(axis.turning(spoken, day - 1, day), on[day])
        yield Lapse(case.without(left, later[day]), day, None)
        for until in range(day + 1, axis.count) if left else ():
            yield Lapse(case.both(left, on[until]), day, until)
            left = case.without(left, on[until])


def _either(one: Region, other: Region) -> Region:
    return join((*one, *other))


def _confirmed(axis: Axis, lapse: Lapse, spoken: Region) -> Iterator[Lapse]:
    """Keep the boxes in which a case can be dated otherwise, although that changes what is reckoned from the date."""
    for box in lapse.region:
        for day in range(box[axis.place].bit_length()):
            if box[axis.place] >> day & 1:
                here = axis.put(box, 1 << day)
                for is_before, is_after in _sides(axis, here, spoken):
                    yield Lapse((here,), lapse.since if is_before else None, lapse.until if is_after else None)


def _sides(axis: Axis, box: Box, spoken: Region) -> Iterator[tuple[bool, bool]]:
    """Tell for a box of one class of days whether cases of it have an answer before, and whether after."""
    day, at = box[axis.place], axis.place
    pairs = list(axis.partners(box, spoken))
    earlier = [(here, axis.put(other, days)) for here, other in pairs if (days := other[at] & (day - 1))]
    later = [(here, axis.put(other, days)) for here, other in pairs if (days := other[at] & -(day << 1))]
    triples = ((meet(here, there), one, two) for here, one in earlier for there, two in later)
    if any(here is not None and axis.happens(here, one, two) for here, one, two in triples):
        yield True, True
        return
    if any(axis.happens(here, other) for here, other in earlier):
        yield True, False
    if any(axis.happens(here, other) for here, other in later):
        yield False, True
