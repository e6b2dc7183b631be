"""Rules for the rulebook's header and its vocabulary."""

from __future__ import annotations

from typing import Any

from lark import Transformer, v_args
from msgspec import Struct

from checker.findings import Span, say
from checker.syntax.build.clauses import Built, doubled, missing_reason
from checker.syntax.build.names import unit_of
from checker.syntax.build.spans import covering
from checker.syntax.keywords import spelled
from checker.syntax.nodes import (
    BuiltinType,
    Calendar,
    Citation,
    CodesDeclaration,
    Condition,
    CoversFrom,
    Day,
    Definition,
    EnumerationType,
    FactDeclaration,
    FieldDeclaration,
    From,
    GovernedBy,
    Holds,
    KindNode,
    KindsDeclaration,
    LevelsDeclaration,
    ListType,
    Name,
    NamedType,
    Naming,
    Never,
    Number,
    Operand,
    Path,
    PeriodCounts,
    Ranks,
    RecordDeclaration,
    ReviewedUntil,
    Roles,
    RulebookClause,
    RulebookHeader,
    Ruling,
    Text,
    Timezone,
    Truth,
    Type,
    Until,
    ValueDeclaration,
    Version,
)
from checker.syntax.words import Word

Range = tuple[Number, Number]


class _Marks(Struct, frozen=True):
    """What may stand behind a type."""

    span: Span
    optional: bool
    decided_by: Name | None


class _Below(Struct, frozen=True):
    """The braces of a tree."""

    span: Span
    kinds: tuple[KindNode, ...]


@v_args(inline=True)
class HeaderRules(Transformer[Word, Any]):
    """The rulebook's header."""

    def rulebook(self, start: Word, naming: Naming, title: Text | None, *rest: RulebookClause | Word) -> Built:
        clauses = tuple(part for part in rest if not isinstance(part, Word))
        return Built(RulebookHeader(covering(start, *rest), naming, title, clauses), doubled(clauses))

    def version(self, start: Word, word: Word) -> Version:
        return Version(covering(start, word), str(word))

    def covers_from(self, start: Word, day: Day) -> CoversFrom:
        return CoversFrom(covering(start, day), day)

    def reviewed_until(self, start: Word, day: Day) -> ReviewedUntil:
        return ReviewedUntil(covering(start, day), day)

    def ranks(self, start: Word, *rest: Name | Word) -> Ranks:
        groups: list[tuple[Name, ...]] = []
        joined = False
        for part in rest:
            if isinstance(part, Word):
                joined = part.type == "EQUAL"
            elif joined:
                groups[-1] += (part,)
            else:
                groups.append((part,))
        return Ranks(covering(start, *rest), tuple(groups))

    def ruling(self, start: Word, ranks: tuple[Name, ...], _by: Word, body: Name) -> Ruling:
        return Ruling(covering(start, body), ranks, body)

    def governed_by(self, start: Word, *rest: Path | Word) -> GovernedBy:
        return GovernedBy(covering(start, *rest), tuple(part for part in rest if isinstance(part, Path)))

    def roles(self, start: Word, *roles: Naming) -> Roles:
        return Roles(covering(start, *roles), roles)

    def timezone(self, start: Word, value: Text) -> Timezone:
        return Timezone(covering(start, value), value)

    def calendar(self, start: Word, value: Text) -> Calendar:
        return Calendar(covering(start, value), value)

    def period_counts(
        self, start: Word, _from: Word, day: Name, _rolls: Word | None, rolls: Name | None
    ) -> PeriodCounts:
        return PeriodCounts(covering(start, day, rolls), day, rolls)


@v_args(inline=True)
class VocabularyRules(HeaderRules):
    """Types, code tables, records, facts, definitions, impossibilities."""

    def codes(
        self, start: Word, naming: Naming, _from: Word, file: Text, state: Word | None,
        *rest: FieldDeclaration | Word,
    ) -> Built:  # fmt: skip
        closed = None if state is None else state.type == "CLOSED"
        attributes = tuple(part for part in rest if isinstance(part, FieldDeclaration))
        return Built(CodesDeclaration(covering(start, *rest), naming, file, closed, attributes))

    def attribute(self, naming: Naming, of: Type, dated: Word | None) -> FieldDeclaration:
        span = covering(naming, of, dated)
        return FieldDeclaration(span, naming, of, optional=False, decided_by=None, dated=dated is not None)

    def kinds(self, start: Word, naming: Naming, *rest: KindNode | Word) -> Built:
        roots = tuple(part for part in rest if isinstance(part, KindNode))
        return Built(KindsDeclaration(covering(start, *rest), naming, roots))

    def kind(self, value: ValueDeclaration, below: _Below | None) -> KindNode:
        if below is None:
            return KindNode(value.span, value, ())
        return KindNode(value.span.to(below.span), value, below.kinds)

    def below(self, *parts: KindNode | Word) -> _Below:
        return _Below(parts[-1].span, tuple(part for part in parts if isinstance(part, KindNode)))

    def levels(self, start: Word, naming: Naming, *rest: ValueDeclaration | Word) -> Built:
        values = tuple(part for part in rest if isinstance(part, ValueDeclaration))
        return Built(LevelsDeclaration(covering(start, *rest), naming, values))

    def record(self, start: Word, naming: Naming, *rest: FieldDeclaration | Word) -> Built:
        fields = tuple(part for part in rest if isinstance(part, FieldDeclaration))
        return Built(RecordDeclaration(covering(start, *rest), naming, fields))

    def field(self, naming: Naming, of: Type, marks: _Marks | None) -> FieldDeclaration:
        if marks is None:
            span = covering(naming, of)
            return FieldDeclaration(span, naming, of, optional=False, decided_by=None, dated=False)
        span = naming.span.to(marks.span)
        return FieldDeclaration(span, naming, of, marks.optional, marks.decided_by, dated=False)

    def fact(self, start: Word, naming: Naming, of: Type, marks: _Marks | None) -> Built:
        if marks is None:
            return Built(FactDeclaration(covering(start, of), naming, of, optional=False, decided_by=None))
        return Built(FactDeclaration(start.span.to(marks.span), naming, of, marks.optional, marks.decided_by))

    def marks(self, *parts: Word | Name | None) -> _Marks:
        given = [part for part in parts if part is not None]
        role = next((part for part in given if isinstance(part, Name)), None)
        return _Marks(covering(*given), any(isinstance(part, Word) for part in given), role)

    def decided_by(self, _start: Word, role: Name) -> Name:
        return role

    def plain_type(self, word: Word, limits: Range | None = None) -> BuiltinType:
        kind = "integer" if word.type == "WHOLE" else word.type.lower()
        low, high = limits or (None, None)
        return BuiltinType(covering(word, limits), kind, low=low, high=high)

    def decimal_type(self, word: Word, digits: Number, _end: Word, unit: Word, limits: Range | None) -> BuiltinType:
        low, high = limits or (None, None)
        return BuiltinType(covering(word, unit, limits), "decimal", digits, unit_of(unit), low, high)

    def money_type(self, word: Word, currency: Word, limits: Range | None) -> BuiltinType:
        low, high = limits or (None, None)
        return BuiltinType(covering(word, currency, limits), "money", None, unit_of(currency), low, high)

    def enumeration_type(self, word: Word, *rest: ValueDeclaration | Word) -> EnumerationType:
        values = tuple(part for part in rest if isinstance(part, ValueDeclaration))
        return EnumerationType(covering(word, *rest), values)

    def list_type(self, word: Word, record: Name) -> ListType:
        return ListType(covering(word, record), record)

    def named_type(self, name: Name) -> NamedType:
        return NamedType(name.span, name)

    def range(self, low: Number, high: Number) -> Range:
        return low, high

    def value(self, naming: Naming, since: From | None, until: Until | None) -> ValueDeclaration:
        span = covering(naming, since, until)
        return ValueDeclaration(span, naming, since.day if since else None, until.day if until else None)

    def definition(self, start: Word, naming: Naming, _equal: Word, body: Condition) -> Built:
        return Built(Definition(covering(start, body), None, naming, _unwrapped(body)))

    def element_definition(self, start: Word, record: Name, naming: Naming, _equal: Word, body: Condition) -> Built:
        return Built(Definition(covering(start, body), record, naming, _unwrapped(body)))

    def never(self, start: Word, condition: Condition, *rest: Text | Citation) -> Built:
        reasons = [part for part in rest if isinstance(part, Text)]
        cites = tuple(part for part in rest if isinstance(part, Citation))
        span = covering(start, condition, *rest)
        findings = doubled(reasons)
        if not reasons:
            findings = (missing_reason(span, say("this `{never}` has no reason", never=spelled("NEVER"))),)
        return Built(Never(span, condition, reasons[0] if reasons else Text(span, ""), cites), findings)


def _unwrapped(body: Condition) -> Condition | Operand:
    """Take a number or another value out of the condition it was read as; a path may be either and stays one."""
    if isinstance(body, Holds) and not isinstance(body.operand, Path | Truth):
        return body.operand
    return body
