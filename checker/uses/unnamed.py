"""Which values of a type no rule names, and so none tells from one another (R110, one finding a type).

A value is named where a test, an answer or a code table has it; one of a tree with all below it and above it, and in
a comparison of two facts every value is. One value that is left over is what the others are not, and is told from
them all. Of a type none of whose values is named nothing is said here: then it is the fact that no rule reads, or only
whether it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.findings import Finding, Span, both, say
from checker.rulebook.model import (
    Asked,
    CodeTable,
    CodeType,
    Decided,
    FieldType,
    FiniteType,
    Members,
    Rulebook,
    Same,
    Test,
    leaves,
)
from checker.syntax import nodes

_LISTED = ("one of", "kinds", "levels")


def find_unnamed(book: Rulebook, statements: tuple[nodes.Statement, ...]) -> Iterator[Finding]:
    """Go through the types some of whose values are named and some are not."""
    named = _named(book)
    for name, (span, its_type) in _types(book, statements).items():
        known = named.get(its_type, frozenset())
        unnamed = [value for value in its_type.domain if not its_type.below(value) & known]
        if known and len(unnamed) > 1:
            values = both(f"`{value}`" for value in unnamed)
            message = say("no rule tells {values} of `{type}` from one another", values=values, type=name)
            advice = say("leave them out, or add the rule that turns on them")
            yield Finding("R110", message, span, help=advice, concerns=(name,))


def _named(book: Rulebook) -> dict[FiniteType, frozenset[str]]:
    """Return the values that are named of each type."""
    found: dict[FiniteType, frozenset[str]] = {}
    for its_type, values in (*_tested(book), *_answered(book), *_tabled(book)):
        if isinstance(its_type, FiniteType):
            found[its_type] = found.get(its_type, frozenset()) | frozenset(values)
    return found


def _tested(book: Rulebook) -> Iterator[tuple[FieldType | None, Iterable[str]]]:
    for condition in book.conditions():
        for leaf in leaves(condition):
            match leaf:
                case Test(term, Members(values)):
                    yield term.type, values
                case Same(left, right):
                    for side in (left.type, right.type):
                        yield side, side.domain if isinstance(side, FiniteType) else ()
                case Asked(question, answers):
                    yield book.questions[question].answers, answers


def _answered(book: Rulebook) -> Iterator[tuple[FieldType | None, Iterable[str]]]:
    for provision in book.provisions.values():
        for effect in provision.effects:
            if isinstance(effect.said, Decided):
                yield book.questions[effect.question].answers, (effect.said.value,)
    for question in book.questions.values():
        if isinstance(question.silence, Decided):
            yield question.answers, (question.silence.value,)


def _tabled(book: Rulebook) -> Iterator[tuple[FieldType | None, Iterable[str]]]:
    for table in _tables(book).values():
        for attribute in table.attributes:
            held = (dated.value for row_ in table.rows.values() for dated in row_.attributes.get(attribute.name, ()))
            yield attribute.type, [value for value in held if isinstance(value, str)]


def _tables(book: Rulebook) -> dict[str, CodeTable]:
    """Return the code tables that facts or the attributes of other codes have for their type, by name."""
    found: dict[str, CodeTable] = {}
    declared = (*book.facts.values(), *(field for record in book.records.values() for field in record.fields))
    todo: list[FieldType] = [field.type for field in declared]
    while todo:
        held = todo.pop()
        if isinstance(held, CodeType) and held.name not in found:
            found[held.name] = held.table
            todo.extend(attribute.type for attribute in held.table.attributes)
    return found


def _types(book: Rulebook, statements: tuple[nodes.Statement, ...]) -> dict[str, tuple[Span, FiniteType]]:
    """Return the types with listed values by the name an `allow` has for them, with where they are declared."""
    found: dict[str, tuple[Span, FiniteType]] = {}
    places = dict(_places(statements))
    for place, held in _held(book):
        if isinstance(held, FiniteType) and held.form in _LISTED:
            name = place if held.form == "one of" else held.name
            if name in places:
                found[name] = (places[name], held)
    return dict(sorted(found.items(), key=lambda one: one[1][0]))


def _held(book: Rulebook) -> Iterator[tuple[str, FieldType | None]]:
    yield from ((name, fact.type) for name, fact in book.facts.items())
    for name, record in book.records.items():
        yield from ((f"{name}.{field.name}", field.type) for field in record.fields)
    for name, table in _tables(book).items():
        yield from ((f"{name}.{attribute.name}", attribute.type) for attribute in table.attributes)
    yield from ((name, question.answers) for name, question in book.questions.items())


def _places(statements: Iterable[nodes.Statement]) -> Iterator[tuple[str, Span]]:
    for owner, naming in nodes.declared_fields(statements):
        yield naming.text if owner is None else f"{owner}.{naming.text}", naming.names[0].span
    for node in statements:
        if isinstance(node, nodes.KindsDeclaration | nodes.LevelsDeclaration | nodes.QuestionDeclaration):
            yield node.naming.text, node.naming.names[0].span
