"""Few large boxes that cover a region: how a set is shown to people.

Takes a region and blockers. What lies in the region and in no blocker is covered; what lies in neither is of no
matter, and boxes may grow into it. Gives boxes that meet no blocker, cannot grow by one class in any field (on an
ordered field: at either end of a run), cover all that is to be covered and are each needed for it.

Two methods, and a last resort:

1. Pieces. The set is cut into disjoint pieces; each that no box covers yet is grown into a maximal box, the largest
   piece first; boxes that the others make needless are left out. Quick wherever rules are like a table's rows.
2. The diagram, where pieces are too many or the boxes around them overlap too much.
3. A headline, where that grows too large as well: a few maximal boxes that each add as much as can be found, the exact
   size of what they hold, and that of the whole if it was still to be had.

Whatever is given is exact, and the caps that were met are named. Must not know what a region stands for.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, product
from typing import Literal

from msgspec import Struct

from checker.regions.box import Box, Region, Space
from checker.regions.budget import Budget, Limit, LimitError
from checker.regions.diagram import FULL, Diagram, Node
from checker.regions.diagram_cover import cover_of
from checker.regions.difference import pieces
from checker.regions.growth import Growth
from checker.regions.measure import Measure, Weights
from checker.regions.parts import Parts, needed
from checker.regions.runs import runs
from checker.regions.sequence import Left, LeftOfNode, LeftOfParts, LeftOfRegion, largest_first

Keep = Callable[[Box], bool]
Method = Literal["pieces", "diagram"]

# A headline is chosen from boxes grown from so many of the largest pieces, the first of a whole cover from so many of
# its largest boxes. What the boxes of a headline hold is cut into so many pieces at most.
CANDIDATES = 200
HEADLINE_PIECES = 50_000


class Caps(Struct, frozen=True):
    """How far a cover may go.

    `pieces` are held at once, `pairs` of overlapping boxes are compared with one another, `nodes` and `steps` are those
    of the diagram, `boxes` those it finds. `headline` is how many boxes are given where a whole cover is out of reach,
    and of how many the sequence is exact. Without `seconds` no clock is read, and the same set always has the same
    cover.
    """

    pieces: int = 5000
    pairs: int = 50_000
    nodes: int = 100_000
    steps: int = 500_000
    boxes: int = 5000
    headline: int = 20
    seconds: float | None = None

    def budget(self) -> Budget:
        """Give all that may be spent; the clock starts now."""
        amounts: dict[Limit, int] = {
            "pieces": self.pieces,
            "pairs": self.pairs,
            "nodes": self.nodes,
            "steps": self.steps,
            "boxes": self.boxes,
        }
        return Budget(amounts, self.seconds)


CAPS = Caps()


class Cover(Struct, frozen=True):
    """Boxes in the sequence in which they cover most, each adding the largest part that is left.

    The sequence is that of the first, as many as a headline has, of the largest boxes; the others come by their own
    size. `volume` is the size of the set to be covered, None where it was out of reach; `covered` is the size of what
    the boxes hold of it. `complete` says that they hold all of it. `limits` names the caps that were met, in
    sequence: a complete cover may have met some on the way.
    """

    boxes: Region
    volume: int | None
    covered: int
    complete: bool
    method: Method
    limits: tuple[Limit, ...] = ()


def cover(
    space: Space,
    region: Iterable[Box],
    blockers: Iterable[Box],
    *,
    caps: Caps = CAPS,
    keep: Keep | None = None,
    weights: Weights | None = None,
) -> Cover:
    """Cover what lies in a region and in no blocker by few large boxes that meet no blocker.

    `keep` says whether a box holds anything real. Pieces that hold nothing need not be covered and are not counted;
    where the diagram takes their place it is asked of boxes alone, and points are left uncounted that only dropped
    boxes hold. With weights, for each field the number of values of each class, sizes are those of values.
    """
    attempt = _Attempt(space, _in_runs(space, region), tuple(sorted(set(blockers))), caps, weights)
    return attempt.cover(_everything if keep is None else cache(keep))


class _Attempt:
    """One set on its way to a cover: what is known of it so far, for the next method to go on from."""

    def __init__(self, space: Space, region: Region, blockers: Region, caps: Caps, weights: Weights | None) -> None:
        self._space = space
        self._region = region
        self._blockers = blockers
        self._caps = caps
        self._measure = Measure(space, weights)
        self._growth = Growth(space, blockers, self._measure)
        self._budget = caps.budget()
        self._diagram = Diagram(space, self._budget, weights)
        self._found: list[Box] = []
        self._parts: Parts | None = None
        self._wanted: Node | None = None
        self._volume: int | None = None

    def cover(self, keep: Keep) -> Cover:
        """Try one method after another."""
        limits: list[Limit] = []
        for method in (self._by_pieces, self._by_diagram):
            try:
                return method(keep, tuple(limits))
            except LimitError as met:
                limits.append(met.limit)
        return self._headline(keep, tuple(limits))

    def _by_pieces(self, keep: Keep, limits: tuple[Limit, ...]) -> Cover:
        for piece in pieces(self._space, self._region, self._blockers):
            self._budget.spend("pieces")
            self._found.append(piece)
        found = [piece for piece in self._by_size(self._found) if keep(piece)]
        parts = self._parts = Parts(self._space, found, self._measure)
        self._volume = parts.size
        boxes = needed(self._space, parts, _grown(parts, self._growth, self._budget), self._budget)
        return self._whole(boxes, LeftOfParts(parts), "pieces", limits)

    def _by_diagram(self, keep: Keep, limits: tuple[Limit, ...]) -> Cover:
        diagram = self._diagram
        blocked = diagram.region(self._blockers)
        # Few boxes given are united sooner than the many pieces they fall into, unless some of these are not wanted.
        if self._parts is None or len(self._region) < len(self._parts.boxes) == len(self._found):
            region = diagram.region(self._region)
            # The size is had from what is blocked even where all that is left grows too large.
            self._volume = diagram.size(region) - diagram.size(diagram.intersection(region, blocked))
            wanted = diagram.difference(region, blocked)
        else:
            wanted = diagram.region(self._parts.boxes)
        self._wanted = wanted
        all_boxes = cover_of(diagram, self._space, wanted, diagram.difference(FULL, blocked), self._budget)
        boxes = [box for box in all_boxes if keep(box)]
        if len(boxes) < len(all_boxes):
            wanted = diagram.intersection(wanted, diagram.region(boxes))
            self._wanted, self._volume = wanted, diagram.size(wanted)
        return self._whole(boxes, LeftOfNode(diagram, wanted), "diagram", limits)

    def _whole(self, boxes: Sequence[Box], left: Left, method: Method, limits: tuple[Limit, ...]) -> Cover:
        """Bring a whole cover into its sequence."""
        self._diagram.budget = self._extra()
        ranked = self._by_size(boxes)
        first: list[Box] = []
        try:
            for box, _ in islice(largest_first(ranked[:CANDIDATES], self._measure, left), self._caps.headline):
                first.append(box)
        except LimitError as met:
            limits = (*limits, met.limit)
        others = (box for box in ranked if box not in first)
        assert self._volume is not None
        return Cover((*first, *others), self._volume, self._volume, True, method, limits)

    def _headline(self, keep: Keep, limits: tuple[Limit, ...]) -> Cover:
        """Give the boxes that add most among those grown from the largest pieces found."""
        extra = self._diagram.budget = self._extra()
        grown = dict.fromkeys(map(self._growth.grow, self._by_size(self._found)[:CANDIDATES]))
        left: Left
        if self._wanted is None:
            left = LeftOfRegion(self._space, self._region, self._measure, extra)
        else:
            left = LeftOfNode(self._diagram, self._wanted)
        boxes: list[Box] = []
        covered = 0
        try:
            for box, size in islice(largest_first(filter(keep, grown), self._measure, left), self._caps.headline):
                boxes.append(box)
                covered += size
        except LimitError as met:
            limits = (*limits, met.limit)
        method: Method = "pieces" if self._wanted is None else "diagram"
        return Cover(tuple(boxes), self._volume, covered, covered == self._volume, method, limits)

    def _by_size(self, boxes: Iterable[Box]) -> list[Box]:
        return sorted(boxes, key=lambda box: (-self._measure.of(box), box))

    def _extra(self) -> Budget:
        """Give what may be spent on a sequence after the rest; no clock, for something has to be said."""
        return Budget({"pieces": HEADLINE_PIECES, "nodes": self._caps.nodes, "steps": self._caps.steps})


def _everything(_: Box) -> bool:
    return True


def _in_runs(space: Space, region: Iterable[Box]) -> Region:
    """Split masks of ordered fields into their runs, and bring the boxes into a sequence that depends on them alone."""
    return tuple(sorted({part for box in region for part in _runs_of(space, box)}))


def _runs_of(space: Space, box: Box) -> Iterator[Box]:
    return product(*(runs(mask) if ordered else (mask,) for mask, ordered in zip(box, space.ordered, strict=True)))


def _grown(parts: Parts, growth: Growth, budget: Budget) -> list[Box]:
    """Grow a box around each part that no box before covers; spends the boxes that meet a part."""
    boxes: list[Box] = []
    met: list[int] = []
    covered = 0
    for number in range(len(parts.boxes)):
        if covered >> number & 1:
            continue
        near = [box for box, meeting in zip(boxes, met, strict=True) if meeting >> number & 1]
        budget.spend("pairs", len(near))
        if near and parts.holds_all(near, number):
            continue
        box = growth.grow(parts.boxes[number])
        boxes.append(box)
        met.append(parts.meeting(box))
        covered |= parts.inside(box)
    return boxes
