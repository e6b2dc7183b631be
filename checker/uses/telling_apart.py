"""Which two facts tell the verdicts of a question apart: with which one would guess well, in few cells.

Takes regions by what is decided in them, as sets of classes; gives two dimensions of their case. Every class counts
alike, whatever it holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import prod
from typing import TypeVar

from checker.logic.case import Case
from checker.regions import Box, Region, subtract
from checker.regions.runs import classes_in

NEARLY = (19, 20)
"""A pair is as good as the best one if it tells at least this part of what that tells."""

_Key = TypeVar("_Key")
_Counted = Sequence[tuple[Box, int]]
"""Disjoint boxes, each with how many cases it holds."""

_SCALE = 1 << 64


def most_telling(
    case: Case, regions: Mapping[_Key, Region], among: Sequence[int], most: int | None = None
) -> tuple[int, int] | None:
    """Choose two dimensions such that cases that are alike in both are mostly decided alike.

    Of those that are nearly as good as the best it is the pair with the fewest cells, and of these the best, or the
    first. Only where every pair has more than `most` cells it is one of these. None where there are fewer than two
    dimensions.
    """
    widths = case.space.widths
    pairs = list(combinations(among, 2))
    few = [pair for pair in pairs if most is None or widths[pair[0]] * widths[pair[1]] <= most]
    apart = [[_counted(box) for box in subtract(case.space, region, ())] for region in regions.values()]
    found = [(_alike(apart, *pair), pair) for pair in few or pairs]
    best = max((alike for alike, _ in found), default=0)
    good = [(alike, pair) for alike, pair in found if alike * NEARLY[1] >= best * NEARLY[0]]
    ranked = sorted(good, key=lambda each: (widths[each[1][0]] * widths[each[1][1]], -each[0], each[1]))
    return ranked[0][1] if ranked else None


def _alike(regions: Iterable[_Counted], across: int, down: int) -> int:
    """Add up over all cells how often one drawn from it is decided as another one, in equal parts of a whole."""
    cells = [_cells(region, across, down) for region in regions]
    whole: Counter[tuple[int, int]] = Counter()
    for one in cells:
        whole.update(one)
    return sum(size * size * _SCALE // whole[place] for one in cells for place, size in one.items())


def _cells(region: _Counted, across: int, down: int) -> Counter[tuple[int, int]]:
    """Count the cases of disjoint boxes by their classes of two dimensions."""
    grouped: Counter[tuple[int, int]] = Counter()
    for box, size in region:
        columns, rows = box[across], box[down]
        grouped[columns, rows] += size // (columns.bit_count() * rows.bit_count())
    found: Counter[tuple[int, int]] = Counter()
    for (columns, rows), size in grouped.items():
        for column in classes_in(columns):
            for row in classes_in(rows):
                found[column, row] += size
    return found


def _counted(box: Box) -> tuple[Box, int]:
    return box, prod(map(int.bit_count, box))
