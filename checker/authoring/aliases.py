"""Names in the other language: which alias may stand in place of each name.

Takes a statement and what its names mean; gives, by the place where a name is used, the alias that the rulebook
declares in the language wanted: the canonical name if it is of that language, else the only alias that is. A name
that has none stays, and so does every name where it is declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from checker.authoring.vocabulary import Bindings, Called, Meanings
from checker.rulebook.model import ValueType
from checker.syntax import nodes
from checker.texts import has_han

# Where a name is of another space than that of all things declared: of roles, of types, or of none that has aliases.
_SPACES: Mapping[tuple[str, str], str] = {
    **dict.fromkeys(
        (("By", "role"), ("Leave", "role"), ("FieldDeclaration", "decided_by"), ("FactDeclaration", "decided_by")),
        "roles",
    ),
    **dict.fromkeys((("NamedType", "name"), ("ListType", "record"), ("Definition", "record")), "types"),
}
_WITHOUT_ALIASES = (
    nodes.ForEach
    | nodes.Rank
    | nodes.Issuer
    | nodes.Standing
    | nodes.Ranks
    | nodes.Ruling
    | nodes.Reservation
    | nodes.PeriodCounts
    | nodes.Reading
    | nodes.Limb
    | nodes.Quantified
    | nodes.Count
    | nodes.Sum
)


def aliases_in(statements: Iterable[nodes.Statement], meanings: Meanings, language: str) -> dict[tuple[int, int], str]:
    """Give the alias for every name in some statements that has one: by its line and column."""
    translator = _Translator(meanings, language)
    for statement in statements:
        translator.statement(statement)
    return translator.found


def alias(called: Called, language: str) -> str | None:
    """Choose among the names of one thing: the canonical one if it is of the language, else the only one that is."""
    fitting = [name for name in called if (has_han(name) if language == "zh" else name.isascii())]
    return fitting[0] if fitting and (fitting[0] == called[0] or len(fitting) == 1) else None


@dataclass(slots=True)
class _Translator:
    """Walks nodes with what their variables stand for, and collects aliases."""

    meanings: Meanings
    language: str
    found: dict[tuple[int, int], str] = field(default_factory=dict)

    def statement(self, node: nodes.Node) -> None:
        """Walk a statement."""
        bindings = self.meanings.bindings(node)
        if isinstance(node, nodes.Under):
            for clause in node.clauses:
                self._walk(clause, bindings, None)
            for provision in node.provisions:
                self.statement(provision)
        else:
            self._walk(node, bindings, None)

    def _walk(self, node: nodes.Node, bindings: Bindings, expected: ValueType | None) -> None:
        """Walk a node; `expected` is the type of what stands there."""
        match node:
            case nodes.Naming():
                return
            case nodes.Path(parts=parts):
                for part, called in zip(parts, self.meanings.called(node, bindings, expected), strict=True):
                    self._name(part, called)
            case nodes.Table():
                self._table(node, bindings)
            case nodes.Quantified(variable=variable, list=of) | nodes.Count(variable=variable, list=of):
                self._parts(node, self.meanings.within(variable, of, bindings), expected)
            case nodes.Sum(variable=variable, list=of):
                self._parts(node, self.meanings.within(variable, of, bindings), expected)
            case _:
                self._parts(node, bindings, expected)

    def _parts(self, node: nodes.Node, bindings: Bindings, expected: ValueType | None) -> None:
        for name, part in nodes.parts_of(node):
            if not isinstance(part, nodes.Name):
                self._walk(part, bindings, self._expected(node, name, bindings, expected))
            elif not isinstance(node, _WITHOUT_ALIASES):
                space = _SPACES.get((type(node).__name__, name), "things")
                self._name(part, getattr(self.meanings, space).get(part.text, ()))

    def _expected(
        self, node: nodes.Node, name: str, bindings: Bindings, expected: ValueType | None
    ) -> ValueType | None:
        """Return the type of what stands in a part of a node: that of the other side, or of the question's answers."""
        match node:
            case nodes.Compare(left=left, right=right):
                return self.meanings.type_of(right if name == "left" else left, bindings)
            case nodes.In(left=left) | nodes.Between(left=left):
                return None if name == "left" else self.meanings.type_of(left, bindings)
            case nodes.Rule(question=question) | nodes.Decide(question=question):
                return self.meanings.type_of_question(question) if name in ("value", "values") else None
            case nodes.QuestionDeclaration(naming=naming):
                return self.meanings.type_of_question(naming.names[0])
            case nodes.Silence() | nodes.SetCell() | nodes.RangeCell():
                return expected
        return None

    def _table(self, table: nodes.Table, bindings: Bindings) -> None:
        """Walk a table: a cell is of the type of its column."""
        self._name(table.question, self.meanings.things.get(table.question.text, ()))
        columns = [self.meanings.type_of(fact, bindings) for fact in table.facts]
        for fact in table.facts:
            self._walk(fact, bindings, None)
        for row in table.rows:
            for cell, column in zip(row.cells, columns, strict=False):
                self._walk(cell, bindings, column)
            self._walk(row.answer, bindings, self.meanings.type_of_question(table.question))

    def _name(self, name: nodes.Name, called: Called) -> None:
        chosen = alias(called, self.language)
        if chosen is not None and not (has_han(name.text) if self.language == "zh" else name.text.isascii()):
            self.found[name.span.line, name.span.column] = chosen
