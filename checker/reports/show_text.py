"""What a rulebook holds: the list of everything, the card of one name, the special and general pairs.

Takes a rulebook, gives text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from msgspec import Struct

from checker.findings import Span
from checker.logic import Law
from checker.reports.ask_cards import (
    fact_card,
    fact_lines,
    known_gap_card,
    open_point_card,
    question_card,
    type_words,
)
from checker.reports.citations import titled
from checker.reports.labels import words
from checker.reports.law_cards import document_card, provision_card
from checker.reports.layout import INDENT, display_width, row, wrapped
from checker.reports.tree_text import tree_text
from checker.rulebook.model import Provision, Rulebook
from checker.uses.trees import find_trees

Lines = list[tuple[str, str | None]]

# Names longer than this do not push the titles of all others aside.
_WIDEST_NAME = 32


def contents_text(book: Rulebook, language: str, width: int) -> str:
    """List documents, questions, provisions, facts and recorded silences, a line each."""
    label = words(language)
    gaps = [(gap.name, gap.because) for gap in book.known_gaps]
    points = [(point.name, point.because) for point in book.open_points]
    sections: list[tuple[str, Lines]] = [
        ("documents", [(d.name, d.title) for d in book.documents.values()]),
        ("questions", [(q.name, q.title) for q in book.questions.values()]),
        ("provisions", _provisions(book)),
        ("facts", [(line.label, type_words(line.field.type, label)) for line in fact_lines(book)]),
        ("silences", [*gaps, *points]),
    ]
    written = [_section(label[f"list.{key}"], lines, width) for key, lines in sections if lines]
    header = titled(book.header.name, book.header.title, label)
    return "\n".join(["\n".join(wrapped(header, width)) + "\n", *written])


def specialty_text(pairs: Iterable[tuple[str, str]], language: str, width: int) -> str:
    """List the pairs in which one provision is special against the other."""
    label = words(language)
    lines = [label["specialty.pair"].format(special=special, general=general) for special, general in pairs]
    if not lines:
        return label["specialty.none"] + "\n"
    return _section(label["list.specialty"], [(line, None) for line in lines], width)


class Entry(Struct, frozen=True):
    """Something a rulebook holds; `card` writes all of it when it is called."""

    kind: str
    names: tuple[str, ...]
    title: str | None
    at: str | None
    card: Callable[[], str]


def entries(book: Rulebook, language: str, width: int) -> Iterator[Entry]:
    """Go through all that has a name: documents, questions, provisions, facts, known gaps, open points."""
    for document in book.documents.values():
        write = partial(document_card, book, document, language, width)
        yield Entry("document", document.names, document.title, _at(document.span), write)
    for question in book.questions.values():
        write = partial(question_card, book, question, language, width)
        yield Entry("question", question.names, question.title, _at(question.span), write)
    for provision in book.provisions.values():
        write = partial(provision_card, book, provision, language, width)
        yield Entry("provision", provision.names, provision.title, _at(provision.span), write)
    for line in fact_lines(book):
        yield Entry("fact", line.names, None, None, partial(fact_card, line, language, width))
    for gap in book.known_gaps:
        write = partial(known_gap_card, gap, language, width)
        yield Entry("known-gap", gap.names, gap.because, _at(gap.span), write)
    for point in book.open_points:
        write = partial(open_point_card, point, language, width)
        yield Entry("open-point", point.names, point.because, _at(point.span), write)


def tree_entries(law: Law, language: str, width: int) -> Iterator[Entry]:
    """Go through the questions, each with the tree of its provisions instead of a card."""
    for question in law.book.questions.values():
        trees = find_trees(law, question)
        write = partial(tree_text, law.book, question, trees, language, width)
        yield Entry("question", question.names, question.title, _at(question.span), write)


def _at(span: Span) -> str:
    return f"{span.file}:{span.line}"


def _provisions(book: Rulebook) -> Lines:
    """List the provisions as a tree: each stands below what its exception, proviso or override is aimed at."""
    below: dict[str | None, list[Provision]] = {}
    for provision in book.provisions.values():
        target = provision.relation.target if provision.relation else None
        below.setdefault(target, []).append(provision)

    def lines(target: str | None, depth: int) -> Lines:
        return [
            line
            for provision in below.get(target, ())
            for line in [(INDENT * depth + provision.name, provision.title), *lines(provision.name, depth + 1)]
        ]

    return lines(None, 0)


def _section(heading: str, lines: Lines, width: int) -> str:
    name_width = min(_WIDEST_NAME, max(display_width(name) for name, _ in lines)) + 2
    written = [heading]
    for name, title in lines:
        fits = display_width(name) + 2 <= name_width
        written += [] if fits and title else [INDENT + name]
        written += row(name if fits else "", [title], name_width, width) if title else []
    return "".join(line + "\n" for line in written)
