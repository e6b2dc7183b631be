"""Chinese written without blanks: runs of characters that hold several words.

Takes a run of word characters; tells the keywords it is made of, the names and keywords that seem to hide in it,
and what its numerals say. Knows the spellings of keywords, not where the grammar has a place for them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from checker.syntax.keywords import chinese_words, english_words, reserved
from checker.texts import has_han

LONGEST_NAME = 200
"""How many characters a name may have, or Chinese words written together without blanks."""

_NUMERAL = "〇零一二两三四五六七八九十百千"
_LOCATOR = re.compile(rf"(?:第(?:[0-9]{{1,9}}|[{_NUMERAL}]{{1,9}})[条款项目])+")
_STEP = re.compile(r"第([^条款项目]+)([条款项目])")
_DIGITS = re.compile(r"[0-9]+")
_ASCII_WORD = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z][A-Za-z0-9_]*")
_UNITS = {"条": "article", "款": "paragraph", "项": "item", "目": "point"}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_VALUES = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2} | dict(zip("三四五六七八九", range(3, 10), strict=True))
# Words that part names, and are not themselves common in names; any reserved word may begin a run.
_CONDITION_JOINTS = {"IS", "IN", "BETWEEN", "STARTS_WITH", "GIVEN", "ABSENT", "AND", "OR", "NOT", "UNLESS"}
_EFFECT_JOINTS = {"PERMIT", "FORBID", "REQUIRE", "EXEMPT", "DECIDE", "ONLY_IF", "ONLY_IN"}
_HEADER_JOINTS = {"WHEN", "CITES", "LOCATOR", "EXCEPTION_TO", "PROVISO_TO", "OVERRIDES", "REPLACES", "AUTHORISED_BY"}
_JOINTS = frozenset(_CONDITION_JOINTS | _EFFECT_JOINTS | _HEADER_JOINTS)


@lru_cache(maxsize=4096)
def first_keyword(run: str) -> tuple[str, str] | None:
    """Tell the first word of a run that is made of keywords, locators and numbers alone, as `kg且` or `限于14日`.

    Gives its terminal (LOCATOR and INTEGER included) and its text; None for any other run, which is one name.
    The longest word wins unless the rest can then not be read.
    """
    if len(run) > LONGEST_NAME:
        return None
    read: dict[int, tuple[str, str]] = {}  # from these places on the run can be read, and with which word first
    for start in range(len(run) - 1, -1, -1):
        for word in _words_at(run, start):
            end = start + len(word[1])
            if end == len(run) or end in read:
                read[start] = word
                break
    return read.get(0)


def proposed_split(run: str, names: Collection[str] = ()) -> str | None:
    """Write a run that hides keywords with its names in corner brackets: `方式为海` as `「方式」为「海」`.

    None when no keyword hides in it. `names` are known names: where the run is made of them and of keywords alone,
    that is the split; otherwise the words that part the names of a condition are taken out.
    """
    if not has_han(run) or len(run) > LONGEST_NAME:
        return None
    pieces = _known_pieces(run, frozenset(names)) or _likely_pieces(run)
    if not any(is_keyword for is_keyword, _ in pieces) or len(pieces) == 1:
        return None
    return "".join(text if is_keyword else f"「{text}」" for is_keyword, text in pieces)


def locator_steps(text: str) -> tuple[tuple[str, int], ...]:
    """Read `第二十四条第一款` as article 24, paragraph 1."""
    return tuple((_UNITS[m[2]], numeral(m[1])) for m in _STEP.finditer(text))


def numeral(text: str) -> int:
    """Read a number in digits or in Chinese numerals up to the thousands."""
    if text[0] in "0123456789":
        return int(text)
    total, digit = 0, 0
    for character in text:
        if character in _POWERS:
            total += (digit or 1) * _POWERS[character]
            digit = 0
        else:
            digit = digit * 10 + _VALUES[character]
    return total + digit


def _words_at(run: str, start: int) -> Iterator[tuple[str, str]]:
    if locator := _LOCATOR.match(run, start):
        yield "LOCATOR", locator[0]
    words = chinese_words()
    for length in range(min(_longest_word(), len(run) - start), 0, -1):
        spelling = run[start : start + length]
        if spelling in words:
            yield words[spelling], spelling
    if digits := _DIGITS.match(run, start):
        yield "INTEGER", digits[0]
    elif (ascii_word := _ASCII_WORD.match(run, start)) and ascii_word[0] in english_words():  # `kg` in `kg且`
        yield english_words()[ascii_word[0]], ascii_word[0]


@cache
def _longest_word() -> int:
    return max(map(len, chinese_words()))


def _known_pieces(run: str, names: frozenset[str]) -> list[tuple[bool, str]] | None:
    """Split a run into known names, keywords and numbers, the longest first; None when it cannot be done."""
    best: list[list[tuple[bool, str]] | None] = [None] * len(run) + [[]]
    for start in range(len(run) - 1, -1, -1):
        for end in range(len(run), start, -1):
            piece, rest = run[start:end], best[end]
            if rest is not None and (piece in names or piece in chinese_words() or _DIGITS.fullmatch(piece)):
                best[start] = [(piece not in names, piece), *rest]
                break
    return best[0] if names else None


def _likely_pieces(run: str) -> list[tuple[bool, str]]:
    pieces: list[tuple[bool, str]] = []
    name, position = "", 0
    while position < len(run):
        allowed = _JOINTS if position else _JOINTS | reserved()
        word = next((text for terminal, text in _words_at(run, position) if terminal in allowed), "")
        if not word:
            name += run[position]
            position += 1
            continue
        if name:
            pieces.append((_may_follow_is(name), name))
            name = ""
        pieces.append((True, word))
        position += len(word)
    return [*pieces, (_may_follow_is(name), name)] if name else pieces


def _may_follow_is(piece: str) -> bool:
    return chinese_words().get(piece) in ("TRUE", "FALSE", "LATE")
