"""What is decided otherwise: two divisions of one case by what is decided, cut by each other.

Takes what `decisions` gives of two maps over one case; gives the cases in which they differ. Must not know where the
two maps come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from checker.logic.case import Case
from checker.logic.decisions import Decision, Held
from checker.regions import Region
from checker.regions.joining import join

WIDER, NARROWER, INCOMPARABLE, EQUIVALENT = "wider", "narrower", "incomparable", "equivalent"

# What may lawfully be done, of doing and leaving.
_LAWFUL = {
    "permitted": frozenset({"do", "leave"}),
    "not-required": frozenset({"do", "leave"}),
    "required": frozenset({"do"}),
    "forbidden": frozenset({"leave"}),
}


class Difference(Struct, frozen=True):
    """Cases in which one thing was decided, and another one is."""

    before: Held
    after: Held
    region: Region

    @property
    def direction(self) -> str:
        """Whether more conduct is lawful than before: `wider`, `narrower`, or `incomparable`."""
        return _direction(self.before, self.after)


def differences(case: Case, before: Mapping[Held, Region], after: Mapping[Held, Region]) -> Iterator[Difference]:
    """Go through the cases that are decided otherwise, by what was and what is decided; each holds a case."""
    for held, region in after.items():
        left = case.without(region, before.get(held, ()))
        if not left:
            continue
        for other, there in before.items():
            changed = join(case.both(left, there)) if other != held else ()
            if changed and case.happens(changed):
                yield Difference(other, held, changed)


def direction(found: tuple[Difference, ...]) -> str:
    """Say of all differences together whether more conduct is lawful; `equivalent` when there are none."""
    ways = {difference.direction for difference in found}
    if not ways:
        return EQUIVALENT
    return ways.pop() if len(ways) == 1 else INCOMPARABLE


def _direction(before: Held, after: Held) -> str:
    was, now = _lawful(before), _lawful(after)
    if was is None or now is None or was == now:
        return INCOMPARABLE
    if was < now:
        return WIDER
    return NARROWER if now < was else INCOMPARABLE


def _lawful(held: Held) -> frozenset[str] | None:
    """Return the lawful conduct of a settled verdict; None where there is none to compare."""
    decision: Decision | None = held[0] if len(held) == 1 else None
    return None if decision is None else _LAWFUL.get(decision.word)
