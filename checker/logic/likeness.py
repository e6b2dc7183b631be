"""Which codes are like one another in all but an attribute, and in what is reached through it.

Two listed codes are when every other attribute has equal values in equal windows, and the codes above them are like in
turn. Of the codes that no table lists there is one with whatever properties, the same on every day; of those only what
is asked of a code counts. Takes a table, or the classes of a code fact over all cases (see `merging`), and a chain of
attributes by their canonical names; knows no question.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from itertools import product

from checker.logic.fields import UNLISTED, Classes, Extent, Virtual
from checker.logic.places import attribute_of
from checker.logic.tables import Chain
from checker.logic.twins import LABEL, Slot
from checker.rulebook.model import ABSENT, CodeTable, CodeType, Value

Kind = Hashable
"""What like codes have in common."""

_Properties = Mapping[Slot, Extent]
_PARENT = ("~parent",)


def groups(table: CodeTable, chain: Chain) -> tuple[frozenset[str], ...]:
    """Divide the listed codes into those that are like one another."""
    found: dict[Kind, set[str]] = {}
    for code in sorted(table.rows):
        found.setdefault(_kind(table, chain, code), set()).add(code)
    return tuple(frozenset(codes) for codes in found.values())


def alike(classes: Classes, table: CodeTable, chain: Chain) -> tuple[int, ...]:
    """Return sets of classes of a code fact, any two of which hold codes that are like one another.

    No set has the class of an absent code in it.
    """
    places = [(atom, 1 << place) for place, extent in enumerate(classes.extents) for atom in extent.atoms]
    listed = {atom: bit for atom, bit in places if isinstance(atom, str)}
    others: dict[Kind, int] = {}
    asked: dict[Slot, set[Extent]] = {}
    for atom, bit in places:
        if isinstance(atom, Virtual) or atom is UNLISTED:
            properties = dict(atom.properties) if isinstance(atom, Virtual) else {}
            for kind in _kinds(properties, table, chain):
                others[kind] = others.get(kind, 0) | bit
            for way, extent in properties.items():
                asked.setdefault(way, set()).add(extent)
    found = {*others.values()}
    for codes in groups(table, chain):
        mask = others.get(_as_unlisted(min(codes), asked, table, chain), 0)
        for code in codes:
            mask |= listed[code]
        found.add(mask)
    return tuple(sorted(found))


@lru_cache(maxsize=4096)
def _kind(table: CodeTable, chain: Chain, code: str) -> Kind:
    row, own = table.rows[code], set[Kind]()
    for name, windows in row.attributes.items():
        for window in windows:
            if window.value is not ABSENT and chain != (name,):
                value = _reached(table, chain, window.value) if name == chain[0] else window.value
                own.add((name, window.since, window.until, value))
    return frozenset(own), None if row.parent is None else _kind(table, chain, row.parent)


def _reached(table: CodeTable, chain: Chain, value: Value) -> Kind:
    """Return what the value of the first attribute of a longer chain has in common with those like it."""
    return ABSENT if value is ABSENT else _kind(_inner(table, chain), chain[1:], str(value))


def _inner(table: CodeTable, chain: Chain) -> CodeTable:
    """Return the table of the codes that the first attribute of a longer chain leads to."""
    kind = attribute_of(table, chain[0]).type
    assert isinstance(kind, CodeType)
    return kind.table


def _kinds(properties: _Properties, table: CodeTable, chain: Chain) -> Iterator[Kind]:
    """Go through what codes with some properties, each anywhere in its extent, may have in common with like ones."""
    ways = [way for way in sorted(properties) if _counts(way, chain)]
    for chosen in product(*(_values(way, properties, table, chain) for way in ways)):
        yield frozenset(zip(ways, chosen, strict=True))


def _counts(way: Slot, chain: Chain) -> bool:
    """Tell whether codes are unlike that differ in a property; what is reached through the named one is told by it."""
    return way != (LABEL,) and (way[0] != f"~{chain[0]}" or (len(way) == 1 and len(chain) > 1))


def _values(way: Slot, properties: _Properties, table: CodeTable, chain: Chain) -> Iterator[Kind]:
    """Go through what a property may be: of codes that need only be alike what they have in common, else its extent."""
    extent = properties[way]
    if way == _PARENT:
        yield from (None if atom is ABSENT else _kind(table, chain, str(atom)) for atom in extent.atoms)
    elif way != (f"~{chain[0]}",):
        yield extent
    else:
        inner = {path[1:]: each for path, each in properties.items() if path[0] == way[0] and len(path) > 1}
        for atom in extent.atoms:
            if atom is UNLISTED:
                yield from ((UNLISTED, kind) for kind in _kinds(inner, _inner(table, chain), chain[1:]))
            elif atom is ABSENT or isinstance(atom, str):
                yield _reached(table, chain, atom)


def _as_unlisted(code: str, asked: Mapping[Slot, set[Extent]], table: CodeTable, chain: Chain) -> Kind:
    """Return what an unlisted code like a listed one has in common with it; None if what is asked of that changes."""
    found: set[Kind] = set()
    row = table.rows[code]
    for way, extents in asked.items():
        if len(way) > 1 or not _counts(way, chain):
            continue
        if way == _PARENT:
            found.add((way, None if row.parent is None else _kind(table, chain, row.parent)))
            continue
        windows = row.attributes.get(way[0].removeprefix("~"), ())
        if any(window.since is not None or window.until is not None for window in windows):
            return None
        value = windows[0].value if windows else ABSENT
        if way[0] == f"~{chain[0]}":
            found.add((way, _reached(table, chain, value)))
        else:
            found.add((way, next(extent for extent in extents if _holds(extent, value))))
    return frozenset(found)


def _holds(extent: Extent, value: Value) -> bool:
    return value in extent.atoms or any(isinstance(value, int) and low <= value <= high for low, high in extent.runs)
