"""Tests on quantities, lists and other questions in the words of the rule language, for cards.

Takes leaves of a condition, gives one line each. Conditions within a count are written by whoever passes the writer
in.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.rulebook.days import write_in_one_unit
from checker.rulebook.literals import write_scalar
from checker.rulebook.model import (
    ALWAYS,
    LIMIT,
    MINUTES_A_DAY,
    Addend,
    Asked,
    Condition,
    Count,
    Due,
    Negation,
    OrderedType,
    Reckoned,
    Sum,
    Term,
    facts_of,
)

Writer = Callable[[Condition], str]

_BARE = OrderedType("integer", 0, None, -LIMIT, LIMIT)
# Two quantities compared: how far the first may lie from the second, and what that is written as.
_ORDERS = {(None, -1): "<", (None, 0): "<=", (0, 0): "is", (0, None): ">=", (1, None): ">"}


def asked_words(asked: Asked, negated: bool = False) -> str:
    """Write a test on another question, or its contrary."""
    verb = "is not" if negated else "is"
    answers = ("late",) if asked.late else tuple(sorted(asked.answers))
    if len(answers) == 1:
        return f"{asked.question} {verb} {answers[0]}"
    words = f"{asked.question} in {{ {', '.join(answers)} }}"
    return f"not ({words})" if negated else words


def reckoned_words(reckoned: Reckoned, write: Writer) -> str:
    """Write a test on a quantity: on the elements of a list, of an order, or on a sum."""
    factor, first = reckoned.addends[0]
    alone = len(reckoned.addends) == 1 and factor == 1
    runs = reckoned.values.runs
    if alone and isinstance(first, Count):
        if runs == ((1, LIMIT),):
            return _quantified("any", first, first.where, write)
        if runs == ((0, 0),):
            every = isinstance(first.where, Negation)
            where = first.where.part if isinstance(first.where, Negation) else first.where
            return _quantified("every" if every else "no", first, where, write)
    least = 0 if alone and isinstance(first, Count) else -LIMIT
    ends = [(None if a <= least else a, None if b >= LIMIT else b) for a, b in runs]
    return " or ".join(_run(reckoned.addends, a, b, write) for a, b in ends) or "false"


def _quantified(quantifier: str, count: Count, where: Condition, write: Writer) -> str:
    return f"{quantifier} {_variable(count)} in {count.list.label}: ({write(where)})"


def _run(addends: tuple[tuple[int, Addend], ...], low: int | None, high: int | None, write: Writer) -> str:
    shift = _shift(addends)
    factors = [factor * 10 ** _type(addend).digits // 10**shift for factor, addend in addends]
    words = [_addend(addend, write) for _, addend in addends]
    if factors == [1, -1] and (low, high) in _ORDERS:
        return f"{words[0]} {_ORDERS[low, high]} {words[1]}"
    if factors == [-1, 1] and (low, high) in _ORDERS:
        return f"{words[1]} {_ORDERS[low, high]} {words[0]}"
    parts = [
        f"{'-' if f < 0 else '+'} {w if abs(f) == 1 else f'{abs(f)} * {w}'}"
        for f, w in zip(factors, words, strict=True)
    ]
    quantity = " ".join(parts).removeprefix("+ ")
    first, last = (None if end is None else _constant(addends, factors, end, shift) for end in (low, high))
    if first is None:
        return f"{quantity} is given" if last is None else f"{quantity} <= {last}"
    if last is None:
        return f"{quantity} >= {first}"
    return f"{quantity} is {first}" if low == high else f"{quantity} between {first} and {last}"


def _shift(addends: tuple[tuple[int, Addend], ...]) -> int:
    """Return how many digits of the whole sum stand behind the point."""
    shift = max(_type(addend).digits for _, addend in addends)
    while any(factor * 10 ** _type(addend).digits % 10**shift for factor, addend in addends):
        shift -= 1
    return shift


def _constant(addends: tuple[tuple[int, Addend], ...], factors: list[int], value: int, shift: int) -> str:
    forms = {_type(addend).form for _, addend in addends}
    if factors == [1] and forms == {"duration"}:
        return write_in_one_unit(value)
    if factors == [1]:
        return write_scalar(_type(addends[0][1]), value)
    if sorted(factors) == [-1, 1] and forms in ({"date"}, {"datetime"}):
        minutes = value * MINUTES_A_DAY if forms == {"date"} else value
        return write_in_one_unit(minutes)
    return write_scalar(OrderedType("decimal", shift, None, -LIMIT, LIMIT), value)


def _addend(addend: Addend, write: Writer) -> str:
    match addend:
        case Term():
            return addend.label
        case Count(listed, where):
            condition = "" if where == ALWAYS else f" where ({write(where)})"
            return f"count {_variable(addend)} in {listed.label}{condition}"
        case Sum(listed, summand):
            label = summand.fact.label
            return f"sum {label} of {label.partition('.')[0]} in {listed.label}"
        case Due(period):
            return f"end of ({period.text})"


def _type(addend: Addend) -> OrderedType:
    """Return the type of what is added up; a count and a day have whole numbers."""
    match addend:
        case Term(type=OrderedType() as declared) | Sum(summand=Term(type=OrderedType() as declared)):
            return declared
    return _BARE


def _variable(count: Count) -> str:
    """Return what stands for each element: what its facts are called by; without any, `element`."""
    own = (f.label for f in facts_of(count.where) if (f.list, f.binder) == (count.list.name, count.list.binder))
    return next(own, "element").partition(".")[0]
