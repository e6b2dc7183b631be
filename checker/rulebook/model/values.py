"""Values of facts and the sets of them that a condition can name.

A value of a finite type is its canonical name (`"true"`, `"transit"`, `"4905"`); a value of an ordered type is an
integer in the smallest unit of its type (see `types`); `ABSENT` is the value of an optional fact that was written
as absent, or of an attribute a code does not have. Not knowing a value is never represented by a value.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from msgspec import Struct


class Absent(Enum):
    """The one value that says there is nothing."""

    ABSENT = "absent"

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent.ABSENT

Value = str | int | Absent


class Members(Struct, frozen=True):
    """Values of a finite type, by name. A kinds node is already spread out over everything below it."""

    values: frozenset[str]


class Runs(Struct, frozen=True):
    """Integers of an ordered type: disjoint runs, ascending, both ends included."""

    runs: tuple[tuple[int, int], ...]


class Below(Struct, frozen=True):
    """The codes that are one of these or have one of these above them, by the table's `parent`."""

    codes: frozenset[str]


class IsAbsent(Struct, frozen=True):
    """The value ABSENT alone."""


ValueSet = Members | Runs | Below | IsAbsent
