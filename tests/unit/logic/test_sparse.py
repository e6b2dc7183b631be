"""Unions of sparse boxes: what may be dropped from one, and that nothing else is."""

from __future__ import annotations

from itertools import product

import pytest
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


@pytest.mark.parametrize("many", [1, 40, 300])
def test_a_box_that_leaves_a_number_free_swallows_those_that_do_not(many: int) -> None:
    narrow = [{0: 1 << place, 1: 1 << place % 7, 2: 1} for place in range(many)]
    assert leanest([*narrow, {2: 1}]) == ({2: 1},)


@pytest.mark.parametrize("many", [2, 300])
def test_boxes_that_limit_different_numbers_all_stay(many: int) -> None:
    boxes = [{place % 3: 1 << place, 3 + place % 2: 3 << place} for place in range(many)]
    assert sorted(map(str, leanest(boxes))) == sorted(map(str, boxes))


def test_a_set_of_all_classes_seen_is_less_than_a_number_left_free() -> None:
    assert leanest([{0: 0b111, 1: 1}, {1: 1}]) == ({1: 1},)
    assert leanest([{0: 0b111}, {0: 0b101}]) == ({0: 0b111},)
