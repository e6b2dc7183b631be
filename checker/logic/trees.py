"""Conditions over fields, in negation normal form, and their branches.

A *branch* is, per field, the set of classes it admits: a sparse box, field number to mask. A condition is the union
of its branches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from checker.findings import Message, say
from checker.logic.fields import Classes, Extent
from checker.logic.sparse import Sparse, leanest, meet

Branch = Sparse

MOST_BRANCHES = 20_000

MOST_COMPARED = 1024
"""Of more branches than these none is looked for inside another: it would cost more than it saves."""


class Literal(Struct, frozen=True):
    """The field's value lies in the extent."""

    field: int
    extent: Extent


class Every(Struct, frozen=True):
    """All parts hold; without parts always."""

    parts: tuple[Tree, ...]


class Any(Struct, frozen=True):
    """Some part holds; without parts never."""

    parts: tuple[Tree, ...]


Tree = Literal | Every | Any

TRUE = Every(())
FALSE = Any(())


class CompilationError(Exception):
    """A condition cannot be compiled exactly; `reason` says why, and the caller reports it as a finding."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def every(*parts: Tree) -> Tree:
    """Join parts by *and*, dropping what is always true."""
    kept = tuple(p for p in parts if p != TRUE)
    if FALSE in kept:
        return FALSE
    return kept[0] if len(kept) == 1 else Every(kept)


def some(*parts: Tree) -> Tree:
    """Join parts by *or*, dropping what is never true."""
    kept = tuple(p for p in parts if p != FALSE)
    if TRUE in kept:
        return TRUE
    return kept[0] if len(kept) == 1 else Any(kept)


Placing = Callable[[Literal], Branch | None]
"""Gives the branch of a literal, None where it never holds."""


def placed(literal: Literal, classes: tuple[Classes, ...]) -> Branch | None:
    """Give the branch of a literal over the fields it speaks of."""
    mask = classes[literal.field].mask(literal.extent)
    if not mask:
        return None
    return {} if mask == classes[literal.field].full else {literal.field: mask}


def branches(tree: Tree, placing: Placing) -> list[Branch]:
    """Write a tree as a union of branches, none inside another of the same literals' order.

    Raises CompilationError rather than dropping any.
    """
    if isinstance(tree, Literal):
        branch = placing(tree)
        return [] if branch is None else [branch]
    if isinstance(tree, Any):
        return _joined(_fused(b for part in tree.parts for b in branches(part, placing)))
    product, *others = sorted((branches(p, placing) for p in tree.parts), key=len) or [[{}]]
    for part in others:
        product = _joined(meet(a, b) for a in product for b in part)
    return product


def _fused(found: Iterable[Branch]) -> Iterable[Branch]:
    """Make one branch of all that limit one field and nothing else."""
    single: Branch = {}
    others: list[Branch] = []
    for branch in found:
        if len(branch) == 1:
            ((field, mask),) = branch.items()
            single[field] = single.get(field, 0) | mask
        else:
            others.append(branch)
    return (*({field: mask} for field, mask in single.items()), *others)


def _joined(found: Iterable[Branch | None]) -> list[Branch]:
    """Unite branches, or raise CompilationError; None is one that never holds."""
    kept = [branch for branch in found if branch is not None]
    if len(kept) > MOST_BRANCHES:
        raise CompilationError(say("it falls apart into more than {most} alternatives", most=MOST_BRANCHES))
    return list(leanest(kept, MOST_COMPARED))
