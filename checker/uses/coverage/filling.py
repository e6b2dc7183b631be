"""Plans for what no scenario reaches yet: each made for one goal, and such that it reaches as many others as it can.

Takes the goals that are left and where they lie in all cases of their questions; gives plans, those first that reach
most. Each was laid out as any scenario is, and reaches what it is said to. What ought to be decided in it nobody here
knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from checker.logic import Law, Subject
from checker.logic.effort import Effort, TooManyBoxesError
from checker.logic.witness import witnesses
from checker.regions import Region
from checker.regions.joining import join
from checker.rulebook.model import Facts
from checker.uses.coverage.goals import KINDS, Goal, Matters
from checker.uses.coverage.reaching import Written, reached
from checker.uses.coverage.stage import Laid, Stage
from checker.uses.coverage.turning import mattering, near

MOST_TRIED = 8
"""So many plans of one region are tried."""

MOST_OF_PLAN = 5_000
"""So many boxes are looked at for one plan, else it is to say more."""


@dataclass(frozen=True, eq=False)
class Ground:
    """A question over all its cases, and where its goals lie there; `stage` is for laying plans into it."""

    laid: Laid
    stage: Stage
    regions: Mapping[Goal, Region]


@dataclass(frozen=True, eq=False)
class Filling:
    """A plan for one question, the goals it reaches that nothing before it does, and what it is decided to be now."""

    question: str
    facts: Facts
    subject: Subject
    goals: tuple[Goal | Matters, ...]
    words: tuple[str, ...]


Missing = Mapping[Goal | Matters, None]


def fill(
    law: Law, written: Written, left: Iterable[Goal | Matters], grounds: Mapping[str, Ground]
) -> Iterator[Filling]:
    """Go through plans until every goal is reached that a plan can be found for; each reaches a goal more."""
    missing = dict.fromkeys(_in_order(left))
    tried: set[tuple[str, Goal | Matters]] = set()
    while missing:
        makers = {name: _Maker(law, written, ground, missing) for name, ground in grounds.items()}
        made = [each for name, maker in makers.items() for each in _made(maker, name, tried)]
        if not made:
            return
        while True:
            best = max(made, key=lambda each: len(missing.keys() & each.goals))
            new = tuple(_in_order(missing.keys() & best.goals))
            if not new:
                break
            yield Filling(best.question, best.facts, best.subject, new, best.words)
            for goal in new:
                del missing[goal]


def _in_order(goals: Iterable[Goal | Matters]) -> list[Goal | Matters]:
    """Sort goals: single tests first, then by kind; those last say most of a case."""
    return sorted(goals, key=lambda goal: (-1 if isinstance(goal, Matters) else KINDS.index(type(goal)), repr(goal)))


def _made(maker: _Maker, question: str, tried: set[tuple[str, Goal | Matters]]) -> Iterator[Filling]:
    """Make a plan for each goal of a question, unless a plan made before it reaches that; what fails, fails again."""
    met: set[Goal | Matters] = set()
    for goal in reversed(maker.goals):
        if goal in met or (question, goal) in tried:
            continue
        filling = maker.plan_for(goal)
        if filling is None:
            tried.add((question, goal))
        else:
            met.update(filling.goals)
            yield filling


class _Maker:
    """Makes plans for the goals of one question."""

    def __init__(self, law: Law, written: Written, ground: Ground, missing: Missing) -> None:
        self._law, self._written, self._ground, self._missing = law, written, ground, missing
        self._case = ground.laid.case
        self._question = law.book.questions[ground.stage.question]
        speakers = {provision.name for provision in ground.laid.resolution.speakers}
        self.goals = [
            goal
            for goal in missing
            if (goal.provision in speakers if isinstance(goal, Matters) else goal in ground.regions)
        ]

    def plan_for(self, goal: Goal | Matters) -> Filling | None:
        """Make a plan in which a goal is reached, and as many of the others with it as go together."""
        try:
            if self._case.effort is not None:
                self._case.effort.renew()
            alone = near(self._ground.laid, goal) if isinstance(goal, Matters) else self._ground.regions[goal]
            regions = (self._together(alone), alone)
        except TooManyBoxesError:
            return None
        for region in dict.fromkeys(regions):
            for here in (region, tuple(tuple(mask & -mask for mask in box) for box in region)):
                found = self._plan_in(goal, here)
                if found is not None:
                    return found
        return None

    def _together(self, region: Region) -> Region:
        for other in self.goals:
            if not isinstance(other, Matters):
                both = self._case.both(region, self._ground.regions[other])
                if both and self._case.happens(both):
                    region = join(both)
        return region

    def _plan_in(self, goal: Goal | Matters, region: Region) -> Filling | None:
        try:
            for made in islice(witnesses(self._case, region, self._question.list), MOST_TRIED):
                if self._law.impossible(made.facts):
                    continue
                laid = self._ground.stage.plan(made.facts, made.subject, Effort(MOST_OF_PLAN))
                goals = self._reached(laid)
                if goal in goals:
                    words = tuple(dict.fromkeys(outcome.word for outcome in sorted(laid.judgement.outcomes)))
                    return Filling(self._question.name, made.facts, made.subject, tuple(goals), words)
        except TooManyBoxesError:
            pass
        return None

    def _reached(self, laid: Laid) -> frozenset[Goal | Matters]:
        return reached(laid, self._written) | frozenset(mattering(laid, ()))
