"""Which names nothing uses (R109): definitions, records, types, code tables, documents, roles, ranks.

A name is used where a rule file writes it other than to declare it, or to allow a finding about it. Aliases are for
plans, and provisions, questions, gaps and facts do something by themselves, so none of these is looked for here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from checker.findings import Finding, Message, say
from checker.rulebook.model import ListType, RecordType, Rulebook
from checker.syntax import nodes

_TYPE, _DOCUMENT, _ROLE, _RANK = "type", "document", "role", "rank"

Statements = tuple[nodes.Statement, ...]


def find_unused(book: Rulebook, statements: Statements) -> Iterator[Finding]:
    """Go through the names nothing uses, one finding each."""
    # What an `allow` is on is not used by it; what its condition tests is.
    using = (s.condition if isinstance(s, nodes.Allowance) else s for s in statements)
    written = [node for part in using for node in nodes.walk(part)]
    used = {(kind, name.text) for node in written for kind, name in _used(node)}
    for kind, naming, message in _declared(written):
        if used.isdisjoint((kind, name.text) for name in naming.names):
            yield _unused(message, naming, naming.text)
    yield from _definitions(book, written)


def _unused(message: Message, naming: nodes.Naming, name: str) -> Finding:
    return Finding("R109", message, naming.names[0].span, help=say("leave it out, or use it"), concerns=(name,))


def _declared(written: Iterable[nodes.Node]) -> Iterator[tuple[str, nodes.Naming, Message]]:
    """Go through what is used by its name alone: its kind, its name, and what is said when nothing uses it."""
    for node in written:
        match node:
            case nodes.RecordDeclaration(naming=naming):
                yield _TYPE, naming, say("nothing uses the record `{name}`", name=naming.text)
            case nodes.KindsDeclaration(naming=naming) | nodes.LevelsDeclaration(naming=naming):
                yield _TYPE, naming, say("nothing uses the type `{name}`", name=naming.text)
            case nodes.CodesDeclaration(naming=naming):
                yield _TYPE, naming, say("nothing uses the code table `{name}`", name=naming.text)
            case nodes.DocumentDeclaration(naming=naming):
                yield _DOCUMENT, naming, say("nothing cites the document `{name}`", name=naming.text)
            case nodes.Roles(roles=roles):
                yield from ((_ROLE, role, say("nothing uses the role `{name}`", name=role.text)) for role in roles)
            case nodes.Ranks(groups=groups):
                for name in (name for group in groups for name in group):
                    yield _RANK, nodes.Naming(name.span, (name,)), say("nothing uses the rank `{name}`", name=name.text)


def _used(node: nodes.Node) -> Iterator[tuple[str, nodes.Name]]:
    """Go through the names a node uses, each with the kind of what it names."""
    match node:
        case nodes.NamedType(name=name) | nodes.ListType(record=name):
            yield _TYPE, name
        case nodes.Citation(document=name) | nodes.Repealed(document=name) | nodes.Replaces(document=name):
            yield _DOCUMENT, name
        case nodes.NotEncoded(document=name) | nodes.AuthorisedBy(document=name) | nodes.Repeal(by=name):
            yield _DOCUMENT, name
        case nodes.By(role=name) | nodes.Leave(role=nodes.Name() as name):
            yield _ROLE, name
        case nodes.FieldDeclaration(decided_by=nodes.Name() as name):
            yield _ROLE, name
        case nodes.FactDeclaration(decided_by=nodes.Name() as name):
            yield _ROLE, name
        case nodes.Rank(name=name):
            yield _RANK, name
        case nodes.Reservation(ranks=names) | nodes.Ruling(ranks=names):
            yield from ((_RANK, name) for name in names)


def _definitions(book: Rulebook, written: list[nodes.Node]) -> Iterator[Finding]:
    """Go through the definitions no path leads to."""
    paths = [node for node in written if isinstance(node, nodes.Path)]
    reach = _Reach(book, _variables(book, written))
    used = {owned for path in paths for owned in reach.steps(path)}
    for node in written:
        if isinstance(node, nodes.Definition):
            record = None if node.record is None else _record_named(book, node.record.text)
            if not any((record, name.text) in used for name in node.naming.names):
                name = node.naming.text if record is None else f"{record}.{node.naming.text}"
                yield _unused(say("nothing uses the definition `{name}`", name=name), node.naming, name)


class _Reach(Struct, frozen=True):
    """What paths lead through: each word of one with the record it is a word of, None at its beginning."""

    book: Rulebook
    variables: Mapping[str, frozenset[str]]

    def steps(self, path: nodes.Path) -> Iterator[tuple[str | None, str]]:
        """Go through the words of a path; one behind a variable of several lists is a word of each."""
        records: frozenset[str | None] = frozenset({None})
        for part in path.parts:
            yield from ((record, part.text) for record in records)
            records = frozenset(inner for record in records for inner in self._behind(record, part.text))

    def end(self, path: nodes.Path) -> frozenset[str]:
        """Return the records a path ends at."""
        records: frozenset[str | None] = frozenset({None})
        for part in path.parts:
            records = frozenset(inner for record in records for inner in self._behind(record, part.text))
        return frozenset(record for record in records if record is not None)

    def _behind(self, record: str | None, name: str) -> Iterator[str]:
        fields = self.book.facts.values() if record is None else self.book.records[record].fields
        for field in fields:
            if name in field.names and isinstance(field.type, RecordType | ListType):
                yield field.type.record
        if record is None:
            yield from self.variables.get(name, ())
            if (own := _record_named(self.book, name)) is not None:
                yield own


def _record_named(book: Rulebook, name: str) -> str | None:
    return next((record for record, declared in book.records.items() if name in declared.names), None)


def _variables(book: Rulebook, written: list[nodes.Node]) -> dict[str, frozenset[str]]:
    """Find the records each word for an element may stand for; a list may itself hang on such a word."""
    found: dict[str, frozenset[str]] = {}
    binders = [n for n in written if isinstance(n, nodes.ForEach | nodes.Quantified | nodes.Count | nodes.Sum)]
    while True:
        reach, before = _Reach(book, found), found
        found = dict(before)
        for binder in binders:
            name = binder.variable.text
            found[name] = found.get(name, frozenset()) | reach.end(binder.list)
        if found == before:
            return found
