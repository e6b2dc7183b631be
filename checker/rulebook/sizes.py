"""Records in records: which come back to themselves, and which hold more than a rulebook may.

Takes records and facts by name; gives fields, and what is wrong with them. A record is counted at every place where
it stands, since each of its fields is a fact there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.findings import Message, say
from checker.rulebook.model import ListType, Record, RecordField, RecordType

DEEPEST_RECORDS = 20
"""How deep records may stand in one another."""

MOST_FACTS = 10_000
"""How many facts a plan may have to say, those in records counted at each of their places."""


def self_containing(records: Mapping[str, Record]) -> list[tuple[str, RecordField]]:
    """Find the fields by which a record comes back to itself; without them none does."""
    return _walk(records)[1]


def oversized_fields(records: Mapping[str, Record]) -> Iterator[tuple[str, RecordField, Message]]:
    """Find the fields by which a record becomes too deep or too large; no record may contain itself."""
    depths: dict[str, int] = {}
    counts: dict[str, int] = {}
    for record in _walk(records)[0]:
        depths[record], counts[record] = 1, 0
        for field in records[record].fields:
            depth, count = _size(field, depths, counts)
            if depth >= DEEPEST_RECORDS:
                yield record, field, say("records stand in one another more than {most} deep", most=DEEPEST_RECORDS)
            elif counts[record] + count > MOST_FACTS:
                yield record, field, say("more than {most} facts, those in records counted", most=MOST_FACTS)
            else:
                depths[record] = max(depths[record], depth + 1)
                counts[record] += count


def first_facts(facts: Mapping[str, RecordField], records: Mapping[str, Record]) -> Iterator[tuple[str, RecordField]]:
    """Give the facts, as far as they are not too many; no record may be too large."""
    depths: dict[str, int] = {}
    counts: dict[str, int] = {}
    for record in _walk(records)[0]:
        sizes = [_size(field, depths, counts) for field in records[record].fields]
        depths[record] = 1
        counts[record] = sum(count for _, count in sizes)
    left = MOST_FACTS
    for name, fact in facts.items():
        left -= _size(fact, depths, counts)[1]
        if left < 0:
            return
        yield name, fact


def _size(field: RecordField, depths: Mapping[str, int], counts: Mapping[str, int]) -> tuple[int, int]:
    """Tell how deep a field is, and how many facts it stands for."""
    inner = _inner(field)
    return (0, 1) if inner is None else (depths.get(inner, 0), counts.get(inner, 0))


def _walk(records: Mapping[str, Record]) -> tuple[list[str], list[tuple[str, RecordField]]]:
    """Go through the records, inner ones first, and find the fields that come back to one being gone through."""
    done: dict[str, None] = {}
    back: list[tuple[str, RecordField]] = []
    for start in records:
        path = {} if start in done else {start: iter(records[start].fields)}
        while path:
            here = next(reversed(path))
            field = next(path[here], None)
            if field is None:
                path.popitem()
                done[here] = None
            elif (inner := _inner(field)) in path and inner is not None:
                back.append((here, field))
            elif inner is not None and inner not in done:
                path[inner] = iter(records[inner].fields)
    return list(done), back


def _inner(field: RecordField) -> str | None:
    return field.type.record if isinstance(field.type, RecordType | ListType) else None
