"""Conditions and effects of the model in the words of the rule language, for cards.

Where the model keeps the source of a condition the card shows that; this is for the others: scopes, choices,
`only if`. Takes model values, gives one line each.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.reports.duty_words import period_words
from checker.reports.labels import Labels
from checker.reports.quantity_words import asked_words, reckoned_words
from checker.rulebook.literals import write_scalar
from checker.rulebook.model import (
    ALWAYS,
    All,
    Asked,
    Below,
    Condition,
    Constant,
    Decided,
    Deontic,
    Effect,
    FiniteType,
    IsAbsent,
    LeftTo,
    Members,
    Negation,
    OrderedType,
    Period,
    Reckoned,
    Runs,
    Said,
    Same,
    Some,
    Term,
    Test,
    ValueType,
)


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


def effect_words(effect: Effect, label: Labels) -> str:
    """Write what a provision says on one question, and under which further condition."""
    words = said_words(effect.said, effect.question, label)
    if effect.condition == ALWAYS:
        return words
    return label["effect.if"].format(effect=words, condition=condition_words(effect.condition))


def said_words(said: Said, question: str, label: Labels) -> str:
    """Write an answer to a question, or that none is given."""
    match said:
        case Deontic():
            words = label["effect.plain"].format(effect=label[_deontic(said)], question=question)
            words = label["effect.by"].format(effect=words, role=said.bearer) if said.bearer else words
            if said.period is None:
                return words
            return label["effect.when"].format(effect=words, period=_period(said.period, label))
        case Decided(value=value):
            return label["effect.decide"].format(question=question, value=value)
        case LeftTo(role=role):
            return label["effect.leave"].format(question=question, role=role)
        case _:
            return label["effect.open"].format(question=question)


def _negated(part: Condition) -> str:
    match part:
        case Test(term=term, values=IsAbsent()):
            return f"{term.label} is given"
        case Asked():
            return asked_words(part, negated=True)
    return f"not {_inner(part)}"


def _deontic(said: Deontic) -> str:
    if said.do is None:
        return "effect.exempt"
    if said.do is False:
        return "effect.forbid-exempt" if said.leave else "effect.forbid"
    return {False: "effect.require", True: "effect.permit-exempt", None: "effect.permit"}[said.leave]


def _period(period: Period, label: Labels) -> str:
    anchors = tuple(fact.label for fact in period.anchors)
    return period_words(period.amount, period.unit, period.at_least, period.side, anchors, label)


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
    if value_type.form == "boolean" and len(members) == 1:
        return name if "true" in members else f"not {name}"
    nodes = _nodes(value_type, members)
    if len(nodes) == 1:
        return f"{name} is {nodes[0]}"
    # What may be absent is not in the set, but `is not` would let it in.
    may_be_absent = bool(term.chain) or term.fact.optional
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
