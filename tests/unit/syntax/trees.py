"""What the tests of this folder share: trees without places, and a parse that must find nothing wrong."""

from dataclasses import fields

from checker.syntax import parse_rules
from checker.syntax.nodes import Node, Statement

Tree = object


def bare(value: object) -> Tree:
    """Reduce a node to its class and its parts, leaving out where it stands."""
    if isinstance(value, Node):
        parts = ((f.name, bare(getattr(value, f.name))) for f in fields(value) if f.name != "span")
        return (type(value).__name__, *parts)
    return tuple(map(bare, value)) if isinstance(value, tuple) else value


def parsed(text: str) -> tuple[Statement, ...]:
    """Parse a text in which nothing may be wrong."""
    statements, findings = parse_rules(text)
    assert findings == ()
    return statements


def only(text: str) -> Statement:
    """Parse a text that is one statement."""
    (statement,) = parsed(text)
    return statement


def complaints(text: str) -> list[tuple[str, int, int]]:
    """Parse a text and list what is wrong: id, line, column."""
    _, findings = parse_rules(text)
    return [(f.id, f.span.line, f.span.column) for f in findings if f.span is not None]
