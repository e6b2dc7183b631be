"""Words and numbers written in another form than the right one: full-width, in capitals, with other marks.

Takes what was written; gives the one right form where nothing else can have been meant, else nothing. Knows no type
and no file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

# Compiled where something is wrong, which no start should wait for.
_DAY = r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})[日号])"
_CLOCK = r"([0-9]{1,2}):([0-9]{2})"
_MOMENT = r"(.*[0-9日号])(?:\s+|T)([0-9]{1,2}:[0-9]{2})"
_PLAIN_NAME = r"[^\W0-9]\w*"


def narrow(text: str) -> str:
    """Write full-width digits, letters and marks in half width."""
    return unicodedata.normalize("NFKC", text)


def same_word(word: str, known: Iterable[str]) -> str | None:
    """Return the only known word that differs from a word in width and capitals alone."""
    form = _form(word)
    same = {each for each in known if _form(each) == form}
    return same.pop() if len(same) == 1 else None


@lru_cache(maxsize=16_384)  # the known words are the same for every wrong one
def _form(word: str) -> str:
    return narrow(word).casefold()


def meant_day(text: str) -> str | None:
    """Return the day of a text that has year, month and day in this order, as `2015-10-12`."""
    found = re.fullmatch(_DAY, narrow(text).strip())
    if found is None:
        return None
    year, _, *rest = found.groups()
    month, day = (int(number) for number in rest if number is not None)
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None


def meant_moment(text: str) -> str | None:
    """Return the day and time of a text that has both in this order, as `2015-10-12 08:30`."""
    found = re.fullmatch(_MOMENT, narrow(text).strip())
    day = None if found is None else meant_day(found[1])
    clock = None if found is None else re.fullmatch(_CLOCK, found[2])
    if day is None or clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return None
    return f"{day} {int(clock[1]):02}:{clock[2]}"


def typed_name(name: str) -> str:
    """Write a name as a rule file can hold it anywhere: in corner brackets where a keyword could be read."""
    from checker.syntax.chinese import first_keyword  # here alone: whoever reads plans needs no keywords
    from checker.syntax.keywords import english_words

    bare = re.fullmatch(_PLAIN_NAME, name) and name not in english_words() and first_keyword(name) is None
    return name if bare else f"「{name}」"
