"""Ways through what was written: all nodes, those right below one, statements without `under`, declared fields.

Each goes in the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.syntax.nodes.norms import Under
from checker.syntax.nodes.terms import Naming, Node
from checker.syntax.nodes.vocabulary import CodesDeclaration, FactDeclaration, RecordDeclaration


def walk(part: object) -> Iterator[Node]:
    """Go through all nodes in a node or a tuple, itself first."""
    left = [part]
    while left:
        node = left.pop()
        if isinstance(node, Node):
            yield node
            left.extend(getattr(node, field) for field in reversed(node.__struct_fields__))
        elif isinstance(node, tuple):
            left.extend(reversed(node))


def parts_of(node: Node) -> Iterator[tuple[str, Node]]:
    """Go through the nodes that stand in a node itself, each with the field it stands in."""
    for field in node.__struct_fields__:
        left = [getattr(node, field)]
        while left:
            part = left.pop()
            if isinstance(part, Node):
                yield field, part
            elif isinstance(part, tuple):
                left.extend(reversed(part))


def unfold(statements: Iterable[Node]) -> Iterator[Node]:
    """Go through statements, with those an `under` covers in place of it."""
    for statement in statements:
        if isinstance(statement, Under):
            yield from unfold(statement.provisions)
        else:
            yield statement


def declared_fields(statements: Iterable[Node]) -> Iterator[tuple[str | None, Naming]]:
    """Go through facts, fields and attributes of codes, each with the record or table that has it; a fact has none."""
    for statement in statements:
        match statement:
            case FactDeclaration(naming=naming):
                yield None, naming
            case RecordDeclaration(naming=owner, fields=members):
                yield from ((owner.text, member.naming) for member in members)
            case CodesDeclaration(naming=owner, attributes=members):
                yield from ((owner.text, member.naming) for member in members)
