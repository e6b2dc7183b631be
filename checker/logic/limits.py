"""What a box of cases says of each fact, as conditions: the way back from classes to the words of a rulebook.

Takes a case over all of which nothing is known (see `horizon`) and a box of it; gives conditions that a rule file
could hold. A condition is exact within the classes of the case. Must not know why a box is spoken of.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache

from msgspec import Struct

from checker.logic.case import Case
from checker.logic.code_words import CodeWords, among
from checker.logic.fields import Atom, Classes, Field, Run, Virtual, join_runs
from checker.logic.lowering import ASKED, LATE
from checker.logic.reckoning import Unknown
from checker.logic.windows import BAND
from checker.logic.world import scalar_facts
from checker.regions import Box
from checker.rulebook.model import (
    ABSENT,
    LIMIT,
    Addend,
    All,
    Asked,
    CodeType,
    Condition,
    Count,
    Due,
    Fact,
    FiniteType,
    IsAbsent,
    Members,
    Negation,
    OrderedType,
    Reckoned,
    Rulebook,
    Runs,
    Some,
    Term,
    Test,
    boolean,
    presence_type,
)

FEW = 2
"""So many times more values are in a set than out of it when it is said by those that are out."""


class FactLimit(Struct, frozen=True):
    """What one dimension must be in a box: its number in the case, what reports call it, and a condition."""

    dimension: int
    label: str
    condition: Condition


class Limits:
    """Writes the boxes of one case as conditions."""

    def __init__(self, book: Rulebook, case: Case) -> None:
        self._book = book
        self._case = case
        self._full = case.space.full

    def of(self, box: Box) -> tuple[FactLimit, ...]:
        """Say what a box limits, in the order in which the facts are declared; what is not a fact comes last."""
        places = [number for number in self._case.dimensions if not self._is_free(number, box[number])]
        places.sort(key=lambda number: (self._order.get(self._case.field(number).base, len(self._order)), number))
        return tuple(self._limit(number, box) for number in places)

    def _is_free(self, number: int, mask: int) -> bool:
        """Tell whether a set of classes is all there is: of a count, all that a list can hold."""
        addends = self._case.field(number).addends
        if not addends or not all(isinstance(addend, Count) and factor > 0 for factor, addend in addends):
            return mask == self._full[number]
        runs = ((place, run) for place, e in enumerate(self._case.classes(number).extents) for run in e.runs)
        return all(mask >> place & 1 for place, (low, high) in runs if low <= LIMIT and high >= 0)

    def record(self, listed: str) -> str | None:
        """Return the record that the elements of a list are, as their facts are called by it."""
        return next((fact.label.partition(".")[0] for fact in self._facts.values() if fact.list == listed), None)

    def fact(self, number: int) -> Fact | None:
        """Return the fact a dimension stands for; None for anything else."""
        return self._facts.get(self._case.field(number).base)

    @cached_property
    def _facts(self) -> Mapping[tuple[str, ...], Fact]:
        return _facts_of(self._book)

    @cached_property
    def _order(self) -> Mapping[tuple[str, ...], int]:
        return {key: number for number, key in enumerate(self._facts)}

    def _limit(self, number: int, box: Box) -> FactLimit:
        field, mask = self._case.field(number), box[number]
        return FactLimit(number, _label(field), self._condition(number, field, self._case.classes(number), mask, box))

    def _condition(self, number: int, field: Field, classes: Classes, mask: int, box: Box) -> Condition:
        if (same := self._case.compared(field)) is not None:
            return same if mask & 1 else Negation(same)
        if field.addends:
            return self._quantity(number, field, classes, box)
        atoms = classes.atoms(mask)
        match field.key:
            case (head, question) if head == ASKED:
                return Asked(question, frozenset(str(atom) for atom in atoms))
            case (head, question) if head == LATE:
                late = Asked(question, frozenset(), late=True)
                return late if "true" in atoms else Negation(late)
            case (head, document) if head == BAND:
                begun = Fact(field.key, None, document, boolean(), False, None)
                return Test(Term(begun, (), begun.type), Members(frozenset(map(str, atoms))))
        fact = self._facts.get(field.base)
        if fact is None:
            return self._hidden(field, atoms, classes, mask)
        term = Term(fact, (), fact.type)
        if isinstance(fact.type, CodeType):
            return CodeWords(term, classes, self._days(box)).condition(mask)
        return value_condition(term, field, atoms, classes.runs(mask))

    def _hidden(self, field: Field, atoms: frozenset[Atom], classes: Classes, mask: int) -> Condition:
        """Say of what is no fact of a plan: that a record is given, or a property of a code kept a field of its own."""
        owner = next((fact for key, fact in self._facts.items() if field.base[: len(key)] == key), None)
        if owner is None:
            record = Fact(field.key, field.list, field.label, presence_type(field.label), True, None)
            return value_condition(Term(record, (), record.type), field, atoms, ())
        chain = tuple(name.removeprefix("~") for name in field.base[len(owner.key) :])
        kind = FiniteType("one of", chain[-1], ()) if field.span is None else OrderedType("integer", 0, None, 0, 0)
        term = Term(owner, chain, kind)
        return value_condition(term, field, atoms, classes.runs(mask))

    def _quantity(self, number: int, field: Field, classes: Classes, box: Box) -> Condition:
        """Write a limit on a quantity the way its rules reckon it.

        Where a part may be absent the box holds that as well: said is then what the quantity is not, if there is one.
        """
        mask = box[number]
        if any(self._may_be_absent(addend, box) for _, addend in field.addends):
            return Negation(self._reckoned(number, field, classes.runs(self._full[number] & ~mask)))
        return self._reckoned(number, field, classes.runs(mask))

    def _reckoned(self, number: int, field: Field, within: tuple[Run, ...]) -> Condition:
        runs = join_runs(within)
        sign = -1 if self._is_turned(number, field) else 1
        if _is_negative(runs, field):  # said the other way round, no end lies below nothing
            sign, runs = -sign, tuple((-high, -low) for low, high in reversed(runs))
        addends = ((sign * factor, addend) for factor, addend in field.addends)
        said = Reckoned(tuple(sorted(addends, key=lambda one: one[0] < 0)), Runs(runs), field.form)
        return _parted(said) if _is_duration(field) else said

    def _may_be_absent(self, addend: Addend, box: Box) -> bool:
        """Tell whether a fact may be absent in a box, or all dates that a period may run from."""
        match addend:
            case Term(fact):
                facts: tuple[Fact, ...] = (fact,)
            case Due(period):
                facts = period.anchors
            case _:
                return False
        return all(fact.optional and self._admits_absence(fact, box) for fact in facts)

    def _admits_absence(self, fact: Fact, box: Box) -> bool:
        numbers = (n for n in self._case.dimensions if self._case.field(n).base == fact.key)
        return all(box[n] >> self._case.classes(n).place(ABSENT) & 1 for n in numbers)

    def _is_turned(self, number: int, field: Field) -> bool:
        """Tell whether a dimension counts the other way round than its field (see `reckoning.upright`)."""
        reckoning = self._case.reckoning(number)
        if reckoning is None:
            return False
        factors = {v.slot[1:]: factor for factor, v in reckoning.parts if isinstance(v, Unknown)}
        return any(
            factors.get(addend.fact.path) == -factor for factor, addend in field.addends if isinstance(addend, Term)
        )

    def _days(self, box: Box) -> tuple[Run, ...]:
        """Return the days the governing dates of a box may be."""
        runs: list[Run] = []
        for fact in self._book.header.governed_by:
            number = next((n for n in self._case.dimensions if self._case.field(n).base == fact.key), None)
            if number is not None:
                runs.extend(self._case.classes(number).runs(box[number]))
        return tuple(runs)


@lru_cache(maxsize=2)
def _facts_of(book: Rulebook) -> Mapping[tuple[str, ...], Fact]:
    """Return the facts of a rulebook by key; every area of it is stated with limits of its own."""
    return {fact.key: fact for fact in scalar_facts(book)}


def _is_negative(runs: tuple[Run, ...], field: Field) -> bool:
    """Tell whether a quantity has ends below nothing and none above; a difference alone, if it reaches above."""
    if runs[-1][1] < 0:
        return True
    ends = [end for run in runs for end in run if abs(end) < LIMIT]
    differs = {factor > 0 for factor, _ in field.addends} == {True, False}
    return differs and bool(ends) and min(ends) < 0 and max(ends) <= 0


def _is_duration(field: Field) -> bool:
    """Tell whether a quantity is the time from one day or moment to another: no duration is written with a sign."""
    types = [addend.type for _, addend in field.addends if isinstance(addend, Term)]
    moments = [t for t in types if isinstance(t, OrderedType) and t.form in ("date", "datetime")]
    return len(moments) == len(field.addends) == 2


def _parted(said: Reckoned) -> Condition:
    """Say of a time that may run either way how long it may be in each."""
    (low, high), *others = said.values.runs
    if others or not -LIMIT < low < 0 < high < LIMIT:
        return said
    turned = tuple((-factor, addend) for factor, addend in reversed(said.addends))
    back = Reckoned(turned, Runs(((-LIMIT, -low),)), said.form)
    return All((Reckoned(said.addends, Runs(((-LIMIT, high),)), said.form), back))


def _label(field: Field) -> str:
    """Name what is limited; how many elements there are, by their list."""
    lists = [addend.list.label for _, addend in field.addends if isinstance(addend, Count)]
    return field.label or " ".join(lists)


def value_condition(term: Term, field: Field, atoms: frozenset[Atom], runs: tuple[Run, ...]) -> Condition:
    """Say that a value is one of some single values or lies in some runs."""
    given = frozenset(str(atom) for atom in atoms if atom is not ABSENT and not isinstance(atom, Virtual))
    may_lack = ABSENT in field.atom_set
    if field.span is None:
        if may_lack and ABSENT in atoms:
            others = frozenset(str(atom) for atom in field.atoms if atom is not ABSENT) - given
            return Negation(among(term, others)) if given else Test(term, IsAbsent())
        others = frozenset(str(atom) for atom in field.atoms if atom is not ABSENT) - given
        if may_lack and not others:
            return Negation(Test(term, IsAbsent()))
        few = not may_lack and len(others) * FEW < len(given)
        return Negation(among(term, others)) if few else among(term, given)
    within = Test(term, Runs(join_runs(runs)))
    if ABSENT not in atoms:
        return within
    return Some((Test(term, IsAbsent()), within)) if runs else Test(term, IsAbsent())
