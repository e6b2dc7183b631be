"""Which provisions change nothing (R103): without what they say, every case is answered alike, by whom and when too.

A provision stays what others hang on when its effects are thought away. Exceptions and overrides are left out: what
they do is done by what they take out as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checker.findings import Finding, Message, Related, Severity, both, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.blame import fewest
from checker.logic.horizon import Maps
from checker.logic.removal import Part, Without, beyond, changes, is_alone, left_in, said_in
from checker.logic.searching import each_provision
from checker.regions import Region
from checker.rulebook.model import Facts, Provision

_LOOKED_AT = 8
"""In so many boxes it is asked first whether a provision stands alone."""


def find_redundant(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the provisions without which no answer, duty, deadline or bearer would change in any case."""
    if law.impossible(Facts({}, {})):
        return
    yield from each_provision(law, maps, "R103", partial(_redundant, law, maps))


def _redundant(law: Law, maps: Maps, provision: Provision) -> Iterator[Found]:
    if is_redundant(law, maps, provision.name):
        yield _found(law, maps, provision.name)


def is_redundant(law: Law, maps: Maps, name: str) -> bool:
    """Tell whether a binding provision speaks in some case that is asked about, and changes nothing in any.

    Where a search was given up it may be taken to change something.
    """
    provision = law.book.provisions[name]
    if not law.book.documents[provision.document].binding or _takes_out(provision):
        return False
    asked = [maps(question) for question in provision.questions]
    speaks = any(
        resolution.case.happens(said_in(resolution, name, resolution.applicable(name))) for resolution in asked
    )
    return speaks and not any(is_missed(each, name) for each in (*asked, *beyond(law, maps, provision.questions)))


def is_missed(resolution: Resolution, name: str) -> bool:
    """Tell whether a question would be answered otherwise in some case if a provision said nothing on it."""
    question, won = resolution.question.question, _won(resolution, name)
    if question.silence is None and any(is_alone(resolution, name, box) for box in won[:_LOOKED_AT]):
        return True
    standing = said_in(resolution, name, resolution.stands(name, question.name))
    return changes(resolution, Without(resolution, name), standing, won)


def _takes_out(provision: Provision) -> bool:
    return provision.relation is not None and provision.relation.form != "proviso"


def _won(resolution: Resolution, name: str) -> Region:
    claims = (claim for claim in resolution.claims if claim.provision == name)
    return tuple(box for claim in claims for box in resolution.wins[claim.provision, claim.number])


def _found(law: Law, maps: Maps, name: str) -> Found:
    provision = law.book.provisions[name]
    areas: list[Area] = []
    others: dict[str, None] = {}
    is_repeated = True
    for resolution in map(maps, provision.questions):
        case, decided, remaining = resolution.case, _decided(resolution, name), _remaining(law, resolution, name)
        others.update(dict.fromkeys(list(remaining)[n] for n in fewest(case, decided, tuple(remaining.values()))))
        peers = (region for other, region in remaining.items() if _are_peers(law, name, other))
        is_repeated &= case.is_within(decided, case.either(peers))
        areas.append(Area(resolution, said_in(resolution, name, resolution.applicable(name))))
    finding = Finding(
        "R103",
        _message(provision, tuple(others), is_repeated),
        provision.span,
        help=say("leave it out, or mend its condition or its answer") if is_repeated else None,
        related=tuple(_answers_too(law, other) for other in others),
        concerns=(name, *provision.questions),
        weighed=None if is_repeated else Severity.INFO,
    )
    return Found(finding, tuple(area for area in areas if area.region))


def _message(provision: Provision, others: tuple[str, ...], is_repeated: bool) -> Message:
    name = provision.name
    if is_repeated:
        return say("without `{provision}` no answer would change", provision=name)
    if others:
        restated = both(f"`{other}`" for other in others)
        return say("`{provision}` restates {others}", provision=name, others=restated)
    asked = both(f"`{question}`" for question in provision.questions)
    return say("`{provision}` restates what silence means on {questions}", provision=name, questions=asked)


def _answers_too(law: Law, other: str) -> Related:
    return Related(law.book.provisions[other].span, say("`{provision}` answers there as well", provision=other))


def _are_peers(law: Law, one: str, two: str) -> bool:
    return law.precedence.rank(one) == law.precedence.rank(two)


def _decided(resolution: Resolution, name: str) -> Region:
    """Return where a provision wins, or leaves to somebody what nobody answers."""
    case = resolution.case
    standing = resolution.stands(name, resolution.question.question.name)
    powers = case.without(left_in(resolution, name, standing), case.either(resolution.wins.values()))
    return case.either((_won(resolution, name), powers))


def _remaining(law: Law, resolution: Resolution, name: str) -> dict[str, Region]:
    """Return who decides without a provision where it does, those that say the same first."""
    case, question = resolution.case, resolution.question.question.name
    answers = [claim.answer for claim in resolution.claims if claim.provision == name]
    found: dict[tuple[bool, str], list[Region]] = {}
    other = Without(resolution, name)
    for box in _decided(resolution, name):
        part = Part(other, box)
        for claim in part.claims:
            key = (claim.answer not in answers, claim.provision)
            found.setdefault(key, []).append(part.wins[claim.provision, claim.number])
        for power in other.question.network.powers:
            if law.book.documents[law.book.provisions[power.provision].document].binding:
                held = left_in(other, power.provision, other.stands(power.provision, question))
                found.setdefault((True, power.provision), []).append(case.both(held, (box,)))
    merged: dict[str, list[Region]] = {}
    for (_, provision), regions in sorted(found.items()):
        merged.setdefault(provision, []).extend(regions)
    return {provision: region for provision, each in merged.items() if case.happens(region := case.either(each))}
