"""How words look, whatever they mean: lines and names too long to be read, names whose letters pass for others.

Takes a block of rules by its offsets; gives findings. It sees texts and comments as stretches to go past, and no
keyword.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, name, normalize

from checker.findings import Finding, Message, say
from checker.syntax.chinese import LONGEST_NAME
from checker.syntax.lines import Lines

LONGEST_LINE = 10_000
"""How many characters a line of rules may have; a long paragraph of law has a fifth of it."""

_TOKEN = re.compile(
    r"#[^\n]*"
    r'|"(?:\\[^\n]|[^"\\\n])*"|“(?:\\[^\n]|[^”\\\n])*”'
    r"|「(?P<CORNER>[^」\n]*)」"
    r'|["“「][^\n]*'  # left open: gone past at once, or each of a thousand in a line would be looked for an end
    r"|(?P<WORD>[^\W0-9][\w\u0300-\u036f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]*)"
)
_LONG = re.compile(rf"[^\n]{{{LONGEST_LINE},}}.")
_USUAL = re.compile(r"[\x20-\x7e\u3400-\u9fff]*")
_CHINESE = frozenset({"CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "HANGUL", "IDEOGRAPHIC", "HALFWIDTH"})
_TOGETHER = frozenset({"LATIN", "CJK"})
_RADICALS = ("KANGXI RADICAL", "CJK RADICAL")
_JOINERS = "\u200c\u200d"


def unreadable_looks(lines: Lines, start: int, end: int) -> tuple[Finding, ...]:
    """Report lines and names that are too long for anything behind them to be read."""
    found = _LONG.search(lines.text, start, end)
    if found is not None:
        return (_too_long(lines, found.start(), say("line of more than {most} characters", most=LONGEST_LINE)),)
    long = (at for at, word in _names(lines.text, start, end) if len(word) > LONGEST_NAME)
    sentence = say("name of more than {most} characters", most=LONGEST_NAME)
    return tuple(_too_long(lines, at, sentence) for at in long)


def doubtful_names(lines: Lines, start: int, end: int) -> Iterator[Finding]:
    """Report names with a letter that a reader takes for another."""
    for at, word in _names(lines.text, start, end):
        if _USUAL.fullmatch(word) is None and (doubt := _doubt(word)) is not None:
            offset, sentence = doubt
            span = lines.span(at + offset, at + offset + 1)
            yield Finding("S193", sentence, span, say("here"), say("write this name in letters of one script"))


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for found in _TOKEN.finditer(text, start, end):
        if found.lastgroup is not None:
            yield found.start(found.lastgroup), found[found.lastgroup]


@lru_cache(maxsize=4096)
def _doubt(word: str) -> tuple[int, Message] | None:
    """Find the letter that does not belong to the others of a name: of the rarer script, or one nobody sees."""
    scripts: dict[str, list[int]] = {}
    for offset, letter in enumerate(word):
        script = _script(letter)
        if script is None:
            return offset, say("{code} in a name is invisible", code=_code(letter))
        if script:
            scripts.setdefault(script, []).append(offset)
    if len(scripts) < 2 or scripts.keys() <= _TOGETHER:
        return None
    strange = min((s for s in scripts if s != "CJK"), key=lambda s: (s == "LATIN", len(scripts[s]), scripts[s]))
    offset = scripts[strange][0]
    letter = word[offset]
    named = f"{_code(letter)} {name(letter, '?')}"
    return offset, say("`{word}` mixes scripts: `{letter}` is {name}", word=word, letter=letter, name=named)


def _script(letter: str) -> str | None:
    """Name the script of a letter, nothing for what every script uses; None for what nobody sees."""
    if letter in _JOINERS or "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef":
        return None
    if letter.isascii():
        return "LATIN" if letter.isalpha() else ""
    called = name(normalize("NFC", letter)[0], "?")
    if called.startswith(_RADICALS):  # what copying from a PDF puts in place of a Chinese character
        return "RADICAL"
    if not category(letter).startswith("L"):
        return ""
    script = called.split()[0]
    return "CJK" if script in _CHINESE else script


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"


def _too_long(lines: Lines, at: int, sentence: Message) -> Finding:
    return Finding("S190", sentence, lines.span(at, at + 1), say("begins here"), say("divide it"))
