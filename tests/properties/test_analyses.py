"""What the analyses find, against every case tried one by one: the oracle says who answers in each.

The rulebooks are small enough for that. For each of them every set the analyses are about is made twice: by the
analysis, as a region, and by its definition from what the oracle says of each case. Both must hold the same cases.
Then every area found is stated in words, and what is stated is held against the cases as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from checker.findings import Severity
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.horizon import Maps, over_all_cases
from checker.regions import Box, Region
from checker.rulebook import load_texts
from checker.rulebook.model import Question
from checker.uses.boundaries import find_boundaries
from checker.uses.conflicts import find_conflicts
from checker.uses.gaps import find_gaps
from checker.uses.idle import find_idle, is_idle, swallows
from checker.uses.lapses import find_temporal_gaps
from checker.uses.masked import find_masked, is_masked
from checker.uses.nonuniform import find_nonuniform
from checker.uses.overlapping import find_overlaps
from checker.uses.recorded import find_recorded
from checker.uses.redundant import find_redundant, is_redundant
from checker.uses.settled import ended_powers, find_settled, settled_regions
from checker.uses.subsumed import find_subsumed, subsuming
from tests import analyses_seams, analyses_sets
from tests.analyses_cases import Tried
from tests.analyses_points import box_of, holds
from tests.analyses_regressions import REGRESSIONS
from tests.analyses_rulebooks import rulebooks
from tests.analyses_stated import Stated, read_conditions
from tests.strategies import Source

Numbers = frozenset[int]
Finder = Callable[[Law, Maps], Iterator[Found]]

EXAMPLES = 250
LEAST = EXAMPLES // 100
KINDS = (
    *("gap", "hole", "expired", "not yet", "recorded", "boundary gap", "boundary overlap"),
    *("conflict", "overlap", "settled", "ended power", "nonuniform"),
    *("masked", "redundant", "subsumed", "idle", "swallowed"),
)
FINDERS: tuple[Finder, ...] = (
    find_gaps,
    find_temporal_gaps,
    find_boundaries,
    find_recorded,
    find_conflicts,
    find_settled,
    find_overlaps,
    find_masked,
    find_redundant,
    find_subsumed,
    find_idle,
    find_nonuniform,
)
LAPSES = {Severity.ERROR: "hole", Severity.WARNING: "expired", Severity.INFO: "not yet"}

SEEN: Counter[str] = Counter()


class Compared:
    """One rulebook, both ways."""

    def __init__(self, source: Source) -> None:
        self.source = source
        book, findings = load_texts(dict(source.files))
        assert book is not None, (source.text, [str(finding.message) for finding in findings])
        self.law, self.tried = Law(book), Tried(book)
        assert not self.law.findings(), (source.text, self.law.findings())
        self.maps: Maps = cache(partial(over_all_cases, self.law))
        self._all = {find: list(find(self.law, self.maps)) for find in FINDERS}
        self._places: dict[Resolution, list[Box]] = {}

    def disagreements(self) -> Iterator[tuple[str, object, object]]:
        """Go through what comes out otherwise: what it is, by trying, by the analysis."""
        for what, right, found in self._sets():
            if right != found:
                yield what, right, found
            elif right:
                SEEN[what] += 1

    def _sets(self) -> Iterator[tuple[str, object, object]]:
        law, tried, maps, names = self.law, self.tried, self.maps, self.law.book.provisions
        yield "redundant", analyses_sets.redundant(tried), {name for name in names if is_redundant(law, maps, name)}
        yield "idle", analyses_sets.idle(tried), {name for name in names if is_idle(law, maps, name)}
        for question in law.book.questions.values():
            yield from self._of_silence(question)
            yield from self._of_clashes(question.name)
            yield from self._of_provisions(question.name)
            yield from self._of_seams(question)
            for label in question.uniform:
                yield "nonuniform", *self._nonuniform(question.name, label)

    def _of_silence(self, question: Question) -> Iterator[tuple[str, object, object]]:
        name, tried = question.name, self.tried
        if question.total and question.silence is None:
            yield "gap", analyses_sets.gaps(tried, name), self._union(find_gaps, name)
        if question.silence is None:
            found = {LAPSES[each.finding.severity]: self._area(each) for each in self._found(find_temporal_gaps, name)}
            for kind, right in analyses_sets.temporal_gaps(tried, name).items():
                if question.total or kind == "hole":
                    yield kind, right, found.get(kind, frozenset())
            recorded = {each.finding.concerns[1]: each for each in self._found(find_recorded, name)}
            for gap, (answered, silent) in analyses_sets.recorded(tried, name).items():
                areas = (
                    [self._cases(area.resolution, area.region) for area in recorded[gap].areas]
                    if gap in recorded
                    else None
                )
                wrong = [answered, *([silent] if silent else [])] if answered else [] if not silent else None
                yield "recorded", wrong, areas

    def _of_clashes(self, name: str) -> Iterator[tuple[str, object, object]]:
        tried, resolution = self.tried, self.maps(name)
        for what, find in (("conflict", find_conflicts), ("overlap", find_overlaps)):
            right = analyses_sets.conflicts(tried, name) if what == "conflict" else analyses_sets.overlaps(tried, name)
            yield what, right, {frozenset(f.finding.concerns[1:]): self._area(f) for f in self._found(find, name)}
        found = {
            pair: (frozenset(principles), self._cases(resolution, region))
            for pair, (principles, region) in settled_regions(resolution).items()
        }
        yield "settled", analyses_sets.settled(tried, name), found
        powers = ended_powers(self.law, resolution).items()
        ended = {pair: self._cases(resolution, region) for pair, region in powers}
        yield "ended power", analyses_sets.ended_powers(tried, name), ended

    def _of_provisions(self, name: str) -> Iterator[tuple[str, object, object]]:
        law, tried, resolution = self.law, self.tried, self.maps(name)
        names = [each for each, provision in law.book.provisions.items() if name in provision.questions]
        yield "masked", analyses_sets.masked(tried, name), {n for n in names if is_masked(resolution, n)}
        yield "swallowed", analyses_sets.swallowed(tried, name), {n for n in names if swallows(law, resolution, n)}
        pairs = {(one, two) for one in names for two in subsuming(law, resolution, one)}
        yield "subsumed", analyses_sets.subsuming(tried, name), pairs

    def _of_seams(self, question: Question) -> Iterator[tuple[str, object, object]]:
        if analyses_seams.is_meant(self.tried, question.name):
            found: dict[str | None, set[tuple[frozenset[str], Numbers]]] = {"gap": set(), None: set()}
            for each in self._found(find_boundaries, question.name):
                found[each.areas[0].word].add((frozenset(each.finding.concerns[1:]), self._area(each)))
            if question.silence is None:
                yield "boundary gap", analyses_seams.gaps(self.tried, question.name), found["gap"]
            yield "boundary overlap", analyses_seams.overlaps(self.tried, question.name), found[None]

    def _nonuniform(self, name: str, label: str) -> tuple[Numbers, Numbers]:
        """Hold the cases with a like one against those found.

        Where quantities are reckoned a box says only that some case of it has a like one.
        """
        right = analyses_sets.nonuniform(self.tried, name, label)
        areas = [area for each in self._found(find_nonuniform, name) for area in each.areas]
        boxes = [self._cases(area.resolution, (box,)) for area in areas for box in area.region]
        hangs = any(area.resolution.case.hangs_together for area in areas)
        return right, frozenset(n for box in boxes for n in (box & right if hangs and box & right else box))

    # What was found

    def found(self) -> Iterator[Found]:
        """Go through all that the analyses find."""
        return (each for found in self._all.values() for each in found)

    def _found(self, find: Finder, question: str) -> list[Found]:
        return [each for each in self._all[find] if each.finding.concerns[0] == question]

    def _union(self, find: Finder, question: str) -> Numbers:
        return frozenset(number for each in self._found(find, question) for number in self._area(each))

    def _area(self, found: Found) -> Numbers:
        return frozenset(number for area in found.areas for number in self._cases(area.resolution, area.region))

    def _cases(self, resolution: Resolution, region: Region) -> Numbers:
        """Return which of the cases asked about lie in a region."""
        if resolution not in self._places:
            cases = self.tried.asked(resolution.question.question.name)
            self._places[resolution] = [box_of(resolution, case) for case in cases]
        return frozenset(number for number, box in enumerate(self._places[resolution]) if holds(region, box))

    # What is said of it

    def mistakes(self) -> Iterator[str]:
        """Say what is wrong with the areas as they are stated."""
        stated = [
            (each.finding.id, area.resolution.question.question.name, self._stated(area))
            for each in self.found()
            for area in each.areas
        ]
        for question in self.law.book.questions:
            own = [(id_, each) for id_, name, each in stated if name == question]
            texts = [text for _, each in own for text in each.conditions()]
            conditions = read_conditions(self.source, question, texts) if texts else []
            for id_, each in own:
                count = len(each.conditions())
                here, conditions = conditions[:count], conditions[count:]
                yield from (f"{id_} {question}: {mistake}" for mistake in (*each.mistakes(), *each.misread(here)))

    def _stated(self, area: Area) -> Stated:
        return Stated(self.law, area, self.tried.cases[area.resolution.question.question.name])


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
    compared = Compared(source)
    if not compared.tried.happens:
        SEEN["nothing happens"] += 1
        assert not list(compared.found()), source.text
        return
    wrong = [*compared.disagreements(), *compared.mistakes()]
    assert not wrong, (source.text, wrong)


@pytest.mark.parametrize("story", REGRESSIONS)
def test_what_was_wrong_once_is_right(story: str) -> None:
    compared = Compared(REGRESSIONS[story])
    assert [*compared.disagreements(), *compared.mistakes()] == []


def test_what_is_found_is_what_trying_every_case_finds() -> None:
    SEEN.clear()
    compare()
    assert {kind: SEEN[kind] for kind in KINDS if SEEN[kind] < LEAST} == {}
