"""Maximal boxes that cover a set, read off its diagram without listing its points or pieces.

After Minato and Morreale, carried over to fields of many classes. Takes two nodes, what is to be covered and what may
be covered, the first within the second; gives boxes within the second that cover the first, cannot grow, and are each
needed.

At a field, every point of the later fields is allowed with some classes of this one: with a set of them, or on an
ordered field with several runs of them. The points allowed with just this run or set and no more are covered there
and then, by boxes of it; narrow runs and small sets come before those that contain them. So a box cannot grow in this
field, for it holds a point that is allowed no further; and no later box covers its points again, for that would have
to be of a run or set that contains this one.

Must not know what a set stands for.
"""

from collections.abc import Iterator

from msgspec import Struct

from checker.regions.box import Region, Space
from checker.regions.budget import Budget
from checker.regions.diagram import EMPTY, FULL, Diagram, Node

# The constrained fields of a box and their masks.
_Narrow = tuple[tuple[int, int], ...]


class _Found(Struct, frozen=True):
    """Boxes, and the set that they hold between them."""

    boxes: tuple[_Narrow, ...]
    held: Node


class _Stripe(Struct):
    """Classes of a field that do not differ: what is left to be covered with them, what may be, and what is."""

    mask: int
    left: Node
    allowed: Node
    held: Node = EMPTY


def cover_of(diagram: Diagram, space: Space, wanted: Node, allowed: Node, budget: Budget) -> Region:
    """Give maximal boxes within the allowed set that cover the wanted one, none of them needless."""
    narrow = _Search(diagram, space, budget).cover(wanted, allowed).boxes
    return tuple(tuple({**dict(enumerate(space.full)), **dict(box)}.values()) for box in narrow)


class _Search:
    """One cover under way; pairs of nodes that come again are answered from memory."""

    def __init__(self, diagram: Diagram, space: Space, budget: Budget) -> None:
        self._diagram = diagram
        self._space = space
        self._budget = budget
        self._known: dict[tuple[Node, Node], _Found] = {}

    def cover(self, wanted: Node, allowed: Node) -> _Found:
        if wanted == EMPTY:
            return _Found((), EMPTY)
        if allowed == FULL:
            return _Found(((),), FULL)
        known = self._known.get((wanted, allowed))
        if known is None:
            self._budget.spend("steps")
            known = self._known[wanted, allowed] = self._cover(wanted, allowed)
        return known

    def _cover(self, wanted: Node, allowed: Node) -> _Found:
        diagram = self._diagram
        level = min(diagram.level(wanted), diagram.level(allowed))
        stripes = self._stripes(level, wanted, allowed)
        groups = self._runs(stripes) if self._space.ordered[level] else self._sets(stripes)
        boxes: list[_Narrow] = []
        for members, common, just_here in groups:
            left = EMPTY
            for stripe in members:
                left = diagram.union(left, diagram.intersection(stripe.left, just_here))
            found = self.cover(left, common)
            if not found.boxes:
                continue
            mask = sum(stripe.mask for stripe in members)
            own = ((level, mask),) if mask != self._space.full[level] else ()
            boxes += ((*own, *box) for box in found.boxes)
            self._budget.allow("boxes", len(boxes))
            for stripe in members:
                stripe.left = diagram.difference(stripe.left, found.held)
                stripe.held = diagram.union(stripe.held, found.held)
        held = EMPTY
        for stripe in stripes:
            held = diagram.union(held, diagram.within(level, stripe.mask, stripe.held))
        return _Found(tuple(boxes), held)

    def _stripes(self, level: int, wanted: Node, allowed: Node) -> list[_Stripe]:
        starts, ones, others = self._diagram.aligned(wanted, allowed, level)
        ends = [*starts[1:], None]
        stripes = [
            _Stripe(self._diagram.mask_of_run(level, start, end), one, other)
            for start, end, one, other in zip(starts, ends, ones, others, strict=True)
        ]
        if self._space.ordered[level]:
            return stripes
        alike: dict[tuple[Node, Node], int] = {}
        for stripe in stripes:
            alike[stripe.left, stripe.allowed] = alike.get((stripe.left, stripe.allowed), 0) | stripe.mask
        return [_Stripe(mask, left, allowed) for (left, allowed), mask in alike.items()]

    def _runs(self, stripes: list[_Stripe]) -> Iterator[tuple[list[_Stripe], Node, Node]]:
        """Give runs, narrow ones first: its members, what is allowed in all of it, and what in it and no further."""
        diagram = self._diagram
        allowed = [stripe.allowed for stripe in stripes]
        common = allowed
        for width in range(1, len(stripes) + 1):
            # What is allowed in the run from each stripe on, one stripe longer than now.
            longer = [diagram.intersection(one, other) for one, other in zip(common, allowed[width:], strict=False)]
            for at, here in enumerate(common):
                just_here = here
                if at:
                    just_here = diagram.difference(just_here, longer[at - 1])
                if at < len(longer):
                    just_here = diagram.difference(just_here, longer[at])
                if just_here != EMPTY:
                    yield stripes[at : at + width], here, just_here
            common = longer
            if not any(common):
                return

    def _sets(self, stripes: list[_Stripe]) -> Iterator[tuple[list[_Stripe], Node, Node]]:
        """Give sets of stripes as above, small ones first."""
        diagram = self._diagram
        groups: list[tuple[tuple[int, ...], Node, Node]] = [((), FULL, FULL)]
        for at, stripe in enumerate(stripes):
            split: list[tuple[tuple[int, ...], Node, Node]] = []
            for members, common, just_here in groups:
                more = diagram.intersection(just_here, stripe.allowed)
                if more != EMPTY:
                    split.append(((*members, at), diagram.intersection(common, stripe.allowed), more))
                rest = diagram.difference(just_here, stripe.allowed)
                if rest != EMPTY:
                    split.append((members, common, rest))
            groups = split
        for members, common, just_here in sorted(groups, key=lambda group: (len(group[0]), group[0])):
            if members:
                yield [stripes[at] for at in members], common, just_here
