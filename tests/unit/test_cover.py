"""Covers at their edges: small sets whose boxes can be drawn on paper, and caps that are met."""

from typing import get_args

import pytest

from checker.regions import Box, Caps, Region, Space, cover, volume
from checker.regions.budget import Budget, Limit, LimitError
from checker.regions.measure import Measure

SQUARE = Space(widths=(3, 3), ordered=(True, True))
POINT = Space(widths=(), ordered=())

# Eight pairs of fields, each with one blocked corner: a maximal box avoids every corner in one of its two fields, so
# there are 2 ** 8 of them, and each is needed: it alone holds the point that lies low in the fields where it may.
PAIRS = Space((2,) * 16, (True,) * 16)
CORNERS = tuple(tuple(0b01 if at // 2 == pair else 0b11 for at in range(16)) for pair in range(8))
LEFT_BY_CORNERS = 3**8


def test_nothing_is_covered_by_no_box() -> None:
    found = cover(SQUARE, (), (SQUARE.full,))
    assert (found.boxes, found.volume, found.covered, found.complete) == ((), 0, 0, True)


def test_the_space_without_fields_is_covered_by_its_one_box() -> None:
    assert cover(POINT, [()], []).boxes == ((),)
    assert cover(POINT, [()], [()]).boxes == ()


def test_a_blocked_corner_leaves_two_boxes_that_overlap() -> None:
    found = cover(SQUARE, (SQUARE.full,), ((0b001, 0b001),))
    assert set(found.boxes) == {(0b110, 0b111), (0b111, 0b110)}
    assert found.volume == 8


def test_a_box_grows_into_what_is_of_no_matter() -> None:
    assert cover(SQUARE, ((0b001, 0b001),), ((0b100, 0b111),)).boxes == ((0b011, 0b111),)


def test_a_box_that_two_others_cover_is_left_out() -> None:
    # Of the three largest boxes between two opposite corners the middle one holds nothing of its own.
    space = Space((2, 2, 2), (True, True, True))
    corners: Region = ((0b01, 0b01, 0b11), (0b10, 0b11, 0b01))
    for caps in (Caps(), Caps(pieces=0)):
        found = cover(space, (space.full,), corners, caps=caps)
        assert set(found.boxes) == {(0b01, 0b10, 0b11), (0b10, 0b11, 0b10)}


def test_weights_decide_which_box_is_larger() -> None:
    blockers: Region = ((0b010, 0b111), (0b111, 0b010))
    corners = cover(SQUARE, (SQUARE.full,), blockers, weights=((1, 1, 9), (1, 1, 5)))
    assert corners.boxes == ((0b100, 0b100), (0b100, 0b001), (0b001, 0b100), (0b001, 0b001))
    assert corners.volume == 9 * 5 + 9 + 5 + 1


def test_weights_must_fit_the_space() -> None:
    with pytest.raises(ValueError, match="weights need"):
        volume(SQUARE, (SQUARE.full,), ((1, 1, 1), (1, 1)))


def test_a_wide_gap_is_too_many_pieces_and_goes_to_the_diagram() -> None:
    found = cover(PAIRS, (PAIRS.full,), CORNERS, caps=Caps(pieces=100))
    assert (found.complete, found.method, found.limits) == (True, "diagram", ("pieces",))
    assert len(found.boxes) == 2**8
    assert found.volume == found.covered == LEFT_BY_CORNERS


@pytest.mark.parametrize(
    ("caps", "limits", "is_size_known"),
    [
        (Caps(pieces=100, boxes=100), ("pieces", "boxes"), True),
        (Caps(pieces=100, nodes=10), ("pieces", "nodes"), False),
        (Caps(pieces=100, steps=10), ("pieces", "steps"), False),
        (Caps(pairs=10, boxes=100), ("pairs", "boxes"), True),
    ],
)
def test_what_is_out_of_reach_is_a_headline(caps: Caps, limits: tuple[Limit, ...], is_size_known: bool) -> None:
    found = cover(PAIRS, (PAIRS.full,), CORNERS, caps=caps)
    assert not found.complete
    assert found.limits[:2] == limits
    assert found.volume == (LEFT_BY_CORNERS if is_size_known else None)
    assert 0 < len(found.boxes) <= caps.headline
    assert found.covered == volume(PAIRS, found.boxes)


def test_without_time_the_clock_is_named() -> None:
    found = cover(PAIRS, (PAIRS.full,), CORNERS, caps=Caps(seconds=0))
    assert not found.complete
    assert found.limits[0] == "seconds"


def test_a_budget_is_spent_by_kind() -> None:
    budget = Budget(dict.fromkeys(get_args(Limit), 2))
    budget.spend("nodes", 2)
    budget.spend("steps")
    with pytest.raises(LimitError) as met:
        budget.spend("nodes")
    assert met.value.limit == "nodes"


def test_a_size_is_exact_beyond_floating_point() -> None:
    space = Space((2,) * 40, (True,) * 40)
    one: Box = (0b01,) * 40
    assert Measure(space, ((10**9, 1),) * 40).of(one) == 10**360
