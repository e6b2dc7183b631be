"""Regions of cases in words: what a search found as sets is stated as boxes a reader can follow.

Takes areas (see `logic.area`), gives records of plain data for every report. Boxes are maximal within what is asked:
none can grow in any fact without holding a case the finding is not about. What is not asked is of no matter, so a box
says nothing of it. Changes nothing of what was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import islice
from operator import and_, or_

from msgspec import Struct

from checker.answers.covering import Covering
from checker.answers.speaking import in_question
from checker.findings import Constants, Limit, Message, Regions, StatedRegion, Witness, say
from checker.logic import Law, Subject
from checker.logic.area import Area
from checker.logic.case import Case
from checker.logic.constants import constants_of
from checker.logic.effort import Effort, TooManyBoxesError
from checker.logic.limits import FactLimit, Limits
from checker.logic.windows import BAND
from checker.logic.witness import Made, witnesses
from checker.plan.write import write_plan
from checker.regions import Box, Region, put
from checker.regions.cover import CAPS, Caps
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import All, Condition, Deontic, Facts, Members, Some, Test
from checker.uses.closest import Closest, find_closest

MOST_SHOWN = 5
"""So many boxes of a finding are shown when nobody asks for more."""

MOST_TRIED = 4
"""So many plans of a box are tried until one gets the verdict it should."""

MOST_OF_EXAMPLE = 5_000
"""So many boxes are looked at for the verdict on an example, else it is to say more."""

MOST_EDGES = 3
LONGEST_TITLE = 100


class Wanted(Struct, frozen=True):
    """How much is stated: at most so many boxes of an area (None: all), and whether `constants` are."""

    most: int | None = MOST_SHOWN
    constants: bool = False
    caps: Caps = CAPS


def state(law: Law, area: Area, wanted: Wanted) -> Regions:
    """State an area: its boxes, or those of the rest where fewer say it, how many cases, an example of each."""
    effort = area.resolution.case.effort
    if effort is not None:
        effort.renew()
    try:
        return _Statement(law, area, wanted).regions()
    except TooManyBoxesError:
        return unstated(area, "boxes")


def unstated(area: Area, bound: str) -> Regions:
    """State of an area only that its boxes were not worked out, and by which bound."""
    return Regions(area.resolution.question.question.name, (), None, share=None, bounds=(bound,))


class _Statement:
    """States one area."""

    def __init__(self, law: Law, area: Area, wanted: Wanted) -> None:
        self._law, self._area, self._wanted = law, area, wanted
        self._resolution = area.resolution
        self._case: Case = area.resolution.case
        self._limits = Limits(law.book, self._case)
        self._covering = Covering(area, wanted.caps, wanted.most)

    def regions(self) -> Regions:
        covering = self._covering
        shown, contrary = covering.shown, covering.is_contrary
        stated = shown if self._wanted.most is None else shown[: self._wanted.most]
        return Regions(
            question=self._resolution.question.question.name,
            shown=tuple(self._stated(box, contrary=contrary) for box in stated),
            total=len(shown) if covering.is_complete else None,
            cases=covering.all_cases,
            of=covering.cases(self._resolution.asked),
            contrary=contrary,
            share=covering.share(stated),
            constants=tuple(self._constants()) if self._wanted.constants else (),
            example=self._stated(covering.cover.boxes[0], contrary=False) if contrary else None,
            bounds=self._bounds(),
        )

    def _bounds(self) -> tuple[str, ...]:
        """Name the bounds that were met: the boxes are not all, or the constants no more than some of them."""
        if self._covering.is_complete and not (self._wanted.constants and self._covering.is_inexact):
            return ()
        return self._covering.cover.limits or ("boxes",)

    def _stated(self, box: Box, *, contrary: bool) -> StatedRegion:
        here = self._case.both((box,), self._resolution.asked)
        occurring = tuple(map(and_, box, (reduce(or_, column) for column in zip(*here, strict=True))))
        limits = self._simplest(box, occurring)
        begun = [limit for limit in limits if self._case.field(limit.dimension).key[0] == BAND]
        return StatedRegion(
            limits=tuple(
                Limit(
                    self._in_question(limit.label),
                    self._in_question(_within(limit.condition)),
                    self._edges(box, limit.dimension, contrary),
                )
                for limit in limits
                if limit not in begun
            ),
            cases=self._covering.cases(here),
            witness=None if contrary else self._witness(here, limits),
            remarks=(
                *(_begun(limit) for limit in begun),
                *(() if contrary else (*self._area.remarks, *self._closest(occurring))),
            ),
            constants=constants_of(self._case, self._limits, box),
        )

    def _in_question(self, words: str) -> str:
        return in_question(words, self._resolution.question.question, self._limits)

    def _simplest(self, box: Box, occurring: Box) -> tuple[FactLimit, ...]:
        """Say of each fact what takes fewest words: all its box admits, or only what occurs where it is asked."""
        lean = {limit.dimension: limit for limit in self._limits.of(occurring)}
        return tuple(
            min(limit, lean.get(limit.dimension, limit), key=lambda one: len(condition_words(one.condition)))
            for limit in self._limits.of(box)
        )

    def _edges(self, box: Box, dimension: int, contrary: bool) -> tuple[str, ...]:
        """Name the provisions that would be met if a box were wider in one fact."""
        if contrary:
            return ()
        wider = put(box, dimension, self._case.space.full[dimension])
        met = (name for name, region in self._area.blockers if name and self._case.meets((wider,), region))
        return tuple(islice(dict.fromkeys(met), MOST_EDGES))

    def _witness(self, region: Region, limits: tuple[FactLimit, ...]) -> Witness | None:
        """Make an example, and ask for its verdict as anybody would.

        Where an example says little, that may be too much to ask: then one is made that says more.
        """
        points = tuple(tuple(mask & -mask for mask in box) for box in region)
        for here in (region, points):
            try:
                return self._verified(here, limits)
            except TooManyBoxesError:
                continue
        return None

    def _verified(self, region: Region, limits: tuple[FactLimit, ...]) -> Witness | None:
        question = self._resolution.question.question
        best: Witness | None = None
        for made in islice(witnesses(self._case, region, question.list), MOST_TRIED):
            if self._law.impossible(made.facts):
                continue
            possible = self._verdicts(made.facts, made.subject)
            witness = Witness(self._written(made, limits), "" if made.subject.element is None else "case", possible)
            if self._area.word is None or possible == (self._area.word,):
                return witness
            if self._area.word in possible:
                best = best or witness
        return best

    def _verdicts(self, facts: Facts, subject: Subject) -> tuple[str, ...]:
        name = self._resolution.question.question.name
        judgement = self._law.judgement(name, facts, subject, Effort(MOST_OF_EXAMPLE))
        return tuple(dict.fromkeys(outcome.word for outcome in sorted(judgement.outcomes)))

    def _written(self, made: Made, limits: tuple[FactLimit, ...]) -> str:
        """Write a plan under a title that says what it is an example of."""
        name = self._resolution.question.question.name
        title = ", ".join((name, *(condition_words(limit.condition) for limit in limits)))
        return write_plan(
            self._law.book, title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…", made.facts
        )

    def _closest(self, box: Box) -> Iterator[Message]:
        """Say which provision comes closest to answering where the law is silent."""
        if self._area.word != "gap" or self._area.remarks:
            return
        for near in find_closest(self._law, self._resolution, box):
            yield from self._near(near, box)

    def _near(self, near: Closest, box: Box) -> Iterator[Message]:
        keeps = self._words(near.would, near.keeps_out)
        name, answer = near.claim.provision, _answering(near)
        if near.closes:
            yield say(
                "nearest: `{provision}` would {answer} if `{condition}`", provision=name, answer=answer, condition=keeps
            )
        else:
            yield say(
                "nearest: `{provision}` would {answer} in part if `{condition}`",
                provision=name,
                answer=answer,
                condition=keeps,
            )
        if not near.closes or len(near.keeps_out) > 1:
            return
        here = self._words(box, near.keeps_out)
        if near.clashes:
            against = near.clashes[0]
            yield say(
                "letting `{provision}` apply where `{condition}` would close it, and clash with `{other}`",
                provision=name,
                condition=here,
                other=against,
            )
        else:
            yield say(
                "letting `{provision}` apply where `{condition}` would close it, and open no conflict",
                provision=name,
                condition=here,
            )

    def _words(self, box: Box, dimensions: tuple[int, ...]) -> str:
        full = self._case.space.full
        only = tuple(mask if n in dimensions else full[n] for n, mask in enumerate(box))
        parts = tuple(limit.condition for limit in self._limits.of(only))
        return self._in_question(condition_words(parts[0] if len(parts) == 1 else All(parts)))

    def _constants(self) -> Iterator[Constants]:
        """Go through boxes that hold the area's cases and nothing else, not even what is not asked."""
        for box in self._covering.exact():
            yield from constants_of(self._case, self._limits, box)


def _within(condition: Condition) -> str:
    """Write a condition as one of several that are joined by `and`."""
    words = condition_words(condition)
    return f"({words})" if isinstance(condition, Some) and len(condition.parts) > 1 else words


def _begun(limit: FactLimit) -> Message:
    """Say of a text whose beginning is not known to the day that it had begun, or not."""
    condition = limit.condition
    if isinstance(condition, Test) and condition.values == Members(frozenset({"false"})):
        return say("as far as `{document}` had not begun, which is not known to the day", document=limit.label)
    return say("as far as `{document}` had begun, which is not known to the day", document=limit.label)


def _answering(near: Closest) -> Message:
    answer = near.claim.answer
    if not isinstance(answer, Deontic):
        return say("answer {value}", value=answer.value)
    return {
        "permitted": say("permit it"),
        "forbidden": say("forbid it"),
        "required": say("require it"),
        "not-required": say("exempt from it"),
    }[answer.word]
