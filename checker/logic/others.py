"""What the elements of a plan that nobody asks about leave possible.

A `never` about each element of a list binds plan and elements together. Of elements other than the subject only what
they say about the rest matters: some values of what is not known of them must fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.logic.lowering import NEVER
from checker.logic.scene import Holder, Scene, Scope, holder_of
from checker.logic.sparse import Sparse
from checker.logic.world import Never
from checker.regions import Space, pieces

Restriction = tuple[Sparse, ...]


def left_by_others(
    scene: Scene, nevers: tuple[Never, ...], used: set[int]
) -> tuple[tuple[Sparse, ...], tuple[Restriction, ...]]:
    """Return boxes in which no case lies, and unions of boxes of which each must be met.

    `used` are the dimensions that are spoken of anyway; what else is not known of an element is left out of account
    where that can be done exactly.
    """
    blocked: list[Sparse] = []
    allowed: list[Restriction] = []
    for scope in _others(scene, nevers):
        (listed, _), holder = list(scope.items())[-1]
        boxes = [b for i, n in enumerate(nevers) if n.list == listed for b in scene.boxes((NEVER, str(i)), scope)]
        own = {number for box in boxes for number in box if number not in used}
        own = {number for number in own if scene.dimensions[number].slot[0] == holder.path}
        if any(scene.dimensions[number].reckoning is not None for box in boxes for number in box):
            blocked.extend(boxes)
        elif own:
            allowed.append(_projected(scene, boxes, own))
        else:
            blocked.extend(boxes)
    return tuple(blocked), tuple(a for a in allowed if {} not in a)


def _others(scene: Scene, nevers: tuple[Never, ...]) -> Iterator[Scope]:
    """Go through the elements that some `never` speaks of and that are not the subject."""
    for listed in sorted({n.list for n in nevers if n.list is not None}):
        outer, _, inner = listed.rpartition("[].")
        if not outer:
            yield from (
                {(None, 0): scene.plan, (listed, 0): holder}
                for holder in map(holder_of, scene.plan.lists.get(listed, ()))
                if holder.path != _subject_path(scene, listed)
            )
            continue
        for owner in _owners(scene, outer):
            for element in owner.lists.get(inner, ()):
                yield {(None, 0): scene.plan, (outer, 0): owner, (listed, 0): holder_of(element)}


def _owners(scene: Scene, listed: str) -> tuple[Holder, ...]:
    outer, _, inner = listed.rpartition("[].")
    owners = _owners(scene, outer) if outer else (scene.plan,)
    return tuple(holder_of(element) for owner in owners for element in owner.lists.get(inner, ()))


def _subject_path(scene: Scene, listed: str) -> str | None:
    return scene.scope[listed, 0].path if scene.subject.list == listed else None


def _projected(scene: Scene, blocked: list[Sparse], own: set[int]) -> Restriction:
    """Say what the rest may be when some values of an element's own facts must lie outside the blocked boxes."""
    numbers = sorted({number for box in blocked for number in box})
    classes = [scene.dimensions[number].classes for number in numbers]
    space = Space(tuple(len(c.extents) for c in classes), tuple(c.field.span is not None for c in classes))
    taken = [tuple(box.get(n, f) for n, f in zip(numbers, space.full, strict=True)) for box in blocked]
    left = pieces(space, (space.full,), taken)
    return tuple(
        {n: mask for n, mask, full in zip(numbers, box, space.full, strict=True) if n not in own and mask != full}
        for box in left
    )
