"""A compiled set of conditions: one space of fields, and per field and class the branches that admit it (the matrix).

A *unit* is a condition under a name. Its branches stand next to one another; the matrix is a table of bit sets over
all branches, so that the branches a plan leaves alive are the AND of one bit set per known field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.logic.days import GoverningDate
from checker.logic.fields import Classes, classify
from checker.logic.lowering import Lowering
from checker.logic.trees import Branch, Tree, branches
from checker.logic.twins import find_twins, with_properties
from checker.rulebook.model import Condition

UnitName = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """Conditions over one space.

    `units` are the numbers of their branches, first included and last excluded; `matrix[f][c]` the branches that
    admit class c of field f; `constrained[f]` those that do not admit every class of it.
    """

    classes: tuple[Classes, ...]
    branches: tuple[Branch, ...]
    units: Mapping[UnitName, tuple[int, int]]
    matrix: tuple[tuple[int, ...], ...]
    constrained: tuple[int, ...]


def compile_units(
    units: Mapping[UnitName, Condition], date: GoverningDate | None, world: GoverningDate | None = None
) -> Compiled:
    """Compile conditions into one space; without a governing date by meaning alone (see `lowering`).

    Units called `never` speak of the world, whatever is asked: they look at tables on the date `world`, if given.
    Raises CompilationError when a condition cannot be compiled exactly.
    """
    lowering, trees = _lower(units, date, world or date)
    classes = tuple(classify(f, seen) for f, seen in zip(lowering.fields, lowering.seen, strict=True))
    found: list[Branch] = []
    places: dict[UnitName, tuple[int, int]] = {}
    for name, tree in trees.items():
        start = len(found)
        found.extend(branches(tree, classes))
        places[name] = (start, len(found))
    matrix, constrained = _matrix(classes, found)
    return Compiled(classes, tuple(found), places, matrix, constrained)


def _lower(
    units: Mapping[UnitName, Condition], date: GoverningDate | None, world: GoverningDate | None
) -> tuple[Lowering, dict[UnitName, Tree]]:
    """Lower all conditions; where codes are compared twice, since what a code is depends on all that is asked."""
    twins = find_twins(units.values())
    lowering = Lowering(date, twins)
    dates = {name: world if name[0] == "never" else date for name in units}
    trees = {name: lowering.at(dates[name]).tree(condition) for name, condition in units.items()}
    if twins.groups:
        lowering = Lowering(date, with_properties(twins, lowering.fields, lowering.seen))
        trees = {name: lowering.at(dates[name]).tree(condition) for name, condition in units.items()}
    return lowering, trees


def _matrix(classes: tuple[Classes, ...], found: list[Branch]) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    everything = (1 << len(found)) - 1
    constrained = [0] * len(classes)
    admitted = [[0] * len(c.extents) for c in classes]
    for number, branch in enumerate(found):
        bit = 1 << number
        for field, mask in branch.items():
            constrained[field] |= bit
            for place in range(len(admitted[field])):
                if mask >> place & 1:
                    admitted[field][place] |= bit
    rows = tuple(tuple(everything & ~constrained[f] | bits for bits in admitted[f]) for f in range(len(classes)))
    return rows, tuple(constrained)
