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


def values_on(table: CodeTable, chain: Chain, day: int | None) -> dict[str, Value]:
    """Return for every listed code what a chain of attributes leads to on a day; the code itself without a chain."""
    found: dict[str, Value] = {code: code for code in table.rows}
    for owner, attribute in _steps(table, chain):
        for code, value in found.items():
            if value is not ABSENT:
                found[code] = owner.rows[str(value)].value(attribute.name, day)
    return found


def is_in(value: Value, values: ValueSet, table: CodeTable | None) -> bool:
    """Tell whether a value lies in a set; a code of the table also below the codes above it."""
    match values:
        case IsAbsent():
            return value is ABSENT
        case Members(names):
            return value in names
        case Runs(runs):
            return isinstance(value, int) and any(low <= value <= high for low, high in runs)
        case Below(codes):
            return table is not None and value is not ABSENT and bool(codes.intersection(table.ancestors(str(value))))


def table_at(table: CodeTable, chain: Chain) -> CodeTable | None:
    """Return the table of the codes a chain of attributes leads to; None when they are no codes."""
    for _, attribute in _steps(table, chain):
        if not isinstance(attribute.type, CodeType):
            return None
        table = attribute.type.table
    return table


def _steps(table: CodeTable, chain: Chain) -> Iterator[tuple[CodeTable, Attribute]]:
    for name in chain:
        attribute = attribute_of(table, name)
        yield table, attribute
        if isinstance(attribute.type, CodeType):
            table = attribute.type.table
