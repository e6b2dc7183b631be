"""Where several provisions win a case with answers that agree (C103)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.findings import Finding, Message, Related, both, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.horizon import Maps
from checker.logic.network import Claim
from checker.logic.together import MOST_STEPS, Together
from checker.regions import Region
from checker.rulebook.model import Answer, Facts

MOST_SETS = 20
"""How many sets of provisions of one question are reported one by one."""


def find_overlaps(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the largest sets of provisions that win a case together and agree; a proviso is part of its base.

    Of many sets of one question the first are reported each, the others together. Where nothing can happen nothing
    is said.
    """
    if law.impossible(Facts({}, {})):
        return
    for name in law.book.questions:
        resolution = maps(name)
        for regions in agreeing(law, resolution):
            yield from _overlaps(law, resolution, regions)


def agreeing(law: Law, resolution: Resolution) -> Iterator[dict[str, Region]]:
    """Go through the families of answers that can be one, each with where its provisions win without a clash.

    Those are all answers to a question; to a collecting one, each value by itself.
    """
    if resolution.question.question.form != "collecting":
        yield _winning(law, resolution, resolution.claims)
        return
    by: dict[Answer, list[Claim]] = {}
    for claim in resolution.claims:
        by.setdefault(claim.answer, []).append(claim)
    for claims in by.values():
        yield _winning(law, resolution, claims)


def _winning(law: Law, resolution: Resolution, claims: Sequence[Claim]) -> dict[str, Region]:
    case = resolution.case
    clash = case.either(region for _, _, region in resolution.clashes())
    won: dict[str, list[Region]] = {}
    for claim in claims:
        won.setdefault(claim.provision, []).append(resolution.wins[claim.provision, claim.number])
    regions = {name: case.without(case.either(parts), clash) for name, parts in sorted(won.items())}
    return {name: _beside(law, resolution, regions, name) for name in regions}


def _beside(law: Law, resolution: Resolution, regions: dict[str, Region], name: str) -> Region:
    """Return where a provision wins without one that it is a proviso to: with that it is one rule."""
    region, relation = regions[name], law.book.provisions[name].relation
    while relation is not None and relation.form == "proviso":
        region = resolution.case.without(region, regions.get(relation.target, ()))
        relation = law.book.provisions[relation.target].relation
    return region


def _overlaps(law: Law, resolution: Resolution, regions: dict[str, Region]) -> Iterator[Found]:
    case, names = resolution.case, tuple(regions)
    together = Together(case, tuple(regions.values()))
    sets, are_all = together.largest(MOST_STEPS)
    shown, others = sets[:MOST_SETS], sets[MOST_SETS:]
    areas = [together.shared(members) for members in shown]
    for members, area in zip(shown, areas, strict=True):
        yield _found(law, resolution, [names[n] for n in members], area)
    if others and are_all:
        rest = case.either(together.shared(members) for members in others)
        yield _rest(
            law, resolution, [names[n] for n in sorted({n for each in others for n in each})], rest, len(others)
        )
    elif not are_all:
        rest = together.shared(range(len(names)))
        if not case.is_within(rest, case.either(areas)):
            yield _rest(law, resolution, [name for name in names if case.meets(regions[name], rest)], rest)


def _found(law: Law, resolution: Resolution, names: list[str], area: Region) -> Found:
    message = say(
        "{provisions} answer `{question}` in the same cases, and agree",
        provisions=both(f"`{name}`" for name in names),
        question=resolution.question.question.name,
    )
    return _about(law, resolution, names, message, area)


def _rest(law: Law, resolution: Resolution, names: list[str], rest: Region, more: int | None = None) -> Found:
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


def _about(law: Law, resolution: Resolution, names: list[str], message: Message, area: Region) -> Found:
    first, *others = (law.book.provisions[name] for name in names)
    finding = Finding(
        "C103",
        message,
        first.span,
        related=tuple(Related(other.span, say("and this one")) for other in others),
        concerns=(resolution.question.question.name, *names),
    )
    return Found(finding, (Area(resolution, area),))
