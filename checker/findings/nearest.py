"""The nearest right word to a wrong one, for every diagnostic that offers one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

LONGEST = 100
"""How long a word may be for a right one to be looked for; a longer one is no slip of the pen."""

MOST_KNOWN = 5_000
"""Among how many known words a right one is looked for."""

_MANY = 300
_MOST_COMPARED = 30


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like the given one, or None when nothing is alike.

    Likeness is the ratio of matching characters, at least 0.6; equal ratios are settled by the alphabet. Among very
    many known words only those are compared that one slip of the pen makes of it, or that begin or end like it.
    """
    words = tuple(islice(known, MOST_KNOWN + 1))
    if len(word) > LONGEST or len(words) > MOST_KNOWN:
        return None
    if len(words) > _MANY:
        index = _index(words)
        words = tuple({k: None for trait in _traits(word) for k in index.get(trait, ())})[:_MOST_COMPARED]
    best = min(((-likeness(word, k), k) for k in words if len(k) <= LONGEST), default=(0.0, ""))
    return best[1] if -best[0] >= 0.6 else None


@lru_cache(maxsize=8)
def _index(words: tuple[str, ...]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        for trait in _traits(word[:LONGEST]):
            found.setdefault(trait, []).append(word)
    return found


def _traits(word: str) -> Iterator[str]:
    """List what two words have in common that are alike, the likest first.

    Words that differ by one character, or by the order of two, are the same with one character left out of each.
    """
    small = word.casefold()
    yield small
    yield from (small[:place] + small[place + 1 :] for place in range(len(small)))
    for length in (4, 2):
        yield f"{small[:length]}…"
        yield f"…{small[-length:]}"


def likeness(left: str, right: str) -> float:
    """Return the ratio of matching characters of two words, from 0 to 1, small and capital letters alike."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, left.casefold(), right.casefold(), autojunk=False).ratio()
