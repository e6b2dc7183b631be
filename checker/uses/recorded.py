"""Silences on record that are none (G104): the question is answered there, or is not asked there at all.

Takes a law and its questions over all cases; gives one finding for each known gap and question. A known gap where
silence has a meaning is a mistake of the rules (D204) and left out here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checker.findings import Finding, Message, Severity, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.horizon import Maps
from checker.logic.searching import each_question
from checker.logic.silence import answered, answering, on_record
from checker.regions import Region
from checker.regions.joining import join
from checker.rulebook.model import Facts, KnownGap, Question


def find_recorded(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the known gaps and their questions, where one is no gap or only partly one."""
    if law.impossible(Facts({}, {})):
        return
    yield from each_question(law, maps, "G104", partial(_recorded, law, maps))


def _recorded(law: Law, maps: Maps, question: Question) -> Iterator[Found]:
    if question.silence is None and any(question.name in gap.questions for gap in law.book.known_gaps):
        resolution = maps(question.name)
        for gap, region in on_record(law.book, resolution):
            if (found := _judged(law, resolution, gap, region)) is not None:
                yield found


def answered_part(resolution: Resolution, region: Region) -> tuple[Region, Region]:
    """Divide a region by whether the question is answered there: the answered part, and the rest."""
    spoken = answered(resolution)
    return resolution.case.both(region, spoken), resolution.case.without(region, spoken)


def _judged(law: Law, resolution: Resolution, gap: KnownGap, region: Region) -> Found | None:
    """Say what is wrong with a silence on record, if anything is."""
    case, question = resolution.case, resolution.question.question
    if not case.happens(region):
        message = say("`{gap}` is on record where `{question}` is never asked", gap=gap.name, question=question.name)
        advice = say("mend its condition, or leave `{question}` out of it", question=question.name)
        return Found(_finding(question, gap, message, advice))
    part, rest = answered_part(resolution, region)
    if not case.happens(part):
        return None
    elsewhere = case.without(join(resolution.asked), region)
    answers = Area(resolution, part, blockers=(("", elsewhere), (gap.name, rest)))
    if not case.happens(rest):
        message = say("`{gap}` is no gap: `{question}` is answered in all of it", gap=gap.name, question=question.name)
        advice = say("leave out the `known gap`, or `{question}` from its questions", question=question.name)
        return Found(_finding(question, gap, message, advice), (answers,))
    message = say(
        "`{gap}` is only partly a gap: `{question}` is answered in the rest of it", gap=gap.name, question=question.name
    )
    advice = say("narrow its `when` to what nothing answers")
    answers = Area(resolution, part, blockers=answers.blockers, remarks=(say("answered here"),))
    blockers = (("", elsewhere), *answering(law.book, resolution).items())
    left = Area(resolution, rest, "known-gap", blockers, remarks=(say("a gap, as recorded"),), aside=True)
    return Found(_finding(question, gap, message, advice, Severity.WARNING), (answers, left))


def _finding(
    question: Question, gap: KnownGap, message: Message, advice: Message, weighed: Severity | None = None
) -> Finding:
    names = (question.name, gap.name)
    return Finding("G104", message, gap.span, help=advice, concerns=names, weighed=weighed)
