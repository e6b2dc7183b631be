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


FATES = ("encoded", "not encoded", "no rule")
REASONS = ("not_read", "lead", "no_fact", "elsewhere", "programme")
"""Why a fact of the sources is not encoded: nobody read it; a lead nobody has verified; no plan states what it is
about; another provision says it; a policy, plan or figure that sets no norm."""

ENDS = (
    "rank",
    "specialty",
    "recency",
    "explicit",
    "reserved",
    "dated",
    "reading",
    "vocabulary",
    "conflict",
    "open",
)
"""How two texts that meet end: by a principle, by an exception or a reservation, by dates, by a reading or a word; in a
conflict, or open."""

LEAD = "lead"
"""The standing of what nobody has verified."""


class SourceFact(Struct, frozen=True):
    """A fact that was found in the sources, and what became of it.

    `section` is where the sources have it, `fate` one of FATES. Encoded, it has the `names` of what says it, perhaps
    how two texts that meet end and the titles of scenarios by which it is `shown`; else there is a `because`, and for
    what could be a rule a `reason` of REASONS.
    """

    id: str
    section: str
    standing: str
    fate: str
    span: Span
    names: tuple[str, ...] = ()
    ends: str | None = None
    shown: tuple[str, ...] = ()
    reason: str | None = None
    because: str | None = None
