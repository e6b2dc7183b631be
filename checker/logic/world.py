"""What cannot happen: the rulebook's `never`, and values outside the days on which they exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.logic.days import GoverningDate
from checker.logic.tables import change_days
from checker.rulebook.model import (
    All,
    CodeType,
    Condition,
    Fact,
    FiniteType,
    ListType,
    Members,
    NamedValue,
    RecordField,
    RecordType,
    Rulebook,
    Same,
    Some,
    Term,
    Test,
    facts_of,
    tests,
)


@dataclass(frozen=True, slots=True)
class Never:
    """A condition no case fulfils. `list` names the list of whose elements it speaks; `text` and `because` say why."""

    condition: Condition
    list: str | None
    text: str
    because: str
    facts: frozenset[tuple[str, ...]]


def find_nevers(book: Rulebook) -> tuple[Never, ...]:
    """Collect every impossibility of a rulebook, its own words first."""
    written = [_never(i.condition, i.list, i.text, i.because, _dates(book, i.condition)) for i in book.impossibilities]
    return (*written, *_dated_values(book))


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
            if listed is None:
                for inner in book.records[record].fields:
                    yield from _scalars(book, inner, (), ".".join(here), f"{record}.")
        case _:
            yield Fact(here, listed, name, field.type, field.optional, field.decided_by)


def _dated_values(book: Rulebook) -> Iterator[Never]:
    date = GoverningDate(book.header.governed_by)
    for fact in scalar_facts(book):
        if isinstance(fact.type, FiniteType):
            for value in fact.type.values:
                if value.since is not None or value.until is not None:
                    yield _outside(fact, value, date)


def _outside(fact: Fact, value: NamedValue, date: GoverningDate) -> Never:
    outside: list[Condition] = []
    if value.since is not None:
        outside.append(date.within(None, value.since))
    if value.until is not None:
        outside.append(date.within(value.until, None))
    held = Test(Term(fact, (), fact.type), Members(frozenset({value.name})))
    because = f"the value `{value.name}` does not exist at the governing date"
    return _never(All((held, Some(tuple(outside)))), fact.list, f"{fact.label} is {value.name}", because)


def _dates(book: Rulebook, condition: Condition) -> tuple[Fact, ...]:
    """Return the facts that say on which day a condition looks at tables; none where no attribute it reads is dated."""
    terms = [
        t for test in tests(condition) for t in ((test.left, test.right) if isinstance(test, Same) else (test.term,))
    ]
    coded = [(t.fact.type.table, t.chain) for t in terms if isinstance(t.fact.type, CodeType)]
    return book.header.governed_by if any(change_days(table, chain) for table, chain in coded) else ()


def _never(condition: Condition, listed: str | None, text: str, because: str, dates: tuple[Fact, ...] = ()) -> Never:
    return Never(condition, listed, text, because, frozenset(f.key for f in (*facts_of(condition), *dates)))
