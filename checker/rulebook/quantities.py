"""Quantities: numbers, days, moments and durations that are added, taken from one another and compared.

Takes facts and constants with what they were written as; gives sums of addends in one unit, and tests on them, or the
finding that names both sides where they do not fit. Looks nothing up.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Finding, Message, Span, Value, say
from checker.rulebook.literals import day_ordinal, kind_of_number, moment_minutes, read_number
from checker.rulebook.misread import Misread
from checker.rulebook.model import (
    ALWAYS,
    MINUTES_A_DAY,
    Condition,
    Count,
    Due,
    Fact,
    Listed,
    OrderedType,
    Period,
    Sum,
    Term,
    is_moment,
    is_point,
)
from checker.rulebook.reckoning import FAR, Stretch, Sums, reckoned
from checker.rulebook.written import written_sum
from checker.syntax import nodes

DATE = OrderedType("date", 0, None, -FAR, FAR)
DATETIME = OrderedType("datetime", 0, None, -FAR, FAR)
DURATION = OrderedType("duration", 0, None, -FAR, FAR)
NUMBER = OrderedType("integer", 0, None, -FAR, FAR)

_LENGTHS = ("days", "hours", "minutes")
_CALENDAR_LENGTHS = ("months", "working days")
_CALLED = {"+": say("they cannot be added"), "-": say("they cannot be taken from one another")}


class Quantity(Struct, frozen=True):
    """A sum of addends and a constant, in the smallest unit of its type.

    `loose` are numbers with their signs which are read when it is known what they meet; there is no type while there is
    nothing else. `text` is how it was written.
    """

    text: Value
    type: OrderedType | None
    addends: Sums = ()
    constant: int = 0
    loose: tuple[tuple[int, nodes.Number], ...] = ()

    @property
    def is_constant(self) -> bool:
        """Whether no fact is in it."""
        return not self.addends


def of_term(term: Term, text: Value, span: Span) -> Quantity | Finding:
    """Take a fact as a quantity."""
    if not isinstance(term.type, OrderedType):
        return Finding("T301", say("`{text}` is no number, day or time", text=text), span)
    if term.chain:
        message = say(
            "`{text}` is read from a code table: it can be compared with constants, and not be reckoned with", text=text
        )
        return Finding("T301", message, span)
    return Quantity(text, _widest(term.type), ((1, term),))


def of_day(fact: Fact) -> Quantity:
    """Take a fact that has a day or a time as a quantity."""
    return Quantity(fact.label, DATETIME if is_moment(fact.type) else DATE, ((1, Term(fact, (), fact.type)),))


def of_literal(node: nodes.Literal, text: Value) -> Quantity | Finding:
    """Take a constant as a quantity."""
    value: int | Misread
    match node:
        case nodes.Number(unit=unit) if unit in _CALENDAR_LENGTHS:
            message = say("`{text}` has no fixed length: it is counted in periods alone", text=text)
            return Finding("T301", message, node.span, help=say("write `is within {text} after …`", text=text))
        case nodes.Number(unit=unit) if unit in _LENGTHS:
            value, kind = read_number(DURATION, node), DURATION
        case nodes.Number():
            return Quantity(text, None, loose=((1, node),))
        case nodes.Day():
            value, kind = day_ordinal(node), DATE
        case nodes.Moment():
            value, kind = moment_minutes(node), DATETIME
        case _:
            return Finding("T301", say("`{text}` is no number, day or time", text=text), node.span)
    return value.finding(node.span) if isinstance(value, Misread) else Quantity(text, kind, constant=value)


def of_count(count: Count, text: Value) -> Quantity:
    """Take a count of elements as a quantity."""
    return Quantity(text, NUMBER, ((1, count),))


def of_sum(listed: Listed, summand: Quantity, text: Value, span: Span) -> Quantity | Finding:
    """Add a quantity up over the elements of a list; all that is in it must be theirs."""
    if summand.type is None or is_point(summand.type) or summand.type.form == "hs":
        return Finding(
            "T301",
            say("`{summand}` is {kind}, and cannot be added up", summand=summand.text, kind=kind_of(summand.type)),
            span,
        )
    addends: list[tuple[int, Sum | Count]] = []
    for factor, addend in summand.addends:
        if not isinstance(addend, Term) or addend.fact.binder != listed.binder or addend.fact.list != listed.name:
            message = say(
                "`{summand}` is not of each element of `{list}` alone, so it cannot be added up",
                summand=summand.text,
                list=listed.label,
            )
            return Finding("T301", message, span)
        addends.append((factor, Sum(listed, addend)))
    settled = _settled(summand, summand.type)
    if isinstance(settled, Finding):
        return settled
    if settled.constant:
        addends.append((settled.constant, Count(listed, ALWAYS)))
    return Quantity(text, summand.type, tuple(addends))


def combined(left: Quantity, operator: str, right: Quantity, span: Span) -> Quantity | Finding:
    """Add two quantities, or take the right one from the left one."""
    text = written_sum(left.text, operator, right.text)
    for each in (left, right):
        if each.type is not None and each.type.form == "hs":
            return Finding("T301", say("`{text}` is a goods code, and cannot be reckoned with", text=each.text), span)
    if is_point(left.type) or is_point(right.type):
        return _with_point(left, operator, right, text, span)
    both = _common(left.type, right.type)
    if both is None and (left.type is not None or right.type is not None):
        return _misfit(left, right, _CALLED[operator], span)
    right = right if operator == "+" else _negative(right)
    left, right = _scaled(left, both), _scaled(right, both)
    loose = left.loose + right.loose
    if both == DURATION and loose:
        return _says_not_what(loose[0][1])
    return Quantity(text, both, left.addends + right.addends, left.constant + right.constant, loose)


def difference(left: Quantity, operator: str, right: Quantity, form: str, span: Span) -> Condition | Finding:
    """Test how one quantity stands to another: `is`, `<`, `<=`, `>` or `>=`; a day meets a moment by its day."""
    if is_point(left.type) and is_point(right.type):
        return ordered(left, operator, right, form)
    kind = _common(left.type, right.type)
    if kind is None:
        return _misfit(left, right, _COMPARED, span)
    first, second = _settled(left, kind), _settled(right, kind)
    if isinstance(first, Finding):
        return first
    if isinstance(second, Finding):
        return second
    return _test(first, second, _STRETCHES[operator], form)


def ordered(left: Quantity, operator: str, right: Quantity, form: str) -> Condition:
    """Test how days and moments stand to one another."""
    if left.type == right.type:
        return _test(left, right, _STRETCHES[operator], form)
    if left.type == DATE:
        left, right, operator = right, left, MIRRORED.get(operator, operator)
    return _test(left, _times(right, MINUTES_A_DAY), _within_a_day(operator), form)


def kind_of(declared: OrderedType | None) -> Message:
    """Name the kind of a quantity, as the end of a sentence."""
    if declared is None:
        return say("a bare number")
    match declared.form:
        case "date":
            return say("a day")
        case "datetime":
            return say("a moment")
        case "duration":
            return say("a duration")
        case "hs":
            return say("a goods code")
    return kind_of_number(declared)


MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_COMPARED = say("they cannot be compared")
_STRETCHES: dict[str, Stretch] = {"<": (None, -1), "<=": (None, 0), ">": (1, None), ">=": (0, None), "is": (0, 0)}


def _within_a_day(operator: str) -> Stretch:
    """Return how many minutes after its beginning a moment lies that meets a day."""
    low, high = _STRETCHES[operator]
    last = MINUTES_A_DAY - 1
    return (MINUTES_A_DAY if operator == ">" else low), (last if operator in ("is", "<=") else high)


def _test(left: Quantity, right: Quantity, stretch: Stretch, form: str) -> Condition:
    shift = right.constant - left.constant
    low, high = stretch
    moved = (None if low is None else low + shift, None if high is None else high + shift)
    return reckoned(left.addends + _negative(right).addends, [moved], form)


def _with_point(left: Quantity, operator: str, right: Quantity, text: Value, span: Span) -> Quantity | Finding:
    """Take a day from a day, a moment from a moment; or move one by a duration."""
    if is_point(left.type) and is_point(right.type):
        if left.type != right.type:  # a moment meets a day by its own day
            left, right = _day_of(left), _day_of(right)
        if operator == "+" or left.type != right.type:
            return _misfit(left, right, _CALLED[operator], span)
        scale = MINUTES_A_DAY if left.type == DATE else 1
        return _times(_plus(left, _negative(right), text, DURATION), scale)
    if operator == "-" and is_point(right.type):
        return _misfit(left, right, _CALLED[operator], span)
    point, shift = (left, right) if is_point(left.type) else (right, left)
    if shift.type is None:
        return _says_not_what(shift.loose[0][1])
    if shift.type != DURATION:
        return _misfit(left, right, _CALLED[operator], span)
    if point.type == DATE:
        if any(n % MINUTES_A_DAY for n in (shift.constant, *(factor for factor, _ in shift.addends))):
            message = say(
                "`{day}` is a day, and `{length}` need not be whole days: a day moves by whole days",
                day=point.text,
                length=shift.text,
            )
            return Finding("T301", message, span)
        days = tuple((factor // MINUTES_A_DAY, addend) for factor, addend in shift.addends)
        shift = replace(shift, addends=days, constant=shift.constant // MINUTES_A_DAY)
    return _plus(point, shift if operator == "+" else _negative(shift), text, point.type)


def _day_of(quantity: Quantity) -> Quantity:
    """Return the day of a moment, as the end of a period of no days; anything else as it is."""
    if quantity.type != DATETIME or quantity.constant % MINUTES_A_DAY:
        return quantity
    days = quantity.constant // MINUTES_A_DAY
    match quantity.addends:
        case ((1, Term(fact)),):
            day = Due(Period(0, "days", False, "after", (fact,)), minutes=False)
            return replace(quantity, type=DATE, addends=((1, day),), constant=days)
        case ():
            return replace(quantity, type=DATE, constant=days)
    return quantity


def _plus(left: Quantity, right: Quantity, text: Value, kind: OrderedType | None) -> Quantity:
    return Quantity(text, kind, left.addends + right.addends, left.constant + right.constant)


def _negative(quantity: Quantity) -> Quantity:
    negated = _times(quantity, -1)
    return replace(negated, loose=tuple((-sign, number) for sign, number in quantity.loose))


def _times(quantity: Quantity, factor: int) -> Quantity:
    addends = tuple((factor * n, addend) for n, addend in quantity.addends)
    return replace(quantity, addends=addends, constant=factor * quantity.constant)


def _scaled(quantity: Quantity, kind: OrderedType | None) -> Quantity:
    if quantity.type is None or kind is None:
        return quantity
    return replace(_times(quantity, 10 ** (kind.digits - quantity.type.digits)), type=kind)


def _settled(quantity: Quantity, kind: OrderedType) -> Quantity | Finding:
    """Read the loose numbers of a quantity by the kind that they turned out to be of."""
    settled = _scaled(quantity, kind)
    for sign, number in quantity.loose:
        value = read_number(kind, number)
        if isinstance(value, Misread):
            return value.finding(number.span)
        settled = replace(settled, constant=settled.constant + sign * value)
    return replace(settled, type=kind, loose=())


def _common(left: OrderedType | None, right: OrderedType | None) -> OrderedType | None:
    """Return the type of two quantities brought to one unit; none where they have none in common."""
    if left is None or right is None:
        return left or right
    if (left.form, left.unit) != (right.form, right.unit):
        return None
    return left if left.digits >= right.digits else right


def _widest(declared: OrderedType) -> OrderedType:
    return replace(declared, low=-FAR, high=FAR)


def _misfit(left: Quantity, right: Quantity, verdict: Message, span: Span) -> Finding:
    message = say(
        "`{left}` is {kind} and `{right}` is {other}: {verdict}",
        left=left.text,
        kind=kind_of(left.type),
        right=right.text,
        other=kind_of(right.type),
        verdict=verdict,
    )
    return Finding("T301", message, span)


def _says_not_what(number: nodes.Number) -> Finding:
    message = say("`{number}` does not say how long", number=number.text)
    return Finding(
        "T301", message, number.span, help=say("write `{number} days`, or hours or minutes", number=number.text)
    )
