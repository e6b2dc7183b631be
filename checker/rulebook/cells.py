"""Cells of a decision table: how each is tested, and which values it admits.

Takes a cell as written and the fact of its column; gives the test with all that it admits, spelled out so that two
cells of one column can be set against each other. Absence is admitted by `*` and by a cell that names it, alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce

from msgspec import Struct

from checker.findings import Finding, say
from checker.rulebook import sets
from checker.rulebook.extents import Atom, Extent, extent_of
from checker.rulebook.literals import ABSENT_WORDS
from checker.rulebook.model import (
    ABSENT,
    Below,
    CodeType,
    Condition,
    FiniteType,
    IsAbsent,
    OrderedType,
    Some,
    Term,
    Test,
    TextType,
    ValueSet,
)
from checker.rulebook.paths import Binding, Unnamed, find_place
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes

Part = nodes.Operand | nodes.RangeCell


class Cell(Struct, frozen=True):
    """A cell: how it is tested (None: not at all), and what it admits."""

    test: Condition | None
    extent: Extent


@dataclass(slots=True)
class CellReader:
    """Reads the cells of one table."""

    vocabulary: Vocabulary
    bindings: tuple[Binding, ...]
    findings: list[Finding] = field(default_factory=list)

    def read(self, node: nodes.Cell, term: Term) -> Cell | None:
        """Read a cell: any value, or all that one of its parts admits; None when a part cannot be read."""
        if isinstance(node, nodes.AnyCell):
            return Cell(None, _whole(term))
        parts: tuple[Part, ...] = node.values if isinstance(node, nodes.SetCell) else (node,)
        admitted = [self._part(part, term) for part in parts]
        read = [values for values in admitted if values is not None]
        if len(read) < len(admitted):
            return None
        united = _united(read)
        tests = tuple(Test(term, values) for values in united)
        return Cell(tests[0] if len(tests) == 1 else Some(tests), extent_of(term, united))

    def _part(self, part: Part, term: Term) -> ValueSet | None:
        """Read what one value, node or range admits."""
        if isinstance(part, nodes.RangeCell):
            values = self._range(part, term)
        elif isinstance(part, nodes.Arithmetic | nodes.Count | nodes.Sum):
            values = Finding("T303", say("a cell lists constants, and this is computed"), part.span)
        elif isinstance(part, nodes.Path) and part.text in ABSENT_WORDS:
            never = Finding("T301", say("`{fact}` is never absent: it is not optional", fact=term.label), part.span)
            values = IsAbsent() if _may_be_absent(term) else never
        elif isinstance(part, nodes.Path) and not sets.could_name(term.type, part) and self._is_place(part):
            values = Finding("T303", say("a cell lists constants, and `{name}` is none", name=part.text), part.span)
        else:
            values = (sets.below if isinstance(term.type, CodeType) else sets.equal_to)(term.type, part)
        if not isinstance(values, Finding):
            return values
        self.findings.append(values)
        return None

    def _range(self, part: nodes.RangeCell, term: Term) -> ValueSet | Finding:
        if not sets.has_order(term.type):
            return sets.without_order(term.type, part.span)
        return sets.between(term.type, part.low, part.high)

    def _is_place(self, path: nodes.Path) -> bool:
        return not isinstance(find_place(self.vocabulary, path, self.bindings), Unnamed | Finding)


def _may_be_absent(term: Term) -> bool:
    return term.fact.optional or bool(term.chain)


def _whole(term: Term) -> Extent:
    """Return all that a term can be."""
    absent: frozenset[Atom] = frozenset((ABSENT,)) if _may_be_absent(term) else frozenset()
    match term.type:
        case FiniteType() as finite:
            return Extent(absent.union(finite.domain))
        case CodeType(table):
            return Extent(absent.union(table.rows, () if table.closed else (None,)))
        case OrderedType(low=low, high=high):
            return Extent(absent, ((low, high),))
        case TextType():
            return Extent(absent)


def _united(parts: Sequence[ValueSet]) -> tuple[ValueSet, ...]:
    """Join the sets of one cell: its values in one set, absence beside them."""
    given: list[ValueSet] = [part for part in parts if not isinstance(part, IsAbsent)]
    absence = (IsAbsent(),) if len(given) < len(parts) else ()
    return (reduce(_union, given), *absence) if given else absence


def _union(left: ValueSet, right: ValueSet) -> ValueSet:
    if isinstance(left, Below) and isinstance(right, Below):
        return Below(left.codes | right.codes)
    return sets.union(left, right)
