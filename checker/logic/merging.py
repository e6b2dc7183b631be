"""Codes no table lists, as classes of one field: for asking of all cases, where nothing of a code is known.

A code fact is a field, and so is every hidden property of a code that no table lists (see `lowering`); the properties
mean something only where the code is unlisted. Here a code fact and its properties become one field: the classes of
its listed codes, and one class for each combination of properties, a `Virtual` code. Takes the classes of a space,
gives fewer of them and the way from the old sets of classes to the new ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

from msgspec import Struct
from msgspec.structs import replace

from checker.logic.fields import UNLISTED, Atom, Classes, Extent, Virtual
from checker.logic.sparse import Sparse
from checker.logic.trees import Literal
from checker.logic.twins import Slot

MOST_CLASSES = 4096
"""A code whose properties combine in more ways keeps them as fields of their own."""

Combination = Mapping[int, int]
"""The number of each field of one code to its class; fields that mean nothing in it are left out."""


class Merging(Struct, frozen=True):
    """The classes of a space with the fields of each code made one; `masks[f][c]` are the field and the classes that
    class c of the old field f has become.
    """

    classes: tuple[Classes, ...]
    numbers: tuple[int, ...]
    masks: tuple[tuple[int, ...], ...]

    def branch(self, literal: Literal, before: tuple[Classes, ...]) -> Sparse | None:
        """Give the branch of a literal over the fields as they were; None where it never holds."""
        mask, number = before[literal.field].mask(literal.extent), self.numbers[literal.field]
        merged = 0
        for place, classes in enumerate(self.masks[literal.field]):
            if mask >> place & 1:
                merged |= classes
        if not merged:
            return None
        return {} if merged == self.classes[number].full else {number: merged}


def merge(classes: tuple[Classes, ...]) -> Merging:
    """Make one field of each code fact and its hidden properties, except of elements that tests speak of."""
    below = _below(classes)
    heads = [n for n, c in enumerate(classes) if below[n] and not _is_property(c) and _ways(n, classes, below)]
    taken = {inner for head in heads for inner in _all_below(head, below)}
    kept = [n for n in range(len(classes)) if n not in taken]
    merged: list[Classes] = []
    numbers = [0] * len(classes)
    masks: list[tuple[int, ...]] = [()] * len(classes)
    for new, old in enumerate(kept):
        numbers[old] = new
        if old in heads:
            combinations = list(_combinations(old, classes, below))
            merged.append(_joined(old, classes, combinations))
            for inner in (old, *_all_below(old, below)):
                numbers[inner], masks[inner] = new, _masks(inner, classes, combinations)
        else:
            merged.append(classes[old])
            masks[old] = tuple(1 << place for place in range(len(classes[old].extents)))
    return Merging(tuple(merged), tuple(numbers), tuple(masks))


def _below(classes: tuple[Classes, ...]) -> list[list[int]]:
    """Find the fields that are properties of the code in another field, for each of them."""
    places = {c.field.key: number for number, c in enumerate(classes) if not c.field.binder}
    below: list[list[int]] = [[] for _ in classes]
    for number, each in enumerate(classes):
        owner = places.get(each.field.key[:-1]) if _is_property(each) and not each.field.binder else None
        if owner is not None:
            below[owner].append(number)
    return below


def _is_property(classes: Classes) -> bool:
    return len(classes.field.key) > 1 and classes.field.key[-1].startswith("~")


def _all_below(number: int, below: list[list[int]]) -> Iterator[int]:
    for inner in below[number]:
        yield inner
        yield from _all_below(inner, below)


def _ways(number: int, classes: tuple[Classes, ...], below: list[list[int]]) -> int:
    """Count the classes a field gets; 0 when they are too many, or its unlisted codes share a class with others."""
    total = 0
    for extent in classes[number].extents:
        inner = [_ways(n, classes, below) for n in below[number]] if UNLISTED in extent.atoms else []
        if inner and (len(extent.atoms) > 1 or not all(inner)):
            return 0
        total += prod(inner)
    return total if total <= MOST_CLASSES else 0


def _combinations(number: int, classes: tuple[Classes, ...], below: list[list[int]]) -> Iterator[Combination]:
    for place, extent in enumerate(classes[number].extents):
        inner = below[number] if UNLISTED in extent.atoms else []
        for parts in product(*(_combinations(n, classes, below) for n in inner)):
            yield {number: place} | {n: c for part in parts for n, c in part.items()}


def _joined(head: int, classes: tuple[Classes, ...], combinations: list[Combination]) -> Classes:
    key = classes[head].field.key
    extents = [
        classes[head].extents[combination[head]]
        if len(combination) == 1
        else Extent(frozenset({Virtual(tuple(_properties(head, key, classes, combination)))}))
        for combination in combinations
    ]
    atoms = tuple(_atoms(classes[head], extents))
    places = tuple((atom, place) for place, extent in enumerate(extents) for atom in atoms if atom in extent.atoms)
    return Classes(replace(classes[head].field, atoms=atoms), tuple(extents), (), places)


def _atoms(head: Classes, extents: list[Extent]) -> Iterator[Atom]:
    yield from (atom for atom in head.field.atoms if any(atom in extent.atoms for extent in extents))
    yield from (atom for extent in extents for atom in extent.atoms if isinstance(atom, Virtual))


def _properties(
    head: int, key: Slot, classes: tuple[Classes, ...], combination: Combination
) -> Iterator[tuple[Slot, Extent]]:
    for number, place in sorted(combination.items()):
        if number != head:
            yield classes[number].field.key[len(key) :], classes[number].extents[place]


def _masks(number: int, classes: tuple[Classes, ...], combinations: list[Combination]) -> tuple[int, ...]:
    """Say for each class of a field which combinations have it; one that does not speak of the field has any."""
    found = [0] * len(classes[number].extents)
    for bit, combination in enumerate(combinations):
        places = [combination[number]] if number in combination else range(len(found))
        for place in places:
            found[place] |= 1 << bit
    return tuple(found)
