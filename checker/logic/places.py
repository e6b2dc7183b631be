"""Where a value stands: a fact of the plan, or a hidden property of a code below one.

A place is what a field is made of. A code that no table lists has its attributes, and what lies above it, as hidden
properties, so that it may have any (decision 0003).
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from checker.logic.fields import UNLISTED, Atom, Field
from checker.logic.twins import Slot, slot_of_fact
from checker.rulebook.model import ABSENT, Attribute, CodeTable, CodeType, FiniteType, OrderedType, Term, ValueType


class Place(Struct, frozen=True):
    """A place with the type of its values; `optional`: it may hold ABSENT."""

    key: Slot
    label: str
    type: ValueType
    optional: bool
    decided_by: str | None
    list: str | None
    binder: int = 0

    @property
    def table(self) -> CodeTable:
        """The table of the codes that stand here; TypeError when none do."""
        if not isinstance(self.type, CodeType):
            raise TypeError(f"{self.label} holds no code")
        return self.type.table

    def hidden(self, name: str, kind: ValueType, optional: bool = True) -> Place:
        """Return the place of a hidden property of the code that stands here."""
        return replace(self, key=(*self.key, f"~{name}"), type=kind, optional=optional)

    def attribute(self, name: str) -> Place:
        """Return the place of an attribute as a hidden property; any code may lack it."""
        found = attribute_of(self.table, name)
        return self.hidden(found.name, found.type)

    def field(self) -> Field:
        """Return the field of the values that may stand here."""
        atoms: tuple[Atom, ...] = domain(self.type)
        if isinstance(self.type, CodeType) and not self.type.table.closed:
            atoms += (UNLISTED,)
        if self.optional:
            atoms += (ABSENT,)
        span = (self.type.low, self.type.high) if isinstance(self.type, OrderedType) else None
        return Field(self.key, self.label, atoms, span, self.decided_by, self.list, self.binder)


def place_of(term: Term) -> Place:
    """Return the place of the fact a term begins with."""
    fact = term.fact
    return Place(slot_of_fact(fact), fact.label, fact.type, fact.optional, fact.decided_by, fact.list, fact.binder)


def attribute_of(table: CodeTable, name: str) -> Attribute:
    """Return an attribute a resolved term names; KeyError when the table has none of that name."""
    found = table.attribute(name)
    if found is None:
        raise KeyError(name)
    return found


def domain(kind: ValueType) -> tuple[str, ...]:
    """Return the values of a finite type by name, the codes a table lists; nothing for an ordered type."""
    match kind:
        case FiniteType():
            return kind.domain
        case CodeType(table):
            return tuple(sorted(table.rows))
        case _:
            return ()
