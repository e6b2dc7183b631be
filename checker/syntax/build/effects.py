"""Rules for effects, their tails and tables."""

from __future__ import annotations

from typing import Any

from lark import Transformer, v_args
from msgspec import Struct

from checker.findings import Span
from checker.syntax.build.spans import covering
from checker.syntax.nodes import (
    AnyCell,
    Apply,
    By,
    Cell,
    Condition,
    Decide,
    DecideBetween,
    Leave,
    Literal,
    Name,
    Note,
    Number,
    Operand,
    Path,
    RangeCell,
    Rule,
    SetCell,
    Table,
    TableRow,
    Tail,
    Text,
)
from checker.syntax.words import Word


class _Restriction(Struct, frozen=True):
    """What may stand between the question of an effect and its tails."""

    span: Span
    only_if: Condition | None = None
    values: tuple[Operand, ...] | None = None
    exclusive: bool = False
    value: Operand | None = None


@v_args(inline=True)
class EffectRules(Transformer[Word, Any]):
    """What a provision does to a question."""

    def rule(self, start: Word, question: Name, restriction: _Restriction | None, *tails: Tail) -> Rule:
        r = restriction or _Restriction(question.span)
        span = start.span.to(tails[-1].span if tails else r.span)
        return Rule(span, start.type.lower(), question, r.only_if, r.values, r.exclusive, r.value, tails)

    def only_if(self, start: Word, condition: Condition) -> _Restriction:
        return _Restriction(covering(start, condition), only_if=condition)

    def chosen(self, word: Word | None, members: SetCell) -> _Restriction:
        exclusive = word is not None and word.type == "ONLY_IN"
        return _Restriction(members.span, values=members.values, exclusive=exclusive)

    def exactly(self, start: Word, value: Operand) -> _Restriction:
        return _Restriction(covering(start, value), value=value)

    def decide(self, start: Word, question: Name, _is: Word, value: Operand, *tails: Tail) -> Decide:
        return Decide(covering(start, value, *tails), question, value, tails)

    def decide_between(self, start: Word, question: Name, _between: Word, low: Number, *rest: Any) -> DecideBetween:
        _and, high, _of, base, *tails = rest
        text = f"between {_written(low)} and {_written(high)}" + (f" of {base.text}" if base else "")
        span = covering(start, high, base, *tails)
        return DecideBetween(span, question, low, high, base, text, tuple(tails))

    def leave(self, start: Word, question: Name, _to: Word, role: Name, *tails: Tail) -> Leave:
        return Leave(covering(start, role, *tails), question, role, tails)

    def leave_open(self, start: Word, question: Name, word: Word, *tails: Tail) -> Leave:
        return Leave(covering(start, word, *tails), question, None, tails)

    def apply(self, start: Word, provision: Name) -> Apply:
        return Apply(covering(start, provision), provision)

    def bearer(self, start: Word, role: Name) -> By:
        return By(covering(start, role), role)

    def note(self, start: Word, value: Text) -> Note:
        return Note(covering(start, value), value)

    def table(
        self, start: Word, question: Name, _by: Word, facts: tuple[Path, ...], in_order: Word | None,
        *rest: TableRow | Word,
    ) -> Table:  # fmt: skip
        rows = tuple(part for part in rest if isinstance(part, TableRow))
        return Table(covering(start, *rest), question, facts, in_order is not None, rows)

    def row(self, first: Cell, *rest: Any) -> TableRow:
        *cells, answer = rest
        return TableRow(covering(first, answer), (first, *cells), answer)

    def any_cell(self, word: Word) -> AnyCell:
        return AnyCell(word.span)

    def range_cell(self, low: Literal, high: Literal) -> RangeCell:
        return RangeCell(covering(low, high), low, high)


def _written(number: Number) -> str:
    return f"{number.text} {number.unit}" if number.unit else number.text
