"""Which provisions nearly answer where the law is silent, and what they lack."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.logic import Law, Resolution, UnitName
from checker.regions import Region
from checker.rulebook.days import write_day


class Lack(Struct, frozen=True):
    """What a provision lacks to apply: `text` says it, a part of its condition in its author's words.

    One of the others says what it is: that `part`, by the name of a provision and its number there, the `document` that
    does not apply, the `days` from which and until which the provision is in force.
    """

    text: str
    part: tuple[str, int] | None = None
    document: str | None = None
    days: tuple[str, str | None] | None = None


class Nearest(Struct, frozen=True):
    """A provision that would answer, and the parts of its condition that fail, each once.

    Only where no part fails in every completion of the plan are the parts meant that may fail.
    """

    provision: str
    lacks: tuple[Lack, ...]


def find_nearest(law: Law, resolution: Resolution) -> tuple[Nearest, ...]:
    """Return the binding provisions that lack fewest parts to answer the question on the subject; all that tie.

    The question must be laid out whole: otherwise a provision seems to lack what was never looked at. Of a choice only
    provisions are meant that speak of the value the plan has chosen.
    """
    found: list[tuple[tuple[int, int], Nearest]] = []
    for provision in dict.fromkeys(c.provision for c in resolution.claims):
        if _speaks(resolution, provision):
            parts = list(_parts(law, resolution, provision))
            happens = resolution.case.happens
            failing = tuple(lack for lack, region in parts if not happens(region))
            doubtful = tuple(lack for lack, region in parts if happens(region) and _may_fail(resolution, region))
            if failing or doubtful:
                lacks = tuple({lack.text: lack for lack in failing or doubtful}.values())
                found.append(((len(failing), len(doubtful)), Nearest(provision, lacks)))
    fewest = min((distance for distance, _ in found), default=(0, 0))
    return tuple(nearest for distance, nearest in found if distance == fewest)


def _speaks(resolution: Resolution, provision: str) -> bool:
    case, question = resolution.case, resolution.question.question.name
    units = (("claim", provision, question, str(c.number)) for c in resolution.claims if c.provision == provision)
    return any(case.happens(case.both(case.possible, resolution.unit(*unit))) for unit in units)


def _parts(law: Law, resolution: Resolution, name: str) -> Iterator[tuple[Lack, Region]]:
    """Go through all that must hold for a provision, and what it hangs on, to apply, with where it does."""
    case, provision = resolution.case, law.book.provisions[name]
    units: list[tuple[Lack, UnitName]] = [
        (Lack(c.text, part=(name, n)), ("part", name, str(n))) for n, c in enumerate(provision.conjuncts)
    ]
    document = provision.document
    units.append((Lack(f"{document} applies", document=document), ("document", name)))
    units.append((_window(law, name), ("window", name)))
    for lack, unit in units:
        yield lack, case.both(case.possible, resolution.unit(*unit))
    if provision.relation is not None and provision.relation.form != "override":
        yield from _parts(law, resolution, provision.relation.target)


def _may_fail(resolution: Resolution, region: Region) -> bool:
    return resolution.case.happens(resolution.case.without(resolution.case.possible, region))


def _window(law: Law, name: str) -> Lack:
    first, until = law.timeline.days(law.book.provisions[name])
    begin, end = write_day(first), None if until is None else write_day(until)
    return Lack(f"in force from {begin}" + (f" until {end}" if end else ""), days=(begin, end))
