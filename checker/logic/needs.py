"""Which facts split the set of verdicts: those by which alone one case gets another verdict than the next."""

from __future__ import annotations

from checker.logic.case import Case, Unsettled
from checker.logic.links import Link
from checker.logic.windows import BAND
from checker.regions import Region


def find_needs(
    case: Case, outcomes: tuple[Region, ...], links: tuple[Link, ...], missing_list: str | None
) -> tuple[tuple[str, ...], str | None]:
    """Return the labels of the facts that split the set, and the role that decides all of them."""
    facts = tuple(dict.fromkeys(case.facts()))
    outcomes = tuple(map(case.living, outcomes))
    split = {f.label: f for f in reversed(facts) if _splits(case, outcomes, links, f)}
    if not split and len(outcomes) > 1:  # facts that can only change together
        split = {f.label: f for f in facts}
    outside = [f.label for f in facts if f.label in split and (missing_list is None or split[f.label].list is None)]
    roles = {None if f.slot[1:2] == (BAND,) else f.decided_by for f in split.values()}
    labels = [*([] if missing_list is None else [missing_list]), *outside]
    return tuple(dict.fromkeys(labels)), roles.pop() if missing_list is None and len(roles) == 1 else None


def _splits(case: Case, outcomes: tuple[Region, ...], links: tuple[Link, ...], fact: Unsettled) -> bool:
    """Tell whether changing the fact, and what follows from it, leads from one outcome into another."""
    if fact.place is not None and not case.is_reckoned and not links:
        # What leads out of the last leads into another: where the outcomes are all cases, the others show it.
        told = outcomes if case.hangs_together else sorted(outcomes, key=len)[:-1]
        return any(case.splits(region, fact.place) for region in told)
    return any(
        case.moves(one, two, fact.slot, along)
        for i, left in enumerate(outcomes)
        for right in outcomes[i + 1 :]
        for one, two, along in _followed(case, left, right, [k for k in links if k.slot != fact.slot])
    )


def _followed(
    case: Case, left: Region, right: Region, links: list[Link]
) -> list[tuple[Region, Region, frozenset[int]]]:
    """Divide pairs of cases by which tested questions may answer otherwise: all but those unanswered in both."""
    found: list[tuple[Region, Region, frozenset[int]]] = [(left, right, frozenset())]
    for link in links:
        number = case.place(link.slot)
        if number is None:
            continue
        parts: list[tuple[Region, Region, frozenset[int]]] = []
        for one, two, along in found:
            silent = case.both(one, link.unanswered), case.both(two, link.unanswered)
            spoken = case.without(one, link.unanswered), case.without(two, link.unanswered)
            parts.append((silent[0], silent[1], along))
            parts.append((spoken[0], two, along | {number}))
            parts.append((silent[0], spoken[1], along | {number}))
        found = [(one, two, along) for one, two, along in parts if one and two]
    return found
