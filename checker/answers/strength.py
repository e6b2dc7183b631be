"""Of several findings about one provision, those that say most: what never prevails is not also called superfluous."""

from __future__ import annotations

from collections.abc import Iterable

from checker.logic.area import Found

_WEAKER = {"R102": ("R103", "R104", "R105"), "R104": ("R103", "R105")}
"""What need not be said of a provision beside a finding of an id."""


def strongest(found: Iterable[Found]) -> tuple[Found, ...]:
    """Leave out what follows from a stronger finding about the same provision on the same questions, or on more."""
    every = tuple(found)
    said: dict[tuple[str, str], list[frozenset[str]]] = {}
    for each in every:
        for weaker in _WEAKER.get(each.finding.id, ()):
            for name in _about(each):
                said.setdefault((weaker, name), []).append(_questions(each))
    return tuple(
        each
        for each in every
        if not any(_questions(each) <= on for name in _about(each) for on in said.get((each.finding.id, name), ()))
    )


def _about(found: Found) -> tuple[str, ...]:
    return found.alike or found.finding.concerns[:1]


def _questions(found: Found) -> frozenset[str]:
    return frozenset(area.resolution.question.question.name for area in found.areas)
