"""Conditions after names are resolved and types checked: what a test means, over facts and sets of values.

Definitions are unfolded, aliases gone, kinds nodes spread out, `unless` and limbs reduced to the three connectives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Span
from checker.rulebook.model.types import ValueType
from checker.rulebook.model.values import Runs, ValueSet

if TYPE_CHECKING:
    from checker.rulebook.model.periods import Period


class Fact(Struct, frozen=True):
    """One scalar fact of the plan, or of each element of a list.

    `path` runs from the plan, or from the element when `list` names a list; `label` is how rule files write it
    (`decl.accepted_at`; for an element its record's name, `leg.to`). `binder` says whose element: 0 the one the
    question is asked of (or a `never` speaks of), n the one of the n-th test on a list this stands in, 1 the outermost.
    """

    path: tuple[str, ...]
    list: str | None
    label: str
    type: ValueType
    optional: bool
    decided_by: str | None
    binder: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """The path with the list's name before it: one key for each fact of the rulebook, whoever speaks of it."""
        return self.path if self.list is None else (f"{self.list}[]", *self.path)


class Term(Struct, frozen=True):
    """A fact, or an attribute reached from a code fact (`leg.to.district.kind`: chain `district`, `kind`)."""

    fact: Fact
    chain: tuple[str, ...]
    type: ValueType

    @property
    def label(self) -> str:
        """The term as rule files write it: `leg.to.district`."""
        return ".".join((self.fact.label, *self.chain))


class Test(Struct, frozen=True):
    """The term has a value in the set. An absent value is in no set but `IsAbsent`."""

    term: Term
    values: ValueSet


class Same(Struct, frozen=True):
    """Two terms of one finite type have the same value; false when either is absent."""

    left: Term
    right: Term


class Listed(Struct, frozen=True):
    """A list a condition looks into.

    `name` is the list's (`legs`, `decl.items`; in each element of another list, `trucks[].loads`), `path` where it is
    found from the plan, or from the element of `outer` that `outer_binder` stands for. Its elements are `binder`'s.
    """

    name: str
    path: str
    outer: str | None
    outer_binder: int
    binder: int
    label: str


class Count(Struct, frozen=True):
    """How many elements of a list fulfil a condition; in it, facts of the element have the list's binder."""

    list: Listed
    where: Condition


class Sum(Struct, frozen=True):
    """The sum of one fact over all elements of a list; 0 over none, absent when it is absent in any."""

    list: Listed
    summand: Term


class Due(Struct, frozen=True):
    """The day (or, in `minutes`, the last minute) on which a period ends that runs from the earliest of some dates.

    See `Period`; absent when all of the dates are. `first` asks for the day it ends on, in minutes its first one.
    """

    period: Period
    minutes: bool
    first: bool = False


Addend = Term | Count | Sum | Due


class Reckoned(Struct, frozen=True):
    """A quantity has a value in a set of integers: a sum of addends, each with its factor; none of them absent.

    `form` says how it came about: `order` (two facts compared), `count` (a test on the elements of a list),
    `arithmetic`. Constants are already in `values`; the addends stand in the order of their keys, each once.
    """

    addends: tuple[tuple[int, Addend], ...]
    values: Runs
    form: str


class Asked(Struct, frozen=True):
    """Another question has one of these answers: verdict words, for a value question its values.

    With `late` instead: it is required, and the deed was done too late. Unknown where the question has no answer.
    """

    question: str
    answers: frozenset[str]
    late: bool = False


class Constant(Struct, frozen=True):
    """Always, or never."""

    holds: bool


class All(Struct, frozen=True):
    """Every part holds."""

    parts: tuple[Condition, ...]


class Some(Struct, frozen=True):
    """Some part holds."""

    parts: tuple[Condition, ...]


class Negation(Struct, frozen=True):
    """The part does not hold."""

    part: Condition


Condition = Test | Same | Reckoned | Asked | Constant | All | Some | Negation
Leaf = Test | Same | Reckoned | Asked

ALWAYS = Constant(True)
NEVER = Constant(False)


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Go through the single tests of a condition, from left to right; those within a count after it."""
    match condition:
        case Reckoned(addends):
            yield condition
            for _, addend in addends:
                if isinstance(addend, Count):
                    yield from leaves(addend.where)
        case Test() | Same() | Asked():
            yield condition
        case Negation(part):
            yield from leaves(part)
        case All(parts) | Some(parts):
            for part in parts:
                yield from leaves(part)
        case Constant():
            return


def tests(condition: Condition) -> Iterator[Test | Same]:
    """Go through the tests of values of a condition, those within a count included."""
    return (leaf for leaf in leaves(condition) if isinstance(leaf, Test | Same))


def facts_of(condition: Condition) -> Iterator[Fact]:
    """Go through the facts a condition reads, from left to right, some more than once."""
    for leaf in leaves(condition):
        match leaf:
            case Test(term):
                yield term.fact
            case Same(left, right):
                yield left.fact
                yield right.fact
            case Reckoned(addends):
                for _, addend in addends:
                    yield from _read(addend)


def keys_of(condition: Condition) -> frozenset[tuple[str, ...]]:
    """Return the keys of the facts a condition reads, and of the lists it looks into: `("legs[]",)`."""
    lists = {
        (f"{addend.list.name}[]",)
        for leaf in leaves(condition)
        if isinstance(leaf, Reckoned)
        for _, addend in leaf.addends
        if isinstance(addend, Count | Sum)
    }
    return frozenset(fact.key for fact in facts_of(condition)) | lists


def asking(condition: Condition, called: Callable[[str], str]) -> Condition:
    """Give a condition that tests questions by other names, each by what it is `called`."""
    match condition:
        case Asked(question):
            return replace(condition, question=called(question))
        case Negation(part):
            return Negation(asking(part, called))
        case All(parts):
            return All(tuple(asking(part, called) for part in parts))
        case Some(parts):
            return Some(tuple(asking(part, called) for part in parts))
        case Reckoned(addends):
            return replace(condition, addends=tuple((factor, _counting(a, called)) for factor, a in addends))
        case _:
            return condition


def _counting(addend: Addend, called: Callable[[str], str]) -> Addend:
    return Count(addend.list, asking(addend.where, called)) if isinstance(addend, Count) else addend


def _read(addend: Addend) -> Iterator[Fact]:
    match addend:
        case Term(fact):
            yield fact
        case Sum(_, summand):
            yield summand.fact
        case Due(period):
            yield from period.anchors


class Conjunct(Struct, frozen=True):
    """One of the parts that must all hold for a provision to apply, as its author wrote it.

    `text` is the source with single blanks; `name` the limb's name when it has one.
    """

    condition: Condition
    text: str
    name: str | None
    span: Span
