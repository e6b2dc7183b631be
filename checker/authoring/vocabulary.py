"""What names mean where they are used, and what else they are called: as far as writing them in another way needs it.

Takes the statements of a rulebook without mistakes and its code tables; answers what a path leads to, part by part,
and of what type it is. Every answer is that of the readers of the rulebook; nothing is tested here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from checker.rulebook.codes import TableFile
from checker.rulebook.conditions import read_condition
from checker.rulebook.documents import build_documents
from checker.rulebook.header import read_header
from checker.rulebook.headings import read_headings
from checker.rulebook.model import CodeType, FiniteType, Term, ValueType
from checker.rulebook.names import declare
from checker.rulebook.outlines import Ties, outline, tie
from checker.rulebook.paths import (
    Binding,
    DefinitionPlace,
    ListPlace,
    RecordPlace,
    bind,
    find_place,
    own_name,
    record_places,
)
from checker.rulebook.questions import Questions, build_questions
from checker.rulebook.subjects import common_bindings
from checker.rulebook.vocabulary import Vocabulary, build_vocabulary
from checker.syntax import nodes

Bindings = tuple[Binding, ...]
Called = tuple[str, ...]


class Meanings(Struct, frozen=True):
    """A rulebook's vocabulary, its questions with what their variables stand for, and who hangs on whom.

    `things` and `types` have, for every name and alias, all names of what it names: of the global space, of types.
    """

    vocabulary: Vocabulary
    questions: Questions
    ties: Ties
    things: Mapping[str, Called]
    types: Mapping[str, Called]
    roles: Mapping[str, Called]

    def bindings(self, statement: nodes.Node) -> Bindings:
        """Return what the variables of a statement stand for."""
        match statement:
            case nodes.QuestionDeclaration(naming=naming):
                return self.questions.bindings.get(naming.text, ())
            case nodes.ProvisionDeclaration(naming=naming):
                return common_bindings(self.questions, self.ties.needs.get(naming.text, ()))
            case nodes.Under(provisions=provisions):
                return tuple(dict.fromkeys(b for each in provisions for b in self.bindings(each)))
            case nodes.KnownGap(questions=asked):
                return common_bindings(self.questions, [self.things[name.text][0] for name in asked])
            case nodes.Allowance(concerns=paths):
                named = [self.things[path.text][0] for path in paths if path.text in self.things]
                return common_bindings(self.questions, named)
            case nodes.Definition(record=nodes.Name() as record):
                return self._own_names(self.vocabulary.names.find(record, "record"))
            case nodes.Never():
                return tuple(b for record in self.vocabulary.records for b in self._own_names(record))
        return ()

    def within(self, variable: nodes.Name, of: nodes.Path, bindings: Bindings) -> Bindings:
        """Add the variable of a test on a list to what is bound."""
        place = find_place(self.vocabulary, of, bindings)
        return (*bindings, bind(variable.text, place)) if isinstance(place, ListPlace) else bindings

    def called(self, path: nodes.Path, bindings: Bindings, expected: ValueType | None) -> Iterator[Called]:
        """List all names of what each part of a path names; none of a part that has no other.

        `expected` is the type of what the path is held against: a path that names nothing else is a value of it.
        """
        first = path.parts[0]
        record = self.vocabulary.names.find(first, "record")
        if any(first.text == b.variable or record == b.place.record for b in bindings):
            yield () if record is None else self.vocabulary.records[record].names
        else:
            values = () if first.text in self.vocabulary.known(None) else _values(expected, first.text)
            yield values or self.things.get(first.text, ())
        for number in range(1, len(path.parts)):
            place = find_place(self.vocabulary, nodes.Path(path.span, path.parts[:number]), bindings)
            yield self._member(place, path.parts[number].text)

    def type_of(self, operand: nodes.Node, bindings: Bindings) -> ValueType | None:
        """Return the type of what an operand names, of a question that of its answers."""
        if not isinstance(operand, nodes.Path):
            return None
        place = find_place(self.vocabulary, operand, bindings)
        if isinstance(place, Term):
            return place.type
        if isinstance(place, DefinitionPlace):
            return self.type_of(place.definition.body, place.bindings)
        return self.type_of_question(operand.parts[0]) if len(operand.parts) == 1 else None

    def type_of_question(self, name: nodes.Name) -> ValueType | None:
        """Return the type of what a question answers with or is about."""
        canonical = self.vocabulary.names.find(name, "question")
        question = None if canonical is None else self.questions.named.get(canonical)
        if question is None:
            return None
        return question.answers if question.about is None else question.about.type

    def _own_names(self, record: str | None) -> Bindings:
        places = () if record is None else record_places(self.vocabulary, record)
        return tuple(own_name(place) for place in places[:1])

    def _member(self, place: object, name: str) -> Called:
        match place:
            case RecordPlace(record=record):
                definition = self.vocabulary.definition(record, name)
                field = self.vocabulary.field(record, name)
                if definition is not None:
                    return _names(definition.naming)
                return () if field is None else field.names
            case Term(type=CodeType(table=table)):
                attribute = table.attribute(name)
                return () if attribute is None else attribute.names
        return ()


def read_meanings(statements: Sequence[nodes.Statement], tables: Mapping[str, TableFile]) -> Meanings | None:
    """Read what names mean; nothing where the rulebook has no header."""
    names, _ = declare(statements)
    vocabulary, _ = build_vocabulary(statements, names, tables)
    header, _ = read_header(statements, vocabulary)
    if header is None:
        return None
    headings = read_headings(statements, vocabulary, header)
    documents, _ = build_documents(statements, vocabulary, header, partial(read_condition, vocabulary, {}, headings))
    questions, _ = build_questions(statements, vocabulary, {}, header, headings, documents.documents)
    declared = list(_namings(statements))
    types = (nodes.CodesDeclaration, nodes.KindsDeclaration, nodes.LevelsDeclaration, nodes.RecordDeclaration)
    return Meanings(
        vocabulary=vocabulary,
        questions=questions,
        ties=tie(outline(statements), names),
        things=_by_name(naming for statement, naming in declared if not isinstance(statement, types)),
        types=_by_name(naming for statement, naming in declared if isinstance(statement, types)),
        roles=_by_name(role for clause in _role_clauses(statements) for role in clause.roles),
    )


def names_of_values(statements: tuple[nodes.Statement, ...]) -> Iterator[str]:
    """List the names and aliases of all values that statements declare."""
    for node in nodes.walk(statements):
        if isinstance(node, nodes.ValueDeclaration):
            yield from _names(node.naming)


def _values(expected: ValueType | None, name: str) -> Called:
    if not isinstance(expected, FiniteType) or name not in expected.names:
        return ()
    return expected.value(expected.names[name]).names


def _namings(statements: Iterable[nodes.Node]) -> Iterator[tuple[nodes.Node, nodes.Naming]]:
    for statement in nodes.unfold(statements):
        of_record = isinstance(statement, nodes.Definition) and statement.record is not None
        if not of_record and isinstance(naming := getattr(statement, "naming", None), nodes.Naming):
            yield statement, naming


def _role_clauses(statements: Iterable[nodes.Statement]) -> Iterator[nodes.Roles]:
    for header in (s for s in statements if isinstance(s, nodes.RulebookHeader)):
        yield from (clause for clause in header.clauses if isinstance(clause, nodes.Roles))


def _by_name(namings: Iterable[nodes.Naming]) -> dict[str, Called]:
    return {name: called for naming in namings for called in (_names(naming),) for name in called}


def _names(naming: nodes.Naming) -> Called:
    return tuple(name.text for name in naming.names)
