"""Facts aloud: of what type each is, whether it may be absent, and who decides it.

Takes the label of a fact as `show` lists it; gives paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.reports.aloud.operands import Reader
from checker.reports.aloud.sentences import Lines, paragraph
from checker.reports.aloud.types import type_words
from checker.syntax import nodes

Declaration = nodes.FactDeclaration | nodes.FieldDeclaration


def read_fact(reader: Reader, label: str) -> Iterator[Lines]:
    """Read a fact of the plan, or of each element of a list, by its label."""
    parts = label.split(".")
    declared = _declared(reader, parts)
    span = declared.span
    path = nodes.Path(span, tuple(nodes.Name(span, part) for part in parts))
    record = None if _fact(reader, parts[0]) is not None else parts[0]
    inner = reader if record is None else reader.under(reader.material.bindings_on(record))
    yield paragraph(reader.say("heading.fact", name=reader.namer.quoted(label)))
    yield paragraph(reader.say("fact", fact=inner.operand(path), type=type_words(reader, declared.type)))
    if declared.optional:
        yield paragraph(reader.say("fact.optional"))
    if declared.decided_by is not None:
        yield paragraph(reader.say("fact.decided-by", role=reader.namer.role(declared.decided_by.text)))


def _declared(reader: Reader, parts: list[str]) -> Declaration:
    """Find the declaration of a fact by following its path."""
    first, *rest = parts
    found: Declaration | None = _fact(reader, first)
    record = first if found is None else _record_of(reader, found)
    for part in rest:
        found = next(f for f in _fields(reader, record) if f.naming.text == part)
        record = _record_of(reader, found)
    assert found is not None
    return found


def _fact(reader: Reader, name: str) -> nodes.FactDeclaration | None:
    facts = (s for s in reader.material.statements if isinstance(s, nodes.FactDeclaration))
    return next((fact for fact in facts if fact.naming.text == name), None)


def _fields(reader: Reader, record: str | None) -> tuple[nodes.FieldDeclaration, ...]:
    records = (s for s in reader.material.statements if isinstance(s, nodes.RecordDeclaration))
    return next(s.fields for s in records if s.naming.text == record)


def _record_of(reader: Reader, declared: Declaration) -> str | None:
    """Return the record a fact is made of, if it is made of one."""
    if not isinstance(declared.type, nodes.NamedType):
        return None
    return reader.material.names.find(declared.type.name, "record")
