"""The keywords of the rule language, read from the grammar itself.

Takes the text of the grammar; gives each keyword with its spellings, tables by which the lexer finds them, and the
marks. Must not know the parser: nothing here loads it.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

from msgspec import Struct

from checker.findings import Message, Spelled, say
from checker.shipped import shipped_folder

_DECLARATION = re.compile(r'^(_?[A-Z][A-Z_]*)(?:\.(-?\d+))?:((?:\s*\|?\s*"[^"]*")+)\s*$', re.MULTILINE)
_SPELLING = re.compile(r'"([^"]*)"')
_RESERVED, _LESSER = 2, 1


class Keyword(Struct, frozen=True):
    """One keyword: the name of its terminal and its spellings in either language, the canonical one first."""

    terminal: str
    english: tuple[str, ...]
    chinese: tuple[str, ...]
    rank: int

    @property
    def spellings(self) -> tuple[str, ...]:
        """All spellings, English first."""
        return self.english + self.chinese


class Phrase(Struct, frozen=True):
    """An English spelling: what follows its first word (None when nothing does), and its terminal."""

    terminal: str
    rest: re.Pattern[str] | None


@cache
def grammar_text() -> str:
    """Read the grammar that ships with the program."""
    return (shipped_folder("grammar") / "rules.lark").read_text(encoding="utf-8")


@cache
def keywords() -> tuple[Keyword, ...]:
    """List all keywords in the order of the grammar."""
    return tuple(
        Keyword(
            terminal,
            tuple(s for s in spellings if s.isascii()),
            tuple(s for s in spellings if not s.isascii()),
            rank,
        )
        for terminal, rank, spellings in _declarations()
        if _is_word(spellings[0])
    )


@cache
def reserved() -> frozenset[str]:
    """List the terminals that begin a statement, a header clause or an effect, with `and` and `or`."""
    return frozenset(k.terminal for k in keywords() if k.rank == _RESERVED)


@cache
def lesser() -> frozenset[str]:
    """List the terminals that begin a lesser clause or a tail."""
    return frozenset(k.terminal for k in keywords() if k.rank == _LESSER)


@cache
def marks() -> MappingProxyType[str, str]:
    """Map every mark, in either width, to its terminal."""
    return MappingProxyType(
        {
            spelling: terminal
            for terminal, _, spellings in _declarations()
            for spelling in spellings
            if not _is_word(spelling)
        }
    )


@cache
def phrases() -> MappingProxyType[str, tuple[Phrase, ...]]:
    """Map the first word of every English keyword to the keywords that begin so, longest first."""
    found: dict[str, list[tuple[int, Phrase]]] = {}
    for keyword in keywords():
        for spelling in keyword.english:
            first, *rest = spelling.split()
            pattern = re.compile("".join(rf"\s+{re.escape(word)}" for word in rest) + r"(?!\w)") if rest else None
            found.setdefault(first, []).append((-len(spelling), Phrase(keyword.terminal, pattern)))
    return MappingProxyType(
        {first: tuple(p for _, p in sorted(found[first], key=lambda pair: pair[0])) for first in found}
    )


@cache
def chinese_words() -> MappingProxyType[str, str]:
    """Map every Chinese spelling to its terminal."""
    return MappingProxyType({spelling: k.terminal for k in keywords() for spelling in k.chinese})


@cache
def english_words() -> MappingProxyType[str, str]:
    """Map every English spelling of a single word to its terminal."""
    return MappingProxyType({s: k.terminal for k in keywords() for s in k.english if s.isalnum()})


@cache
def canonical(terminal: str) -> str:
    """Spell a keyword or a mark as its first spelling does."""
    return next(spellings[0] for name, _, spellings in _declarations() if name == terminal)


@cache
def spelled(terminal: str) -> Spelled:
    """Spell a keyword, or a mark, in either language."""
    spellings = next(spellings for name, _, spellings in _declarations() if name == terminal)
    chinese = (s for s in spellings if not s.isascii() and _is_word(s))
    return Spelled(spellings[0], next(chinese, spellings[0]))


def quoted(terminal: str) -> Message:
    """Quote a keyword, or a mark."""
    return say("`{keyword}`", keyword=spelled(terminal))


@cache
def _declarations() -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    return tuple((m[1], int(m[2] or 0), tuple(_SPELLING.findall(m[3]))) for m in _DECLARATION.finditer(grammar_text()))


def _is_word(spelling: str) -> bool:
    return spelling[0].isalpha()
