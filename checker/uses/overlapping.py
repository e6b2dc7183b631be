"""Where several provisions win a case with answers that agree (C103)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.findings import Finding, Message, Related, both, say
from checker.logic import Case, Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.horizon import Maps
from checker.logic.network import Claim
from checker.logic.searching import each_question
from checker.logic.together import MOST_STEPS, Together
from checker.regions import Region
from checker.rulebook.model import Answer, Facts, clash

MOST_SETS = 20
"""How many sets of provisions of one question are reported one by one."""


def find_overlaps(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the largest sets of provisions that win a case together and agree; a proviso is part of its base.

    Of many sets of one question the first are reported each, the others together. Where nothing can happen nothing
    is said.
    """
    if law.impossible(Facts({}, {})):
        return
    yield from each_question(law, maps, "C103", lambda question: _overlaps(law, maps(question.name)))


def _overlaps(law: Law, resolution: Resolution) -> Iterator[Found]:
    case, claims, apart = resolution.case, resolution.claims, _apart(resolution)
    won = [_won(law, resolution, claim) for claim in claims]
    together = Together(case, won, apart)
    sets, are_all = together.largest(MOST_STEPS)
    by: dict[tuple[str, ...], list[Region]] = {}
    for members in sets:
        by.setdefault(tuple(sorted({claims[n].provision for n in members})), []).append(together.shared(members))
    largest = [names for names in sorted(by) if len(names) > 1 and not any(set(names) < set(other) for other in by)]
    areas = {names: case.either(r for each in by if set(each) <= set(names) for r in by[each]) for names in largest}
    for names in largest[:MOST_SETS]:
        yield _found(law, resolution, names, areas[names])
    others = largest[MOST_SETS:]
    if are_all and others:
        rest = case.either(areas[names] for names in others)
        yield _rest(law, resolution, sorted({name for names in others for name in names}), rest, len(others))
    elif not are_all:
        rest = _shared_by_two(case, won, apart)
        if not case.is_within(rest, case.either(areas[names] for names in largest[:MOST_SETS])):
            met = {claim.provision for claim, region in zip(claims, won, strict=True) if case.meets(region, rest)}
            yield _rest(law, resolution, sorted(met), rest)


def _shared_by_two(case: Case, won: Sequence[Region], apart: Sequence[int]) -> Region:
    """Return where two claims win that agree."""
    earlier = (case.either(won[m] for m in range(n) if not apart[n] >> m & 1) for n in range(len(won)))
    return case.either(case.both(region, others) for region, others in zip(won, earlier, strict=True))


def _won(law: Law, resolution: Resolution, claim: Claim) -> Region:
    """Return where a claim wins, and nothing wins that its provision is a proviso to: with that it is one rule."""
    region, relation = resolution.wins[claim.provision, claim.number], law.book.provisions[claim.provision].relation
    while relation is not None and relation.form == "proviso":
        for other in resolution.claims:
            if other.provision == relation.target:
                region = resolution.case.without(region, resolution.wins[other.provision, other.number])
        relation = law.book.provisions[relation.target].relation
    return region


def _apart(resolution: Resolution) -> list[int]:
    """Return for each claim those whose answers do not agree with its own; collected ones agree when they are one."""
    collecting = resolution.question.question.form == "collecting"
    having: dict[Answer, int] = {}
    for number, claim in enumerate(resolution.claims):
        having[claim.answer] = having.get(claim.answer, 0) | 1 << number
    apart = {
        one: sum(held for two, held in having.items() if (one != two if collecting else clash(one, two)))
        for one in having
    }
    return [apart[claim.answer] for claim in resolution.claims]


def _found(law: Law, resolution: Resolution, names: Sequence[str], area: Region) -> Found:
    message = say(
        "{provisions} answer `{question}` in the same cases, and agree",
        provisions=both(f"`{name}`" for name in names),
        question=resolution.question.question.name,
    )
    return _about(law, resolution, names, message, area)


def _rest(law: Law, resolution: Resolution, names: Sequence[str], rest: Region, more: int | None = None) -> Found:
    """Report the sets that are not reported one by one; `more` is their number, None where it was not found out."""
    question = resolution.question.question.name
    message = say("more sets of provisions answer `{question}` in the same cases, and agree", question=question)
    if more is not None:
        message = say(
            "{number} more sets of provisions answer `{question}` in the same cases, and agree",
            number=more,
            question=question,
        )
    return _about(law, resolution, names, message, rest)


def _about(law: Law, resolution: Resolution, names: Sequence[str], message: Message, area: Region) -> Found:
    first, *others = (law.book.provisions[name] for name in names)
    finding = Finding(
        "C103",
        message,
        first.span,
        related=tuple(Related(other.span, say("and this one")) for other in others),
        concerns=(resolution.question.question.name, *names),
    )
    return Found(finding, (Area(resolution, area),))
