"""What may be meant by a word that does not fit: advice that can be typed, and how to read on as if it had been taken.

Takes the terminals that could have come, the word and its line from there. Knows how people misspell keywords, which
other words they use for them, and which marks they take for one another; whether a guess leads on is asked of the
parser's place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from checker.findings import likeness
from checker.syntax.chinese import has_han, proposed_split
from checker.syntax.keywords import canonical, keywords, marks, reserved
from checker.syntax.words import Word

_ALIKE, _ALIKE_IN_CHINESE = 0.6, 0.5  # many a Chinese keyword has two characters
_EACH_ALIKE = 0.4  # each word of a phrase to its own
_PHRASE = re.compile(r"[^\W\d]\w*(?:[ \t]+[^\W\d]\w*)*")
_OPENING = frozenset({"_LBRACE", "_LPAR"})
_AFTER_IS = frozenset({"WITHIN", "AT_LEAST", "LATE"})

# For a mark, or a truth taken for the copula: what could come instead, and how to say so; the first that fits.
_MARKS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "_COMMA": (("AND", "write `and` or `or`"), ("LESS", "write `<`, the lowest first")),
    "EQUAL": (("IS", "write `is`"), ("_COLON", "write `:`")),
    "TRUE": (("IS", "write `is`, in Chinese `为`"),),
    "MINUS": (("_DOTS", "write `..`"),),
    "GREATER": (("LESS", "write `<`, the lowest first"),),
    "_LPAR": (("_LBRACE", "write `{`"),),
}
_STRAY = frozenset({"_COMMA", "_COLON", "PAUSE"})

_SMALL_WORDS = frozenset({"as", "at", "by", "for", "from", "in", "is", "of", "on", "to", "with"})  # for one another

# Words of the law and of other languages for rules, for which this one has another.
_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "if": ("when",),
    "where": ("when",),
    "only when": ("only if",),
    "equals": ("is",),
    "equal": ("is",),
    "may": ("permit",),
    "allow": ("permit",),
    "shall": ("require",),
    "must": ("require",),
    "may not": ("forbid",),
    "must not": ("forbid",),
    "shall not": ("forbid",),
    "prohibit": ("forbid",),
    "except": ("unless", "exception to"),
    "for every": ("for each",),
    "for all": ("for each",),
    "since": ("because",),
    "no later than": ("within",),
    "not later than": ("within",),
    "from": ("after",),
    "prior to": ("before",),
    "effective from": ("in force from",),
    "如果": ("当",),
    "等于": ("为",),
    "允许": ("准予",),
    "可以": ("准予",),
    "须": ("应当",),
    "必须": ("应当",),
}


class Meant(Struct, frozen=True):
    """What may be meant. Where it is clear, reading goes on with these terminals in place of so much text."""

    advice: str = ""
    terminals: tuple[str, ...] = ()
    length: int = 0
    is_clear: bool = False


NOTHING = Meant()

LeadsOn = Callable[[tuple[str, ...], int], bool]
"""Whether the word so far behind this one would fit, were these terminals there instead of what lies between."""


def meant(accepted: frozenset[str], word: Word, rest: str, closer: str, leads_on: LeadsOn) -> Meant:
    """Guess what is meant by a word; `rest` is its line from there, `closer` would end the innermost open bracket."""
    length = word.end - word.start
    if word.type in reserved():
        if closer:
            return Meant(f"write `{canonical(closer)}` before it", (closer,), 0, leads_on((closer,), 0))
        takes_name = bool(accepted & {"NAME", "FIELD"})
        return Meant(f"write `「{rest[:length]}」` if it is a name" if takes_name else "")
    if str(word) == "then" and leads_on((), length):
        return Meant("leave it out", (), length, is_clear=True)
    if word.type in _AFTER_IS and leads_on(("IS",), 0):
        return Meant("write `is` before it", ("IS",), 0, is_clear=True)
    return (
        _another_word(accepted, rest)
        or _another_mark(accepted, word, rest)
        or _names(accepted, word, rest)
        or _nearest_keyword(accepted, rest)
        or _one_more_or_less(accepted, word, closer, leads_on)
        or NOTHING
    )


def nearest_keyword(accepted: frozenset[str], rest: str) -> str:
    """Return the terminal of the keyword that what stands here is most like, one word for another meaning it first."""
    found = _another_word(accepted, rest) or _nearest_keyword(accepted, rest)
    return found.terminals[0] if found and found.terminals else ""


def _another_word(accepted: frozenset[str], rest: str) -> Meant | None:
    words = _words(rest)
    for count in (3, 2, 1):
        phrase = "".join(words[: 2 * count - 1])
        for spelling in _SYNONYMS.get(" ".join(phrase.split()).casefold(), ()):
            terminal = next(k.terminal for k in keywords() if spelling in k.spellings)
            if terminal in accepted:
                return Meant(f"write `{spelling}`", (terminal,), len(phrase), is_clear=True)
    return None


def _another_mark(accepted: frozenset[str], word: Word, rest: str) -> Meant | None:
    for terminal, advice in _MARKS.get(word.type, ()):
        if terminal in accepted:
            length = len(rest) - len(rest.lstrip("=")) if word.type == "EQUAL" else word.end - word.start
            return Meant(advice, (terminal,), length, is_clear=terminal not in _OPENING)
    return None


def _names(accepted: frozenset[str], word: Word, rest: str) -> Meant | None:
    """Guess where names stand without the brackets or the joining word they need."""
    length = word.end - word.start
    if word.type == "STRING" and accepted & {"NAME", "FIELD"}:
        name = "NAME" if "NAME" in accepted else "FIELD"
        return Meant(f"write `「{word}」`", (name,), length, is_clear=True)
    if word.type not in ("NAME", "FIELD"):
        return None
    if split := proposed_split(str(word)):
        return Meant(f"write `{split}`")
    if "AND" in accepted and rest[length : length + 1] == ".":
        return Meant("write `and` or `or` before it", ("AND",), 0, is_clear=True)
    return None


def _nearest_keyword(accepted: frozenset[str], rest: str) -> Meant | None:
    """Find the keyword most like what stands here; one of several words is clear if all, or its first, are there."""
    alike = min(_alike(accepted, rest), default=None)
    if alike is None:
        return None
    _, spelling, terminal, phrase = alike
    is_clear = phrase.count(" ") == spelling.count(" ") or spelling.startswith(f"{phrase} ")
    return Meant(f"write `{spelling}`", (terminal,), len(phrase), is_clear)


def _alike(accepted: frozenset[str], rest: str) -> Iterator[tuple[float, str, str, str]]:
    words = _words(rest)
    least = _ALIKE_IN_CHINESE if words and has_han(words[0]) else _ALIKE
    for keyword in keywords() if words else ():
        for spelling in keyword.spellings if keyword.terminal in accepted else ():
            phrase = "".join(words[: 2 * spelling.count(" ") + 1])
            pairs = zip(phrase.split(), spelling.split(), strict=False)
            whole = all(likeness(word, meant_word) >= _EACH_ALIKE for word, meant_word in pairs)
            for found in {words[0], phrase} if whole else {words[0]}:
                ratio = likeness(" ".join(found.split()), spelling)
                if ratio >= least:
                    yield -ratio, spelling, keyword.terminal, found


def _one_more_or_less(accepted: frozenset[str], word: Word, closer: str, leads_on: LeadsOn) -> Meant | None:
    """Guess a mark too many, a bracket or the only possible word left out or written otherwise, if that leads on."""
    length = word.end - word.start
    if (word.type in _STRAY or str(word) in _SMALL_WORDS) and leads_on((), length):
        return Meant("leave it out", (), length, is_clear=True)
    if closer and leads_on((closer,), 0):
        return Meant(f"write `{canonical(closer)}` before it", (closer,), 0, is_clear=True)
    only = next(iter(accepted)) if len(accepted) == 1 else ""
    if only not in marks().values() and all(only != keyword.terminal for keyword in keywords()):
        return None
    if str(word) not in _SMALL_WORDS and leads_on((only,), 0):
        return Meant(f"write `{canonical(only)}` before it", (only,), 0, is_clear=only not in _OPENING)
    if leads_on((only,), length):
        return Meant(f"write `{canonical(only)}`", (only,), length, is_clear=only not in _OPENING)
    return None


def _words(rest: str) -> list[str]:
    """Return the words that stand here in a row, each but the last with the blanks behind it as an entry."""
    found = _PHRASE.match(rest)
    return re.split(r"([ \t]+)", found[0]) if found else []
