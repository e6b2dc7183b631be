"""The timeline of a question: on which dates other things are decided, what changed there, and which texts did it.

Takes a law and a question over all cases; gives each of its governing dates apart, and for each of these the dates on
which cases that are equal in all else are decided otherwise, or a text on the question came or left. Only what the
rulebook covers is looked at. Must not know how that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec import Struct

from checker.findings import Span
from checker.logic import Law, Resolution
from checker.logic.axis import Axis, axes
from checker.logic.dated import Dating, class_of
from checker.logic.differences import Difference
from checker.logic.ends import find_ends
from checker.logic.question import gather
from checker.logic.silence import answering
from checker.regions import cylinder, restrict
from checker.rulebook.model import MINUTES_A_DAY, Provision, is_moment

CAME, BAND, BEGUN, LEFT, BEGINS, ENDS = "came", "band", "begun", "left", "begins", "ends"


class TextChange(Struct, frozen=True):
    """A text that came or left on a date, with the provisions on the question that did so with it.

    `form`: `came`; of a text whose beginning is known only as a band `band` on its first day and `begun` on the day by
    which it had begun; `left`; `begins` and `ends` for provisions that apply from or until then by dates of their own,
    though their text was there. `how` a text left is `repeal`, `wording`, `document` or `provision`, whichever states
    it, and `by` what ended it. `other` is the other day of a band.
    """

    form: str
    document: str
    provisions: tuple[str, ...]
    span: Span
    how: str | None = None
    by: str | None = None
    other: int | None = None


class Changed(Struct, frozen=True):
    """Cases that are decided otherwise, and the provisions that answered them before and after."""

    difference: Difference
    before_by: tuple[str, ...]
    after_by: tuple[str, ...]


class Share(Struct, frozen=True):
    """How many kinds of cases get a verdict."""

    word: str
    number: int


class Turn(Struct, frozen=True):
    """What happens with the class of days `day`, whose first date is `date`; without changes nothing is decided anew.

    `is_first` says that there are cases that cannot be before, `is_last` that there are cases that cannot be any more:
    these have nothing to be compared with.
    """

    day: int
    date: int
    texts: tuple[TextChange, ...]
    changes: tuple[Changed, ...]
    is_first: bool = False
    is_last: bool = False


@dataclass(frozen=True, eq=False)
class Line:
    """One governing date of a question with its turns, in their order; `first` and `last` are the classes covered."""

    axis: Axis
    first: int
    last: int
    turns: tuple[Turn, ...]


@dataclass(frozen=True, eq=False)
class QuestionTimeline:
    """The lines of a question, one for each governing date that any case has; none where no day makes a difference."""

    question: str
    resolution: Resolution
    dating: Dating
    lines: tuple[Line, ...]


def timeline_of(law: Law, resolution: Resolution) -> QuestionTimeline:
    """Find on which dates a question is decided otherwise; raises TooManyBoxesError."""
    finder = _Finder(law, resolution)
    asked = ((axis, axis.dated(resolution.asked)) for axis in axes(resolution))
    lines = tuple(finder.line(axis) for axis, here in asked if resolution.case.happens(here))
    return QuestionTimeline(resolution.question.question.name, resolution, finder.dating, lines)


def shares_of(timeline: QuestionTimeline, line: Line) -> Iterator[tuple[int, tuple[Share, ...]]]:
    """Go through the classes of days of a line, with what share of the cases that are asked gets what.

    Counted are the kinds of cases that the rules tell apart. Raises TooManyBoxesError.
    """
    case, axis = timeline.resolution.case, line.axis
    for day in range(line.first, line.last + 1):
        counted: dict[str, int] = {}
        for held, region in timeline.dating.decided.items():
            words = {decision.word for decision in held}
            here = case.size(restrict(axis.dated(region), axis.place, 1 << day))
            if here and words != {"not-applicable"}:
                word = words.pop() if len(words) == 1 else "open"
                counted[word] = counted.get(word, 0) + here
        yield day, tuple(Share(word, counted[word]) for word in sorted(counted))


def provisions_on(law: Law, resolution: Resolution, axis: Axis) -> tuple[Provision, ...]:
    """Return the provisions that bear on a question, or on one it tests, whose date is that of the axis."""
    layers, _ = gather(law.timeline, resolution.question.question.name, apart=True)
    names = {name for each in layers if axis.fact in each.question.governed_by for name in each.existing}
    return tuple(provision for name, provision in law.book.provisions.items() if name in names)


class _Finder:
    """Finds the turns of one question."""

    def __init__(self, law: Law, resolution: Resolution) -> None:
        self._law = law
        self._resolution = resolution
        self.dating = Dating(law, resolution)
        self._speakers = answering(law.book, resolution)

    def line(self, axis: Axis) -> Line:
        """Find the turns of one governing date."""
        header = self._law.book.header
        first = 0 if header.covers_from is None else class_of(axis, header.covers_from)
        last = axis.count - 1 if header.reviewed_until is None else class_of(axis, header.reviewed_until)
        provisions = provisions_on(self._law, self._resolution, axis)
        turns = (self._turn(axis, day, provisions) for day in range(first + 1, last + 1))
        told = (turn for turn in turns if turn.texts or turn.changes or turn.is_first or turn.is_last)
        return Line(axis, first, last, tuple(told))

    def _turn(self, axis: Axis, day: int, provisions: tuple[Provision, ...]) -> Turn:
        if (effort := self._resolution.case.effort) is not None:
            effort.renew()
        changes = tuple(self._changed(axis, each, day) for each in self.dating.between(axis, day - 1, day))
        date = axis.first_date(day)
        texts = [*self._texts(provisions, _whole_day(axis, date))]
        moved = {name for text in texts for name in text.provisions}
        texts.extend(self._by_themselves(axis, day, changes, moved))
        news = (self._is_without(axis, day, day - 1), self._is_without(axis, day - 1, day))
        return Turn(day, date, _grouped(texts), changes, *news)

    def _is_without(self, axis: Axis, day: int, other: int) -> bool:
        """Tell whether the question is asked of cases of a class of days that cannot be on another one."""
        case = self._resolution.case
        asked, possible = (axis.dated(region) for region in (self._resolution.asked, case.possible))
        here = restrict(axis.dated(asked), axis.place, 1 << day)
        return case.happens(case.without(here, axis.on(possible, other)))

    def _changed(self, axis: Axis, difference: Difference, day: int) -> Changed:
        case = self._resolution.case
        before: list[str] = []
        after: list[str] = []
        for name, region in self._speakers.items():
            dated = axis.dated(region)
            if case.meets(difference.region, axis.on(dated, day - 1)):
                before.append(name)
            if case.meets(difference.region, dated):
                after.append(name)
        return Changed(difference, tuple(before), tuple(after))

    def _texts(self, provisions: Iterable[Provision], date: int) -> Iterator[TextChange]:
        """Go through what came and left on a day, provision by provision."""
        for provision in provisions:
            for end in find_ends(self._law, provision, date):
                yield TextChange(LEFT, end.document, (provision.name,), end.span, end.form, end.by)
            text = self._law.timeline.wording(provision)
            start = max(text.in_force, provision.since or text.in_force)
            latest = max(text.in_force_latest or start, start)
            if date == start == latest:
                yield TextChange(CAME, text.name, (provision.name,), text.span)
            elif date == start:
                yield TextChange(BAND, text.name, (provision.name,), text.span, other=latest)
            elif date == latest:
                yield TextChange(BEGUN, text.name, (provision.name,), text.span, other=start)

    def _by_themselves(self, axis: Axis, day: int, changes: Iterable[Changed], moved: set[str]) -> Iterator[TextChange]:
        """Go through the provisions that answer otherwise by dates of their own, or of what they look up."""
        book = self._law.book
        for form, names in ((ENDS, _only(changes, before=True)), (BEGINS, _only(changes, before=False))):
            for name in sorted(names - moved):
                provision = book.provisions[name]
                since, until = (day - 1, day) if form == ENDS else (day, day - 1)
                if self._applies_only(axis, name, since, until):
                    document = self._law.timeline.wording(provision).name
                    yield TextChange(form, document, (name,), provision.span)

    def _applies_only(self, axis: Axis, name: str, day: int, other: int) -> bool:
        """Tell whether a provision by itself speaks of cases of a class of days that it leaves alone on another one."""
        case, resolution = self._resolution.case, self._resolution
        network, question = resolution.question.network, resolution.question.question.name
        said = [resolution.unit("claim", name, question, str(c.number)) for c in network.claims[name, question]]
        said += [resolution.unit("power", name, str(p.number)) for p in network.powers if p.provision == name]
        own = case.both(case.either(said), resolution.unit("document", name))
        for number in range(len(self._law.book.provisions[name].conjuncts)):
            own = case.both(own, resolution.unit("part", name, str(number)))
        there = cylinder(case.space, restrict(own, axis.place, 1 << other), axis.place)
        here = case.both(restrict(own, axis.place, 1 << day), resolution.asked)
        return case.happens(case.without(here, there))


def _only(changes: Iterable[Changed], *, before: bool) -> set[str]:
    """Return who answers changed cases before and not after, or after and not before."""
    pairs = [(set(each.before_by), set(each.after_by)) for each in changes]
    return {name for was, now in pairs for name in (was - now if before else now - was)}


def _grouped(texts: Iterable[TextChange]) -> tuple[TextChange, ...]:
    """Join what is to be said of several provisions alike; what leaves first, then by document."""
    groups: dict[tuple[str, str, str, str, int], list[TextChange]] = {}
    for each in texts:
        order = "0" if each.form in (LEFT, ENDS) else "1"
        key = (order, each.document, each.form, f"{each.how} {each.by}", each.other or 0)
        groups.setdefault(key, []).append(each)
    return tuple(_joined(groups[key]) for key in sorted(groups))


def _joined(texts: list[TextChange]) -> TextChange:
    first = texts[0]
    names = tuple(sorted({name for each in texts for name in each.provisions}))
    return TextChange(first.form, first.document, names, first.span, first.how, first.by, first.other)


def _whole_day(axis: Axis, date: int) -> int:
    """Return the ordinal of the day that begins with a date; of a time within a day one that no text begins on."""
    if not is_moment(axis.fact.type):
        return date
    return date // MINUTES_A_DAY if date % MINUTES_A_DAY == 0 else -1
