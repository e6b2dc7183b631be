"""Covers of random sets, held against plain sets of points: what is covered, what is not met, what cannot be bettered.

The region and the blockers may overlap; what lies in neither is of no matter. Each law holds of both methods.
"""

from collections.abc import Callable, Iterator
from itertools import combinations
from math import prod

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from checker.regions import (
    Box,
    Caps,
    Cover,
    Region,
    Space,
    contains,
    cover,
    is_empty_difference,
    overlaps,
    pieces,
    subtract,
    volume,
)
from checker.regions.growth import Growth
from checker.regions.measure import Measure
from tests.properties.test_regions import Points, is_run, large_spaces, listed, regions, small_spaces

few = settings(max_examples=40)

# Caps that small sets meet, one sooner than another.
TIGHT = (
    Caps(pieces=2, nodes=0, headline=2),
    Caps(pieces=2, nodes=12, headline=2),
    Caps(pieces=2, boxes=1, headline=1),
    Caps(pairs=0, boxes=1, headline=3),
    Caps(pieces=3, steps=3),
    Caps(seconds=0),
)
METHODS = {"pieces": Caps(), "diagram": Caps(pieces=0)}
both_methods = pytest.mark.parametrize("method", METHODS)


class Task(Struct, frozen=True):
    """What is to be covered: a region, and blockers that no box may meet."""

    space: Space
    region: Region
    blockers: Region

    @property
    def wanted(self) -> Points:
        return listed(self.region) - listed(self.blockers)

    def covered(self, method: str, keep: Callable[[Box], bool] | None = None) -> Cover:
        return cover(self.space, self.region, self.blockers, caps=METHODS[method], keep=keep)


@st.composite
def tasks(draw: st.DrawFn, spaces: st.SearchStrategy[Space] = small_spaces, most: int = 7) -> Task:
    space = draw(spaces)
    return Task(space, draw(regions(space, most)), draw(regions(space, most)))


@st.composite
def gaps(draw: st.DrawFn) -> Task:
    """Cover all that some boxes leave of a space: the common use."""
    space = draw(small_spaces)
    blockers = draw(regions(space, 12))
    return Task(space, (space.full,), blockers)


def grown(space: Space, box: Box) -> Iterator[Box]:
    """Give every box that has one class more in one field; on an ordered field next to those it has."""
    for field, mask in enumerate(box):
        for value in range(space.widths[field]):
            near = mask >> value + 1 & 1 or (value and mask >> value - 1 & 1)
            if not mask >> value & 1 and (near or not space.ordered[field]):
                yield (*box[:field], mask | 1 << value, *box[field + 1 :])


@few
@both_methods
@given(task=st.one_of(tasks(), gaps()))
def test_boxes_hold_all_that_is_wanted_and_meet_no_blocker(method: str, task: Task) -> None:
    found, wanted = task.covered(method), task.wanted
    held = listed(found.boxes)
    assert found.complete
    assert wanted <= held
    assert not held & listed(task.blockers)
    assert found.volume == found.covered == len(wanted)


@few
@both_methods
@given(task=st.one_of(tasks(), gaps()))
def test_no_box_can_grow_by_one_class_and_runs_stay_runs(method: str, task: Task) -> None:
    blocked = listed(task.blockers)
    for box in task.covered(method).boxes:
        assert all(listed((larger,)) & blocked for larger in grown(task.space, box))
        assert all(is_run(mask) for mask, ordered in zip(box, task.space.ordered, strict=True) if ordered)


@few
@both_methods
@given(task=st.one_of(tasks(), gaps()))
def test_each_box_is_needed(method: str, task: Task) -> None:
    wanted, found = task.wanted, task.covered(method).boxes
    for at in range(len(found)):
        assert wanted - listed(found[:at] + found[at + 1 :])


@few
@both_methods
@given(task=tasks())
def test_the_box_that_adds_most_comes_next(method: str, task: Task) -> None:
    left, found = task.wanted, task.covered(method).boxes
    for at, box in enumerate(found[: Caps().headline]):
        added = len(left & listed((box,)))
        assert all(len(left & listed((other,))) <= added for other in found[at:])
        left -= listed((box,))


@few
@both_methods
@given(task=tasks(), data=st.data())
def test_the_sequence_of_blockers_changes_nothing(method: str, task: Task, data: st.DataObject) -> None:
    shuffled = tuple(data.draw(st.permutations(task.blockers + task.blockers[:2])))
    assert task.covered(method) == Task(task.space, task.region, shuffled).covered(method)


@few
@both_methods
@given(task=tasks(), data=st.data())
def test_what_holds_nothing_real_need_not_be_covered(method: str, task: Task, data: st.DataObject) -> None:
    real = listed(data.draw(regions(task.space, 3)))
    asked: list[Box] = []

    def keep(box: Box) -> bool:
        asked.append(box)
        return bool(listed((box,)) & real)

    found, wanted = task.covered(method, keep), task.wanted
    assert wanted & real <= listed(found.boxes)
    assert all(listed((box,)) & real for box in found.boxes)
    assert found.complete
    assert found.volume is not None
    assert len(wanted & real) <= found.volume == found.covered <= len(wanted & listed(found.boxes))
    assert len(asked) == len(set(asked))


@few
@both_methods
@given(task=tasks(large_spaces, most=4))
def test_large_sets_are_covered_exactly(method: str, task: Task) -> None:
    space, found = task.space, task.covered(method)
    wanted = subtract(space, task.region, task.blockers)
    assert is_empty_difference(space, wanted, found.boxes)
    assert not list(overlaps(found.boxes, task.blockers))
    assert volume(space, wanted) == found.volume


@few
@both_methods
@given(task=tasks(), data=st.data())
def test_weights_count_values(method: str, task: Task, data: st.DataObject) -> None:
    sizes = [data.draw(st.lists(st.integers(1, 9), min_size=w, max_size=w)) for w in task.space.widths]
    expected = sum(prod(sizes[at][value] for at, value in enumerate(point)) for point in task.wanted)
    found = cover(task.space, task.region, task.blockers, caps=METHODS[method], weights=sizes)
    assert found.volume == found.covered == expected
    assert volume(task.space, subtract(task.space, task.region, task.blockers), sizes) == expected


@few
@given(task=gaps(), data=st.data())
def test_a_box_is_grown_with_the_fewest_fields_there_can_be(task: Task, data: st.DataObject) -> None:
    """Try every set of fields: the whole of the others must meet no blocker."""
    parts = list(pieces(task.space, task.region, task.blockers))
    assume(parts)
    part, full, blocked = data.draw(st.sampled_from(parts)), task.space.full, listed(task.blockers)
    fewest = min(
        len(fields)
        for size in range(len(full) + 1)
        for fields in combinations(range(len(full)), size)
        if not blocked & listed((tuple(part[at] if at in fields else full[at] for at in range(len(full))),))
    )
    box = Growth(task.space, task.blockers, Measure(task.space)).grow(part)
    assert contains(box, part)
    assert sum(mask != whole for mask, whole in zip(box, full, strict=True)) == fewest


@few
@given(task=gaps(), caps=st.sampled_from(TIGHT))
def test_a_headline_claims_no_more_than_it_holds(task: Task, caps: Caps) -> None:
    found, wanted = cover(task.space, task.region, task.blockers, caps=caps), task.wanted
    held = listed(found.boxes)
    assert not held & listed(task.blockers)
    assert found.covered == len(wanted & held)
    assert found.volume in (None, len(wanted))
    assert found.complete == (found.covered == found.volume)
    assert found.complete or found.limits
    assert found.complete or len(found.boxes) <= caps.headline
