"""A compiled set of conditions: one space of fields, and per field and class the branches that admit it (the matrix).

A *unit* is a condition under a name. Its branches stand next to one another; the matrix is a table of bit sets over
all branches, so that the branches a plan leaves alive are the AND of one bit set per known field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from msgspec import Struct

from checker.logic.days import GoverningDate
from checker.logic.fields import Atom, Classes, Extent, Field, classify
from checker.logic.lowering import SAME, WHERE, Lowering, UnitName, Widened
from checker.logic.merging import merge
from checker.logic.trees import Branch, Tree, branches, placed
from checker.logic.twins import Slot, Twins, find_twins, with_properties
from checker.rulebook.model import Condition, Same


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """Conditions over one space.

    `units` are the numbers of their branches, first included and last excluded (equal conditions share them);
    `matrix[f][c]` the branches that
    admit class c of field f; `constrained[f]` those that do not admit every class of it. `numbers` are the fields by
    key, `bases` the first of those that are one fact. A count's condition is a unit too: `counts[f]` has its name for
    each addend of a reckoned field that counts. `compared` are the fields that say whether two facts are the same,
    where that is a field of its own: what it means are the units `SAME`, its number in them.
    """

    classes: tuple[Classes, ...]
    branches: tuple[Branch, ...]
    units: Mapping[UnitName, tuple[int, int]]
    matrix: tuple[tuple[int, ...], ...]
    constrained: tuple[int, ...]
    numbers: Mapping[Slot, int]
    bases: Mapping[Slot, int]
    counts: Mapping[int, tuple[UnitName | None, ...]]
    compared: tuple[Same, ...] = ()


Answers = Mapping[str, tuple[Atom, ...]]
"""All that each question can answer, as far as any test tells answers apart."""


class View(Struct, frozen=True):
    """How conditions are to be read: on which date each unit looks at tables, what tested questions can answer.

    Without a date it is by meaning alone (see `lowering`). With `apart` whether two facts are the same is a
    field, and codes no table lists are classes of the field of their fact (see `merging`); `listed` is the list of the
    element asked about. Fields that are `widened` have values that some conditions do not know.
    """

    date: Callable[[UnitName], GoverningDate | None]
    answers: Answers
    apart: bool = False
    listed: str | None = None
    widened: Mapping[Slot, Widened] = {}


def compile_units(units: Mapping[UnitName, Condition], view: View) -> Compiled:
    """Compile conditions into one space.

    Raises CompilationError when a condition cannot be compiled exactly.
    """
    lowering, trees = _lower(units, view)
    before = _classify(lowering)
    merging = merge(before) if view.apart else None
    classes = before if merging is None else merging.classes
    placing = partial(placed, classes=before) if merging is None else partial(merging.branch, before=before)
    found: list[Branch] = []
    places: dict[UnitName, tuple[int, int]] = {}
    shared: dict[int, UnitName] = {}
    for name, tree in trees.items():
        same = shared.setdefault(id(tree), name)
        if same == name:
            start = len(found)
            found.extend(branches(tree, placing))
            places[name] = (start, len(found))
        else:
            places[name] = places[same]
    matrix, constrained = _matrix(classes, found)
    numbers = {c.field.key: number for number, c in enumerate(classes)}
    compared = tuple(each for each, _ in lowering.compared)
    counts = {n if merging is None else merging.numbers[n]: names for n, names in lowering.counted().items()}
    bases = {c.field.base: number for number, c in reversed(list(enumerate(classes)))}
    return Compiled(classes, tuple(found), places, matrix, constrained, numbers, bases, counts, compared)


def fields_of(units: Mapping[UnitName, Condition], view: View) -> tuple[Field, ...]:
    """Return the fields some conditions need, by themselves."""
    return tuple(_lower(units, view)[0].fields)


def _lower(units: Mapping[UnitName, Condition], view: View) -> tuple[Lowering, dict[UnitName, Tree]]:
    """Lower all conditions; where codes are compared twice, since what a code is depends on all that is asked."""
    twins = find_twins(units.values())
    lowering, trees = _trees(units, view, twins)
    if twins.groups:
        lowering, trees = _trees(units, view, with_properties(twins, lowering.fields, lowering.seen))
    return lowering, trees


def _trees(units: Mapping[UnitName, Condition], view: View, twins: Twins) -> tuple[Lowering, dict[UnitName, Tree]]:
    """Lower conditions, and those that elements are counted by, which may count in their turn."""
    lowering = Lowering(twins, view.answers, view.apart, view.widened, view.listed)
    seen: dict[tuple[Condition, GoverningDate | None], Tree] = {}
    trees: dict[UnitName, Tree] = {}
    for name, condition in units.items():
        key = (condition, view.date(name))
        tree = seen.get(key)
        if tree is None:
            tree = seen[key] = lowering.at(key[1]).tree(condition)
        trees[name] = tree
    done = 0
    while done < len(lowering.counts):
        for (count, date), number in list(lowering.counts.items())[done:]:
            trees[WHERE, str(number)] = lowering.at(date).tree(count.where)
            trees[WHERE, str(number), "not"] = lowering.tree(count.where, positive=False)
            done += 1
    for (compared, date), number in lowering.compared.items():
        for positive, word in ((True, "same"), (False, "other")):
            trees[SAME, str(number), word] = lowering.at(date).same(compared.left, compared.right, positive)
    return lowering, trees


def _classify(lowering: Lowering) -> tuple[Classes, ...]:
    """Partition the fields; those that are one fact, whoever speaks of it, alike."""
    pooled: dict[Slot, list[Extent]] = {}
    for field, seen in zip(lowering.fields, lowering.seen, strict=True):
        pooled.setdefault(field.base, []).extend(seen)
    return tuple(classify(field, pooled[field.base]) for field in lowering.fields)


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
