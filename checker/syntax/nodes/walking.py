"""Ways through what was written: all nodes in a part of it, and all statements, those inside `under` too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.syntax.nodes.norms import Under
from checker.syntax.nodes.terms import Node


def walk(part: object) -> Iterator[Node]:
    """Go through the nodes in a node or a tuple, itself first, from left to right."""
    left = [part]
    while left:
        node = left.pop()
        if isinstance(node, Node):
            yield node
            left.extend(getattr(node, field) for field in reversed(node.__struct_fields__))
        elif isinstance(node, tuple):
            left.extend(reversed(node))


def unfold(statements: Iterable[Node]) -> Iterator[Node]:
    """Go through statements, with those an `under` covers in place of it."""
    for statement in statements:
        if isinstance(statement, Under):
            yield from unfold(statement.provisions)
        else:
            yield statement
