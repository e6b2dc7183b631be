"""Who covers a region: as few as possible of those who hold parts of it.

Takes a case, a region and the parts others hold of it; gives the numbers of those to be named. Must not know what the
parts stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from checker.logic.case import Case
from checker.regions import Region

MOST_PAIRED = 40
"""Among more parts than these no pair is looked for: only then one by one, the biggest first."""


def fewest(case: Case, region: Region, parts: Sequence[Region]) -> tuple[int, ...]:
    """Choose parts that together cover a region: one, else two, else the biggest first, none that is not needed.

    Of several single ones or pairs the earliest is taken. What no part covers is left aside.
    """
    numbers = range(len(parts))
    few = [(number,) for number in numbers] + (list(combinations(numbers, 2)) if len(parts) <= MOST_PAIRED else [])
    for chosen in few:
        if case.is_within(region, _together(case, parts, chosen)):
            return chosen
    return _needed(case, region, parts, _biggest_first(case, region, parts))


def _biggest_first(case: Case, region: Region, parts: Sequence[Region]) -> list[int]:
    """Choose again and again the part that covers most of what is left."""
    chosen: list[int] = []
    rest = region
    while case.happens(rest):
        gains = [(case.size(case.both(rest, part)), -number) for number, part in enumerate(parts)]
        most, number = max(gains, default=(0, 0))
        if not most:
            break
        chosen.append(-number)
        rest = case.without(rest, parts[-number])
    return chosen


def _needed(case: Case, region: Region, parts: Sequence[Region], chosen: list[int]) -> tuple[int, ...]:
    """Leave out what the others cover without it, the smallest gain first."""
    covered = _together(case, parts, tuple(chosen))
    for number in reversed(chosen):
        others = tuple(n for n in chosen if n != number)
        if case.is_within(case.both(region, covered), _together(case, parts, others)):
            chosen = list(others)
    return tuple(chosen)


def _together(case: Case, parts: Sequence[Region], chosen: tuple[int, ...]) -> Region:
    return case.either(parts[number] for number in chosen)
