"""The place of a whole construct, from the places of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from checker.findings import Span
from checker.syntax.nodes.terms import Node
from checker.syntax.words import Word

Part = Word | Node | Sequence[Node] | None


def covering(first: Word | Node, *rest: Part) -> Span:
    """Cover everything from the first part to the last that is there."""
    for part in reversed(rest):
        last = part[-1] if isinstance(part, tuple | list) and part else part
        if isinstance(last, Word | Node):
            return first.span.to(last.span)
    return first.span
