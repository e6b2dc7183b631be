"""Regions of cases in words: what a search found as sets is stated as boxes a reader can follow.

Takes areas (see `logic.area`), gives records of plain data for every report. Boxes are maximal within what is asked:
none can grow in any fact without holding a case the finding is not about. What is not asked is of no matter, so a box
says nothing of it. Changes nothing of what was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, reduce
from itertools import islice
from operator import and_, or_

from msgspec import Struct

from checker.findings import Constants, Limit, Message, Regions, StatedRegion, Witness, say
from checker.logic import Law, Subject
from checker.logic.area import Area
from checker.logic.case import Case
from checker.logic.constants import constants_of
from checker.logic.fields import Unlisted, Virtual
from checker.logic.limits import FactLimit, Limits
from checker.logic.lowering import SAME
from checker.logic.windows import BAND
from checker.logic.witness import Made, witnesses
from checker.plan.write import write_plan
from checker.regions import Box, Region, volume
from checker.regions.cover import CAPS, Caps, Cover, cover
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import Condition, Deontic, Facts, Members, Some, Test
from checker.uses.closest import Closest, find_closest

MOST_SHOWN = 5
"""So many boxes of a finding are shown when nobody asks for more."""

MOST_TRIED = 4
"""So many plans of a box are tried until one gets the verdict it should."""

MOST_EDGES = 3
LONGEST_TITLE = 100


class Wanted(Struct, frozen=True):
    """How much is stated: at most so many boxes of an area (None: all), and whether `constants` are."""

    most: int | None = MOST_SHOWN
    constants: bool = False
    caps: Caps = CAPS


def state(law: Law, area: Area, wanted: Wanted) -> Regions:
    """State an area: its boxes, or those of the rest where fewer say it, how many cases, an example of each."""
    return _Statement(law, area, wanted).regions()


class _Statement:
    """States one area."""

    def __init__(self, law: Law, area: Area, wanted: Wanted) -> None:
        self._law, self._area, self._wanted = law, area, wanted
        self._resolution = area.resolution
        self._case: Case = area.resolution.case
        self._limits = Limits(law.book, self._case)

    def regions(self) -> Regions:
        cover = self._cover
        contrary = self._contrary_cover
        shown = cover.boxes if contrary is None else contrary.boxes
        stated = shown if self._wanted.most is None else shown[: self._wanted.most]
        count = self._cases(self._area.region)
        return Regions(
            question=self._resolution.question.question.name,
            shown=tuple(self._stated(box, contrary=contrary is not None) for box in stated),
            total=len(shown) if (contrary or cover).complete else None,
            cases=count,
            of=self._cases(self._resolution.asked),
            contrary=contrary is not None,
            share=self._share(stated, contrary is not None),
            constants=tuple(self._constants()) if self._wanted.constants else (),
            example=None if contrary is None else self._stated(cover.boxes[0], contrary=False),
        )

    @cached_property
    def _blockers(self) -> Region:
        if self._area.blockers:
            return self._case.either(region for _, region in self._area.blockers)
        return self._case.without(self._resolution.asked, self._area.region)

    @cached_property
    def _cover(self) -> Cover:
        return self._covering(self._area.region, self._blockers)

    @cached_property
    def _contrary_cover(self) -> Cover | None:
        """Cover the rest instead, where that is allowed, exact, and takes fewer boxes."""
        if not self._area.contrary or len(self._cover.boxes) < 2:
            return None
        rest = self._covering(self._blockers, self._area.region)
        return rest if rest.complete and 0 < len(rest.boxes) < len(self._cover.boxes) else None

    def _covering(self, region: Region, blockers: Region) -> Cover:
        case = self._case
        return cover(
            case.space,
            region,
            blockers,
            caps=self._wanted.caps,
            keep=(lambda box: case.happens((box,))) if case.hangs_together else None,
        )

    def _stated(self, box: Box, *, contrary: bool) -> StatedRegion:
        here = self._case.both((box,), self._resolution.asked)
        occurring = tuple(map(and_, box, (reduce(or_, column) for column in zip(*here, strict=True))))
        limits = self._simplest(box, occurring)
        begun = [limit for limit in limits if self._case.field(limit.dimension).key[0] == BAND]
        return StatedRegion(
            limits=tuple(
                Limit(limit.label, _within(limit.condition), self._edges(box, limit.dimension, contrary))
                for limit in limits
                if limit not in begun
            ),
            cases=self._cases(here),
            witness=None if contrary else self._witness(here, limits),
            remarks=(
                *(_begun(limit) for limit in begun),
                *(() if contrary else (*self._area.remarks, *self._closest(occurring))),
            ),
            constants=constants_of(self._case, self._limits, box),
        )

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
        wider = (*box[:dimension], self._case.space.full[dimension], *box[dimension + 1 :])
        met = (name for name, region in self._area.blockers if name and self._case.meets((wider,), region))
        return tuple(islice(dict.fromkeys(met), MOST_EDGES))

    def _witness(self, region: Region, limits: tuple[FactLimit, ...]) -> Witness | None:
        """Make an example, and ask for its verdict as anybody would."""
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
        judgement = self._law.judgement(name, facts, subject)
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
                "letting `{provision}` apply where `{condition}` would close it, and opens no conflict",
                provision=name,
                condition=here,
            )

    def _words(self, box: Box, dimensions: tuple[int, ...]) -> str:
        full = self._case.space.full
        only = tuple(mask if n in dimensions else full[n] for n, mask in enumerate(box))
        return " and ".join(condition_words(limit.condition) for limit in self._limits.of(only))

    @cached_property
    def _weights(self) -> tuple[tuple[int, ...], ...] | None:
        """Count the values of each class; None where they are not finitely many, or facts hang together."""
        weights: list[tuple[int, ...]] = []
        for number in self._case.dimensions:
            field = self._case.field(number)
            if field.addends or (field.key[0].startswith("~") and field.key[0] != SAME):
                return None
            if any(isinstance(atom, Virtual | Unlisted) for atom in field.atoms):
                return None
            if field.key[0] == SAME:
                weights.append((1, 0))
            else:
                extents = self._case.classes(number).extents
                weights.append(tuple(len(e.atoms) + sum(b - a + 1 for a, b in e.runs) for e in extents))
        return tuple(weights)

    def _cases(self, region: Region) -> int | None:
        if self._weights is None:
            return None
        return volume(self._case.space, self._plain(region), self._weights)

    def _plain(self, region: Region) -> Region:
        """Say what a region holds by values alone: what two facts are follows from whether they are the same."""
        full = self._case.space.full
        compared = [n for n in self._case.dimensions if self._case.field(n).key[0] == SAME]
        boxes = self._case.spelled_out(_decided(region, compared, full))
        return tuple(tuple(full[n] if n in compared else mask for n, mask in enumerate(box)) for box in boxes)

    def _share(self, boxes: tuple[Box, ...], contrary: bool) -> int:
        region = self._blockers if contrary else self._area.region
        if len(boxes) == len((self._contrary_cover or self._cover).boxes):
            return 100
        shown = self._case.both(boxes, region)
        weights = self._weights
        whole = volume(self._case.space, region, weights)
        return 100 * volume(self._case.space, shown, weights) // whole if whole else 100

    def _constants(self) -> Iterator[Constants]:
        """Go through boxes that hold the area's cases and nothing else, not even what is not asked."""
        outside = self._case.without((self._case.space.full,), self._area.region)
        found = self._covering(self._area.region, outside)
        for box in found.boxes if found.complete else self._area.region:
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


def _decided(region: Region, compared: list[int], full: Box) -> Region:
    """Divide boxes that leave open whether two facts are the same."""
    for number in compared:
        region = tuple(
            (*box[:number], mask, *box[number + 1 :])
            for box in region
            for mask in ((1, 2) if box[number] == full[number] else (box[number],))
        )
    return region


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
