"""From a condition over facts to a tree over fields.

Two ways of looking at code tables: in the *world* a listed code has the attributes its table gives at the governing
date; by *meaning* alone it may have any, since what an open or dated table happens to hold makes no text special
(LANGUAGE §6.5). A code no table lists has its attributes as hidden fields of their own, so that it may have any.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.logic.days import GoverningDate, segments
from checker.logic.fields import UNLISTED, Atom, Extent, Field
from checker.logic.places import Place, domain, place_of
from checker.logic.tables import Chain, change_days, is_in, is_settled, table_at, values_on
from checker.logic.trees import FALSE, TRUE, Literal, Tree, every, some
from checker.logic.twins import LABEL, Slot, Twins, slot_of
from checker.rulebook.model import (
    ABSENT,
    LIMIT,
    Addend,
    All,
    Asked,
    Below,
    CodeTable,
    CodeType,
    Condition,
    Constant,
    Count,
    Due,
    Fact,
    FiniteType,
    IsAbsent,
    Members,
    NamedValue,
    Negation,
    Reckoned,
    Runs,
    Same,
    Some,
    Sum,
    Term,
    Test,
    Value,
    ValueSet,
    facts_of,
)

ASKED, LATE, QUANTITY, SAME = "~asked", "~late", "~quantity", "~same"
NEVER, MAY, WHERE = "~never", "~may", "~where"
BEFORE = "before "
"""So begins the key of a question of the earlier of two rulebooks that share a space."""
WIDEST = LIMIT * LIMIT
"""No quantity that is added up from a plan is larger."""


UnitName = tuple[str, ...]


class Widened(Struct, frozen=True):
    """A field with all values that it has in one of two rulebooks; `native` are those of the one and of the other."""

    field: Field
    native: tuple[Extent, Extent]


class Lowering:
    """Turns conditions into trees and registers the fields they need, in order of first use."""

    def __init__(
        self,
        twins: Twins,
        answers: Mapping[str, tuple[Atom, ...]],
        apart: bool = False,
        widened: Mapping[Slot, Widened] | None = None,
        listed: str | None = None,
    ) -> None:
        """Begin a space; `answers` are all that questions tested in conditions can answer.

        With `apart` whether two facts are the same is a field of its own: `compared` says which, and what it means.
        Both must be of the plan, or of the element of `listed` that is asked about.
        Fields that are `widened` have values that some conditions do not know.
        """
        self.fields: list[Field] = []
        self._widened = widened or {}
        self.seen: list[list[Extent]] = []
        self.counts: dict[tuple[Count, GoverningDate | None], int] = {}
        self.compared: dict[tuple[Same, GoverningDate | None], int] = {}
        self._apart = apart
        self._spoken_of = (None, listed)
        self._quantities: dict[tuple[tuple[tuple[int, Addend], ...], str, GoverningDate | None], int] = {}
        self._numbers: dict[Slot, int] = {}
        self._listed: dict[tuple[CodeTable, Chain, int | None], dict[str, Value]] = {}
        self._date: GoverningDate | None = None
        self._twins = twins
        self._answers = answers

    def at(self, date: GoverningDate | None) -> Lowering:
        """Look from here on at tables in the world, on the given date; or, without one, by meaning alone."""
        self._date = date
        return self

    def counted(self) -> dict[int, tuple[UnitName | None, ...]]:
        """Return for every reckoned field, by its number, the names of the conditions its counts are by."""
        found: dict[int, tuple[UnitName | None, ...]] = {}
        for (addends, _, date), number in self._quantities.items():
            names = (self.counts.get((a, date)) if isinstance(a, Count) else None for _, a in addends)
            place = self._numbers[QUANTITY, str(number)]
            found[place] = tuple(None if n is None else (WHERE, str(n)) for n in names)
        return found

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
            case Reckoned():
                return self._reckoned(condition, positive)
            case Asked():
                return self._asked(condition, positive)

    def _asked(self, asked: Asked, positive: bool) -> Tree:
        """Test the answer of another question, a field of its own; or whether its deed came too late."""
        label = asked.question.removeprefix(BEFORE)
        if asked.late:
            field = Field((LATE, asked.question), label, ("true", "false"), None)
            return self._in(field, Extent(frozenset({"true"})), positive)
        field = Field((ASKED, asked.question), label, self._answers[asked.question], None)
        return self._in(field, Extent(frozenset(asked.answers)), positive)

    def _reckoned(self, reckoned: Reckoned, positive: bool) -> Tree:
        """Test a quantity, a field of its own; what it is made of must not be absent."""
        given = every(*(self._given(addend) for _, addend in reckoned.addends))
        absent = some(*(self._given(addend, positive=False) for _, addend in reckoned.addends))
        within = self._in(self._quantity(reckoned), Extent(runs=reckoned.values.runs), positive)
        return every(given, within) if positive else some(absent, within)

    def _given(self, addend: Addend, positive: bool = True) -> Tree:
        """Say that an addend is there; a date to count from is when one of several is."""
        facts: tuple[Fact, ...] = ()
        match addend:
            case Term():
                facts = (addend.fact,)
            case Due(period):
                facts = period.anchors
            case Sum(listed, summand):
                if not summand.fact.optional:
                    return TRUE if positive else FALSE
                absent = Count(listed, Test(summand, IsAbsent()))
                return self.tree(Reckoned(((1, absent),), Runs(((0, 0),)), "count"), positive)
        if not facts or not all(fact.optional for fact in facts):
            return TRUE if positive else FALSE
        missing = [self._literal(place_of(_term(f)), Extent(frozenset({ABSENT})), not positive) for f in facts]
        return some(*missing) if positive else every(*missing)

    def _quantity(self, reckoned: Reckoned) -> Field:
        """Return the field of a quantity, registering what it is reckoned from."""
        for _, addend in reckoned.addends:
            self._register(addend)
        key = (reckoned.addends, reckoned.form, self._date)
        number = self._quantities.setdefault(key, len(self._quantities))
        label = " ".join(sorted({fact.label for fact in facts_of(reckoned)}))
        slot = (QUANTITY, str(number))
        field = Field(slot, label, (), (-WIDEST, WIDEST), addends=reckoned.addends, form=reckoned.form)
        if reckoned.form == "order":  # before, at once and after are told apart, so that either fact may come first
            self.seen[self._field(field)].append(Extent(runs=((0, 0),)))
        return field

    def _register(self, addend: Addend) -> None:
        match addend:
            case Term(fact) | Sum(summand=Term(fact)):
                self._field(place_of(_term(fact)).field())
            case Due(period):
                for fact in period.anchors:
                    self._field(place_of(_term(fact)).field())
            case Count():
                self.counts.setdefault((addend, self._date), len(self.counts))

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
        end = table_at(table, chain)
        listed: set[Atom] = {
            code for code, value in self._values(table, chain, day).items() if is_in(value, values, end) is positive
        }
        tree = self._literal(place, Extent(absent | listed), True)
        if table.closed:
            return tree
        hidden = self._hidden(place, chain, values, positive, day)
        return some(tree, every(self._literal(place, Extent(frozenset({UNLISTED})), True), hidden))

    def _values(self, table: CodeTable, chain: Chain, day: int | None) -> dict[str, Value]:
        key = (table, chain, day)
        if key not in self._listed:
            self._listed[key] = values_on(table, chain, day)
        return self._listed[key]

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
        if not self._apart or any(f.binder or f.list not in self._spoken_of for f in (left.fact, right.fact)):
            return self.same(left, right, positive)
        one, two = sorted((left, right), key=slot_of)
        number = self.compared.setdefault((Same(one, two), self._date), len(self.compared))
        field = Field((SAME, str(number)), f"{left.label} is {right.label}", ("true", "false"), None)
        return self._in(field, Extent(frozenset({"true"})), positive)

    def same(self, left: Term, right: Term, positive: bool) -> Tree:
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
        one = replace(like, key=(*left.key, *suffix), label=left.label, list=left.list, binder=left.binder)
        two = replace(like, key=(*right.key, *suffix), label=right.label, list=right.list, binder=right.binder)
        return some(*(every(self._in(one, e, True), self._in(two, e, positive)) for e in extents))

    def _literal(self, place: Place, extent: Extent, positive: bool) -> Tree:
        known = None if place.key in self._widened else self._numbers.get(place.key)
        return self._in(place.field() if known is None else self.fields[known], extent, positive)

    def _field(self, field: Field) -> int:
        number = self._numbers.get(field.key)
        if number is None:
            number = self._numbers[field.key] = len(self.fields)
            widened = self._widened.get(field.key)
            self.fields.append(field if widened is None else widened.field)
            self.seen.append([] if widened is None else list(widened.native))
        return number

    def _in(self, field: Field, extent: Extent, positive: bool) -> Tree:
        number = self._field(field)
        inside = extent.within(field) if positive else extent.complement(field)
        self.seen[number].append(inside)
        return FALSE if inside.is_empty else Literal(number, inside)


def _term(fact: Fact) -> Term:
    return Term(fact, (), fact.type)


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
