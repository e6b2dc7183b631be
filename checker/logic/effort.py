"""How much work on the cases of one question is done before a search is given up: counted in boxes, never by a clock.

For asking of all cases alone. The verdict on a plan has no bound: it is exact, or the rule is refused beforehand. What
is given up is remembered, so that it can be told and is not tried again. Must not know what is searched for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

MOST_BOXES = 200_000
"""So many boxes are looked at by one search of one question; some seconds' work, and many times what a law takes."""


class TooManyBoxesError(Exception):
    """Cases fall apart into more boxes than are looked at."""


class Effort:
    """The work that may still be done on the cases of one question; `given_up` are the ids that took more."""

    def __init__(self, most: int | None = None) -> None:
        self.given_up: dict[str, None] = {}
        self._most = MOST_BOXES if most is None else most
        self._left = self._most
        self._unmade: set[str] = set()

    def spend(self, boxes: int) -> None:
        """Look at so many boxes; raises TooManyBoxesError when that is more than is left."""
        self._left -= boxes
        if self._left < 0:
            raise TooManyBoxesError

    def renew(self) -> None:
        """Begin another search."""
        self._left = self._most

    @contextmanager
    def beside(self, what: str) -> Iterator[None]:
        """Make what many searches need at no cost to the one that needs it first; what failed is not tried again."""
        if what in self._unmade:
            raise TooManyBoxesError
        left, self._left = self._left, self._most
        try:
            yield
        except TooManyBoxesError:
            self._unmade.add(what)
            raise
        finally:
            self._left = left
