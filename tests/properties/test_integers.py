"""The decision on integers, held against a listing of all points of small systems.

The same small systems are then asked far from the origin, and in coordinates in which they lie askew within
wide domains: neither changes whether there is a solution.
"""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from checker.regions import integers
from checker.regions.integers import Linear, Run, solve

Runs = tuple[Run, ...]
Point = tuple[int, ...]

REACH = 6
FACTORS = st.sampled_from((1, -1, 1, -1, 2, -2, 3, 5, -7, 10, -12))


class System(Struct, frozen=True):
    domains: tuple[Runs, ...]
    constraints: tuple[Linear, ...]

    def points(self) -> Iterator[Point]:
        for point in product(*([v for low, high in runs for v in range(low, high + 1)] for runs in self.domains)):
            if self.holds(point):
                yield point

    def holds(self, point: Point) -> bool:
        sums = (sum(factor * point[number] for number, factor in row.factors) for row in self.constraints)
        return all(map(lies, point, self.domains)) and all(map(lies, sums, (row.runs for row in self.constraints)))


def lies(value: int, runs: Runs) -> bool:
    return any(low <= value <= high for low, high in runs)


@st.composite
def run_unions(draw: st.DrawFn, reach: int, most: int) -> Runs:
    ends = sorted(draw(st.sets(st.integers(-reach, reach), max_size=2 * most)))
    if len(ends) % 2:
        ends.append(ends[-1])
    return tuple(zip(ends[::2], ends[1::2], strict=True))


@st.composite
def rows(draw: st.DrawFn, width: int) -> Linear:
    pairs = st.tuples(st.integers(0, max(width - 1, 0)), FACTORS)
    factors = tuple(draw(st.lists(pairs, max_size=4 if width else 0)))
    exact = st.integers(-3 * REACH, 3 * REACH).map(lambda value: ((value, value),))
    return Linear(factors, draw(st.one_of(run_unions(4 * REACH, 2), exact)))


@st.composite
def systems(draw: st.DrawFn) -> System:
    width = draw(st.integers(0, 4))
    domains = tuple(draw(run_unions(REACH, 2)) for _ in range(width))
    return System(domains, tuple(draw(st.lists(rows(width), max_size=4))))


@given(systems())
def test_a_solution_is_found_exactly_when_there_is_one(system: System) -> None:
    found = solve(system.domains, system.constraints)
    if found is None:
        assert next(system.points(), None) is None
    else:
        assert system.holds(found)


@given(systems())
def test_layers_alone_decide_the_same(system: System) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(integers, "EASY_STEPS", 0)
        found = solve(system.domains, system.constraints)
    if found is None:
        assert next(system.points(), None) is None
    else:
        assert system.holds(found)


def moved(runs: Runs, by: int) -> Runs:
    return tuple((low + by, high + by) for low, high in runs)


@given(systems(), st.lists(st.integers(-(10**19), 10**19), min_size=4, max_size=4))
def test_the_distance_from_the_origin_changes_nothing(system: System, by: list[int]) -> None:
    domains = tuple(moved(runs, by[number]) for number, runs in enumerate(system.domains))
    constraints = tuple(
        Linear(row.factors, moved(row.runs, sum(factor * by[number] for number, factor in row.factors)))
        for row in system.constraints
    )
    found = solve(domains, constraints)
    assert (found is None) == (next(system.points(), None) is None)
    if found is not None:
        assert System(domains, constraints).holds(found)


def sheared(factors: tuple[tuple[int, int], ...], shears: list[tuple[int, int, int]], width: int) -> Linear:
    """Write a sum in the coordinates after each shear, which adds a multiple of one variable to another."""
    weights = [sum(factor for number, factor in factors if number == at) for at in range(width)]
    for target, source, times in shears:
        if target % width != source % width:
            weights[source % width] += times * weights[target % width]
    return Linear(tuple((number, weight) for number, weight in enumerate(weights) if weight), ())


@given(
    systems().filter(lambda system: bool(system.domains)),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(-9, 9)), max_size=6),
)
def test_coordinates_askew_change_nothing(system: System, shears: list[tuple[int, int, int]]) -> None:
    width = len(system.domains)
    units = [Linear(((number, 1),), runs) for number, runs in enumerate(system.domains)]
    askew = tuple(
        Linear(sheared(row.factors, shears, width).factors, row.runs) for row in (*units, *system.constraints)
    )
    wide: tuple[Runs, ...] = (((-(10**19), 10**19),),) * width
    found = solve(wide, askew)
    assert (found is None) == (next(system.points(), None) is None)
    if found is not None:
        assert System(wide, askew).holds(found)
