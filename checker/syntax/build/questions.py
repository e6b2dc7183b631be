"""Rules for questions."""

from __future__ import annotations

from typing import Any

from lark import Transformer, v_args

from checker.syntax.build.clauses import Built, doubled
from checker.syntax.build.spans import covering
from checker.syntax.nodes import (
    About,
    Answers,
    Choices,
    Condition,
    DoneAt,
    DoneWhen,
    ForEach,
    Literal,
    Name,
    Naming,
    Path,
    QuestionClause,
    QuestionDeclaration,
    Scope,
    Silence,
    Text,
    Totality,
    Type,
    UniformAcross,
)
from checker.syntax.words import Word


@v_args(inline=True)
class QuestionRules(Transformer[Word, Any]):
    """A question with its clauses."""

    def question(self, start: Word, naming: Naming, title: Text | None, *clauses: QuestionClause) -> Built:
        node = QuestionDeclaration(covering(start, naming, title, *clauses), naming, title, clauses)
        return Built(node, doubled(clauses))

    def for_each(self, start: Word, variable: Name, _in: Word, path: Path) -> ForEach:
        return ForEach(covering(start, path), variable, path)

    def scope(self, start: Word, condition: Condition) -> Scope:
        return Scope(covering(start, condition), condition)

    def about(self, start: Word, fact: Path) -> About:
        return About(covering(start, fact), fact)

    def answers(self, start: Word, of: Type) -> Answers:
        return Answers(covering(start, of), of, collecting=start.type == "COLLECTS")

    def silence(self, start: Word, answer: Path | Literal) -> Silence:
        return Silence(covering(start, answer), answer)

    def done_when(self, start: Word, condition: Condition) -> DoneWhen:
        return DoneWhen(covering(start, condition), condition)

    def done_at(self, start: Word, fact: Path) -> DoneAt:
        return DoneAt(covering(start, fact), fact)

    def choices(self, start: Word, facts: tuple[Path, ...]) -> Choices:
        return Choices(covering(start, facts), facts)

    def uniform_across(self, start: Word, facts: tuple[Path, ...]) -> UniformAcross:
        return UniformAcross(covering(start, facts), facts)

    def totality(self, word: Word) -> Totality:
        return Totality(word.span, word.type == "TOTAL")
