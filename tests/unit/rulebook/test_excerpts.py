"""Excerpts: the author's words on one line, without comments."""

import pytest

from checker.findings import Span
from checker.rulebook.excerpts import excerpt

LINES = ("when rail  and", "  (wet # why", '   or 「港#1」 is "#2 " # 「x', ")")


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span("a", 1, 6, 1, 10), "rail"),
        (Span("a", 1, 6, 4, 2), 'rail and (wet or 「港#1」 is "#2 " )'),
        (Span("a", 3, 7, 3, 22), '「港#1」 is "#2 "'),
        (Span("a", 9, 1, 9, 5), ""),
        (Span("b", 1, 1, 1, 5), ""),
    ],
)
def test_an_excerpt_is_one_line_without_comments(span: Span, text: str) -> None:
    assert excerpt({"a": LINES}, span) == text
