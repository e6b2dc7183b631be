"""Words: the tokens that the lexer hands to the parser, each with its place on disk."""

from __future__ import annotations

from typing import Any

from lark import Token

from checker.findings import Span


class Word(Token):
    """One token: `type` is its terminal, its text what was meant (a name without brackets, a string unescaped).

    `start` and `end` are offsets into the text of the file.
    """

    __slots__ = ("end", "span", "start")

    span: Span
    start: int
    end: int

    def __new__(cls, terminal: str, text: str, span: Span, start: int, end: int) -> Word:
        """Make a word; what Lark's own constructor fills in beside is never asked for."""
        word = str.__new__(cls, text)
        word.type = terminal
        word.value = text
        word.span = span
        word.start = start
        word.end = end
        return word

    def __deepcopy__(self, memo: dict[int, Any]) -> Word:
        return self
