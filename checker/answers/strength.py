"""Of several findings about one provision, those that say most: what never prevails is not also called superfluous."""

from __future__ import annotations

from collections.abc import Iterable

from checker.logic.area import Found

_WEAKER = {"R102": ("R103", "R104", "R105"), "R104": ("R103", "R105")}
"""What need not be said of a provision beside a finding of an id."""


def strongest(found: Iterable[Found]) -> tuple[Found, ...]:
    """Leave out what follows from a stronger finding about the same provision, which each of them names first."""
    every = tuple(found)
    said = {
        (weaker, each.finding.concerns[0])
        for each in every
        if each.finding.concerns
        for weaker in _WEAKER.get(each.finding.id, ())
    }
    return tuple(
        each for each in every if not each.finding.concerns or (each.finding.id, each.finding.concerns[0]) not in said
    )
