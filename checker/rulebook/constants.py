"""What is written against a fact: a constant, or why it can be none; and sides on which no fact stands at all.

Takes the sides of a comparison; gives the constant as written, or the finding to show. Compares nothing.
"""

from __future__ import annotations

from msgspec.structs import replace

from checker.findings import Finding, Span
from checker.rulebook import sets
from checker.rulebook.headings import Heading
from checker.rulebook.model import CodeType, FiniteType, Term, ValueType
from checker.rulebook.paths import DefinitionPlace, ListPlace, RecordPlace
from checker.rulebook.quantities import Quantity
from checker.rulebook.sets import ConstantNode
from checker.rulebook.sides import Constant, Part
from checker.rulebook.written import label
from checker.syntax import nodes

_CONTRARY = {"given": "absent", "absent": "given", "已填": "缺省", "缺省": "已填"}


def constant_of(term: Term, other: Part) -> ConstantNode | Finding:
    """Return what is written against a fact when it can be a constant."""
    if not (other.names_nothing or isinstance(other.side, Heading)) or not isinstance(other.node, nodes.Path):
        return other.side if isinstance(other.side, Constant) else without_fact(other)
    path = other.node
    if sets.could_name(term.type, path):
        return path
    if path.text in _CONTRARY:
        advice = f"write `{label(term)} is {_CONTRARY[path.text]}`"
        return Finding("T301", f"`is not {path.text}` is not how a missing value is tested", path.span, help=advice)
    if (meant := _of_an_attribute(term, path)) is not None:
        return meant
    if isinstance(term.type, FiniteType | CodeType) and not is_boolean(term.type) and len(path.parts) == 1:
        return path
    unknown = other.finding or without_fact(other)
    truth = "write `true` or `false`" if is_boolean(term.type) else ""
    return unknown if unknown.help else replace(unknown, help=truth)


def two_names(part: Part, other: Part) -> Finding | None:
    """Report a name that is a value of the other side's type and names something of the plan too."""
    if part.names_nothing or isinstance(part.side, Heading) or not isinstance(other.side, Term):
        return None
    if not sets.could_name(other.side.type, part.node):
        return None
    message = f"`{part.text}` is both a value of `{other.side.fact.label}` and a name of its own"
    return Finding("N203", message, part.node.span, help="write an alias that only one of the two has")


def without_fact(*parts: Part) -> Finding:
    """Report a test with no fact on either side: for the first side that names nothing, else for the first."""
    part = next((p for p in parts if p.names_nothing), parts[0])
    if (finding := part.finding) is not None:
        return finding
    span = part.node.span
    match part.side:
        case RecordPlace() | ListPlace():
            what = "a record" if isinstance(part.side, RecordPlace) else "a list"
            return Finding("T301", f"`{part.side.label}` is {what}: a test needs one of its fields", span)
        case DefinitionPlace():
            return Finding("T301", f"`{part.text}` is a condition, and can only be compared with true or false", span)
        case Heading(name=name):
            message = f"`{part.text}` is a question, and no fact"
            return Finding("T301", message, span, help=f"write `{name} is …`")
        case Term():
            message = f"`{part.text}` is a fact, and has nothing below it"
            return Finding("T301", message, span, help=f"write `is {part.text}`")
        case Quantity(is_constant=False):
            return Finding("T301", f"`{part.text}` is computed, and no fact", span)
    return nothing_tested(span)


def nothing_tested(span: Span) -> Finding:
    """Report a test of constants alone."""
    return Finding("T301", "no fact is tested here", span)


def no_condition(part: Part) -> Finding:
    """Report a side standing alone that is neither true nor false."""
    message = f"`{part.text}` is no condition: it is neither true nor false"
    return Finding("T301", message, part.node.span, help="compare it with something")


def of_different_types(left: Part, right: Part, span: Span) -> Finding:
    """Report two facts that have no values in common."""
    return Finding("T301", f"`{left.text}` and `{right.text}` are of different types", span)


def is_boolean(value_type: ValueType) -> bool:
    """Tell whether a type is `boolean`."""
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
