"""Conditions of the model in the words of the rule language.

Where the model keeps the source of a condition that is shown; this is for the others: scopes, choices, regions of
cases. Takes model values, gives one line each.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.rulebook.literals import write_scalar
from checker.rulebook.model import (
    All,
    Asked,
    Below,
    Condition,
    Constant,
    FiniteType,
    IsAbsent,
    Members,
    Negation,
    OrderedType,
    Reckoned,
    Runs,
    Same,
    Some,
    Term,
    Test,
    ValueType,
)
from checker.rulebook.quantity_words import asked_words, reckoned_words


def condition_words(condition: Condition) -> str:
    """Write a condition; it reads as it would in a rule file."""
    match condition:
        case Test(term=term, values=values):
            return _test(term, values)
        case Same(left=left, right=right):
            return f"{left.label} is {right.label}"
        case Reckoned():
            return reckoned_words(condition, condition_words)
        case Asked():
            return asked_words(condition)
        case Constant(holds=holds):
            return "true" if holds else "false"
        case Negation(part=part):
            return _negated(part)
        case All(parts=parts):
            return " and ".join(_inner(part) for part in parts) or "true"
        case Some(parts=parts):
            return " or ".join(_inner(part) for part in parts) or "false"


def _negated(part: Condition) -> str:
    match part:
        case Test(term=term, values=IsAbsent()):
            return f"{term.label} is given"
        case Asked():
            return asked_words(part, negated=True)
    return f"not {_inner(part)}"


def _inner(part: Condition) -> str:
    words = condition_words(part)
    joined = isinstance(part, All | Some) and len(part.parts) > 1
    several_runs = isinstance(part, Test | Reckoned) and isinstance(part.values, Runs) and len(part.values.runs) > 1
    return f"({words})" if joined or several_runs else words


def _test(term: Term, values: Members | Runs | Below | IsAbsent) -> str:
    name = term.label
    match values:
        case IsAbsent():
            return f"{name} is absent"
        case Below(codes=codes):
            return f"{name} in {_codes(codes)}"
        case Runs(runs=runs):
            return " or ".join(_run(name, term.type, low, high) for low, high in runs) or "false"
        case Members(values=members):
            return _members(name, term, members)


def _members(name: str, term: Term, members: frozenset[str]) -> str:
    value_type = term.type
    if not isinstance(value_type, FiniteType):
        return f"{name} in {_codes(members)}"
    # What may be absent is not in the set, but `not` and `is not` would let it in.
    may_be_absent = bool(term.chain) or term.fact.optional
    if value_type.form == "boolean" and len(members) == 1:
        if "true" in members:
            return name
        return f"{name} is false" if may_be_absent else f"not {name}"
    nodes = _nodes(value_type, members)
    if len(nodes) == 1:
        return f"{name} is {nodes[0]}"
    others = () if may_be_absent else _nodes(value_type, frozenset(value_type.domain) - members)
    if len(others) == 1:
        return f"{name} is not {others[0]}"
    return f"{name} in {_set(nodes or sorted(members))}"


def _nodes(value_type: FiniteType, members: frozenset[str]) -> tuple[str, ...]:
    """Name the members by the highest nodes of a kinds tree that hold nothing else; without a tree, each.

    Empty when that cannot be done: a node whose own value is a member stands for all below it too.
    """
    whole = {value.name: value for value in value_type.values if value_type.below(value.name) <= members}
    return tuple(v.name for v in whole.values() if v.above not in whole) if set(whole) == members else ()


def _run(name: str, value_type: ValueType, low: int, high: int) -> str:
    first, last = write_scalar(value_type, low), write_scalar(value_type, high)
    if low == high:
        return f"{name} is {first}"
    ends = (value_type.low, value_type.high) if isinstance(value_type, OrderedType) else (None, None)
    if (low, high) == ends:
        return f"{name} is given"
    if low == ends[0]:
        return f"{name} <= {last}"
    return f"{name} >= {first}" if high == ends[1] else f"{name} between {first} and {last}"


def _codes(codes: Iterable[str]) -> str:
    return _set(f'"{code}"' for code in sorted(codes))


def _set(names: Iterable[str]) -> str:
    return "{ " + ", ".join(names) + " }"
