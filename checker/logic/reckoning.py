"""Quantities under a plan: what is known of them as a number, what is not as variables.

Data only: a `Reckoning` is what is left of a sum of addends once the plan has said what it says. `scene` makes them,
`feasibility` asks whether their variables can have values.
"""

from __future__ import annotations

from msgspec import Struct

from checker.logic.fields import Classes
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


def upright(reckoning: Reckoning, classes: Classes, mask: int) -> tuple[Reckoning, int]:
    """Write a quantity the one way of the two there are, where its classes are the same both ways; and a set of them.

    How far one day lies before another is how far the other lies after it: one dimension, and not two.
    """
    parts = tuple(sorted(reckoning.parts, key=_spelling))
    if parts[0][0] > 0 or reckoning.constant or not classes.are_symmetric:
        return Reckoning(reckoning.constant, parts), mask
    count = len(classes.extents)
    turned = sum(1 << (count - 1 - place) for place in range(count) if mask >> place & 1)
    return Reckoning(0, tuple((-factor, variable) for factor, variable in parts)), turned


def _spelling(part: tuple[int, Variable]) -> str:
    return repr(part[1])
