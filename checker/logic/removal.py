"""A question as if one provision had no effect, and whether that changes what it answers.

Takes a resolution and a provision's name; the provision then says nothing, leaves nothing to anybody and takes nothing
out, and stays what others hang on. What it changes lies where it stands, so two resolutions are compared there, box by
box. Must not know why anybody asks.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeVar

from msgspec.structs import replace

from checker.logic.case import Case
from checker.logic.decisions import Tail, roles_of, tails_of
from checker.logic.horizon import Maps, over_all_cases
from checker.logic.judgement import Judgement
from checker.logic.law import Law
from checker.logic.network import Claim, Network
from checker.logic.resolution import ClaimKey, Resolution
from checker.logic.verdict import Outcome
from checker.regions import Box, Region, meet, put
from checker.regions.cut import choose_cut
from checker.rulebook.model import Rulebook

_TRIED = 8
"""In so many boxes a point is looked at before the whole."""

_FEW = 12
"""So few boxes that do not fill a box are looked at together."""

_Key = TypeVar("_Key")


class Without(Resolution):
    """A resolution without the effects of one provision; what does not hang on them is taken from the whole one."""

    _is_kept = False

    def __init__(self, whole: Resolution, removed: str) -> None:
        layer = dataclasses.replace(whole.question, network=_trimmed(whole.question.network, removed))
        super().__init__(whole._book, layer, whole._precedence, whole.case, whole.links)
        self._whole, self._removed = whole, removed
        self._moved = _moved(whole._book, whole.question.network, removed)

    @cached_property
    def standing(self) -> dict[ClaimKey, Region]:
        found = dict(self._whole.standing)
        for claim in self._whole.claims:
            if claim.provision in self._moved:
                found[claim.provision, claim.number] = self._claimed(claim, self._here(claim))
        return {(c.provision, c.number): found[c.provision, c.number] for c in self.claims}

    def near(self, region: Region) -> Iterator[Claim]:
        """Go through the claims that may stand in a region."""
        unmoved = (c for c in self._whole._meeting(self._whole._standers, region) if c.provision not in self._moved)
        yield from (claim for claim in unmoved if claim.provision != self._removed)
        yield from (claim for claim in self.claims if claim.provision in self._moved)

    def applicable(self, name: str) -> Region:
        return super().applicable(name) if name in self._moved else self._whole.applicable(name)

    def stands(self, name: str, question: str) -> Region:
        return super().stands(name, question) if name in self._moved else self._whole.stands(name, question)


class Part(Resolution):
    """A resolution in one box of what is asked."""

    _is_kept = False

    def __init__(self, whole: Resolution, box: Box) -> None:
        super().__init__(whole._book, whole.question, whole._precedence, whole.case, whole.links)
        self._whole = whole
        near = _near(whole, (box,))
        here = ((c, self.case.both(whole.standing[c.provision, c.number], (box,))) for c in near)
        met = [(claim, region) for claim, region in here if region]
        self.asked = (box,)
        self.claims: tuple[Claim, ...] = tuple(claim for claim, _ in met)
        self._met = {(claim.provision, claim.number): region for claim, region in met}

    @cached_property
    def standing(self) -> dict[ClaimKey, Region]:
        return self._met

    def applicable(self, name: str) -> Region:
        return self._whole.applicable(name)

    def stands(self, name: str, question: str) -> Region:
        return self._whole.stands(name, question)

    @cached_property
    def outcomes(self) -> dict[Outcome, Region]:
        """Split the box by verdict."""
        found = Judgement(self._book, self._precedence, self).outcomes
        return {outcome: region for outcome, region in found.items() if outcome.word != "not-applicable"}

    def tails(self) -> dict[Tail, Region]:
        """Return where each bearer and each period goes with the answer."""
        return tails_of(self, self.outcomes)

    def roles(self) -> dict[str, Region]:
        """Return where the case is left to whom."""
        return roles_of(self, self.outcomes)


def changes(whole: Resolution, other: Resolution, region: Region, likely: Region = ()) -> bool:
    """Tell whether two resolutions of one question differ in a case of a region: in answer, bearer, period or power.

    What changes something mostly does so at the first point looked at, `likely` ones first.
    """
    corners = dict.fromkeys(corner for boxes in (likely, region) for box in boxes[:_TRIED] for corner in _corners(box))
    return any(
        _differ(Part(whole, box), Part(other, box))
        for box in chain(corners, _small(whole, other, region))
        if whole.case.happens((box,))
    )


def is_alone(whole: Resolution, name: str, box: Box) -> bool:
    """Tell whether in some case of a box no other provision answers: that is soon seen."""
    others = (claim for claim in _near(whole, (box,)) if claim.provision != name)
    return not whole.case.is_within((box,), tuple(b for c in others for b in whole.standing[c.provision, c.number]))


def beyond(law: Law, maps: Maps, questions: Iterable[str]) -> Iterator[Resolution]:
    """Go through those of some questions that count beyond what the rulebook covers by their own governing date.

    They do where another question tests them that goes by another date.
    """
    tested = {
        name
        for other in law.book.questions.values()
        for name in (*maps(other.name).question.tested, *maps(other.name).question.late)
        if law.book.questions[name].governed_by != other.governed_by
    }
    return (over_all_cases(law, name, everywhere=True) for name in questions if name in tested)


def said_in(resolution: Resolution, name: str, region: Region) -> Region:
    """Return where, in a region and as far as it is asked about, a provision answers or leaves the case to somebody."""
    question, claims = resolution.question.question.name, resolution.question.network.claims
    units = [("claim", name, question, str(claim.number)) for claim in claims.get((name, question), ())]
    return resolution.case.either((*_held(resolution, region, units), left_in(resolution, name, region)))


def left_in(resolution: Resolution, name: str, region: Region) -> Region:
    """Return where, in a region and as far as it is asked about, a provision leaves the case to somebody."""
    powers = resolution.question.network.powers
    units = [("power", name, str(power.number)) for power in powers if power.provision == name]
    return resolution.case.either(_held(resolution, region, units))


def _held(resolution: Resolution, region: Region, units: Sequence[tuple[str, ...]]) -> Iterator[Region]:
    here = resolution.case.both(region, resolution.asked) if units else ()
    return (resolution.case.both(here, resolution.unit(*unit)) for unit in units)


def _small(whole: Resolution, other: Resolution, region: Region) -> Iterator[Box]:
    """Cut the boxes of a region until few claims begin or end in each: looking at many together takes too long."""
    todo = list(reversed(region))
    while todo:
        box = todo.pop()
        edges = {
            common: None
            for resolution in (whole, other)
            for claim in _near(resolution, (box,))
            for held in resolution.standing[claim.provision, claim.number]
            if (common := meet(held, box)) not in (None, box)
        }
        if len(edges) <= _FEW:
            yield box
            continue
        number, part = choose_cut(whole.case.space, box, edges)
        todo += [put(box, number, mask) for mask in (box[number] & ~part, part)]


def _corners(box: Box) -> tuple[Box, Box]:
    """Return the points of the lowest and of the highest classes of a box."""
    return tuple(mask & -mask for mask in box), tuple(1 << mask.bit_length() - 1 for mask in box)


def _near(resolution: Resolution, region: Region) -> Iterator[Claim]:
    """Go through the claims that may stand in a region."""
    if isinstance(resolution, Without):
        return resolution.near(region)
    return resolution._meeting(resolution._standers, region)


def _differ(one: Part, two: Part) -> bool:
    case = one.case
    return (
        _are_unequal(case, one.outcomes, two.outcomes)
        or _are_unequal(case, one.tails(), two.tails())
        or _are_unequal(case, one.roles(), two.roles())
    )


def _are_unequal(case: Case, left: Mapping[_Key, Region], right: Mapping[_Key, Region]) -> bool:
    sides = ((left.get(key, ()), right.get(key, ())) for key in dict.fromkeys((*left, *right)))
    return not all(one == two or (case.is_within(one, two) and case.is_within(two, one)) for one, two in sides)


def _trimmed(network: Network, removed: str) -> Network:
    """Leave out of a network what a provision says, and whom it takes out."""
    return replace(
        network,
        attackers={key: tuple(a for a in aimed if a != removed) for key, aimed in network.attackers.items()},
        claims={key: () if key[0] == removed else claims for key, claims in network.claims.items()},
        powers=tuple(power for power in network.powers if power.provision != removed),
    )


def _moved(book: Rulebook, network: Network, removed: str) -> frozenset[str]:
    """Return the provisions that may stand elsewhere without a provision's attack, and those that hang on them."""
    targets = {name for (name, _), aimed in network.attackers.items() if removed in aimed}
    moved: set[str] = set()
    while targets:
        moved |= targets
        related = ((p.name, p.relation) for p in map(book.provisions.__getitem__, network.members))
        aimed = {name for (name, _), attackers in network.attackers.items() if moved.intersection(attackers)}
        hanging = {name for name, r in related if r is not None and r.form != "override" and r.target in moved}
        targets = (aimed | hanging) - moved
    return frozenset(moved)
