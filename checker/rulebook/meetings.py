"""Which of many rows meet, found without looking at every pair.

A row admits of some facts or columns only certain values. Takes for each row these extents; gives for each row the set
of rows that share a case with it, each fact by itself, as an int with a bit for each row. Must not know what a row
says.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import TypeVar

from checker.rulebook.extents import Atom, Extent

Key = TypeVar("Key", bound=Hashable)
Rows = int
"""A set of rows: bit n for the n-th."""


def meetings(rows: Sequence[Mapping[Key, Extent]]) -> list[Rows]:
    """Give for each row those it meets, itself included; where a row has no extent it admits any value."""
    everything = (1 << len(rows)) - 1
    found = [everything] * len(rows)
    for key in dict.fromkeys(key for row in rows for key in row):
        holders: dict[Extent, Rows] = {}
        for number, row in enumerate(rows):
            if key in row:
                holders[row[key]] = holders.get(row[key], 0) | 1 << number
        free = everything & ~reduce(or_, holders.values())
        meeting = _meeting(holders)
        for number, row in enumerate(rows):
            if key in row:
                found[number] &= meeting[row[key]] | free
    return found


def _meeting(holders: Mapping[Extent, Rows]) -> dict[Extent, Rows]:
    """Give for each extent the rows whose own shares a value with it."""
    having: dict[Atom, Rows] = {}
    for extent, rows in holders.items():
        for atom in extent.atoms:
            having[atom] = having.get(atom, 0) | rows
    # The first runs of all extents, the second ones and so on: of each row no more than one at a time.
    most = max(len(extent.runs) for extent in holders)
    ranges = [_Ranges([(*e.runs[at], rows) for e, rows in holders.items() if at < len(e.runs)]) for at in range(most)]
    return {
        extent: reduce(or_, (having[atom] for atom in extent.atoms), 0)
        | reduce(or_, (each.meeting(low, high) for low, high in extent.runs for each in ranges), 0)
        for extent in holders
    }


class _Ranges:
    """Ranges of numbers, each with the rows that have it; no row has two."""

    def __init__(self, ranges: Sequence[tuple[int, int, Rows]]) -> None:
        self._starts, self._begun = _summed((low, rows) for low, _, rows in ranges)
        self._ends, self._ended = _summed((high, rows) for _, high, rows in ranges)

    def meeting(self, low: int, high: int) -> Rows:
        """Give the rows whose range shares a number with this one."""
        return self._begun[bisect_right(self._starts, high)] & ~self._ended[bisect_left(self._ends, low)]


def _summed(marked: Iterable[tuple[int, Rows]]) -> tuple[list[int], list[Rows]]:
    """Give the numbers ascending, and the rows at the first n of them, for each n."""
    at: dict[int, Rows] = {}
    for number, rows in marked:
        at[number] = at.get(number, 0) | rows
    numbers, unions = sorted(at), [0]
    for number in numbers:
        unions.append(unions[-1] | at[number])
    return numbers, unions
