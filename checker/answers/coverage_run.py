"""One run of `lexport coverage`: what the scenarios reach, what they notice, and whether that is enough.

A record for every report alike.
"""

from __future__ import annotations

from msgspec import Struct

from checker.answers.coverage import Coverage
from checker.answers.mutation import Mutation


class CoverageRun(Struct, frozen=True):
    """What was found, and the line in percent below which it fails; None where none was drawn.

    `mutation` is there where it was asked for.
    """

    coverage: Coverage
    mutation: Mutation | None = None
    line: float | None = None

    @property
    def failed(self) -> bool:
        """Whether less is reached, or fewer mutants are noticed, than was asked for."""
        if self.line is None:
            return False
        return self.coverage.total.fails(self.line) or bool(self.mutation and self.mutation.score.fails(self.line))
