"""The names of a rulebook: one global space for everything declared, one of types, and one of roles.

Takes the statements of all files, gives what is called how and where that was said. Values belong to their type
and fields to their record; neither is here, nor is anything a name means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Edit, Finding, Message, Related, Span, either, nearest, say
from checker.rulebook.spelling import same_word, typed_name
from checker.syntax import nodes, proposed_split
from checker.syntax.keywords import chinese_words

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
_WANTED: Mapping[str, Message] = {
    "type": say("type"),
    "record": say("record"),
    "fact": say("fact"),
    "document": say("document"),
    "question": say("question"),
    "provision": say("provision"),
}
"""What the categories are called that a name can be wanted of."""

_FOUND: Mapping[str, Message] = {
    "type": say("a type"),
    "record": say("a record"),
    "fact": say("a fact"),
    "definition": say("a definition"),
    "document": say("a document"),
    "question": say("a question"),
    "provision": say("a provision"),
    "known gap": say("a known gap"),
    "open point": say("an open point"),
}
"""What a category is called whose name was found instead."""


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
        return unknown_name(name, self.no_such(name, categories), self.of(*categories), self.place)

    def no_such(self, name: nodes.Name, categories: tuple[str, ...]) -> Message:
        """Say that a name names nothing of some categories, and what it stands for instead, if for anything."""
        wanted = either(_WANTED[category] for category in categories)
        other = self.declared.get(name.text) or self.types.get(name.text)
        if other is None:
            return say("no {kind} is named `{name}`", kind=wanted, name=name.text)
        return say(
            "no {kind} is named `{name}`; it is the name of {other}",
            kind=wanted,
            name=name.text,
            other=_FOUND[other.category],
        )

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
    related = (Related(first, say("declared here first")),)
    return Finding(
        "N202", say("`{name}` is declared twice", name=name.text), name.span, say("the second time"), related=related
    )


def unknown_name(
    name: nodes.Name, message: Message, known: Iterable[str], place: Callable[[str], Span | None]
) -> Finding:
    """Report an unknown name with the nearest known one; a Chinese run that hides keywords with its split."""
    known = tuple(known)
    if (finding := run_together(name, known)) is not None:
        return finding
    same = same_word(name.text, known)
    near = same or nearest(name.text, known)
    if near is None:
        return Finding("N201", message, name.span, say("not declared"))
    span = place(near)
    advice = say("write `{word}`", word=near)
    if span is not None:
        advice = say("write `{word}`, declared at {place}", word=near, place=str(span))
    edits = () if same is None else (Edit(name.span, typed_name(same)),)
    return Finding("N201", message, name.span, say("not declared"), advice, edits=edits)


def run_together(name: nodes.Name, known: Iterable[str]) -> Finding | None:
    """Report a Chinese run that hides keywords, with its split; known names are parted first."""
    span = name.span
    unquoted = span.line == span.end_line and span.end_column - span.column == len(name.text)
    split = proposed_split(name.text, tuple(known)) if unquoted else None
    if split is None:
        return None
    message = say("`{name}` runs names and keywords together", name=name.text)
    return Finding("N204", message, span, help=say("write `{word}`", word=split))


def whole_test(name: nodes.Name, known: Iterable[str]) -> Finding | None:
    """Report a test written as one Chinese run, `方式为海`; known names that part it in one way alone mend it."""
    known = frozenset(known)
    finding = run_together(name, known)
    if finding is None or _ways(name.text, known) != 1:
        return finding
    split = proposed_split(name.text, known)
    return finding if split is None else replace(finding, edits=(Edit(name.span, split),))


def _ways(run: str, known: frozenset[str]) -> int:
    """Count the ways in which a run is made of known names and keywords."""
    words = known.union(chinese_words())
    ways = [1] + [0] * len(run)
    for end in range(1, len(run) + 1):
        ways[end] = sum(ways[start] for start in range(end) if run[start:end] in words)
    return ways[len(run)]


def _namings(statements: Iterable[nodes.Statement]) -> Iterator[tuple[str, nodes.Naming]]:
    for statement in nodes.unfold(statements):
        if isinstance(statement, nodes.Definition):
            if statement.record is None:
                yield "definition", statement.naming
        elif isinstance(statement, _Named):
            yield _CATEGORIES[type(statement)], statement.naming
