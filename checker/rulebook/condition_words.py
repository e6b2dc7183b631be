"""Conditions of the model in the words of the rule language.

Where the model keeps the source of a condition that is shown; this is for the others: scopes, choices, regions of
cases. Takes model values, gives one line each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.rulebook.days import write_in_one_unit
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
from checker.rulebook.spelling import typed_name


def condition_words(condition: Condition) -> str:
    """Write a condition; it reads as it would in a rule file."""
    match condition:
        case Test(term=term, values=values):
            return _test(term, values)
        case Same(left=left, right=right):
            return f"{_path(left)} is {_path(right)}"
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
    several_codes = isinstance(part, Test) and isinstance(part.values, Below) and len(part.values.codes) > 1
    return f"({words})" if joined or several_runs or several_codes else words


def _typed(name: str) -> str:
    """Write a name as it can be typed here, where words of the language that are plain names may stand bare."""
    return name if name.isidentifier() and name.isascii() else typed_name(name)


def _path(term: Term) -> str:
    """Write the way to a value as it can be typed."""
    return ".".join(map(_typed, term.label.split(".")))


def _test(term: Term, values: Members | Runs | Below | IsAbsent) -> str:
    name = _path(term)
    match values:
        case IsAbsent():
            return f"{name} is absent"
        case Below(codes=codes):
            return " or ".join(f'{name} in "{code}"' for code in sorted(codes))
        case Runs(runs=runs):
            if isinstance(term.type, OrderedType) and term.type.form == "hs":
                return _goods(name, term.type, runs)
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
        return f"{name} is {_typed(nodes[0])}"
    others = () if may_be_absent else _nodes(value_type, frozenset(value_type.domain) - members)
    if len(others) == 1:
        return f"{name} is not {_typed(others[0])}"
    return f"{name} in {_set(map(_typed, nodes or sorted(members)))}"


def _nodes(value_type: FiniteType, members: frozenset[str]) -> tuple[str, ...]:
    """Name the members by the highest nodes of a kinds tree that hold nothing else; without a tree, each.

    Empty when that cannot be done: a node whose own value is a member stands for all below it too.
    """
    whole = {value.name: value for value in value_type.values if value_type.below(value.name) <= members}
    return tuple(v.name for v in whole.values() if v.above not in whole) if set(whole) == members else ()


def _goods(name: str, goods: OrderedType, runs: tuple[tuple[int, int], ...]) -> str:
    """Write runs of goods codes by what they begin with, as rules test them."""
    if runs == ((goods.low, goods.high),):
        return f"{name} is given"
    prefixes = (prefix for low, high in runs for prefix in _prefixes(low, high))
    return " or ".join(f'{name} starts with "{prefix}"' for prefix in prefixes) or "false"


def _prefixes(low: int, high: int) -> Iterator[str]:
    """Go through the fewest beginnings that together are a run of codes of ten digits."""
    while low <= high:
        size = 1
        while not low % (size * 10) and low + size * 10 - 1 <= high:
            size *= 10
        yield f"{low:010}"[: 11 - len(str(size))]
        low += size


def _run(name: str, value_type: ValueType, low: int, high: int) -> str:
    first, last = (_scalar(value_type, end) for end in (low, high))
    if low == high:
        return f"{name} is {first}"
    ends = (value_type.low, value_type.high) if isinstance(value_type, OrderedType) else (None, None)
    if (low, high) == ends:
        return f"{name} is given"
    if low == ends[0]:
        return f"{name} <= {last}"
    return f"{name} >= {first}" if high == ends[1] else f"{name} between {first} and {last}"


def _scalar(value_type: ValueType, value: int) -> str:
    if isinstance(value_type, OrderedType) and value_type.form == "duration":
        return write_in_one_unit(value)
    return write_scalar(value_type, value)


def _codes(codes: Iterable[str]) -> str:
    return _set(f'"{code}"' for code in sorted(codes))


def _set(names: Iterable[str]) -> str:
    return "{ " + ", ".join(names) + " }"
