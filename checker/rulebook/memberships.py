"""Tests of one side against several: `in { … }`, `in NODE`, `between … and …`.

Takes them as written; gives one test where all are constants, else the single tests of `comparisons` joined.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.findings import Finding, say
from checker.rulebook import askings, sets
from checker.rulebook.comparisons import ComparisonReader
from checker.rulebook.constants import constant_of, two_names, without_fact
from checker.rulebook.headings import Heading
from checker.rulebook.lists import Bindings
from checker.rulebook.model import ALWAYS, Condition, Reckoned, Term, ValueSet
from checker.rulebook.quantities import Quantity
from checker.rulebook.reckoning import joined
from checker.rulebook.sides import Part
from checker.syntax import nodes


@dataclass(slots=True)
class MembershipReader:
    """Reads tests against several. What it gives for a mistake is never used, for the mistake is on the account."""

    comparisons: ComparisonReader

    def is_in(self, node: nodes.In, bindings: Bindings) -> Condition:
        """Read `left in { … }` or `left in NODE`; in braces a fact may stand among the constants."""
        left = self.comparisons.sides.read(node.left, bindings)
        read = [self.comparisons.sides.read(member, bindings) for member in node.members]
        members = [part for part in read if part is not None]
        if left is None:
            return ALWAYS
        if isinstance(left.side, Heading):
            return self.comparisons.asked(left.side, members, node.braced, bindings, node.span)
        if not isinstance(left.side, Quantity) and self.comparisons.testable(left) is None:
            return ALWAYS
        values: ValueSet | None = None
        parts: list[Condition] = []
        for member in members:
            if isinstance(left.side, Term) and not isinstance(member.side, Term | Quantity):
                found = self._admitted(left, left.side, member, node.braced)
                if found is not None:
                    values = found if values is None else sets.union(values, found)
            elif node.braced:
                parts.append(self.comparisons.compared(left, "is", member, member.node.span, bindings))
            else:
                self.comparisons.account.report(two_names(member, left) or without_fact(member))
        if isinstance(left.side, Term) and values is not None:
            parts.insert(0, self.comparisons.test(left.side, values, node.span))
        return joined(parts, every=False)

    def is_between(self, node: nodes.Between, bindings: Bindings) -> Condition:
        """Read `left between low and high`."""
        left = self.comparisons.sides.read(node.left, bindings)
        low, high = self.comparisons.sides.read(node.low, bindings), self.comparisons.sides.read(node.high, bindings)
        if left is None or low is None or high is None:
            return ALWAYS
        if isinstance(left.side, Heading):
            return self.comparisons.refused(askings.without_order(left.side, node.span))
        if not isinstance(left.side, Quantity) and self.comparisons.testable(left) is None:
            return ALWAYS
        if isinstance(left.side, Term) and not sets.has_order(left.side.type):
            return self.comparisons.refused(sets.without_order(left.side.type, node.span))
        if isinstance(left.side, Term) and not any(isinstance(p.side, Term | Quantity) for p in (low, high)):
            first, last = (two_names(end, left) or constant_of(left.side, end) for end in (low, high))
            wrong = [end for end in (first, last) if isinstance(end, Finding)]
            self.comparisons.account.mistakes.extend(wrong)
            if isinstance(first, Finding) or isinstance(last, Finding):
                return ALWAYS
            return self.comparisons.test(left.side, sets.between(left.side.type, first, last), node.span)
        ends = ((">=", low), ("<=", high))
        compared = (self.comparisons.compared(left, op, end, end.node.span, bindings) for op, end in ends)
        both = joined(compared, every=True)
        if isinstance(both, Reckoned) and not both.values.runs:
            empty = Finding("T302", say("no value lies between these two"), node.low.span.to(node.high.span))
            return self.comparisons.refused(empty)
        return both

    def _admitted(self, left: Part, term: Term, member: Part, braced: bool) -> ValueSet | None:
        """Return what one member of a set admits."""
        constant = two_names(member, left) or constant_of(term, member)
        if not isinstance(constant, Finding):
            found = (sets.equal_to if braced else sets.below)(term.type, constant)
            if not isinstance(found, Finding):
                return found
            constant = found
        self.comparisons.account.report(constant)
        return None
