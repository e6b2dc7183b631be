"""Where the goals of a question lie: in all its cases, or in those that a plan leaves open.

Takes a question as it is laid out, gives each goal with its region. A plan reaches the goals whose region holds every
case it leaves open: of a complete plan that is one case, and of another one only what is certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.logic.resolution import Resolution
from checker.regions import Region
from checker.regions.joining import join
from checker.rulebook.model import Provision
from checker.uses.coverage.alternatives import Alternative
from checker.uses.coverage.goals import Applies, Decides, Goal, Strikes, Takes, Wins
from checker.uses.coverage.stage import Laid

Written = Mapping[str, tuple[Alternative, ...]]


def goals(laid: Laid, written: Written) -> Iterator[tuple[Goal, Region]]:
    """Go through the goals of a question that lie somewhere, with where; each goal once.

    Raises TooManyBoxesError where that takes more than the effort of the cases; what came before it stands.
    """
    yield from _of_provisions(laid, written)
    if laid.case.effort is not None:
        laid.case.effort.renew()
    yield from _combinations(laid)


def reached(laid: Laid, written: Written) -> frozenset[Goal]:
    """Return the goals that a plan reaches for certain."""
    if not laid.is_certain(laid.resolution.asked):
        return frozenset()
    found: set[Goal] = {goal for goal, region in _of_provisions(laid, written) if laid.is_certain(region)}
    return frozenset((*found, *_combination(laid)))


def _of_provisions(laid: Laid, written: Written) -> Iterator[tuple[Goal, Region]]:
    for provision in laid.resolution.speakers if laid.resolution.asked else ():
        if laid.case.effort is not None:
            laid.case.effort.renew()
        for goal, region in _of_provision(laid, provision, written):
            if region:
                yield goal, region


def _of_provision(laid: Laid, provision: Provision, written: Written) -> Iterator[tuple[Goal, Region]]:
    resolution, name = laid.resolution, provision.name
    case, asked = resolution.case, resolution.asked
    applies = case.both(asked, resolution.applicable(name))
    yield Applies(name), applies
    won = (resolution.wins[c.provision, c.number] for c in resolution.claims if c.provision == name)
    yield Wins(name), case.either(won)
    if provision.relation is not None:
        yield Strikes(name, provision.relation.target), _struck(resolution, provision, applies)
    for number, alternative in enumerate(written[name]):
        yield Takes(name, number), _taken(laid, provision, alternative, applies)


def _struck(resolution: Resolution, provision: Provision, applies: Region) -> Region:
    """Return where a provision does what it stands in relation to another for."""
    case, relation = resolution.case, provision.relation
    assert relation is not None
    name, question = provision.name, resolution.question.question.name
    if relation.form == "proviso":
        return case.both(applies, resolution.stands(name, question))
    network = resolution.question.network
    if (relation.target, question) not in network.attackers:
        return ()
    if name not in resolution.attackers(relation.target, question):
        return ()
    base = case.both(resolution.asked, resolution.applicable(relation.target))
    return case.both(base, resolution.attack(name, relation.target, question))


def _taken(laid: Laid, provision: Provision, alternative: Alternative, applies: Region) -> Region:
    case, question = laid.case, laid.resolution.question
    if not applies and alternative.part is None:
        return ()
    if alternative.question not in (None, question.question.name):
        return ()
    here = laid.where(question.key, alternative.whole)
    if not here:
        return ()
    if alternative.part is None:
        return case.both(applies, here)
    # Of what is excluded an alternative keeps the provision from applying: it does so where nothing else does.
    return case.both(laid.resolution.asked, laid.applies_with(provision.name, alternative.part, here))


def _combination(laid: Laid) -> Iterator[Decides]:
    """Give the answer and who wins, where both are certain."""
    won = [(name, region) for name, region in laid.resolution.winners.items() if laid.case.happens(region)]
    if len(laid.judgement.outcomes) == 1 and all(laid.is_certain(region) for _, region in won):
        (outcome,) = laid.judgement.outcomes
        yield Decides(laid.resolution.question.question.name, outcome, tuple(sorted(name for name, _ in won)))


def _combinations(laid: Laid) -> Iterator[tuple[Decides, Region]]:
    """Divide the cases asked about by the answer and by who wins."""
    resolution, case = laid.resolution, laid.case
    for outcome, region in laid.judgement.outcomes.items():
        if outcome.word == "not-applicable":
            continue
        cells: dict[tuple[str, ...], Region] = {(): case.both(region, resolution.asked)}
        for name, here in resolution.winners.items():
            split: dict[tuple[str, ...], Region] = {}
            for winners, cell in cells.items():
                inside = case.both(cell, here)
                parts = (
                    ((winners, case.without(cell, here)), ((*winners, name), inside)) if inside else ((winners, cell),)
                )
                split.update((key, join(part)) for key, part in parts if part)
            cells = split
        for winners, cell in cells.items():
            if case.happens(cell):
                yield Decides(resolution.question.question.name, outcome, tuple(sorted(winners))), cell
