"""Sets of points as one diagram: equal sets are one node, whatever boxes they came from.

A node belongs to a field, its level, and parts the classes of that field into runs, each with a child for the fields
after it. Neighbouring runs with one child are joined, a node with a single run is its child, and no node is made
twice; so a set has exactly one node, in which the fields that do not matter do not occur. Union, intersection and
difference go down two nodes side by side and remember each pair they have seen.

Takes boxes and gives nodes, which are numbers that mean something to their own diagram only; `EMPTY` and `FULL` are
the sets of no and of all points. Work is bounded by a budget; `LimitError` says which bound was met. Must not know
what a set stands for.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import prod

from checker.regions.box import Box, Space
from checker.regions.budget import Budget
from checker.regions.measure import Measure, Weights
from checker.regions.runs import lowest_bit, runs

Node = int
EMPTY: Node = 0
FULL: Node = 1

_Cut = tuple[tuple[int, ...], tuple[Node, ...]]
_Memo = dict[tuple[Node, Node], Node]


class Diagram:
    """The nodes of sets of one space."""

    def __init__(self, space: Space, budget: Budget, weights: Weights | None = None) -> None:
        self.budget = budget
        self._space = space
        self._measure = Measure(space, weights)
        self._sizes = {EMPTY: 0, FULL: 1}
        self._wholes = [self._measure.of_mask(level, full) for level, full in enumerate(space.full)]
        self._last = len(space.widths)
        self._levels = [self._last, self._last]
        self._cuts: list[_Cut] = [((), ()), ((), ())]
        self._numbers: dict[tuple[int, tuple[int, ...], tuple[Node, ...]], Node] = {}
        self._unions: _Memo = {}
        self._intersections: _Memo = {}
        self._differences: _Memo = {}

    def __len__(self) -> int:
        return len(self._cuts)

    def level(self, node: Node) -> int:
        """Give the first field that matters to a set; for the two without any, the number of fields."""
        return self._levels[node]

    def cut(self, node: Node, level: int) -> _Cut:
        """Give where runs of classes of a field begin, and for each run what the set is there."""
        return self._cuts[node] if self._levels[node] == level else ((0,), (node,))

    def node(self, level: int, starts: Sequence[int], children: Sequence[Node]) -> Node:
        """Give the set that is a child for each run of classes of a field."""
        kept = [0, *(at for at, (one, next_) in enumerate(pairwise(children), 1) if one != next_)]
        if len(kept) == 1:
            return children[0]
        cut = tuple(starts[at] for at in kept), tuple(children[at] for at in kept)
        number = self._numbers.get((level, *cut))
        if number is None:
            self.budget.spend("nodes")
            number = self._numbers[(level, *cut)] = len(self._cuts)
            self._levels.append(level)
            self._cuts.append(cut)
        return number

    def box(self, box: Box) -> Node:
        """Give the set that is one box."""
        node = FULL
        for level in reversed(range(self._last)):
            node = self.within(level, box[level], node)
        return node

    def within(self, level: int, mask: int, node: Node) -> Node:
        """Give the points of a set of later fields whose classes of this field lie in the mask."""
        starts, children = [0], [EMPTY]
        for run in runs(mask):
            starts += [lowest_bit(run).bit_length() - 1, run.bit_length()]
            children += [node, EMPTY]
        if mask & 1:
            del starts[0], children[0]
        if starts[-1] == self._space.widths[level]:
            del starts[-1], children[-1]
        return self.node(level, starts, children)

    def region(self, boxes: Iterable[Box]) -> Node:
        """Give the set that boxes hold between them; those that begin alike are united first."""
        nodes = [self.box(box) for box in sorted(set(boxes))]
        while len(nodes) > 1:
            odd = nodes[-1:] if len(nodes) % 2 else []
            nodes = [*map(self.union, nodes[::2], nodes[1::2]), *odd]
        return nodes[0] if nodes else EMPTY

    def union(self, a: Node, b: Node) -> Node:
        """Give the points that lie in either set."""
        if FULL in (a, b):
            return FULL
        if a in (b, EMPTY):
            return b
        if b == EMPTY:
            return a
        return self._side_by_side(self.union, self._unions, min(a, b), max(a, b))

    def intersection(self, a: Node, b: Node) -> Node:
        """Give the points that lie in both sets."""
        if EMPTY in (a, b):
            return EMPTY
        if a in (b, FULL):
            return b
        if b == FULL:
            return a
        return self._side_by_side(self.intersection, self._intersections, min(a, b), max(a, b))

    def difference(self, a: Node, b: Node) -> Node:
        """Give the points of the first set that lie not in the second one."""
        if b in (a, FULL) or a == EMPTY:
            return EMPTY
        if b == EMPTY:
            return a
        return self._side_by_side(self.difference, self._differences, a, b)

    def _side_by_side(self, operation: Callable[[Node, Node], Node], memo: _Memo, a: Node, b: Node) -> Node:
        known = memo.get((a, b))
        if known is None:
            self.budget.spend("steps")
            level = min(self._levels[a], self._levels[b])
            starts, ones, others = self.aligned(a, b, level)
            known = memo[a, b] = self.node(level, starts, list(map(operation, ones, others)))
        return known

    def aligned(self, a: Node, b: Node, level: int) -> tuple[list[int], list[Node], list[Node]]:
        """Cut two sets at one field in the same runs; give where these begin, and what each set is there."""
        (starts_a, below_a), (starts_b, below_b) = self.cut(a, level), self.cut(b, level)
        starts = sorted({*starts_a, *starts_b})
        at_a = at_b = 0
        ones, others = [], []
        for start in starts:
            if at_a + 1 < len(starts_a) and starts_a[at_a + 1] == start:
                at_a += 1
            if at_b + 1 < len(starts_b) and starts_b[at_b + 1] == start:
                at_b += 1
            ones.append(below_a[at_a])
            others.append(below_b[at_b])
        return starts, ones, others

    def mask_of_run(self, level: int, start: int, end: int | None) -> int:
        """Give the classes of a field from one on and before another, or to the last."""
        return (1 << (self._space.widths[level] if end is None else end)) - (1 << start)

    def size(self, node: Node) -> int:
        """Count the points of a set."""
        return self._size_from(0, node)

    def _size_from(self, level: int, node: Node) -> int:
        """Count the points of a set in the fields from a level on."""
        size = self._sizes.get(node)
        if size is None:
            own = self._levels[node]
            size = self._sizes[node] = sum(
                self._measure.of_mask(own, mask) * self._size_from(own + 1, child)
                for mask, child in zip(self._masks(node), self._cuts[node][1], strict=True)
            )
        return size * prod(self._wholes[level : self._levels[node]])

    def boxes(self, node: Node) -> Iterator[Box]:
        """Give disjoint boxes that make up a set: one for each path, and so often very many."""
        full = self._space.full

        def down(level: int, node: Node) -> Iterator[Box]:
            if node == EMPTY:
                return
            own = self._levels[node]
            skipped = full[level:own]
            if node == FULL:
                yield skipped
                return
            for mask, child in zip(self._masks(node), self._cuts[node][1], strict=True):
                for rest in down(own + 1, child):
                    yield (*skipped, mask, *rest)

        yield from down(0, node)

    def faults(self) -> list[str]:
        """Say what is wrong with the diagram: nothing, if every set has but one node."""
        found: list[str] = []
        if len(set(zip(self._levels, self._cuts, strict=True))) != len(self._cuts) - 1:
            found.append("a node was made twice")
        for node, (level, (starts, children)) in enumerate(zip(self._levels, self._cuts, strict=True)):
            if node in (EMPTY, FULL):
                continue
            if starts[0] != 0 or list(starts) != sorted(set(starts)) or starts[-1] >= self._space.widths[level]:
                found.append(f"the runs of {node} do not part its classes")
            if len(children) < 2 or any(one == next_ for one, next_ in pairwise(children)):
                found.append(f"runs of {node} could be joined")
            if any(self._levels[child] <= level for child in children):
                found.append(f"a child of {node} is not below it")
        return found

    def _masks(self, node: Node) -> list[int]:
        level, starts = self._levels[node], self._cuts[node][0]
        return [self.mask_of_run(level, *ends) for ends in pairwise((*starts, self._space.widths[level]))]
