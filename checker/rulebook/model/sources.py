"""Documents and what they do to one another. Days are ordinals; an `until` is the first day without."""

from __future__ import annotations

from msgspec import Struct

from checker.findings import Span
from checker.rulebook.model.conditions import Condition

STANDINGS = ("read", "read_in_part", "translated", "reported", "secondary", "interpretation")
UNSTATED = "unstated"


class Locator(Struct, frozen=True):
    """A place in a document, outermost step first: `(("article", 35), ("paragraph", 1))`; empty for the whole."""

    steps: tuple[tuple[str, int], ...]

    @property
    def text(self) -> str:
        """The locator in words; empty for the whole document."""
        return " ".join(f"{unit} {number}" for unit, number in self.steps)

    def covers(self, other: Locator) -> bool:
        """Tell whether the other place lies within this one."""
        return other.steps[: len(self.steps)] == self.steps


class Document(Struct, frozen=True):
    """An instrument. `rank` is the index of its group, 0 the highest; None for practice without rank.

    `issued` is on or before when not `issued_exact`. Between `in_force` and `in_force_latest` (excluded) the
    beginning is known only as a band; None when the day is known. `items` are runs of numbers, ends included.
    `standing` is one of STANDINGS, strongest first, or UNSTATED, which is weaker than all of them.
    """

    names: tuple[str, ...]
    title: str | None
    rank: int | None
    rank_name: str | None
    issuer: str | None
    number: str | None
    issued: int
    issued_exact: bool
    in_force: int
    in_force_latest: int | None
    until: int | None
    items: tuple[tuple[int, int], ...]
    standing: str
    standing_reason: str | None
    source: str | None
    applies_when: Condition
    practice: bool
    binds_officers: bool
    span: Span

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.names[0]

    @property
    def binding(self) -> bool:
        """Whether its provisions can be candidates."""
        return not (self.practice or self.binds_officers)


class Citation(Struct, frozen=True):
    """A document and a place in it, with the standing of this citation (the document's unless it has its own)."""

    document: str
    locator: Locator
    standing: str
    standing_reason: str | None
    span: Span


class Repeal(Struct, frozen=True):
    """From `day` the target, or the place of it, is no longer in force; known from the issue of `by`."""

    target: str
    locator: Locator
    by: str
    by_locator: Locator
    day: int
    span: Span


class NotEncoded(Struct, frozen=True):
    """An item that was left out, and why."""

    document: str
    items: tuple[tuple[int, int], ...]
    because: str
    span: Span
