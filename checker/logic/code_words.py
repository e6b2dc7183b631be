"""A set of codes as a condition: by what the codes are where that says it, else by listing them.

Takes the classes of a code fact over all cases, where codes no table lists are classes too (see `merging`), and a set
of them. `leg.to.kind in special_area` is said rather than the codes that are one, and listed are those that differ.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.logic.fields import UNLISTED, Classes, Extent, Run, Virtual
from checker.logic.places import attribute_of
from checker.logic.tables import Chain, change_days, is_in, table_at, values_on
from checker.logic.twins import LABEL
from checker.regions import Space
from checker.regions.cover import cover
from checker.rulebook.model import (
    ABSENT,
    All,
    Below,
    CodeTable,
    CodeType,
    Condition,
    FiniteType,
    IsAbsent,
    Members,
    Negation,
    Runs,
    Some,
    Term,
    Test,
    Value,
    tests,
)

Property = tuple[str, ...]
"""The way from a code to a hidden property of it, as a `Virtual` code names it."""


class CodeWords:
    """Writes sets of classes of one code fact; `days` are those on which dated attributes may be looked at."""

    def __init__(self, term: Term, classes: Classes, days: tuple[Run, ...]) -> None:
        assert isinstance(term.type, CodeType)
        self._term = term
        self._table: CodeTable = term.type.table
        self._classes = classes
        self._days = days
        self._listed: dict[tuple[Chain, int | None], Mapping[str, Value]] = {}
        self._virtual = {
            place: dict(atom.properties)
            for place, extent in enumerate(classes.extents)
            for atom in extent.atoms
            if isinstance(atom, Virtual)
        }

    def condition(self, mask: int) -> Condition:
        """Say that the code is in a set of classes."""
        atoms = self._classes.atoms(mask)
        codes = frozenset(str(atom) for atom in atoms if isinstance(atom, str))
        others = self._others(mask, UNLISTED in atoms)
        found = self._with_listed(others, codes)
        if ABSENT in self._classes.field.atom_set:
            absent = Test(self._term, IsAbsent())
            if ABSENT in atoms:
                return Some((absent, found)) if codes or others else absent
            if found == All(()):
                return Negation(absent)
            if _holds_when_absent(found):
                return All((Negation(absent), found))
        return found

    def _others(self, mask: int, unlisted: bool) -> tuple[tuple[Condition, ...], ...]:
        """Say of the codes no table lists which of them are in the set: alternatives, each of several parts."""
        if not self._virtual:
            return ((),) if unlisted else ()
        return tuple(
            tuple(self._property(name, inside, every) for name, (inside, every) in box.items())
            for box in self.virtual(mask)
        )

    def virtual(self, mask: int) -> tuple[Mapping[Property, tuple[list[Extent], list[Extent]]], ...]:
        """Divide the codes of a set that no table lists into boxes of properties.

        For each property that matters there are the extents it may have, and all there are.
        """
        inside = [place for place in self._virtual if mask >> place & 1]
        if len(inside) == len(self._virtual):
            return ({},)
        names = [n for n in dict.fromkeys(n for found in self._virtual.values() for n in found) if n[-1] != LABEL]
        kinds = [list(dict.fromkeys(f[name] for f in self._virtual.values() if name in f)) for name in names]
        space = Space(tuple(map(len, kinds)), tuple(False for _ in kinds))
        points = {
            place: tuple(
                1 << kind.index(found[name]) if name in found else full
                for name, kind, full in zip(names, kinds, space.full, strict=True)
            )
            for place, found in self._virtual.items()
        }
        taken = tuple(dict.fromkeys(points[place] for place in inside))
        rest = tuple(dict.fromkeys(box for place, box in points.items() if not mask >> place & 1 and box not in taken))
        return tuple(
            {
                name: ([kind[n] for n in range(len(kind)) if part >> n & 1], kind)
                for name, kind, part, full in zip(names, kinds, box, space.full, strict=True)
                if part != full
            }
            for box in cover(space, taken, rest).boxes
        )

    def _property(self, name: Property, inside: list[Extent], every: list[Extent]) -> Condition:
        chain = tuple(step.removeprefix("~") for step in name)
        atoms = frozenset().union(*(extent.atoms for extent in inside))
        runs = tuple(sorted(run for extent in inside for run in extent.runs))
        if chain[-1] == "parent":
            codes = frozenset(str(a) for a in atoms if a is not ABSENT)
            owner = self._extended(chain[:-1])
            if ABSENT not in atoms:
                return _below(owner, codes)
            lacking = frozenset(str(a) for extent in every for a in extent.atoms if a is not ABSENT) - codes
            return Negation(_below(owner, lacking))
        term = self._extended(chain)
        if runs:
            within = Test(term, Runs(runs))
            return Some((Test(term, IsAbsent()), within)) if ABSENT in atoms else within
        given = frozenset(str(a) for a in atoms if isinstance(a, str))
        if ABSENT not in atoms and UNLISTED not in atoms:
            return among(term, given)
        if not given and UNLISTED not in atoms:
            return Test(term, IsAbsent())
        lacking = frozenset(str(a) for extent in every for a in extent.atoms if isinstance(a, str)) - given
        outside: Condition = Negation(among(term, lacking))
        return outside if ABSENT in atoms else All((outside, Negation(Test(term, IsAbsent()))))

    def _extended(self, chain: tuple[str, ...]) -> Term:
        kind = self._term.type
        for name in chain:
            assert isinstance(kind, CodeType)
            kind = attribute_of(kind.table, name).type
        return Term(self._term.fact, chain, kind)

    def _with_listed(self, others: tuple[tuple[Condition, ...], ...], codes: frozenset[str]) -> Condition:
        """Say it of listed codes too: those of which the same is true need no mention."""
        every = frozenset(str(a) for a in self._classes.field.atoms if isinstance(a, str))
        days = self._looked_at(others)
        alike = [self._fulfilling(every, others, day) for day in days]
        named: list[Condition] = []
        if others:
            joined = _some(tuple(_all(parts) for parts in others))
            missing = frozenset().union(*alike) - codes
            without: tuple[Condition, ...] = (Negation(Test(self._term, Members(missing))),) if missing else ()
            named.append(_all((*(() if joined == All(()) else (joined,)), *without)))
        if further := codes - every.intersection(*alike):
            named.append(Test(self._term, Members(further)))
        return _some(tuple(named))

    def _looked_at(self, others: tuple[tuple[Condition, ...], ...]) -> tuple[int | None, ...]:
        """Return days of which each stands for others, as far as the attributes looked at are concerned."""
        chains = {t.term.chain for parts in others for part in parts for t in tests(part) if isinstance(t, Test)}
        changes = sorted({day for chain in chains for day in change_days(self._table, chain)})
        if not changes or not self._days:
            return (None,)
        return tuple(sorted({d for low, high in self._days for d in (low, *changes) if low <= d <= high}))

    def _fulfilling(
        self, codes: frozenset[str], others: tuple[tuple[Condition, ...], ...], day: int | None
    ) -> frozenset[str]:
        """Return the codes of which on a day one of some alternatives is true."""
        every = (codes.intersection(*(self._holding(codes, part, day) for part in parts)) for parts in others)
        return frozenset().union(*every)

    def _holding(self, codes: frozenset[str], part: Condition, day: int | None) -> frozenset[str]:
        match part:
            case Negation(inner):
                return codes - self._holding(codes, inner, day)
            case Test(term, values):
                listed, table = self._values(term.chain, day), table_at(self._table, term.chain)
                return frozenset(code for code in codes if is_in(listed[code], values, table))
            case All(inner):
                return codes.intersection(*(self._holding(codes, each, day) for each in inner))
            case Some(inner):
                return frozenset().union(*(self._holding(codes, each, day) for each in inner))
        raise TypeError(part)

    def _values(self, chain: Chain, day: int | None) -> Mapping[str, Value]:
        key = (chain, day)
        if key not in self._listed:
            self._listed[key] = values_on(self._table, chain, day)
        return self._listed[key]


def _below(owner: Term, codes: frozenset[str]) -> Condition:
    """Say that one of some codes lies above, or is the code; what lies below another of them needs no mention."""
    assert isinstance(owner.type, CodeType)
    table = owner.type.table
    highest = sorted(code for code in codes if codes.isdisjoint(table.ancestors(code)[1:]))
    return _some(tuple(Test(owner, Below(frozenset({code}))) for code in highest))


def among(term: Term, names: frozenset[str]) -> Condition:
    """Say that a value is one of some; of a tree, where a node stands for all below it, by nodes less nodes."""
    declared = term.type
    if not isinstance(declared, FiniteType) or declared.form != "kinds":
        return Test(term, Members(names))
    whole = frozenset().union(*map(declared.below, names))
    if whole == names:
        return Test(term, Members(names))
    return All((Test(term, Members(whole)), Negation(among(term, whole - names))))


def _all(parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else All(parts)


def _some(parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else Some(parts)


def _holds_when_absent(condition: Condition) -> bool:
    """Tell whether a condition on a code is true where there is none: it rests on a negation alone."""
    match condition:
        case Negation():
            return True
        case All(parts):
            return all(map(_holds_when_absent, parts))
        case Some(parts):
            return any(map(_holds_when_absent, parts))
    return False
