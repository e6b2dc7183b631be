"""Constructs of the language that are read and have no meaning yet: each is refused where it stands."""

from __future__ import annotations

from checker.findings import Finding, Span


def unbuilt(construct: str, span: Span) -> Finding:
    """Refuse a construct; `construct` is the beginning of a sentence."""
    return Finding("A102", f"{construct} is read, but its meaning is not built yet", span)
