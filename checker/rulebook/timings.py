"""Tests of time: whether a day or moment lies within a period, and whether a deed was late.

Takes them as written; gives the conditions of `deadlines`, or a test of the question that requires the deed.
"""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from checker.findings import Finding, Span, say
from checker.rulebook import askings
from checker.rulebook.comparisons import ComparisonReader
from checker.rulebook.constants import is_boolean, without_fact
from checker.rulebook.deadlines import check_deed, lies_within, read_period
from checker.rulebook.headings import Heading
from checker.rulebook.lists import Bindings
from checker.rulebook.model import ALWAYS, CodeType, Condition, FiniteType, Negation, Term, is_point
from checker.rulebook.paths import ListPlace, RecordPlace
from checker.rulebook.sets import could_name
from checker.rulebook.sides import Side
from checker.syntax import nodes


@dataclass(slots=True)
class TimingReader:
    """Reads tests of time. What it gives for a mistake is never used, for the mistake is on the account."""

    comparisons: ComparisonReader

    def timed(self, node: nodes.Timed, bindings: Bindings) -> Condition:
        """Read `left is within N after F` and its like."""
        left = self.comparisons.sides.read(node.left, bindings)
        period, findings = read_period(self.comparisons.sides.vocabulary, node.period, bindings)
        self.comparisons.account.mistakes.extend(findings)
        if left is None or left.names_nothing or isinstance(left.side, ListPlace | RecordPlace):
            return ALWAYS if left is None else self.comparisons.refused(without_fact(left))
        if not isinstance(left.side, Term) or left.side.chain or not is_point(left.side.type):
            message = say(
                "`{text}` is no fact with a day or a time, which alone can lie within a period", text=left.text
            )
            return self.comparisons.refused(Finding("T301", message, left.node.span))
        if period is None:
            return ALWAYS
        fact = left.side.fact
        if (unfit := check_deed(fact, period, left.node.span)) is not None:
            return self.comparisons.refused(unfit)
        for each in (fact, *period.anchors):
            self.comparisons.account.note(each, node.span)
        condition = lies_within(fact, period, self.comparisons.sides.headings.rolls)
        return Negation(condition) if node.negated else condition

    def late(self, node: nodes.Late, word: str, bindings: Bindings) -> Condition:
        """Read `Q is late`; of what is no question `late`, or what else the word was, can only be a value."""
        part = self.comparisons.sides.read(node.question, bindings)
        if part is None:
            return ALWAYS
        value = _path(word, node.span)
        if _may_be(part.side, value):
            operator = "is not" if node.negated else "is"
            return self.comparisons.compare(nodes.Compare(node.span, operator, node.question, value), bindings)
        if not isinstance(part.side, Heading):
            no_question = Finding(
                "T301",
                say("`{text}` is no question: only what a question requires can be late", text=part.text),
                part.node.span,
            )
            return self.comparisons.refused(part.finding or no_question)
        tested = askings.late(part.side, bindings, node.span)
        if isinstance(tested, Finding):
            return self.comparisons.refused(tested)
        return Negation(tested) if node.negated else tested


def _path(word: str, span: Span) -> nodes.Path:
    """Make a path of the word a test ends with."""
    own = replace(span, line=span.end_line, column=span.end_column - len(word))
    return nodes.Path(own, (nodes.Name(own, word),))


def _may_be(side: Side, value: nodes.Path) -> bool:
    """Tell whether a side is compared with a value: a fact with listed values, a question that answers with it."""
    if isinstance(side, Term):
        return isinstance(side.type, FiniteType | CodeType) and not is_boolean(side.type)
    return isinstance(side, Heading) and side.answers is not None and could_name(side.answers, value)
