"""Rules for conditions and operands."""

from __future__ import annotations

from typing import Any

from lark import Transformer, v_args
from msgspec.structs import replace

from checker.syntax.build.names import to_name, unit_of
from checker.syntax.build.spans import covering
from checker.syntax.nodes import (
    And,
    Arithmetic,
    Between,
    Compare,
    Condition,
    Count,
    Given,
    Holds,
    In,
    Late,
    Limb,
    Limbs,
    Name,
    Not,
    Number,
    Operand,
    Or,
    Path,
    Period,
    Quantified,
    SetCell,
    StartsWith,
    Sum,
    Text,
    Timed,
    Unless,
)
from checker.syntax.words import Word

_OPERATORS = {"LESS": "<", "AT_MOST": "<=", "GREATER": ">", "NOT_LESS": ">="}


@v_args(inline=True)
class ConditionRules(Transformer[Word, Any]):
    """Conditions, from the loosest binding to the tightest, then periods and operands."""

    def unless(self, condition: Condition, _unless: Word, excluded: Condition) -> Unless:
        return Unless(covering(condition, excluded), condition, excluded)

    def alternatives(self, *parts: Condition) -> Or:
        return Or(covering(*parts), parts[::2])

    def conjunction(self, *parts: Condition) -> And:
        return And(covering(*parts), parts[::2])

    def negated(self, start: Word, part: Condition) -> Not:
        return Not(covering(start, part), part)

    def bracketed(self, start: Word, condition: Condition, end: Word) -> Condition:
        return replace(condition, span=covering(start, end))

    def holds(self, operand: Operand) -> Holds:
        return Holds(operand.span, operand)

    def is_(self, left: Operand, _is: Word, right: Operand) -> Compare:
        return Compare(covering(left, right), "is", left, right)

    def is_not(self, left: Operand, _is: Word, _not: Word, right: Operand) -> Compare:
        return Compare(covering(left, right), "is not", left, right)

    def given(self, left: Operand, _is: Word, word: Word) -> Given:
        return Given(covering(left, word), left, word.type == "GIVEN")

    def timed(self, left: Operand, _is: Word, negation: Word | None, period: Period) -> Timed:
        return Timed(covering(left, period), left, period, negated=negation is not None)

    def late(self, left: Operand, _is: Word, negation: Word | None, word: Word) -> Late | Compare:
        """Build the test of a question; what is computed is none, and the word behind it the name of a value."""
        span = covering(left, word)
        if isinstance(left, Path):
            return Late(span, left, negated=negation is not None)
        return Compare(span, "is not" if negation else "is", left, Path(word.span, (to_name(word),)))

    def compare(self, left: Operand, operator: Word, right: Operand) -> Compare:
        return Compare(covering(left, right), _OPERATORS[operator.type], left, right)

    def in_set(self, left: Operand, _in: Word, members: SetCell) -> In:
        return In(covering(left, members), left, members.values, braced=True)

    def in_node(self, left: Operand, _in: Word, node: Path | Text) -> In:
        return In(covering(left, node), left, (node,), braced=False)

    def between(self, left: Operand, _between: Word, low: Operand, _and: Word, high: Operand) -> Between:
        return Between(covering(left, high), left, low, high)

    def starts_with(self, left: Operand, _starts: Word, prefix: Text) -> StartsWith:
        return StartsWith(covering(left, prefix), left, prefix)

    def quantified(
        self, quantifier: Word, variable: Name, _in: Word, path: Path, condition: Condition, end: Word
    ) -> Quantified:
        return Quantified(covering(quantifier, end), quantifier.type.lower(), variable, path, condition)

    def limbs(self, start: Word, *rest: Limb | Word) -> Limbs:
        limbs = tuple(part for part in rest if isinstance(part, Limb))
        return Limbs(covering(start, *rest), start.type == "ALL_OF", limbs)

    def limb(self, word: Word, condition: Condition) -> Limb:
        return Limb(covering(word, condition), to_name(word), condition)

    def members(self, start: Word, *rest: Operand | Word) -> SetCell:
        """Build a set; its commas stand between the operands."""
        return SetCell(covering(start, *rest), tuple(part for part in rest if not isinstance(part, Word)))

    def period(self, bound: Word, amount: Number, side: Word, anchors: tuple[Path, ...]) -> Period:
        return Period(covering(bound, anchors), amount, bound.type == "AT_LEAST", side.type.lower(), anchors)

    def amount(self, digits: Word, unit: Word) -> Number:
        return Number(covering(digits, unit), str(digits), unit_of(unit))

    def anchors(self, first: Word | Path, paths: tuple[Path, ...] = ()) -> tuple[Path, ...]:
        return (first,) if isinstance(first, Path) else paths

    def arithmetic(self, left: Operand, operator: Word, right: Operand) -> Arithmetic:
        return Arithmetic(covering(left, right), "+" if operator.type == "PLUS" else "-", left, right)

    def count(
        self, start: Word, variable: Name, _in: Word, path: Path, _where: Word | None,
        where: Condition | None, end: Word | None,
    ) -> Count:  # fmt: skip
        return Count(covering(start, path, end), variable, path, where)

    def sum(self, start: Word, summand: Path, _of: Word, variable: Name, _in: Word, path: Path) -> Sum:
        return Sum(covering(start, path), summand, variable, path)
