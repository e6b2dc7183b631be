"""Time the mathematics of regions on the published decision tables and on sets that are hard to show.

Run `python -m tests.bench.bench_regions` at the top of the repository; `--quick` leaves out the largest tables. Each
figure is the median of several runs.

- tables: 3 to 15 columns and 500 to 12,000 rules, one cell in every tenth rule moved (and in 15 % of them); `pieces` is
  the exact set of missing cases as disjoint boxes, `boxes` the cover of it by maximal boxes, `overlaps` all largest
  sets of overlapping rules. Every cover is held against the set it covers by exact counts of values. Memory is the most
  that Python had allocated at once in a run of its own. Published times are those of the same sizes in the article.
- hard sets: few sparse rules in many fields (wide gaps), rules that overlap without structure, boxes packed without
  clean cuts. What is out of reach is given as a headline, and the caps that were met are named.
"""

from __future__ import annotations

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from checker.regions import Region, Space, cover, is_empty_difference, overlap_sets, overlaps, subtract, volume
from checker.regions.measure import Weights
from tests.bench.loans import Chance, Column, Noise, Workload, loans

RUNS = 5
# Milliseconds for overlapping and for missing rules, by number of columns, at about 1,500 rules: Calvanese et al. 2018.
PUBLISHED = {3: (1_263, 1_672), 7: (13_405, 18_263), 11: (93_175, 65_450), 15: (195_868, 704_510)}

T = TypeVar("T")


class Table(Struct, frozen=True):
    """Rules as boxes, and how many values each class stands for."""

    space: Space
    rules: Region
    weights: Weights


def main() -> None:
    """Measure everything and print the tables."""
    quick = "--quick" in sys.argv[1:]
    print("tables: seconds, Python alone")
    print(
        f"{'':<26} {'pieces':>13} {'boxes':>13} {'overlaps':>13} {'both':>6} {'published':>10} {'ratio':>7} {'MB':>5}"
    )
    for columns in PUBLISHED:
        _table(1500, columns)
    _table(1500, 15, share=15)
    _table(1500, 15, share=15, multivalued=True)
    print("\ngrowth with rules")
    for rules in (500, 1000, 1500, 3000) if quick else (500, 1000, 1500, 3000, 6000, 12000):
        _table(rules, 15)
    print("\nhard sets: cover of all that the rules leave")
    print(f"{'':<44} {'boxes':>6} {'method':>8} {'share':>7} {'seconds':>8}  caps met")
    for rules, fields, constrained in ((10, 12, 3), (20, 12, 3), (20, 12, 4), (50, 12, 6), (100, 12, 6)):
        _hard(f"wide gaps: {rules} rules on {constrained} of {fields} fields", *sparse(rules, fields, constrained))
    for rules, fields, constrained in ((200, 6, 4), (400, 6, 4), (200, 8, 4)):
        _hard(f"heavy overlap: {rules} rules on {constrained} of {fields}", *sparse(rules, fields, constrained))
    for fields in (3, 4, 6):
        _hard(f"packed without clean cuts: {fields} fields of 6", *packed(fields))


def _table(rules: int, columns: int, share: int = 10, multivalued: bool = False) -> None:
    shrunk = as_boxes(_loans(rules, columns, "shrunk", share, multivalued))
    widened = as_boxes(_loans(rules, columns, "widened", share, multivalued))
    runs = RUNS if rules <= 3000 else 1
    space, everything = shrunk.space, (shrunk.space.full,)
    to_pieces, missing = median(lambda: subtract(space, everything, shrunk.rules), runs)
    to_boxes, found = median(lambda: cover(space, missing, shrunk.rules, weights=shrunk.weights), runs)
    to_sets, overlapping = median(lambda: overlap_sets(widened.space, widened.rules), runs)
    assert found.complete
    assert overlapping.complete
    # The boxes hold every missing value and no other: the sizes are equal, and no box meets a rule.
    assert found.volume == volume(space, missing, shrunk.weights) == volume(space, found.boxes, shrunk.weights)
    assert not any(overlaps(found.boxes, shrunk.rules))
    assert is_empty_difference(space, everything, (*found.boxes, *shrunk.rules))
    together = to_pieces + to_boxes + to_sets
    published = sum(PUBLISHED[columns]) / 1000 if rules == 1500 and share == 10 else None
    against = f"{published:>9.1f}s {published / together:>6.0f}x" if published else f"{'':>10} {'':>7}"
    name = f"{columns:>2} x {rules}, {share} %{', sets of values' if multivalued else ''}"
    print(
        f"{name:<26} {len(missing):>5} {to_pieces:>6.3f}s {len(found.boxes):>5} {to_boxes:>6.3f}s"
        f" {len(overlapping.sets):>5} {to_sets:>6.3f}s {together:>5.2f}s {against} {_memory(shrunk, widened):>5.1f}",
        flush=True,
    )


def _memory(shrunk: Table, widened: Table) -> float:
    tracemalloc.start()
    missing = subtract(shrunk.space, (shrunk.space.full,), shrunk.rules)
    cover(shrunk.space, missing, shrunk.rules, weights=shrunk.weights)
    overlap_sets(widened.space, widened.rules)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def _hard(name: str, space: Space, rules: Region) -> None:
    start = time.perf_counter()
    found = cover(space, (space.full,), rules)
    seconds = time.perf_counter() - start
    share = "unknown" if found.volume is None else f"{found.covered / found.volume:.1%}"
    caps = ", ".join(found.limits)
    print(f"{name:<44} {len(found.boxes):>6} {found.method:>8} {share:>7} {seconds:>8.2f}  {caps}", flush=True)


def median(work: Callable[[], T], runs: int = RUNS) -> tuple[float, T]:
    """Give the median of the seconds that some work takes, and what it gives."""
    seconds: list[float] = []
    result = work()
    for _ in range(runs):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), result


def _loans(rules: int, columns: int, noise: Noise, share: int, multivalued: bool) -> Workload:
    return loans(rules, columns, noise=noise, share=share, multivalued=multivalued)


def as_boxes(workload: Workload) -> Table:
    """Divide each column of numbers where a rule begins or ends; a category has a class for each value."""
    columns = [
        _numbers(column, [row.cells[at] for row in workload.rows])
        if column.kind == "number"
        else _categories(column, [row.cells[at] for row in workload.rows])
        for at, column in enumerate(workload.columns)
    ]
    widths = tuple(len(sizes) for _, sizes in columns)
    space = Space(widths, tuple(column.kind == "number" for column in workload.columns))
    rules = tuple(zip(*(masks for masks, _ in columns), strict=True))
    return Table(space, rules, tuple(sizes for _, sizes in columns))


def _numbers(column: Column, cells: Sequence[object]) -> tuple[list[int], list[int]]:
    ranges = [cell if isinstance(cell, tuple) else (column.low, column.high) for cell in cells]
    starts = sorted({column.low, *(low for low, _ in ranges), *(high + 1 for _, high in ranges)} - {column.high + 1})
    ends = [*starts[1:], column.high + 1]
    at = {start: number for number, start in enumerate([*starts, column.high + 1])}
    masks = [(1 << at[high + 1]) - (1 << at[low]) for low, high in ranges]
    return masks, [end - start for start, end in zip(starts, ends, strict=True)]


def _categories(column: Column, cells: Sequence[object]) -> tuple[list[int], list[int]]:
    at = {value: number for number, value in enumerate(column.values)}
    sets = [cell if isinstance(cell, frozenset) else column.values for cell in cells]
    return [sum(1 << at[value] for value in values) for values in sets], [1] * len(at)


def sparse(rules: int, fields: int, constrained: int) -> tuple[Space, Region]:
    """Make rules that each constrain some fields by chance, to a run or to a set of eight classes."""
    chance = Chance(rules * 10_000 + fields * 100 + constrained)
    space = Space((8,) * fields, tuple(field % 2 == 0 for field in range(fields)))
    made: list[tuple[int, ...]] = []
    for _ in range(rules):
        masks = list(space.full)
        others = list(range(fields))
        for field in (others.pop(chance.below(len(others))) for _ in range(constrained)):
            low = chance.below(8)
            high = low + chance.below(8 - low)
            masks[field] = (2 << high) - (1 << low) if space.ordered[field] else 1 + chance.below(254)
        made.append(tuple(masks))
    return space, tuple(made)


def packed(fields: int) -> tuple[Space, Region]:
    """Pack boxes around a middle like the blades of a wheel, so that every cut straddles some.

    For each field there is a bar that lies low in the field after it, and one that lies high; three in a ring leave no
    plane free between them.
    """
    width, low, high = 6, 0b000011, 0b110000
    space = Space((width,) * fields, (True,) * fields)
    bars: list[tuple[int, ...]] = []
    for field in range(fields):
        for near, far, after in ((0b001111, low, high), (0b111100, high, low)):
            masks = [0b111111] * fields
            masks[field], masks[(field + 1) % fields], masks[(field + 2) % fields] = near, far, after
            bars.append(tuple(masks))
    return space, tuple(bars)


if __name__ == "__main__":
    main()
