"""From a condition over facts to a tree over fields.

Two ways of looking at code tables: in the *world* a listed code has the attributes its table gives at the governing
date; by *meaning* alone it may have any, since what an open or dated table happens to hold makes no text special
(LANGUAGE §6.5). A code no table lists has its attributes as hidden fields of their own, so that it may have any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.logic.days import GoverningDate, segments
from checker.logic.fields import UNLISTED, Atom, Extent, Field
from checker.logic.places import Place, domain, place_of
from checker.logic.tables import Chain, change_days, holds, is_settled
from checker.logic.trees import FALSE, TRUE, Literal, Tree, every, some
from checker.logic.twins import LABEL, Slot, Twins
from checker.rulebook.model import (
    ABSENT,
    All,
    Below,
    CodeTable,
    CodeType,
    Condition,
    Constant,
    FiniteType,
    IsAbsent,
    Members,
    NamedValue,
    Negation,
    Runs,
    Same,
    Some,
    Term,
    Test,
    ValueSet,
)


class Lowering:
    """Turns conditions into trees and registers the fields they need, in order of first use."""

    def __init__(self, date: GoverningDate | None, twins: Twins) -> None:
        """Look at tables in the world, at the given date; or, without one, by meaning alone."""
        self.fields: list[Field] = []
        self.seen: list[list[Extent]] = []
        self._numbers: dict[Slot, int] = {}
        self._date = date
        self._twins = twins

    def at(self, date: GoverningDate | None) -> Lowering:
        """Look from here on at tables on another date."""
        self._date = date
        return self

    def tree(self, condition: Condition, positive: bool = True) -> Tree:
        """Lower a condition, or its negation."""
        match condition:
            case Constant(holds):
                return TRUE if holds is positive else FALSE
            case Negation(part):
                return self.tree(part, not positive)
            case All(parts) | Some(parts):
                lowered = [self.tree(p, positive) for p in parts]
                return every(*lowered) if isinstance(condition, All) is positive else some(*lowered)
            case Test(term, values):
                return self._dated(term, values, positive)
            case Same(left, right):
                return self._same(left, right, positive)

    def _dated(self, term: Term, values: ValueSet, positive: bool) -> Tree:
        """Test a term at the governing date: by stretches of time where a table's attribute is dated."""
        place = place_of(term)
        changes = change_days(place.table, term.chain) if term.chain and self._date is not None else []
        if self._date is None or not changes:
            return self._test(place, term.chain, values, positive, None)
        undated = self._test(place, term.chain, values, positive, None)
        grouped: dict[Tree, list[Condition]] = {undated: [self._date.undated()]}
        for since, until in segments(changes):
            day = (until or 0) - 1 if since is None else since
            tree = self._test(place, term.chain, values, positive, day)
            grouped.setdefault(tree, []).append(self._date.within(since, until))
        if len(grouped) == 1:
            return undated
        return some(*(every(self.tree(Some(tuple(when))), tree) for tree, when in grouped.items()))

    def _test(self, place: Place, chain: Chain, values: ValueSet, positive: bool, day: int | None) -> Tree:
        if not chain and not isinstance(values, Below):
            return self._literal(place, _extent(values), positive)
        table = place.table
        if self._date is None and not is_settled(table, chain):
            hidden = self._hidden(place, chain, values, positive, day)
            return self._unless_absent(place, hidden, isinstance(values, IsAbsent) is positive)
        absent: frozenset[Atom] = frozenset({ABSENT} if isinstance(values, IsAbsent) is positive else ())
        listed: set[Atom] = {c for c in table.rows if holds(table, c, chain, values, day) is positive}
        tree = self._literal(place, Extent(absent | listed), True)
        if table.closed:
            return tree
        hidden = self._hidden(place, chain, values, positive, day)
        return some(tree, every(self._literal(place, Extent(frozenset({UNLISTED})), True), hidden))

    def _unless_absent(self, place: Place, tree: Tree, when_absent: bool) -> Tree:
        """Say something of the code that stands at a place; where none does, it holds as told."""
        if not place.optional:
            return tree
        absent = self._literal(place, Extent(frozenset({ABSENT})), when_absent)
        return some(absent, tree) if when_absent else every(absent, tree)

    def _hidden(self, place: Place, chain: Chain, values: ValueSet, positive: bool, day: int | None) -> Tree:
        """Test a property of a code whatever its table says: that of an unlisted code, or by meaning alone."""
        if chain:
            return self._test(place.attribute(chain[0]), chain[1:], values, positive, day)
        codes = values.codes if isinstance(values, Below) else frozenset()
        if self._date is None:
            return self._below_by_meaning(place, codes, positive)
        above: set[Atom] = {c for c in place.table.rows if codes.intersection(place.table.ancestors(c))}
        return self._literal(_parent(place, place.table), Extent(frozenset(above)), positive)

    def _below_by_meaning(self, place: Place, codes: frozenset[str], positive: bool) -> Tree:
        parts = [self._literal(place, Extent(frozenset(codes)), positive)]
        for code in sorted(codes):
            kind = FiniteType("below", code, (NamedValue(("true",)), NamedValue(("false",))))
            below = place.hidden(f"below {code}", kind, optional=False)
            parts.append(self._literal(below, Extent(frozenset({"true"})), positive))
        return some(*parts) if positive else every(*parts)

    def _same(self, left: Term, right: Term, positive: bool) -> Tree:
        """Compare two terms value by value; where both read a code no table lists, as twins."""
        parts: list[Tree] = []
        for value in domain(left.type):
            one = Members(frozenset({value}))
            parts.append(every(self._dated(left, one, True), self._dated(right, one, positive)))
        if not positive:
            parts.append(self._dated(left, IsAbsent(), True))
        if isinstance(left.type, CodeType) and not left.type.table.closed:
            unlisted, twin = self._unlisted(right, positive), self._twin(left, right, positive)
            both = every(unlisted, twin) if positive else some(unlisted, twin)
            parts.append(every(self._unlisted(left, True), both))
        return some(*parts)

    def _unlisted(self, term: Term, positive: bool) -> Tree:
        """Say that a term reads a code no table lists; for an attribute its own code must be unlisted too."""
        place, parts = place_of(term), []
        for name in term.chain:
            if self._date is not None and not place.table.closed:
                parts.append(self._literal(place, Extent(frozenset({UNLISTED})), positive))
            elif self._date is None and place.optional:
                parts.append(self._literal(place, Extent(frozenset({ABSENT})), not positive))
            place = place.attribute(name)
        parts.append(self._literal(place, Extent(frozenset({UNLISTED})), positive))
        return every(*parts) if positive else some(*parts)

    def _twin(self, left: Term, right: Term, positive: bool) -> Tree:
        """Say that two unlisted codes are one: the same label, and hidden properties of the same classes."""
        one, two = _reach(left), _reach(right)
        label = one.hidden(LABEL[1:], _label(self._twins.labels(one.key)), optional=False).field()
        singles = [Extent(frozenset({atom})) for atom in label.atoms]
        agreed = [self._agree(one, two, (LABEL,), label, singles, positive)]
        for suffix, hidden in self._twins.properties.get(one.key, ()):
            agreed.append(self._agree(one, two, suffix, hidden.field, hidden.extents, positive))
        return every(*agreed) if positive else some(*agreed)

    def _agree(
        self, left: Place, right: Place, suffix: Slot, like: Field, extents: Sequence[Extent], positive: bool
    ) -> Tree:
        """Compare one hidden property of two codes class by class."""
        one = replace(like, key=(*left.key, *suffix), label=left.label, list=left.list)
        two = replace(like, key=(*right.key, *suffix), label=right.label, list=right.list)
        return some(*(every(self._in(one, e, True), self._in(two, e, positive)) for e in extents))

    def _literal(self, place: Place, extent: Extent, positive: bool) -> Tree:
        known = self._numbers.get(place.key)
        return self._in(place.field() if known is None else self.fields[known], extent, positive)

    def _in(self, field: Field, extent: Extent, positive: bool) -> Tree:
        number = self._numbers.get(field.key)
        if number is None:
            number = self._numbers[field.key] = len(self.fields)
            self.fields.append(field)
            self.seen.append([])
        inside = extent.within(field) if positive else extent.complement(field)
        self.seen[number].append(inside)
        return FALSE if inside.is_empty else Literal(number, inside)


def _reach(term: Term) -> Place:
    place = place_of(term)
    for name in term.chain:
        place = place.attribute(name)
    return place


def _parent(place: Place, table: CodeTable) -> Place:
    kind = FiniteType("codes", table.names[0], tuple(NamedValue((c,)) for c in sorted(table.rows)))
    return place.hidden("parent", kind)


def _label(labels: Sequence[str]) -> FiniteType:
    return FiniteType("label", "label", tuple(NamedValue((name,)) for name in labels))


def _extent(values: ValueSet) -> Extent:
    match values:
        case Members(names):
            return Extent(frozenset(names))
        case Runs(runs):
            return Extent(runs=runs)
        case IsAbsent():
            return Extent(frozenset({ABSENT}))
        case Below():
            raise TypeError("only codes lie below codes")
