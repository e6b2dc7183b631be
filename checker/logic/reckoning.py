"""Quantities under a plan: what is known of them as a number, what is not as variables.

Data only: a `Reckoning` is what is left of a sum of addends once the plan has said what it says. `scene` makes them,
`feasibility` asks whether their variables can have values.
"""

from __future__ import annotations

from msgspec import Struct

from checker.logic.lowering import UnitName
from checker.logic.twins import Slot
from checker.rulebook.model import Due, Value


class Unknown(Struct, frozen=True):
    """A fact with a number that is not known: where it stands, and the field that has its values."""

    slot: Slot
    field: int


class End(Struct, frozen=True):
    """The end of a period that runs from dates of which some are not known; the others by their values."""

    due: Due
    anchors: tuple[Unknown | Value, ...]


class OpenCount(Struct, frozen=True):
    """How many elements of a list that is not known fulfil the condition `where`, seen from `scope`."""

    list: Slot
    where: UnitName
    scope: tuple[str, ...]


class OpenSum(Struct, frozen=True):
    """The sum of a fact, by its field, over the elements of a list that is not known."""

    list: Slot
    field: int


Variable = Unknown | End | OpenCount | OpenSum


class Reckoning(Struct, frozen=True):
    """A constant and variables with their factors."""

    constant: int
    parts: tuple[tuple[int, Variable], ...]
