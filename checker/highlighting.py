"""Colours for rule files and scenarios: lexers for Pygments, which finds them by their entry points.

The keywords are those of the grammar, in both languages. What is a keyword is told from the words beside it and not
by parsing: a block on a page may be a single clause. Must not know what a rule means; nothing else here imports this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from pygments.lexer import Lexer
from pygments.lexers.data import YamlLexer
from pygments.token import (
    Comment,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
    _TokenType,
)

from checker.syntax.chinese import first_keyword
from checker.syntax.keywords import phrases
from checker.texts import has_han

_LEXEME = re.compile(
    r"(?P<blank>\s+)"
    r"|(?P<comment>#[^\n]*)"
    r'|(?P<string>"(?:\\.|[^"\\\n])*"|“(?:\\.|[^”\\\n])*”)'
    r"|(?P<corner>「[^」\n]+」)"
    r"|(?P<date>\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2})?)"
    r"|(?P<number>\d+(?:\.\d+)?)(?!\w)"
    r"|(?P<whole>not-required(?!\w)|%)"
    r"|(?P<word>\w+)"
    r"|(?P<operator>\.\.|<=|>=|[<>=+*/-])"
    r"|(?P<mark>[{}()\[\].,;:｛｝（）：，；、])"
    r"|(?P<other>.)"
)
_PLAIN: Mapping[str, _TokenType] = {
    "blank": Whitespace,
    "comment": Comment.Single,
    "string": String.Double,
    "date": Literal.Date,
    "number": Number,
    "operator": Operator,
    "mark": Punctuation,
    "other": Text,
}
_TOKENS: Mapping[str, _TokenType] = {
    "FIELD": Name.Attribute,
    "INTEGER": Number,
    "LOCATOR": Literal,
    **dict.fromkeys(("BOOLEAN", "DATE", "DATETIME", "DURATION", "HS", "TEXT"), Keyword.Type),
    **dict.fromkeys(("ONE_OF", "LIST_OF", "WHOLE", "DECIMAL", "MONEY"), Keyword.Type),
    **dict.fromkeys(("TRUE", "FALSE", "GIVEN", "ABSENT", "LATE", "NOT_REQUIRED"), Keyword.Constant),
    **dict.fromkeys(("DAYS", "HOURS", "MINUTES", "MONTHS", "WORKING_DAYS"), Keyword.Pseudo),
    **dict.fromkeys(("PERCENT", "MEASURE", "CURRENCY"), Keyword.Pseudo),
    **dict.fromkeys(("AND", "OR", "NOT", "UNLESS", "IS", "IN", "BETWEEN", "STARTS_WITH"), Keyword.Reserved),
    **dict.fromkeys(("ANY", "EVERY", "NO", "COUNT", "SUM", "OF", "WHERE"), Keyword.Reserved),
}
_DECLARING = (
    *("RULEBOOK", "CODES", "KINDS", "LEVELS", "RECORD", "FACT", "DEFINE"),
    *("DOCUMENT", "QUESTION", "PROVISION", "KNOWN_GAP", "OPEN_POINT"),
)
_UNITS = ("DAYS", "HOURS", "MINUTES", "MONTHS", "WORKING_DAYS", "MEASURE", "CURRENCY")
# Units are names but behind a number, or where a type is given its unit.
_BEHIND_AMOUNT = re.compile(r"(?:\d|\d\s*[)）]|\bmoney|金额)\s*\Z")
# What a name has behind it and a keyword does not: another name for the same, a field, a colon; but truth is a cell.
_BEHIND_NAME = re.compile(r"/|\.\w|[ \t]*[:：]")
_TRUTH = ("true", "false")


class RulesLexer(Lexer):
    """Lexer of the rule language of Lexport."""

    name = "Lexport rules"
    url = "https://pypi.org/project/lexport/"
    aliases: ClassVar[list[str]] = ["lexport-rules", "rules"]
    filenames: ClassVar[list[str]] = ["*.rules"]

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """Part a text into tokens; together they are the text."""
        position = 0
        declaring = False  # whether what stood before gives what follows a name
        while (match := _LEXEME.match(text, position)) is not None:
            kind = str(match.lastgroup)
            if kind in _PLAIN:
                declaring = declaring and kind in ("blank", "comment")
                yield position, _PLAIN[kind], match[0]
                position = match.end()
                continue
            for terminal, piece in _pieces(text, match, kind):
                yield position, _token(terminal, declaring=declaring), piece
                position += len(piece)
                declaring = terminal in _DECLARING


def _pieces(text: str, match: re.Match[str], kind: str) -> Iterator[tuple[str, str]]:
    """Part what a word begins into terminals: a keyword of one or more words, a Chinese run of keywords, or a name."""
    start, end, word = match.start(), match.end(), match[0]
    if kind == "whole":
        yield ("PERCENT" if word == "%" else "NOT_REQUIRED"), word
    elif text[start - 1 : start] == "." and text[start - 2 : start] != "..":
        yield "FIELD", word
    elif kind == "corner" or text[start - 1 : start] == "/" or (word not in _TRUTH and _BEHIND_NAME.match(text, end)):
        yield "NAME", word
    elif has_han(word):
        yield from _chinese(word)
    else:
        yield _english(text, match) or ("NAME", word)


def _english(text: str, match: re.Match[str]) -> tuple[str, str] | None:
    """Read the longest English keyword that begins with a word."""
    for phrase in phrases().get(match[0], ()):
        if phrase.terminal in _UNITS and not _BEHIND_AMOUNT.search(text[: match.start()][-16:]):
            continue
        if phrase.rest is None:
            return phrase.terminal, match[0]
        if rest := phrase.rest.match(text, match.end()):
            return phrase.terminal, text[match.start() : rest.end()]
    return None


def _chinese(run: str) -> Iterator[tuple[str, str]]:
    """Part a run that is made of keywords, numbers and places alone; any other is one name."""
    while run:
        terminal, word = first_keyword(run) or ("NAME", run)
        yield terminal, word
        run = run[len(word) :]


def _token(terminal: str, *, declaring: bool) -> _TokenType:
    if terminal == "NAME":
        return Name.Function if declaring else Name
    return _TOKENS.get(terminal, Keyword)


class ScenarioLexer(YamlLexer):
    """Lexer of scenarios, which are YAML; fences on literate pages name it."""

    name = "Lexport scenario"
    url = RulesLexer.url
    aliases: ClassVar[list[str]] = ["lexport-scenario", "scenario"]
    filenames: ClassVar[list[str]] = []
    alias_filenames: ClassVar[list[str]] = []
    mimetypes: ClassVar[list[str]] = []
