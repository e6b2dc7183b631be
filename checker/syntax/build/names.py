"""Rules for names and literals."""

from __future__ import annotations

from typing import Any

from lark import Transformer, v_args

from checker.syntax.build.spans import covering
from checker.syntax.nodes import Day, Moment, Name, Naming, Number, Path, Text, Truth
from checker.syntax.words import Word


def to_name(word: Word) -> Name:
    """Make a name of the word that spells it."""
    return Name(word.span, str(word))


@v_args(inline=True)
class NameRules(Transformer[Word, Any]):
    """Names, paths, literals, units."""

    def naming(self, *words: Word) -> Naming:
        return Naming(covering(*words), tuple(map(to_name, words)))

    def name(self, word: Word) -> Name:
        return to_name(word)

    def names(self, *words: Word) -> tuple[Name, ...]:
        return tuple(map(to_name, words))

    def path(self, *words: Word) -> Path:
        return Path(covering(*words), tuple(map(to_name, words)))

    def paths(self, *paths: Path) -> tuple[Path, ...]:
        return paths

    def verdict(self, word: Word) -> Path:
        canonical = word.type.lower().replace("_", "-")
        return Path(word.span, (Name(word.span, canonical),))

    def text(self, word: Word) -> Text:
        return Text(word.span, str(word))

    def day(self, word: Word) -> Day:
        return Day(word.span, str(word))

    def moment(self, word: Word) -> Moment:
        return Moment(word.span, str(word))

    def truth(self, word: Word) -> Truth:
        return Truth(word.span, word.type == "TRUE")

    def number(self, minus: Word | None, digits: Word, unit: Word | None) -> Number:
        text = f"-{digits}" if minus else str(digits)
        return Number(covering(minus or digits, digits, unit), text, unit_of(unit))


def unit_of(word: Word | None) -> str | None:
    """Spell a unit canonically: periods and percent by their terminal, measures and currencies as they are."""
    if word is None:
        return None
    return str(word) if word.type in ("MEASURE", "CURRENCY") else word.type.lower().replace("_", " ")
