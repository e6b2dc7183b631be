"""A question over all the cases it is asked of, laid out once for whoever answers something about them.

Takes a law and what is asked for; gives its sets, and the parts in which the same is decided. A table and a map of one
question are of one division.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct

from checker.answers.narrowing import narrowed
from checker.logic import Law, Resolution
from checker.logic.horizon import Maps, over_all_cases
from checker.rulebook.model import Condition
from checker.uses.tables import Part, divided


class Asked(Struct, frozen=True):
    """What a table or a map is asked for: a question, where a condition holds, on a day of its governing date.

    `words` are the condition as it was typed.
    """

    question: str
    condition: Condition | None = None
    words: str | None = None
    day: int | None = None


@dataclass(frozen=True, eq=False)
class LaidOut:
    """The cases of what is asked for; each raises TooManyBoxesError where that takes too much.

    `maps` are those of a law whose questions others look at too; they are of no use to what narrows a question.
    """

    law: Law
    asked: Asked
    maps: Maps | None = None

    @cached_property
    def resolution(self) -> Resolution:
        """The sets of the question."""
        law, asked = self.law, self.asked
        if self.maps is not None:
            return self.maps(asked.question)
        return over_all_cases(narrowed(law, asked.question, asked.condition, asked.day), asked.question)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What is asked, divided."""
        return divided(self.law, self.resolution)

    def begun(self) -> Resolution:
        """Give the sets to whoever begins something else with them: others' work is not taken from its effort."""
        if (effort := self.resolution.case.effort) is not None:
            effort.renew()
        return self.resolution
