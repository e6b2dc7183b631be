"""The two sides of a comparison: one question of two rulebooks, or of one rulebook on two days.

Takes laws; gives what is decided otherwise, each difference with its cases as either side sees them, and how a plan is
asked of either. Must not know how a difference is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from msgspec import structs

from checker.findings import Message
from checker.logic import Law, Subject
from checker.logic.axis import Axis, axes
from checker.logic.dated import Dating, class_of, is_one_class
from checker.logic.decisions import decided
from checker.logic.differences import Difference, differences
from checker.logic.horizon import over_all_cases
from checker.logic.versions import versions
from checker.regions import Region, restrict
from checker.regions.joining import join
from checker.rulebook.model import MINUTES_A_DAY, Element, Fact, Facts, is_moment
from checker.uses.responsible import Sight


@dataclass(frozen=True, eq=False)
class Pair:
    """The laws that are compared, `before` and `after`; with `days` it is one law, on two days (ordinals)."""

    before: Law
    after: Law
    days: tuple[int, int] | None = None


@dataclass(frozen=True, eq=False)
class Contrast:
    """A difference, with its cases as either side sees them; on two days, the governing date that they are dated by."""

    difference: Difference
    before: Sight
    after: Sight
    axis: Axis | None = None
    classes: tuple[int, int] = (0, 0)

    def dates(self, *, later: bool) -> int:
        """Count the dates of the class of days that the later or the earlier side is dated in."""
        if self.axis is None:
            return 1
        case = self.after.resolution.case
        runs = case.classes(self.axis.place).extents[self.classes[later]].runs
        return sum(high - low + 1 for low, high in runs)

    def seen(self, region: Region, *, later: bool) -> tuple[Sight, Sight]:
        """Narrow both sides to the cases of a region, which the later or the earlier one sees."""
        sides = (self.before, self.after)
        if self.axis is None:
            return replace(sides[0], region=region), replace(sides[1], region=region)
        moved = _moved(self.axis, region, self.classes[later], self.classes[not later])
        other = sides[not later]
        there = replace(other, region=other.resolution.case.both(moved, other.region))
        here = replace(sides[later], region=region)
        return (there, here) if later else (here, there)


@dataclass(frozen=True, eq=False)
class Compared:
    """A question that was compared: all that is decided otherwise; `unproved` says what was left out of account."""

    contrasts: tuple[Contrast, ...]
    tested: tuple[str, ...] = ()
    unproved: tuple[Message, ...] = ()


def compare_question(pair: Pair, question: str) -> Compared:
    """Find what one question decides otherwise.

    Raises CompilationError and TooManyBoxesError where that cannot be worked out.
    """
    return _of_versions(pair, question) if pair.days is None else _of_days(pair.after, question, pair.days)


def on_day(facts: Facts, subject: Subject, fact: Fact, day: int) -> tuple[Facts, Subject]:
    """Date the facts of a plan, or of the element that is asked about, on a day (an ordinal)."""
    value = day * MINUTES_A_DAY if is_moment(fact.type) else day
    if fact.list is None:
        return Facts({**facts.values, fact.path: value}, facts.lists), subject
    if subject.element is None:
        return facts, subject
    element = structs.replace(subject.element, values={**subject.element.values, fact.path: value})
    lists = {name: _put(elements, subject.element, element) for name, elements in facts.lists.items()}
    return Facts(facts.values, lists), structs.replace(subject, element=element)


def _put(elements: tuple[Element, ...], old: Element, new: Element) -> tuple[Element, ...]:
    return tuple(new if element.path == old.path else element for element in elements)


def _of_versions(pair: Pair, question: str) -> Compared:
    both = versions(pair.before, pair.after, question)
    sides = ((pair.before, both.before), (pair.after, both.after))
    was, now = (decided(law.book, law.precedence, resolution) for law, resolution in sides)
    contrasts = tuple(
        Contrast(each, Sight(pair.before, both.before, each.region), Sight(pair.after, both.after, each.region))
        for each in _in_order(differences(both.case, was, now))
    )
    tested = (*both.after.question.tested, *both.after.question.late)
    return Compared(contrasts, tested, both.unproved)


def _of_days(law: Law, question: str, days: tuple[int, int]) -> Compared:
    resolution = over_all_cases(law, question)
    dating = Dating(law, resolution)
    contrasts: list[Contrast] = []
    for axis in axes(resolution):
        if is_one_class(axis, *days):
            continue
        one, other = (class_of(axis, day) for day in days)
        for each in _in_order(dating.between(axis, one, other)):
            earlier = Sight(law, resolution, _moved(axis, each.region, other, one))
            contrasts.append(Contrast(each, earlier, Sight(law, resolution, each.region), axis, (one, other)))
    return Compared(tuple(contrasts), (*resolution.question.tested, *resolution.question.late))


def _moved(axis: Axis, region: Region, one: int, other: int) -> Region:
    """Date cases of one class of days in another."""
    return restrict(axis.on(region, one), axis.place, 1 << other)


def _in_order(found: Iterator[Difference]) -> list[Difference]:
    return sorted(found, key=lambda each: (each.before, each.after))


def asked_in(sight: Sight) -> Sight:
    """Keep of what is seen the cases the question is asked of."""
    case = sight.resolution.case
    return replace(sight, region=join(case.both(sight.region, sight.resolution.asked)))


def left_of(sight: Sight, asked: Region) -> Sight:
    """Keep of what is seen the cases that lie outside others."""
    return replace(sight, region=join(sight.resolution.case.without(sight.region, asked)))
