"""Which names of the rulebook a finding is about, where it does not say so itself: those of the statement it is in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from checker.findings import Finding, Span
from checker.syntax import nodes


def with_names(finding: Finding, statements: Iterable[nodes.Statement]) -> Finding:
    """Say of a finding that names nothing which provision, question or other statement it stands in."""
    if finding.concerns or finding.span is None:
        return finding
    here = finding.span
    return replace(finding, concerns=tuple(name for span, name in _named(statements) if _holds(span, here))[:1])


def _named(statements: Iterable[nodes.Statement]) -> Iterator[tuple[Span, str]]:
    for node in nodes.unfold(statements):
        if isinstance(naming := getattr(node, "naming", None), nodes.Naming):
            yield node.span, naming.text


def _holds(outer: Span, inner: Span) -> bool:
    begins = (outer.line, outer.column) <= (inner.line, inner.column)
    ends = (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    return outer.file == inner.file and begins and ends
