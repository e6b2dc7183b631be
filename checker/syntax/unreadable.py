"""What the lexer says of characters that belong to no word."""

from __future__ import annotations

from types import MappingProxyType

from msgspec import Struct

from checker.findings import Finding, say
from checker.syntax.lines import Lines

_OPENING = frozenset('"“「')
_QUOTING = MappingProxyType({"'": "'", "‘": "’", "’": "’", "”": "”", "『": "』", "【": "】", "《": "》"})
_WIDE = MappingProxyType(
    {"＋": "+", "－": "-", "．": ".", "／": "/", "＊": "*", "＞": ">", "＜": "<", "＝": "=", "％": "%"}
)


class Unreadable(Struct, frozen=True):
    """A stretch of the text that is no word: what is said of it if nothing better is known, and where words go on.

    `meant` is the sign of the language that it is a wide form of.
    """

    finding: Finding
    start: int
    end: int
    meant: str = ""


def unreadable(text: str, offset: int, lines: Lines) -> Unreadable:
    """Report the character at this offset: an opening without its end on the line, or no part of the language."""
    character = text[offset]
    line = text[offset:].partition("\n")[0].rstrip()
    if character in _OPENING:
        sentence = say("`{character}` is not closed on its line", character=character)
        span = lines.span(offset, offset + len(line))
        return Unreadable(Finding("S103", sentence, span, label=say("opened here")), offset, offset + len(line))
    meant = _WIDE.get(character, "")
    finding = Finding(
        "S102",
        say("`{character}` belongs to no word of the language", character=character)
        if character.isprintable()
        else say("character {code} belongs to no word of the language", code=f"U+{ord(character):04X}"),
        lines.span(offset, offset + 1),
        label=say("cannot be read"),
        help=say("write `{meant}`", meant=meant) if meant else None,
    )
    if character not in _QUOTING:
        return Unreadable(finding, offset, offset + 1, meant)
    # What is quoted by another sign is no rule, whatever words stand in it.
    length = line.find(_QUOTING[character], 1) + 1
    return Unreadable(finding, offset, offset + (length or len(line)))
