"""Joining boxes that differ in one field: the same set of points, in no more boxes."""

from hypothesis import given
from hypothesis import strategies as st

from checker.regions import Region, Space, points
from checker.regions.joining import join

WIDTHS = (3, 2, 4)
SPACE = Space(WIDTHS, (True, False, True))
boxes = st.tuples(*(st.integers(1, (1 << width) - 1) for width in WIDTHS))


@given(st.lists(boxes, max_size=12))
def test_the_points_stay_and_the_boxes_become_no_more(found: list[tuple[int, ...]]) -> None:
    region: Region = tuple(found)
    joined = join(region)
    assert set(points(SPACE, joined)) == set(points(SPACE, region))
    assert len(joined) <= len(set(region))
    assert joined == join(tuple(reversed(region)))


def test_boxes_that_differ_in_one_field_are_one() -> None:
    assert join(((1, 1, 1), (2, 1, 1))) == ((3, 1, 1),)
    # Two by two joined along the first field, these are joined along the second one.
    assert join(((1, 1, 1), (2, 1, 1), (1, 2, 1), (2, 2, 1))) == ((3, 3, 1),)
    assert join(((1, 1, 1), (2, 2, 1))) == ((1, 1, 1), (2, 2, 1))
    assert join(()) == ()
    assert join(((),)) == ((),)
