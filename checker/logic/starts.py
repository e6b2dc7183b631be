"""From when a period must run to end between two days: the way back from an end to its date.

The later the date, the later the end; so the dates that lead to a run of ends are a run themselves, found by halving.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.logic.fields import Run
from checker.rulebook.calendars import Calendar
from checker.rulebook.model import Due
from checker.rulebook.period_ends import due_value


def find_starts(due: Due, ends: Iterable[Run], span: Run, calendar: Calendar) -> tuple[Run, ...] | None:
    """Return the dates within a span from which a period of one anchor ends in one of some runs.

    None when the calendar does not say where the period ends from some date that was looked at.
    """
    try:
        found = [(_first(due, low, span, calendar), _first(due, high + 1, span, calendar) - 1) for low, high in ends]
    except LookupError:
        return None
    return tuple(run for run in found if run[0] <= run[1])


def _first(due: Due, wanted: int, span: Run, calendar: Calendar) -> int:
    """Return the first date from which the period ends no earlier than wanted; one past the span when none does."""
    low, high = span[0], span[1] + 1
    while low < high:
        middle = (low + high) // 2
        end = due_value(due, (middle,), calendar)
        if not isinstance(end, int):
            raise LookupError(middle)
        if end >= wanted:
            high = middle
        else:
            low = middle + 1
    return low
