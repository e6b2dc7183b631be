"""Periods: so long after, or before, the earliest of some dates."""

from __future__ import annotations

from msgspec import Struct

from checker.rulebook.model.conditions import Fact

UNITS = ("minutes", "hours", "days", "months", "working_days")


class Period(Struct, frozen=True):
    """`within 14 days after F`, `at least 24 hours before F`; of several anchors the earliest counts.

    `amount` is in `unit`, one of UNITS; `side` is `after` or `before`; two periods are one when all of this is equal.
    """

    amount: int
    unit: str
    at_least: bool
    side: str
    anchors: tuple[Fact, ...]

    @property
    def text(self) -> str:
        """The period as rule files write it: `within 14 days after decl.accepted_at`."""
        length = f"{self.amount} {self.unit.replace('_', ' ')}"
        labels = ", ".join(fact.label for fact in self.anchors)
        start = f"earliest of {labels}" if len(self.anchors) > 1 else labels
        return f"{'at least' if self.at_least else 'within'} {length} {self.side} {start}"
