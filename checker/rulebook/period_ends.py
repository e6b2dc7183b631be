"""Where periods end: the day or minute that so many days, months, hours lead to from the earliest of some dates.

Takes the model's periods and the values of their anchors, gives integers in the units of the model. The day of the
event is not counted. An end is None where it hangs on a day of which the calendar cannot say whether it is worked.
An end outside the years 1 to 9999 is their first or last day, or minute. Knows no clock.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from checker.rulebook.calendars import Calendar
from checker.rulebook.model import (
    ABSENT,
    FIRST_DAY,
    LAST_DAY,
    MINUTES_A_DAY,
    Absent,
    Due,
    Period,
    Value,
    is_moment,
)

_MINUTES = {"minutes": 1, "hours": 60}


def period_end(period: Period, anchors: Sequence[Value], calendar: Calendar) -> int | Absent | None:
    """Give the day on which a period ends; for hours and minutes the minute.

    `anchors` are the values of the period's anchors, in their order; the earliest counts, a date from its first
    minute on, and an absent one not at all: ABSENT when all are. A time counts by its calendar day where the period
    has days or months. With `calendar.rolls` the last day to act `within` a time after the event moves on to a day
    that is worked; other ends stay where they fall, and so does an end no time away from the event.
    """
    start = _earliest_minute(period, anchors)
    if isinstance(start, Absent):
        return ABSENT
    amount = period.amount if period.side == "after" else -period.amount
    if period.unit in _MINUTES:
        end = start + amount * _MINUTES[period.unit]
        return min(max(end, FIRST_DAY * MINUTES_A_DAY), LAST_DAY * MINUTES_A_DAY + MINUTES_A_DAY - 1)
    day = start // MINUTES_A_DAY
    if period.unit == "working_days":
        return _worked_day(day, amount, calendar)
    end = day + amount if period.unit == "days" else _months_on(day, amount)
    end = min(max(end, FIRST_DAY), LAST_DAY)
    rolls = calendar.rolls and amount > 0 and not period.at_least
    return _rolled(end, calendar) if rolls else end


def due_value(due: Due, anchors: Sequence[Value], calendar: Calendar) -> int | Absent | None:
    """Give the value a `Due` stands for, from the values of its period's anchors; ABSENT and None as `period_end`.

    In days, a period of hours or minutes counts by the day it ends on. In minutes, a period of days ends with the
    last minute of its last day, or, for `first`, with the first.
    """
    end = period_end(due.period, anchors, calendar)
    if end is None or isinstance(end, Absent):
        return end
    in_minutes = due.period.unit in _MINUTES
    if due.minutes == in_minutes:
        return end
    if in_minutes:
        return end // MINUTES_A_DAY
    return end * MINUTES_A_DAY + (0 if due.first else MINUTES_A_DAY - 1)


def _earliest_minute(period: Period, anchors: Sequence[Value]) -> int | Absent:
    minutes = (
        value if is_moment(fact.type) else value * MINUTES_A_DAY
        for fact, value in zip(period.anchors, anchors, strict=True)
        if isinstance(value, int)
    )
    return min(minutes, default=ABSENT)


def _months_on(day: int, months: int) -> int:
    """Go to the day of the same number so many months on, or to the last of that month if it has none."""
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year < date.min.year:
        return FIRST_DAY
    if year > date.max.year:
        return LAST_DAY
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).toordinal()


def _worked_day(day: int, amount: int, calendar: Calendar) -> int | None:
    """Go to the n-th worked day after a day, before it for a negative amount."""
    step = 1 if amount > 0 else -1
    left = abs(amount)
    while left and FIRST_DAY <= day + step <= LAST_DAY:
        day += step
        worked = calendar.works(day)
        if worked is None:
            return None
        left -= worked
    return day


def _rolled(day: int, calendar: Calendar) -> int | None:
    """Go to the first worked day from a day on."""
    while day < LAST_DAY:
        worked = calendar.works(day)
        if worked is None:
            return None
        if worked:
            return day
        day += 1
    return day
