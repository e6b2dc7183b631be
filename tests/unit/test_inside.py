"""A headline of a region of very many boxes: maximal boxes, and the exact size of what they hold."""

from checker.regions import Box, Region, Space, volume
from checker.regions.inside import headline

SPACE = Space((8, 8, 4), (True, True, False))
FULL = SPACE.full


def run(first: int, last: int) -> int:
    return (1 << last + 1) - (1 << first)


def is_maximal(box: Box, region: Region) -> bool:
    """Tell whether one class more in any field would be outside."""
    held = volume(SPACE, region)
    for field, full in enumerate(FULL):
        beside = [1 << at for at in range(full.bit_length()) if not box[field] >> at & 1]
        if SPACE.ordered[field]:
            beside = [bit for bit in beside if (bit << 1 | bit >> 1) & box[field]]
        for bit in beside:
            if volume(SPACE, (*region, (*box[:field], bit, *box[field + 1 :]))) == held:
                return False
    return True


LAST: Box = (run(7, 7), run(6, 7), 0b1111)
REGION: Region = (
    (run(0, 3), run(0, 3), 0b0011),
    (run(4, 5), run(1, 3), 0b0011),
    (run(0, 3), run(0, 3), 0b0100),
    LAST,
)


def test_boxes_are_maximal_and_hold_what_they_are_said_to() -> None:
    found = headline(SPACE, REGION, (), 2, lambda _: True)
    assert found.boxes[0] == (run(0, 3), run(0, 3), 0b0111)
    assert all(is_maximal(box, REGION) for box in found.boxes)
    assert found.covered == volume(SPACE, found.boxes)
    assert found.volume == 32 + 12 + 16 + 8
    assert not found.complete


def test_boxes_that_hold_all_of_it_are_complete() -> None:
    found = headline(SPACE, REGION, (), 4, lambda _: True)
    assert all(is_maximal(box, REGION) for box in found.boxes)
    assert (found.covered, found.complete) == (68, True)


def test_boxes_reach_into_what_is_of_no_matter_and_count_the_region_alone() -> None:
    free: Region = ((run(6, 6), FULL[1], FULL[2]),)
    found = headline(SPACE, (LAST,), free, 1, lambda _: True)
    assert found.boxes == ((run(6, 7), run(6, 7), 0b1111),)
    assert (found.covered, found.volume, found.complete) == (8, 8, True)


def test_what_holds_nothing_real_is_not_shown() -> None:
    found = headline(SPACE, REGION, (), 4, lambda box: bool(box[0] & run(7, 7)))
    assert found.boxes == (LAST,)
