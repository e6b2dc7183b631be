"""Regions as sets: difference, intersection, inclusion, volume, cylinders, points.

A region is a union of boxes that may overlap, so one set has many regions. Difference, inclusion and volume
go through the disjoint pieces and are exact; intersection, restriction and cylinders are taken box by box,
which is exact because each of them distributes over unions.

Takes and gives regions of one space; results keep the sequence in which their boxes were found. Must not
know what a region stands for.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from checker.regions.box import Box, Region, Space, contains, meet, put
from checker.regions.difference import FEW, Spend, pieces
from checker.regions.index import Index, numbers
from checker.regions.measure import Measure, Weights
from checker.regions.runs import classes_in


def subtract(space: Space, region: Iterable[Box], blockers: Iterable[Box], spend: Spend | None = None) -> Region:
    """Take the blockers away from a region; the boxes left are disjoint."""
    return tuple(pieces(space, region, blockers, spend))


def is_empty_difference(space: Space, region: Iterable[Box], blockers: Iterable[Box]) -> bool:
    """Say whether the blockers cover the region; stops at the first piece they leave."""
    return next(pieces(space, region, blockers), None) is None


def intersect(a: Region, b: Region, spend: Spend | None = None) -> Region:
    """Intersect two regions pair by pair; no box of the result lies in another."""
    return simplify(tuple(overlaps(a, b, spend)))


def overlaps(a: Region, b: Region, spend: Spend | None = None) -> Iterator[Box]:
    """Give what each box of one region shares with each of another, where they share anything."""
    index = None if min(len(a), len(b)) < FEW else Index(b)
    for one in a:
        others = b if index is None else (b[number] for number in numbers(index.meeting(one)))
        if spend is not None:
            spend(1)
        for other in others:
            common = meet(one, other)
            if common is not None:
                if spend is not None:
                    spend(1)
                yield common


def simplify(region: Region) -> Region:
    """Drop every box contained in another single box, and all but the first of equal ones.

    A box covered only by several others together stays.
    """
    if len(region) < 2:
        return region
    distinct = tuple(dict.fromkeys(region))
    if len(distinct) < FEW:
        return tuple(box for box in distinct if not any(o is not box and contains(o, box) for o in distinct))
    index = Index(distinct)
    return tuple(box for number, box in enumerate(distinct) if index.containing(box) == 1 << number)


def cylinder(space: Space, region: Region, field: int) -> Region:
    """Widen a region to every class of one field: the points that some value of the field would put in it."""
    everything = (1 << space.widths[field]) - 1
    return simplify(tuple(put(box, field, everything) for box in region))


def restrict(region: Region, field: int, mask: int) -> Region:
    """Keep the part of a region whose classes of one field lie in the mask."""
    return tuple(put(box, field, common) for box in region if (common := box[field] & mask))


def volume(space: Space, region: Region, weights: Weights | None = None, spend: Spend | None = None) -> int:
    """Count the points of a region; one in several boxes counts once.

    With weights, for each field the number of values of each class, points are values and not classes.
    """
    return Measure(space, weights).of_all(pieces(space, region, (), spend))


def points(space: Space, region: Region) -> Iterator[tuple[int, ...]]:
    """Give every point of a region once, as one class number per field; meant for small regions."""
    for piece in pieces(space, region, ()):
        yield from product(*map(classes_in, piece))
