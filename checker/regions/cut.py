"""Where to cut a box in two, so that few blockers are cut with it.

Takes a box and its blockers, each clipped to the box and smaller than it; gives a field and a part of the
box's classes there. The part and the rest are both non-empty, so repeated cuts come to an end whatever is
chosen: the choice decides how many pieces there are, never which points they hold.

A cut runs along an edge of some blocker. Its score is straddlers + |one side - other side| / 2, counted in
blockers. Three preferences, in this sequence:

1. A cut that leaves every blocker on one side is taken at once: the other side is a finished piece, a large
   one.
2. A clean cut, straddled by no blocker. A table made by repeated cuts has such a cut at every step; a
   balanced one that straddles would break its missing parts into several pieces.
3. The lowest score of all fields.

On an ordered field the edges are the starts and ends of runs, and a cut separates the classes below an edge
from those above. Masks need not be runs: a blocker of several runs offers the edges of each, so that some
edge always divides the box, but it counts once, by its hull. Splitting such a blocker beforehand would
multiply it over its fields. On a category field a cut separates one blocker's classes from the rest. Ties
fall to the earlier field, then to the smaller mask, so the sequence of blockers does not matter.

Must not know where boxes come from, nor what becomes of the two sides.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from functools import reduce
from operator import or_

from checker.regions.box import Box, Space
from checker.regions.runs import lowest_bit, runs

# A category field offers no more cuts than this: each one is scored against every distinct mask.
CATEGORY_CUTS = 12

# So many masks of which no two share a class make a field worth dividing at once, whatever others offer.
MANY = 8

# (whether any blocker straddles, twice the score of the module docstring, which is then an integer)
_Score = tuple[bool, int]


def choose_cut(space: Space, box: Box, blockers: Collection[Box]) -> tuple[int, int]:
    """Choose the field to cut and the part of the box's classes there that makes up one side.

    There must be a blocker, and each must lie within the box and differ from it.
    """
    columns = [
        (field, column, set(column))
        for field, column in enumerate(zip(*blockers, strict=True))
        if column.count(box[field]) < len(column)
    ]
    for field, _, masks in columns:
        mask, ordered = box[field], space.ordered[field]
        if mask in masks:
            continue
        if empty := _empty_side(mask, masks, ordered):
            return field, empty
        if not ordered and len(masks) >= MANY and are_apart(masks):
            return field, min(masks)
    found: list[tuple[_Score, int, int]] = []
    is_clean = False
    for field, column, masks in columns:
        mask = box[field]
        if is_clean and mask in masks:
            continue
        tally = Counter(column)
        spanning = tally.pop(mask, 0)
        cuts = _ordered_cuts(mask, tally, spanning) if space.ordered[field] else _category_cuts(tally, spanning)
        for score, side in cuts:
            found.append((score, field, side))
            is_clean = is_clean or not score[0]
    _, field, side = min(found)
    return field, side


def are_apart(masks: Collection[int]) -> bool:
    """Tell whether no two masks have a class in common."""
    return sum(map(int.bit_count, masks)) == reduce(or_, masks).bit_count()


def _empty_side(mask: int, masks: Collection[int], ordered: bool) -> int:
    """Find classes that no blocker admits; on an ordered field those below all blockers, or else above."""
    reached = reduce(or_, masks)
    if not ordered:
        return mask & ~reached
    below = mask & (lowest_bit(reached) - 1)
    above = mask >> reached.bit_length() << reached.bit_length()
    return below or above


def _ordered_cuts(mask: int, tally: Counter[int], spanning: int) -> Iterator[tuple[_Score, int]]:
    """Sweep the edges upwards; give the score and the classes below for each edge inside the mask."""
    starts: Counter[int] = Counter()
    ends: Counter[int] = Counter()
    edges: set[int] = set()
    for part, count in tally.items():
        starts[lowest_bit(part).bit_length() - 1] += count
        ends[part.bit_length()] += count
        for run in runs(part):
            edges.add(lowest_bit(run).bit_length() - 1)
            edges.add(run.bit_length())
    apart = tally.total()
    below, above = 0, apart
    for edge in sorted(edges):
        below += ends[edge]
        side = mask & ((1 << edge) - 1)
        if side and side != mask:
            yield _score(spanning + apart - below - above, below - above), side
        above -= starts[edge]


def _category_cuts(tally: Counter[int], spanning: int) -> Iterator[tuple[_Score, int]]:
    """Give the score and one side for each cut of a distinct mask against the rest, commonest first."""
    apart, parts = tally.total(), tuple(tally.items())
    sides = sorted(tally, key=lambda part: (-tally[part], part))[:CATEGORY_CUTS]
    if are_apart(tally):
        for side in sides:
            yield _score(spanning, 2 * tally[side] - apart), side
        return
    for side in sides:
        within = outside = 0
        for part, count in parts:
            if not part & side:
                outside += count
            elif not part & ~side:
                within += count
        yield _score(spanning + apart - within - outside, within - outside), side


def _score(straddlers: int, imbalance: int) -> _Score:
    return straddlers > 0, 2 * straddlers + abs(imbalance)
