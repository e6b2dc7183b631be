"""Values by their types: the one reader of a plan's scalars, a code table's scalars and a rule's constants.

Takes a type and the text as written, gives a value of the model or a `Misread`. The text decides, never the
typing of the file it stands in. Knows no file and no place; who calls it does.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from checker.findings import nearest
from checker.rulebook.days import (
    day_ordinal,
    moment_minutes,
    read_day,
    read_duration,
    read_moment,
    write_day,
    write_duration,
    write_moment,
)
from checker.rulebook.misread import Misread
from checker.rulebook.model import (
    ABSENT,
    LIMIT,
    Absent,
    CodeType,
    FiniteType,
    OrderedType,
    TextType,
    Value,
    ValueType,
)

if TYPE_CHECKING:
    from checker.syntax import nodes

__all__ = [
    "ABSENT_WORDS",
    "Misread",
    "day_ordinal",
    "moment_minutes",
    "read_literal",
    "read_number",
    "read_scalar",
    "write_scalar",
]

ABSENT_WORDS = ("absent", "缺省")

_NUMBER = re.compile(r"(-?)([0-9]{1,30})(?:\.([0-9]{1,30}))?(?: *([^\s0-9.\-].*))?")
_HS = re.compile(r"[0-9]{10}")


def read_scalar(value_type: ValueType, text: str, optional: bool = False) -> Value | Misread:
    """Read a scalar's own text by its type; `absent` is a value where `optional`."""
    if text in ABSENT_WORDS and optional:
        return ABSENT
    if isinstance(value_type, TextType):
        return text
    if text in ABSENT_WORDS:
        return Misread(f"`{text}` may stand only for what is `optional`")
    name = unicodedata.normalize("NFC", text)
    if isinstance(value_type, FiniteType):
        return _read_name(value_type, name)
    if isinstance(value_type, CodeType):
        return _read_code(value_type, name)
    value = _read_ordered(value_type, text)
    return value if isinstance(value, Misread) else _within(value_type, value, text)


def read_literal(value_type: ValueType, node: nodes.Literal) -> Value | Misread:
    """Read a constant of a rule by the type it meets: a value that a fact of this type may have."""
    from checker.syntax import nodes  # here alone: whoever reads plans needs no nodes

    match node:
        case nodes.Number(text=text) if isinstance(value_type, OrderedType):
            value = read_number(value_type, node)
            return value if isinstance(value, Misread) else _within(value_type, value, text)
        case nodes.Number(text=text):
            return _not_of(value_type, text, f'"{text}"' if isinstance(value_type, CodeType) else None)
        case nodes.Text(value=text) if isinstance(value_type, TextType):
            return text
        case nodes.Text(value=text) if isinstance(value_type, CodeType) or _is(value_type, "hs"):
            return read_scalar(value_type, text)
        case nodes.Text(value=text):
            unquoted = not isinstance(read_scalar(value_type, text), Misread)
            return _not_of(value_type, f'"{text}"', text if unquoted else None)
        case nodes.Truth(value=truth):
            word = "true" if truth else "false"
            return word if _is(value_type, "boolean") else _not_of(value_type, word)
        case nodes.Day(text=text) if _is(value_type, "date"):
            return day_ordinal(node)
        case nodes.Moment(text=text) if _is(value_type, "datetime"):
            return moment_minutes(node)
        case nodes.Day(text=text) | nodes.Moment(text=text):
            return _not_of(value_type, text)


def read_number(value_type: OrderedType, number: nodes.Number) -> int | Misread:
    """Read a number of a rule in the type's smallest unit.

    Its range is not checked, for a limit may lie beyond. A number without unit may meet a type with one, except
    where the unit says how long.
    """
    text = number.text if number.unit is None else f"{number.text} {number.unit}"
    if value_type.form in ("date", "datetime"):
        return _not_of(value_type, text)
    return _read_ordered(value_type, text)


def write_scalar(value_type: ValueType, value: Value) -> str:
    """Write a value in its canonical spelling, which `read_scalar` reads as the same value."""
    if isinstance(value, Absent):
        return ABSENT_WORDS[0]
    if isinstance(value, str):
        return value
    match value_type.form if isinstance(value_type, OrderedType) else "":
        case "date":
            return write_day(value)
        case "datetime":
            return write_moment(value)
        case "duration":
            return write_duration(value)
        case "hs":
            return f"{value:010}"
    return _write_number(value_type.digits if isinstance(value_type, OrderedType) else 0, value)


def _read_name(value_type: FiniteType, name: str) -> str | Misread:
    if (value := value_type.names.get(name)) is not None:
        return value
    if value_type.form == "boolean":
        return Misread(f"`{name}` is neither `true` nor `false`")
    return Misread(f"no value of `{value_type.name}` is named `{name}`", nearest(name, value_type.names), unknown=True)


def _read_code(value_type: CodeType, code: str) -> str | Misread:
    if code in value_type.table.rows:
        return code
    return Misread(f"`{value_type.name}` lists no code `{code}`", nearest(code, value_type.table.rows), unknown=True)


def _read_ordered(value_type: OrderedType, text: str) -> int | Misread:
    match value_type.form:
        case "date":
            return read_day(text)
        case "datetime":
            return read_moment(text)
        case "duration":
            return read_duration(text)
        case "hs":
            return int(text) if _HS.fullmatch(text) else Misread(f"`{text}` is not a goods code of ten digits")
    return _read_number(value_type, text)


def _read_number(value_type: OrderedType, text: str) -> int | Misread:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return _not_of(value_type, text)
    sign, whole, decimals, unit = found.groups(default="")
    if unit and ("percent" if unit == "%" else unit) != value_type.unit:
        return Misread(f"`{text}` is not {_expected(value_type)}")
    if len(decimals) > value_type.digits:
        most = f"at most {value_type.digits} decimals" if value_type.digits else "no decimals"
        return Misread(f"`{text}` has too many decimals: {_expected(value_type)} has {most}")
    value = int(whole + decimals.ljust(value_type.digits, "0"))
    return -value if sign else value


def _within(value_type: OrderedType, value: int, text: str) -> int | Misread:
    if value_type.low <= value <= value_type.high:
        return value
    if value < 0 and value_type.low == 0:
        return Misread(f"`{text}` is below nought")
    if abs(value) > LIMIT:
        return Misread(f"`{text}` is larger than any number can be here")
    low, high = write_scalar(value_type, value_type.low), write_scalar(value_type, value_type.high)
    return Misread(f"`{text}` lies outside {low}..{high}")


def _write_number(digits: int, value: int) -> str:
    whole, rest = divmod(abs(value), 10**digits)
    decimals = f"{rest:0{digits}}".rstrip("0") if digits else ""
    return f"{'-' if value < 0 else ''}{whole}{'.' if decimals else ''}{decimals}"


def _is(value_type: ValueType, form: str) -> bool:
    return isinstance(value_type, FiniteType | OrderedType) and value_type.form == form


def _not_of(value_type: ValueType, text: str, near: str | None = None) -> Misread:
    return Misread(f"`{text}` is not {_expected(value_type)}", near)


def _expected(value_type: ValueType) -> str:
    """Name what the type reads, as the end of a sentence."""
    if isinstance(value_type, TextType):
        return 'a text between quotes, like "…"'
    if isinstance(value_type, CodeType):
        return f"a code of `{value_type.name}`"
    if isinstance(value_type, FiniteType):
        return "`true` or `false`" if value_type.form == "boolean" else f"a value of `{value_type.name}`"
    return {
        "integer": "a whole number",
        "decimal": "a number" if value_type.unit is None else f"a number of {value_type.unit}",
        "money": f"an amount of {value_type.unit}",
        "percent": "a percentage",
        "date": "a day written like `2015-10-12`",
        "datetime": "a time written like `2015-10-12 08:30`",
        "duration": "a duration written like `2 days 3 hours`",
        "hs": "a goods code of ten digits",
    }[value_type.form]
