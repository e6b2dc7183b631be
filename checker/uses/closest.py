"""Which provision comes closest to answering a box of cases where the law is silent, and what would let it.

Takes a resolution over all cases and a box in which it has no answer; gives what keeps each provision out, and
whether letting it in would open a conflict. Reads the map alone: no rule is written and read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from checker.logic import Law, Resolution
from checker.logic.network import Claim
from checker.regions import Box, contains, put
from checker.regions.columns import Columns
from checker.regions.index import numbers
from checker.rulebook.model import PERMIT, Answer, Deontic, clash

MOST_ANSWERS = 2
_Distance = tuple[int, bool, bool, int, int]
MOST_FACTS = 3
"""A provision that more facts keep out is not close."""


class Closest(Struct, frozen=True):
    """A claim that nearly answers a box: the dimensions that keep it out, as its own box `would` has them.

    With `closes` it would answer all of the box if these did not keep it out; if there is one of them, `clashes`
    names the provisions against which it would then stand undecided.
    """

    claim: Claim
    keeps_out: tuple[int, ...]
    would: Box
    closes: bool
    clashes: tuple[str, ...]


def find_closest(law: Law, resolution: Resolution, box: Box) -> tuple[Closest, ...]:
    """Find for each answer the claim that fewest facts keep out, of several the one that would answer most.

    Only the answers that are nearest are given, what permits before what forbids; of a choice those claims are meant
    that speak of what is chosen.
    """
    best: dict[Answer, tuple[_Distance, Closest]] = {}
    for number, near in enumerate(_near(resolution, box)):
        judged = _judged(law, resolution, near, box)
        distance = _distance(judged, box, number)
        kept = best.get(_said(near.claim.answer))
        if kept is None or distance < kept[0]:
            best[_said(near.claim.answer)] = (distance, judged)
    found = sorted(best.values(), key=lambda one: (one[0][:2], clash(one[1].claim.answer, PERMIT), one[0]))
    fewest = len(found[0][1].keeps_out) if found else 0
    return tuple(near for _, near in found if len(near.keeps_out) == fewest)[:MOST_ANSWERS]


def _near(resolution: Resolution, box: Box) -> Iterator[Closest]:
    """Go through the boxes of claims that fewest facts keep out, if these are not more than `MOST_FACTS`."""
    ways = _ways_in(resolution)
    case, about = resolution.case, resolution.question.question.about
    left = everything = ways.columns.everything
    kept_out = [0] * (MOST_FACTS + 1)  # by one fact at least, by two, and so on
    for n in case.dimensions:
        out = everything & ~ways.columns.meeting_in(n, box[n])
        if about is not None and case.field(n).base == about.key:
            left &= ~out
        kept_out = [this | fewer & out for this, fewer in zip(kept_out, (everything, *kept_out), strict=False)]
    for this, more in pairwise(kept_out):
        if nearest := this & ~more & left:
            for number in numbers(nearest):
                claim, would = ways.into[number]
                apart = tuple(n for n in case.dimensions if not would[n] & box[n])
                opened = tuple(a | b if n in apart else a for n, (a, b) in enumerate(zip(would, box, strict=True)))
                yield Closest(claim, apart, would, contains(opened, box), ())
            return


@dataclass(frozen=True, slots=True, eq=False)
class _Ways:
    """The boxes in which claims answer, each with its claim, and the same boxes by their classes."""

    into: tuple[tuple[Claim, Box], ...]
    columns: Columns


@lru_cache(maxsize=2)
def _ways_in(resolution: Resolution) -> _Ways:
    """Gather the boxes of all claims; the silences of one question are stated one after another."""
    case, question = resolution.case, resolution.question.question.name
    into = tuple(
        (claim, would)
        for claim in resolution.claims
        for would in case.both(
            resolution.applicable(claim.provision),
            resolution.unit("claim", claim.provision, question, str(claim.number)),
        )
    )
    return _Ways(into, Columns(case.space, [would for _, would in into]))


def _judged(law: Law, resolution: Resolution, near: Closest, box: Box) -> Closest:
    """Look at what a claim would do to others, where letting it in by one fact would close the box."""
    if len(near.keeps_out) > 1 or not near.closes:
        return near
    return Closest(near.claim, near.keeps_out, near.would, True, _clashing(law, resolution, near, box))


def _said(answer: Answer) -> Answer:
    """Leave out of an answer who bears a duty, and when."""
    return Deontic(answer.do, answer.leave) if isinstance(answer, Deontic) else answer


def _distance(near: Closest, box: Box, number: int) -> _Distance:
    """Measure how far a claim is: facts that keep it out, what letting it in would do, facts it answers in part."""
    partly = sum(bool(a & b) and a & b != b for a, b in zip(near.would, box, strict=True))
    return len(near.keeps_out), not near.closes, bool(near.clashes), partly, number


def _clashing(law: Law, resolution: Resolution, near: Closest, box: Box) -> tuple[str, ...]:
    """Name whoever would stand against a claim that was let in, with nothing to decide between them."""
    case, provision = resolution.case, near.claim.provision
    (out,) = near.keeps_out
    opened = (put(near.would, out, box[out]),)
    return tuple(
        dict.fromkeys(
            other.provision
            for other in resolution.contending(opened)
            if other.provision != provision
            and resolution.question.question.form != "collecting"
            and clash(near.claim.answer, other.answer)
            and provision not in resolution.attackers(other.provision, resolution.question.question.name)
            and other.provision not in resolution.attackers(provision, resolution.question.question.name)
            and not law.precedence.beats(provision, other.provision)
            and not law.precedence.beats(other.provision, provision)
            and case.meets(opened, resolution.candidates[other.provision, other.number])
        )
    )
