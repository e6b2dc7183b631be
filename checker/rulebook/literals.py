"""Values by their types: the one reader of a plan's scalars, a code table's scalars and a rule's constants.

Takes a type and the text as written, gives a value of the model or a `Misread`. The text decides, never the
typing of the file it stands in. Knows no file and no place; who calls it does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.findings import Message, nearest, say
from checker.findings import Value as Said
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
from checker.rulebook.spelling import narrow, same_word, typed_name

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
_MARKS_IN_HS = re.compile(r"[. ]")
_TRUTHS = {"true": "true", "yes": "true", "false": "false", "no": "false"}
"""What is neither spelling of a truth value, and can mean only one of them; small letters stand for all."""


def read_scalar(value_type: ValueType, text: str, optional: bool = False) -> Value | Misread:
    """Read a scalar's own text by its type; `absent` is a value where `optional`."""
    if text in ABSENT_WORDS and optional:
        return ABSENT
    if isinstance(value_type, TextType):
        return text
    if text in ABSENT_WORDS:
        return Misread(say("`{text}` may stand only for what is `optional`", text=text))
    name = unicodedata.normalize("NFC", text)
    if isinstance(value_type, FiniteType):
        return _read_name(value_type, name)
    if isinstance(value_type, CodeType):
        return _read_code(value_type, name)
    value = _read_ordered(value_type, text, text)
    return value if isinstance(value, Misread) else _within(value_type, value, text)


def read_literal(value_type: ValueType, node: nodes.Literal) -> Value | Misread:
    """Read a constant of a rule by the type it meets: a value that a fact of this type may have."""
    from checker.syntax import nodes  # here alone: whoever reads plans needs no nodes

    match node:
        case nodes.Number(text=text) if isinstance(value_type, OrderedType):
            value = read_number(value_type, node)
            return value if isinstance(value, Misread) else _within(value_type, value, text)
        case nodes.Number(text=text):
            listed = isinstance(value_type, CodeType) and text in value_type.table.rows and node.unit is None
            return _not_of(value_type, number_text(node), f'"{text}"' if listed else None)
        case nodes.Text(value=text) if isinstance(value_type, TextType):
            return text
        case nodes.Text(value=text) if isinstance(value_type, CodeType) or _is(value_type, "hs"):
            return _quoted(read_scalar(value_type, text))
        case nodes.Text(value=text):
            return _not_of(value_type, f'"{text}"', _unquoted(value_type, text))
        case nodes.Truth(value=truth):
            word = "true" if truth else "false"
            return word if _is(value_type, "boolean") else _not_of(value_type, truth_text(truth))
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
        return _not_of(value_type, number_text(number))
    return _read_ordered(value_type, text, number_text(number))


def number_text(number: nodes.Number) -> Said:
    """Write a number of a rule as it was written, with its unit in either language."""
    match number.unit:
        case None:
            return number.text
        case "days":
            return say("{number} days", number=number.text)
        case "hours":
            return say("{number} hours", number=number.text)
        case "minutes":
            return say("{number} minutes", number=number.text)
        case "months":
            return say("{number} months", number=number.text)
        case "working days":
            return say("{number} working days", number=number.text)
        case "percent":
            return say("{number} percent", number=number.text)
    return f"{number.text} {number.unit}"


def truth_text(truth: bool) -> Message:
    """Write `true` or `false` in either language."""
    return say("true") if truth else say("false")


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
        truth = _TRUTHS.get(narrow(name).casefold())
        return Misread(say("`{name}` is neither `true` nor `false`", name=name), truth, sure=truth is not None)
    return _unknown(
        say("no value of `{type}` is named `{name}`", type=value_type.name, name=name), name, value_type.names
    )


def _read_code(value_type: CodeType, code: str) -> str | Misread:
    if code in value_type.table.rows:
        return code
    return _unknown(
        say("`{table}` lists no code `{code}`", table=value_type.name, code=code), code, value_type.table.rows
    )


def _unknown(message: Message, word: str, known: Iterable[str]) -> Misread:
    """Report a word that no list has, with the same one in its right form, or else the nearest."""
    known = tuple(known)
    same = same_word(word, known)
    return Misread(message, same or nearest(word, known), unknown=True, sure=same is not None)


def _read_ordered(value_type: OrderedType, text: str, shown: Said) -> int | Misread:
    """Read a day, a time or a number; `shown` is the text as it is named where it is none."""
    match value_type.form:
        case "date":
            return read_day(text)
        case "datetime":
            return read_moment(text)
        case "duration":
            length = read_duration(text)
            return _not_of(value_type, shown) if length is None else length
        case "hs":
            digits = _MARKS_IN_HS.sub("", narrow(text))
            return (
                int(text)
                if _HS.fullmatch(text)
                else _not_of(value_type, shown, digits if _HS.fullmatch(digits) else None)
            )
    return _read_number(value_type, text, shown)


def _read_number(value_type: OrderedType, text: str, shown: Said) -> int | Misread:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return _not_of(value_type, shown, narrow(text) if _NUMBER.fullmatch(narrow(text)) else None)
    sign, whole, decimals, unit = found.groups(default="")
    if unit and ("percent" if unit == "%" else unit) != value_type.unit:
        return _not_of(value_type, shown)
    if len(decimals) > value_type.digits:
        return Misread(_too_many_decimals(value_type, shown))
    value = int(whole + decimals.ljust(value_type.digits, "0"))
    return -value if sign else value


def _within(value_type: OrderedType, value: int, text: str) -> int | Misread:
    if value_type.low <= value <= value_type.high:
        return value
    if value < 0 and value_type.low == 0:
        return Misread(say("`{text}` is below nought", text=text))
    if abs(value) > LIMIT:
        return Misread(say("`{text}` is larger than any number can be here", text=text))
    low, high = write_scalar(value_type, value_type.low), write_scalar(value_type, value_type.high)
    return Misread(say("`{text}` lies outside {low}..{high}", text=text, low=low, high=high))


def _too_many_decimals(value_type: OrderedType, text: Said) -> Message:
    expected = _expected(value_type)
    match value_type.digits:
        case 0:
            return say("`{text}` has too many decimals: {expected} has no decimals", text=text, expected=expected)
        case 1:
            return say("`{text}` has too many decimals: {expected} has at most 1 decimal", text=text, expected=expected)
    return say(
        "`{text}` has too many decimals: {expected} has at most {most} decimals",
        text=text,
        expected=expected,
        most=value_type.digits,
    )


def _write_number(digits: int, value: int) -> str:
    whole, rest = divmod(abs(value), 10**digits)
    decimals = f"{rest:0{digits}}".rstrip("0") if digits else ""
    return f"{'-' if value < 0 else ''}{whole}{'.' if decimals else ''}{decimals}"


def _is(value_type: ValueType, form: str) -> bool:
    return isinstance(value_type, FiniteType | OrderedType) and value_type.form == form


def _not_of(value_type: ValueType, text: Said, right: str | None = None) -> Misread:
    """Report a text of the wrong shape; `right` is the only one that can have been meant."""
    message = say("`{text}` is not {expected}", text=text, expected=_expected(value_type))
    return Misread(message, right, sure=right is not None)


def _quoted(value: Value | Misread) -> Value | Misread:
    """Put quotes around the word that a misread one should have been."""
    if isinstance(value, Misread) and value.nearest is not None:
        return replace(value, nearest=f'"{value.nearest}"')
    return value


def _unquoted(value_type: ValueType, text: str) -> str | None:
    """Return a text as it is written without quotes if its type could read it then."""
    if isinstance(read_scalar(value_type, text), Misread):
        return None
    return typed_name(text) if isinstance(value_type, FiniteType) and not _is(value_type, "boolean") else text


def _expected(value_type: ValueType) -> Message:
    """Name what the type reads, as the end of a sentence."""
    if isinstance(value_type, TextType):
        return say('a text between quotes, like "…"')
    if isinstance(value_type, CodeType):
        return say("a code of `{table}`", table=value_type.name)
    if isinstance(value_type, FiniteType):
        boolean = value_type.form == "boolean"
        return say("`true` or `false`") if boolean else say("a value of `{type}`", type=value_type.name)
    match value_type.form:
        case "date":
            return say("a day written like `2015-10-12`")
        case "datetime":
            return say("a time written like `2015-10-12 08:30`")
        case "duration":
            return say("a duration written like `2 days 3 hours`")
        case "hs":
            return say("a goods code of ten digits")
    return kind_of_number(value_type)


def kind_of_number(value_type: OrderedType) -> Message:
    """Name what a type of numbers counts, as the end of a sentence."""
    match value_type.form, value_type.unit:
        case "percent", _:
            return say("a percentage")
        case "money", str(unit):
            return say("an amount of {unit}", unit=unit)
        case _, str(unit):
            return say("a number of {unit}", unit=unit)
    return say("a whole number")
