"""Boxes by the values they hold, without the classes of the case they come from.

Classes change whenever a rule tests another constant; values do not. So what one run found can be held against what
another found (see `findings.region`). Takes boxes of a case over all of which nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from checker.findings import Constants
from checker.logic.case import Case
from checker.logic.code_words import CodeWords
from checker.logic.fields import UNLISTED, Extent, Virtual, join_runs
from checker.logic.limits import Limits
from checker.regions import Box
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import ABSENT, CodeType, Reckoned, Runs, Term

UNLISTED_CODE, NOTHING = "~unlisted", "~absent"

_One = tuple[tuple[str, tuple[str, ...], tuple[tuple[int, int], ...]], ...]


def constants_of(case: Case, limits: Limits, box: Box) -> tuple[Constants, ...]:
    """Say what a box holds; of codes no table lists by their properties, so that several boxes may come of one."""
    parts = [
        tuple(_parts(case, limits, number, box[number]))
        for number in case.dimensions
        if box[number] != case.space.full[number]
    ]
    return tuple(tuple(sorted(entry for part in chosen for entry in part)) for chosen in product(*parts))


def _parts(case: Case, limits: Limits, number: int, mask: int) -> Iterator[_One]:
    """Go through the alternatives a set of classes of one field falls apart into."""
    classes, field = case.classes(number), case.field(number)
    extents = [extent for place, extent in enumerate(classes.extents) if mask >> place & 1]
    key = _key(case, number)
    fact = limits.fact(number)
    if fact is None or not isinstance(fact.type, CodeType) or not _has_virtual(field.atoms):
        yield (_entry(key, extents),)
        return
    plain = [Extent(frozenset(a for a in e.atoms if not isinstance(a, Virtual))) for e in extents]
    if any(extent.atoms for extent in plain):
        yield (_entry(key, plain),)
    if any(_has_virtual(extent.atoms) for extent in extents):
        for properties in CodeWords(Term(fact, (), fact.type), classes, ()).virtual(mask):
            inner = ((".".join((key, *name)), inside) for name, (inside, _) in properties.items())
            yield ((key, (UNLISTED_CODE,), ()), *(_entry(name, inside) for name, inside in inner))


def _key(case: Case, number: int) -> str:
    """Return a name of a dimension that does not depend on what else the rulebook asks."""
    field = case.field(number)
    if (same := case.compared(field)) is not None:
        return condition_words(same)
    if field.addends:
        return condition_words(Reckoned(field.addends, Runs(((0, 0),)), field.form))
    return ".".join(field.base)


def _entry(key: str, extents: Iterable[Extent]) -> tuple[str, tuple[str, ...], tuple[tuple[int, int], ...]]:
    every = tuple(extents)
    atoms = sorted({_text(atom) for extent in every for atom in extent.atoms})
    return key, tuple(atoms), join_runs(sorted(run for extent in every for run in extent.runs))


def _text(atom: object) -> str:
    if atom is ABSENT:
        return NOTHING
    return UNLISTED_CODE if atom is UNLISTED else str(atom)


def _has_virtual(atoms: Iterable[object]) -> bool:
    return any(isinstance(atom, Virtual) for atom in atoms)
