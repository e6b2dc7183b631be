"""Which provisions nearly answer where the law is silent, and what they lack."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.logic import Law, Resolution, UnitName
from checker.regions import Region
from checker.rulebook.days import write_day


class Nearest(Struct, frozen=True):
    """A provision that would answer, and the parts of its condition that fail, in its author's words.

    Only where no part fails in every completion of the plan are the parts meant that may fail.
    """

    provision: str
    lacks: tuple[str, ...]


def find_nearest(law: Law, resolution: Resolution) -> tuple[Nearest, ...]:
    """Return the binding provisions that lack fewest parts to answer the question on the subject; all that tie.

    Of a choice only provisions are meant that speak of the value the plan has chosen.
    """
    found: list[tuple[tuple[int, int], Nearest]] = []
    for provision in dict.fromkeys(c.provision for c in resolution.claims):
        if _speaks(resolution, provision):
            parts = list(_parts(law, resolution, provision))
            happens = resolution.case.happens
            failing = tuple(text for text, region in parts if not happens(region))
            doubtful = tuple(text for text, region in parts if happens(region) and _may_fail(resolution, region))
            if failing or doubtful:
                found.append(((len(failing), len(doubtful)), Nearest(provision, failing or doubtful)))
    fewest = min((distance for distance, _ in found), default=(0, 0))
    return tuple(nearest for distance, nearest in found if distance == fewest)


def _speaks(resolution: Resolution, provision: str) -> bool:
    case, question = resolution.case, resolution.question.question.name
    units = (("claim", provision, question, str(c.number)) for c in resolution.claims if c.provision == provision)
    return any(case.happens(case.both(case.possible, resolution.unit(*unit))) for unit in units)


def _parts(law: Law, resolution: Resolution, name: str) -> Iterator[tuple[str, Region]]:
    """Go through all that must hold for a provision, and what it hangs on, to apply, with where it does."""
    case, provision = resolution.case, law.book.provisions[name]
    units: list[tuple[str, UnitName]] = [(c.text, ("part", name, str(n))) for n, c in enumerate(provision.conjuncts)]
    units.append((f"{provision.document} applies", ("document", name)))
    units.append((_window(law, name), ("window", name)))
    for text, unit in units:
        yield text, case.both(case.possible, resolution.unit(*unit))
    if provision.relation is not None and provision.relation.form != "override":
        yield from _parts(law, resolution, provision.relation.target)


def _may_fail(resolution: Resolution, region: Region) -> bool:
    return resolution.case.happens(resolution.case.without(resolution.case.possible, region))


def _window(law: Law, name: str) -> str:
    first, until = law.timeline.days(law.book.provisions[name])
    ends = "" if until is None else f" until {write_day(until)}"
    return f"in force from {write_day(first)}{ends}"
