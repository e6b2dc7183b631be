"""Single tests: two sides compared, whatever they are, and a side standing alone.

Takes comparisons as written; finds out which side is what is tested, and gives a test of the model or reports why there
is none. What one fact is compared with is read by `sets`, quantities by `quantities`, questions by `askings`.
"""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from checker.findings import Finding, Span, say
from checker.rulebook import askings, sets
from checker.rulebook.account import Account
from checker.rulebook.constants import (
    constant_of,
    is_boolean,
    no_condition,
    not_absent,
    nothing_tested,
    of_different_types,
    two_names,
    without_fact,
)
from checker.rulebook.headings import Heading
from checker.rulebook.lists import Bindings
from checker.rulebook.model import (
    ALWAYS,
    Condition,
    Constant,
    Count,
    IsAbsent,
    Members,
    Negation,
    OrderedType,
    Reckoned,
    Runs,
    Term,
    Test,
    TextType,
    ValueSet,
)
from checker.rulebook.names import whole_test
from checker.rulebook.pairs import compared_terms
from checker.rulebook.paths import ListPlace, RecordPlace, Unnamed, given_with
from checker.rulebook.quantities import MIRRORED, Quantity, difference
from checker.rulebook.sides import Part, SideReader
from checker.syntax import nodes


@dataclass(slots=True)
class ComparisonReader:
    """Reads single tests. What it gives for a mistake is never used, for the mistake is on its account."""

    sides: SideReader

    @property
    def account(self) -> Account:
        """Where mistakes, and tests of optional facts, go on record."""
        return self.sides.account

    def compare(self, node: nodes.Compare, bindings: Bindings) -> Condition:
        """Read `left OP right`, whichever side is tested."""
        left, right = self.sides.read(node.left, bindings), self.sides.read(node.right, bindings)
        if left is None or right is None:
            return ALWAYS
        operator = node.operator
        if operator == "is not" and isinstance(left.side, Term):
            start = left.node.span
            behind = replace(right.node.span, line=start.end_line, column=start.end_column)
            mistaken = not_absent(left.side, right, behind)
            if mistaken is not None:
                return self.refused(mistaken)
        if _weight(left, right) < _weight(right, left):
            left, right, operator = right, left, MIRRORED.get(operator, operator)
        condition = self.compared(left, operator.removesuffix(" not"), right, node.span, bindings)
        return Negation(condition) if operator == "is not" else condition

    def starts_with(self, node: nodes.StartsWith, bindings: Bindings) -> Condition:
        """Read `left starts with "36"`."""
        left = self.sides.read(node.left, bindings)
        if left is None or (term := self.testable(left)) is None:
            return ALWAYS
        return self.test(term, sets.starting(term.type, node.prefix), node.span)

    def is_given(self, node: nodes.Given, bindings: Bindings) -> Condition:
        """Read `left is given` or `left is absent`, which only what may be absent admits."""
        left = self.sides.read(node.left, bindings)
        if left is None:
            return ALWAYS
        if isinstance(left.side, RecordPlace) and left.side.optional:
            self.account.guard(given_with(self.sides.vocabulary, left.side))
            whole = left.side.whole
            absent = Test(Term(whole, (), whole.type), IsAbsent())
            return Negation(absent) if node.present else absent
        if isinstance(left.side, RecordPlace | ListPlace):
            return self.refused(Finding("T301", say("`{name}` is never absent", name=left.side.label), node.left.span))
        if (term := self.testable(left)) is None:
            return ALWAYS
        if not term.fact.optional and not term.chain:
            message = say("`{fact}` is never absent: it is not optional", fact=term.fact.label)
            self.account.report(Finding("T301", message, node.left.span))
        self.account.guard((term.fact.key,))
        absent = Test(term, IsAbsent())
        return Negation(absent) if node.present else absent

    def holds(self, part: Part) -> Condition:
        """Read a side that stands alone: a fact that is true or false, or a constant."""
        match part.side:
            case nodes.Truth(value=truth):
                return Constant(truth)
            case Quantity():
                return self.refused(no_condition(part))
            case Unnamed():
                return self.refused(self._run(part.side))
        term = self.testable(part)
        if term is None:
            return ALWAYS
        if not is_boolean(term.type):
            return self.refused(no_condition(part))
        return self.test(term, Members(frozenset(("true",))), part.node.span)

    def _run(self, side: Unnamed) -> Finding:
        """Report a name that is none; of a test run together with nothing but known names the split is sure."""
        return whole_test(side.name, (*side.known, *self.sides.vocabulary.values)) or side.finding

    def compared(self, left: Part, operator: str, right: Part, span: Span, bindings: Bindings) -> Condition:
        """Compare two sides by `is` or an order; the left one is what is tested."""
        if isinstance(left.side, Heading):
            if operator != "is":
                return self.refused(askings.without_order(left.side, span))
            return self.asked(left.side, [right], True, bindings, span)
        if (doubled := two_names(left, right) or two_names(right, left)) is not None:
            return self.refused(doubled)
        if isinstance(left.side, Quantity) or isinstance(right.side, Quantity):
            return self._quantities(left, operator, right, span)
        if not isinstance(left.side, Term):
            return self.refused(without_fact(left, right))
        if isinstance(right.side, Term):
            return self._terms(left, operator, right, span)
        return self._with_constant(left.side, operator, left, right, span)

    def _with_constant(self, term: Term, operator: str, left: Part, right: Part, span: Span) -> Condition:
        """Compare a fact with a constant."""
        if self._is_text(term, left.node.span):
            return ALWAYS
        constant = constant_of(term, right)
        if isinstance(constant, Finding):
            return self.refused(constant)
        if operator == "is":
            return self.test(term, sets.equal_to(term.type, constant), span)
        if not sets.has_order(term.type):
            return self.refused(sets.without_order(term.type, span))
        return self.test(term, sets.compared(term.type, operator, constant), span)

    def _terms(self, left: Part, operator: str, right: Part, span: Span) -> Condition:
        """Compare a fact with a fact."""
        one, other = left.side, right.side
        assert isinstance(one, Term)
        assert isinstance(other, Term)
        if self._is_text(one, span) or self._is_text(other, span):
            return ALWAYS
        if isinstance(one.type, OrderedType) and isinstance(other.type, OrderedType):
            return self._quantities(left, operator, right, span)
        if operator != "is" and not sets.has_order(one.type):
            return self.refused(sets.without_order(one.type, span))
        condition = compared_terms(one, operator, other)
        if condition is None:
            return self.refused(of_different_types(left, right, span))
        self.account.note_addends((one, other), span)
        return condition

    def _quantities(self, left: Part, operator: str, right: Part, span: Span) -> Condition:
        """Compare two sides by their difference."""
        found = [self._quantity(part) for part in (left, right)]
        one, other = found
        if one is None or other is None:
            return ALWAYS
        for each in (one, other):
            if operator != "is" and each.type is not None and each.type.form == "hs":
                return self.refused(sets.without_order(each.type, span))
        if one.is_constant and other.is_constant:
            return self.refused(nothing_tested(left.node.span))
        condition = difference(one, operator, other, _form(left, one, right, other), span)
        if isinstance(condition, Finding):
            return self.refused(condition)
        self.account.note_addends((addend for _, addend in (*one.addends, *other.addends)), span)
        if isinstance(left.side, Term) and other.is_constant and isinstance(condition, Reckoned):
            return _limited(left.side, condition)
        return condition

    def _quantity(self, part: Part) -> Quantity | None:
        quantity = self.sides.quantity(part)
        if quantity is None or isinstance(quantity, Finding):
            self.account.report(without_fact(part) if quantity is None else quantity)
            return None
        return quantity

    def asked(self, heading: Heading, others: list[Part], braced: bool, bindings: Bindings, span: Span) -> Condition:
        """Test another question for any of some answers."""
        tested = askings.asked(heading, others, braced, bindings, span)
        if isinstance(tested, tuple):
            self.account.mistakes.extend(tested)
            return ALWAYS
        return tested

    def testable(self, part: Part) -> Term | None:
        """Return a side when it is a term that can be tested; report why not."""
        if isinstance(part.side, Term):
            return None if self._is_text(part.side, part.node.span) else part.side
        self.account.report(without_fact(part))
        return None

    def test(self, term: Term, values: ValueSet | Finding, span: Span) -> Condition:
        """Test a fact for a set of values, which may be a mistake."""
        if isinstance(values, Finding):
            return self.refused(values)
        self.account.note(term.fact, span)
        return Test(term, values)

    def _is_text(self, term: Term, span: Span) -> bool:
        if isinstance(term.type, TextType):
            message = say("`{fact}` is text, which is carried and never tested", fact=term.label)
            self.account.report(Finding("T301", message, span))
        return isinstance(term.type, TextType)

    def refused(self, finding: Finding) -> Condition:
        """Report a mistake, and give what stands in for the condition."""
        self.account.report(finding)
        return ALWAYS


def _weight(part: Part, other: Part) -> int:
    """Say how much a side claims to be what is tested: a question most, a constant not at all."""
    if isinstance(part.side, Heading):
        named = isinstance(other.side, Term) and sets.could_name(other.side.type, part.node)
        return 0 if named else 2
    computed = isinstance(part.side, Quantity) and not part.side.is_constant
    return 1 if computed or isinstance(part.side, Term) else 0


def _form(left: Part, one: Quantity, right: Part, other: Quantity) -> str:
    """Say how a test on two quantities came about."""
    if isinstance(left.side, Term) and isinstance(right.side, Term):
        return "order"
    counts = [addend for _, addend in (*one.addends, *other.addends)]
    return "count" if len(counts) == 1 and isinstance(counts[0], Count) else "arithmetic"


def _limited(term: Term, tested: Reckoned) -> Condition:
    """Turn a test on the quantity that is one fact into a test on the fact, within the range of its type."""
    assert isinstance(term.type, OrderedType)
    low, high = term.type.low, term.type.high
    runs = ((max(a, low), min(b, high)) for a, b in tested.values.runs)
    return Test(term, Runs(tuple((a, b) for a, b in runs if a <= b)))
