"""Rules for documents, citations, repeals and items left out."""

from __future__ import annotations

from typing import Any

from lark import Transformer, v_args

from checker.syntax.build.clauses import Built, doubled
from checker.syntax.build.spans import covering
from checker.syntax.chinese import locator_steps
from checker.syntax.nodes import (
    AppliesWhen,
    BindOfficers,
    Citation,
    Condition,
    Day,
    DocumentClause,
    DocumentDeclaration,
    From,
    InForce,
    Issued,
    Issuer,
    Items,
    Locator,
    Name,
    Naming,
    NotEncoded,
    NumberClause,
    Practice,
    Rank,
    Repeal,
    Repealed,
    Source,
    Standing,
    Text,
    Until,
)
from checker.syntax.words import Word


@v_args(inline=True)
class DocumentRules(Transformer[Word, Any]):
    """A document with its clauses, and what becomes of it."""

    def document(self, start: Word, naming: Naming, title: Text | None, *rest: DocumentClause | Word) -> Built:
        clauses = tuple(part for part in rest if not isinstance(part, Word))
        return Built(DocumentDeclaration(covering(start, *rest), naming, title, clauses), doubled(clauses))

    def rank(self, start: Word, name: Name) -> Rank:
        return Rank(covering(start, name), name)

    def issuer(self, start: Word, name: Name) -> Issuer:
        return Issuer(covering(start, name), name)

    def number_clause(self, start: Word, value: Text) -> NumberClause:
        return NumberClause(covering(start, value), value)

    def issued(self, start: Word, day: Day) -> Issued:
        return Issued(covering(start, day), day, exact=True)

    def issued_by(self, start: Word, day: Day) -> Issued:
        return Issued(covering(start, day), day, exact=False)

    def in_force(self, start: Word, day: Day, latest: Day | None) -> InForce:
        return InForce(covering(start, day, latest), day, latest)

    def from_day(self, start: Word, day: Day) -> From:
        return From(covering(start, day), day)

    def until_day(self, start: Word, day: Day) -> Until:
        return Until(covering(start, day), day)

    def items(self, start: Word, *runs: tuple[Word, Word]) -> Items:
        return Items(covering(start, runs[-1][1]), tuple((int(first), int(last)) for first, last in runs))

    def run(self, first: Word, last: Word | None) -> tuple[Word, Word]:
        return first, last or first

    def standing(self, start: Word, word: Name, reason: Text | None) -> Standing:
        return Standing(covering(start, word, reason), word, reason)

    def source(self, start: Word, value: Text) -> Source:
        return Source(covering(start, value), value)

    def applies_when(self, start: Word, condition: Condition) -> AppliesWhen:
        return AppliesWhen(covering(start, condition), condition)

    def practice(self, word: Word) -> Practice:
        return Practice(word.span)

    def bind_officers(self, word: Word) -> BindOfficers:
        return BindOfficers(word.span)

    def cites(self, start: Word, document: Name, locator: Locator | None, standing: Standing | None) -> Citation:
        return Citation(covering(start, document, locator, standing), document, locator, standing)

    def locator(self, *parts: Locator) -> Locator:
        return Locator(covering(*parts), tuple(step for part in parts for step in part.steps))

    def step(self, unit: Word, number: Word) -> Locator:
        return Locator(covering(unit, number), ((unit.type.lower(), int(number)),))

    def glued_steps(self, word: Word) -> Locator:
        return Locator(word.span, locator_steps(word))

    def repeal(self, start: Word, *rest: Any) -> Built:
        *targets, _by, document, locator, since = rest
        return Built(Repeal(covering(start, since), tuple(targets), document, locator, since.day))

    def repealed(self, document: Name, locator: Locator | None) -> Repealed:
        return Repealed(covering(document, locator), document, locator)

    def not_encoded(self, start: Word, document: Name, place: Items | Locator, because: Text) -> Built:
        return Built(NotEncoded(covering(start, because), document, place, because))
