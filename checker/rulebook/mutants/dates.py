"""A day earlier or later: of what begins, of what ends, of both as they stand together."""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings import Spelled
from checker.rulebook.days import write_day
from checker.rulebook.model import FIRST_DAY, LAST_DAY
from checker.syntax.keywords import spelled

Window = tuple[int | None, int | None]


def day_either_way(day: int) -> Iterator[int]:
    """Give the day before and the day after, as far as there are such days."""
    if day > FIRST_DAY:
        yield day - 1
    if day < LAST_DAY:
        yield day + 1


def day_words(keyword: str, day: int) -> Spelled:
    """Write a day behind the keyword of its clause."""
    word = spelled(keyword)
    return Spelled(f"{word.english} {write_day(day)}", f"{word.chinese} {write_day(day)}")


def moved_windows(since: int | None, until: int | None) -> Iterator[tuple[str, int, int, Window]]:
    """Go through a window's ends: the keyword, the day, the day it is moved to, the window that comes of it."""
    for other in () if since is None else day_either_way(since):
        if until is None or other < until:
            yield "FROM", since or other, other, (other, until)
    for other in () if until is None else day_either_way(until):
        if since is None or since < other:
            yield "UNTIL", until or other, other, (since, other)
