"""Outlines of provisions: what each was given by its author and by the `under` blocks around it.

Takes the statements and the names; says which provisions hang on which and on which questions each of them bears,
which must be known before a condition of theirs can be read; and by which readings they stand. Resolves nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from checker.findings import Finding, Related, nearest, say
from checker.rulebook.cycles import reached
from checker.rulebook.header import clause_of
from checker.rulebook.model import Reading
from checker.rulebook.names import Names
from checker.rulebook.types import Findings
from checker.syntax import nodes

Clause = TypeVar("Clause")
RelationNode = nodes.ExceptionTo | nodes.ProvisoTo | nodes.Overrides

RELATIONS = (nodes.ExceptionTo, nodes.ProvisoTo, nodes.Overrides)


class Outline(Struct, frozen=True):
    """A provision with the header clauses it is lent, those of the nearest `under` first."""

    node: nodes.ProvisionDeclaration
    lent: tuple[nodes.HeaderClause, ...]

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.node.naming.text

    def first(self, kind: type[Clause]) -> Clause | None:
        """Return the clause of a kind: its own, else the nearest lent one."""
        return clause_of((*self.node.clauses, *self.lent), kind)

    def every(self, kind: type[Clause]) -> tuple[Clause, ...]:
        """Return all clauses of a kind, its own first."""
        return tuple(c for c in (*self.node.clauses, *self.lent) if isinstance(c, kind))

    @property
    def relation(self) -> RelationNode | None:
        """The one clause that ties it to another provision."""
        return next((c for c in (*self.node.clauses, *self.lent) if isinstance(c, RELATIONS)), None)


class Ties(Struct, frozen=True):
    """Who is tied to whom, by canonical name: from each provision to those it names; unknown ones are left out.

    `needs` are the questions under whose subjects a provision's condition is read: those it bears on, and those
    that whatever hangs on it bears on; one that is unknown stands there as it was written.
    """

    related: Mapping[str, tuple[str, ...]]
    applied: Mapping[str, tuple[str, ...]]
    replaced: Mapping[str, tuple[str, ...]]
    needs: Mapping[str, tuple[str, ...]]


def outline(statements: Iterable[nodes.Statement]) -> dict[str, Outline]:
    """Collect all provisions by canonical name; of two with one name the first counts."""
    found: dict[str, Outline] = {}
    for each in _outlines(statements, ()):
        found.setdefault(each.name, each)
    return found


def tie(outlines: Mapping[str, Outline], names: Names) -> Ties:
    """Follow the names of other provisions and of questions in the outlines."""
    related: dict[str, tuple[str, ...]] = {}
    hung: dict[str, list[str]] = {}
    applied: dict[str, tuple[str, ...]] = {}
    replaced: dict[str, tuple[str, ...]] = {}
    bears: dict[str, tuple[str, ...]] = {}
    for name, each in outlines.items():
        relation, replaces = each.relation, each.first(nodes.Replaces)
        related[name] = _found(names, () if relation is None else (relation.provision,), "provision")
        replaced[name] = _found(names, () if replaces is None else (replaces.provision,), "provision")
        effects = each.node.effects
        applied[name] = _found(names, (e.provision for e in effects if isinstance(e, nodes.Apply)), "provision")
        asked = (e.question for e in effects if not isinstance(e, nodes.Apply))
        bears[name] = tuple(dict.fromkeys(names.find(q, "question") or q.text for q in asked))
        if not isinstance(relation, nodes.Overrides):
            for target in related[name]:
                hung.setdefault(target, []).append(name)
    speaks = {name: _gathered(bears, reached(applied, name)) for name in outlines}
    needs = {name: _gathered(speaks, reached(hung, name)) for name in outlines}
    return Ties(related, applied, replaced, needs)


def read_readings(of: Outline) -> tuple[tuple[Reading, ...], Findings]:
    """Read how unclear words are read where a provision stands, each reading once, its own first."""
    first: dict[str, nodes.Reading] = {}
    findings: list[Finding] = []
    for clause in of.every(nodes.Reading):
        before = first.setdefault(clause.name.text, clause)
        if before.chosen != clause.chosen:
            message = say(
                "`{provision}` rests on the reading `{reading}`, and on the other one as well",
                provision=of.name,
                reading=clause.name.text,
            )
            related = (Related(before.span, say("here it is the other way round")),)
            advice = say("write a provision for each way of reading")
            findings.append(Finding("D208", message, clause.span, help=advice, related=related))
    readings = tuple(Reading(name, clause.value.value, clause.chosen) for name, clause in first.items())
    return readings, tuple(findings)


def check_readings(outlines: Mapping[str, Outline]) -> Findings:
    """Report other ways of reading where no provision stands by the chosen one."""
    clauses = [clause for each in outlines.values() for clause in each.every(nodes.Reading)]
    chosen = {clause.name.text for clause in clauses if clause.chosen}
    findings: dict[nodes.Reading, Finding] = {}
    for clause in clauses:
        name = clause.name.text
        if not clause.chosen and name not in chosen:
            near = nearest(name, sorted(chosen))
            message = say("no provision stands by the reading `{name}`, so this is no other way of reading", name=name)
            advice = (
                say('add `reading {name} "…"` where it was chosen', name=name)
                if near is None
                else say("write `{word}`", word=near)
            )
            findings[clause] = Finding("D208", message, clause.name.span, help=advice)
    return tuple(findings.values())


def _outlines(statements: Iterable[nodes.Statement], lent: tuple[nodes.HeaderClause, ...]) -> Iterator[Outline]:
    for statement in statements:
        if isinstance(statement, nodes.ProvisionDeclaration):
            yield Outline(statement, lent)
        elif isinstance(statement, nodes.Under):
            yield from _outlines(statement.provisions, (*statement.clauses, *lent))


def _found(names: Names, written: Iterable[nodes.Name], category: str) -> tuple[str, ...]:
    found = (names.find(name, category) for name in written)
    return tuple(dict.fromkeys(name for name in found if name is not None))


def _gathered(of: Mapping[str, tuple[str, ...]], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for name in names for each in of.get(name, ())))
