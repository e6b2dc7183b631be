"""Nodes with canonical names, without where they stand: what two spellings of one page have in common.

Takes the statements of a whole rulebook for its aliases, and nodes; gives trees to compare. Resolves names by itself,
as far as the pages that are compared need it: paths of a record and a field or what is defined of it, and values that
a field or the answers of a question list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker.stored import names_of
from checker.syntax import nodes

Tree = object
Place = tuple[str, str]  # a record and one of its fields, by canonical names, or a question and ANSWERS
ANSWERS = "answers"


@dataclass(frozen=True)
class Aliases:
    """What every name declared under `rules/` stands for, each in its own space; `named` is the global one."""

    named: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    records: dict[str, str] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)  # the record that a fact is
    fields: dict[Place, str] = field(default_factory=dict)
    values: dict[tuple[str, str, str], str] = field(default_factory=dict)
    about: dict[str, Place] = field(default_factory=dict)  # the place whose values answer a question

    def declare(self, every: Iterable[nodes.Statement]) -> None:
        """Take in declarations, those within `under` too; what a question is about needs all records before it."""
        for statement in every:
            match statement:
                case nodes.RulebookHeader(clauses=clauses):
                    for role in (role for c in clauses if isinstance(c, nodes.Roles) for role in c.roles):
                        add(self.roles, role)
                case nodes.RecordDeclaration(naming=naming, fields=declared):
                    add(self.records, naming)
                    for one in declared:
                        self._declare_field(naming.text, one)
                case nodes.Definition(record=None, naming=naming):
                    add(self.named, naming)
                case nodes.FactDeclaration(naming=naming, type=nodes.NamedType(name=name)):
                    add(self.named, naming)
                    self.holders[naming.text] = name.text
                case nodes.Under(provisions=provisions):
                    self.declare(provisions)
                case (
                    nodes.FactDeclaration(naming=naming)
                    | nodes.DocumentDeclaration(naming=naming)
                    | nodes.QuestionDeclaration(naming=naming)
                    | nodes.ProvisionDeclaration(naming=naming)
                    | nodes.OpenPoint(naming=naming)
                ):
                    add(self.named, naming)

    def _declare_field(self, record: str, declared: nodes.FieldDeclaration) -> None:
        for name in declared.naming.names:
            self.fields[record, name.text] = declared.naming.text
        self._declare_values((record, declared.naming.text), declared.type)

    def _declare_values(self, place: Place, type_: nodes.Type) -> None:
        for value in type_.values if isinstance(type_, nodes.EnumerationType) else ():
            for name in value.naming.names:
                self.values[*place, name.text] = value.naming.text

    def declare_defined(self, definition: nodes.Definition) -> None:
        """Take in what is defined of a record, which a path names like a field of it."""
        if definition.record is not None:
            self.fields.update(
                {(definition.record.text, n.text): definition.naming.text for n in definition.naming.names}
            )

    def declare_answers(self, question: nodes.QuestionDeclaration) -> None:
        """Take in which values answer a question: its own, or those of what it is about, which is declared by now."""
        for clause in question.clauses:
            if isinstance(clause, nodes.Answers):
                place = self.about[question.naming.text] = (question.naming.text, ANSWERS)
                self._declare_values(place, clause.type)
            if isinstance(clause, nodes.About) and (found := self.place(clause.fact)) is not None:
                self.about[question.naming.text] = found

    def place(self, path: nodes.Path) -> Place | None:
        """Find the field of a record that a path of two parts names."""
        if len(path.parts) != 2:
            return None
        first, second = (part.text for part in path.parts)
        record = self.holders.get(self.named.get(first, first)) or self.records[first]
        return record, self.fields[record, second]

    def path(self, path: nodes.Path, place: Place | None) -> Tree:
        """Name a field by its record, anything else by what it is: a value of the place it is held against."""
        if (found := self.place(path)) is not None:
            return ("Path", *found)
        (name,) = path.parts
        return ("Path", self.named[name.text] if place is None else self.values[*place, name.text])


def add(space: dict[str, str], naming: nodes.Naming) -> None:
    for name in naming.names:
        assert space.setdefault(name.text, naming.text) == naming.text, name


def aliases_of(every: Sequence[nodes.Statement]) -> Aliases:
    """Collect the names that the statements of a rulebook declare."""
    found = Aliases()
    found.declare(every)
    for definition in (s for s in every if isinstance(s, nodes.Definition)):
        found.declare_defined(definition)
    for question in (s for s in every if isinstance(s, nodes.QuestionDeclaration)):
        found.declare_answers(question)
    return found


def canonical(known: Aliases, value: object, place: Place | None = None) -> Tree:
    """Reduce a node to its class and its parts, with canonical names and without where it stands on disk."""
    match value:
        case tuple():
            return tuple(canonical(known, one, place) for one in value)
        case nodes.Naming(names=names):
            return tuple(name.text for name in names)
        case nodes.Name(text=text):
            return known.named.get(text, text)
        case nodes.Path():
            return known.path(value, place)
        case nodes.Compare(left=nodes.Path() as left) | nodes.In(left=nodes.Path() as left):
            place = known.place(left)
        case nodes.Rule(question=question) | nodes.Decide(question=question):
            place = known.about.get(known.named[question.text])
        case nodes.Table():
            return table(known, value)
    if not isinstance(value, nodes.Node):
        return value
    parts = ((f, part(known, f, getattr(value, f), place)) for f in names_of(value) if f != "span")
    return (type(value).__name__, *parts)


def part(known: Aliases, name: str, value: object, place: Place | None) -> Tree:
    """Reduce a part of a node by its name: a role has a name of its own space."""
    if name == "role" and isinstance(value, nodes.Name):
        return known.roles[value.text]
    return canonical(known, value, place)


def table(known: Aliases, value: nodes.Table) -> Tree:
    """Reduce a table, whose cells are values of the facts above them and whose answers are those of its question."""
    columns = tuple(known.place(fact) for fact in value.facts)
    answers = known.about.get(known.named[value.question.text])
    rows = tuple(
        (
            tuple(canonical(known, cell, column) for cell, column in zip(row.cells, columns, strict=True)),
            canonical(known, row.answer, answers),
        )
        for row in value.rows
    )
    return ("Table", canonical(known, value.question), canonical(known, value.facts), value.in_order, rows)
