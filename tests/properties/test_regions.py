"""The laws of regions, held against plain sets of points on spaces small enough to list.

Spaces have up to five fields of up to six classes, ordered and category fields mixed; masks are whole fields,
runs and arbitrary sets alike; regions overlap.
"""

from collections.abc import Iterator
from itertools import product
from math import prod

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from checker.regions import (
    Box,
    Region,
    Space,
    contains,
    cylinder,
    intersect,
    is_empty_difference,
    meet,
    overlaps,
    pieces,
    points,
    restrict,
    simplify,
    subtract,
    volume,
)
from checker.regions.index import Index, numbers

Points = set[tuple[int, ...]]

MOST_POINTS = 1500


class Pair(Struct, frozen=True):
    """Two regions of one space."""

    space: Space
    a: Region
    b: Region


def shapes(fields: st.SearchStrategy[list[int]]) -> st.SearchStrategy[Space]:
    def with_orders(widths: list[int]) -> st.SearchStrategy[Space]:
        flags = st.lists(st.booleans(), min_size=len(widths), max_size=len(widths))
        return flags.map(lambda ordered: Space(tuple(widths), tuple(ordered)))

    return fields.flatmap(with_orders)


small_spaces = shapes(st.lists(st.integers(1, 6), max_size=5).filter(lambda widths: prod(widths) <= MOST_POINTS))
large_spaces = shapes(st.lists(st.integers(2, 40), min_size=6, max_size=10))


@st.composite
def runs(draw: st.DrawFn, width: int) -> int:
    low = draw(st.integers(0, width - 1))
    high = draw(st.integers(low, width - 1))
    return (1 << high + 1) - (1 << low)


def masks(width: int) -> st.SearchStrategy[int]:
    full = (1 << width) - 1
    return st.one_of(st.just(full), runs(width), st.integers(1, full))


def boxes(space: Space) -> st.SearchStrategy[Box]:
    return st.tuples(*map(masks, space.widths))


def regions(space: Space, most: int = 7) -> st.SearchStrategy[Region]:
    return st.lists(boxes(space), max_size=most).map(tuple)


@st.composite
def pairs(draw: st.DrawFn, spaces: st.SearchStrategy[Space] = small_spaces, most: int = 7) -> Pair:
    space = draw(spaces)
    return Pair(space, draw(regions(space, most)), draw(regions(space, most)))


def listed(region: Region) -> Points:
    """List the points of a region box by box: what the library is held against."""
    return {
        point
        for box in region
        for point in product(*([v for v in range(mask.bit_length()) if mask >> v & 1] for mask in box))
    }


@given(pairs())
def test_pieces_are_exactly_the_difference(pair: Pair) -> None:
    assert listed(tuple(pieces(pair.space, pair.a, pair.b))) == listed(pair.a) - listed(pair.b)


@given(pairs())
def test_pieces_are_disjoint_and_never_empty(pair: Pair) -> None:
    found = list(pieces(pair.space, pair.a, pair.b))
    assert all(all(piece) for piece in found)
    for at, piece in enumerate(found):
        assert not any(listed((piece,)) & listed((other,)) for other in found[:at])


@given(pairs(), st.data())
def test_the_sequence_and_repetition_of_blockers_change_nothing(pair: Pair, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(pair.b + pair.b[:2]))
    for box in pair.a:
        assert list(pieces(pair.space, [box], pair.b)) == list(pieces(pair.space, [box], shuffled))


@given(pairs())
def test_runs_of_ordered_fields_stay_runs(pair: Pair) -> None:
    space = Space(pair.space.widths, (True,) * len(pair.space.widths))
    a, b = (tuple(tuple(map(hull, box)) for box in region) for region in (pair.a, pair.b))
    assert all(is_run(mask) for piece in pieces(space, a, b) for mask in piece)


@given(pairs())
def test_nothing_is_left_exactly_when_the_blockers_contain_the_region(pair: Pair) -> None:
    assert is_empty_difference(pair.space, pair.a, pair.b) == (listed(pair.a) <= listed(pair.b))


@given(pairs())
def test_pieces_fill_what_blockers_leave_and_each_is_needed(pair: Pair) -> None:
    left = subtract(pair.space, pair.a, pair.b)
    assert is_empty_difference(pair.space, pair.a, pair.b + left)
    for at in range(len(left)):
        assert not is_empty_difference(pair.space, pair.a, pair.b + left[:at] + left[at + 1 :])


@given(pairs())
def test_intersect_is_the_common_part_without_subsumed_boxes(pair: Pair) -> None:
    common = intersect(pair.a, pair.b)
    assert listed(common) == listed(pair.a) & listed(pair.b)
    assert_no_box_in_another(common)


@given(pairs())
def test_simplify_keeps_the_set_and_the_sequence_of_boxes(pair: Pair) -> None:
    region = pair.a + pair.b
    simpler = simplify(region)
    assert listed(simpler) == listed(region)
    assert_no_box_in_another(simpler)
    assert simpler == tuple(box for box in dict.fromkeys(region) if box in simpler)


@given(pairs(most=2))
def test_boxes_meet_and_contain_as_their_points_do(pair: Pair) -> None:
    for one in pair.a:
        for other in pair.b:
            common = meet(one, other)
            assert listed(() if common is None else (common,)) == listed((one,)) & listed((other,))
            assert contains(one, other) == (listed((other,)) <= listed((one,)))


@given(pairs())
def test_volume_and_points_count_each_point_once(pair: Pair) -> None:
    expected = listed(pair.a)
    assert volume(pair.space, pair.a) == len(expected)
    assert sorted(points(pair.space, pair.a)) == sorted(expected)


@given(pairs().filter(lambda pair: pair.space.widths != ()), st.data())
def test_cylinder_and_restrict_act_on_one_field(pair: Pair, data: st.DataObject) -> None:
    field = data.draw(st.integers(0, len(pair.space.widths) - 1))
    width = pair.space.widths[field]
    mask = data.draw(masks(width))
    inside = listed(pair.a)
    widened = cylinder(pair.space, pair.a, field)
    assert listed(widened) == {
        (*point[:field], value, *point[field + 1 :]) for point in inside for value in range(width)
    }
    assert_no_box_in_another(widened)
    assert listed(restrict(pair.a, field, mask)) == {point for point in inside if mask >> point[field] & 1}


@given(pairs(large_spaces, most=3))
def test_volumes_add_up_where_points_cannot_be_listed(pair: Pair) -> None:
    space, a, b = pair.space, pair.a, pair.b
    assert volume(space, a) + volume(space, subtract(space, (space.full,), a)) == prod(space.widths)
    assert volume(space, a) + volume(space, b) == volume(space, a + b) + volume(space, intersect(a, b))


@st.composite
def cut_tables(draw: st.DrawFn) -> tuple[Space, Region]:
    """Cut a space in two again and again, each time along another field."""
    space = draw(shapes(st.lists(st.integers(2, 4), min_size=1, max_size=9)))
    leaves = [space.full]
    for field in draw(st.permutations(range(len(space.widths)))):
        leaf = leaves.pop(draw(st.integers(0, len(leaves) - 1)))
        full = space.full[field]
        if space.ordered[field]:
            part = (1 << draw(st.integers(1, space.widths[field] - 1))) - 1
        else:
            part = draw(st.integers(1, full - 1))
        leaves += [(*leaf[:field], mask, *leaf[field + 1 :]) for mask in (part, full & ~part)]
    return space, tuple(leaves)


@st.composite
def grids(draw: st.DrawFn) -> tuple[Space, Region]:
    """Divide each field of a space for itself and take every combination of the parts."""
    space = draw(shapes(st.lists(st.integers(1, 6), min_size=1, max_size=3)))
    divided: list[list[int]] = []
    for width, ordered in zip(space.widths, space.ordered, strict=True):
        labels = draw(st.lists(st.integers(0, 3), min_size=width, max_size=width))
        if ordered:
            labels.sort()
        parts = [sum(1 << at for at in range(width) if labels[at] == label) for label in set(labels)]
        divided.append(sorted(parts))
    return space, tuple(product(*divided))


@given(st.one_of(cut_tables(), grids()))
def test_a_table_of_clean_cuts_lacks_just_the_row_taken_out(table: tuple[Space, Region]) -> None:
    """Every blocker's edge then either bounds the missing row or misses it, or is straddled by another row.

    This does not hold of every table made by cuts: where two branches are cut along the same edge, that edge
    can be clean among the rows that are there and yet run through the one that is not.
    """
    space, rows = table
    assert is_empty_difference(space, (space.full,), rows)
    for at, row in enumerate(rows):
        assert list(pieces(space, [space.full], rows[:at] + rows[at + 1 :])) == [row]


def hull(mask: int) -> int:
    return (1 << mask.bit_length()) - (mask & -mask)


def is_run(mask: int) -> bool:
    return mask == hull(mask)


def assert_no_box_in_another(region: Region) -> None:
    for one in region:
        assert [other for other in region if contains(one, other)] == [one]


@pytest.fixture(params=["one by one", "by index"])
def few(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let small regions be compared box by box, as they are, or through the index, as large ones are."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "by index":
            patch.setattr("checker.regions.algebra.FEW", 0)
            patch.setattr("checker.regions.difference.FEW", 0)
        yield


@given(pairs(large_spaces, most=30))
def test_the_index_finds_whom_a_look_at_each_finds(pair: Pair) -> None:
    index = Index(pair.b)
    for box in pair.a:
        assert list(numbers(index.meeting(box))) == [n for n, o in enumerate(pair.b) if meet(box, o) is not None]
        assert list(numbers(index.containing(box))) == [n for n, o in enumerate(pair.b) if contains(o, box)]
    for number, box in enumerate(pair.b):
        assert number in numbers(index.containing(box))


@pytest.mark.usefixtures("few")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs(most=12))
def test_large_regions_are_the_same_sets(pair: Pair) -> None:
    a, b = set(points(pair.space, pair.a)), set(points(pair.space, pair.b))
    assert set(points(pair.space, intersect(pair.a, pair.b))) == a & b
    assert set(points(pair.space, subtract(pair.space, pair.a, pair.b))) == a - b
    assert set(points(pair.space, simplify(pair.a))) == a
    assert bool(list(overlaps(pair.a, pair.b))) is bool(a & b)
    assert is_empty_difference(pair.space, pair.a, pair.b) is (a <= b)
