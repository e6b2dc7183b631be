"""How much a search may still do: a bound on each kind of work, and the clock only where a time is asked for.

Must not know what the work is for.
"""

import time
from typing import Literal

Limit = Literal["pieces", "pairs", "nodes", "steps", "boxes", "seconds"]

# The clock is read once in so many units of work.
_TICK = 256


class LimitError(Exception):
    """A search met a bound before it was done."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
        self.limit = limit


class Budget:
    """The work that is left of each kind."""

    def __init__(self, most: dict[Limit, int], seconds: float | None = None) -> None:
        self._left = dict(most)
        self._until = None if seconds is None else time.monotonic() + seconds
        self._tick = 0

    def allow(self, limit: Limit, units: int) -> None:
        """Let so much be held at once; raises LimitError when that is more than is left."""
        if self._left[limit] < units:
            raise LimitError(limit)

    def spend(self, limit: Limit, units: int = 1) -> None:
        """Take some units of work; raises LimitError when fewer are left."""
        self.allow(limit, units)
        self._left[limit] -= units
        if self._until is not None:
            self._tick -= 1
            if self._tick < 0:
                if time.monotonic() >= self._until:
                    raise LimitError("seconds")
                self._tick = _TICK
