"""The one primitive: what is left of a region when others are taken away, as disjoint boxes.

A box met by no blocker is a piece; a box contained in one leaves nothing; any other is cut in two along an
edge of a blocker, and both sides are taken up again, each with the blockers that meet it. Both sides are
smaller, so this ends; every point of the box stays in exactly one of them, so the pieces are disjoint and
together exactly the difference. Open work waits on an explicit stack and finished work is forgotten, so
memory grows with the depth of cutting and not with the number of pieces.

Takes boxes of one space and gives pieces as they are found: a caller who only asks whether there is one
stops at the first. Must not know why one box blocks another.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_

from checker.regions.box import Box, Space, meet
from checker.regions.cut import are_apart, choose_cut
from checker.regions.index import Index, numbers

# So few boxes are compared one by one sooner than they are put into an index.
FEW = 16

# A box and the blockers that meet it, clipped to it (keys only: a set that keeps its sequence).
_Work = tuple[Box, dict[Box, None]]


Spend = Callable[[int], None]
"""Is told how many boxes are about to be looked at; may raise to put an end to it."""


def pieces(space: Space, region: Iterable[Box], blockers: Iterable[Box], spend: Spend | None = None) -> Iterator[Box]:
    """Give disjoint boxes whose union is the region without the blockers.

    Boxes of the region may overlap: each one also blocks those after it. The pieces of one box depend on
    the set of its blockers, not on their sequence. Their number can grow exponentially with the fields; `spend` is told
    of each cut.
    """
    taken = list(blockers)
    own = list(region)
    if len(own) < FEW // 4 or len(taken) + len(own) < FEW:
        for box in own:
            yield from _pieces_of_box(space, box, taken, spend)
            taken.append(box)
        return
    index = Index([*taken, *own])
    for number, box in enumerate(own, len(taken)):
        before = index.meeting(box) & ((1 << number) - 1)
        blocking = (taken[n] if n < len(taken) else own[n - len(taken)] for n in numbers(before))
        yield from _pieces_of_box(space, box, blocking, spend)


def _pieces_of_box(space: Space, box: Box, blockers: Iterable[Box], spend: Spend | None) -> Iterator[Box]:
    clipped = dict.fromkeys(common for blocker in blockers if (common := meet(box, blocker)) is not None)
    stack: list[_Work] = [] if box in clipped else [(box, clipped)]
    while stack:
        box, clipped = stack.pop()
        if spend is not None:
            spend(1 + len(clipped))
        if not clipped:
            yield box
            continue
        field, part = choose_cut(space, box, clipped)
        sides = _sides_apart(box, clipped, field)
        if len(sides) < 2 or space.ordered[field]:
            sides = [_side(box, clipped, field, part), _side(box, clipped, field, box[field] & ~part)]
        # The side with fewer blockers goes on top of the stack: it is the likelier to hold the next piece.
        sides.sort(key=_blocker_count, reverse=True)
        stack += [(side, blocking) for side, blocking in sides if side not in blocking]


def _sides_apart(box: Box, blockers: Iterable[Box], field: int) -> list[_Work]:
    """Divide a box by all masks of its blockers in one field, if no two have a class in common; else give nothing.

    That is what cutting one mask after the other comes to, without narrowing the blockers of the rest each time.
    """
    holders: dict[int, dict[Box, None]] = {}
    for blocker in blockers:
        holders.setdefault(blocker[field], {})[blocker] = None
    if not are_apart(holders):
        return []
    if left := box[field] & ~reduce(or_, holders):
        holders[left] = {}
    return [((*box[:field], mask, *box[field + 1 :]), holders[mask]) for mask in sorted(holders, reverse=True)]


def _side(box: Box, blockers: Iterable[Box], field: int, part: int) -> _Work:
    """Narrow a box and its blockers to some classes of one field; blockers that become equal become one."""
    narrowed = {
        (*blocker[:field], mask, *blocker[field + 1 :]): None for blocker in blockers if (mask := blocker[field] & part)
    }
    return (*box[:field], part, *box[field + 1 :]), narrowed


def _blocker_count(work: _Work) -> int:
    return len(work[1])
