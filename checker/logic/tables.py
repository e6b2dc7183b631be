"""What code tables say of a listed code: on which days, and what holds of it then."""

from __future__ import annotations

from collections.abc import Iterator

from checker.logic.places import attribute_of
from checker.rulebook.model import (
    ABSENT,
    Attribute,
    Below,
    CodeTable,
    CodeType,
    IsAbsent,
    Members,
    Runs,
    Value,
    ValueSet,
)

Chain = tuple[str, ...]


def change_days(table: CodeTable, chain: Chain) -> list[int]:
    """Return the days on which a chain of attributes may change its value for some listed code, ascending."""
    dated = (
        window
        for owner, attribute in _steps(table, chain)
        for row in owner.rows.values()
        for window in row.attributes.get(attribute.name, ())
    )
    return sorted({day for window in dated for day in (window.since, window.until) if day is not None})


def is_settled(table: CodeTable, chain: Chain) -> bool:
    """Tell whether a chain's value follows from what the codes are: every table read is closed, nothing is dated."""
    owners = [owner for owner, _ in _steps(table, chain)] or [table]
    return all(owner.closed for owner in owners) and not any(a.dated for _, a in _steps(table, chain))


def holds(table: CodeTable, code: str, chain: Chain, values: ValueSet, day: int | None) -> bool:
    """Tell whether a listed code, or the attribute it leads to, has a value in the set on a day."""
    value: Value = code
    for owner, attribute in _steps(table, chain):
        value = owner.rows[str(value)].value(attribute.name, day)
        if value is ABSENT:
            return isinstance(values, IsAbsent)
        if isinstance(attribute.type, CodeType):
            table = attribute.type.table
    match values:
        case Members(names):
            return value in names
        case Runs(runs):
            return isinstance(value, int) and any(low <= value <= high for low, high in runs)
        case Below(codes):
            return bool(codes.intersection(table.ancestors(str(value))))
        case IsAbsent():
            return False


def _steps(table: CodeTable, chain: Chain) -> Iterator[tuple[CodeTable, Attribute]]:
    for name in chain:
        attribute = attribute_of(table, name)
        yield table, attribute
        if isinstance(attribute.type, CodeType):
            table = attribute.type.table
