"""Declared types: statements and type nodes to types of the model.

Takes nodes and the names of the rulebook; gives types by name and findings. Knows no facts and no conditions,
and leaves the contents of code tables to `codes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from checker.findings import Finding, nearest, say
from checker.rulebook.days import day_ordinal
from checker.rulebook.literals import ABSENT_WORDS, read_literal
from checker.rulebook.misread import Misread
from checker.rulebook.model import (
    FIRST_DAY,
    LAST_DAY,
    LIMIT,
    MINUTES_A_DAY,
    CodeType,
    FieldType,
    FiniteType,
    ListType,
    NamedValue,
    OrderedType,
    RecordType,
    TextType,
    ValueType,
    boolean,
)
from checker.rulebook.names import Names, member_names
from checker.syntax import nodes

MOST_DIGITS = 12
_DIGITS: Mapping[tuple[str, str | None], int] = {(str(n), None): n for n in range(MOST_DIGITS + 1)}

DeclaredType = FiniteType | CodeType
Findings = tuple[Finding, ...]


def names_of(naming: nodes.Naming) -> tuple[str, ...]:
    """Return the canonical name with its aliases after it."""
    return tuple(name.text for name in naming.names)


def read_finite_types(statements: Iterable[nodes.Statement]) -> tuple[dict[str, FiniteType], Findings]:
    """Read the kinds and levels, by canonical name; of two with one name the first counts."""
    types: dict[str, FiniteType] = {}
    findings: list[Finding] = []
    for statement in statements:
        if isinstance(statement, nodes.KindsDeclaration):
            form, placed = "kinds", tuple(_tree(statement.roots, None))
        elif isinstance(statement, nodes.LevelsDeclaration):
            form, placed = "levels", tuple((value, None) for value in statement.values)
        else:
            continue
        finite, wrong = _finite(form, statement.naming.text, placed)
        types.setdefault(finite.name, finite)
        findings.extend(wrong)
    return types, tuple(findings)


_BUILTIN = ("boolean", "date", "datetime", "duration", "hs", "text", "integer", "percent")
_NUMBERS = say("write `integer` for whole numbers, for others for example `decimal(2) kg`")
_SAID_ELSEWHERE = {
    word: type_
    for type_, words in (
        ("boolean", "bool yesno flag 布尔 布尔值 是否 真假"),
        ("date", "day 日期"),
        ("datetime", "time timestamp 时间 日期时间"),
        ("duration", "period timespan 期间 时长"),
        ("hs", "hscode hs_code 商品编码 税号"),
        ("text", "string str varchar char 字符串 文本 文字 字符"),
        ("percent", "percentage 百分比 比例"),
        ("number", "number numeric float double 数字 数值 数"),
        ("integer", "int long 整型"),
    )
    for word in words.split()
}


def read_type(
    node: nodes.Type, name: str, names: Names, types: Mapping[str, DeclaredType | Finding]
) -> tuple[FieldType | None, Findings]:
    """Read the type of a fact, field, attribute or answer; `types` are the declared ones by canonical name.

    One that could not be read gives the finding that says so wherever it is named: it is shown once. Values listed on
    the spot are a type of their own, which gets the name of what has it.
    """
    match node:
        case nodes.NamedType(name=written):
            if (declared := names.find(written, "type")) is not None and declared in types:
                found = types[declared]
                return (None, (found,)) if isinstance(found, Finding) else (found, ())
            if (record := names.find(written, "record")) is not None:
                return RecordType(record), ()
            return None, (_unknown_type(written, names),)
        case nodes.ListType(record=written):
            record = names.find(written, "record")
            if record is None:
                return None, (names.unknown(written, "record"),)
            return ListType(record), ()
        case nodes.EnumerationType(values=values):
            return _finite("one of", name, tuple((value, None) for value in values))
        case nodes.BuiltinType():
            return _builtin(node)


def _unknown_type(written: nodes.Name, names: Names) -> Finding:
    """Report the name of a type that is none, with the word of the language that says it."""
    finding = names.unknown_of(written, ("type", "record"))
    word = _SAID_ELSEWHERE.get(written.text.casefold())
    if word is None and finding.help is None:
        word = nearest(written.text, _BUILTIN)
    if word is None:
        return finding
    return replace(finding, help=_NUMBERS if word == "number" else say("write `{word}`", word=word))


def alike(left: ValueType, right: ValueType) -> bool:
    """Tell whether facts of two types may be compared by `is`.

    Values listed on the spot are alike when they have the same names, whatever their fields are called; all
    other finite types are alike only to themselves, codes to those of their own table, ordered types by form and
    unit.
    """
    if isinstance(left, FiniteType) and isinstance(right, FiniteType):
        if left.form == right.form == "one of":
            return set(left.domain) == set(right.domain)
        return (left.form, left.name) == (right.form, right.name)
    if isinstance(left, OrderedType) and isinstance(right, OrderedType):
        return (left.form, left.unit) == (right.form, right.unit)
    if isinstance(left, CodeType) and isinstance(right, CodeType):
        return left.table is right.table
    return False


def _tree(roots: tuple[nodes.KindNode, ...], above: str | None) -> Iterator[tuple[nodes.ValueDeclaration, str | None]]:
    """Walk a kinds tree, each node before what lies below it."""
    for node in roots:
        yield node.value, above
        yield from _tree(node.below, node.value.naming.text)


def _finite(
    form: str, name: str, placed: tuple[tuple[nodes.ValueDeclaration, str | None], ...]
) -> tuple[FiniteType, Findings]:
    known, findings = member_names(value.naming for value, _ in placed)
    values: dict[str, NamedValue] = {}
    for value, above in placed:
        since, until, wrong = read_window(value.since, value.until)
        findings += wrong + _absent(value)
        own = tuple(n for n in names_of(value.naming) if known[n] == value.naming.text)
        values.setdefault(value.naming.text, NamedValue(own, above, since, until))
    return FiniteType(form, name, tuple(values.values())), findings


def _absent(value: nodes.ValueDeclaration) -> Findings:
    """Report a value that nobody could tell from the value of what is not there."""
    return tuple(
        Finding("N203", say("`{name}` says that nothing is there, and names no value", name=name.text), name.span)
        for name in value.naming.names
        if name.text in ABSENT_WORDS
    )


def read_window(since: nodes.Day | None, until: nodes.Day | None) -> tuple[int | None, int | None, Findings]:
    """Read the first day and the first day without, either of which may be open."""
    first, findings = read_day_or_report(since)
    last, wrong = read_day_or_report(until)
    findings += wrong
    if first is not None and last is not None and until is not None and last <= first:
        findings += (Finding("D105", say("the end does not lie after the beginning"), until.span),)
    return first, last, findings


def read_day_or_report(node: nodes.Day | None) -> tuple[int | None, Findings]:
    """Read a day of a rule file as an ordinal; no day stays none."""
    if node is None:
        return None, ()
    day = day_ordinal(node)
    return (None, (day.finding(node.span),)) if isinstance(day, Misread) else (day, ())


def _builtin(node: nodes.BuiltinType) -> tuple[FieldType | None, Findings]:
    match node.kind:
        case "boolean":
            return boolean(), ()
        case "text":
            return TextType(), ()
        case "date":
            return OrderedType("date", 0, None, FIRST_DAY, LAST_DAY), ()
        case "datetime":
            first, last = FIRST_DAY * MINUTES_A_DAY, (LAST_DAY + 1) * MINUTES_A_DAY - 1
            return OrderedType("datetime", 0, None, first, last), ()
        case "duration":
            return OrderedType("duration", 0, None, 0, LIMIT), ()
        case "hs":
            return OrderedType("hs", 0, None, 0, 10**10 - 1), ()
    return _numeric(node)


def _numeric(node: nodes.BuiltinType) -> tuple[OrderedType | None, Findings]:
    """Read a type of numbers: those with a unit, and money, are not negative unless a range says so."""
    digits = {"integer": 0, "money": 2, "percent": 2}.get(node.kind)
    if node.digits is not None:
        digits = _DIGITS.get((node.digits.text, node.digits.unit))
    if digits is None:
        span = node.span if node.digits is None else node.digits.span
        return None, (Finding("T302", say("a decimal has from 0 to {most} decimals", most=MOST_DIGITS), span),)
    unit = "percent" if node.kind == "percent" else node.unit
    widest = OrderedType(node.kind, digits, unit, -LIMIT, LIMIT)
    if node.low is None or node.high is None:
        return replace(widest, low=-LIMIT if unit is None else 0), ()
    low, high = read_literal(widest, node.low), read_literal(widest, node.high)
    if isinstance(low, int) and isinstance(high, int) and low <= high:
        return replace(widest, low=low, high=high), ()
    wrong = [end.finding(n.span) for end, n in ((low, node.low), (high, node.high)) if isinstance(end, Misread)]
    message = say("the range {low}..{high} has nothing in it", low=node.low.text, high=node.high.text)
    return None, tuple(wrong) or (Finding("T302", message, node.low.span.to(node.high.span)),)
