"""Parsed files as JSON and back: what spares the parser a file it has read before.

Takes a parsed file and gives its text; takes such a text and gives an equal parsed file. Must not know where such texts
are kept, nor load the parser.
"""

from __future__ import annotations

from functools import cache

from checker import stored, syntax
from checker.findings import span
from checker.syntax import ParsedFile, nodes, source


def to_json(parsed: ParsedFile) -> str:
    """Write a parsed file."""
    return stored.to_json(parsed, _classes())


def from_json(text: str) -> ParsedFile:
    """Read what `to_json` wrote. Raises ValueError for any other text."""
    parsed = stored.from_json(text, _classes())
    if not isinstance(parsed, ParsedFile):
        raise ValueError("this is no parsed file")
    return parsed


@cache
def _classes() -> stored.Classes:
    found = (getattr(nodes, name) for name in sorted(nodes.__all__))
    every = (of for of in found if isinstance(of, type) and issubclass(of, nodes.Node))
    return (*stored.classes_in(span, source, syntax), *every)
