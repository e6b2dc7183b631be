"""Integer points of small linear systems: whether there is one, and which.

Takes a finite set of integers for each variable and, for some sums of multiples of variables, the set the sum
must lie in; gives one solution, or None when there is provably none. The effort does not grow with the width
of the sets:

1. Normal form. Constraints are divided by the common divisor of their factors, those on one sum become one,
   those on one variable narrow its domain.
2. Relaxation. Sets are widened to their hulls and fractions admitted; the simplex method settles that.
3. Branching. Where the relaxed point falls between two runs, or is a fraction, the system is cut in two.
4. Layers. When that takes long, solutions are few or none and lie askew. The extents of all sums are then
   measured, a basis of the integers is reduced in that measure, and branching goes along the basis, where
   few layers of integers cross the relaxation.

Must not know what a variable or a constraint stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil, floor, gcd
from operator import mul
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from fractions import Fraction

# How many systems are looked at along the axes before layers are sought, and then along the layers.
EASY_STEPS = 24
STEPS = 2000

Run = tuple[int, int]
Runs = tuple[Run, ...]
_Factors = tuple[tuple[int, int], ...]
_Row = tuple[int, ...]
_Point: TypeAlias = "list[Fraction]"


class Linear(Struct, frozen=True):
    """The sum of factor times variable lies in one of the runs.

    `factors` pairs numbers of variables with factors other than zero. Runs include both ends, are disjoint
    and ascend; without runs the constraint cannot hold.
    """

    factors: _Factors
    runs: Runs


class SearchLimitError(Exception):
    """Neither a solution nor a proof that there is none was found within the steps."""


class _System(Struct, frozen=True):
    """Runs of the variables, then of the rows, which hold a factor for each variable."""

    rows: tuple[_Row, ...]
    runs: tuple[Runs, ...]

    @property
    def width(self) -> int:
        return len(self.runs) - len(self.rows)

    @property
    def hull(self) -> Runs:
        return tuple((runs[0][0], runs[-1][1]) for runs in self.runs)


def solve(domains: Sequence[Runs], constraints: Sequence[Linear]) -> tuple[int, ...] | None:
    """Find a value for each variable that satisfies every constraint; None when there is provably none.

    Raises SearchLimitError. The same system always has the same solution.
    """
    system = _normal(domains, constraints)
    if system is None:
        return None
    try:
        return _search(system, range(system.width), EASY_STEPS)
    except SearchLimitError:
        tight = _tighten(system)
        return None if tight is None else _search(*_layered(tight), STEPS)


def _normal(domains: Sequence[Runs], constraints: Iterable[Linear]) -> _System | None:
    """Bring a system to normal form; None when a constraint by itself cannot hold."""
    space = list(domains)
    sums: dict[_Row, Runs] = {}
    for constraint in constraints:
        row, runs = _primitive(constraint, len(space))
        used = [number for number, factor in enumerate(row) if factor]
        if len(used) == 1:
            space[used[0]] = _meet(space[used[0]], runs)
        else:
            sums[row] = _meet(sums.get(row, runs), runs)
    if not all(space):
        return None
    reached = tuple(_meet(runs, (_reach(row, space),)) for row, runs in sums.items())
    return _System(tuple(sums), (*space, *reached)) if all(reached) else None


def _primitive(constraint: Linear, width: int) -> tuple[_Row, Runs]:
    """Divide a constraint by the common divisor of its factors; the first factor becomes positive."""
    row = [0] * width
    for number, factor in constraint.factors:
        row[number] += factor
    divisor = gcd(*row) or 1
    runs = constraint.runs
    if next(filter(None, row), 1) < 0:
        row = [-factor for factor in row]
        runs = tuple((-high, -low) for low, high in reversed(runs))
    divided = ((-(-low // divisor), high // divisor) for low, high in runs)
    return tuple(factor // divisor for factor in row), tuple((low, high) for low, high in divided if low <= high)


def _reach(row: _Row, space: Sequence[Runs]) -> Run:
    """Give the least and the greatest sum within the hulls of the domains."""
    ends = [(factor * runs[0][0], factor * runs[-1][1]) for factor, runs in zip(row, space, strict=True)]
    return sum(map(min, ends)), sum(map(max, ends))


def _meet(a: Runs, b: Runs) -> Runs:
    common = ((max(low, bottom), min(high, top)) for low, high in a for bottom, top in b)
    return tuple((low, high) for low, high in common if low <= high)


def _search(system: _System, order: Sequence[int], steps: int) -> tuple[int, ...] | None:
    """Cut the system until a relaxed point is a solution or nothing is left.

    When every variable or row of the order is an integer, all variables must be.
    """
    tableau = _Tableau(system)
    stack = [system.hull]
    while stack:
        if not steps:
            raise SearchLimitError
        steps -= 1
        bounds = stack.pop()
        if not tableau.settle(bounds):
            continue
        point = tableau.point()
        cut = _gap(system.runs, point) or _fraction(order, point)
        if cut is None:
            return tuple(map(int, point[: system.width]))
        stack += _sides(bounds, point, cut)
    return None


# The number of a variable or row, the greatest value on its lower side and the least on its upper side.
_Cut = tuple[int, int, int]


def _gap(all_runs: Sequence[Runs], point: _Point) -> _Cut | None:
    for number, runs in enumerate(all_runs):
        for (_, below), (above, _) in pairwise(runs):
            if below < point[number] < above:
                return number, below, above
    return None


def _fraction(order: Iterable[int], point: _Point) -> _Cut | None:
    number = next((number for number in order if point[number].denominator > 1), None)
    return None if number is None else (number, floor(point[number]), ceil(point[number]))


def _sides(bounds: Runs, point: _Point, cut: _Cut) -> list[Runs]:
    """Give both sides of a cut; the one nearer to the point comes last, to be taken up first."""
    number, below, above = cut
    (low, high), rest = bounds[number], bounds[number + 1 :]
    lower = (*bounds[:number], (low, below), *rest)
    upper = (*bounds[:number], (above, high), *rest)
    return [upper, lower] if 2 * point[number] <= below + above else [lower, upper]


def _tighten(system: _System) -> _System | None:
    """Narrow all runs to what the relaxation reaches; None when that leaves no integer somewhere."""
    tableau = _Tableau(system)
    if not tableau.settle(system.hull):
        return None
    numbers = range(len(system.runs))
    reached = [(ceil(tableau.extreme(number, -1)), floor(tableau.extreme(number, 1))) for number in numbers]
    runs = tuple(_meet(admitted, (run,)) for admitted, run in zip(system.runs, reached, strict=True))
    return _System(system.rows, runs) if all(runs) else None


def _layered(system: _System) -> tuple[_System, Sequence[int]]:
    """Add rows along which few layers of integers cross the system, and the order in which to cut them.

    Each variable and row measures a direction by its own extent in the system, so that one which is fixed
    outweighs all that can move; the new rows are the coordinates in a basis reduced in that measure.
    """
    width = system.width
    units = tuple(tuple(int(a == b) for b in range(width)) for a in range(width))
    extents = [high - low for low, high in system.hull]
    unit = 8 * max([1, *extents])
    scales = [(unit // extent if extent else unit << 64) ** 2 for extent in extents]
    measured = list(zip(scales, units + system.rows, strict=True))
    gram = [[sum(scale * row[a] * row[b] for scale, row in measured) for b in range(width)] for a in range(width)]
    layers = _reduced(gram)
    runs = tuple((_reach(layer, system.runs[:width]),) for layer in layers)
    count = len(system.runs)
    return _System(system.rows + layers, system.runs + runs), range(count + width - 1, count - 1, -1)


def _reduced(gram: list[list[int]]) -> tuple[_Row, ...]:
    """Reduce the unit vectors in a scalar product (Lenstra, Lenstra, Lovász); give the coordinate forms.

    Integers only: `minors[k]` is the determinant of the first k vectors, `slant[k][j] / minors[j + 1]` the
    share of orthogonalised vector j in vector k.
    """
    size = len(gram)
    forms = [[int(a == b) for b in range(size)] for a in range(size)]
    slant, minors = [[0] * size for _ in range(size)], [1] + [0] * size
    k = 0
    while k < size:
        _orthogonalise(gram, slant, minors, k)
        for j in reversed(range(k)):
            _subtract(gram, slant, forms, k, j, (2 * slant[k][j] + minors[j + 1]) // (2 * minors[j + 1]))
        if k and 4 * (minors[k + 1] * minors[k - 1] + slant[k][k - 1] ** 2) < 3 * minors[k] ** 2:
            for row in gram:
                row[k - 1], row[k] = row[k], row[k - 1]
            gram[k - 1], gram[k] = gram[k], gram[k - 1]
            forms[k - 1], forms[k] = forms[k], forms[k - 1]
            k -= 1
        else:
            k += 1
    return tuple(map(tuple, forms))


def _orthogonalise(gram: list[list[int]], slant: list[list[int]], minors: list[int], k: int) -> None:
    for j in range(k + 1):
        share = gram[k][j]
        for before in range(j):
            share = (minors[before + 1] * share - slant[k][before] * slant[j][before]) // minors[before]
        slant[k][j] = share
    minors[k + 1] = slant[k][k]


def _subtract(
    gram: list[list[int]], slant: list[list[int]], forms: list[list[int]], k: int, j: int, times: int
) -> None:
    """Take a multiple of basis vector j from basis vector k."""
    if not times:
        return
    gram[k] = [a - times * b for a, b in zip(gram[k], gram[j], strict=True)]
    for row in gram:
        row[k] -= times * row[j]
    for before in range(j + 1):
        slant[k][before] -= times * slant[j][before]
    forms[j] = [a + times * b for a, b in zip(forms[j], forms[k], strict=True)]


class _Tableau:
    """A simplex tableau: basic numbers as exact sums of free ones, which are always integers within bounds.

    Line i says divisors[i] × basic[i] = the sum of lines[i][c] × free[c]. The lowest number is preferred in
    every choice, so that no tableau comes twice and each method ends.
    """

    def __init__(self, system: _System) -> None:
        count = len(system.runs)
        self.free = list(range(system.width))
        self.basic = list(range(system.width, count))
        self.lines = [list(row) for row in system.rows]
        self.divisors = [1] * len(self.lines)
        self.bounds: Runs = ()
        self.at = [0] * count

    def settle(self, bounds: Runs) -> bool:
        """Find a point within the bounds; False when there is none."""
        self.bounds = bounds
        for number in self.free:
            low, high = bounds[number]
            self.at[number] = min(max(self.at[number], low), high)
        while (broken := self._broken()) is not None:
            line, bound, sign = broken
            column = self._mover(self.lines[line], sign)
            if column is None:
                return False
            self._exchange(line, column, bound)
        return True

    def point(self) -> _Point:
        from fractions import Fraction  # here, for most runs of the program settle no system

        values = [Fraction(value) for value in self.at]
        for number, total, divisor in zip(self.basic, self._totals(), self.divisors, strict=True):
            values[number] = Fraction(total, divisor)
        return values

    def extreme(self, number: int, sign: int) -> Fraction:
        """Move a settled point to the least (-1) or greatest (1) value of a variable or row."""
        while True:
            if number in self.basic:
                goal = self.lines[self.basic.index(number)]
            else:
                goal = [int(other == number) for other in self.free]
            column = self._mover(goal, sign)
            if column is None:
                return self.point()[number]
            self._advance(column, sign if goal[column] > 0 else -sign)

    def _totals(self) -> list[int]:
        values = [self.at[number] for number in self.free]
        return [sum(map(mul, line, values)) for line in self.lines]

    def _broken(self) -> tuple[int, int, int] | None:
        """Give the first line out of bounds, the bound it breaks and the direction back."""
        broken: list[tuple[int, int, int, int]] = []
        for line, total in enumerate(self._totals()):
            low, high = self.bounds[self.basic[line]]
            if total < low * self.divisors[line]:
                broken.append((self.basic[line], line, low, 1))
            elif total > high * self.divisors[line]:
                broken.append((self.basic[line], line, high, -1))
        return min(broken)[1:] if broken else None

    def _mover(self, goal: list[int], sign: int) -> int | None:
        """Find a free number that can move a sum up (1) or down (-1)."""
        movers: list[tuple[int, int]] = []
        for column, factor in enumerate(goal):
            number = self.free[column]
            if factor and self.at[number] != self.bounds[number][factor * sign > 0]:
                movers.append((number, column))
        return min(movers)[1] if movers else None

    def _advance(self, column: int, sign: int) -> None:
        """Move a free number until it or a basic one meets a bound."""
        from fractions import Fraction

        number = self.free[column]
        own = self.bounds[number][sign > 0]
        stops = [(Fraction(abs(own - self.at[number])), number, -1, own)]
        for line, total in enumerate(self._totals()):
            if factor := self.lines[line][column]:
                bound = self.bounds[self.basic[line]][factor * sign > 0]
                reach = Fraction(abs(bound * self.divisors[line] - total), abs(factor))
                stops.append((reach, self.basic[line], line, bound))
        _, _, line, bound = min(stops)
        if line < 0:
            self.at[number] = own
        else:
            self._exchange(line, column, bound)

    def _exchange(self, line: int, column: int, bound: int) -> None:
        """Free the basic number of a line at a bound; the free number of the column becomes basic."""
        pivot, divisor = self.lines[line][column], self.divisors[line]
        sign = 1 if pivot > 0 else -1
        solved = [-sign * factor for factor in self.lines[line]]
        solved[column] = sign * divisor
        for other, factors in enumerate(self.lines):
            if other != line and (share := factors[column]):
                factors[column] = 0
                self._store(
                    other, [abs(pivot) * a + share * b for a, b in zip(factors, solved, strict=True)], abs(pivot)
                )
        self.divisors[line] = 1
        self._store(line, solved, abs(pivot))
        self.basic[line], self.free[column] = self.free[column], self.basic[line]
        self.at[self.free[column]] = bound

    def _store(self, line: int, factors: list[int], times: int) -> None:
        divisor = self.divisors[line] * times
        common = gcd(divisor, *factors)
        self.lines[line] = [factor // common for factor in factors]
        self.divisors[line] = divisor // common
