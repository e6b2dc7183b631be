"""What scenarios can reach of a rulebook, as values: one kind of goal a record.

Knows names alone: where a goal lies, and who reaches it, is for others to say.
"""

from __future__ import annotations

from msgspec import Struct

from checker.logic.verdict import Outcome


class Applies(Struct, frozen=True, order=True, tag=True):
    """A provision applies where a question is asked that it speaks on."""

    provision: str


class Wins(Struct, frozen=True, order=True, tag=True):
    """A provision is among the winners."""

    provision: str


class Strikes(Struct, frozen=True, order=True, tag=True):
    """An exception or override takes its base out, where that applies; a proviso stands beside it."""

    provision: str
    target: str


class Takes(Struct, frozen=True, order=True, tag=True):
    """One of the alternatives of a provision, by its number among them, decides that it applies, or what it says."""

    provision: str
    number: int


class Decides(Struct, frozen=True, order=True, tag=True):
    """A question gets an answer from exactly these winners, by name; none where the law is silent."""

    question: str
    outcome: Outcome
    winners: tuple[str, ...]


class Matters(Struct, frozen=True, order=True, tag=True):
    """A single test of a provision has an outcome, and turning it alone would change what is decided.

    `part` is the part of the provision's condition it stands in, `place` its number from the left in it.
    """

    provision: str
    part: int
    place: int
    holds: bool


Goal = Applies | Wins | Strikes | Takes | Decides
KINDS: tuple[type[Goal], ...] = (Applies, Wins, Strikes, Takes, Decides)
