"""Where a question that is to be answered throughout is not answered (G101).

Takes a law and its questions over all cases; gives one finding for each question with a gap, and the whole gap with
whoever answers the rest. Says nothing of questions that are `partial` or whose silence has a meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from checker.findings import Finding, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.effort import TooManyBoxesError
from checker.logic.horizon import Maps
from checker.logic.searching import each_question
from checker.logic.silence import answered, answering, on_record, standing, undecided
from checker.regions import Region
from checker.regions.joining import join
from checker.rulebook.model import Facts, Question

MOST_WON = 2_000
"""Whoever holds what is no gap is told by where he wins if that takes no more boxes, else by where he stands."""


def find_gaps(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the questions that have no answer in some case they are asked in, on record or not."""
    if law.impossible(Facts({}, {})):
        return
    yield from each_question(law, maps, "G101", partial(_gaps, law, maps))


def _gaps(law: Law, maps: Maps, question: Question) -> Iterator[Found]:
    if question.total and question.silence is None:
        resolution = maps(question.name)
        blockers = tuple(_blockers(law, resolution))
        if not resolution.case.is_within(resolution.asked, tuple(chain.from_iterable(r for _, r in blockers))):
            alone = not any(resolution.case.happens(rest) for _, rest in blockers)
            yield Found(_finding(question, alone), (Area(resolution, None, "gap", blockers, contrary=True),))


def gap_region(law: Law, resolution: Resolution) -> Region:
    """Return where a question whose silence has no meaning is asked and has no answer, and no silence is on record."""
    recorded = chain.from_iterable(region for _, region in on_record(law.book, resolution))
    held = (*answered(resolution), *recorded)
    return join(resolution.case.without(join(resolution.asked), (*held, *undecided(resolution, held))))


def _blockers(law: Law, resolution: Resolution) -> Iterator[tuple[str, Region]]:
    """Go through whoever holds what is no gap: provisions, and known gaps where no provision answers.

    Where it takes too much to tell who wins it is all who stand: together they hold the same.
    """
    told = [*(_winners(law, resolution) or standing(law.book, resolution)).items()]
    told.extend((gap.name, region) for gap, region in on_record(law.book, resolution))
    yield from told
    if unsaid := undecided(resolution, tuple(chain.from_iterable(region for _, region in told))):
        yield "", unsaid


def _winners(law: Law, resolution: Resolution) -> dict[str, Region] | None:
    try:
        found = answering(law.book, resolution)
    except TooManyBoxesError:
        return None
    return found if sum(map(len, found.values())) <= MOST_WON else None


def _finding(question: Question, alone: bool) -> Finding:
    """Say that answers are missing, in part of the cases or in all of them."""
    if alone:
        message = say("`{question}` has no answer in any case it is asked in", question=question.name)
    else:
        message = say("`{question}` has no answer in part of the cases it is asked in", question=question.name)
    advice = say(
        'add a provision, put the silence on record with `known gap NAME in {question} when … because "…"`, or declare '
        "the question `partial`",
        question=question.name,
    )
    return Finding("G101", message, question.span, help=advice, concerns=(question.name,))
