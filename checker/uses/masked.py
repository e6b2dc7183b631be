"""Which provisions never prevail (R102): each applies where its question is asked, and wins nowhere there.

They are held against all together that takes them out, that they yield to and that beats them; few of those are named.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from checker.findings import Finding, Message, Related, both, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.blame import fewest
from checker.logic.horizon import Maps
from checker.logic.network import Claim
from checker.logic.searching import each_provision
from checker.regions import Region
from checker.rulebook.model import Facts, Provision, clash


class _Blocker(Struct, frozen=True):
    """One provision that keeps another from prevailing: how, where, and whether it says the opposite."""

    provision: str
    how: Message
    region: Region
    is_opposite: bool


def find_masked(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the provisions that never prevail, each once; where a search was given up, that is said instead."""
    if law.impossible(Facts({}, {})):
        return
    yield from each_provision(law, maps, "R102", partial(_masked, law, maps))


def _masked(law: Law, maps: Maps, provision: Provision) -> Iterator[Found]:
    reached = [maps(q) for q in provision.questions if _is_reached(maps(q), provision.name)]
    masked = [resolution for resolution in reached if is_masked(resolution, provision.name)]
    if masked:
        unproved = [resolution for resolution in masked if resolution.case.was_cut_short]
        yield _not_proved(provision, unproved) if unproved else _never_prevails(law, provision, masked, reached)


def is_masked(resolution: Resolution, provision: str) -> bool:
    """Tell whether a binding provision gives answers where the question is asked, and wins nowhere there."""
    case = resolution.case
    claims = _claims(resolution, provision)
    if any(case.happens(resolution.wins[c.provision, c.number]) for c in claims):
        return False
    return any(case.happens(_claimed(resolution, claim)) for claim in claims)


def _claims(resolution: Resolution, provision: str) -> list[Claim]:
    return [claim for claim in resolution.claims if claim.provision == provision]


def _claimed(resolution: Resolution, claim: Claim) -> Region:
    """Return where a claim would be made if nothing stood against it."""
    case, question = resolution.case, resolution.question.question.name
    applied = case.both(resolution.applicable(claim.provision), resolution.asked)
    return case.both(applied, resolution.unit("claim", claim.provision, question, str(claim.number)))


def _is_reached(resolution: Resolution, provision: str) -> bool:
    case = resolution.case
    return case.happens(case.both(resolution.applicable(provision), resolution.asked))


def _never_prevails(law: Law, provision: Provision, masked: list[Resolution], reached: list[Resolution]) -> Found:
    name, related, areas = provision.name, [], []
    for resolution in masked:
        region = resolution.case.either(_claimed(resolution, claim) for claim in _claims(resolution, name))
        areas.append(Area(resolution, region))
        blockers = _blamed(resolution, region, _blockers(resolution, name))
        related += [Related(law.book.provisions[b.provision].span, b.how) for b in blockers]
    questions = tuple(resolution.question.question.name for resolution in masked)
    if len(masked) == len(reached):
        message = say("`{provision}` never prevails", provision=name)
    else:
        asked = both(f"`{question}`" for question in questions)
        message = say("`{provision}` never prevails on {questions}", provision=name, questions=asked)
    advice = say("narrow what stands against it, mend its condition, or leave it out")
    finding = Finding(
        "R102",
        message,
        provision.span,
        help=advice,
        related=tuple(dict.fromkeys(related)),
        concerns=(name, *questions),
    )
    return Found(finding, tuple(areas))


def _not_proved(provision: Provision, unproved: list[Resolution]) -> Found:
    questions = tuple(resolution.question.question.name for resolution in unproved)
    message = say(
        "whether `{provision}` ever prevails on {questions} is not decided: a search came to its bound",
        provision=provision.name,
        questions=both(f"`{question}`" for question in questions),
    )
    return Found(Finding("A102", message, provision.span, concerns=(provision.name, *questions)))


def _blamed(resolution: Resolution, region: Region, blockers: list[_Blocker]) -> list[_Blocker]:
    """Choose few that cover the region together, and always the biggest of those that say the opposite."""
    case = resolution.case
    chosen = [blockers[number] for number in fewest(case, region, [b.region for b in blockers])]
    opposite = [b for b in blockers if b.is_opposite]
    if opposite and not any(b.is_opposite for b in chosen):
        chosen.append(max(opposite, key=lambda b: case.size(b.region)))
    return chosen


def _blockers(resolution: Resolution, provision: str) -> list[_Blocker]:
    """Gather who takes a provision out, whom it yields to and who beats it, each with where it does."""
    held: dict[tuple[str, Message], list[Region]] = {}
    opposite: set[tuple[str, Message]] = set()
    for claim in _claims(resolution, provision):
        for other, how, region, is_opposite in _against(resolution, claim):
            held.setdefault((other, how), []).append(region)
            if is_opposite:
                opposite.add((other, how))
    either = resolution.case.either
    return [_Blocker(*key, either(regions), key in opposite) for key, regions in held.items()]


def _against(resolution: Resolution, claim: Claim) -> Iterator[tuple[str, Message, Region, bool]]:
    for attacker, region in resolution.taken_out(claim):
        is_opposite = any(clash(other.answer, claim.answer) for other in _claims(resolution, attacker))
        yield attacker, say("`{provision}` takes it out", provision=attacker), region, is_opposite
    for other, region in resolution.yields_to(claim):
        name = other.provision
        yield name, say("it yields to `{provision}`", provision=name), region, clash(other.answer, claim.answer)
    for other, principles, region in resolution.beaten_by(claim):
        yield other.provision, _beaten(other.provision, principles), region, True


def _beaten(by: str, principles: tuple[str, ...]) -> Message:
    match principles:
        case ("rank",):
            return say("`{provision}` prevails over it: its rank is higher", provision=by)
        case ("specialty",):
            return say("`{provision}` prevails over it: it is more special", provision=by)
        case ("recency",):
            return say("`{provision}` prevails over it: it is later", provision=by)
        case _:
            return say("`{provision}` prevails over it: it is later and more special", provision=by)
