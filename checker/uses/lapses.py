"""Where a question is answered at one time and not at another (G102): holes, what has expired, what is not yet there.

Takes a law and its questions over all cases; gives one finding for each question and kind, its cases divided by the
text that left and the text that came. A question that is `partial` may only have holes, one whose silence has a
meaning none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from itertools import chain

from msgspec import Struct

from checker.findings import Finding, Message, Related, Severity, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.axis import Axis, axes
from checker.logic.changes import Change, coming, leaving
from checker.logic.horizon import Maps
from checker.logic.lapsing import Lapse, lapses
from checker.logic.searching import each_question
from checker.logic.silence import answering
from checker.regions import Region
from checker.regions.joining import join
from checker.rulebook.model import Facts, Provision, Question

HOLE, EXPIRED, NOT_YET = "hole", "expired", "not yet"
_WEIGHTS = {HOLE: Severity.ERROR, EXPIRED: Severity.WARNING, NOT_YET: Severity.INFO}
_Changed = Callable[[Law, Axis, Provision, int], Change]


class Part(Struct, frozen=True):
    """Cases of which the same is to be said: what changed before them and after them, and whose doing it was."""

    region: Region
    changes: tuple[Change, ...]
    provisions: frozenset[str]


def find_temporal_gaps(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the questions that have no answer on some days and one on others, all other facts being equal."""
    if law.impossible(Facts({}, {})):
        return
    yield from each_question(law, maps, "G102", partial(_temporal_gaps, law, maps))


def _temporal_gaps(law: Law, maps: Maps, question: Question) -> Iterator[Found]:
    if question.silence is None:
        resolution = maps(question.name)
        division = Division(law, resolution)
        parts: dict[str, list[Part]] = {}
        for axis in axes(resolution):
            for lapse in lapses(law.book, resolution, axis):
                if lapse.region and (question.total or kind_of(lapse) == HOLE):
                    parts.setdefault(kind_of(lapse), []).extend(division.parts(axis, lapse))
        yield from (_found(resolution, kind, parts[kind]) for kind in _WEIGHTS if kind in parts)


def temporal_gaps(law: Law, resolution: Resolution) -> dict[str, Region]:
    """Return the gaps in which there is an answer on other days: before and after them, only before, only after."""
    found = [lapse for axis in axes(resolution) for lapse in lapses(law.book, resolution, axis)]
    return {kind: tuple(b for lapse in found if kind_of(lapse) == kind for b in lapse.region) for kind in _WEIGHTS}


def kind_of(lapse: Lapse) -> str:
    """Name the kind of a temporal gap."""
    if lapse.since is None:
        return NOT_YET
    return EXPIRED if lapse.until is None else HOLE


class Division:
    """Divides the temporal gaps of one question by what left before them and what came after them."""

    def __init__(self, law: Law, resolution: Resolution) -> None:
        self._law = law
        self._case = resolution.case
        self._resolution = resolution

    @cached_property
    def _speakers(self) -> dict[str, Region]:
        return answering(self._law.book, self._resolution)

    def parts(self, axis: Axis, lapse: Lapse) -> list[Part]:
        """Divide the cases of one stretch of time."""
        parts = [Part(lapse.region, (), frozenset())]
        if lapse.since is not None:
            parts = [p for part in parts for p in self._split(axis, part, leaving, lapse.since - 1, lapse.since)]
        if lapse.until is not None:
            parts = [p for part in parts for p in self._split(axis, part, coming, lapse.until, lapse.until - 1)]
        return parts

    def _split(self, axis: Axis, part: Part, changed: _Changed, spoken: int, silent: int) -> list[Part]:
        """Divide cases by who answers them in one class of days, when in the one beside it there is no answer."""
        case = self._case
        changes: dict[Change, dict[str, Region]] = {}
        for name, region in self._speakers.items():
            if there := case.both(part.region, axis.turning(axis.dated(region), spoken, silent)):
                change = changed(self._law, axis, self._law.book.provisions[name], max(spoken, silent))
                changes.setdefault(change, {})[name] = there
        if len(changes) == 1:
            return [Part(part.region, (*part.changes, *changes), part.provisions | set(*changes.values()))]
        parts = [part]
        for change, regions in changes.items():
            there = case.either(regions.values())
            with_it = [
                Part(case.both(p.region, there), (*p.changes, change), p.provisions | set(regions)) for p in parts
            ]
            without = [Part(case.without(p.region, there), p.changes, p.provisions) for p in parts]
            parts = [p for p in (*with_it, *without) if p.region]
        return parts


def _found(resolution: Resolution, kind: str, parts: list[Part]) -> Found:
    """Make the finding of one kind: an area for each way in which texts left and came."""
    areas: dict[tuple[Message, ...], list[Region]] = {}
    for part in parts:
        areas.setdefault(tuple(change.remark for change in part.changes), []).append(part.region)
    shown = (
        Area(resolution, join(tuple(chain.from_iterable(regions))), "gap", remarks=remarks)
        for remarks, regions in areas.items()
    )
    related = tuple(dict.fromkeys(place for part in parts for change in part.changes for place in change.related))
    provisions = sorted(frozenset().union(*(part.provisions for part in parts)))
    # What a young law does not say yet is a gap as well; that it will be answered later is told to whoever asks.
    found = _finding(resolution.question.question, kind, related, provisions)
    return Found(found, tuple(shown), on_request=kind == "not yet")


def _finding(question: Question, kind: str, related: tuple[Related, ...], provisions: list[str]) -> Finding:
    name = question.name
    message = {
        HOLE: say("for a time `{question}` has no answer in cases in which it has one before and after", question=name),
        EXPIRED: say("`{question}` has no answer any more in cases in which it had one", question=name),
        NOT_YET: say("`{question}` has no answer yet in cases in which it has one later", question=name),
    }[kind]
    advice = say(
        "add the text that holds at that time, or put the silence on record with "
        '`known gap NAME in {question} when … because "…"`',
        question=name,
    )
    concerns = (name, *provisions)
    return Finding("G102", message, question.span, None, advice, related, (), concerns, _WEIGHTS[kind])
