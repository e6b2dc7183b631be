"""Where a question is answered, and where its silence is on record: what is left of what is asked is a gap.

Takes the sets of a question; gives sets within what is asked. Clashing answers are answers here, and so is what is
left to somebody. A question whose silence has a meaning has no gap at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from checker.logic.resolution import ClaimKey, Resolution
from checker.regions import Region, cylinder
from checker.regions.joining import join
from checker.rulebook.model import KnownGap, Rulebook


def answered(resolution: Resolution) -> Region:
    """Return where a question has an answer or is left to somebody.

    Whoever yields or is beaten does so to somebody who stands as well: it is where anybody stands.
    """
    left = (region for _, region in resolution.left_to())
    return join((*chain.from_iterable(resolution.standing.values()), *chain.from_iterable(left)))


def answering(book: Rulebook, resolution: Resolution) -> dict[str, Region]:
    """Return for each provision, by its name, where it wins or leaves the case to somebody: all that is `answered`."""
    return _speaking(book, resolution, resolution.wins)


def standing(book: Rulebook, resolution: Resolution) -> dict[str, Region]:
    """Return for each provision, by its name, where it stands or leaves the case to somebody: all that is `answered`.

    It takes no looking at who beats whom.
    """
    return _speaking(book, resolution, resolution.standing)


def _speaking(book: Rulebook, resolution: Resolution, answers: Mapping[ClaimKey, Region]) -> dict[str, Region]:
    found: dict[str, list[Region]] = {}
    for claim in resolution.claims:
        found.setdefault(claim.provision, []).append(answers[claim.provision, claim.number])
    case, question = resolution.case, resolution.question.question.name
    for power in resolution.question.network.powers:
        if book.documents[book.provisions[power.provision].document].binding:
            unit = resolution.unit("power", power.provision, str(power.number))
            left = case.both(resolution.stands(power.provision, question), unit)
            found.setdefault(power.provision, []).append(case.both(left, resolution.asked))
    return {name: join(tuple(chain.from_iterable(regions))) for name, regions in found.items()}


def on_record(book: Rulebook, resolution: Resolution) -> Iterator[tuple[KnownGap, Region]]:
    """Go through the known gaps of a question, with where each says that nothing answers, be that so or not."""
    case, name = resolution.case, resolution.question.question.name
    for gap in book.known_gaps:
        if name in gap.questions:
            yield gap, join(case.both(resolution.asked, resolution.unit("gap", gap.name)))


def undecided(resolution: Resolution, held: Region) -> Region:
    """Return where a tested question has no answer, and another one than it is laid out with would be held.

    The verdict is open there, and no gap: the silence is that of the tested question.
    """
    case = resolution.case
    found: Region = ()
    for link in resolution.links * len(resolution.links):  # one silence may hang on another
        number = case.place(link.slot)
        if number is not None:
            reached = cylinder(case.space, case.both((*held, *found), link.unanswered), number)
            found = join((*found, *case.both(case.both(reached, link.unanswered), resolution.asked)))
    return found
