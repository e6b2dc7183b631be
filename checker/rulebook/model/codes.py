"""Code tables: what a code is and has, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from checker.rulebook.model.types import ValueType
from checker.rulebook.model.values import ABSENT, Value


class Attribute(Struct, frozen=True):
    """A declared attribute of a table; a `dated` one has windows instead of one value."""

    names: tuple[str, ...]
    type: ValueType
    dated: bool

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.names[0]


class Dated(Struct, frozen=True):
    """A value that holds from a day (included) until a day (excluded), as ordinals; None is an open end."""

    value: Value
    since: int | None
    until: int | None

    def holds(self, day: int | None) -> bool:
        """Tell whether the value holds on a day; without a day only an unbounded value does."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class CodeRow(Struct, frozen=True):
    """One listed code, the code above it, and its attributes; one left out is absent."""

    code: str
    parent: str | None
    attributes: Mapping[str, tuple[Dated, ...]]

    def value(self, attribute: str, day: int | None) -> Value:
        """Return the attribute's value on a day (an ordinal), or ABSENT."""
        return next((d.value for d in self.attributes.get(attribute, ()) if d.holds(day)), ABSENT)


@dataclass(frozen=True, slots=True, eq=False)
class CodeTable:
    """A table of codes; in an open one (not `closed`) other codes exist, with any attributes."""

    names: tuple[str, ...]
    file: str
    closed: bool
    attributes: tuple[Attribute, ...]
    rows: Mapping[str, CodeRow]

    def attribute(self, name: str) -> Attribute | None:
        """Return an attribute by any of its names."""
        return next((a for a in self.attributes if name in a.names), None)

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Return the code itself and all codes above it, nearest first. Parents run in no circle."""
        chain = [code]
        while (row := self.rows.get(chain[-1])) is not None and row.parent is not None:
            chain.append(row.parent)
        return tuple(chain)
