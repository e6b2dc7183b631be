"""Whatever the shipped rulebook names has an English and a Chinese name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.rulebook import load
from checker.rulebook.model import CodeType, FiniteType, Rulebook
from checker.shipped import shipped_folder
from checker.texts import has_han

Named = tuple[str, tuple[str, ...]]


def named(book: Rulebook) -> Iterator[Named]:
    for kind in ("documents", "questions", "provisions"):
        yield from ((kind, one.names) for one in getattr(book, kind).values())
    for kind in ("known_gaps", "open_points"):
        yield from ((kind, one.names) for one in getattr(book, kind))
    yield from (("roles", names) for names in book.header.roles)
    yield from (("records", record.names) for record in book.records.values())
    fields = [*book.facts.values(), *(field for record in book.records.values() for field in record.fields)]
    yield from (("fields", field.names) for field in fields)
    declared = [field.type for field in fields]
    declared += [question.answers for question in book.questions.values() if question.answers is not None]
    tables = {type_.table.names: type_.table for type_ in declared if isinstance(type_, CodeType)}
    for names, table in tables.items():
        yield "tables", names
        yield from (("attributes", attribute.names) for attribute in table.attributes)
    declared += [attribute.type for table in tables.values() for attribute in table.attributes]
    for type_ in declared:
        if isinstance(type_, FiniteType):
            yield from (("values", type_.value(value).names) for value in type_.domain)


def lacking(names: Iterable[Named]) -> list[Named]:
    return [(kind, all_) for kind, all_ in names if not (any(map(has_han, all_)) and any(map(str.isascii, all_)))]


def test_everything_has_a_name_in_both_languages() -> None:
    book, findings = load(shipped_folder("rules"))
    assert book is not None, findings
    kinds = {kind for kind, _ in named(book)}
    assert kinds > {"provisions", "known_gaps", "open_points", "roles", "fields", "tables", "attributes", "values"}
    assert lacking(named(book)) == []


def test_a_name_in_one_language_alone_is_noticed() -> None:
    one_sided = [("b", ("seal",)), ("c", ("封志",))]
    assert lacking([("a", ("seal", "封志")), *one_sided]) == one_sided
