"""How far a box may grow between blockers.

Takes a box that meets no blocker; gives a box around it that meets none either, cannot grow by one more class in
any field (on an ordered field: at either end of its run), and is constrained in as few fields as can be.

Whom a box avoids, it avoids in some field. The fewest fields that avoid every blocker between them are therefore the
fewest in which any box around the given one can be constrained; the others become whole. Each chosen field is then
widened as far as the blockers allow that the other chosen fields let through. A field needs to be widened once only:
when the others grow afterwards, more blockers stand in its way and not fewer.

Must not know why one box blocks another.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import combinations, islice
from math import comb
from operator import or_

from checker.regions.box import Box, Space
from checker.regions.columns import Columns
from checker.regions.measure import Measure
from checker.regions.runs import lowest_bit

# Sets of fields are tried one by one while there are no more of a size; then fields are taken one after another.
COMBINATIONS = 3000
# Of the smallest sets of fields so many are widened and compared.
TIES = 4


class Growth:
    """The blockers of one space, ready to say what lies free between them."""

    def __init__(self, space: Space, blockers: Sequence[Box], measure: Measure) -> None:
        self._space = space
        self._blockers = blockers
        self._measure = measure
        self._columns = Columns(space, blockers)

    def grow(self, box: Box) -> Box:
        """Give the maximal box around one that meets no blocker: fewest constrained fields, then largest."""
        return min((self._widened(box, order) for order in dict.fromkeys(self._orders(box))), key=self._rank)

    def _rank(self, box: Box) -> tuple[int, int, Box]:
        return sum(mask != full for mask, full in zip(box, self._space.full, strict=True)), -self._measure.of(box), box

    def _orders(self, box: Box) -> Iterator[tuple[int, ...]]:
        """Give sets of fields to constrain, each in some of the sequences in which they may be widened."""
        for fields in self._fewest_fields(box):
            yield fields
            if len(fields) > 1:
                yield fields[::-1]
                yield tuple(sorted(fields, key=lambda field: -self._measure.of_mask(field, box[field])))

    def _fewest_fields(self, box: Box) -> list[tuple[int, ...]]:
        avoided = [self._columns.everything & ~self._columns.meeting_in(field, mask) for field, mask in enumerate(box)]
        once = twice = 0
        for blockers in avoided:
            twice |= once & blockers
            once |= blockers
        forced = tuple(field for field, blockers in enumerate(avoided) if blockers & ~twice)
        needed = self._columns.everything & ~reduce(or_, (avoided[field] for field in forced), 0)
        if not needed:
            return [forced]
        useful = [field for field, blockers in enumerate(avoided) if blockers & needed and field not in forced]
        return [tuple(sorted(forced + chosen)) for chosen in _fewest(useful, avoided, needed)]

    def _widened(self, box: Box, order: Sequence[int]) -> Box:
        masks = list(self._space.full)
        for field in order:
            masks[field] = box[field]
        for field in order:
            alive = self._columns.everything
            for other in order:
                if other != field:
                    alive &= self._columns.meeting_in(other, masks[other])
            widen = self._run_around if self._space.ordered[field] else self._set_around
            masks[field] = widen(field, box[field], alive)
        return tuple(masks)

    def _run_around(self, field: int, run: int, alive: int) -> int:
        """Widen a run at both ends up to a class that some of the blockers alive admits."""
        admitting, width = self._columns.admitting(field), self._space.widths[field]
        first, end = lowest_bit(run).bit_length() - 1, run.bit_length()
        while first > 0 and not admitting[first - 1] & alive:
            first -= 1
        while end < width and not admitting[end] & alive:
            end += 1
        return (1 << end) - (1 << first)

    def _set_around(self, field: int, mask: int, alive: int) -> int:
        """Add every class that none of the blockers alive admits."""
        admitting = self._columns.admitting(field)
        for value in range(self._space.widths[field]):
            if not admitting[value] & alive:
                mask |= 1 << value
        return mask


def _fewest(fields: Sequence[int], avoided: Sequence[int], needed: int) -> list[tuple[int, ...]]:
    """Give the smallest sets of fields that avoid all blockers needed; where there are too many to try, a small one."""
    for size in range(1, len(fields) + 1):
        if comb(len(fields), size) > COMBINATIONS:
            break
        fitting = (
            chosen
            for chosen in combinations(fields, size)
            if not needed & ~reduce(or_, (avoided[field] for field in chosen))
        )
        if found := list(islice(fitting, TIES)):
            return found
    return [_small(fields, avoided, needed)]


def _small(fields: Sequence[int], avoided: Sequence[int], needed: int) -> tuple[int, ...]:
    """Take the field that avoids most until all are avoided, then leave out whatever the others make needless."""
    chosen: list[int] = []
    missing = needed
    while missing:
        best = max(fields, key=lambda field: ((avoided[field] & missing).bit_count(), -field))
        chosen.append(best)
        missing &= ~avoided[best]
    for field in tuple(chosen):
        rest = [other for other in chosen if other != field]
        if not needed & ~reduce(or_, (avoided[other] for other in rest), 0):
            chosen = rest
    return tuple(chosen)
