"""Conditions over fields, in negation normal form, and their branches.

A *branch* is, per field, the set of classes it admits: a sparse box, field number to mask. A condition is the union
of its branches.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.logic.fields import Classes, Extent

Branch = dict[int, int]

MOST_BRANCHES = 20_000

MOST_COMPARED = 64
"""Of more branches than these none is looked for inside another: it would cost more than it saves."""


@dataclass(frozen=True, slots=True)
class Literal:
    """The field's value lies in the extent."""

    field: int
    extent: Extent


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold; without parts always."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Some part holds; without parts never."""

    parts: tuple[Tree, ...]


Tree = Literal | Every | Any

TRUE = Every(())
FALSE = Any(())


class CompilationError(Exception):
    """A condition cannot be compiled exactly; the message says why, and the caller reports it as a finding."""


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


def branches(tree: Tree, classes: tuple[Classes, ...]) -> list[Branch]:
    """Write a tree as a union of branches, none inside another of the same literals' order.

    Raises CompilationError rather than dropping any.
    """
    if isinstance(tree, Literal):
        mask = classes[tree.field].mask(tree.extent)
        if not mask:
            return []
        return [{}] if mask == classes[tree.field].full else [{tree.field: mask}]
    if isinstance(tree, Any):
        return _leanest([b for part in tree.parts for b in branches(part, classes)])
    product: list[Branch] = [{}]
    for part in sorted((branches(p, classes) for p in tree.parts), key=len):
        product = _leanest([m for a in product for b in part if (m := _meet(a, b)) is not None])
    return product


def _meet(left: Branch, right: Branch) -> Branch | None:
    joined = dict(left)
    for field, mask in right.items():
        common = joined.get(field, mask) & mask
        if not common:
            return None
        joined[field] = common
    return joined


def _leanest(found: list[Branch]) -> list[Branch]:
    if len(found) > MOST_BRANCHES:
        raise CompilationError(f"it falls apart into more than {MOST_BRANCHES} alternatives")
    distinct = list({tuple(sorted(b.items())): b for b in found}.values())
    if len(distinct) > MOST_COMPARED:
        return distinct
    kept: list[Branch] = []
    # A branch that holds another constrains no other field, and where it constrains the same ones it admits more.
    for branch in sorted(distinct, key=_narrowness):
        if not any(_inside(branch, larger) for larger in kept):
            kept.append(branch)
    return kept


def _narrowness(branch: Branch) -> tuple[int, int]:
    return len(branch), -sum(mask.bit_count() for mask in branch.values())


def _inside(inner: Branch, outer: Branch) -> bool:
    for field, mask in outer.items():
        own = inner.get(field)
        if own is None or own & ~mask:
            return False
    return True
