"""What a question decides, case by case: the answer, who bears a duty and when it is due, to whom a case is left.

Takes a resolution; gives the cases by what is decided in them. Cases in which a tested question has no answer get the
same decision whatever it would be, or several: there the verdict is open. Must not know with what anybody compares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from checker.logic.judgement import Judgement
from checker.logic.network import Claim
from checker.logic.precedence import Precedence
from checker.logic.resolution import Resolution
from checker.logic.verdict import Outcome
from checker.regions import Region, cylinder
from checker.regions.joining import join
from checker.rulebook.model import Deontic, Period, Rulebook

Tail = str | Period
"""Who bears a duty, or when it is due."""


class Decision(Struct, frozen=True, order=True):
    """The verdict of a case as far as it is law: its word and values, the duty's bearer and periods, whose power it is.

    `by` and `due` are written as in rule files.
    """

    word: str
    values: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    left_to: tuple[str, ...] = ()


Held = tuple[Decision, ...]
"""What may be decided in a case: one decision, or, where a tested question has no answer, any of several."""


def decided(book: Rulebook, precedence: Precedence, resolution: Resolution) -> dict[Held, Region]:
    """Divide the possible cases by what is decided in them; the regions are disjoint, and none is empty.

    Raises TooManyBoxesError where that takes more than the effort of the case.
    """
    return _settled(resolution, _cells(book, precedence, resolution))


def tails_of(resolution: Resolution, outcomes: Mapping[Outcome, Region]) -> dict[Tail, Region]:
    """Return where each bearer and each period goes with the answer; with a duty, the duties' own alone."""
    case = resolution.case
    said = [c for c in resolution.claims if isinstance(c.answer, Deontic) and (c.answer.bearer or c.answer.period)]
    if not said:
        return {}
    duties = [c for c in resolution.claims if isinstance(c.answer, Deontic) and c.answer.leave is False]
    bound = case.either(resolution.wins[c.provision, c.number] for c in duties)
    clashing = outcomes.get(Outcome("conflict"), ())
    found: dict[Tail, list[Region]] = {}
    for claim in said:
        won = case.without(resolution.wins[claim.provision, claim.number], clashing)
        region = won if claim in duties else case.without(won, bound)
        for tail in _tails(claim):
            found.setdefault(tail, []).append(region)
    return {tail: case.either(regions) for tail, regions in found.items()}


def roles_of(resolution: Resolution, outcomes: Mapping[Outcome, Region]) -> dict[str, Region]:
    """Return where the case is left to whom."""
    case, open_to = resolution.case, outcomes.get(Outcome("discretion"), ())
    found: dict[str, Region] = {}
    for role, region in resolution.left_to() if open_to else ():
        found[role] = case.either((found.get(role, ()), case.both(open_to, region)))
    return found


def _cells(book: Rulebook, precedence: Precedence, resolution: Resolution) -> dict[Decision, Region]:
    outcomes = Judgement(book, precedence, resolution).outcomes
    cells = {Decision(o.word, tuple(sorted(o.values))): join(region) for o, region in outcomes.items()}
    for tail, region in tails_of(resolution, outcomes).items():
        cells = dict(_split(resolution, cells, tail, region))
    for role, region in roles_of(resolution, outcomes).items():
        cells = dict(_split(resolution, cells, None, region, role))
    return cells


def _split(
    resolution: Resolution, cells: Mapping[Decision, Region], tail: Tail | None, region: Region, role: str = ""
) -> Iterator[tuple[Decision, Region]]:
    """Divide decisions by whether a bearer, a period or a power goes with them."""
    case = resolution.case
    for decision, cell in cells.items():
        held = case.both(cell, region)
        if not held or not case.happens(held):
            yield decision, cell
            continue
        yield _with(decision, tail, role), join(held)
        rest = case.without(cell, region)
        if case.happens(rest):
            yield decision, join(rest)


def _with(decision: Decision, tail: Tail | None, role: str) -> Decision:
    by, due, left_to = set(decision.by), set(decision.due), set(decision.left_to)
    if tail is None:
        left_to.add(role)
    elif isinstance(tail, Period):
        due.add(tail.text)
    else:
        by.add(tail)
    return Decision(decision.word, decision.values, *(tuple(sorted(each)) for each in (by, due, left_to)))


def _settled(resolution: Resolution, cells: Mapping[Decision, Region]) -> dict[Held, Region]:
    """Say of cases in which a tested question has no answer what may be decided, whatever it would be."""
    case = resolution.case
    loose = case.either(link.unanswered for link in resolution.links if case.place(link.slot) is not None)
    if not case.happens(case.both(loose, case.possible)):
        return {(decision,): region for decision, region in cells.items()}
    parts: dict[Held, Region] = {(): case.possible}
    for decision, cell in sorted(cells.items()):
        reached = _reached(resolution, cell)
        divided: dict[Held, Region] = {}
        for held, region in parts.items():
            for key, part in ((held, case.without(region, reached)), ((*held, decision), case.both(region, reached))):
                if part:
                    divided[key] = join(part)
        parts = divided
    return {held: region for held, region in parts.items() if held and case.happens(region)}


def _reached(resolution: Resolution, region: Region) -> Region:
    """Add the cases that differ from those of a region in nothing but answers that nobody gives."""
    case = resolution.case
    for link in resolution.links * len(resolution.links):  # one silence may hang on another
        number = case.place(link.slot)
        if number is not None:
            there = cylinder(case.space, case.both(region, link.unanswered), number)
            region = join((*region, *case.both(case.both(there, link.unanswered), case.possible)))
    return region


def _tails(claim: Claim) -> list[Tail]:
    answer = claim.answer
    return [tail for tail in (answer.bearer, answer.period) if tail] if isinstance(answer, Deontic) else []
