"""The names an expectation may use, each with the canonical name it stands for.

Takes the rulebook, gives mappings. Must not know YAML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from checker.rulebook.model import ListType, RecordField, RecordType, Rulebook


def question_names(book: Rulebook) -> Mapping[str, str]:
    """Map every name of every question."""
    return _canonical(question.names for question in book.questions.values())


def provision_names(book: Rulebook) -> Mapping[str, str]:
    """Map every name of every provision."""
    return _canonical(provision.names for provision in book.provisions.values())


def gap_names(book: Rulebook) -> Mapping[str, str]:
    """Map every name of every known gap."""
    return _canonical(gap.names for gap in book.known_gaps)


def role_names(book: Rulebook) -> Mapping[str, str]:
    """Map every name of every role."""
    return _canonical(book.header.roles)


def ruling_bodies(book: Rulebook) -> Mapping[str, str]:
    """Map those who may rule on a conflict: the issuers, and whoever the rulebook names."""
    issuers = (document.issuer for document in book.documents.values() if document.issuer is not None)
    return {body: body for body in chain(issuers, (ruling.by for ruling in book.header.rulings))}


def need_names(book: Rulebook) -> Mapping[str, str]:
    """Map what may split a set of verdicts: facts by their labels, lists, questions, documents."""
    documents = _canonical(document.names for document in book.documents.values())
    return {**documents, **question_names(book), **_labels(book)}


def list_names(book: Rulebook) -> Mapping[str, str]:
    """Map every spelling of the place of a list in the plan (`legs`, `decl.items`)."""
    facts = tuple(book.facts.values())
    return {word: label for word, label, is_list in _spellings(book, facts, ("", ""), ()) if is_list}


def _labels(book: Rulebook) -> dict[str, str]:
    """Spell every fact as rule files do: those of a list's elements by the name of their record."""
    found = {word: label for word, label, _ in _spellings(book, tuple(book.facts.values()), ("", ""), ())}
    for name in _element_records(book):
        record = book.records[name]
        for alias in record.names:
            spellings = _spellings(book, record.fields, (f"{alias}.", f"{name}."), (name,))
            found |= {word: label for word, label, _ in spellings}
    return found


def _element_records(book: Rulebook) -> tuple[str, ...]:
    """Name the records that lists hold, in their order of declaration."""
    declared = chain(book.facts.values(), *(record.fields for record in book.records.values()))
    listed = {one.type.record for one in declared if isinstance(one.type, ListType)}
    return tuple(name for name in book.records if name in listed)


def _spellings(
    book: Rulebook, declared: Iterable[RecordField], before: tuple[str, str], within: tuple[str, ...]
) -> Iterator[tuple[str, str, bool]]:
    """Yield each spelling of what may be told of a plan, its label, and whether it is a list.

    Scalars and lists may be, and records that may be absent as a whole. `before` is what stands before the names in
    spelling and label, `within` the records already entered.
    """
    for one in declared:
        for alias in one.names:
            word, label = before[0] + alias, before[1] + one.name
            match one.type:
                case RecordType(record):
                    if one.optional:
                        yield word, label, False
                    if record not in within:
                        inner = (f"{word}.", f"{label}.")
                        yield from _spellings(book, book.records[record].fields, inner, (*within, record))
                case kind:
                    yield word, label, isinstance(kind, ListType)


def _canonical(groups: Iterable[tuple[str, ...]]) -> dict[str, str]:
    return {name: names[0] for names in groups for name in names}
