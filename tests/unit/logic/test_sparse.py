"""Sparse boxes: what is dropped of a union since it lies in another box of it, also among very many."""

import pytest

from checker.logic.sparse import leanest


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
