"""Laying out text on a grid of columns where Chinese characters take two: width, wrapping, rows with a label.

Takes strings and a width in columns, gives lines. Must not know what the words mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

WIDTH = 88
INDENT = "  "
# Punctuation that may not begin a line, and that may not end one.
_CLOSING = frozenset("，。、；：？！）］」』”’》〉")
_OPENING = frozenset("（［「『“‘《〈")
_WORDS = re.compile("[^ ]* +|[^ ]+")


def display_width(text: str) -> int:
    """Count the columns a text takes: two for a wide character, none for a combining one."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def padded(text: str, width: int) -> str:
    """Fill a text up with blanks to a width; a wider text stays as it is."""
    return text + " " * (width - display_width(text))


def to_the_right(text: str, width: int) -> str:
    """Put blanks before a text up to a width; a wider text stays as it is."""
    return " " * (width - display_width(text)) + text


def wrapped(text: str, width: int, hanging: str = "") -> list[str]:
    """Break a text into lines of at most a width, at blanks and beside wide characters.

    Lines after the first begin with `hanging`. A word wider than a line (a path, a name) keeps its line.
    """
    lines: list[str] = []
    line = start = ""
    taken = 0
    for piece in _pieces(text):
        if line != start and taken + display_width(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = start = hanging
            taken = display_width(hanging)
        added = piece if line != start else piece.lstrip()
        line += added
        taken += display_width(added)
    return [*lines, line.rstrip()]


def row(label: str, texts: Iterable[str], label_width: int, width: int) -> list[str]:
    """Lay out one labelled row: the label once, each text beside it, wrapped, with its further lines set in.

    Blanks at the start of a text are kept before all its lines.
    """
    lines = [line for text in texts for line in set_in(text, width - len(INDENT) - label_width)]
    head = INDENT + padded(label, label_width)
    blank = " " * (len(INDENT) + label_width)
    return [((blank if index else head) + line).rstrip() for index, line in enumerate(lines)]


def set_in(text: str, width: int) -> list[str]:
    """Break a text that begins with blanks; every line keeps them, and further ones hang."""
    bare = text.lstrip(" ")
    lead = text[: len(text) - len(bare)]
    return [lead + line for line in wrapped(bare, width - len(lead), INDENT * 2)]


def _pieces(text: str) -> list[str]:
    """Cut a text where a line may end: after a blank, and between characters of which one is wide."""
    if text.isascii():
        return _WORDS.findall(text)
    pieces: list[str] = []
    piece = ""
    for before, character in zip(" " + text, text, strict=False):
        if piece and _may_break(before, character):
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece] if piece else pieces


def _may_break(before: str, after: str) -> bool:
    if after in _CLOSING or before in _OPENING or after == " ":
        return False
    return before == " " or _columns(before) == 2 or _columns(after) == 2


@cache
def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
