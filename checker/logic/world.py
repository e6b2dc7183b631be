"""What cannot happen: the rulebook's `never`, and values outside the days on which they exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from checker.logic.days import GoverningDate
from checker.logic.tables import change_days
from checker.rulebook.model import (
    All,
    CodeType,
    Condition,
    Fact,
    FiniteType,
    IsAbsent,
    ListType,
    Members,
    NamedValue,
    Negation,
    RecordField,
    RecordType,
    Rulebook,
    Same,
    Some,
    Term,
    Test,
    keys_of,
    presence_type,
    tests,
)


class Never(Struct, frozen=True):
    """A condition no case fulfils. `list` names the list of whose elements it speaks; `text` and `because` say why.

    It bears on whoever reads one of the `facts`, and brings with it what bears on its `others`. One that only `narrows`
    a fact takes some of its values away and always leaves another: where neither a plan nor anything else speaks of
    that fact, it changes nothing.
    """

    condition: Condition
    list: str | None
    text: str
    because: str
    facts: frozenset[tuple[str, ...]]
    others: frozenset[tuple[str, ...]] = frozenset()
    narrows: Fact | None = None


def find_nevers(book: Rulebook) -> tuple[Never, ...]:
    """Collect every impossibility of a rulebook, its own words first."""
    written = [_never(i.condition, i.list, i.text, i.because, _dates(book, i.condition)) for i in book.impossibilities]
    return (*written, *_dated_values(book), *_optional_records(book))


def bearing_on(conditions: Iterable[Condition], nevers: tuple[Never, ...]) -> tuple[Never, ...]:
    """Return the impossibilities that share facts with some conditions, directly or through one another."""
    facts = {key for condition in conditions for key in keys_of(condition)}
    kept: dict[int, Never] = {}
    while more := {i: n for i, n in enumerate(nevers) if i not in kept and not n.facts.isdisjoint(facts)}:
        kept.update(more)
        facts.update(key for never in more.values() for key in never.others)
    return tuple(kept[i] for i in sorted(kept))


def scalar_facts(book: Rulebook) -> Iterator[Fact]:
    """Go through the scalar facts of a plan and of the elements of its lists, in order of declaration."""
    for field in book.facts.values():
        yield from _scalars(book, field, (), None, "")


def _scalars(
    book: Rulebook, field: RecordField, path: tuple[str, ...], listed: str | None, label: str
) -> Iterator[Fact]:
    here, name = (*path, field.name), f"{label}{field.name}"
    match field.type:
        case RecordType(record):
            for inner in book.records[record].fields:
                yield from _scalars(book, inner, here, listed, f"{name}.")
        case ListType(record):
            dotted = ".".join(here)
            for inner in book.records[record].fields:
                yield from _scalars(book, inner, (), dotted if listed is None else f"{listed}[].{dotted}", f"{record}.")
        case _:
            yield Fact(here, listed, name, field.type, field.optional, field.decided_by)


def _optional_records(book: Rulebook) -> Iterator[Never]:
    """Say of records that may be absent that nothing in an absent one is given, and that a given one is whole."""
    for field in book.facts.values():
        yield from _tied(book, field, (), None, "", None)


def _tied(
    book: Rulebook, field: RecordField, path: tuple[str, ...], listed: str | None, label: str, around: Fact | None
) -> Iterator[Never]:
    """Tie a field to the nearest record around it that may be absent."""
    here, name = (*path, field.name), f"{label}{field.name}"
    match field.type:
        case RecordType(record):
            if field.optional or around is not None:
                presence = Fact(here, listed, name, presence_type(name), True, field.decided_by)
                yield from _kept_together(presence, around, field.optional)
                around = presence
            for inner in book.records[record].fields:
                yield from _tied(book, inner, here, listed, f"{name}.", around)
        case ListType(record):
            dotted = ".".join(here)
            below = dotted if listed is None else f"{listed}[].{dotted}"
            for inner in book.records[record].fields:
                yield from _tied(book, inner, (), below, f"{record}.", None)
        case _:
            fact = Fact(here, listed, name, field.type, True, field.decided_by)
            yield from _kept_together(fact, around, field.optional)


def _kept_together(fact: Fact, around: Fact | None, may_lack: bool) -> Iterator[Never]:
    if around is None:
        return
    lacks, nothing = _is_absent(fact), _is_absent(around)
    key, other = frozenset({fact.key}), frozenset({around.key})
    because = f"`{around.label}` is absent"
    yield Never(All((nothing, Negation(lacks))), fact.list, f"{fact.label} is given", because, key, other)
    if not may_lack:
        because = f"`{around.label}` is given, and has one"
        yield Never(All((Negation(nothing), lacks)), fact.list, f"{fact.label} is absent", because, key, other)


def _is_absent(fact: Fact) -> Test:
    return Test(Term(fact, (), fact.type), IsAbsent())


def _dated_values(book: Rulebook) -> Iterator[Never]:
    date = GoverningDate(book.header.governed_by)
    for fact in scalar_facts(book):
        if isinstance(fact.type, FiniteType):
            undated = [value for value in fact.type.values if value.since is None and value.until is None]
            for value in fact.type.values:
                if value not in undated:
                    yield _outside(fact, value, date, bool(undated))


def _outside(fact: Fact, value: NamedValue, date: GoverningDate, leaves_another: bool) -> Never:
    outside: list[Condition] = []
    if value.since is not None:
        outside.append(date.within(None, value.since))
    if value.until is not None:
        outside.append(date.within(value.until, None))
    held = Test(Term(fact, (), fact.type), Members(frozenset({value.name})))
    because = f"the value `{value.name}` does not exist at the governing date"
    never = _never(All((held, Some(tuple(outside)))), fact.list, f"{fact.label} is {value.name}", because)
    return replace(never, narrows=fact if leaves_another else None)


def _dates(book: Rulebook, condition: Condition) -> tuple[Fact, ...]:
    """Return the facts that say on which day a condition looks at tables; none where no attribute it reads is dated."""
    terms = [
        t for test in tests(condition) for t in ((test.left, test.right) if isinstance(test, Same) else (test.term,))
    ]
    coded = [(t.fact.type.table, t.chain) for t in terms if isinstance(t.fact.type, CodeType)]
    return book.header.governed_by if any(change_days(table, chain) for table, chain in coded) else ()


def _never(condition: Condition, listed: str | None, text: str, because: str, dates: tuple[Fact, ...] = ()) -> Never:
    facts = keys_of(condition) | {fact.key for fact in dates}
    return Never(condition, listed, text, because, facts, facts)
