"""Where a clash is settled by a principle, and where a lower text ends what a higher one leaves to somebody (C102)."""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings import Finding, Message, Related, Severity, both, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.horizon import Maps
from checker.logic.network import Power
from checker.logic.searching import each_question
from checker.regions import Region
from checker.rulebook.model import Facts, Provision

Settled = tuple[tuple[str, ...], Region]

_PRINCIPLES = {"rank": say("rank"), "specialty": say("specialty"), "recency": say("recency")}


def find_settled(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the pairs of provisions between which a principle decides, then those of a power and what ends it.

    Where nothing can happen nothing is said.
    """
    if law.impossible(Facts({}, {})):
        return
    yield from each_question(law, maps, "C102", lambda question: _all_settled(law, maps(question.name)))


def _all_settled(law: Law, resolution: Resolution) -> Iterator[Found]:
    for (winner, loser), (principles, region) in settled_regions(resolution).items():
        yield _settled(law, resolution, winner, loser, principles, region)
    for (power, lower), region in ended_powers(law, resolution).items():
        yield _ended(law, resolution, power, lower, region)


def settled_regions(resolution: Resolution) -> dict[tuple[str, str], Settled]:
    """Return for each winner and loser the principles, and the cases in which they decide between the two."""
    found: dict[tuple[str, str], tuple[dict[str, None], list[Region]]] = {}
    for claim in resolution.claims:
        for other, principles, region in resolution.beaten_by(claim):
            named, regions = found.setdefault((other.provision, claim.provision), ({}, []))
            named.update(dict.fromkeys(principles))
            regions.append(region)
    return {pair: (tuple(named), resolution.case.either(regions)) for pair, (named, regions) in sorted(found.items())}


def ended_powers(law: Law, resolution: Resolution) -> dict[tuple[str, str], Region]:
    """Return for each provision that leaves a case to somebody, and each lower one that wins it, the cases."""
    case, found = resolution.case, dict[tuple[str, str], list[Region]]()
    for power in resolution.question.network.powers:
        held = _held(law, resolution, power)
        for claim in resolution.claims if held else ():
            if _ends(law, claim.provision, power.provision):
                won = case.both(held, resolution.wins[claim.provision, claim.number])
                if case.happens(won):
                    found.setdefault((power.provision, claim.provision), []).append(won)
    return {pair: case.either(regions) for pair, regions in sorted(found.items())}


def _held(law: Law, resolution: Resolution, power: Power) -> Region:
    """Return where a binding provision leaves a case to somebody."""
    if not law.book.documents[law.book.provisions[power.provision].document].binding:
        return ()
    case, question = resolution.case, resolution.question.question.name
    where = resolution.unit("power", power.provision, str(power.number))
    return case.both(case.both(resolution.stands(power.provision, question), where), resolution.asked)


def _ends(law: Law, lower: str, higher: str) -> bool:
    """Tell whether a provision ranks below one with a power that does not itself give way to it."""
    rank = law.precedence.rank(lower)
    reserved, relation = law.book.provisions[higher].reserved, law.book.provisions[lower].relation
    gives_way = reserved is not None and (not reserved or rank in reserved)
    aimed = relation is not None and relation.form == "override" and relation.target == higher
    return rank > law.precedence.rank(higher) and not gives_way and not aimed


def _settled(
    law: Law, resolution: Resolution, winner: str, loser: str, principles: tuple[str, ...], region: Region
) -> Found:
    question = resolution.question.question.name
    said = both(_PRINCIPLES[principle] for principle in principles)
    message = say(
        "`{winner}` prevails over `{loser}` on `{question}` by {principles}",
        winner=winner,
        loser=loser,
        question=question,
        principles=said,
    )
    departs = _departs(law, winner, loser) if "rank" in principles else None
    if departs is not None:
        message = say("{settled}, although `{loser}` is {departs}", settled=message, loser=loser, departs=departs)
    above, below = law.book.provisions[winner], law.book.provisions[loser]
    finding = _finding(question, message, below, above, departs is not None)
    return Found(finding, (Area(resolution, region),), on_request=departs is None)


def _departs(law: Law, winner: str, loser: str) -> Message | None:
    """Say what would have spoken for a text that lost by rank; None where nothing would."""
    wording = law.timeline.wording
    above, below = (wording(law.book.provisions[name]).issued for name in (winner, loser))
    special = law.precedence.is_special(loser, winner)
    if below > above:
        return say("later and more special") if special else say("later")
    return say("more special") if special else None


def _ended(law: Law, resolution: Resolution, power: str, lower: str, region: Region) -> Found:
    question = resolution.question.question.name
    message = say(
        "`{provision}` answers `{question}` where the higher `{power}` leaves it to somebody",
        provision=lower,
        question=question,
        power=power,
    )
    finding = _finding(question, message, law.book.provisions[lower], law.book.provisions[power], True)
    return Found(finding, (Area(resolution, region),))


def _finding(question: str, message: Message, below: Provision, above: Provision, doubted: bool) -> Finding:
    """Make a finding about two texts; a doubted outcome is most likely a relation nobody wrote down."""
    advice = say(
        "if `{below}` may depart from `{above}`, write `unless otherwise provided` in `{above}`, or let `{below}` be "
        "an exception or override that is `authorised by` the text that gives the power",
        below=below.name,
        above=above.name,
    )
    return Finding(
        "C102",
        message,
        below.span,
        help=advice if doubted else None,
        related=(Related(above.span, say("the other provision")),),
        concerns=(question, *sorted((below.name, above.name))),
        weighed=Severity.WARNING if doubted else None,
    )
