"""What is read aloud: a rulebook, and how it was written.

Takes the rulebook, the statements of its files and its code tables; gives the declaration of each name and what the
names in a condition stand for. Reports nothing: a rulebook that can be read aloud has no mistakes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from checker.findings import Span
from checker.rulebook.codes import TableFile
from checker.rulebook.header import clause_of
from checker.rulebook.model import Rulebook
from checker.rulebook.names import declare
from checker.rulebook.outlines import Outline, Ties, outline, tie
from checker.rulebook.paths import Binding, ListPlace, bind, own_name, record_places, resolve_path
from checker.rulebook.vocabulary import build_vocabulary
from checker.syntax import nodes

Bindings = tuple[Binding, ...]
Key = tuple[str | None, str]
"""A definition by the record it is on, if it is on one, and its name."""


class Material:
    """A rulebook with its statements; declarations are by canonical name, definitions by record and name."""

    def __init__(self, book: Rulebook, statements: Iterable[nodes.Statement], tables: Mapping[str, TableFile]) -> None:
        self.book = book
        self.statements = tuple(statements)
        self.names, _ = declare(self.statements)
        self.vocabulary, _ = build_vocabulary(self.statements, self.names, tables)
        self.outlines: Mapping[str, Outline] = outline(self.statements)

    @cached_property
    def ties(self) -> Ties:
        """Which provision hangs on which, and under which questions the condition of each is read."""
        return tie(self.outlines, self.names)

    @cached_property
    def questions(self) -> Mapping[str, nodes.QuestionDeclaration]:
        """The questions as they were written."""
        return {s.naming.text: s for s in self.statements if isinstance(s, nodes.QuestionDeclaration)}

    @cached_property
    def documents(self) -> Mapping[str, nodes.DocumentDeclaration]:
        """The documents as they were written."""
        return {s.naming.text: s for s in self.statements if isinstance(s, nodes.DocumentDeclaration)}

    @cached_property
    def definitions(self) -> Mapping[Key, nodes.Definition]:
        """The definitions as they were written."""
        written = (s for s in self.statements if isinstance(s, nodes.Definition))
        return {(self.owner(definition), definition.naming.text): definition for definition in written}

    def definition_span(self, name: str) -> Span:
        """Return where a definition stands, by the name it is asked for by."""
        return self.definitions[definition_key(name)].naming.span

    def of(self, kind: type[nodes.KnownGap] | type[nodes.OpenPoint], name: str) -> nodes.Statement:
        """Return the declaration of a recorded silence."""
        return next(s for s in self.statements if isinstance(s, kind) and s.naming.text == name)

    def owner(self, definition: nodes.Definition) -> str | None:
        """Return the record a definition is on."""
        return None if definition.record is None else self.names.find(definition.record, "record")

    def canonical(self, name: nodes.Name, category: str) -> str:
        """Return the canonical name of what a name stands for."""
        return self.names.find(name, category) or name.text

    def bindings_of(self, questions: Iterable[str]) -> Bindings:
        """Return what variables stand for under some questions: the elements each of them is asked of."""
        clauses = (clause_of(self.questions[q].clauses, nodes.ForEach) for q in questions if q in self.questions)
        found: list[Binding] = []
        for clause in clauses:
            place = None if clause is None else resolve_path(self.vocabulary, clause.list)
            if clause is not None and isinstance(place, ListPlace):
                found.append(bind(clause.variable.text, place))
        return tuple(dict.fromkeys(found))

    def bindings_on(self, record: str) -> Bindings:
        """Return what the name of a record stands for where something is said of every one of them."""
        return tuple(own_name(place) for place in record_places(self.vocabulary, record)[:1])

    def bindings_everywhere(self) -> Bindings:
        """Return what the names of all records stand for, for an impossibility, which speaks of any of them."""
        return tuple(binding for record in self.book.records for binding in self.bindings_on(record))


def definition_key(name: str) -> Key:
    """Take apart the name a definition is asked for by: `leg.is_short`, or `short` of none."""
    record, _, own = name.rpartition(".")
    return record or None, own
