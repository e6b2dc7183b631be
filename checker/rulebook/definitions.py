"""Definitions: which stand for a condition and which for a value, and how far they may unfold.

Takes places of definitions; keeps account of those being unfolded. Reads no body: whoever unfolds does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from checker.findings import Finding, Related, Span, say
from checker.rulebook.account import Account
from checker.rulebook.model import FiniteType, Term
from checker.rulebook.paths import DefinitionPlace, Place, resolve_path
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes

DEEPEST_UNFOLDED = 50
"""How many definitions may be unfolded within one another: what is deeper recursion cannot walk."""

MOST_UNFOLDED = 1000
"""How many uses of definitions one declaration may unfold: definitions of definitions double quickly."""


@dataclass(slots=True)
class Unfolding:
    """The definitions whose bodies are being read, the outermost first; `refused` were found to unfold too far."""

    account: Account
    open: list[nodes.Definition] = field(default_factory=list)
    count: int = 0
    refused: Collection[Span] = ()
    is_refused: bool = False  # one of these was used

    def admits(self, place: DefinitionPlace, span: Span) -> bool:
        """Tell whether a definition used at a place may be unfolded there; report why not."""
        if any(place.definition is d for d in self.open):
            self.account.report(_circle(self.open, place.definition))
            return False
        if place.definition.span in self.refused:
            self.is_refused = True
            return False
        self.count += 1
        if len(self.open) == DEEPEST_UNFOLDED:
            self.account.report(
                Finding(
                    "A101",
                    say("definitions stand in one another more than {most} deep here", most=DEEPEST_UNFOLDED),
                    span,
                )
            )
            return False
        if self.count > MOST_UNFOLDED:
            self.account.report(
                Finding(
                    "A101", say("more than {most} uses of definitions come together here", most=MOST_UNFOLDED), span
                )
            )
            return False
        return True

    @contextmanager
    def within(self, place: DefinitionPlace, span: Span) -> Iterator[None]:
        """Read a body: what it tests counts as tested where it is used."""
        tested = self.account.tested
        before = len(tested)
        self.open.append(place.definition)
        yield
        self.open.pop()
        tested[before:] = [(fact, span) for fact, _ in tested[before:]]


def is_value(vocabulary: Vocabulary, place: DefinitionPlace) -> bool:
    """Tell whether a definition stands for a number, a date or another value, and not for a condition."""
    seen: set[Span] = set()
    here: Place | Finding = place
    while isinstance(here, DefinitionPlace) and here.definition.span not in seen:
        if len(seen) > DEEPEST_UNFOLDED:  # it is refused where it is unfolded
            return False
        seen.add(here.definition.span)
        operand = operand_of(here.definition)
        if not isinstance(operand, nodes.Path):
            return operand is not None and not isinstance(operand, nodes.Truth)
        here = resolve_path(vocabulary, operand, here.bindings)
    return isinstance(here, Term) and not (isinstance(here.type, FiniteType) and here.type.form == "boolean")


def operand_of(definition: nodes.Definition) -> nodes.Operand | None:
    """Return the body where it is one operand."""
    body = definition.body
    operand = body.operand if isinstance(body, nodes.Holds) else body
    return operand if isinstance(operand, nodes.Operand) else None


def condition_of(definition: nodes.Definition) -> nodes.Condition:
    """Return the body as a condition."""
    body = definition.body
    return nodes.Holds(body.span, body) if isinstance(body, nodes.Operand) else body


def _circle(unfolding: list[nodes.Definition], met: nodes.Definition) -> Finding:
    """Report a circle at the first of its definitions, wherever it was entered."""
    circle = unfolding[next(i for i, d in enumerate(unfolding) if d is met) :]
    start = min(range(len(circle)), key=lambda i: circle[i].span)
    circle = circle[start:] + circle[:start]
    names = [_name(d) for d in (*circle, circle[0])]
    related = tuple(Related(d.naming.span, say("`{name}` is defined here", name=_name(d))) for d in circle[1:])
    message = say("`{name}` is defined by itself: `{circle}`", name=names[0], circle=" → ".join(names))
    return Finding("D301", message, circle[0].naming.span, related=related)


def _name(definition: nodes.Definition) -> str:
    name = definition.naming.text
    return name if definition.record is None else f"{definition.record.text}.{name}"
