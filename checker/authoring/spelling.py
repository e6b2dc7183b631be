"""How each word is written: keywords in one spelling, marks and quotes of one language, brackets where they are needed.

Takes a block and the languages wanted; gives a text for every word and the blank, or none, between two of them. Knows
nothing of lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from checker.authoring.reading import Block, Tree, words_by_statement
from checker.syntax import keywords as every_keyword
from checker.syntax.chinese import first_keyword, locator_steps
from checker.syntax.keywords import phrases
from checker.syntax.lines import Lines
from checker.syntax.nodes import (
    BuiltinType,
    FactDeclaration,
    FieldDeclaration,
    Items,
    Locator,
    Number,
    TableRow,
)
from checker.syntax.words import Word
from checker.texts import has_han

NAMES = frozenset({"NAME", "FIELD"})
_UNITS = frozenset({"DAYS", "HOURS", "MINUTES", "MONTHS", "WORKING_DAYS"})
_AS_WRITTEN = frozenset({"MEASURE", "CURRENCY", "PERCENT"})  # several words of which each means something else
_LOCATOR_UNITS = {"ARTICLE": "条", "PARAGRAPH": "款", "ITEM": "项", "POINT": "目"}
_MARKS = {
    "en": {"_LBRACE": "{", "RBRACE": "}", "_LPAR": "(", "RPAR": ")", "_COLON": ":", "_COMMA": ","},
    "zh": {"_LBRACE": "{", "RBRACE": "}", "_LPAR": "（", "RPAR": "）", "_COLON": "：", "_COMMA": "、"},
}
_QUOTES = {"en": ('"', '"'), "zh": ("“", "”")}
_FULL_WIDTH = frozenset("（）：、")
_DATE = re.compile(r"(\d+)-(\d+)-(\d+)(?:[ T](\d+):(\d+))?")
_STEP = re.compile(r"第([0-9]+)([条款项目])")
_SPACED_COLON = FactDeclaration | FieldDeclaration | TableRow
_TIGHT_RANGE = Items | BuiltinType
_MOST_ATTEMPTS = 20  # at finding out which names of a statement need brackets; then all do that might
_RANGE_OF_INTEGERS = ["INTEGER", "_DOTS", "INTEGER"]


class Spelling(Struct, frozen=True):
    """The text of every word of a block and the blank behind it; `locators`: places written as one, by their word."""

    texts: tuple[str, ...]
    blanks: tuple[str, ...]
    locators: Mapping[int, str]


def spell(
    block: Block, keywords: str | None, renamed: Mapping[int, str], kept: frozenset[str] = frozenset()
) -> Spelling:
    """Spell a block; `renamed` gives names, by the number of their word, that are to stand in place of others.

    `keywords` is the language of keywords and marks; without it that of each keyword as it is written, and for the
    marks of a statement that of most of its keywords. Keywords of the terminals `kept` keep their language.
    """
    blanks = ["" if _is_tight(left, right) else " " for left, right in pairwise(block.words)]
    locators: dict[int, str] = {}
    texts: list[str] = []
    for statement in block.statements:
        _settle_blanks(statement, block, blanks, locators, keywords)
        here = range(statement.first, statement.last + 1)
        marks = keywords or _language_of(block.words[statement.first : statement.last + 1])
        own = [None if block.words[number].type in kept else keywords for number in here]
        texts += [_text(block, number, each, marks, renamed) for number, each in zip(here, own, strict=True)]
    for number, (left, right) in enumerate(pairwise(texts)):
        if _FULL_WIDTH & {left, right} or _is_chinese_amount(block, number, right):
            blanks[number] = ""
    names = {n: renamed.get(n, str(w)) for n, w in enumerate(block.words) if w.type in NAMES}
    for statement in block.statements:
        _add_brackets(block, statement, names, texts, blanks)
    return Spelling(tuple(texts), (*blanks, ""), locators)


# One word.


def _text(block: Block, number: int, keywords: str | None, marks: str, renamed: Mapping[int, str]) -> str:
    word = block.words[number]
    kind = word.type
    if kind in NAMES:
        return renamed.get(number, str(word))
    if kind == "STRING":
        opening, closing = _QUOTES[marks]
        return opening + re.sub(rf"[\\{closing}]", r"\\\g<0>", word) + closing
    if kind in ("DAY", "MOMENT"):
        return padded(word)
    if kind in _spellings():
        return _keyword(block, number, keywords)
    return _MARKS[marks].get(kind, str(word))


def _keyword(block: Block, number: int, keywords: str | None) -> str:
    word = block.words[number]
    english, chinese = _spellings()[word.type]
    language = keywords or ("en" if word.isascii() else "zh")
    if language == "zh" and chinese:
        return chinese
    if word.type in _UNITS and number and block.words[number - 1] == "1":
        return english.removesuffix("s")
    return english


def _language_of(words: Sequence[Word]) -> str:
    """Tell the language of most keywords that could have been written in the other one."""
    spellings = _spellings()
    written = [word.isascii() for word in words if word.type in spellings and spellings[word.type][1]]
    return "zh" if written.count(False) > written.count(True) else "en"


@cache
def _spellings() -> Mapping[str, tuple[str, str]]:
    """Map the terminal of each keyword to its canonical spellings, English and Chinese; the last may be empty."""
    known = (k for k in every_keyword() if k.terminal not in _AS_WRITTEN)
    return {k.terminal: (k.english[0], k.chinese[0] if k.chinese else "") for k in known}


def padded(word: str) -> str:
    """Write a day or a moment with all its digits."""
    match = _DATE.fullmatch(word)
    assert match is not None
    year, month, day, hour, minute = match.groups()
    date = f"{year}-{month:0>2}-{day:0>2}"
    return date if hour is None else f"{date} {hour:0>2}:{minute}"


# Between two words.


def _is_tight(left: Word, right: Word) -> bool:
    if left.type in ("_DOT", "_SLASH", "_LPAR") or right.type in ("_DOT", "_SLASH", "_COMMA", "RPAR", "_COLON"):
        return True
    return (left.type == "DECIMAL" and right.type == "_LPAR") or right == "%"


def _is_chinese_amount(block: Block, number: int, unit: str) -> bool:
    left, right = block.words[number : number + 2]
    return left.type in ("INTEGER", "FRACTION") and right.type in _UNITS and not unit.isascii()


def _settle_blanks(tree: Tree, block: Block, blanks: list[str], locators: dict[int, str], keywords: str | None) -> None:
    """Set those blanks that hang on what is written: beside a colon, a minus and the dots of a range."""
    node, words = tree.node, block.words
    for part in tree.parts:
        if isinstance(part, Tree):
            _settle_blanks(part, block, blanks, locators, keywords)
        elif words[part].type == "_COLON" and isinstance(node, _SPACED_COLON):
            blanks[part - 1] = " "
        elif words[part].type == "MINUS" and isinstance(node, Number):
            blanks[part] = ""
        elif (
            isinstance(node, _TIGHT_RANGE) and [word.type for word in words[part - 1 : part + 2]] == _RANGE_OF_INTEGERS
        ):
            blanks[part - 1] = blanks[part] = ""
    if isinstance(node, Locator) and not any(gap.comments for gap in block.gaps[tree.first + 1 : tree.last + 1]):
        written = _locator(words[tree.first : tree.last + 1], keywords)
        if written:
            locators[tree.first] = written


def _locator(words: Sequence[Word], keywords: str | None) -> str:
    """Write a place in a document in the other language; empty where it is to stay as it is."""
    if keywords == "zh" and all(word.type in _LOCATOR_UNITS for word in words[::2]):
        steps = zip(words[::2], words[1::2], strict=True)
        glued = "".join(f"第{number}{_LOCATOR_UNITS[unit.type]}" for unit, number in steps)
        return glued if first_keyword(glued) == ("LOCATOR", glued) else ""
    if keywords == "en" and all(word.type == "LOCATOR" for word in words):
        return " ".join(_english_steps(word) for word in words)
    return ""


def _english_steps(word: str) -> str:
    steps = zip(locator_steps(word), re.findall(r"第([^条款项目]+)", word), strict=True)
    return " ".join(f"{unit} {written if written.isascii() else number}" for (unit, number), written in steps)


# Names: bare where they can be, else in corner brackets.


def _add_brackets(
    block: Block, statement: Tree, names: Mapping[int, str], texts: list[str], blanks: Sequence[str]
) -> None:
    """Put those names of a statement into brackets that would not be read as they are."""
    here = range(statement.first, statement.last + 1)
    suspects: list[int] = []
    for number in (n for n in here if n in names):
        name = names[number]
        if not name.isidentifier():
            texts[number] = f"「{name}」"
        elif name in phrases() or (has_han(name) and first_keyword(name) is not None):
            if block.gaps[number].comments or block.gaps[number + 1].comments:
                texts[number] = f"「{name}」"
            elif not (name.isascii() and block.words[number - 1].type == "_DOT"):
                suspects.append(number)
    for _ in range(min(len(suspects), _MOST_ATTEMPTS)):
        wrong = _first_misread(block, here, names, texts, blanks)
        if wrong is None:
            return
        # The name that was taken for a keyword stands there, or shortly before, or right behind.
        chosen = min(suspects, key=lambda number: (number > wrong, abs(number - wrong)))
        suspects.remove(chosen)
        texts[chosen] = f"「{names[chosen]}」"
    if suspects and _first_misread(block, here, names, texts, blanks) is not None:
        for number in suspects:
            texts[number] = f"「{names[number]}」"


def _first_misread(
    block: Block, here: range, names: Mapping[int, str], texts: Sequence[str], blanks: Sequence[str]
) -> int | None:
    """Read a statement as it would be written on one line; give the number of the first word that is not the same."""
    line = "".join(texts[number] + (blanks[number] if number < here[-1] else "") for number in here)
    read = next(words_by_statement(Lines("", line), 0, len(line)), ())
    for place, number in enumerate(here):
        if place == len(read) or read[place].type != block.words[number].type:
            return number
        if number in names and read[place] != names[number]:
            return number
    return None if len(read) == len(here) else here[-1]
