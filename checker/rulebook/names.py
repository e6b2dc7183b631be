"""The names of a rulebook: one global space for everything declared, one of types, and one of roles.

Takes the statements of all files, gives what is called how and where that was said. Values belong to their type
and fields to their record; neither is here, nor is anything a name means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from checker.findings import Finding, Related, Span, nearest
from checker.syntax import nodes, proposed_split

_Named = (
    nodes.CodesDeclaration
    | nodes.KindsDeclaration
    | nodes.LevelsDeclaration
    | nodes.RecordDeclaration
    | nodes.FactDeclaration
    | nodes.DocumentDeclaration
    | nodes.QuestionDeclaration
    | nodes.ProvisionDeclaration
    | nodes.KnownGap
    | nodes.OpenPoint
)
_CATEGORIES: Mapping[type[_Named], str] = {
    nodes.CodesDeclaration: "type",
    nodes.KindsDeclaration: "type",
    nodes.LevelsDeclaration: "type",
    nodes.RecordDeclaration: "record",
    nodes.FactDeclaration: "fact",
    nodes.DocumentDeclaration: "document",
    nodes.QuestionDeclaration: "question",
    nodes.ProvisionDeclaration: "provision",
    nodes.KnownGap: "known gap",
    nodes.OpenPoint: "open point",
}
_TYPES = ("type", "record")


class Declared(Struct, frozen=True):
    """What one name or alias stands for, and where the name was written."""

    category: str
    canonical: str
    span: Span


class Names(Struct, frozen=True):
    """Every global name and alias, each once; and every name of a type, which may be that of a fact too.

    Categories: `fact`, `definition`, `document`, `question`, `provision`, `known gap`, `open point`; of types `type`
    and `record`.
    """

    declared: Mapping[str, Declared]
    types: Mapping[str, Declared]

    def find(self, name: nodes.Name, category: str) -> str | None:
        """Return the canonical name if it names something of the category."""
        found = (self.types if category in _TYPES else self.declared).get(name.text)
        return found.canonical if found is not None and found.category == category else None

    def place(self, text: str) -> Span | None:
        """Return where a name is declared."""
        found = self.declared.get(text) or self.types.get(text)
        return None if found is None else found.span

    def unknown(self, name: nodes.Name, category: str) -> Finding:
        """Report a name that names nothing of the category."""
        return self.unknown_of(name, (category,))

    def unknown_of(self, name: nodes.Name, categories: tuple[str, ...]) -> Finding:
        """Report a name that names nothing of any of the categories, with the nearest that does."""
        message = f"no {' or '.join(categories)} is named `{name.text}`{self.otherwise(name)}"
        return unknown_name(name, message, self.of(*categories), self.place)

    def otherwise(self, name: nodes.Name) -> str:
        """Tell, as the end of a sentence, what a name out of place stands for; nothing for an unknown one."""
        other = self.declared.get(name.text) or self.types.get(name.text)
        return "" if other is None else f"; it is the name of {_with_article(other.category)}"

    def of(self, *categories: str) -> tuple[str, ...]:
        """List the names and aliases of some categories, as declared."""
        every = (*self.declared.items(), *self.types.items())
        return tuple(dict.fromkeys(text for text, d in every if d.category in categories))


def declare(statements: Iterable[nodes.Statement]) -> tuple[Names, tuple[Finding, ...]]:
    """Collect the global names; of two declarations with one name the first has it."""
    declared: dict[str, Declared] = {}
    types: dict[str, Declared] = {}
    findings: list[Finding] = []
    for category, naming in _namings(statements):
        space = types if category in _TYPES else declared
        for name in naming.names:
            if (first := space.get(name.text)) is not None:
                findings.append(doubled(name, first.span))
            else:
                space[name.text] = Declared(category, naming.text, name.span)
    return Names(declared, types), tuple(findings)


def declare_roles(statements: Iterable[nodes.Statement]) -> tuple[Mapping[str, str], tuple[Finding, ...]]:
    """Collect the roles of the header: every name and alias with the canonical one."""
    headers = [s for s in statements if isinstance(s, nodes.RulebookHeader)]
    clauses = [c for header in headers for c in header.clauses if isinstance(c, nodes.Roles)]
    return member_names(role for clause in clauses for role in clause.roles)


def member_names(namings: Iterable[nodes.Naming]) -> tuple[Mapping[str, str], tuple[Finding, ...]]:
    """Collect the names of one space of its own: the fields of a record, the values of a type, the roles."""
    canonical: dict[str, str] = {}
    places: dict[str, Span] = {}
    findings: list[Finding] = []
    for naming in namings:
        for name in naming.names:
            if name.text in canonical:
                findings.append(doubled(name, places[name.text]))
            else:
                canonical[name.text], places[name.text] = naming.text, name.span
    return canonical, tuple(findings)


def doubled(name: nodes.Name, first: Span) -> Finding:
    """Report a name that is taken already."""
    related = (Related(first, "declared here first"),)
    return Finding("N202", f"`{name.text}` is declared twice", name.span, "the second time", related=related)


def unknown_name(name: nodes.Name, message: str, known: Iterable[str], place: Callable[[str], Span | None]) -> Finding:
    """Report an unknown name with the nearest known one; a Chinese run that hides keywords with its split."""
    known = tuple(known)
    if (split := _split(name, known)) is not None:
        return Finding("N204", f"`{name.text}` runs names and keywords together", name.span, help=f"write `{split}`")
    near = nearest(name.text, known)
    if near is None:
        return Finding("N201", message, name.span, "not declared")
    span = place(near)
    declared = "" if span is None else f", declared at {span}"
    return Finding("N201", message, name.span, "not declared", f"write `{near}`{declared}")


def _split(name: nodes.Name, known: tuple[str, ...]) -> str | None:
    span = name.span
    unquoted = span.line == span.end_line and span.end_column - span.column == len(name.text)
    return proposed_split(name.text, known) if unquoted else None


def _namings(statements: Iterable[nodes.Statement]) -> Iterator[tuple[str, nodes.Naming]]:
    for statement in statements:
        if isinstance(statement, nodes.Under):
            yield from _namings(statement.provisions)
        elif isinstance(statement, nodes.Definition):
            if statement.record is None:
                yield "definition", statement.naming
        elif isinstance(statement, _Named):
            yield _CATEGORIES[type(statement)], statement.naming


def _with_article(category: str) -> str:
    return f"{'an' if category[0] in 'aeiou' else 'a'} {category}"
