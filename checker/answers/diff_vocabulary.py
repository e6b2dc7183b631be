"""What two rulebooks have other words for: questions, facts, values, codes; and what of them is not compared.

Takes two rulebooks, or one and two days; gives sentences. Nothing of it is refused: the cases of a value that only one
of them knows are told as cases that the other is not asked of. Must not know what is decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.findings import Message, Series, row, say
from checker.logic.world import scalar_facts
from checker.rulebook.condition_words import condition_words
from checker.rulebook.days import write_day
from checker.rulebook.model import (
    CodeTable,
    CodeType,
    FieldType,
    FiniteType,
    Question,
    Rulebook,
    TextType,
)

MOST_NAMED = 12
"""So many names of one kind are told; of more, how many more there are."""

Types = Mapping[str, FieldType]


def comparable(before: Rulebook, after: Rulebook) -> tuple[str, ...]:
    """Return the questions that both rulebooks ask in the same way, in the order of the later one."""
    return tuple(
        name
        for name, question in after.questions.items()
        if name in before.questions and _otherwise(before.questions[name], question) is None
    )


def other_words(before: Rulebook, after: Rulebook) -> Iterator[Message]:
    """Go through what only one of two rulebooks has, or has in another way."""
    yield from _horizon(before, after)
    yield from _questions(before, after)
    yield from _names("provision", before.provisions, after.provisions)
    yield from _names("document", before.documents, after.documents)
    was, now = ({fact.label: fact.type for fact in scalar_facts(book)} for book in (before, after))
    yield from _names("fact", was, now)
    yield from _values(was, now)
    yield from _codes(_tables(was.values()), _tables(now.values()))


def words_of_days(book: Rulebook, days: tuple[int, int]) -> Iterator[Message]:
    """Go through the values that begin or end, and the codes whose attributes change, from one day to another."""
    one, other = days
    for fact in scalar_facts(book):
        if isinstance(fact.type, FiniteType):
            for value in fact.type.values:
                if value.since is not None and one < value.since <= other:
                    since = write_day(value.since)
                    yield say("`{value}` of `{fact}` exists from {day}", value=value.name, fact=fact.label, day=since)
                if value.until is not None and one < value.until <= other:
                    until = write_day(value.until)
                    yield say("`{value}` of `{fact}` exists until {day}", value=value.name, fact=fact.label, day=until)
    for name, table in _tables(fact.type for fact in scalar_facts(book)).items():
        moved = [code for code in table.rows if _at(table, code, one) != _at(table, code, other)]
        if moved:
            yield say("codes of `{table}` with other attributes: {codes}", table=name, codes=_few(moved))


def _horizon(before: Rulebook, after: Rulebook) -> Iterator[Message]:
    spans = [(book.header.covers_from, book.header.reviewed_until) for book in (before, after)]
    if spans[0] != spans[1]:
        since = max((first for first, _ in spans if first is not None), default=None)
        until = min((last for _, last in spans if last is not None), default=None)
        yield say(
            "compared {since} to {until}, which both rulebooks cover",
            since="…" if since is None else write_day(since),
            until="…" if until is None else write_day(until),
        )


def _questions(before: Rulebook, after: Rulebook) -> Iterator[Message]:
    yield from _names("question", before.questions, after.questions)
    for name, question in after.questions.items():
        if name in before.questions:
            other = _otherwise(before.questions[name], question)
            if other is not None:
                yield other
            elif _done(question) != _done(before.questions[name]):
                yield say("`{question}` is done otherwise: whether a duty is met is not compared", question=name)


def _otherwise(before: Question, after: Question) -> Message | None:
    """Say in which way two questions of one name cannot be held against one another."""
    if before.list != after.list:
        return say("`{question}` is asked of another list, and is not compared", question=after.name)
    kinds = [(question.form, type(question.answers)) for question in (before, after)]
    if kinds[0] != kinds[1]:
        return say("`{question}` has answers of another kind, and is not compared", question=after.name)
    return None


def _done(question: Question) -> tuple[str | None, str | None]:
    """Write when a question's deed is done; by words, since codes of two rulebooks are never the same."""
    when = None if question.done_when is None else condition_words(question.done_when)
    return when, None if question.done_at is None else question.done_at.label


def _names(kind: str, before: Iterable[str], after: Iterable[str]) -> Iterator[Message]:
    was, now = list(before), list(after)
    if gone := [name for name in was if name not in now]:
        yield _GONE[kind](gone)
    if new := [name for name in now if name not in was]:
        yield _NEW[kind](new)


_GONE = {
    "question": lambda names: say("questions that are gone: {names}", names=_few(names)),
    "provision": lambda names: say("provisions that are gone: {names}", names=_few(names)),
    "document": lambda names: say("documents that are gone: {names}", names=_few(names)),
    "fact": lambda names: say("facts that are gone: {names}", names=_few(names)),
}
_NEW = {
    "question": lambda names: say("new questions: {names}", names=_few(names)),
    "provision": lambda names: say("new provisions: {names}", names=_few(names)),
    "document": lambda names: say("new documents: {names}", names=_few(names)),
    "fact": lambda names: say("new facts: {names}", names=_few(names)),
}


def _values(before: Types, after: Types) -> Iterator[Message]:
    for label, kind in after.items():
        was = before.get(label)
        if was is None or was == kind or (isinstance(kind, CodeType) and isinstance(was, CodeType)):
            continue
        if isinstance(kind, FiniteType) and isinstance(was, FiniteType):
            if gone := [value for value in was.domain if value not in kind.domain]:
                yield say("values of `{fact}` that are gone: {names}", fact=label, names=_few(gone))
            if new := [value for value in kind.domain if value not in was.domain]:
                yield say("new values of `{fact}`: {names}", fact=label, names=_few(new))
        elif type(kind) is not type(was) or not isinstance(kind, TextType):
            yield say("`{fact}` has other values", fact=label)


def _tables(types: Iterable[FieldType]) -> dict[str, CodeTable]:
    return {kind.name: kind.table for kind in types if isinstance(kind, CodeType)}


def _codes(before: Mapping[str, CodeTable], after: Mapping[str, CodeTable]) -> Iterator[Message]:
    for name, table in after.items():
        was = before.get(name)
        if was is None:
            continue
        if gone := [code for code in was.rows if code not in table.rows]:
            yield say("codes of `{table}` that are gone: {codes}", table=name, codes=_few(gone))
        if new := [code for code in table.rows if code not in was.rows]:
            yield say("new codes of `{table}`: {codes}", table=name, codes=_few(new))
        both = [code for code in table.rows if code in was.rows]
        if moved := [code for code in both if was.rows[code] != table.rows[code]]:
            yield say("codes of `{table}` with other attributes: {codes}", table=name, codes=_few(moved))


def _at(table: CodeTable, code: str, day: int) -> tuple[object, ...]:
    return tuple(table.rows[code].value(attribute.name, day) for attribute in table.attributes)


def _few(names: list[str]) -> Series:
    """Name some of many."""
    further = len(names) - MOST_NAMED
    more = (say("{number} more", number=further),) if further > 0 else ()
    return row((*(f"`{name}`" for name in names[:MOST_NAMED]), *more))
