"""All of a law that is settled before any plan is seen: what one process compiles and another may take over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.logic.question import CompiledQuestion
from checker.logic.space import Answers, Compiled
from checker.logic.world import Never


@dataclass(frozen=True, slots=True, eq=False)
class Compilation:
    """Every question of a rulebook, and what cannot happen, as maps; for one day and one way of reading.

    `answers` are all that each question can answer, `world` the space of the `nevers` alone, `included` which full
    conditions were found to imply which others, by pairs of provisions.
    """

    answers: Answers
    nevers: tuple[Never, ...]
    world: Compiled
    questions: Mapping[str, CompiledQuestion]
    included: Mapping[tuple[str, str], bool]
