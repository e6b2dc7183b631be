"""Tables and maps against every case tried one by one: the oracle says what is decided in each, and by whom.

The rulebooks are small enough for that. Every case that is asked must lie in one row alone, which must have its verdict
and its reasons and hold in words what it holds as a region. A cell of a map must have the verdicts of all cases whose
facts are what its heads say, and no others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import combinations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from checker.answers.laid_out import Asked
from checker.answers.verdict_map import draw
from checker.logic import Law, Resolution
from checker.logic.area import Area
from checker.logic.decisions import Decision
from checker.logic.horizon import over_all_cases
from checker.regions import Box
from checker.rulebook import load_texts
from checker.rulebook.model import Condition
from checker.uses.tables import Part, divided
from tests.analyses_cases import Answered, Case, Told, Tried
from tests.analyses_points import box_of, holds
from tests.analyses_rulebooks import FACTS, rulebooks
from tests.analyses_stated import Stated, read_conditions
from tests.strategies import Source

EXAMPLES = 100
WORDS = ("permitted", "forbidden", "required", "not-required", "gap", "known-gap", "conflict", "discretion", "decided")
SEEN: Counter[str] = Counter()


def decision(outcome: Answered) -> Decision:
    """Write what the oracle says as a decision, with the bearers and periods of the duties that are left."""
    by = tuple(sorted({who for who, _ in outcome.duties if who}))
    due = tuple(sorted({when for _, when in outcome.duties if when}))
    return Decision(outcome.word, tuple(sorted(outcome.values)), by, due, tuple(sorted(outcome.roles)))


def _day(case: Case) -> int:
    found = case.values["day",]
    assert isinstance(found, int)
    return found


def bare(one: Decision) -> Decision:
    return Decision(one.word, tuple(sorted(one.values)))


def reasons(told: Told, part: Part) -> bool:
    """Tell whether a row names who decides a case."""
    word = told.outcome.word
    if word == "known-gap":
        return set(part.gaps) == told.recorded and not part.winners
    if word == "discretion":
        return set(part.winners) == told.powers | told.winners
    return set(part.winners) == told.winners and not part.gaps


class Compared:
    """One rulebook: its tables, and all its cases."""

    def __init__(self, source: Source) -> None:
        self.source = source
        book, findings = load_texts(dict(source.files))
        assert book is not None, (source.text, [str(finding.message) for finding in findings])
        self.law, self.tried = Law(book), Tried(book)

    def wrong(self) -> Iterator[object]:
        for question in self.law.book.questions:
            resolution = over_all_cases(self.law, question)
            parts = divided(self.law, resolution)
            boxes = [box_of(resolution, case) for case in self.tried.asked(question)]
            yield from self._rows(question, parts, boxes)
            yield from self._whole(question, resolution, parts)
            yield from self._stated(question, resolution, parts)
            yield from self._cells(question)

    def _rows(self, question: str, parts: tuple[Part, ...], boxes: list[Box]) -> Iterator[object]:
        for case, box in zip(self.tried.asked(question), boxes, strict=True):
            assert case.told is not None
            mine = [part for part in parts if holds(part.region, box)]
            said = {bare(one) for part in mine for one in part.held}
            if len(mine) != 1 or bare(decision(case.told.outcome)) not in said:
                yield question, "rows", case.values, case.told.outcome, mine
            elif len(mine[0].held) == 1 and not reasons(case.told, mine[0]):
                yield question, "reasons", case.values, case.told, mine
            SEEN[case.told.outcome.word if len(mine[0].held) == 1 else "open"] += 1

    def _whole(self, question: str, resolution: Resolution, parts: tuple[Part, ...]) -> Iterator[object]:
        """Hold the sizes against one another: no row lies in another one, and together they are what is asked."""
        case = resolution.case
        if any(case.meets(one.region, two.region) for one, two in combinations(parts, 2)):
            yield question, "rows that meet"
        if case.hangs_together:
            return
        whole = case.size(resolution.asked)
        if sum(case.size(part.region) for part in parts) != whole:
            yield question, "sizes", [case.size(part.region) for part in parts], whole

    def _stated(self, question: str, resolution: Resolution, parts: tuple[Part, ...]) -> Iterator[object]:
        """Hold the words of each row against the cases."""
        words = [part.held[0].word if len(part.held) == 1 else None for part in parts]
        areas = [Area(resolution, part.region, word) for part, word in zip(parts, words, strict=True)]
        stated = [Stated(self.law, area, self.tried.cases[question]) for area in areas]
        conditions = iter(
            read_conditions(self.source, question, [text for each in stated for text in each.conditions()])
        )
        for each in stated:
            here = [next(conditions) for _ in each.conditions()]
            yield from ((question, mistake) for mistake in (*each.mistakes(), *each.misread(here)))

    def _cells(self, question: str) -> Iterator[object]:
        """Hold each cell of a map against the verdicts of the cases whose facts are what its heads say."""
        drawn = draw(self.law, Asked(question))
        if isinstance(drawn, tuple) or not drawn.panels:
            return
        heads = [[text] if text else [] for text in (*drawn.columns, *drawn.rows)]
        conditions = read_conditions(self.source, question, heads)
        columns, rows = conditions[: len(drawn.columns)], conditions[len(drawn.columns) :]
        right: dict[tuple[int, int], set[Decision]] = defaultdict(set)
        for case in self.tried.asked(question):
            assert case.told is not None
            across, down = self._held(case, columns), self._held(case, rows)
            if len(across) != 1 or len(down) != 1:
                if {drawn.across, drawn.down} <= FACTS.keys() | {"day"}:
                    yield question, "heads", case.values, drawn.columns, drawn.rows
                return
            right[across[0], down[0]].add(bare(decision(case.told.outcome)))
        for row, line in enumerate(drawn.panels[0].cells):
            for column, cell in enumerate(line):
                shown = {drawn.verdicts[share.verdict] for share in cell.shares}
                if Decision("open") not in shown and shown != right[column, row]:
                    yield question, "cell", drawn.columns[column], drawn.rows[row], shown, right[column, row]
        SEEN["map"] += 1

    def _held(self, case: Case, conditions: list[Condition]) -> list[int]:
        return [
            number for number, each in enumerate(conditions) if case.world.holds(each, case.env, partial(_day, case))
        ]


WRONG: list[tuple[Source, list[object]]] = []


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
    if found := list(Compared(source).wrong()):
        WRONG.append((source, found))


@pytest.fixture(scope="module", autouse=True)
def _compared() -> None:
    compare()


def test_every_case_is_in_the_row_with_its_verdict_and_its_reasons() -> None:
    assert WRONG == []


@pytest.mark.parametrize("word", [*WORDS, "open", "map"])
def test_all_verdicts_were_met(word: str) -> None:
    assert SEEN[word] > 0
