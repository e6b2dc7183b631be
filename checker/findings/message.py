"""What is said to the user, in English or in Chinese: an English sentence with what fills its braces.

The English sentence is the key of the catalogue, which has the Chinese one; so a sentence can be read where it is
said, and none can be said that has no translation (a test compares the two). Nothing here is loaded for English.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

LANGUAGES = ("en", "zh")
LONGEST_VALUE = 1_000
"""How much of a user's own word is said again: of a longer one nobody reads more."""


class Message(Struct, frozen=True):
    """A sentence, or a part of one, that can be written in either language.

    `template` is its English text, with the names of its values in braces; a literal brace is doubled. A value that
    is a text is the user's own word and stays as it is in every language.
    """

    template: str
    values: tuple[tuple[str, Value], ...] = ()

    def in_language(self, language: str) -> str:
        """Write it in `en` or `zh`."""
        template = self.template if language == "en" else _in_chinese(self.template)
        return template.format_map({name: _written(value, language) for name, value in self.values})

    def __str__(self) -> str:
        return self.in_language("en")


class Series(Struct, frozen=True):
    """Several things in a row, the last two joined by a word: `a, b or c`. With no word, by commas alone."""

    things: tuple[Value, ...]
    joint: Message | None = None

    def in_language(self, language: str) -> str:
        """Write it in `en` or `zh`."""
        written = [_written(thing, language) for thing in self.things]
        comma = ", " if language == "en" else "、"
        if self.joint is None or len(written) < 2:
            return comma.join(written)
        joint = f" {self.joint.in_language(language)} " if language == "en" else self.joint.in_language(language)
        return comma.join(written[:-1]) + joint + written[-1]


class Spelled(Struct, frozen=True):
    """What the user can type, spelled for each language: a keyword, or words that begin with one."""

    english: str
    chinese: str

    def in_language(self, language: str) -> str:
        """Spell it for `en` or `zh`."""
        return self.english if language == "en" else self.chinese


Value = str | int | Message | Series | Spelled


def say(template: str, **values: Value) -> Message:
    """Make a message of its English text, written out where this is called, and of what fills its braces."""
    return Message(template, tuple(values.items()))


def either(things: Iterable[Value]) -> Series:
    """Join things by `or`."""
    return Series(tuple(things), say("or"))


def both(things: Iterable[Value]) -> Series:
    """Join things by `and`."""
    return Series(tuple(things), say("and"))


def row(things: Iterable[Value]) -> Series:
    """Join things by commas."""
    return Series(tuple(things))


def _written(value: Value, language: str) -> str:
    if isinstance(value, Message | Series | Spelled):
        return value.in_language(language)
    text = str(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def _in_chinese(template: str) -> str:
    from checker.findings.catalogue import CHINESE

    return CHINESE[template]
