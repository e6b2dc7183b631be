"""Which provision comes closest to answering a box of cases where the law is silent, and what would let it.

Takes a resolution over all cases and a box in which it has no answer; gives what keeps each provision out, and
whether letting it in would open a conflict. Reads the map alone: no rule is written and read again.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.logic import Law, Resolution
from checker.logic.network import Claim
from checker.regions import Box, contains
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

    Only the answers that are nearest are given, what permits before what forbids; of a choice those claims are meant that speak of what is chosen.
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
    case, question = resolution.case, resolution.question.question
    about = None if question.about is None else question.about.key
    for claim in resolution.claims:
        unit = resolution.unit("claim", claim.provision, question.name, str(claim.number))
        for would in case.both(resolution.applicable(claim.provision), unit):
            apart = tuple(n for n in case.dimensions if not would[n] & box[n])
            if 0 < len(apart) <= MOST_FACTS and all(case.field(n).base != about for n in apart):
                opened = tuple(a | b if n in apart else a for n, (a, b) in enumerate(zip(would, box, strict=True)))
                yield Closest(claim, apart, would, contains(opened, box), ())


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
    opened = ((*near.would[:out], box[out], *near.would[out + 1 :]),)
    return tuple(
        dict.fromkeys(
            other.provision
            for other in resolution.claims
            if other.provision != provision
            and clash(near.claim.answer, other.answer)
            and not law.precedence.beats(provision, other.provision)
            and not law.precedence.beats(other.provision, provision)
            and case.meets(opened, resolution.candidates[other.provision, other.number])
        )
    )
