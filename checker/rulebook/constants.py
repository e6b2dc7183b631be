"""What is written against a fact: a constant, or why it can be none; and sides on which no fact stands at all.

Takes the sides of a comparison; gives the constant as written, or the finding to show. Compares nothing.
"""

from __future__ import annotations

from msgspec.structs import replace

from checker.findings import Edit, Finding, Span, say
from checker.rulebook import sets
from checker.rulebook.headings import Heading
from checker.rulebook.model import CodeType, FiniteType, Term, ValueType
from checker.rulebook.paths import DefinitionPlace, ListPlace, RecordPlace
from checker.rulebook.quantities import Quantity
from checker.rulebook.sets import ConstantNode
from checker.rulebook.sides import Constant, Part
from checker.syntax import nodes

_ASKED_BY = {"given": "is given", "absent": "is absent", "已填": "为 已填", "缺省": "为 缺省"}
_CONTRARY = {"given": "is absent", "absent": "is given", "已填": "为 缺省", "缺省": "为 已填"}
"""How it is asked whether something is there, and the contrary, by the word at the end."""


def constant_of(term: Term, other: Part) -> ConstantNode | Finding:
    """Return what is written against a fact when it can be a constant."""
    if not (other.names_nothing or isinstance(other.side, Heading)) or not isinstance(other.node, nodes.Path):
        return other.side if isinstance(other.side, Constant) else without_fact(other)
    path = other.node
    if sets.could_name(term.type, path):
        return path
    if path.text in _ASKED_BY:
        message = say("`{word}` is no value: whether something is there is asked with `is`", word=path.text)
        return Finding(
            "T301", message, path.span, help=say("write `{test}`", test=f"{term.label} {_ASKED_BY[path.text]}")
        )
    if (meant := _of_an_attribute(term, path)) is not None:
        return meant
    if isinstance(term.type, FiniteType | CodeType) and not is_boolean(term.type) and len(path.parts) == 1:
        return path
    unknown = other.finding or without_fact(other)
    if unknown.help is None and is_boolean(term.type):
        return replace(unknown, help=say("write `true` or `false`"))
    return unknown


def not_absent(term: Term, other: Part, behind: Span) -> Finding | None:
    """Report `F is not absent`, which is `F is given` and can be nothing else; `behind` is all but the fact."""
    path = other.node
    if not isinstance(path, nodes.Path) or path.text not in _CONTRARY or not other.names_nothing:
        return None
    if sets.could_name(term.type, path):
        return None
    right = _CONTRARY[path.text]
    message = say("`is not {word}` is not how a missing value is tested", word=path.text)
    advice = say("write `{test}`", test=f"{term.label} {right}")
    return Finding("T301", message, path.span, help=advice, edits=(Edit(behind, f" {right}"),))


def two_names(part: Part, other: Part) -> Finding | None:
    """Report a name that is a value of the other side's type and names something of the plan too."""
    if part.names_nothing or isinstance(part.side, Heading) or not isinstance(other.side, Term):
        return None
    if not sets.could_name(other.side.type, part.node):
        return None
    message = say(
        "`{name}` is both a value of `{fact}` and a name of its own", name=part.text, fact=other.side.fact.label
    )
    return Finding("N203", message, part.node.span, help=say("write an alias that only one of the two has"))


def without_fact(*parts: Part) -> Finding:
    """Report a test with no fact on either side: for the first side that names nothing, else for the first."""
    part = next((p for p in parts if p.names_nothing), parts[0])
    if (finding := part.finding) is not None:
        return finding
    span = part.node.span
    match part.side:
        case RecordPlace() | ListPlace():
            what = say("a record") if isinstance(part.side, RecordPlace) else say("a list")
            return Finding(
                "T301",
                say("`{name}` is {what}: a test needs one of its fields", name=part.side.label, what=what),
                span,
            )
        case DefinitionPlace():
            return Finding(
                "T301",
                say("`{name}` is a condition, and can only be compared with true or false", name=part.text),
                span,
            )
        case Heading(name=name):
            message = say("`{name}` is a question, and no fact", name=part.text)
            return Finding("T301", message, span, help=say("write `{text} is …`", text=name))
        case Term():
            message = say("`{fact}` is a fact, and has nothing below it", fact=part.text)
            return Finding("T301", message, span, help=say("write `is {fact}`", fact=part.text))
        case Quantity(is_constant=False):
            return Finding("T301", say("`{text}` is computed, and no fact", text=part.text), span)
    return nothing_tested(span)


def nothing_tested(span: Span) -> Finding:
    """Report a test of constants alone."""
    return Finding("T301", say("no fact is tested here"), span)


def no_condition(part: Part) -> Finding:
    """Report a side standing alone that is neither true nor false."""
    message = say("`{text}` is no condition: it is neither true nor false", text=part.text)
    return Finding("T301", message, part.node.span, help=say("write `{text} is …`", text=part.text))


def of_different_types(left: Part, right: Part, span: Span) -> Finding:
    """Report two facts that have no values in common."""
    return Finding("T301", say("`{fact}` and `{other}` are of different types", fact=left.text, other=right.text), span)


def is_boolean(value_type: ValueType) -> bool:
    """Tell whether a type is `boolean`."""
    return isinstance(value_type, FiniteType) and value_type.form == "boolean"


def _of_an_attribute(term: Term, operand: nodes.Path) -> Finding | None:
    """Report what is no code but a value of something that codes have."""
    if not isinstance(term.type, CodeType):
        return None
    for attribute in term.type.table.attributes:
        if sets.could_name(attribute.type, operand):
            message = say(
                "`{word}` is no code of `{table}` but a value of its `{attribute}`",
                word=operand.text,
                table=term.type.name,
                attribute=attribute.name,
            )
            return Finding(
                "N201",
                message,
                operand.span,
                help=say("test `{fact}.{attribute}`", fact=term.label, attribute=attribute.name),
            )
    return None
