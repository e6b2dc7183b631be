"""Sets of values that one comparison with constants names, by the type of what is compared.

Takes a type and the constants as written, gives a `ValueSet` or the finding that says why there is none. Knows no
facts: who is compared is known to `conditions`.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from checker.findings import Edit, Finding, Span, row, say
from checker.rulebook.literals import day_ordinal, read_literal, read_number, read_scalar
from checker.rulebook.misread import Misread
from checker.rulebook.model import (
    MINUTES_A_DAY,
    Below,
    CodeType,
    FiniteType,
    Members,
    OrderedType,
    Runs,
    TextType,
    Value,
    ValueSet,
    ValueType,
)
from checker.rulebook.names import unknown_name
from checker.rulebook.reckoning import united
from checker.rulebook.spelling import typed_name
from checker.syntax import nodes

ConstantNode = nodes.Path | nodes.Literal

GOODS_CODE_DIGITS = 10
_MOST_LISTED = 8
_DIGITS = re.compile(rf"[0-9]{{1,{GOODS_CODE_DIGITS}}}")


def could_name(value_type: ValueType, node: nodes.Operand) -> bool:
    """Tell whether a bare name is a value of the type."""
    if not isinstance(node, nodes.Path) or len(node.parts) > 1:
        return False
    if not isinstance(value_type, FiniteType | CodeType):
        return False
    return not isinstance(read_scalar(value_type, node.text), Misread)


def constant(value_type: ValueType, node: ConstantNode) -> Value | Finding:
    """Read a constant as one value of the type; a bare name can only be a value of a finite type or a code."""
    if not isinstance(node, nodes.Path):
        value = read_literal(value_type, node)
        return value.finding(node.span) if isinstance(value, Misread) else value
    if isinstance(value_type, TextType | OrderedType):
        message = say("`{word}` is a name, and a number or a date is wanted here", word=node.text)
        if isinstance(value_type, TextType):
            message = say("`{word}` is a name, and a text between quotes is wanted here", word=node.text)
        return Finding("T302", message, node.span)
    value = read_scalar(value_type, node.text)
    if not isinstance(value, Misread):
        return value
    if not value.unknown or len(node.parts) > 1:
        return value.finding(node.span)
    if isinstance(value_type, CodeType):
        return unknown_name(node.parts[0], value.message, value_type.table.rows, lambda _: None)
    unknown = unknown_name(node.parts[0], value.message, value_type.names, lambda _: None)
    if unknown.help or len(value_type.domain) > _MOST_LISTED:
        return unknown
    return replace(unknown, help=say("write one of: {words}", words=row(f"`{word}`" for word in value_type.domain)))


def equal_to(value_type: ValueType, node: ConstantNode) -> ValueSet | Finding:
    """Return the values that `is` admits: a node with all below it, a whole day of a `datetime`."""
    if isinstance(value_type, OrderedType) and isinstance(node, nodes.Day) and value_type.form == "datetime":
        minutes = _stretch(value_type, node)
        return minutes if isinstance(minutes, Finding) else _runs(value_type, *minutes)
    value = constant(value_type, node)
    if isinstance(value, Finding):
        return value
    if isinstance(value_type, FiniteType) and value_type.form == "kinds":
        return Members(value_type.below(str(value)))
    if isinstance(value, int):
        return Runs(((value, value),))
    return Members(frozenset((str(value),)))


def below(value_type: ValueType, node: ConstantNode) -> ValueSet | Finding:
    """Return the values that `in` admits without braces: a node of a tree or a code, and all below it."""
    if isinstance(value_type, CodeType):
        code = constant(value_type, node)
        return code if isinstance(code, Finding) else Below(frozenset((str(code),)))
    if isinstance(value_type, FiniteType) and value_type.form == "kinds":
        return equal_to(value_type, node)
    message = say("only a tree of kinds and a table of codes have something below")
    if not isinstance(node, nodes.Path):
        return Finding("T301", message, node.span)
    # A value that has nothing below it can only be meant for itself.
    edits = (Edit(node.span, f"{{ {typed_name(node.text)} }}"),) if could_name(value_type, node) else ()
    return Finding("T301", message, node.span, help=say("write `in {{ {word} }}`", word=node.text), edits=edits)


def compared(value_type: ValueType, operator: str, node: ConstantNode) -> ValueSet | Finding:
    """Return the values on one side of a constant: `<`, `<=`, `>` or `>=`."""
    if isinstance(value_type, FiniteType) and has_order(value_type):
        level = constant(value_type, node)
        return level if isinstance(level, Finding) else levels(value_type, operator, str(level))
    if not isinstance(value_type, OrderedType) or not has_order(value_type):
        return without_order(value_type, node.span)
    stretch = _stretch(value_type, node)
    if isinstance(stretch, Finding):
        return stretch
    first, last = stretch
    match operator:
        case "<":
            return _runs(value_type, value_type.low, first - 1)
        case "<=":
            return _runs(value_type, value_type.low, last)
        case ">":
            return _runs(value_type, last + 1, value_type.high)
        case _:
            return _runs(value_type, first, value_type.high)


def between(value_type: ValueType, low: ConstantNode, high: ConstantNode) -> ValueSet | Finding:
    """Return the values from one constant to another, both included."""
    lower, upper = compared(value_type, ">=", low), compared(value_type, "<=", high)
    if isinstance(lower, Finding) or isinstance(upper, Finding):
        return lower if isinstance(lower, Finding) else upper
    both = _intersection(lower, upper)
    if both in (Members(frozenset()), Runs(())):
        return Finding("T302", say("no value lies between these two"), low.span.to(high.span))
    return both


def starting(value_type: ValueType, prefix: nodes.Text) -> ValueSet | Finding:
    """Return the goods codes that begin with some digits."""
    if not isinstance(value_type, OrderedType) or value_type.form != "hs":
        return Finding("T301", say("only a goods code has a prefix to test"), prefix.span)
    if not _DIGITS.fullmatch(prefix.value):
        message = say(
            '"{prefix}" begins no goods code: a prefix has from 1 to {most} digits',
            prefix=prefix.value,
            most=GOODS_CODE_DIGITS,
        )
        return Finding("T302", message, prefix.span)
    rest = 10 ** (GOODS_CODE_DIGITS - len(prefix.value))
    first = int(prefix.value) * rest
    return Runs(((first, first + rest - 1),))


def union(left: ValueSet, right: ValueSet) -> ValueSet:
    """Join two sets of values that `equal_to` gave for one type."""
    if isinstance(left, Members) and isinstance(right, Members):
        return Members(left.values | right.values)
    return united(Runs(_runs_of(left)), Runs(_runs_of(right)))


def levels(value_type: FiniteType, operator: str, level: str) -> Members:
    """Return the levels on one side of a level: `<`, `<=`, `>` or `>=`."""
    place = value_type.domain.index(level)
    match operator:
        case "<":
            admitted = value_type.domain[:place]
        case "<=":
            admitted = value_type.domain[: place + 1]
        case ">":
            admitted = value_type.domain[place + 1 :]
        case _:
            admitted = value_type.domain[place:]
    return Members(frozenset(admitted))


def has_order(value_type: ValueType) -> bool:
    """Tell whether one value of the type can be less than another."""
    if isinstance(value_type, OrderedType):
        return value_type.form != "hs"
    return isinstance(value_type, FiniteType) and value_type.form == "levels"


def without_order(value_type: ValueType, span: Span) -> Finding:
    """Report a comparison that asks for an order where there is none."""
    if isinstance(value_type, OrderedType):
        return Finding("T301", say("goods codes are compared by `is`, `in` and `starts with`"), span)
    name = "text" if isinstance(value_type, TextType) else value_type.name
    message = say("the values of `{type}` have no order", type=name)
    return Finding("T301", message, span, help=say("write `is` or `in {{ … }}`"))


def _stretch(value_type: OrderedType, node: ConstantNode) -> tuple[int, int] | Finding:
    """Read a limit as the integers it covers: one, or all minutes of a day; it may lie beyond the type's range."""
    match node:
        case nodes.Day() if value_type.form == "datetime":
            day = day_ordinal(node)
            if isinstance(day, Misread):
                return day.finding(node.span)
            return day * MINUTES_A_DAY, (day + 1) * MINUTES_A_DAY - 1
        case nodes.Number():
            number = read_number(value_type, node)
            return number.finding(node.span) if isinstance(number, Misread) else (number, number)
        case _:
            value = constant(value_type, node)
            if isinstance(value, Finding):
                return value
            assert isinstance(value, int)
            return value, value


def _runs(value_type: OrderedType, first: int, last: int) -> Runs:
    """Return the part of a stretch within the type's range."""
    first, last = max(first, value_type.low), min(last, value_type.high)
    return Runs(((first, last),) if first <= last else ())


def _intersection(left: ValueSet, right: ValueSet) -> ValueSet:
    if isinstance(left, Members) and isinstance(right, Members):
        return Members(left.values & right.values)
    pairs = ((max(a, c), min(b, d)) for a, b in _runs_of(left) for c, d in _runs_of(right))
    return Runs(tuple((first, last) for first, last in pairs if first <= last))


def _runs_of(values: ValueSet) -> tuple[tuple[int, int], ...]:
    return values.runs if isinstance(values, Runs) else ()
