"""Decision tables like those of the published benchmark: one rule for each leaf of a tree grown on loans.

After Calvanese, Dumas, Laurson, Maggi, Montali and Teinemaa, *Semantics, analysis and simplification of DMN decision
tables*, Information Systems 78 (2018). Their loans are not at hand, so sixty thousand are made up from a seed: five
columns of categories, ten of numbers, and one of seven grades from a noisy weighted score. A tree with as many leaves
as rules are wanted is grown on the first columns, best split first; a column of categories is split into its single
values, or in two sets of them where cells may hold several. Then one cell of some rules is moved by one step on both
sides, outward so that rules overlap or inward so that cases are missing, and the rules are shuffled.

Gives columns and rows with values in their cells and knows neither rule files nor regions. The same arguments always
give the same table.
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from operator import itemgetter
from typing import Literal, TypeAlias

from msgspec import Struct

LOANS = 60_000
SEED = 7
GRADES = "ABCDEFG"
# Thresholds between which a column of numbers may be split: quantiles of the loans.
BINS = 256
# How little a split of a category in k single values weighs against one in two: its gain is divided by (k - 1) ** this.
MANY = 0.7
# A bin and a grade in one number: the bin times this, and the grade.
_WIDTH = 8

Cell: TypeAlias = tuple[int, int] | frozenset[str] | None
Noise = Literal["none", "widened", "shrunk"]


class Column(Struct, frozen=True):
    """What a column is about: the values of a category, or the least and the greatest number."""

    name: str
    kind: Literal["category", "number"]
    values: tuple[str, ...] = ()
    low: int = 0
    high: int = 0


class Row(Struct, frozen=True):
    """A rule: for each column a range, both ends included, a set of values, or None for any; and its grade."""

    cells: tuple[Cell, ...]
    grade: str


class Workload(Struct, frozen=True):
    """A table of rules."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def loans(rules: int, columns: int, noise: Noise = "none", share: int = 10, multivalued: bool = False) -> Workload:
    """Grow a table of so many rules on so many columns; noise moves a cell in so many of a hundred rules.

    Without noise every case falls under exactly one rule.
    """
    table = [_made(number) for number in range(columns)]
    leaves = _grown(rules, columns, multivalued)
    chance = Chance(SEED + rules * 100 + columns)
    rows = [Row(tuple(map(_cell, table, leaf.bins)), leaf.grade) for leaf in leaves]
    chance.shuffle(rows)
    if noise != "none":
        move = _widened if noise == "widened" else _shrunk
        for at in range(rules * share // 100):
            rows[at] = _moved(rows[at], [made.column for made in table], move, chance)
        chance.shuffle(rows)
    return Workload(tuple(made.column for made in table), tuple(rows))


class Chance:
    """Numbers without visible order from a seed (a linear congruential generator)."""

    def __init__(self, seed: int) -> None:
        self._state = seed * 0x9E3779B97F4A7C15 & (1 << 64) - 1
        self.below(2)

    def below(self, limit: int) -> int:
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        return (self._state >> 33) * limit >> 31

    def share(self) -> float:
        return self.below(1 << 31) / (1 << 31)

    def bell(self) -> float:
        """Give a number around 0, spread about 1, nearly as the normal distribution has them."""
        return 2 * (self.share() + self.share() + self.share() - 1.5)

    def shuffle(self, rows: list[Row]) -> None:
        for last in range(len(rows) - 1, 0, -1):
            other = self.below(last + 1)
            rows[last], rows[other] = rows[other], rows[last]


class _Plan(Struct, frozen=True):
    """How a column is made up: a category of so many values, or a number by a formula; and its part in the score."""

    name: str
    weight: float
    values: int = 0
    number: Callable[[Chance], float] = Chance.share
    high: int = 0


# Whoever asks for three columns has one category and two numbers; the small categories come late.
_PLANS = (
    _Plan("income", -1.3, number=lambda chance: 52_000 * math.exp(0.6 * chance.bell()), high=400_000),
    _Plan("purpose", 0.5, values=14),
    _Plan("amount", 0.8, number=lambda chance: 1_000 + 34_000 * chance.share() ** 1.4, high=40_000),
    _Plan("utilisation", 1.2, number=lambda chance: 1_000 * chance.share() ** 0.8, high=1_500),
    _Plan("state", 0.3, values=50),
    _Plan("debt_ratio", 1.0, number=lambda chance: 180 + 80 * chance.bell(), high=600),
    _Plan("inquiries", 0.9, number=lambda chance: -1.1 * math.log(1 - 0.999 * chance.share()), high=33),
    _Plan("credit_months", -0.8, number=lambda chance: 180 + 70 * chance.bell(), high=900),
    _Plan("home", 0.4, values=4),
    _Plan("delinquencies", 0.7, number=lambda chance: -0.6 * math.log(1 - 0.999 * chance.share()), high=39),
    _Plan("balance", 0.5, number=lambda chance: 14_000 * math.exp(0.8 * chance.bell()), high=900_000),
    _Plan("employment", 0.3, values=12),
    _Plan("accounts", -0.4, number=lambda chance: 25 + 9 * chance.bell(), high=160),
    _Plan("open_accounts", 0.4, number=lambda chance: 11 + 4 * chance.bell(), high=80),
    _Plan("verification", 0.4, values=3),
)


class _Made(Struct, frozen=True):
    """A column, where each of its bins begins, and the bin of every loan; the bins of a category are its values."""

    column: Column
    starts: tuple[int, ...]
    bins: list[int]


@cache
def _made(number: int) -> _Made:
    plan, chance = _PLANS[number], Chance(SEED + number)
    if plan.values:
        reach = list(accumulate(1 / (rank + 1) for rank in range(plan.values)))
        names = tuple(f"{plan.name}_{value + 1}" for value in range(plan.values))
        drawn = [bisect_right(reach, chance.share() * reach[-1]) for _ in range(LOANS)]
        return _Made(Column(plan.name, "category", names), tuple(range(plan.values)), drawn)
    values = [min(max(int(plan.number(chance)), 0), plan.high) for _ in range(LOANS)]
    ranked = sorted(values)
    starts = tuple(sorted({0, *(ranked[LOANS * at // BINS] for at in range(1, BINS))}))
    bins = [bisect_right(starts, value) - 1 for value in values]
    return _Made(Column(plan.name, "number", low=0, high=plan.high), starts, bins)


@cache
def _codes() -> list[list[int]]:
    """Give for every column and loan its bin and its grade in one number."""
    chance = Chance(SEED + 100)
    table = [_made(number) for number in range(len(_PLANS))]
    scores = [3 * chance.bell() for _ in range(LOANS)]
    for plan, made in zip(_PLANS, table, strict=True):
        # The values of a category count in a sequence of their own, unlike that of how common they are.
        size = len(made.starts)
        worth = [plan.weight * 4 * ((bin_ * 7 % size if plan.values else bin_) / size - 0.5) for bin_ in range(size)]
        scores = [score + worth[bin_] for score, bin_ in zip(scores, made.bins, strict=True)]
    ranked = sorted(scores)
    bounds = [ranked[LOANS * at // len(GRADES)] for at in range(1, len(GRADES))]
    grades = [bisect_right(bounds, score) for score in scores]
    return [[bin_ * _WIDTH + grade for bin_, grade in zip(made.bins, grades, strict=True)] for made in table]


class _Node(Struct, frozen=True):
    """A part of the space, as a set of bins for each column, and the loans in it."""

    bins: tuple[frozenset[int], ...]
    loans: tuple[int, ...]
    grade: str


class _Split(Struct, frozen=True):
    """A column, the sets of bins into which it parts a node, and what is gained, many small parts counting less."""

    gain: float
    column: int
    parts: tuple[frozenset[int], ...]


@cache
def _grown(rules: int, columns: int, multivalued: bool) -> tuple[_Node, ...]:
    """Grow a tree until it has so many leaves."""
    root = _Node(tuple(frozenset(range(len(_made(at).starts))) for at in range(columns)), tuple(range(LOANS)), "")
    leaves, splits = {0: root}, {0: _splits(root, multivalued)}
    waiting = [(-splits[0][0].gain, 0)]
    count = made = 1
    while count < rules:
        _, number = heapq.heappop(waiting)
        fitting = [split for split in splits.pop(number) if count + len(split.parts) - 1 <= rules]
        if not fitting:
            continue
        children = _parted(leaves.pop(number), fitting[0])
        count += len(children) - 1
        for child in children:
            leaves[made] = child
            splits[made] = _splits(child, multivalued)
            if splits[made]:
                heapq.heappush(waiting, (-splits[made][0].gain, made))
            made += 1
    return tuple(leaves.values())


def _parted(node: _Node, split: _Split) -> list[_Node]:
    codes, column = _codes()[split.column], split.column
    part_of = {bin_: at for at, part in enumerate(split.parts) for bin_ in part}
    members: list[list[int]] = [[] for _ in split.parts]
    for loan in node.loans:
        members[part_of[codes[loan] // _WIDTH]].append(loan)
    grades = _codes()[0]
    return [
        _Node(
            (*node.bins[:column], part, *node.bins[column + 1 :]),
            tuple(inside),
            GRADES[_commonest(grades[loan] % _WIDTH for loan in inside)] if inside else GRADES[len(GRADES) // 2],
        )
        for part, inside in zip(split.parts, members, strict=True)
    ]


def _commonest(grades: Iterator[int]) -> int:
    tally = Counter(grades)
    return min(tally, key=lambda grade: (-tally[grade], grade))


def _splits(node: _Node, multivalued: bool) -> list[_Split]:
    """Give the best split of each column that gains anything, best first."""
    found: list[_Split] = []
    for column, bins in enumerate(node.bins):
        if len(bins) > 1 and len(node.loans) > 1:
            tally = Counter(map(_codes()[column].__getitem__, node.loans))
            number = _made(column).column.kind == "number"
            if number or multivalued:
                split = _halves(column, bins, _by_bin(tally), number)
            else:
                split = _singles(column, bins, _by_bin(tally))
            if split.gain > 1e-9:
                found.append(split)
    return sorted(found, key=lambda split: (-split.gain, split.column))


def _by_bin(tally: Counter[int]) -> dict[int, list[int]]:
    """Count the loans of each grade in each bin that has any, bins ascending."""
    counts: dict[int, list[int]] = {}
    for code in sorted(tally):
        counts.setdefault(code // _WIDTH, [0] * len(GRADES))[code % _WIDTH] = tally[code]
    return counts


def _singles(column: int, bins: frozenset[int], counts: dict[int, list[int]]) -> _Split:
    """Part the values of a category one by one."""
    gain = sum(map(_purity, counts.values())) - _purity([sum(each) for each in zip(*counts.values(), strict=True)])
    return _Split(gain / (len(bins) - 1) ** MANY, column, tuple(frozenset((bin_,)) for bin_ in sorted(bins)))


def _halves(column: int, bins: frozenset[int], counts: dict[int, list[int]], number: bool) -> _Split:
    """Part bins in two; values of a category are put in the sequence of their mean grade first."""
    ranked = sorted(bins) if number else sorted(bins, key=lambda bin_: (_mean(counts.get(bin_)), bin_))
    present = [bin_ for bin_ in ranked if bin_ in counts]
    below, above = [0] * len(GRADES), [sum(each) for each in zip(*counts.values(), strict=True)]
    whole, best = _purity(above), (0.0, -1)
    for bin_ in present[:-1]:
        for grade, count in enumerate(counts[bin_]):
            below[grade] += count
            above[grade] -= count
        best = max(best, (_purity(below) + _purity(above) - whole, bin_), key=itemgetter(0))
    gain, last = best
    if last < 0:
        return _Split(0.0, column, ())
    cut = ranked.index(last) + 1
    return _Split(gain, column, (frozenset(ranked[:cut]), frozenset(ranked[cut:])))


def _mean(counts: Sequence[int] | None) -> float:
    if counts is None:
        return len(GRADES) / 2
    return sum(grade * count for grade, count in enumerate(counts)) / sum(counts)


def _purity(counts: Sequence[int]) -> float:
    """Give the number of loans less Gini's impurity of them: the greater, the more they are of one grade."""
    return sum(count * count for count in counts) / sum(counts)


def _cell(made: _Made, bins: frozenset[int]) -> Cell:
    """Say in values what bins a rule admits."""
    if len(bins) == len(made.starts):
        return None
    if made.column.kind == "category":
        return frozenset(made.column.values[bin_] for bin_ in bins)
    last = max(bins) + 1
    return made.starts[min(bins)], made.starts[last] - 1 if last < len(made.starts) else made.column.high


def _moved(row: Row, columns: Sequence[Column], move: Callable[[Column, Cell], Cell], chance: Chance) -> Row:
    """Move one cell that can be moved; a rule that has none stays."""
    moved = [(at, move(column, cell)) for at, (column, cell) in enumerate(zip(columns, row.cells, strict=True))]
    able = [(at, cell) for at, cell in moved if cell != row.cells[at]]
    if not able:
        return row
    at, cell = able[chance.below(len(able))]
    return Row((*row.cells[:at], cell, *row.cells[at + 1 :]), row.grade)


def _widened(column: Column, cell: Cell) -> Cell:
    if isinstance(cell, tuple):
        low, high = max(cell[0] - 1, column.low), min(cell[1] + 1, column.high)
        return None if (low, high) == (column.low, column.high) else (low, high)
    if cell is None:
        return None
    places = [column.values.index(value) for value in cell]
    more = {column.values[max(min(places) - 1, 0)], column.values[min(max(places) + 1, len(column.values) - 1)]}
    return None if len(cell | more) == len(column.values) else cell | more


def _shrunk(column: Column, cell: Cell) -> Cell:
    """Move inward the ends of a cell that are not the column's; nothing where no value would be left."""
    if isinstance(cell, tuple):
        low = cell[0] + (cell[0] > column.low)
        high = cell[1] - (cell[1] < column.high)
        return (low, high) if low <= high else cell
    if cell is None or len(cell) < 3:
        return cell
    ranked = sorted(cell, key=column.values.index)
    return frozenset(ranked[1:-1])
