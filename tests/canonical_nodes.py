"""Nodes with canonical names, without where they stand: what two spellings of one page have in common.

Takes the statements of a whole rulebook for its aliases, and nodes; gives trees to compare. Resolves names by itself,
as far as the pages that are compared need it: paths of a record and a field, and values that a field lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker.stored import names_of
from checker.syntax import nodes

Tree = object
Place = tuple[str, str]  # a record and one of its fields, by canonical names


@dataclass(frozen=True)
class Aliases:
    """What every name declared under `rules/` stands for, each in its own space.

    `named` is the global space and the roles.
    """

    named: dict[str, str] = field(default_factory=dict)
    records: dict[str, str] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)  # the record that a fact is
    fields: dict[Place, str] = field(default_factory=dict)
    values: dict[tuple[str, str, str], str] = field(default_factory=dict)
    about: dict[str, Place] = field(default_factory=dict)  # the place a question is a choice about

    def declare(self, every: Iterable[nodes.Statement]) -> None:
        """Take in declarations, those within `under` too; what a question is about needs all records before it."""
        for statement in every:
            match statement:
                case nodes.RulebookHeader(clauses=clauses):
                    for role in (role for c in clauses if isinstance(c, nodes.Roles) for role in c.roles):
                        add(self.named, role)
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
        if isinstance(declared.type, nodes.EnumerationType):
            for value in declared.type.values:
                for name in value.naming.names:
                    self.values[record, declared.naming.text, name.text] = value.naming.text

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
    for question in (s for s in every if isinstance(s, nodes.QuestionDeclaration)):
        for clause in question.clauses:
            if isinstance(clause, nodes.About) and (place := found.place(clause.fact)) is not None:
                found.about[question.naming.text] = place
    return found


def canonical(known: Aliases, value: object, place: Place | None = None) -> Tree:
    """Reduce a node to its class and its parts, with canonical names and without where it stands on disk."""
    match value:
        case tuple():
            return tuple(canonical(known, part, place) for part in value)
        case nodes.Naming(names=names):
            return tuple(name.text for name in names)
        case nodes.Name(text=text):
            return known.named.get(text, text)
        case nodes.Path():
            return known.path(value, place)
        case nodes.Compare(left=nodes.Path() as left) | nodes.In(left=nodes.Path() as left):
            place = known.place(left)
        case nodes.Rule(question=question):
            place = known.about.get(known.named[question.text])
    if not isinstance(value, nodes.Node):
        return value
    parts = ((f, canonical(known, getattr(value, f), place)) for f in names_of(value) if f != "span")
    return (type(value).__name__, *parts)
