"""Largest sets of boxes that share a point, held against a look at every point of a small space."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from checker.regions import Region, Space, overlap_sets
from tests.properties.test_regions import listed, regions, shapes, small_spaces

narrow_spaces = shapes(st.lists(st.integers(3, 5), min_size=1, max_size=2))


class Table(Struct, frozen=True):
    space: Space
    rows: Region

    @property
    def expected(self) -> set[tuple[int, ...]]:
        """Say who holds each point; of these sets, leave those that lie in no other."""
        held = [listed((row,)) for row in self.rows]
        points = set().union(*held)
        groups = {frozenset(number for number, row in enumerate(held) if point in row) for point in points}
        largest = {group for group in groups if len(group) > 1 and not any(group < other for other in groups)}
        return {tuple(sorted(group)) for group in largest}


@st.composite
def tables(draw: st.DrawFn, most: int = 9) -> Table:
    space = draw(st.one_of(small_spaces, narrow_spaces))
    return Table(space, draw(regions(space, most)))


@given(tables())
def test_the_sets_are_those_of_a_look_at_every_point(table: Table) -> None:
    found = overlap_sets(table.space, table.rows)
    assert found.complete
    assert {members for members, _ in found.sets} == table.expected
    assert len(found.sets) == len(table.expected)


@given(tables())
def test_the_common_box_is_all_that_the_members_share(table: Table) -> None:
    for members, common in overlap_sets(table.space, table.rows).sets:
        shared = set.intersection(*(listed((table.rows[number],)) for number in members))
        assert listed((common,)) == shared != set()


@given(tables())
def test_sets_come_in_sequence(table: Table) -> None:
    members = [members for members, _ in overlap_sets(table.space, table.rows).sets]
    assert members == sorted(members)
    assert all(list(group) == sorted(group) for group in members)


@given(tables(), st.integers(0, 6))
def test_what_is_found_within_few_steps_is_right_and_said_to_be_a_part(table: Table, steps: int) -> None:
    found = overlap_sets(table.space, table.rows, steps=steps)
    members = {members for members, _ in found.sets}
    assert members <= table.expected
    assert members == table.expected or not found.complete


def test_sets_of_classes_may_meet_two_by_two_and_share_nothing() -> None:
    space = Space((3,), (False,))
    found = overlap_sets(space, [(0b011,), (0b110,), (0b101,)])
    assert found.sets == (((0, 1), (0b010,)), ((0, 2), (0b001,)), ((1, 2), (0b100,)))


def test_a_row_that_stands_alone_is_in_no_set() -> None:
    space = Space((4,), (True,))
    assert overlap_sets(space, [(0b0001,), (0b0110,), (0b0100,)]).sets == (((1, 2), (0b0100,)),)


def test_a_thousand_boxes_within_one_another_are_one_set() -> None:
    space = Space((1000,), (True,))
    nested = [((1 << width) - 1,) for width in range(1, 1001)]
    assert overlap_sets(space, nested).sets == ((tuple(range(1000)), (1,)),)
