"""Types aloud, from the nodes: what values a fact or an answer may have.

Takes a type as it was written; gives words.
"""

from __future__ import annotations

from checker.reports.aloud.operands import Reader
from checker.rulebook.model import CodeType, FiniteType
from checker.syntax import nodes


def type_words(reader: Reader, node: nodes.Type) -> str:
    """Say a type."""
    namer = reader.namer
    match node:
        case nodes.BuiltinType(kind=kind, digits=digits, unit=unit):
            values = {"digits": digits.text if digits else "", "unit": namer.unit(unit) if unit else ""}
            return reader.say(f"type.{kind}", **values) + _range(reader, node)
        case nodes.EnumerationType(values=values):
            return reader.say("type.one-of", values=namer.either(_value(reader, value) for value in values))
        case nodes.ListType(record=record):
            name = reader.material.canonical(record, "record")
            return reader.say("type.list", record=namer.record(name))
        case nodes.NamedType(name=name):
            return _named(reader, name)


def _named(reader: Reader, name: nodes.Name) -> str:
    namer = reader.namer
    record = reader.material.names.find(name, "record")
    if record is not None:
        return namer.record(record)
    match reader.material.vocabulary.types[name.text]:
        case FiniteType(form=form, values=values):
            names = [namer.value(value) for value in values]
            listed = reader.say("list").join(names) if form == "levels" else namer.either(names)
            return reader.say(f"type.{form}", values=listed)
        case CodeType(table=table):
            return reader.say("type.codes", table=namer.name(table.names))
    raise AssertionError("a rulebook without mistakes has no type that cannot be read")


def _value(reader: Reader, value: nodes.ValueDeclaration) -> str:
    words = reader.namer.name(tuple(name.text for name in value.naming.names))
    if value.since is not None:
        words = reader.say("value.since", value=words, day=reader.namer.day(value.since.text))
    if value.until is not None:
        words = reader.say("value.until", value=words, day=reader.namer.day(value.until.text))
    return words


def _range(reader: Reader, node: nodes.BuiltinType) -> str:
    if node.low is None or node.high is None:
        return ""
    ends = {"low": reader.operand(node.low), "high": reader.operand(node.high)}
    return reader.say("type.range", **ends)
