"""The timeline of a question in words: dates, texts, regions of cases with an example each, bars for a picture.

Takes a law and the name of a question; gives one record of plain data for every report. Changes nothing of what was
found.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from checker.answers.laid_out import Asked, LaidOut
from checker.answers.stating import Wanted, state, unstated
from checker.findings import Regions, say
from checker.logic import Law, Resolution
from checker.logic.area import Area
from checker.logic.axis import Axis
from checker.logic.decisions import Held
from checker.logic.differences import Difference
from checker.logic.effort import TooManyBoxesError
from checker.logic.horizon import over_all_cases
from checker.regions import restrict
from checker.regions.joining import join
from checker.rulebook.days import write_day
from checker.rulebook.literals import write_scalar
from checker.rulebook.model import MINUTES_A_DAY, Provision, is_moment
from checker.uses.timelines import (
    Changed,
    Line,
    QuestionTimeline,
    Share,
    TextChange,
    Turn,
    provisions_on,
    shares_of,
    timeline_of,
)

A_YEAR = 365
"""Where a rulebook does not say since when it covers the law, or until when, so many days beside a change are told."""

SILENT = ("gap", "known-gap")
OPENS, CLOSES = "opens", "closes"


class Stretch(Struct, frozen=True):
    """The time that is looked at, as ordinals, both ends included; None: as far as the rulebook covers."""

    since: int | None = None
    until: int | None = None

    def holds(self, day: int) -> bool:
        """Tell whether a day lies in it."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class ToldChange(Struct, frozen=True):
    """Cases that are decided otherwise, in words; `gap`: a gap `opens` or `closes` with it.

    The examples are dated after the change; where the question is not asked any more then, before it (`is_before`).
    """

    before: Held
    after: Held
    direction: str
    gap: str | None
    before_by: tuple[str, ...]
    after_by: tuple[str, ...]
    regions: Regions
    is_before: bool = False


class ToldTurn(Struct, frozen=True):
    """A date, written, and as the ordinal of its day; without changes nothing is decided otherwise.

    `is_first`: there are cases that cannot be before; `is_last`: there are cases that cannot be any more.
    """

    date: str
    day: int
    texts: tuple[TextChange, ...]
    changes: tuple[ToldChange, ...]
    is_first: bool = False
    is_last: bool = False


class Bar(Struct, frozen=True):
    """How long a document speaks on the question: ordinals, the first of them included, the last not; None: no end.

    From `since` until `certain` its beginning is in doubt; the two are one where it is not. `binding`: it is no mere
    practice.
    """

    document: str
    title: str | None
    rank: int | None
    rank_name: str | None
    since: int
    certain: int
    until: int | None
    binding: bool


class Part(Struct, frozen=True):
    """What is decided from a day on until the next: for each verdict word how many of the kinds of cases get it."""

    day: int
    shares: tuple[Share, ...]


class ToldLine(Struct, frozen=True):
    """The turns by one governing date, `fact`, where those of `absent` are absent; the first and last day told of."""

    fact: str
    absent: tuple[str, ...]
    first: int
    last: int
    turns: tuple[ToldTurn, ...]
    bars: tuple[Bar, ...]
    parts: tuple[Part, ...] = ()


class ToldTimeline(Struct, frozen=True):
    """The timeline of one question; `given_up`: it was not worked out, since it takes too much."""

    question: str
    title: str | None
    lines: tuple[ToldLine, ...]
    given_up: bool = False


class Summary(Struct, frozen=True):
    """On how many dates a question is decided otherwise, by whichever governing date, and the first and last of them.

    The number is None where that takes too much.
    """

    question: str
    title: str | None
    number: int | None
    first: str | None = None
    last: str | None = None


_ALWAYS = Stretch()
_FEW = Wanted()


def tell_timeline(
    law: Law, question: str, wanted: Wanted = _FEW, stretch: Stretch = _ALWAYS, *, shared: bool = False
) -> ToldTimeline:
    """Work out the timeline of a question, and put it into words; `shared`: say what part of the cases gets what."""
    return timeline_told(LaidOut(law, Asked(question)), wanted, stretch, shared=shared)


def timeline_told(cases: LaidOut, wanted: Wanted, stretch: Stretch = _ALWAYS, *, shared: bool) -> ToldTimeline:
    """Put the timeline of a question that is laid out into words."""
    law, question = cases.law, cases.asked.question
    title = law.book.questions[question].title
    try:
        timeline = timeline_of(law, cases.begun())
    except TooManyBoxesError:
        return ToldTimeline(question, title, (), given_up=True)
    teller = _Teller(law, timeline, wanted, stretch, shared=shared)
    return ToldTimeline(question, title, tuple(teller.lines()))


def tell_summaries(law: Law, stretch: Stretch = _ALWAYS) -> Iterator[Summary]:
    """Go through the questions with the number of dates on which each is decided otherwise."""
    for name, question in law.book.questions.items():
        try:
            timeline = timeline_of(law, over_all_cases(law, name))
        except TooManyBoxesError:
            yield Summary(name, question.title, None)
            continue
        turns = ((line.axis, turn) for line in timeline.lines for turn in line.turns if turn.changes)
        days = {_day(axis, turn.date): _written(axis, turn.date) for axis, turn in turns}
        held = sorted(day for day in days if stretch.holds(day))
        ends = (days[held[0]], days[held[-1]]) if held else (None, None)
        yield Summary(name, question.title, len(held), *ends)


def changed_area(law: Law, resolution: Resolution, axis: Axis, turn: Turn, difference: Difference) -> Area:
    """Return what changed with a turn, among what is asked of the same class of days: its boxes say nothing of the day.

    The class is that of the turn, or where the cases are not asked about any more the one before it. Raises
    TooManyBoxesError.
    """
    day, held, region = turn.day, difference.after, difference.region
    if is_before(difference):
        day, held = turn.day - 1, difference.before
        region = join(restrict(axis.on(region, turn.day), axis.place, 1 << day))
    here = restrict(axis.dated(resolution.asked), axis.place, 1 << day)
    asked = Resolution(law.book, resolution.question, law.precedence, resolution.case, resolution.links, here)
    words = _words(held)
    # With a remark of its own an area is told without what comes closest to answering it.
    word = words[0] if len(words) == 1 else None
    return Area(asked, resolution.case.both(region, here), word, remarks=_OWN)


def is_before(difference: Difference) -> bool:
    """Tell whether cases are not asked about any more, so that only the time before can be told of."""
    return _words(difference.after) == ("not-applicable",)


class _Teller:
    """Puts the lines of one timeline into words."""

    def __init__(self, law: Law, timeline: QuestionTimeline, wanted: Wanted, stretch: Stretch, *, shared: bool) -> None:
        self._law, self._timeline = law, timeline
        self._wanted, self._stretch, self._shared = wanted, stretch, shared

    def lines(self) -> Iterator[ToldLine]:
        before: list[str] = []
        for line in self._timeline.lines:
            axis = line.axis
            yield ToldLine(
                fact=axis.fact.label,
                absent=tuple(before),
                first=self._first(line),
                last=self._last(line),
                turns=tuple(
                    self._turn(axis, turn) for turn in line.turns if self._stretch.holds(_day(axis, turn.date))
                ),
                bars=tuple(self._bars(line)),
                parts=tuple(self._parts(line)) if self._shared else (),
            )
            before.append(axis.fact.label)

    def _first(self, line: Line) -> int:
        known = [day for day in (self._law.book.header.covers_from, self._stretch.since) if day is not None]
        return max(known) if known else max(min(self._days(line)) - A_YEAR, date.min.toordinal())

    def _last(self, line: Line) -> int:
        known = [day for day in (self._law.book.header.reviewed_until, self._stretch.until) if day is not None]
        return min(known) if known else min(max(self._days(line)) + A_YEAR, date.max.toordinal())

    def _days(self, line: Line) -> list[int]:
        """List the days on which anything happens, and those on which a document on the question comes."""
        speaking = provisions_on(self._law, self._timeline.resolution, line.axis)
        begun = [self._law.timeline.days(provision)[0] for provision in speaking]
        known = [self._law.book.header.covers_from, self._law.book.header.reviewed_until]
        turns = [_day(line.axis, turn.date) for turn in line.turns]
        return [*turns, *begun, *(day for day in known if day is not None)] or [date.min.toordinal()]

    def _turn(self, axis: Axis, turn: Turn) -> ToldTurn:
        changes = (self._change(axis, turn, changed) for changed in turn.changes)
        ordered = sorted(changes, key=lambda each: (each.before, each.after))
        written, day = _written(axis, turn.date), _day(axis, turn.date)
        return ToldTurn(written, day, turn.texts, tuple(ordered), turn.is_first, turn.is_last)

    def _change(self, axis: Axis, turn: Turn, changed: Changed) -> ToldChange:
        difference = changed.difference
        return ToldChange(
            before=difference.before,
            after=difference.after,
            direction=difference.direction,
            gap=_gap(difference.before, difference.after),
            before_by=changed.before_by,
            after_by=changed.after_by,
            regions=self._stated(axis, turn, difference),
            is_before=is_before(difference),
        )

    def _stated(self, axis: Axis, turn: Turn, difference: Difference) -> Regions:
        self._go_on()
        try:
            area = changed_area(self._law, self._timeline.resolution, axis, turn, difference)
        except TooManyBoxesError:
            return unstated(Area(self._timeline.resolution, ()), "boxes")
        return _without_own(state(self._law, area, self._wanted))

    def _bars(self, line: Line) -> Iterator[Bar]:
        provisions = provisions_on(self._law, self._timeline.resolution, line.axis)
        by: dict[str, list[Provision]] = {}
        for provision in provisions:
            by.setdefault(self._law.timeline.wording(provision).name, []).append(provision)
        bars = [self._bar(name, own) for name, own in by.items()]
        first, last = self._first(line), self._last(line)
        shown = [bar for bar in bars if bar.since <= last and (bar.until is None or bar.until > first)]
        yield from sorted(shown, key=lambda bar: (bar.rank is None, bar.rank or 0, bar.since, bar.document))

    def _bar(self, name: str, provisions: list[Provision]) -> Bar:
        document = self._law.book.documents[name]
        days = [self._law.timeline.days(provision) for provision in provisions]
        since = min(begin for begin, _ in days)
        ends = [end for _, end in days]
        until = None if None in ends else max(end for end in ends if end is not None)
        certain = max(since, document.in_force_latest or since)
        return Bar(name, document.title, document.rank, document.rank_name, since, certain, until, document.binding)

    def _parts(self, line: Line) -> Iterator[Part]:
        """Go through what share gets what, where that changes; none where it takes too much to count."""
        self._go_on()
        first, shown = self._first(line), None
        try:
            counted = list(shares_of(self._timeline, line))
        except TooManyBoxesError:
            return
        for day, shares in counted:
            if shares != shown:
                yield Part(max(first, _day(line.axis, line.axis.first_date(day))), shares)
            shown = shares

    def _go_on(self) -> None:
        """Begin another search: what one thing takes is not taken from the next."""
        if (effort := self._timeline.resolution.case.effort) is not None:
            effort.renew()


_OWN = (say("decided otherwise"),)


def _without_own(regions: Regions) -> Regions:
    shown = (replace(each, remarks=tuple(r for r in each.remarks if r not in _OWN)) for each in regions.shown)
    return replace(regions, shown=tuple(shown))


def _gap(before: Held, after: Held) -> str | None:
    was, now = (all(word in SILENT for word in _words(held)) for held in (before, after))
    if was == now:
        return None
    return OPENS if now else CLOSES


def _words(held: Held) -> tuple[str, ...]:
    return tuple(dict.fromkeys(decision.word for decision in held))


def _day(axis: Axis, moment: int) -> int:
    return moment // MINUTES_A_DAY if is_moment(axis.fact.type) else moment


def _written(axis: Axis, moment: int) -> str:
    """Write the date of a turn: as a day, or where it lies within one, with its time."""
    if is_moment(axis.fact.type) and moment % MINUTES_A_DAY == 0:
        return write_day(moment // MINUTES_A_DAY)
    return write_scalar(axis.fact.type, moment)
