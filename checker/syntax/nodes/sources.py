"""Nodes for the sources of law: documents, their clauses, citations, repeals, items left out."""

from __future__ import annotations

from dataclasses import dataclass

from checker.syntax.nodes.terms import Condition, Day, Name, Naming, Node, Text


@dataclass(frozen=True, slots=True)
class Locator(Node):
    """A place in a document: `article 35 paragraph 1 point 2`, outermost first.

    Each step is a unit (`item`, `article`, `paragraph`, `point`) and a number.
    """

    steps: tuple[tuple[str, int], ...]

    @property
    def text(self) -> str:
        """The locator in words."""
        return " ".join(f"{unit} {number}" for unit, number in self.steps)


@dataclass(frozen=True, slots=True)
class Items(Node):
    """`items 1..7` or `items 35..36, 40`: runs of numbers, both ends included."""

    runs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Standing(Node):
    """`standing WORD ["reason"]`."""

    word: Name
    reason: Text | None


@dataclass(frozen=True, slots=True)
class Citation(Node):
    """`cites DOCUMENT [LOCATOR] [standing …]`."""

    document: Name
    locator: Locator | None
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Rank(Node):
    """`rank NAME`."""

    name: Name


@dataclass(frozen=True, slots=True)
class Issuer(Node):
    """`issuer NAME`."""

    name: Name


@dataclass(frozen=True, slots=True)
class NumberClause(Node):
    """`number "…"`: the official number of a document."""

    value: Text


@dataclass(frozen=True, slots=True)
class Issued(Node):
    """`issued DAY`, or `issued by DAY` (on or before) when not `exact`."""

    day: Day
    exact: bool


@dataclass(frozen=True, slots=True)
class InForce(Node):
    """`in force from DAY [.. DAY]`; with a second day the beginning is known only as a band."""

    day: Day
    latest: Day | None


@dataclass(frozen=True, slots=True)
class Until(Node):
    """`until DAY`: the first day on which the text, by its own words, no longer holds."""

    day: Day


@dataclass(frozen=True, slots=True)
class From(Node):
    """`from DAY`: the first day of a provision that begins later than its document."""

    day: Day


@dataclass(frozen=True, slots=True)
class Source(Node):
    """`source "…"`."""

    value: Text


@dataclass(frozen=True, slots=True)
class AppliesWhen(Node):
    """`applies when C`."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Practice(Node):
    """`practice`."""


@dataclass(frozen=True, slots=True)
class BindOfficers(Node):
    """`bind officers`."""


DocumentClause = (
    Rank
    | Issuer
    | NumberClause
    | Issued
    | InForce
    | Until
    | Items
    | Standing
    | Source
    | AppliesWhen
    | Practice
    | BindOfficers
)


@dataclass(frozen=True, slots=True)
class DocumentDeclaration(Node):
    """`document NAME "title" { … }`."""

    naming: Naming
    title: Text | None
    clauses: tuple[DocumentClause, ...]


@dataclass(frozen=True, slots=True)
class Repealed(Node):
    """A document, or one place of it, that a repeal ends."""

    document: Name
    locator: Locator | None


@dataclass(frozen=True, slots=True)
class Repeal(Node):
    """`repeal D, E item 2 by F item 4 from DAY`."""

    targets: tuple[Repealed, ...]
    by: Name
    locator: Locator | None
    day: Day


@dataclass(frozen=True, slots=True)
class NotEncoded(Node):
    """`not encoded D item 7 because "…"`, or `items 5..7`."""

    document: Name
    items: Items | Locator
    because: Text
