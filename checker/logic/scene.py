"""A plan seen from one subject: what is known decides conditions, what is not becomes a dimension.

Holds the sources facts are read from (the plan, its elements, any element of a list that is not known) and turns
compiled branches into sparse boxes over what is not known. A dimension is made when it is first met. Knows no
question, and not what quantities can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from checker.logic.fields import Classes
from checker.logic.lowering import UnitName
from checker.logic.reckoning import End, OpenCount, OpenSum, Reckoning, Unknown, Variable, upright
from checker.logic.space import Compiled
from checker.logic.sparse import ALL, Sparse, leanest, met
from checker.logic.twins import Slot, slot_of_fact
from checker.rulebook.calendars import Calendar
from checker.rulebook.model import Absent, Addend, Count, Due, Element, Fact, Facts, Listed, Sum, Term, Value
from checker.rulebook.period_ends import due_value


class Holder(Struct, frozen=True):
    """Where facts are found: the plan (path empty), or an element.

    Nothing is known of `LIST[?]`, which a question is asked of, and of `LIST[*]`, any of the others.
    """

    path: str
    values: Mapping[tuple[str, ...], Value]
    lists: Mapping[str, tuple[Element, ...]]


Scope = Mapping[tuple[str | None, int], Holder]
"""Who is spoken of: for a list and a binder the element; for (None, 0) the plan."""


class Dimension(Struct, frozen=True):
    """Something that is not known: where it stands, its classes, and for a quantity what it is reckoned from."""

    slot: Slot
    classes: Classes
    reckoning: Reckoning | None = None


class Subject(Struct, frozen=True):
    """What a question is asked of: the plan (both None), an element of `list`, or any element of a missing list."""

    list: str | None = None
    element: Element | None = None

    @property
    def is_missing(self) -> bool:
        """Whether the list itself is not known."""
        return self.list is not None and self.element is None

    @property
    def name(self) -> str:
        """What an expectation calls it: `plan`, the id of an element, `LIST[?]`."""
        if self.list is None:
            return "plan"
        return f"{self.list}[?]" if self.element is None else self.element.id

    @property
    def path(self) -> str:
        """Where in a plan it stands: nothing for the plan itself."""
        if self.list is None:
            return ""
        return f"{self.list}[?]" if self.element is None else self.element.path


class Scene:
    """Lays conditions into a plan, for one subject."""

    def __init__(self, compiled: Compiled, facts: Facts, subject: Subject, calendar: Calendar) -> None:
        self.compiled = compiled
        self.calendar = calendar
        self.dimensions: list[Dimension] = []
        self.scopes: dict[OpenCount, Scope] = {}
        self.lists: dict[Slot, tuple[Listed, Holder]] = {}
        self.plan = Holder("", facts.values, facts.lists)
        self.subject = subject
        scope: dict[tuple[str | None, int], Holder] = {(None, 0): self.plan}
        if subject.list is not None:
            unknown = Holder(f"{subject.list}[?]", {}, {})
            scope[subject.list, 0] = unknown if subject.element is None else holder_of(subject.element)
        self.scope: Scope = scope
        self._paths = paths(scope)
        self._numbers: dict[Slot, int] = {}
        self._laid: dict[tuple[int, int, tuple[str, ...]], tuple[Sparse, ...]] = {}
        self._alive = self._left_alive()
        self._quantities = self._with_quantities()

    def boxes(self, name: UnitName, scope: Scope) -> tuple[Sparse, ...]:
        """Return where a condition holds for those spoken of; an unknown unit holds nowhere."""
        first, last = self.compiled.units.get(name, (0, 0))
        key = (first, last, self._paths if scope is self.scope else paths(scope))
        if key not in self._laid:
            left = self._alive >> first if scope is self.scope else -1
            branches = [branch for n, branch in enumerate(self.compiled.branches[first:last]) if left >> n & 1]
            found = tuple(box for branch in branches for box in self._branch(branch, scope))
            # Where nothing they speak of is known or reckoned, they are as lean as they were compiled.
            reckoned = self._quantities >> first & (1 << last - first) - 1
            is_lean = not reckoned and sum(map(len, found)) == sum(map(len, branches))
            self._laid[key] = found if is_lean else leanest(found)
        return self._laid[key]

    @cached_property
    def alive(self) -> tuple[UnitName, ...]:
        """The conditions that may hold for all that is known of plan and subject."""
        alive, units = self._alive, self.compiled.units.items()
        return tuple(name for name, (first, last) in units if alive >> first & (1 << last - first) - 1)

    def elements(self, listed: Listed, scope: Scope) -> tuple[tuple[Holder, ...], bool]:
        """Return the elements of a list that are spoken of in the plan, and whether there may be others."""
        owner = scope[listed.outer, listed.outer_binder]
        known = owner.lists.get(listed.path)
        if known is not None:
            return tuple(map(holder_of, known)), False
        asked = self.subject.is_missing and listed.name == self.subject.list
        among = [self.scope[listed.name, 0]] if asked else []
        if listed.outer is None:  # an element that a test around this one speaks of is in the list as well
            among += [holder for (name, binder), holder in scope.items() if binder and name == listed.name]
        return tuple(among), True

    def dimension(self, slot: Slot, classes: Classes, reckoning: Reckoning | None = None) -> int:
        """Return the number of a dimension, a new one where it is met first."""
        number = self._numbers.get(slot)
        if number is None:
            number = self._numbers[slot] = len(self.dimensions)
            self.dimensions.append(Dimension(slot, classes, reckoning))
        return number

    def number(self, slot: Slot) -> int | None:
        """Return the number of a dimension that was met, if it was."""
        return self._numbers.get(slot)

    def _left_alive(self) -> int:
        """Return the branches that what is known of plan and subject leaves, as a bit set."""
        bits = (1 << len(self.compiled.branches)) - 1
        for number, classes in enumerate(self.compiled.classes):
            field = classes.field
            holder = None if field.addends else self.scope.get((field.list, field.binder))
            if holder is not None and (path := field.path) in holder.values:
                bits &= self.compiled.matrix[number][classes.place(holder.values[path])]
        return bits

    def _with_quantities(self) -> int:
        """Return the branches that set limits to a quantity, as a bit set."""
        bits = 0
        for classes, constrained in zip(self.compiled.classes, self.compiled.constrained, strict=True):
            if classes.field.addends:
                bits |= constrained
        return bits

    def _branch(self, branch: Sparse, scope: Scope) -> tuple[Sparse, ...]:
        boxes = ALL
        for number, mask in branch.items():
            boxes = met(boxes, self._literal(number, mask, scope))
            if not boxes:
                break
        return boxes

    def _literal(self, number: int, mask: int, scope: Scope) -> tuple[Sparse, ...]:
        classes = self.compiled.classes[number]
        field = classes.field
        if field.addends:
            return tuple(self._reckoned(number, mask, scope))
        holder = scope[field.list, field.binder]
        if field.path in holder.values:
            return ALL if mask >> classes.place(holder.values[field.path]) & 1 else ()
        return ({self.dimension((holder.path, *field.path), classes): mask},)

    def _reckoned(self, number: int, mask: int, scope: Scope) -> Iterator[Sparse]:
        """Say where a quantity has its value in a set of classes; nowhere when a part of it is absent."""
        classes = self.compiled.classes[number]
        parts = self._parts_of(number, scope)
        if parts is None:
            return
        constant, variables = parts
        for counted, boxes in self._counts(number, scope).items():
            total = constant + counted
            if variables:
                reckoning, admitted = upright(Reckoning(total, variables), classes, mask)
                number_of = self.dimension((f"~{number}", repr(reckoning)), classes, reckoning)
                yield from met(boxes, ({number_of: admitted},))
            elif mask >> classes.place(total) & 1:
                yield from boxes

    def _parts_of(self, number: int, scope: Scope) -> tuple[int, tuple[tuple[int, Variable], ...]] | None:
        """Return what is known of a quantity beside its counts, and what is not; None when a part is absent."""
        constant = 0
        variables: dict[Variable, int] = {}
        for (factor, addend), where in zip(
            self.compiled.classes[number].field.addends, self.compiled.counts[number], strict=True
        ):
            for part in self._parts(addend, where, scope):
                if isinstance(part, Absent):
                    return None
                if isinstance(part, int):
                    constant += factor * part
                elif not isinstance(part, str):
                    variables[part] = variables.get(part, 0) + factor
        return constant, tuple((factor, variable) for variable, factor in variables.items() if factor)

    def _counts(self, number: int, scope: Scope) -> dict[int, tuple[Sparse, ...]]:
        """Return where the elements that the plan lists come to which number, each with its factor."""
        found: dict[int, tuple[Sparse, ...]] = {0: ALL}
        for (factor, addend), where in zip(
            self.compiled.classes[number].field.addends, self.compiled.counts[number], strict=True
        ):
            if isinstance(addend, Count) and where is not None:
                for holder in self.elements(addend.list, scope)[0]:
                    found = self._counted(found, factor, where, {**scope, _bound(addend.list): holder})
        return found

    def _counted(
        self, constants: dict[int, tuple[Sparse, ...]], factor: int, where: UnitName, scope: Scope
    ) -> dict[int, tuple[Sparse, ...]]:
        """Count one element more, where it fulfils the condition."""
        yes, no = self.boxes(where, scope), self.boxes(contrary(where), scope)
        found: dict[int, list[Sparse]] = {}
        for total, boxes in constants.items():
            found.setdefault(total, []).extend(met(boxes, no))
            found.setdefault(total + factor, []).extend(met(boxes, yes))
        return {total: leanest(boxes) for total, boxes in found.items() if boxes}

    def _open(self, listed: Listed, where: UnitName, scope: Scope) -> OpenCount:
        found = OpenCount(self._list(listed, scope), where, paths(scope))
        met = sum(binder > 0 and name == listed.name for name, binder in scope)
        self.scopes[found] = {**scope, _bound(listed): anyone(listed.name, met)}
        return found

    def _list(self, listed: Listed, scope: Scope) -> Slot:
        owner = scope[listed.outer, listed.outer_binder]
        self.lists[owner.path, listed.name] = (listed, owner)
        return owner.path, listed.name

    def _parts(self, addend: Addend, where: UnitName | None, scope: Scope) -> Iterator[Value | Variable]:
        """Go through what an addend comes to beside the elements counted: numbers, variables, or ABSENT."""
        match addend:
            case Count(listed):
                if where is not None and self.elements(listed, scope)[1]:
                    yield self._open(listed, where, scope)
            case Term(fact):
                yield self._value(fact, scope)
            case Sum(listed, summand):
                holders, is_open = self.elements(listed, scope)
                for holder in holders:
                    yield self._value(summand.fact, {**scope, _bound(listed): holder})
                if is_open:
                    yield OpenSum(self._list(listed, scope), self.compiled.numbers[slot_of_fact(summand.fact)])
            case Due(period):
                yield self._end(addend, tuple(self._value(anchor, scope) for anchor in period.anchors))

    def _end(self, due: Due, anchors: tuple[Value | Unknown, ...]) -> Value | Variable:
        known = tuple(a for a in anchors if not isinstance(a, Unknown))
        if len(known) == len(anchors):
            value = due_value(due, known, self.calendar)
            if value is not None:
                return value
        return End(due, anchors)

    def _value(self, fact: Fact, scope: Scope) -> Value | Unknown:
        holder = scope[fact.list, fact.binder]
        if fact.path in holder.values:
            return holder.values[fact.path]
        return Unknown((holder.path, *fact.path), self.compiled.bases[fact.key])


def holder_of(element: Element) -> Holder:
    """Return an element as the one spoken of."""
    return Holder(element.path, element.values, element.lists)


def anyone(listed: str, met: int = 0) -> Holder:
    """Return an element of which nothing is known, another one than those of the list that were `met` before."""
    return Holder(f"{listed}[*{met or ''}]", {}, {})


def contrary(where: UnitName) -> UnitName:
    """Return the unit that says that an element does not fulfil the condition it is counted by."""
    return (*where, "not")


def paths(scope: Scope) -> tuple[str, ...]:
    """Return who is spoken of, as a key."""
    return tuple(f"{listed} {binder} {holder.path}" for (listed, binder), holder in scope.items())


def _bound(listed: Listed) -> tuple[str | None, int]:
    return listed.name, listed.binder
