"""Quantities under a plan: what is known of them as a number, what is not as variables.

Data only: a `Reckoning` is what is left of a sum of addends once the plan has said what it says. `scene` makes them,
`feasibility` asks whether their variables can have values.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.logic.lowering import UnitName
from checker.logic.twins import Slot
from checker.rulebook.model import Due, Value


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact with a number that is not known: where it stands, and the field that has its values."""

    slot: Slot
    field: int


@dataclass(frozen=True, slots=True)
class End:
    """The end of a period that runs from dates of which some are not known; the others by their values."""

    due: Due
    anchors: tuple[Unknown | Value, ...]


@dataclass(frozen=True, slots=True)
class OpenCount:
    """How many elements of a list that is not known fulfil the condition `where`, seen from `scope`."""

    list: Slot
    where: UnitName
    scope: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenSum:
    """The sum of a fact, by its field, over the elements of a list that is not known."""

    list: Slot
    field: int


Variable = Unknown | End | OpenCount | OpenSum


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A constant and variables with their factors."""

    constant: int
    parts: tuple[tuple[int, Variable], ...]
