"""Days, times and durations: texts to exact integers and back.

A day is its proleptic ordinal, a time and a duration are minutes. Knows no clock, no time zone and no type.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from checker.findings import Message, say
from checker.rulebook.misread import Misread
from checker.rulebook.model import MINUTES_A_DAY
from checker.rulebook.spelling import meant_day, meant_moment

if TYPE_CHECKING:
    from checker.syntax import nodes

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?: +|T)([0-9]{2}):([0-9]{2})")
_MINUTES = {"day": MINUTES_A_DAY, "hour": 60, "minute": 1}
_DURATION = re.compile(
    r"(?:(?P<day>[0-9]{1,18})\s*(?:days?|日|天))?"
    r"\s*(?:(?P<hour>[0-9]{1,18})\s*(?:hours?|小时))?"
    r"\s*(?:(?P<minute>[0-9]{1,18})\s*(?:minutes?|分钟))?"
)


def day_ordinal(node: nodes.Day) -> int | Misread:
    """Read a day of a rule file as its ordinal."""
    return read_day(node.text)


def moment_minutes(node: nodes.Moment) -> int | Misread:
    """Read a time of a rule file as minutes: the day's ordinal times 1440 plus the minute of the day."""
    return read_moment(node.text)


def read_day(text: str) -> int | Misread:
    """Read `2015-10-12` as an ordinal."""
    found = _DAY.fullmatch(text)
    if found is None:
        if _MOMENT.fullmatch(text):
            return Misread(say("`{text}` is a time, not a day written like `2015-10-12`", text=text))
        return _meant(say("`{text}` is not a day written like `2015-10-12`", text=text), meant_day(text))
    try:
        return date(*map(int, found.groups())).toordinal()
    except ValueError:
        return Misread(say("the calendar has no day {day}", day=text))


def read_moment(text: str) -> int | Misread:
    """Read `2015-10-12 08:30`, or with `T` between, as minutes."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        if _DAY.fullmatch(text):
            message = say("`{text}` is a day without a time; a time is written like `2015-10-12 08:30`", text=text)
            return Misread(message)
        message = say("`{text}` is not a time; a time is written like `2015-10-12 08:30`", text=text)
        return _meant(message, meant_moment(text))
    day = read_day(found[1])
    if isinstance(day, Misread):
        return day
    hour, minute = int(found[2]), int(found[3])
    if hour > 23 or minute > 59:
        return Misread(say("the clock has no {time}", time=f"{found[2]}:{found[3]}"))
    return day * MINUTES_A_DAY + hour * 60 + minute


def read_duration(text: str) -> int | None:
    """Read `1 day 2 hours`, longest unit first, as minutes; None for what is no duration."""
    found = _DURATION.fullmatch(text)
    parts = {} if found is None else {unit: n for unit, n in found.groupdict().items() if n is not None}
    if not parts:
        return None
    return sum(int(n) * _MINUTES[unit] for unit, n in parts.items())


def _meant(message: Message, right: str | None) -> Misread:
    return Misread(message, right, sure=right is not None)


def write_day(day: int) -> str:
    """Write an ordinal as `2015-10-12`."""
    return date.fromordinal(day).isoformat()


def write_moment(minutes: int) -> str:
    """Write minutes as `2015-10-12 08:30`."""
    day, minute = divmod(minutes, MINUTES_A_DAY)
    return f"{write_day(day)} {minute // 60:02}:{minute % 60:02}"


def write_in_one_unit(minutes: int) -> str:
    """Write minutes in the largest unit that holds them whole, as rules write a duration: `26 hours`."""
    unit, size = next((unit, size) for unit, size in _MINUTES.items() if not minutes % size)
    count = minutes // size
    return f"{count} {unit}" if abs(count) == 1 else f"{count} {unit}s"


def write_duration(minutes: int) -> str:
    """Write minutes as `1 day 2 hours`, parts of nought left out."""
    words, rest = [], minutes
    for unit, size in _MINUTES.items():
        count, rest = divmod(rest, size)
        if count:
            words.append(f"{count} {unit}" if count == 1 else f"{count} {unit}s")
    return " ".join(words) or "0 minutes"
