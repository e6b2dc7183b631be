"""From a condition over facts to a tree over fields.

Two ways of looking at code tables: in the *world* a listed code has the attributes its table gives at the governing
date; by *meaning* alone it may have any, since what an open or dated table happens to hold makes no text special
(LANGUAGE §6.5). A code no table lists has its attributes as hidden fields of their own, so that it may have any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.logic.days import GoverningDate, segments
from checker.logic.fields import UNLISTED, Atom, Extent, Field, classify
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
    OrderedType,
    Runs,
    Same,
    Some,
    Term,
    Test,
    TextType,
    Value,
    ValueSet,
    ValueType,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value stands: a fact, or a hidden property of an unlisted code below one."""

    key: Slot
    label: str
    type: ValueType
    optional: bool
    decided_by: str | None
    list: str | None

    def hidden(self, name: str, kind: ValueType, optional: bool = True) -> _Place:
        return _Place((*self.key, f"~{name}"), self.label, kind, optional, self.decided_by, self.list)


class Lowering:
    """Turns conditions into trees and registers the fields they need, in order of first use."""

    def __init__(self, date: GoverningDate | None, twins: Twins) -> None:
        """Look at tables in the world, at the given date; or, without one, by meaning alone."""
        self.fields: list[Field] = []
        self.seen: list[list[Extent]] = []
        self._numbers: dict[Slot, int] = {}
        self._date = date
        self._twins = twins

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
        place = _place(term)
        changes = [] if self._date is None else _changes(term)
        if self._date is None or not changes:
            return self._test(place, term.chain, values, positive, None)
        parts: list[tuple[Condition, Tree]] = [
            (self._date.undated(), self._test(place, term.chain, values, positive, None))
        ]
        for since, until in segments(changes):
            day = (until or 0) - 1 if since is None else since
            parts.append((self._date.within(since, until), self._test(place, term.chain, values, positive, day)))
        if all(tree == parts[0][1] for _, tree in parts):
            return parts[0][1]
        grouped: dict[Tree, list[Condition]] = {}
        for when, tree in parts:
            grouped.setdefault(tree, []).append(when)
        return some(*(every(self.tree(Some(tuple(when))), tree) for tree, when in grouped.items()))

    def _test(self, place: _Place, chain: tuple[str, ...], values: ValueSet, positive: bool, day: int | None) -> Tree:
        if not isinstance(place.type, CodeType):
            return self._literal(place, _extent(values), positive)
        table = place.type.table
        if not chain and not isinstance(values, Below):
            return self._literal(place, _extent(values), positive)
        known = self._date is not None or (table.closed and not _changes_of(table, chain))
        hidden = self._hidden(place, chain, values, positive, day)
        if not known:
            return hidden
        absent: frozenset[Atom] = frozenset({ABSENT} if isinstance(values, IsAbsent) is positive else ())
        listed: set[Atom] = {c for c in table.rows if _holds(table, c, chain, values, day) is positive}
        tree = self._literal(place, Extent(absent | listed), True)
        if table.closed:
            return tree
        return some(tree, every(self._literal(place, Extent(frozenset({UNLISTED})), True), hidden))

    def _hidden(self, place: _Place, chain: tuple[str, ...], values: ValueSet, positive: bool, day: int | None) -> Tree:
        """Test a property of a code whatever its table says: that of an unlisted code, or by meaning alone."""
        assert isinstance(place.type, CodeType)
        table = place.type.table
        if chain:
            attribute = table.attribute(chain[0])
            assert attribute is not None
            return self._test(place.hidden(attribute.name, attribute.type), chain[1:], values, positive, day)
        assert isinstance(values, Below)
        if self._date is None:
            return self._below_by_meaning(place, values.codes, positive)
        above: set[Atom] = {c for c in table.rows if values.codes.intersection(table.ancestors(c))}
        return self._literal(self._parent(place, table), Extent(frozenset(above)), positive)

    def _below_by_meaning(self, place: _Place, codes: frozenset[str], positive: bool) -> Tree:
        itself = self._literal(place, Extent(frozenset(codes)), positive)
        parts = [itself]
        for code in sorted(codes):
            kind = FiniteType("below", code, (NamedValue(("true",)), NamedValue(("false",))))
            below = place.hidden(f"below {code}", kind, optional=False)
            parts.append(self._literal(below, Extent(frozenset({"true"})), positive))
        return some(*parts) if positive else every(*parts)

    def _parent(self, place: _Place, table: CodeTable) -> _Place:
        kind = FiniteType("codes", table.names[0], tuple(NamedValue((c,)) for c in sorted(table.rows)))
        return place.hidden("parent", kind)

    def _same(self, left: Term, right: Term, positive: bool) -> Tree:
        kind = left.type
        parts: list[Tree] = []
        for value in _domain(kind):
            one = Members(frozenset({value}))
            parts.append(every(self._dated(left, one, True), self._dated(right, one, positive)))
        if not positive:
            parts.append(self._dated(left, IsAbsent(), True))
        if isinstance(kind, CodeType) and not kind.table.closed:
            other = self._unlisted(left, True)
            if positive:
                parts.append(every(other, self._unlisted(right, True), self._twin(left, right, True)))
            else:
                parts.append(every(other, some(self._unlisted(right, False), self._twin(left, right, False))))
        return some(*parts)

    def _unlisted(self, term: Term, positive: bool) -> Tree:
        """Say that a term reads a code no table lists; for an attribute its own code must be unlisted too."""
        place, parts = _place(term), []
        for i in range(len(term.chain) + 1):
            table = place.type.table if isinstance(place.type, CodeType) else None
            last = i == len(term.chain)
            if last or (self._date is not None and table is not None and not table.closed):
                parts.append(self._literal(place, Extent(frozenset({UNLISTED})), positive))
            if not last and table is not None:
                attribute = table.attribute(term.chain[i])
                assert attribute is not None
                place = place.hidden(attribute.name, attribute.type)
        return every(*parts) if positive else some(*parts)

    def _twin(self, left: Term, right: Term, positive: bool) -> Tree:
        """Say that two unlisted codes are one: the same label, and hidden properties of the same classes."""
        one, two = _reach(_place(left), left.chain), _reach(_place(right), right.chain)
        label = FiniteType("label", "label", tuple(NamedValue((n,)) for n in self._twins.labels(one.key)))
        classes = classify(_field(one.hidden(LABEL[1:], label, False)), ())
        singles = [Extent(frozenset({atom})) for atom in classes.field.atoms]
        agreed = [self._agree(one, two, (LABEL,), classes.field, singles, positive)]
        for suffix, hidden in self._twins.properties.get(one.key, ()):
            agreed.append(self._agree(one, two, suffix, hidden.field, hidden.extents, positive))
        return every(*agreed) if positive else some(*agreed)

    def _agree(
        self, left: _Place, right: _Place, suffix: Slot, like: Field, extents: Sequence[Extent], positive: bool
    ) -> Tree:
        """Compare one hidden property of two codes class by class."""
        one = replace(like, key=(*left.key, *suffix), label=left.label, list=left.list)
        two = replace(like, key=(*right.key, *suffix), label=right.label, list=right.list)
        return some(*(every(self._in(one, e, True), self._in(two, e, positive)) for e in extents))

    def _literal(self, place: _Place, extent: Extent, positive: bool) -> Tree:
        return self._in(_field(place), extent, positive)

    def _in(self, field: Field, extent: Extent, positive: bool) -> Tree:
        number = self._numbers.get(field.key)
        if number is None:
            number = self._numbers[field.key] = len(self.fields)
            self.fields.append(field)
            self.seen.append([])
        inside = extent.within(field) if positive else extent.complement(field)
        self.seen[number].append(inside)
        return FALSE if inside.is_empty else Literal(number, inside)


def _place(term: Term) -> _Place:
    fact = term.fact
    return _Place(fact.key, fact.label, fact.type, fact.optional, fact.decided_by, fact.list)


def _reach(place: _Place, chain: tuple[str, ...]) -> _Place:
    for name in chain:
        attribute = place.type.table.attribute(name) if isinstance(place.type, CodeType) else None
        assert attribute is not None
        place = place.hidden(attribute.name, attribute.type)
    return place


def _field(place: _Place) -> Field:
    absent: tuple[Atom, ...] = (ABSENT,) if place.optional else ()
    atoms: tuple[Atom, ...] = tuple(_domain(place.type))
    if isinstance(place.type, CodeType) and not place.type.table.closed:
        atoms += (UNLISTED,)
    span = (place.type.low, place.type.high) if isinstance(place.type, OrderedType) else None
    return Field(place.key, place.label, atoms + absent, span, place.decided_by, place.list)


def _domain(kind: ValueType) -> tuple[str, ...]:
    match kind:
        case FiniteType():
            return kind.domain
        case CodeType(table):
            return tuple(sorted(table.rows))
        case OrderedType() | TextType():
            return ()


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


def _holds(table: CodeTable, code: str, chain: tuple[str, ...], values: ValueSet, day: int | None) -> bool:
    """Tell whether a listed code, or the attribute it leads to, has a value in the set on a day."""
    value: Value = code
    for name in chain:
        attribute = table.attribute(name)
        assert attribute is not None
        value = table.rows[str(value)].value(attribute.name, day)
        if value is ABSENT:
            return isinstance(values, IsAbsent)
        if isinstance(attribute.type, CodeType):
            table = attribute.type.table
    match values:
        case Members(names):
            return value in names
        case Runs(runs):
            return isinstance(value, int) and any(low <= value <= high for low, high in runs)
        case Below(codes):
            return bool(codes.intersection(table.ancestors(str(value))))
        case IsAbsent():
            return False


def _changes(term: Term) -> list[int]:
    return _changes_of(term.fact.type.table, term.chain) if isinstance(term.fact.type, CodeType) else []


def _changes_of(table: CodeTable, chain: tuple[str, ...]) -> list[int]:
    """Return the days on which a chain of attributes may change its value for some listed code."""
    days: list[int] = []
    for name in chain:
        attribute = table.attribute(name)
        assert attribute is not None
        for row in table.rows.values():
            for dated in row.attributes.get(attribute.name, ()):
                days.extend(d for d in (dated.since, dated.until) if d is not None)
        if isinstance(attribute.type, CodeType):
            table = attribute.type.table
    return sorted(set(days))
