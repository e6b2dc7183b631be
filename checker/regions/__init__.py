"""Sets of points in a space of finitely many classes per field: boxes, regions and their exact algebra.

Holds mathematics only and uses the standard library only; must not know the law, its rules or its plans.
`box` says what the sets are made of, `cut` where to divide one, `difference` how one is taken from another,
`algebra` all that follows from it; `joining` makes fewer boxes of a set. `cover` says how a set is shown to people
(with `growth`, `parts`, `sequence`; where it is too large for that, `diagram` with `diagram_cover`, or `inside`).
`overlap_sets` finds the boxes of a table that lie over one another. Below these, `measure` counts, `runs` reads masks,
`index` and `columns` tell which boxes meet, and `budget` how much may still be done. `integers` asks whether a small
system of sums has an integer solution.
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
from checker.regions.box import Box, Region, Space, contains, meet, put
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
    "put",
    "restrict",
    "simplify",
    "subtract",
    "volume",
]
