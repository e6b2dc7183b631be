"""Sets of points in a space of finitely many classes per field: boxes, regions and their exact algebra.

Holds mathematics only and uses the standard library only; must not know the law, its rules or its plans.
`box` says what the sets are made of, `cut` where to divide one, `difference` how one is taken from another,
`algebra` all that follows from it. `cover` and `overlap_sets` say how a set is shown to people, `diagram` whether two
sets are one. `integers` asks whether a small system of sums has an integer solution.
"""

from checker.regions.algebra import (
    cylinder,
    intersect,
    is_empty_difference,
    overlaps,
    points,
    restrict,
    simplify,
    subtract,
    volume,
)
from checker.regions.box import Box, Region, Space, contains, meet
from checker.regions.cover import CAPS, Caps, Cover, cover
from checker.regions.difference import pieces
from checker.regions.overlap_sets import Overlaps, OverlapSet, overlap_sets

__all__ = [
    "CAPS",
    "Box",
    "Caps",
    "Cover",
    "OverlapSet",
    "Overlaps",
    "Region",
    "Space",
    "contains",
    "cover",
    "cylinder",
    "intersect",
    "is_empty_difference",
    "meet",
    "overlap_sets",
    "overlaps",
    "pieces",
    "points",
    "restrict",
    "simplify",
    "subtract",
    "volume",
]
