"""Diagrams, held against plain sets of points: equal sets are one node, however they were made."""

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.regions import Region, Space, volume
from checker.regions.budget import Budget
from checker.regions.diagram import EMPTY, FULL, Diagram, Node
from tests.properties.test_regions import (
    Pair,
    Points,
    large_spaces,
    listed,
    pairs,
    regions,
    small_spaces,
)

few = settings(max_examples=50)


def fresh(space: Space) -> Diagram:
    return Diagram(space, Budget({"nodes": 100_000, "steps": 100_000}))


def held(diagram: Diagram, node: Node) -> Points:
    found = tuple(diagram.boxes(node))
    assert sum(len(listed((box,))) for box in found) == len(listed(found)), "boxes of a diagram are disjoint"
    return listed(found)


@few
@given(pairs())
def test_operations_are_those_of_sets(pair: Pair) -> None:
    diagram = fresh(pair.space)
    a, b = diagram.region(pair.a), diagram.region(pair.b)
    assert held(diagram, a) == listed(pair.a)
    assert held(diagram, diagram.union(a, b)) == listed(pair.a) | listed(pair.b)
    assert held(diagram, diagram.intersection(a, b)) == listed(pair.a) & listed(pair.b)
    assert held(diagram, diagram.difference(a, b)) == listed(pair.a) - listed(pair.b)
    assert diagram.faults() == []


@few
@given(pairs())
def test_equal_sets_are_one_node_and_unequal_sets_are_two(pair: Pair) -> None:
    diagram = fresh(pair.space)
    a, b = diagram.region(pair.a), diagram.region(pair.b)
    assert (a == b) is (listed(pair.a) == listed(pair.b))
    outside = diagram.difference(FULL, diagram.union(a, b))
    assert diagram.union(a, diagram.union(b, outside)) == FULL
    assert diagram.difference(diagram.union(a, b), b) == diagram.difference(a, b)
    assert diagram.difference(FULL, diagram.difference(FULL, a)) == a
    assert diagram.intersection(a, outside) == EMPTY


@few
@given(pairs(), st.data())
def test_how_a_set_was_written_down_leaves_no_trace(pair: Pair, data: st.DataObject) -> None:
    diagram = fresh(pair.space)
    points = [tuple(1 << value for value in point) for point in listed(pair.a)]
    shuffled = data.draw(st.permutations(points)) if len(points) < 50 else points[::-1]
    assert diagram.region(shuffled) == diagram.region(pair.a) == diagram.region(pair.a[::-1])


@few
@given(pairs())
def test_points_are_counted_each_once(pair: Pair) -> None:
    diagram = fresh(pair.space)
    assert diagram.size(diagram.region(pair.a)) == len(listed(pair.a))


@few
@given(pairs(large_spaces, most=4))
def test_sizes_agree_where_points_cannot_be_listed(pair: Pair) -> None:
    diagram = fresh(pair.space)
    a, b = diagram.region(pair.a), diagram.region(pair.b)
    assert diagram.size(a) == volume(pair.space, pair.a)
    assert diagram.size(a) + diagram.size(b) == diagram.size(diagram.union(a, b)) + diagram.size(
        diagram.intersection(a, b)
    )
    assert diagram.faults() == []


@few
@given(small_spaces.flatmap(lambda space: st.tuples(st.just(space), regions(space, 5))), st.data())
def test_sizes_weigh_classes(drawn: tuple[Space, Region], data: st.DataObject) -> None:
    space, region = drawn
    sizes = [data.draw(st.lists(st.integers(1, 9), min_size=w, max_size=w)) for w in space.widths]
    diagram = Diagram(space, Budget({"nodes": 1000, "steps": 10_000}), sizes)
    assert diagram.size(diagram.region(region)) == volume(space, region, sizes)
