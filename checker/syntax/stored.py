"""Parsed files as JSON and back: what spares the parser a file it has read before.

Takes a parsed file and gives its text; takes such a text and the path the file is shown under now, and gives an equal
parsed file. A node is written as the number of its class, the four numbers of its span and its other parts in their
order; a tuple as 0 and its members. Must not know where such texts are kept, nor load the parser.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from checker.findings import Span
from checker.syntax import ParsedFile, nodes
from checker.syntax.keywords import grammar_text
from checker.syntax.source import ScenarioBlock


@cache
def parser_digest() -> str | None:
    """Digest what decides the nodes of a text: grammar, source of this package, and the Python that knows the letters.

    None where the source is not there to be read: what the parser makes of a text may then have changed unseen.
    """
    try:
        sources = [path.read_bytes() for path in sorted(Path(__file__).parent.rglob("*.py"))]
        parts = [f"{sys.hexversion:x}".encode(), grammar_text().encode(), *sources]
    except OSError:
        return None
    return sha256(b"\n".join(parts)).hexdigest() if sources else None


def to_json(parsed: ParsedFile) -> str:
    """Write a parsed file; its path is left out, so that a file may be moved."""
    scenarios = [[block.line, block.text, block.indent] for block in parsed.scenarios]
    return json.dumps([_written(parsed.statements), scenarios], separators=(",", ":"))


def from_json(text: str, path: str) -> ParsedFile:
    """Read what `to_json` wrote, for a file now shown under `path`. Raises ValueError for any other text."""
    try:
        statements, scenarios = json.loads(text)
        blocks = tuple(ScenarioBlock(path, line, yaml, indent) for line, yaml, indent in scenarios)
        return ParsedFile(path, _read(statements, path), blocks)
    except (TypeError, LookupError, RecursionError) as error:
        raise ValueError("this is no parsed file") from error


@cache
def _classes() -> tuple[Any, ...]:
    """List the classes of nodes by their numbers; 0 is none of them."""
    known = (getattr(nodes, name) for name in sorted(nodes.__all__))
    return (tuple, *(c for c in known if isinstance(c, type) and issubclass(c, nodes.Node)))


@cache
def _numbers() -> dict[type, int]:
    return {of: number for number, of in enumerate(_classes())}


def _written(part: object) -> object:
    if isinstance(part, tuple):
        return [0, *map(_written, part)]
    if isinstance(part, nodes.Node):
        names: tuple[str, ...] = part.__match_args__
        s, rest = part.span, [_written(getattr(part, name)) for name in names[1:]]
        return [_numbers()[type(part)], s.line, s.column, s.end_line, s.end_column, *rest]
    return part


def _read(tree: list[Any], path: str) -> tuple[Any, ...]:
    """Build the tuple of nodes that a list stands for; thousands of them at each start, hence no step too many."""
    classes = _classes()

    def node(written: list[Any]) -> Any:
        number, line, column, end_line, end_column, *parts = written
        span = Span(path, line, column, end_line, end_column)
        return classes[number](span, *[p if p.__class__ is not list else built(p) for p in parts])

    def built(written: list[Any]) -> Any:
        if written[0]:
            return node(written)
        members = iter(written)
        next(members)
        return tuple([m if m.__class__ is not list else built(m) for m in members])

    statements: tuple[Any, ...] = built(tree)
    return statements
