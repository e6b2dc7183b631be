"""What the lexer says of characters that belong to no word."""

from __future__ import annotations

from types import MappingProxyType

from msgspec import Struct

from checker.findings import Finding
from checker.syntax.lines import Lines

_OPENING = MappingProxyType({'"': '"', "“": "”", "「": "」"})
_MEANT = MappingProxyType(
    {
        "!=": "is not", "&&": "and", "||": "or", "[": "{", "]": "}",
        "≥": ">=", "≤": "<=", "≠": "is not", "＞": ">", "＜": "<", "＝": "=", "&": "and",
        "|": "or", "～": "..", "~": "..", "…": "..", "–": "-", "—": "-", "－": "-", "＋": "+", "．": ".", "／": "/",
        "'": '"', "‘": '"', "’": '"', "”": '"', "『": "「", "』": "」", "【": "「", "】": "」", "《": "「", "》": "」",
    }
)  # fmt: skip
_ENDING = "。！？!?"
_QUOTING = MappingProxyType({"'": "'", "‘": "’", "’": "’", "”": "”", "『": "』", "【": "】", "《": "》"})


class Unreadable(Struct, frozen=True):
    """A stretch of the text that is no word: what is said of it, from where on words are words again.

    `meant` is what was meant, where that is clear; what `is_stray` may as well not be there.
    """

    finding: Finding
    start: int
    end: int
    meant: str = ""
    is_stray: bool = False


def unreadable(text: str, offset: int, lines: Lines) -> Unreadable:
    """Report the character at this offset: an opening without its end on the line, or no part of the language."""
    two = text[offset : offset + 2]
    character = two if two in _MEANT else text[offset]
    rest_of_line = text[offset:].partition("\n")[0].rstrip()
    end_of_line = offset + len(rest_of_line)
    if close := _OPENING.get(character):
        finding = Finding(
            "S103",
            f"`{character}` is not closed on its line",
            lines.span(offset, end_of_line),
            label="opened here",
            help=f"write `{close}` at its end",
        )
        return Unreadable(finding, offset, end_of_line)
    meant, stray = _MEANT.get(character, ""), character in _ENDING
    finding = Finding(
        "S102",
        f"`{character}` belongs to no word of the language"
        if character.isprintable()
        else f"character U+{ord(character):04X} belongs to no word of the language",
        lines.span(offset, offset + len(character)),
        label="cannot be read",
        help=f"write `{meant}`" if meant else "leave it out" if stray else "",
    )
    if character not in _QUOTING:
        return Unreadable(finding, offset, offset + len(character), meant, stray)
    # What is quoted by another sign is no rule, whatever words stand in it.
    length = rest_of_line.find(_QUOTING[character], 1) + 1
    return Unreadable(finding, offset, offset + length if length else end_of_line)
