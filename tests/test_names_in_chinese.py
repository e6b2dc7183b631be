"""Whatever the shipped rulebook names has an English and a Chinese name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.rulebook import load
from checker.rulebook.model import Rulebook
from checker.shipped import shipped_folder
from checker.texts import has_han


def named(book: Rulebook) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind in ("documents", "questions", "provisions"):
        yield from ((kind, one.names) for one in getattr(book, kind).values())
    for kind in ("known_gaps", "open_points"):
        yield from ((kind, one.names) for one in getattr(book, kind))
    yield from (("facts", field.names) for field in book.facts.values())
    yield from (("fields", field.names) for record in book.records.values() for field in record.fields)


def lacking(names: Iterable[tuple[str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    return [(kind, all_) for kind, all_ in names if not (any(map(has_han, all_)) and any(map(str.isascii, all_)))]


def test_everything_has_a_name_in_both_languages() -> None:
    book, findings = load(shipped_folder("rules"))
    assert book is not None, findings
    assert len(list(named(book))) > 1_000
    assert lacking(named(book)) == []


def test_a_name_in_one_language_alone_is_noticed() -> None:
    one_sided = [("b", ("seal",)), ("c", ("封志",))]
    assert lacking([("a", ("seal", "封志")), *one_sided]) == one_sided
