"""Conditions after names are resolved and types checked: what a test means, over facts and sets of values.

Definitions are unfolded, aliases gone, kinds nodes spread out, `unless` and limbs reduced to the three connectives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.findings import Span
from checker.rulebook.model.types import ValueType
from checker.rulebook.model.values import ValueSet


@dataclass(frozen=True, slots=True)
class Fact:
    """One scalar fact of the plan, or of each element of a list.

    `path` runs from the plan, or from the element when `list` names a list; `label` is how rule files write it
    (`decl.accepted_at`; for an element its record's name, `leg.to`).
    """

    path: tuple[str, ...]
    list: str | None
    label: str
    type: ValueType
    optional: bool
    decided_by: str | None

    @property
    def key(self) -> tuple[str, ...]:
        """The path with the list's name before it: one key for each fact of the rulebook."""
        return self.path if self.list is None else (f"{self.list}[]", *self.path)


@dataclass(frozen=True, slots=True)
class Term:
    """A fact, or an attribute reached from a code fact (`leg.to.district.kind`: chain `district`, `kind`)."""

    fact: Fact
    chain: tuple[str, ...]
    type: ValueType


@dataclass(frozen=True, slots=True)
class Test:
    """The term has a value in the set. An absent value is in no set but `IsAbsent`."""

    term: Term
    values: ValueSet


@dataclass(frozen=True, slots=True)
class Same:
    """Two terms of one finite type have the same value; false when either is absent."""

    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Constant:
    """Always, or never."""

    holds: bool


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Some part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """The part does not hold."""

    part: Condition


Condition = Test | Same | Constant | All | Some | Negation

ALWAYS = Constant(True)
NEVER = Constant(False)


def tests(condition: Condition) -> Iterator[Test | Same]:
    """Go through the tests of a condition, from left to right."""
    match condition:
        case Test() | Same():
            yield condition
        case Negation(part):
            yield from tests(part)
        case All(parts) | Some(parts):
            for part in parts:
                yield from tests(part)
        case Constant():
            return


def facts_of(condition: Condition) -> Iterator[Fact]:
    """Go through the facts a condition reads, from left to right, some more than once."""
    for test in tests(condition):
        if isinstance(test, Same):
            yield test.left.fact
            yield test.right.fact
        else:
            yield test.term.fact


@dataclass(frozen=True, slots=True)
class Conjunct:
    """One of the parts that must all hold for a provision to apply, as its author wrote it.

    `text` is the source with single blanks; `name` the limb's name when it has one.
    """

    condition: Condition
    text: str
    name: str | None
    span: Span
