"""Single tests: a fact against constants, a fact against a fact, a fact standing alone.

Takes the two sides of a comparison, gives a test of the model or the finding that says why there is none, and keeps
account of which facts that may be absent were tested and which were asked for. Unfolds no definitions.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from checker.findings import Finding, Span
from checker.rulebook import sets
from checker.rulebook.model import (
    ALWAYS,
    CodeType,
    Condition,
    Constant,
    Fact,
    FiniteType,
    IsAbsent,
    Members,
    Negation,
    OrderedType,
    Same,
    Some,
    Term,
    Test,
    TextType,
    ValueSet,
    ValueType,
)
from checker.rulebook.paths import Binding, DefinitionPlace, ListPlace, Place, RecordPlace, resolve_path
from checker.rulebook.sets import ConstantNode
from checker.rulebook.types import alike
from checker.rulebook.unbuilt import unbuilt
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes

Side = Place | Finding | nodes.Literal
"""One side of a comparison: what a path names, why it names nothing, or a constant."""

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_CONTRARY = {"given": "absent", "absent": "given", "已填": "缺省", "缺省": "已填"}
_UNBUILT = {nodes.Arithmetic: "arithmetic", nodes.Count: "a count of elements", nodes.Sum: "a sum over elements"}


@dataclass(slots=True)
class ComparisonReader:
    """Reads single tests. What it gives for a mistake is never used, for the mistake is among its findings."""

    vocabulary: Vocabulary
    findings: list[Finding] = field(default_factory=list)
    tested: list[tuple[Fact, Span]] = field(default_factory=list)
    guarded: set[tuple[str, ...]] = field(default_factory=set)
    numeric: dict[Span, bool] = field(default_factory=dict)

    def side(self, operand: nodes.Operand, bindings: tuple[Binding, ...]) -> Side | None:
        """Resolve one side; None when it was refused, here or where a definition of a number stands."""
        match operand:
            case nodes.Path():
                place = resolve_path(self.vocabulary, operand, bindings)
                return None if isinstance(place, DefinitionPlace) and self._is_number(place) else place
            case nodes.Arithmetic() | nodes.Count() | nodes.Sum():
                self.findings.append(unbuilt(_UNBUILT[type(operand)], operand.span))
                return None
            case _:
                return operand

    def compare(self, node: nodes.Compare, bindings: tuple[Binding, ...]) -> Condition:
        """Read `left OP right`, whichever side the fact stands on."""
        left, right = self.side(node.left, bindings), self.side(node.right, bindings)
        if left is None or right is None:
            return ALWAYS
        operator, fact, other = node.operator, node.left, node.right
        if not isinstance(left, Term) and isinstance(right, Term):
            operator = _MIRRORED.get(operator, operator)
            left, right, fact, other = right, left, node.right, node.left
        if self._ambiguous(fact, left, right) or self._ambiguous(other, right, left):
            return ALWAYS
        if not isinstance(left, Term):
            return self._no_fact(node.span, (fact, left), (other, right))
        if isinstance(right, Term):
            return self._two_facts(operator, left, right, node.span)
        if self._is_text(left, fact.span) or (constant := self._constant(left, other, right)) is None:
            return ALWAYS
        if operator in _MIRRORED:
            if not sets.has_order(left.type):
                return self._test(left, sets.without_order(left.type, node.span), node.span)
            return self._test(left, sets.compared(left.type, operator, constant), node.span)
        test = self._test(left, sets.equal_to(left.type, constant), node.span)
        return test if operator == "is" else Negation(test)

    def is_in(self, node: nodes.In, bindings: tuple[Binding, ...]) -> Condition:
        """Read `left in { … }` or `left in NODE`; in braces a fact may stand among the constants."""
        if (left := self._fact(node.left, node.span, bindings)) is None:
            return ALWAYS
        values: ValueSet | None = None
        parts: list[Condition] = []
        for member in node.members:
            side = self.side(member, bindings)
            if side is None or self._ambiguous(member, side, left):
                continue
            if isinstance(side, Term) and node.braced:
                parts.append(self._two_facts("is", left, side, member.span))
            elif (constant := self._constant(left, member, side)) is not None:
                read = sets.equal_to if node.braced else sets.below
                found = read(left.type, constant)
                if isinstance(found, Finding):
                    self.findings.append(found)
                else:
                    values = found if values is None else sets.union(values, found)
        if values is not None:
            parts.insert(0, self._test(left, values, node.span))
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def is_between(self, node: nodes.Between, bindings: tuple[Binding, ...]) -> Condition:
        """Read `left between low and high`."""
        if (left := self._fact(node.left, node.span, bindings)) is None:
            return ALWAYS
        ends = []
        for operand in (node.low, node.high):
            side = self.side(operand, bindings)
            if side is not None and not self._ambiguous(operand, side, left):
                if isinstance(side, Term):
                    self._two_facts("<=", left, side, operand.span)
                elif (constant := self._constant(left, operand, side)) is not None:
                    ends.append(constant)
        if len(ends) < 2:
            return ALWAYS
        if not sets.has_order(left.type):
            return self._test(left, sets.without_order(left.type, node.span), node.span)
        return self._test(left, sets.between(left.type, ends[0], ends[1]), node.span)

    def starts_with(self, node: nodes.StartsWith, bindings: tuple[Binding, ...]) -> Condition:
        """Read `left starts with "36"`."""
        left = self._fact(node.left, node.span, bindings)
        return ALWAYS if left is None else self._test(left, sets.starting(left.type, node.prefix), node.span)

    def is_given(self, node: nodes.Given, bindings: tuple[Binding, ...]) -> Condition:
        """Read `left is given` or `left is absent`, which only what may be absent admits."""
        left = self.side(node.left, bindings)
        if isinstance(left, RecordPlace) and left.optional:
            self.findings.append(unbuilt("a record that may be absent as a whole", node.span))
            return ALWAYS
        if isinstance(left, RecordPlace | ListPlace):
            self.findings.append(Finding("T301", f"`{left.label}` is never absent", node.left.span))
            return ALWAYS
        if left is None or (term := self._testable(node.left, left, node.span)) is None:
            return ALWAYS
        if not term.fact.optional and not term.chain:
            message = f"`{term.fact.label}` is never absent: it is not optional"
            self.findings.append(Finding("T301", message, node.left.span))
        self.guarded.add(term.fact.key)
        absent = Test(term, IsAbsent())
        return Negation(absent) if node.present else absent

    def holds(self, operand: nodes.Operand, side: Side) -> Condition:
        """Read an operand that stands alone: a fact that is true or false, or a constant."""
        if isinstance(side, nodes.Truth):
            return Constant(side.value)
        term = self._testable(operand, side, operand.span)
        if term is None:
            return ALWAYS
        if not _is_boolean(term.type):
            message = f"`{written(operand)}` is no condition: it is neither true nor false"
            self.findings.append(Finding("T301", message, operand.span, help="compare it with something"))
            return ALWAYS
        return self._test(term, Members(frozenset(("true",))), operand.span)

    def _is_number(self, place: DefinitionPlace) -> bool:
        known = self.numeric.get(place.definition.span)
        if known is None:
            known = self.numeric[place.definition.span] = is_number(self.vocabulary, place)
        return known

    def _fact(self, operand: nodes.Operand, span: Span, bindings: tuple[Binding, ...]) -> Term | None:
        side = self.side(operand, bindings)
        return None if side is None else self._testable(operand, side, span)

    def _testable(self, operand: nodes.Operand, side: Side, span: Span) -> Term | None:
        """Return the side when it is a term that can be tested; report why not."""
        if isinstance(side, Term):
            return None if self._is_text(side, operand.span) else side
        self._no_fact(span, (operand, side))
        return None

    def _no_fact(self, span: Span, *sides: tuple[nodes.Operand, Side]) -> Condition:
        """Report a test that names no fact on either side."""
        for operand, side in sides:
            if isinstance(side, Finding) and self._is_question(operand):
                self.findings.append(unbuilt("a test on another question", span))
                return ALWAYS
        operand, side = next(((o, s) for o, s in sides if isinstance(s, Finding)), sides[0])
        match side:
            case Finding():
                self.findings.append(side)
            case RecordPlace() | ListPlace():
                what = "a record" if isinstance(side, RecordPlace) else "a list"
                message = f"`{side.label}` is {what}: a test needs one of its fields"
                self.findings.append(Finding("T301", message, operand.span))
            case DefinitionPlace():
                message = f"`{written(operand)}` is a condition, and can only be compared with true or false"
                self.findings.append(Finding("T301", message, operand.span))
            case Term():
                message = f"`{written(operand)}` is a fact, and has nothing below it"
                advice = f"write `is {written(operand)}`"
                self.findings.append(Finding("T301", message, operand.span, help=advice))
            case _:
                self.findings.append(Finding("T301", "no fact is tested here", operand.span))
        return ALWAYS

    def _is_question(self, operand: nodes.Operand) -> bool:
        if not isinstance(operand, nodes.Path) or len(operand.parts) > 1:
            return False
        return self.vocabulary.names.find(operand.parts[0], "question") is not None

    def _ambiguous(self, operand: nodes.Operand, side: Side, other: Side) -> bool:
        """Report a name that is a value of the other side's type and names something of the plan too."""
        if isinstance(side, Finding) or not isinstance(other, Term) or not sets.could_name(other.type, operand):
            return False
        message = f"`{written(operand)}` is both a value of `{other.fact.label}` and a name of its own"
        self.findings.append(Finding("N203", message, operand.span, help="write an alias that only one of the two has"))
        return True

    def _constant(self, term: Term, operand: nodes.Operand, side: Side) -> ConstantNode | None:
        """Return what is written against a term when it can be a constant; report why not."""
        if isinstance(side, Finding) and isinstance(operand, nodes.Path):
            if operand.text in _CONTRARY and not sets.could_name(term.type, operand):
                message = f"`is not {operand.text}` is not how a missing value is tested"
                advice = f"write `{label(term)} is {_CONTRARY[operand.text]}`"
                self.findings.append(Finding("T301", message, operand.span, help=advice))
                return None
            listed = isinstance(term.type, FiniteType | CodeType) and not _is_boolean(term.type)
            if not sets.could_name(term.type, operand) and (meant := _of_an_attribute(term, operand)) is not None:
                self.findings.append(meant)
                return None
            if sets.could_name(term.type, operand) or (listed and len(operand.parts) == 1):
                return operand
            truth = "write `true` or `false`" if _is_boolean(term.type) else ""
            self.findings.append(side if side.help else replace(side, help=truth))
            return None
        if isinstance(side, nodes.Text | nodes.Number | nodes.Day | nodes.Moment | nodes.Truth):
            return side
        self._no_fact(operand.span, (operand, side))
        return None

    def _two_facts(self, operator: str, left: Term, right: Term, span: Span) -> Condition:
        if self._is_text(left, span) or self._is_text(right, span):
            return ALWAYS
        if _ordered_alike(left.type, right.type, operator):
            self.findings.append(unbuilt("the order of two facts", span))
        elif not alike(left.type, right.type):
            message = f"`{label(left)}` and `{label(right)}` are of different types"
            self.findings.append(Finding("T301", message, span))
        elif operator in _MIRRORED:
            self.findings.append(sets.without_order(left.type, span))
        else:
            self._note(left.fact, span)
            self._note(right.fact, span)
            return Same(left, right) if operator == "is" else Negation(Same(left, right))
        return ALWAYS

    def _test(self, term: Term, values: ValueSet | Finding, span: Span) -> Condition:
        if isinstance(values, Finding):
            self.findings.append(values)
            return ALWAYS
        self._note(term.fact, span)
        return Test(term, values)

    def _is_text(self, term: Term, span: Span) -> bool:
        if isinstance(term.type, TextType):
            message = f"`{label(term)}` is text, which is carried and never tested"
            self.findings.append(Finding("T301", message, span))
        return isinstance(term.type, TextType)

    def _note(self, fact: Fact, span: Span) -> None:
        if fact.optional:
            self.tested.append((fact, span))


def is_number(vocabulary: Vocabulary, place: DefinitionPlace) -> bool:
    """Tell whether a definition stands for a number, a date or another value, and not for a condition."""
    seen: set[Span] = set()
    here: Place | Finding = place
    while isinstance(here, DefinitionPlace) and here.definition.span not in seen:
        seen.add(here.definition.span)
        body = here.definition.body
        operand = body.operand if isinstance(body, nodes.Holds) else body
        if not isinstance(operand, nodes.Path):
            return isinstance(operand, nodes.Operand) and not isinstance(operand, nodes.Truth)
        here = resolve_path(vocabulary, operand, here.bindings)
    return isinstance(here, Term) and not _is_boolean(here.type)


def written(operand: nodes.Operand) -> str:
    """Return a path as it was written; nothing for what is not a path."""
    return operand.text if isinstance(operand, nodes.Path) else ""


def label(term: Term) -> str:
    """Return a term as rule files write it."""
    return ".".join((term.fact.label, *term.chain))


def _is_boolean(value_type: ValueType) -> bool:
    return isinstance(value_type, FiniteType) and value_type.form == "boolean"


def _of_an_attribute(term: Term, operand: nodes.Path) -> Finding | None:
    """Report what is no code but a value of something that codes have."""
    if not isinstance(term.type, CodeType):
        return None
    for attribute in term.type.table.attributes:
        if sets.could_name(attribute.type, operand):
            message = f"`{operand.text}` is no code of `{term.type.name}` but a value of its `{attribute.name}`"
            return Finding("N201", message, operand.span, help=f"test `{label(term)}.{attribute.name}`")
    return None


def _ordered_alike(left: ValueType, right: ValueType, operator: str) -> bool:
    """Tell whether a comparison of two facts has a meaning that needs their order."""
    if isinstance(left, OrderedType) and isinstance(right, OrderedType):
        return alike(left, right) or {left.form, right.form} == {"date", "datetime"}
    levels = isinstance(left, FiniteType) and left.form == "levels"
    return levels and alike(left, right) and operator in _MIRRORED
