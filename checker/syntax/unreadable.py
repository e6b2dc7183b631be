"""What the lexer says of characters that belong to no word."""

from __future__ import annotations

from types import MappingProxyType

from checker.findings import Finding
from checker.syntax.lines import Lines

_OPENING = MappingProxyType({'"': '"', "“": "”", "「": "」"})
_MEANT = MappingProxyType(
    {
        "≥": ">=", "≤": "<=", "≠": "is not", "＞": ">", "＜": "<", "＝": "=", "&": "and",
        "|": "or", "～": "..", "~": "..", "…": "..", "–": "-", "—": "-", "－": "-", "＋": "+", "．": ".", "／": "/",
        "'": '"', "‘": '"', "’": '"', "”": '"', "『": "「", "』": "」", "【": "「", "】": "」", "《": "「", "》": "」",
    }
)  # fmt: skip
_ENDING = "。！？!?"


def unreadable(text: str, offset: int, lines: Lines) -> Finding:
    """Report the character at this offset: an opening without its end on the line, or no part of the language."""
    character = text[offset]
    if close := _OPENING.get(character):
        rest_of_line = text[offset:].partition("\n")[0].rstrip()
        span = lines.span(offset, offset + len(rest_of_line))
        return Finding(
            "S103",
            f"`{character}` is not closed on its line",
            span,
            label="opened here",
            help=f"write `{close}` at its end",
        )
    meant = _MEANT.get(character, "")
    return Finding(
        "S102",
        f"`{character}` belongs to no word of the language"
        if character.isprintable()
        else f"character U+{ord(character):04X} belongs to no word of the language",
        lines.span(offset, offset + 1),
        label="cannot be read",
        help=f"write `{meant}`" if meant else "leave it out" if character in _ENDING else "",
    )
