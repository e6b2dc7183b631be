"""Time as conditions: stretches of the governing date, written as tests of the facts it is read from.

A question names its governing dates in order; the first that is not absent counts. So *the governing date lies in
[since, until)* is an ordinary condition, and time needs no special case further down.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from checker.rulebook.model import (
    MINUTES_A_DAY,
    All,
    Condition,
    Fact,
    IsAbsent,
    OrderedType,
    Runs,
    Some,
    Term,
    Test,
)

Stretch = tuple[int | None, int | None]


class GoverningDate(Struct, frozen=True):
    """The facts a governing date is read from, first choice first."""

    facts: tuple[Fact, ...]

    def within(self, since: int | None, until: int | None) -> Condition:
        """Say that the date lies from `since` (included) until `until` (excluded), as ordinals."""
        return Some(tuple(All((*self._skipped(i), _in_days(f, since, until))) for i, f in enumerate(self.facts)))

    def undated(self) -> Condition:
        """Say that every fact it could be read from is absent."""
        return All(self._skipped(len(self.facts)))

    def _skipped(self, count: int) -> tuple[Condition, ...]:
        return tuple(Test(_term(f), IsAbsent()) for f in self.facts[:count])


def segments(changes: Iterable[int]) -> tuple[Stretch, ...]:
    """Cut all time at the given days: stretches [since, until) that together leave nothing out."""
    days = sorted(set(changes))
    return tuple(zip([None, *days], [*days, None], strict=True))


def _in_days(fact: Fact, since: int | None, until: int | None) -> Test:
    kind = fact.type
    if not isinstance(kind, OrderedType):
        raise TypeError(f"{fact.label} is no date")
    scale = MINUTES_A_DAY if kind.form == "datetime" else 1
    low = kind.low if since is None else since * scale
    high = kind.high if until is None else until * scale - 1
    return Test(_term(fact), Runs(((low, high),) if low <= high else ()))


def _term(fact: Fact) -> Term:
    return Term(fact, (), fact.type)
