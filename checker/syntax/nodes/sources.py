"""Nodes for the sources of law: documents, their clauses, citations, repeals, items left out."""

from __future__ import annotations

from checker.syntax.nodes.terms import Condition, Day, Name, Naming, Node, Text


class Locator(Node, frozen=True):
    """A place in a document: `article 35 paragraph 1 point 2`, outermost first.

    Each step is a unit (`item`, `article`, `paragraph`, `point`) and a number.
    """

    steps: tuple[tuple[str, int], ...]

    @property
    def text(self) -> str:
        """The locator in words."""
        return " ".join(f"{unit} {number}" for unit, number in self.steps)


class Items(Node, frozen=True):
    """`items 1..7` or `items 35..36, 40`: runs of numbers, both ends included."""

    runs: tuple[tuple[int, int], ...]


class Standing(Node, frozen=True):
    """`standing WORD ["reason"]`."""

    word: Name
    reason: Text | None


class Citation(Node, frozen=True):
    """`cites DOCUMENT [LOCATOR] [standing …]`."""

    document: Name
    locator: Locator | None
    standing: Standing | None


class Rank(Node, frozen=True):
    """`rank NAME`."""

    name: Name


class Issuer(Node, frozen=True):
    """`issuer NAME`."""

    name: Name


class NumberClause(Node, frozen=True):
    """`number "…"`: the official number of a document."""

    value: Text


class Issued(Node, frozen=True):
    """`issued DAY`, or `issued by DAY` (on or before) when not `exact`."""

    day: Day
    exact: bool


class InForce(Node, frozen=True):
    """`in force from DAY [.. DAY]`; with a second day the beginning is known only as a band."""

    day: Day
    latest: Day | None


class Until(Node, frozen=True):
    """`until DAY`: the first day on which the text, by its own words, no longer holds."""

    day: Day


class From(Node, frozen=True):
    """`from DAY`: the first day of a provision that begins later than its document."""

    day: Day


class Source(Node, frozen=True):
    """`source "…"`."""

    value: Text


class AppliesWhen(Node, frozen=True):
    """`applies when C`."""

    condition: Condition


class Practice(Node, frozen=True):
    """`practice`."""


class BindOfficers(Node, frozen=True):
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


class DocumentDeclaration(Node, frozen=True):
    """`document NAME "title" { … }`."""

    naming: Naming
    title: Text | None
    clauses: tuple[DocumentClause, ...]


class Repealed(Node, frozen=True):
    """A document, or one place of it, that a repeal ends."""

    document: Name
    locator: Locator | None


class Repeal(Node, frozen=True):
    """`repeal D, E item 2 by F item 4 from DAY`."""

    targets: tuple[Repealed, ...]
    by: Name
    locator: Locator | None
    day: Day


class NotEncoded(Node, frozen=True):
    """`not encoded D item 7 because "…"`, or `items 5..7`."""

    document: Name
    items: Items | Locator
    because: Text
