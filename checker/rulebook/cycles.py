"""Circles: in what hangs on what, what takes whose effects, what replaces what.

Takes a graph of names, gives one circle of each knot. Knows nothing of what the arrows mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.findings import Finding, Message, Related, Span, say

Graph = Mapping[str, Iterable[str]]


def circles(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Find a circle in each knot, its least name first; circles found share no name."""
    left = {name: {n for n in after if n in graph} for name, after in graph.items()}
    found: list[tuple[str, ...]] = []
    while left := _within_knots(left):
        path = [min(left)]
        while (following := min(left[path[-1]])) not in path:
            path.append(following)
        circle = path[path.index(following) :]
        start = circle.index(min(circle))
        found.append(tuple(circle[start:] + circle[:start]))
        left = {name: after - set(circle) for name, after in left.items() if name not in circle}
    return tuple(found)


def reached(graph: Graph, start: str) -> tuple[str, ...]:
    """Return the start and all that can be reached from it, each once; circles do no harm."""
    found, seen = [start], {start}
    for name in found:
        following = [n for n in dict.fromkeys(graph.get(name, ())) if n not in seen]
        found.extend(following)
        seen.update(following)
    return tuple(found)


def circle_finding(circle: tuple[str, ...], message: Message, places: Mapping[str, Span]) -> Finding:
    """Report a circle at its first name; `message` is the beginning of a sentence."""
    related = tuple(Related(places[name], say("`{name}` is part of the circle", name=name)) for name in circle[1:])
    shown = " → ".join((*circle, circle[0]))
    return Finding(
        "D301", say("{sentence}: `{circle}`", sentence=message, circle=shown), places[circle[0]], related=related
    )


def _within_knots(graph: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Leave out, again and again, what nothing leads to and what leads nowhere."""
    left = dict(graph)
    while True:
        entered = {name for after in left.values() for name in after}
        kept = {name: after & left.keys() for name, after in left.items() if name in entered}
        kept = {name: after & kept.keys() for name, after in kept.items()}
        kept = {name: after for name, after in kept.items() if after}
        if kept.keys() == left.keys():
            return kept
        left = kept
