"""Immutable values as JSON and back: what one process has worked out and the next one takes as it is.

Takes values made of frozen records, enumerations, tuples, frozen sets, mappings and plain scalars, with the classes
that may occur; gives a text, and for such a text an equal value. Nothing in a text names what is to be imported or
called: classes are numbers. Must not know what the values mean, nor where the texts are kept.

A text is a pool in which each value stands once, after all it is made of, and is spoken of by its place: equal values
are one value afterwards. An object with an identity of its own (a dataclass, where values are records) is made empty
before the others and filled when they are there: it may lie in a circle, and two of them stay two.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import chain, groupby
from types import MappingProxyType, ModuleType
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import astuple

Classes = tuple[type, ...]

_PLAIN: Classes = (tuple, frozenset, dict, MappingProxyType, int)
_SCALARS = (str, int, bool, type(None))
_LARGE = 1 << 63  # such an integer is written in sixteens: JSON is read with those of 64 bits alone


def classes_in(*modules: ModuleType) -> Classes:
    """List the records, dataclasses and enumerations that modules declare, in their order."""
    return tuple(
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type)
        and value.__module__ == module.__name__
        and (is_dataclass(value) or issubclass(value, Struct | Enum))
    )


def to_json(value: object, classes: Classes) -> str:
    """Write a value. Raises ValueError when something in it is of no class that may be stored."""
    pool = _Pool(classes)
    try:
        root = pool.place(value)
    except (TypeError, LookupError, RecursionError) as error:
        raise ValueError(f"this cannot be stored: {error}") from error
    return json.dumps(pool.written(root), separators=(",", ":"))


def from_json(text: str, classes: Classes) -> Any:
    """Read what `to_json` wrote with the same classes. Raises ValueError for any other text."""
    known: tuple[Any, ...] = (*_PLAIN, *classes)
    try:
        pool, empty, groups, filled, root = msgspec.json.decode(text)
        for number, count in empty:
            pool.extend([known[number].__new__(known[number]) for _ in range(count)])
        for number, parts in groups:
            pool.extend(_made(known[number], parts, pool))
        for place, parts in filled:
            type(pool[place]).__init__(pool[place], *map(pool.__getitem__, parts))
        return pool[root]
    except (TypeError, LookupError, AttributeError, RecursionError, msgspec.DecodeError) as error:
        raise ValueError("this is no stored value") from error


def _made(of: Any, parts: list[Any], pool: list[Any]) -> Iterable[Any]:
    """Make all values of one class that stand together; thousands of them at each start, hence no step too many."""
    at = pool.__getitem__
    if of is tuple or of is frozenset:
        return [of([pool[place] for place in row]) for row in parts]
    if of is dict:
        return [dict(_in_pairs(map(at, row))) for row in parts]
    if of is MappingProxyType:
        return [of(dict(_in_pairs(map(at, row)))) for row in parts]
    if of is int:
        return [int(digits, 16) for digits in parts]
    if issubclass(of, Enum):
        return [of[name] for name in parts]
    return map(of, *(map(at, column) for column in parts)) if parts else [of()]


def _in_pairs(values: Iterator[Any]) -> Iterable[tuple[Any, Any]]:
    return zip(values, values, strict=True)


class _Pool:
    """The values found so far, by the order in which they were: how deep each is built, its class, its parts."""

    def __init__(self, classes: Classes) -> None:
        self._numbers = {of: number for number, of in enumerate((*_PLAIN, *classes))}
        self._identical = {of for of in classes if is_dataclass(of)}
        self._scalars: dict[type, dict[Any, int]] = {of: {} for of in _SCALARS}
        self._known: dict[object, int] = {}
        self._places: dict[int, int] = {}
        self._found: list[tuple[int, int, Any]] = []
        self._filled: list[tuple[int, tuple[int, ...]]] = []

    def place(self, value: Any) -> int:
        """Return the place of a value, which is found with all it is made of when it was not known."""
        of = type(value)
        scalars = self._scalars.get(of)
        if scalars is not None and not (of is int and abs(value) >= _LARGE):
            place = scalars.get(value)
            if place is None:
                place = scalars[value] = self._add(0, -1, value)
            return place
        # What a value is made of is kept alive by it, so that no two of them have one number here.
        place = self._places.get(id(value))
        if place is None:
            place = self._places[id(value)] = self._one(value) if of in self._identical else self._equal(value)
        return place

    def _one(self, value: Any) -> int:
        place = self._places[id(value)] = self._add(0, self._numbers[type(value)], None)
        self._filled.append((place, self._all(_fields(value))))
        return place

    def _equal(self, value: Any) -> int:
        of = type(value)
        number = self._numbers[of]
        if of is int:
            return self._kept((number, value), 1, number, f"{value:x}")
        if isinstance(value, Enum):
            return self._kept((number, value.name), 1, number, value.name)
        if of is frozenset:
            members: Iterable[Any] = sorted(value, key=_spelt)
        elif of is dict or of is MappingProxyType:
            members = chain.from_iterable(value.items())
        else:
            members = value if of is tuple else _fields(value)
        parts = self._all(members)
        height = 1 + max([self._found[part][0] for part in parts], default=0)
        return self._kept((number, parts), height, number, parts)

    def _all(self, values: Iterable[Any]) -> tuple[int, ...]:
        return tuple([self.place(value) for value in values])

    def _kept(self, key: object, height: int, number: int, parts: Any) -> int:
        place = self._known.get(key)
        if place is None:
            place = self._known[key] = self._add(height, number, parts)
        return place

    def _add(self, height: int, number: int, parts: Any) -> int:
        self._found.append((height, number, parts))
        return len(self._found) - 1

    def written(self, root: int) -> list[Any]:
        """Lay the values out: scalars, empty objects, then each with those of its class after all it is made of."""
        order = sorted(range(len(self._found)), key=lambda place: self._found[place][:2])
        new = {place: number for number, place in enumerate(order)}.__getitem__
        scalars: list[Any] = []
        empty: list[Any] = []
        groups: list[Any] = []
        for (height, number), places in groupby(order, key=lambda place: self._found[place][:2]):
            parts = [self._found[place][2] for place in places]
            if number < 0:
                scalars = parts
            elif height == 0:
                empty.append((number, len(parts)))
            else:
                groups.append((number, self._laid(number, parts, new)))
        filled = [(new(place), list(map(new, parts))) for place, parts in self._filled]
        return [scalars, empty, groups, filled, new(root)]

    def _laid(self, number: int, rows: list[Any], new: Callable[[int], int]) -> list[Any]:
        """Write the parts of all values of one class: those of a record by column, for it is made by column."""
        if not isinstance(rows[0], tuple):
            return rows
        moved = [list(map(new, row)) for row in rows]
        return moved if number < len(_PLAIN) else [list(column) for column in zip(*moved, strict=True)]


def _spelt(value: Any) -> str:
    """Spell a member of a set, so that the order of what is written does not hang on hashes."""
    if isinstance(value, frozenset):
        parts: Iterable[str] = sorted(map(_spelt, value))
    elif isinstance(value, tuple | Struct):
        parts = map(_spelt, value if isinstance(value, tuple) else _fields(value))
    else:
        parts = (repr(value),)
    return f"{type(value).__name__}({', '.join(parts)})"


def names_of(value: Any) -> tuple[str, ...]:
    """Return the names of the fields of a record or dataclass, or of an instance of one."""
    names: tuple[str, ...] | None = getattr(value, "__struct_fields__", None)
    return tuple(field.name for field in fields(value)) if names is None else names


def _fields(value: Any) -> Iterable[Any]:
    return astuple(value) if isinstance(value, Struct) else [getattr(value, name) for name in names_of(value)]
