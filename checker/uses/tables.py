"""A question divided into parts: cases that are decided alike, and for the same reasons.

Takes a law and the sets of one question over all cases; gives its parts, which are disjoint and together all it is
asked of: what is decided, who wins there, which known gaps are on record. Must not know how a part is put into words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from checker.logic import Law, Resolution
from checker.logic.case import Case
from checker.logic.decisions import Decision, Held, decided
from checker.logic.silence import on_record
from checker.logic.verdict import VERDICTS
from checker.regions import Region
from checker.regions.joining import join

NOT_ASKED: Held = (Decision("not-applicable"),)


@dataclass(frozen=True, eq=False)
class Part:
    """Cases of a question in which the same is decided, by the same provisions.

    `winners` are those that win, that clash, or that leave the case to somebody; `gaps` the known gaps that speak of a
    silence. Where neither is there, nobody speaks: it is a gap, or silence has a meaning.
    """

    held: Held
    winners: tuple[str, ...]
    gaps: tuple[str, ...]
    region: Region


def divided(law: Law, resolution: Resolution) -> tuple[Part, ...]:
    """Divide what a question is asked of; none of the parts is empty. Answers come first, then silence, then conflict.

    Raises TooManyBoxesError where that takes more than the effort of the case.
    """
    parts = _parts(law, resolution)
    size = resolution.case.size
    order = {word: number for number, word in enumerate(VERDICTS)}
    sizes = {id(part): size(part.region) for part in parts}
    return tuple(
        sorted(
            parts,
            key=lambda part: (
                len(part.held) > 1,
                [(order[decision.word], decision) for decision in part.held],
                -sizes[id(part)],
                part.winners,
                part.gaps,
            ),
        )
    )


def _parts(law: Law, resolution: Resolution) -> list[Part]:
    case = resolution.case
    won, left, recorded = resolution.winners, _leaving(resolution), dict(_silent(law, resolution))
    found: list[Part] = []
    for held, region in decided(law.book, law.precedence, resolution).items():
        if case.effort is not None:
            case.effort.renew()
        asked = join(case.both(region, resolution.asked))
        if held == NOT_ASKED or not case.happens(asked):
            continue
        words = {decision.word for decision in held}
        speaking = won if "discretion" not in words else _united(won, left)
        for winners, here in _split(case, asked, speaking):
            on_file = recorded if "known-gap" in words else {}
            found.extend(Part(held, winners, gaps, there) for gaps, there in _split(case, here, on_file))
    return found


def _leaving(resolution: Resolution) -> dict[str, Region]:
    """Return where each provision leaves cases to somebody."""
    found: dict[str, Region] = {}
    for power, region in resolution.powers():
        found[power.provision] = _joined([found.get(power.provision, ()), region])
    return found


def _silent(law: Law, resolution: Resolution) -> Iterator[tuple[str, Region]]:
    for gap, region in on_record(law.book, resolution):
        yield gap.name, region


def _united(one: Mapping[str, Region], two: Mapping[str, Region]) -> dict[str, Region]:
    return {name: _joined([one.get(name, ()), two.get(name, ())]) for name in (*one, *two)}


def _split(case: Case, region: Region, by: Mapping[str, Region]) -> Iterator[tuple[tuple[str, ...], Region]]:
    """Divide a region by which of some others its cases lie in; each part holds a case."""
    parts: dict[tuple[str, ...], Region] = {(): region}
    for name, other in by.items():
        split: dict[tuple[str, ...], Region] = {}
        for names, part in parts.items():
            inside = case.both(part, other)
            if not inside or not case.happens(inside):
                split[names] = part
                continue
            split[(*names, name)] = join(inside)
            outside = join(case.without(part, other))
            if case.happens(outside):
                split[names] = outside
        parts = split
    yield from parts.items()


def _joined(regions: Iterable[Region]) -> Region:
    return join(tuple(chain.from_iterable(regions)))
