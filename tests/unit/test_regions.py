"""Regions at their edges: small cases whose answer can be drawn on paper."""

import pytest

from checker.regions import (
    Box,
    Space,
    contains,
    cut,
    cylinder,
    difference,
    intersect,
    is_empty_difference,
    meet,
    pieces,
    points,
    restrict,
    simplify,
    subtract,
    volume,
)

SQUARE = Space(widths=(3, 3), ordered=(True, True))
LINE = Space(widths=(6,), ordered=(True,))
CODES = Space(widths=(6,), ordered=(False,))
POINT = Space(widths=(), ordered=())


def test_a_space_knows_its_full_box() -> None:
    assert Space((1, 4, 2), (True, False, True)).full == (0b1, 0b1111, 0b11)


@pytest.mark.parametrize(("widths", "ordered"), [((2, 2), (True,)), ((0,), (True,)), ((3, -1), (True, True))])
def test_a_space_without_a_sound_shape_is_refused(widths: tuple[int, ...], ordered: tuple[bool, ...]) -> None:
    with pytest.raises(ValueError, match=r"a (space|field) needs"):
        Space(widths, ordered)


def test_boxes_meet_field_by_field() -> None:
    assert meet((0b011, 0b110), (0b110, 0b111)) == (0b010, 0b110)


def test_boxes_apart_in_one_field_do_not_meet() -> None:
    assert meet((0b011, 0b111), (0b100, 0b111)) is None


def test_a_box_contains_itself_and_what_is_smaller_in_every_field() -> None:
    assert contains((0b111, 0b011), (0b111, 0b011))
    assert contains((0b111, 0b011), (0b101, 0b010))
    assert not contains((0b111, 0b011), (0b001, 0b110))


def test_the_space_without_fields_is_one_point() -> None:
    assert POINT.full == ()
    assert meet((), ()) == ()
    assert contains((), ())
    assert list(pieces(POINT, [()], [])) == [()]
    assert list(pieces(POINT, [()], [()])) == []
    assert list(pieces(POINT, [(), ()], [])) == [()]
    assert volume(POINT, ((),)) == 1
    assert list(points(POINT, ((),))) == [()]
    assert intersect(((),), ((),)) == ((),)


def test_the_empty_region_is_a_part_of_everything_and_has_no_parts() -> None:
    assert subtract(SQUARE, (), ()) == ()
    assert subtract(SQUARE, (), (SQUARE.full,)) == ()
    assert is_empty_difference(SQUARE, (), ())
    assert not is_empty_difference(SQUARE, (SQUARE.full,), ())
    assert simplify(()) == ()
    assert intersect((), (SQUARE.full,)) == ()
    assert cylinder(SQUARE, (), 0) == ()
    assert restrict((), 0, 0b111) == ()
    assert volume(SQUARE, ()) == 0
    assert list(points(SQUARE, ())) == []


def test_a_box_without_blockers_in_its_way_is_its_own_piece() -> None:
    assert list(pieces(SQUARE, [(0b011, 0b011)], [(0b100, 0b111), (0b111, 0b100)])) == [(0b011, 0b011)]


def test_a_blocker_in_the_middle_of_a_line_leaves_both_ends() -> None:
    assert set(pieces(LINE, [(0b111111,)], [(0b001100,)])) == {(0b000011,), (0b110000,)}


def test_a_blocker_in_the_middle_of_codes_leaves_one_box() -> None:
    assert list(pieces(CODES, [(0b111111,)], [(0b001100,)])) == [(0b110011,)]


def test_a_blocker_of_several_runs_leaves_the_runs_between() -> None:
    assert set(pieces(LINE, [(0b111111,)], [(0b101101,)])) == {(0b010000,), (0b000010,)}


def test_a_hole_of_the_box_does_not_break_a_piece() -> None:
    # Among the classes 0, 2, 4 and 5 of the box, the blocked 0 comes before all the others.
    assert list(pieces(LINE, [(0b110101,)], [(0b000001,)])) == [(0b110100,)]


def test_blockers_that_cover_only_together_leave_nothing() -> None:
    bars: tuple[Box, ...] = ((0b001, 0b111), (0b110, 0b011), (0b110, 0b110))
    assert subtract(SQUARE, (SQUARE.full,), bars) == ()
    assert is_empty_difference(SQUARE, (SQUARE.full,), bars)


def test_a_blocked_corner_leaves_an_l_of_two_boxes() -> None:
    assert set(pieces(SQUARE, [SQUARE.full], [(0b001, 0b001)])) == {(0b110, 0b111), (0b001, 0b110)}


def test_a_category_field_may_have_more_distinct_masks_than_cuts_are_tried() -> None:
    # Class i of the first field is blocked for the classes 0 to i of the second.
    space = Space((20, 20), (False, False))
    stairs = tuple((1 << i, (2 << i) - 1) for i in range(20))
    left = subtract(space, (space.full,), stairs)
    assert left == subtract(space, (space.full,), stairs[::-1])
    assert set(points(space, left)) == {(i, j) for i in range(20) for j in range(20) if j > i}


def test_pieces_of_overlapping_boxes_are_disjoint() -> None:
    cross: tuple[Box, ...] = ((0b010, 0b111), (0b111, 0b010))
    parts = list(pieces(SQUARE, cross, []))
    assert sorted(point for part in parts for point in points(SQUARE, (part,))) == [
        (0, 1),
        (1, 0),
        (1, 1),
        (1, 2),
        (2, 1),
    ]


def test_a_clean_cut_is_preferred_to_a_balanced_one_that_straddles() -> None:
    """A table made by cutting keeps its one missing leaf whole.

    Field 0 parts the leaf A from the rest, field 1 the rest into P and Q, field 2 splits P into the missing
    leaf and another; fields 3 to 5 split Q into eight. Halving Q first would straddle but two blockers and
    balance perfectly; it would also cut the missing leaf in two.
    """
    space = Space((2,) * 6, (True,) * 6)
    a: Box = (1, 3, 3, 3, 3, 3)
    missing: Box = (2, 1, 1, 3, 3, 3)
    other_p: Box = (2, 1, 2, 3, 3, 3)
    q = [(2, 2, 3, x, y, z) for x in (1, 2) for y in (1, 2) for z in (1, 2)]
    assert list(pieces(space, [space.full], [a, other_p, *q])) == [missing]


def test_a_field_that_some_blocker_spans_has_no_empty_side() -> None:
    # The first blocker leaves the upper classes of field 0 free, the second does not; field 1 parts the two.
    assert cut.choose_cut(SQUARE, SQUARE.full, [(0b001, 0b110), (0b111, 0b001)]) == (1, 0b001)


def test_of_clean_cuts_the_most_balanced_is_taken() -> None:
    assert cut.choose_cut(LINE, LINE.full, [(1 << at,) for at in range(6)]) == (0, 0b000111)


def test_a_category_field_is_cut_where_fewest_straddle_not_along_the_commonest_mask() -> None:
    # {0, 1} is the commonest mask of field 0, and two of the others straddle it; {0, 1, 2} nobody straddles.
    space = Space((4, 3), (False, False))
    blockers = [
        (0b0011, 0b011),
        (0b0011, 0b110),
        (0b0110, 0b101),
        (0b0111, 0b011),
        (0b1000, 0b110),
    ]
    assert cut.choose_cut(space, space.full, blockers) == (0, 0b0111)


def test_one_point_among_two_thousand_million_is_found_in_one_cut_per_edge(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Spare class 4 of one field by each blocker.

    It is an inner class of six ordered fields, with two edges each, and one code of six category fields, told
    from the rest in one cut.
    """
    space = Space((6,) * 12, (True, False) * 6)
    slabs = [tuple(0b101111 if at == field else 0b111111 for at in range(12)) for field in range(12)]
    cuts = _count_cuts(monkeypatch)
    assert list(pieces(space, [space.full], slabs)) == [(0b010000,) * 12]
    assert len(cuts) == 18


def test_a_side_without_blockers_is_given_before_the_other_is_worked_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cuts = _count_cuts(monkeypatch)
    left_two_columns = [(0b001, 0b001), (0b001, 0b100), (0b010, 0b010)]
    assert next(pieces(SQUARE, [SQUARE.full], left_two_columns)) == (0b100, 0b111)
    assert len(cuts) == 1


def test_asking_for_one_piece_makes_none_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty independent pairs of fields, each with one blocked corner, leave at least 2 ** 20 pieces.

    No piece can hold two points that differ in the same pair by (0, 1) and (1, 0), for then it would hold the
    blocked (0, 0). On the way to the first piece each cut settles one of the forty fields.
    """
    space = Space((2,) * 40, (True,) * 40)
    corners = [tuple(0b01 if at // 2 == pair else 0b11 for at in range(40)) for pair in range(20)]
    cuts = _count_cuts(monkeypatch)
    assert not is_empty_difference(space, (space.full,), corners)
    assert len(cuts) <= 40


def test_simplify_drops_what_one_box_contains_and_keeps_the_sequence() -> None:
    small: Box = (0b001, 0b001)
    wide: Box = (0b111, 0b001)
    tall: Box = (0b010, 0b111)
    assert simplify((small, tall, wide, tall)) == (tall, wide)


def test_simplify_keeps_what_only_several_boxes_cover() -> None:
    halves_and_middle: tuple[Box, ...] = ((0b011, 0b111), (0b110, 0b111), (0b111, 0b010))
    assert simplify(halves_and_middle) == halves_and_middle


def test_intersect_meets_every_pair() -> None:
    columns: tuple[Box, ...] = ((0b001, 0b111), (0b100, 0b111))
    rows: tuple[Box, ...] = ((0b111, 0b001), (0b111, 0b011))
    assert intersect(columns, rows) == ((0b001, 0b011), (0b100, 0b011))


def test_a_cylinder_forgets_one_field() -> None:
    assert cylinder(SQUARE, ((0b001, 0b010), (0b100, 0b110)), 0) == ((0b111, 0b110),)
    assert cylinder(SQUARE, ((0b001, 0b010), (0b100, 0b100)), 1) == ((0b001, 0b111), (0b100, 0b111))


def test_restrict_keeps_what_reaches_the_mask() -> None:
    assert restrict(((0b011, 0b111), (0b100, 0b001)), 0, 0b010) == ((0b010, 0b111),)


def test_volume_is_exact_beyond_floating_point() -> None:
    space = Space((10,) * 30, (True, False, False) * 10)
    assert volume(space, subtract(space, (space.full,), ((1,) * 30,))) == 10**30 - 1


def test_points_come_once_each() -> None:
    cross: tuple[Box, ...] = ((0b010, 0b101), (0b111, 0b001))
    assert sorted(points(SQUARE, cross)) == [(0, 0), (1, 0), (1, 2), (2, 0)]


def _count_cuts(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []

    def counted(space: Space, box: Box, blockers: dict[Box, None]) -> tuple[int, int]:
        cuts.append(cut.choose_cut(space, box, blockers))
        return cuts[-1]

    monkeypatch.setattr(difference, "choose_cut", counted)
    return cuts
