"""A difference in words: what was decided and what is, in which cases, by whose doing, with a plan that shows it.

Takes a difference as either side sees it, gives a change: a finding with regions, and the provisions it is owed to.
A plan is shown when both laws give it what they should. Must not know which changes are admitted, nor any format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from itertools import islice
from operator import or_

from msgspec import Struct, structs

from checker.answers.covering import Covering
from checker.answers.diff_blame import blame_words
from checker.answers.diff_sides import Contrast, Pair, asked_in, left_of, on_day
from checker.answers.stating import MOST_OF_EXAMPLE, MOST_TRIED, Wanted, state
from checker.findings import Constants, Finding, Message, Regions, Series, StatedRegion, Witness, either, say
from checker.logic import Law, Subject
from checker.logic.area import Area
from checker.logic.axis import axes
from checker.logic.case import Case
from checker.logic.constants import constants_of
from checker.logic.decisions import Decision, Held, decided
from checker.logic.effort import Effort, TooManyBoxesError
from checker.logic.limits import Limits
from checker.logic.resolution import Resolution
from checker.logic.witness import witnesses
from checker.plan import read_plans
from checker.plan.write import write_plan
from checker.regions import Region, restrict
from checker.regions.joining import join
from checker.rulebook.model import Facts
from checker.uses.responsible import Party, Sight, find_responsible

NOT_ASKED: Held = (Decision("not-applicable"),)


class Change(Struct, frozen=True):
    """Cases that are decided otherwise; `finding` says in which, `parties` to whom that is owed, where that is known.

    `admitted` is the reason why it is right, where an allow-list gives one.
    """

    question: str
    before: Held
    after: Held
    direction: str
    finding: Finding
    parties: tuple[Party, ...] | None
    admitted: str | None = None


def state_change(pair: Pair, contrasts: tuple[Contrast, ...], wanted: Wanted, tested: tuple[str, ...] = ()) -> Change:
    """State differences that turn the same into the same; a case of each is dated by another governing date.

    `tested` are questions tested in the one they are of that are decided otherwise themselves.
    """
    found = contrasts[0].difference
    question = contrasts[0].after.resolution.question.question.name
    several = len(contrasts) > 1
    regions = tuple(
        _regions(_Stating(pair, contrast, wanted, tested, several), side)
        for contrast in contrasts
        for side in _stated(contrast)
    )
    was, now = held_words(found.before), held_words(found.after)
    message = say("`{question}` is decided otherwise: {before} → {after}", question=question, before=was, after=now)
    finding = Finding("V101", message, concerns=(changed_text(found.before, found.after),), regions=regions)
    return Change(question, found.before, found.after, found.direction, finding, _all_parties(contrasts))


def held_words(held: Held) -> Series:
    """Write what is decided in words of rule files; of a case that hangs on a silence all that may be."""
    return either(f"`{decision_text(decision)}`" for decision in held)


def changed_text(before: Held, after: Held) -> str:
    """Write what was and what is decided, the same in every run: by this two runs are compared."""
    return " -> ".join(" | ".join(map(decision_text, held)) for held in (before, after))


def decision_text(decision: Decision) -> str:
    """Write a decision: its word, the values, who is bound and when, who decides."""
    return " ".join(
        (
            decision.word,
            *([", ".join(decision.values)] if decision.values else []),
            *([f"by {', '.join(decision.by)}"] if decision.by else []),
            *decision.due,
            *([f"to {', '.join(decision.left_to)}"] if decision.left_to else []),
        )
    )


def _stated(contrast: Contrast) -> Iterator[tuple[Sight, bool]]:
    """Go through the sides that state a difference: the later one, and of what is asked no more the earlier one."""
    after = asked_in(contrast.after)
    if after.region:
        yield after, True
    if contrast.axis is None:
        before = asked_in(left_of(contrast.before, contrast.after.resolution.asked))
    else:
        before = replace(contrast.before, region=()) if after.region else asked_in(contrast.before)
    if before.region:
        yield before, False


@dataclass(frozen=True, eq=False)
class _Stating:
    """What is stated of one difference; `several`: others turn the same into the same, dated by another date."""

    pair: Pair
    contrast: Contrast
    wanted: Wanted
    tested: tuple[str, ...]
    several: bool


def _regions(stating: _Stating, side: tuple[Sight, bool]) -> Regions:
    sight, later = side
    area, wanted = Area(sight.resolution, sight.region), structs.replace(stating.wanted, constants=False)
    stated = state(sight.law, area, wanted)
    if stating.wanted.constants:
        stated = structs.replace(stated, constants=tuple(_constants(sight)))
    if not stated.shown:
        return stated
    covering = Covering(area, wanted.caps, wanted.most)
    shown = (
        _completed(stating, side, one, area.within((box,)))
        for one, box in zip(stated.shown, covering.shown, strict=False)
    )
    stated = structs.replace(stated, shown=tuple(shown))
    return stated if stating.contrast.axis is None else _on_one_day(stating.contrast, stated, covering, later=later)


def _on_one_day(contrast: Contrast, stated: Regions, covering: Covering, *, later: bool) -> Regions:
    """Count cases as of one day: all of a class of days are the same."""
    assert contrast.axis is not None
    dates = contrast.dates(later=later)
    asked = restrict(contrast.after.resolution.asked, contrast.axis.place, 1 << contrast.classes[later])
    shown = tuple(structs.replace(one, cases=_divided(one.cases, dates)) for one in stated.shown)
    cases, every = _divided(stated.cases, dates), _divided(covering.cases(asked), dates)
    return structs.replace(stated, shown=shown, cases=cases, of=every)


def _divided(cases: int | None, dates: int) -> int | None:
    return None if cases is None else cases // dates


def _constants(sight: Sight) -> Iterator[Constants]:
    """Go through boxes that hold the cases and nothing else; they need not be large, only exact."""
    case = sight.resolution.case
    limits = Limits(sight.law.book, case)
    for box in join(sight.region):
        yield from constants_of(case, limits, box)


def _completed(stating: _Stating, side: tuple[Sight, bool], stated: StatedRegion, here: Region) -> StatedRegion:
    """Add to a box whose doing it is and a plan that both laws confirm; on two days the day goes without saying."""
    contrast, (sight, later) = stating.contrast, side
    limits = tuple(limit for limit in stated.limits if not _is_date(limit.label, contrast))
    witness = _witness(stating.pair, contrast, sight, here)
    remarks = [*stated.remarks, *_blamed(stating, contrast.seen(here, later=later))]
    if stating.several and contrast.axis is not None:
        remarks.insert(0, say("dated by `{fact}`", fact=contrast.axis.fact.label))
    if witness is None:
        remarks.append(say("no example was found that both confirm: there may be no such case"))
    return structs.replace(stated, limits=limits, witness=witness, remarks=tuple(remarks))


def _is_date(label: str, contrast: Contrast) -> bool:
    """Tell whether a limit is that of the day itself, which goes without saying where two days are compared."""
    if contrast.axis is None:
        return False
    variable = contrast.after.resolution.question.question.variable
    fact = contrast.axis.fact
    return label in (fact.label, f"{variable}.{'.'.join(fact.path)}")


def _all_parties(contrasts: tuple[Contrast, ...]) -> tuple[Party, ...] | None:
    """Name all to whom differences are owed, each once."""
    found = [_parties(contrast.before, contrast.after) for contrast in contrasts]
    named = dict.fromkeys(party for parties in found for party in parties or ())
    return None if None in found else tuple(named)


def _parties(before: Sight, after: Sight) -> tuple[Party, ...] | None:
    for sight in (before, after):
        if (effort := sight.resolution.case.effort) is not None:
            effort.renew()
    try:
        return find_responsible(before, after)
    except TooManyBoxesError:
        return None


def _blamed(stating: _Stating, seen: tuple[Sight, Sight]) -> Iterator[Message]:
    parties = _parties(*seen)
    if parties is None:
        yield say("who is responsible was not worked out: that takes too much")
    else:
        yield from blame_words(stating.pair, stating.contrast, seen, parties, stating.tested)


def _witness(pair: Pair, contrast: Contrast, sight: Sight, here: Region) -> Witness | None:
    """Make a plan of a region that both laws decide as they should; where one says too little, one that says more.

    On the first of the days a text may not have begun for certain: then one of the last of them.
    """
    late = _late(here, sight.resolution)
    points = tuple(tuple(mask & -mask for mask in box) for box in late)
    for region in (here, late, points):
        try:
            for text, subject in _plans(pair, contrast, sight, region):
                return Witness(text, subject, tuple(dict.fromkeys(d.word for d in contrast.difference.after)))
        except TooManyBoxesError:
            continue
    return None


def _late(region: Region, resolution: Resolution) -> Region:
    """Keep of each governing date the last class of days that a region has."""
    for axis in axes(resolution):
        days = reduce(or_, (box[axis.place] & axis.days for box in region), 0)
        region = restrict(region, axis.place, 1 << (days.bit_length() - 1)) if days else region
    return region


def _plans(pair: Pair, contrast: Contrast, sight: Sight, region: Region) -> Iterator[tuple[str, str]]:
    """Go through the plans of a region that both laws confirm, each with its subject."""
    question, book = sight.resolution.question.question, sight.law.book
    case: Case = sight.resolution.case
    for made in islice(witnesses(case, region, question.list), MOST_TRIED):
        was = now = (made.facts, made.subject)
        if contrast.axis is not None and pair.days is not None:
            was, now = (on_day(*now, contrast.axis.fact, day) for day in pair.days)
        text = write_plan(book, question.name, now[0])
        earlier = _judged(pair.before, question.name, *was, None if pair.before is sight.law else text)
        later = _judged(pair.after, question.name, *now, None if pair.after is sight.law else text)
        if (earlier, later) == (contrast.difference.before, contrast.difference.after):
            yield text, "" if made.subject.element is None else "case"


def _judged(law: Law, question: str, facts: Facts, subject: Subject, text: str | None) -> Held | None:
    """Ask a law what it decides; of a plan written for the other rulebook (`text`), as this one reads it."""
    if text is not None:
        (plan,) = read_plans(law.book, text, "")
        if plan.facts is None:
            return NOT_ASKED
        facts, subject = plan.facts, _found(plan.facts, subject)
    if law.impossible(facts):
        return NOT_ASKED if text is not None else None
    resolution = law.judgement(question, facts, subject, Effort(MOST_OF_EXAMPLE)).resolution
    cells = decided(law.book, law.precedence, resolution)
    return tuple(sorted({decision for held in cells for decision in held}))


def _found(facts: Facts, subject: Subject) -> Subject:
    if subject.element is None or subject.list is None:
        return subject
    elements = facts.lists.get(subject.list, ())
    element = next((each for each in elements if each.id == subject.element.id), None)
    return Subject(subject.list, element)
