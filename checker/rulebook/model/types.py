"""Types of facts, attributes and answers.

Finite types list their values in order of declaration (levels: lowest first). Ordered types are integers in the
type's smallest unit: `integer` 1, `decimal(n)` 10⁻ⁿ, `money` and `percent` 1/100, `date` a day (proleptic ordinal),
`datetime` and `duration` a minute (a day's ordinal times 1440 plus the minute of the day), `hs` the ten digits.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.rulebook.model.codes import CodeTable

MINUTES_A_DAY = 1440
FIRST_DAY, LAST_DAY = 1, 3652059
LIMIT = 10**18


class NamedValue(Struct, frozen=True):
    """A value of a finite type: its names (canonical first), the node directly above it, the days it exists.

    `since` and `until` are ordinals; `until` is the first day on which it no longer exists.
    """

    names: tuple[str, ...]
    above: str | None = None
    since: int | None = None
    until: int | None = None

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.names[0]


class FiniteType(Struct, frozen=True):
    """`boolean`, `one of`, `kinds` and `levels`; `form` says which.

    Every node of a kinds tree is a value of its own: a place known to be a `special_area` and nothing more.
    """

    form: str
    name: str
    values: tuple[NamedValue, ...]

    @property
    def names(self) -> Mapping[str, str]:
        """Every name and alias, with the canonical name it stands for."""
        return _names_of(self.values)

    @property
    def domain(self) -> tuple[str, ...]:
        """Canonical names in order of declaration."""
        return tuple(v.name for v in self.values)

    def value(self, name: str) -> NamedValue:
        """Return a value by its canonical name."""
        return next(v for v in self.values if v.name == name)

    def below(self, node: str) -> frozenset[str]:
        """Return a node of a kinds tree with everything below it."""
        found = {node}
        for value in self.values:
            if value.above in found:
                found.add(value.name)
        return frozenset(found)


class OrderedType(Struct, frozen=True):
    """A type whose values are integers; `form` is integer, decimal, money, percent, date, datetime, duration, hs.

    `digits` is the number of decimals; `unit` the unit or currency as declared; `low` and `high` the ends of the
    domain, included.
    """

    form: str
    digits: int
    unit: str | None
    low: int
    high: int


@lru_cache(maxsize=1024)
def _names_of(values: tuple[NamedValue, ...]) -> Mapping[str, str]:
    return MappingProxyType({alias: value.name for value in values for alias in value.names})


class CodeType(Struct, frozen=True):
    """The codes of one table."""

    table: CodeTable

    @property
    def name(self) -> str:
        """The declared name of the table."""
        return self.table.names[0]


class TextType(Struct, frozen=True):
    """Text that is carried and never tested."""


class RecordType(Struct, frozen=True):
    """A declared record, by its canonical name."""

    record: str


class ListType(Struct, frozen=True):
    """A list of a declared record."""

    record: str


ValueType = FiniteType | OrderedType | CodeType | TextType
FieldType = ValueType | RecordType | ListType


def boolean() -> FiniteType:
    """Return the type `boolean`: `true` before `false`."""
    return FiniteType("boolean", "boolean", (NamedValue(("true", "是")), NamedValue(("false", "否"))))


def presence_type(label: str) -> FiniteType:
    """Return the type of whether an optional record is there: `given`, or absent."""
    return FiniteType("presence", label, (NamedValue(("given",)),))


def is_moment(declared: FieldType | None) -> bool:
    """Tell whether values of a type have a time of the day: those of `datetime`."""
    return isinstance(declared, OrderedType) and declared.form == "datetime"


def is_point(declared: FieldType | None) -> bool:
    """Tell whether values of a type are points in time: days, or moments of a day."""
    return isinstance(declared, OrderedType) and declared.form in ("date", "datetime")
