"""From when a period must run to end between two days: the way back from an end to its date.

The later the date, the later the end; so the dates that lead to a run of ends are a run themselves, found by halving.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from checker.logic.fields import Run
from checker.rulebook.model import Value


def find_starts(end_from: Callable[[int], Value | None], ends: Iterable[Run], span: Run) -> tuple[Run, ...] | None:
    """Return the dates within a span from which a period ends in one of some runs.

    None when it is not known where the period ends from some date that was looked at.
    """
    try:
        found = [(_first(end_from, low, span), _first(end_from, high + 1, span) - 1) for low, high in ends]
    except LookupError:
        return None
    return tuple(run for run in found if run[0] <= run[1])


def _first(end_from: Callable[[int], Value | None], wanted: int, span: Run) -> int:
    """Return the first date from which the period ends no earlier than wanted; one past the span when none does."""
    low, high = span[0], span[1] + 1
    while low < high:
        middle = (low + high) // 2
        end = end_from(middle)
        if not isinstance(end, int):
            raise LookupError(middle)
        if end >= wanted:
            high = middle
        else:
            low = middle + 1
    return low
