"""Timelines against every case tried one by one: what the oracle says of a case, and of the same case on another day.

For each drawn rulebook every case is paired with those that are like it in all but the day. What is decided in the one
and in the other is read off the oracle; which cases are decided otherwise, from what to what, and on which dates, must
be what the timeline says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from itertools import pairwise, permutations

from hypothesis import HealthCheck, Phase, given, settings

from checker.answers.timeline import changed_area, is_before
from checker.logic import Law, Resolution
from checker.logic.axis import Axis, axes
from checker.logic.dated import Dating, class_of
from checker.logic.decisions import Decision, Held
from checker.logic.differences import Difference
from checker.logic.horizon import over_all_cases
from checker.regions import Box
from checker.rulebook import load_texts
from checker.rulebook.model import Deontic, Rulebook
from checker.uses.timelines import Turn, timeline_of
from tests.analyses_cases import Case, Tried
from tests.analyses_points import box_of, holds
from tests.analyses_rulebooks import rulebooks
from tests.analyses_stated import Stated, read_conditions
from tests.strategies import Source

EXAMPLES = 40
LEAST = 3
Words = frozenset[str]
Said = frozenset[tuple[str, Words, Words, Words, Words]]
"""What may be decided in a case: for each decision its word, values, bearers, periods and roles."""
Moves = dict[tuple[Said, Said], frozenset[int]]
"""For what was and what is decided the cases, by their numbers, as they are dated afterwards."""

SEEN: Counter[str] = Counter()


class Days:
    """One question of a tried rulebook: its cases by day, and what may be decided in each."""

    def __init__(self, law: Law, tried: Tried, name: str) -> None:
        self.law, self.cases = law, tried.cases[name]
        self.resolution: Resolution = over_all_cases(law, name)
        self.boxes: list[Box] = [box_of(self.resolution, case) for case in self.cases]
        self._periods = _periods(law.book)
        together: dict[Hashable, set[tuple[str, Words, Words, Words, Words]]] = defaultdict(set)
        for case in self.cases:
            together[case.facts_alone()].add(self._decision(case))
        self.said: list[Said] = [frozenset(together[case.facts_alone()]) for case in self.cases]
        self.tried = sorted({_day(case) for case in self.cases})
        self._by_rest: dict[Hashable, list[int]] = defaultdict(list)
        for number, case in enumerate(self.cases):
            self._by_rest[case.rest("day")].append(number)

    def moves(self, one: int, other: int) -> Moves:
        """Say by trying which cases of a day are decided otherwise than those like them on another day."""
        found: dict[tuple[Said, Said], set[int]] = defaultdict(set)
        for now in self._on(other):
            for was in self._by_rest[self.cases[now].rest("day")]:
                if _day(self.cases[was]) == one and self._are_alike(was, now) and self.said[was] != self.said[now]:
                    found[self.said[was], self.said[now]].add(now)
        return {key: frozenset(numbers) for key, numbers in found.items()}

    def told(self, differences: Iterator[Difference] | tuple[Difference, ...], other: int) -> Moves:
        """Say which cases of a day lie in the regions of differences."""
        found: Moves = {}
        for each in differences:
            key = (_canonical(each.before), _canonical(each.after))
            assert key not in found
            found[key] = frozenset(number for number in self._on(other) if holds(each.region, self.boxes[number]))
        return found

    def speakers(self, one: int, other: int, key: tuple[Said, Said]) -> tuple[set[str], set[str]]:
        """Name by trying who answers the cases that are decided otherwise, or leaves them to somebody, on both days."""
        was: set[str] = set()
        now: set[str] = set()
        for number in self.moves(one, other)[key]:
            now |= self._speaking(number)
            for partner in self._by_rest[self.cases[number].rest("day")]:
                if _day(self.cases[partner]) == one and self._are_alike(partner, number):
                    was |= self._speaking(partner)
        return was, now

    def has_alone(self, day: int, other: int) -> bool:
        """Tell by trying whether it is asked of a case of a day of which there is no like one on another day."""
        on_other = set(self._on(other))
        return any(
            not any(n in on_other and self._are_alike(n, here) for n in self._by_rest[self.cases[here].rest("day")])
            for here in self._on(day)
            if self.cases[here].told is not None
        )

    def _speaking(self, number: int) -> set[str]:
        told = self.cases[number].told
        return set() if told is None else {*told.winners, *told.powers}

    def _on(self, day: int) -> Iterator[int]:
        return (number for number, case in enumerate(self.cases) if _day(case) == day)

    def _are_alike(self, one: int, other: int) -> bool:
        """Tell whether two cases of one rest were chosen alike, as far as there was a choice in both."""
        here, there = self.cases[one], self.cases[other]
        return all(here.open[key] == there.open[key] for key in here.open.keys() & there.open.keys())

    def _decision(self, case: Case) -> tuple[str, Words, Words, Words, Words]:
        nothing: Words = frozenset()
        if case.told is None:
            return "not-applicable", nothing, nothing, nothing, nothing
        outcome = case.told.outcome
        duties = frozenset[tuple[str, str]]() if outcome.word == "conflict" else outcome.duties
        by = frozenset(value for key, value in duties if key == "by")
        due = frozenset(self._periods[value] for key, value in duties if key == "period")
        return outcome.word, outcome.values, by, due, outcome.roles


def _periods(book: Rulebook) -> dict[str, str]:
    said = (effect.said for provision in book.provisions.values() for effect in provision.effects)
    return {str(each.period): each.period.text for each in said if isinstance(each, Deontic) and each.period}


def _canonical(held: Held) -> Said:
    return frozenset(map(_parts, held))


def _parts(decision: Decision) -> tuple[str, Words, Words, Words, Words]:
    sets = (decision.values, decision.by, decision.due, decision.left_to)
    values, by, due, left_to = map(frozenset[str], sets)
    return decision.word, values, by, due, left_to


def _day(case: Case) -> int:
    day = case.values["day",]
    assert isinstance(day, int)
    return day


def disagreements(source: Source) -> Iterator[object]:
    """Go through what the timelines of a rulebook say otherwise than trying every case does."""
    book, findings = load_texts(dict(source.files))
    assert book is not None, [str(finding.message) for finding in findings]
    law, tried = Law(book), Tried(book)
    for name in book.questions:
        days = Days(law, tried, name)
        for axis in axes(days.resolution):
            assert axis.is_free  # no drawn rulebook reckons a quantity from the day
            yield from _of_pairs(days, axis)
        yield from _of_turns(days, source)


def _of_pairs(days: Days, axis: Axis) -> Iterator[object]:
    """Compare every tried day with every other one."""
    dating = Dating(days.law, days.resolution)
    for one, other in permutations(days.tried, 2):
        right = days.moves(one, other)
        found = days.told(dating.between(axis, class_of(axis, one), class_of(axis, other)), other)
        SEEN["pair"] += bool(right)
        SEEN["open"] += any(len(said) > 1 for key in right for said in key)
        if right != found:
            yield days.resolution.question.question.name, one, other, right, found


def _of_turns(days: Days, source: Source) -> Iterator[object]:
    """Compare the dates of the timeline, where the day before and the day are tried, and what it says of them."""
    header = days.law.book.header
    timeline = timeline_of(days.law, days.resolution)
    axis = next(iter(axes(days.resolution)), None)
    turns = {turn.date: turn for line in timeline.lines for turn in line.turns}
    for one, other in pairwise(days.tried):
        if (
            axis is None
            or other - one > 1
            or one < (header.covers_from or one)
            or other > (header.reviewed_until or other)
        ):
            continue
        right = days.moves(one, other)
        changes = turns[other].changes if other in turns else ()
        found = days.told(tuple(each.difference for each in changes), other)
        SEEN["turn"] += bool(right)
        SEEN["text"] += bool(right) and bool(turns[other].texts if other in turns else ())
        if right != found:
            yield days.resolution.question.question.name, other, right, found
            continue
        alone = (days.has_alone(other, one), days.has_alone(one, other))
        if alone != ((turns[other].is_first, turns[other].is_last) if other in turns else (False, False)):
            yield days.resolution.question.question.name, other, alone
        for each in changes:
            key = (_canonical(each.difference.before), _canonical(each.difference.after))
            named, speaking = (set(each.before_by), set(each.after_by)), days.speakers(one, other, key)
            if named != speaking:
                yield days.resolution.question.question.name, other, key, speaking, named
            yield from _stated(days, source, axis, turns[other], each.difference)


def _stated(days: Days, source: Source, axis: Axis, turn: Turn, difference: Difference) -> Iterator[object]:
    """Hold what is said of a change against the cases of the class of days that is told of."""
    area = changed_area(days.law, days.resolution, axis, turn, difference)
    day = turn.day - 1 if is_before(difference) else turn.day
    stated = Stated(days.law, area, [case for case in days.cases if class_of(axis, _day(case)) == day])
    yield from stated.mistakes()
    said = stated.conditions()
    SEEN["stated"] += bool(said)
    if said:
        yield from stated.misread(read_conditions(source, days.resolution.question.question.name, said))


@given(rulebooks())
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
def compare(source: Source) -> None:
    wrong = list(disagreements(source))
    assert not wrong, (source.text, wrong[0])


def test_the_same_cases_on_two_days_differ_where_trying_them_says() -> None:
    SEEN.clear()
    compare()
    assert {kind: SEEN[kind] for kind in ("pair", "turn", "text", "open", "stated") if SEEN[kind] < LEAST} == {}
