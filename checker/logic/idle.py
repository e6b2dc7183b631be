"""Which conditions a plan makes idle: those of provisions that cannot apply to it, whatever else is true of it.

Takes what is left alive of a map by what is known of a plan. Where a part of a provision holds in no case, its other
parts, its claims and its powers change nothing, and need not be laid into the plan: of a long law most of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.logic.lowering import UnitName
from checker.logic.scene import Scene
from checker.rulebook.model import Rulebook

_CONDITIONS = frozenset({"window", "document", "part"})
_WINDOW = frozenset({"window"})
_OWN = _CONDITIONS | {"claim", "power", "late"}

Member = tuple[str, str]
"""A provision in the map of a question, by the key of the question and its name."""


def left_to_lay(book: Rulebook, scene: Scene) -> frozenset[UnitName]:
    """Return the conditions that may hold and matter, of all that bear on a question."""
    alive = frozenset(scene.alive)
    idle = {_member(unit) for unit in scene.compiled.units if _is_of(_CONDITIONS, unit) and unit not in alive}
    hanging = dict(_hanging(book, alive))
    while more := {member for member, base in hanging.items() if base in idle and member not in idle}:
        idle |= more
    return frozenset(unit for unit in alive if not (_is_of(_OWN, unit) and _member(unit) in idle))


def _is_of(kinds: frozenset[str], unit: UnitName) -> bool:
    return not unit[0].startswith("~") and unit[1] in kinds


def _member(unit: UnitName) -> Member:
    return unit[0], unit[2]


def _hanging(book: Rulebook, units: frozenset[UnitName]) -> Iterator[tuple[Member, Member]]:
    """Go through the exceptions and provisos, with the provision that each hangs on."""
    for unit in units:
        relation = book.provisions[unit[2]].relation if _is_of(_WINDOW, unit) else None
        if relation is not None and relation.form != "override":
            yield _member(unit), (unit[0], relation.target)
