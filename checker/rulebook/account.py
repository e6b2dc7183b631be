"""The account kept while the conditions of one declaration are read: mistakes, and facts that may be absent.

A test of an optional fact is guarded when the same declaration asks anywhere whether the fact is given. Knows no
nodes and reads nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.findings import Finding, Span, in_order, say
from checker.rulebook.model import Addend, Due, Fact, Sum, Term
from checker.rulebook.types import Findings


@dataclass(slots=True)
class Account:
    """What was found wrong, which optional facts were tested where, and which were asked for."""

    mistakes: list[Finding] = field(default_factory=list)
    tested: list[tuple[Fact, Span]] = field(default_factory=list)
    guarded: set[tuple[str, ...]] = field(default_factory=set)

    def report(self, finding: Finding) -> None:
        """Put a mistake on record."""
        self.mistakes.append(finding)

    def note(self, fact: Fact, span: Span) -> None:
        """Put on record that a fact is tested."""
        if fact.optional:
            self.tested.append((fact, span))

    def note_addends(self, addends: Iterable[Addend], span: Span) -> None:
        """Put on record what a quantity is made of; the conditions of its counts went on record as they were read."""
        for addend in addends:
            match addend:
                case Term(fact) | Sum(summand=Term(fact)):
                    self.note(fact, span)
                case Due(period):
                    for anchor in period.anchors:
                        self.note(anchor, span)

    def guard(self, keys: Iterable[tuple[str, ...]]) -> None:
        """Put on record that it was asked whether facts are given."""
        self.guarded.update(keys)

    def findings(self) -> Findings:
        """Return all mistakes, and a warning for each optional fact that is tested and never asked for."""
        unguarded = {f.key: (f.label, s) for f, s in reversed(self.tested) if f.key not in self.guarded}
        warnings = (_unguarded(name, span) for name, span in unguarded.values())
        return in_order((*self.mistakes, *warnings))


def _unguarded(name: str, span: Span) -> Finding:
    message = say("`{name}` may be absent, and nothing here asks whether it is given", name=name)
    return Finding("T305", message, span, help=say("add `{name} is given`", name=name))
