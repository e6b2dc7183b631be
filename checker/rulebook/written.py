"""Operands and facts as rule files write them, for messages."""

from __future__ import annotations

from checker.findings import Message, Value, say
from checker.rulebook.literals import number_text, truth_text
from checker.syntax import nodes


def written(operand: nodes.Operand) -> Value:
    """Return an operand in the words of rule files, without the condition of a count."""
    steps: list[nodes.Arithmetic] = []
    while isinstance(operand, nodes.Arithmetic):
        steps.append(operand)
        operand = operand.left
    text = _term(operand)
    for step in reversed(steps):
        text = written_sum(text, step.operator, _term(step.right))
    return text


def written_sum(left: Value, operator: str, right: Value) -> Message:
    """Write a sum or a difference of two operands."""
    return say("{left} {operator} {right}", left=left, operator=operator, right=right)


def _term(operand: nodes.Operand) -> Value:
    match operand:
        case nodes.Number():
            return number_text(operand)
        case nodes.Path(text=text) | nodes.Day(text=text) | nodes.Moment(text=text):
            return text
        case nodes.Text(value=text):
            return f'"{text}"'
        case nodes.Truth(value=truth):
            return truth_text(truth)
        case nodes.Count(variable=variable, list=over):
            return say("count {element} in {list}", element=variable.text, list=over.text)
        case nodes.Sum(summand=summand, variable=variable, list=over):
            return say(
                "sum {summand} of {element} in {list}", summand=summand.text, element=variable.text, list=over.text
            )
        case nodes.Arithmetic():
            return written(operand)
