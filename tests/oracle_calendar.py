"""The oracle's calendar: when a period ends, and whether a deed was in time (LANGUAGE §9).

The day of the event is not counted. Months run to the day of that number, else to the last of the month. Days are
proleptic ordinals, moments minutes. What would end outside the calendar ends with its first or last day or minute.
"""

from __future__ import annotations

import calendar
from datetime import date

from msgspec import Struct

from checker.rulebook.model import Period

DAY = 1440
LAST = date.max.toordinal()


class When(Struct, frozen=True):
    """A day, or a moment to the minute."""

    number: int
    is_moment: bool

    @property
    def day(self) -> int:
        """The day it is or lies on."""
        return self.number // DAY if self.is_moment else self.number

    def minute(self, first: bool) -> int:
        """Return the moment, of a day its first or last minute."""
        if self.is_moment:
            return self.number
        return self.number * DAY + (0 if first else DAY - 1)


def earliest(dates: list[When]) -> When | None:
    """Return the earliest of some dates; None of none."""
    return min(dates, key=lambda when: when.minute(True), default=None)


def end(period: Period, anchor: When) -> When:
    """Return the day, or for hours and minutes the moment, that lies a period after or before its anchor."""
    steps = period.amount if period.side == "after" else -period.amount
    match period.unit:
        case "minutes" | "hours":
            moment = anchor.minute(True) + steps * (60 if period.unit == "hours" else 1)
            return When(max(DAY, min(moment, LAST * DAY + DAY - 1)), True)
        case "days":
            return When(max(1, min(anchor.day + steps, LAST)), False)
        case "months":
            return When(_months(anchor.day, steps), False)
        case _:
            return When(_working_days(anchor.day, steps), False)


def in_time(deed: When, period: Period, anchor: When) -> bool:
    """Tell whether a deed keeps to its period; only `within … before` knows too early a deed."""
    due = end(period, anchor)
    if period.side == "after":
        return _not_before(deed, due) if period.at_least else _not_after(deed, due)
    if period.at_least:
        return _not_after(deed, due)
    return _not_before(deed, due) and _not_after(deed, anchor)


def _not_after(deed: When, limit: When) -> bool:
    return deed.number <= limit.minute(False) if deed.is_moment else deed.number <= limit.day


def _not_before(deed: When, limit: When) -> bool:
    return deed.number >= limit.minute(True) if deed.is_moment else deed.number >= limit.day


def _months(day: int, steps: int) -> int:
    start = date.fromordinal(day)
    months = start.year * 12 + start.month - 1 + steps
    year, month = months // 12, months % 12 + 1
    if not date.min.year <= year <= date.max.year:
        return 1 if steps < 0 else LAST
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1])).toordinal()


def _working_days(day: int, steps: int) -> int:
    """Count Mondays to Fridays; the oracle knows no holidays."""
    left = abs(steps)
    while left:
        day += 1 if steps > 0 else -1
        left -= (day - 1) % 7 < 5
    return day
