"""Unions of sparse boxes: what may be dropped from one, and that nothing else is."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from checker.logic.sparse import ALL, Sparse, leanest, meet, met

CLASSES = 3
POINTS = tuple(product(range(CLASSES), repeat=3))
MASKS = st.integers(min_value=1, max_value=(1 << CLASSES) - 2)
BOXES = st.lists(st.dictionaries(st.integers(0, 2), MASKS), max_size=24)


def holds(box: Sparse, point: tuple[int, ...]) -> bool:
    return all(mask >> point[number] & 1 for number, mask in box.items())


def points(boxes: tuple[Sparse, ...]) -> set[tuple[int, ...]]:
    return {point for point in POINTS if any(holds(box, point) for box in boxes)}


def lies_in(inner: Sparse, outer: Sparse) -> bool:
    return all(inner.get(number, (1 << CLASSES) - 1) & ~mask == 0 for number, mask in outer.items())


@given(BOXES)
def test_the_leanest_union_is_the_same_set_and_has_no_box_within_another(boxes: list[Sparse]) -> None:
    lean = leanest(boxes)
    assert points(lean) == points(tuple(boxes))
    assert all(box in boxes for box in lean)
    assert not any(one is not two and lies_in(one, two) for one in lean for two in lean)


@given(BOXES)
def test_of_more_than_asked_for_only_equal_ones_are_dropped(boxes: list[Sparse]) -> None:
    distinct = {tuple(sorted(box.items())) for box in boxes}
    assert len(leanest(boxes, most=len(distinct) - 1)) == len(distinct)


def test_a_box_that_leaves_all_free_is_everything() -> None:
    assert leanest([{0: 1}, {}, {1: 2}]) == ALL


@given(BOXES, BOXES)
def test_two_unions_meet_where_both_hold(left: list[Sparse], right: list[Sparse]) -> None:
    assert points(met(left, right)) == points(tuple(left)) & points(tuple(right))


def test_boxes_without_a_class_in_common_do_not_meet() -> None:
    assert meet({0: 0b01, 1: 0b11}, {0: 0b10}) is None
    assert meet({0: 0b01}, {1: 0b10}) == {0: 0b01, 1: 0b10}
