"""The nearest right word to a wrong one, for every diagnostic that offers one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like the given one, or None when nothing is alike.

    Likeness is the ratio of matching characters, at least 0.6; equal ratios are settled by the alphabet.
    """
    best = min(((-likeness(word, k), k) for k in known), default=(0.0, ""))
    return best[1] if -best[0] >= 0.6 else None


def likeness(left: str, right: str) -> float:
    """Return the ratio of matching characters of two words, from 0 to 1, small and capital letters alike."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, left.casefold(), right.casefold(), autojunk=False).ratio()
