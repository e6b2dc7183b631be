"""Operands and facts as rule files write them, for messages."""

from __future__ import annotations

from checker.rulebook.model import Term
from checker.syntax import nodes


def written(operand: nodes.Operand) -> str:
    """Return an operand in the words of rule files, without the condition of a count."""
    rest: list[str] = []
    while isinstance(operand, nodes.Arithmetic):
        rest.append(f" {operand.operator} {_term(operand.right)}")
        operand = operand.left
    return _term(operand) + "".join(reversed(rest))


def label(term: Term) -> str:
    """Return a term as rule files write it."""
    return ".".join((term.fact.label, *term.chain))


def _term(operand: nodes.Operand) -> str:
    match operand:
        case nodes.Number(text=text, unit=unit):
            return text if unit is None else f"{text} {unit}"
        case nodes.Path(text=text) | nodes.Day(text=text) | nodes.Moment(text=text):
            return text
        case nodes.Text(value=text):
            return f'"{text}"'
        case nodes.Truth(value=truth):
            return "true" if truth else "false"
        case nodes.Count(variable=variable, list=over):
            return f"count {variable.text} in {over.text}"
        case nodes.Sum(summand=summand, variable=variable, list=over):
            return f"sum {summand.text} of {variable.text} in {over.text}"
        case nodes.Arithmetic():
            return written(operand)
