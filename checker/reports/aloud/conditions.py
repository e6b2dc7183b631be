"""Conditions aloud, from the nodes: every test with its own denial, so that `not` is never reckoned away.

Takes conditions as they were written; gives phrases.
"""

from __future__ import annotations

from checker.reports.aloud.operands import Reader
from checker.reports.aloud.sentences import (
    Excepted,
    Framed,
    Joined,
    Leaf,
    Phrase,
    deny,
    in_one_line,
)
from checker.reports.labels import Labels
from checker.rulebook.conditions import LATE
from checker.rulebook.model import FiniteType, ValueType
from checker.rulebook.paths import DefinitionPlace
from checker.syntax import nodes

_ORDERS = {"<": "less", "<=": "at-most", ">": "more", ">=": "at-least"}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_VERDICTS = ("permitted", "forbidden", "required", "not-required")


Test = (
    nodes.Compare | nodes.In | nodes.Between | nodes.StartsWith | nodes.Given | nodes.Holds | nodes.Timed | nodes.Late
)


def phrase(reader: Reader, node: nodes.Condition) -> Phrase:
    """Read a condition."""
    match node:
        case nodes.And(parts=parts) | nodes.Or(parts=parts):
            return Joined(isinstance(node, nodes.And), tuple(phrase(reader, part) for part in parts))
        case nodes.Not(part=part):
            return deny(phrase(reader, part))
        case nodes.Unless(condition=condition, excluded=excluded):
            return Excepted(phrase(reader, condition), phrase(reader, excluded))
        case nodes.Limbs(every=every, limbs=limbs):
            names = tuple(reader.namer.name((limb.name.text,)) for limb in limbs)
            return Joined(every, tuple(phrase(reader, limb.condition) for limb in limbs), names)
        case nodes.Quantified(quantifier=quantifier, variable=variable, list=over, condition=condition):
            values = (("variable", reader.variable(variable)), ("list", reader.list(over)))
            inner = phrase(reader.within(variable, over), condition)
            return Framed(reader.namer.words[quantifier], inner, values)
        case _:
            return _test(reader, node)


def condition_in_one_line(reader: Reader, node: nodes.Condition) -> str:
    """Read a condition that stands within an operand."""
    return in_one_line(phrase(reader, node), reader.namer.words)


def verdict_words(word: str, labels: Labels) -> str:
    """Say a verdict word."""
    return labels[f"verdict.{word}"]


def _test(reader: Reader, node: Test) -> Phrase:
    """Read a single test."""
    match node:
        case nodes.Compare():
            return _compared(reader, node)
        case nodes.In(left=left, members=members, braced=braced):
            return _in(reader, left, members, braced)
        case nodes.Between(left=left, low=low, high=high):
            met = reader.type_of(left)
            first, last = reader.operand(low, met), reader.operand(high, met)
            return _leaf(reader, "between", several=True, left=reader.operand(left), low=first, high=last)
        case nodes.StartsWith(left=left, prefix=prefix):
            return _leaf(reader, "starts-with", left=reader.operand(left), prefix=reader.operand(prefix))
        case nodes.Given(left=left, present=present):
            return _leaf(reader, "given" if present else "is-absent", left=reader.operand(left))
        case nodes.Holds(operand=operand):
            return _holds(reader, operand)
        case nodes.Timed(left=left, period=period, negated=negated):
            several = len(period.anchors) > 1
            leaf = _leaf(reader, "timed", several, left=reader.operand(left), period=reader.period(period))
            return deny(leaf) if negated else leaf
        case nodes.Late(question=question, negated=negated):
            late = _late(reader, question)
            return deny(late) if negated else late


def _compared(reader: Reader, node: nodes.Compare) -> Phrase:
    left, operator, right = node.left, node.operator, node.right
    if _is_constant(reader, left) and not _is_constant(reader, right):
        left, operator, right = right, _MIRRORED.get(operator, operator), left
    if operator in _ORDERS:
        met = reader.type_of(left) or reader.type_of(right)
        key = _ORDERS[operator] + _order_of(reader, left, met)
        return _leaf(reader, key, left=reader.operand(left, met), right=reader.operand(right, met))
    leaf = _is(reader, left, right)
    return deny(leaf) if operator == "is not" else leaf


def _is(reader: Reader, left: nodes.Operand, right: nodes.Operand) -> Phrase:
    met = reader.type_of(left)
    truth = _truth(right, met)
    if truth is not None and isinstance(left, nodes.Path) and reader.question(left) is None:
        held = _holds(reader, left, "holds" if truth else "fails")
        return held if truth or not isinstance(reader.place(left), DefinitionPlace) else deny(_holds(reader, left))
    return _in(reader, left, (right,), braced=True)


def _in(reader: Reader, left: nodes.Operand, members: tuple[nodes.Operand, ...], braced: bool) -> Phrase:
    met = reader.type_of(left)
    several = len(members) > 1
    question = reader.question(left)
    if question is not None:
        answers = [_answer(reader, member, met) for member in members]
        words = {"question": reader.namer.question(question), **_together(reader, "answers", answers)}
        return _leaf(reader, "asked-any" if several else "asked", several, **words)
    values = [reader.value(member, met, below=not braced) for member in members]
    words = {"left": reader.operand(left), **_together(reader, "right", values)}
    return _leaf(reader, "is-any" if several else "is", several, **words)


def _together(reader: Reader, key: str, values: list[str]) -> dict[str, str]:
    """Join values for a test and for its denial, which is of none of them."""
    return {key: reader.namer.either(values), "none": reader.say("list").join(values)}


def _late(reader: Reader, path: nodes.Path) -> Phrase:
    """Read `Q is late`; of what is no question, `late` can only be a value."""
    question = reader.question(path)
    if question is not None:
        return _leaf(reader, "late", question=reader.namer.question(question))
    met = reader.type_of(path)
    names = met.names if isinstance(met, FiniteType) else {}
    word = next(word for word in LATE if word in names)
    value = nodes.Path(path.span, (nodes.Name(path.span, word),))
    return _in(reader, path, (value,), braced=True)


def _answer(reader: Reader, member: nodes.Operand, met: ValueType | None) -> str:
    if met is None and isinstance(member, nodes.Path) and member.text in _VERDICTS:
        return reader.namer.quoted(verdict_words(member.text, reader.namer.labels))
    return reader.value(member, met)


def _holds(reader: Reader, operand: nodes.Operand, key: str = "holds") -> Phrase:
    """Say that a fact or a definition is true; anything but a name can only be a constant."""
    if not isinstance(operand, nodes.Path):
        truth = isinstance(operand, nodes.Truth) and operand.value
        leaf = _leaf(reader, "always")
        return leaf if truth else deny(leaf)
    place = reader.place(operand)
    if isinstance(place, DefinitionPlace):
        reader.use(place)
        key = "definition"
    owner, name = reader.owner_and_name(operand)
    if owner is None:
        return _leaf(reader, key, name=name)
    return _leaf(reader, f"{key}.of", name=name, owner=owner)


def _leaf(reader: Reader, key: str, several: bool = False, **values: str) -> Leaf:
    """Say a test and its denial."""
    return Leaf(reader.say(key, **values), reader.say(f"{key}.not", **values), several)


def _is_constant(reader: Reader, operand: nodes.Operand) -> bool:
    """Tell whether an operand is a value, so that what it is compared with is what is tested."""
    if isinstance(operand, nodes.Path):
        return reader.place(operand) is None and reader.question(operand) is None
    return isinstance(operand, nodes.Literal)


def _truth(operand: nodes.Operand, met: ValueType | None) -> bool | None:
    if isinstance(operand, nodes.Truth):
        return operand.value
    if isinstance(operand, nodes.Path) and isinstance(met, FiniteType) and met.form == "boolean":
        name = met.names.get(operand.text)
        return None if name is None else name == "true"
    return None


def _order_of(reader: Reader, left: nodes.Operand, met: ValueType | None) -> str:
    """Tell which words order has: those of levels, of days, or of numbers."""
    if isinstance(met, FiniteType):
        return ".level"
    return ".date" if reader.dates(left) == 1 else ""
