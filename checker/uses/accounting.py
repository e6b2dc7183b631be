"""What became of every item of every document, and of every fact of the sources.

Takes a rulebook. An item is accounted for by what cites it, by a repeal it makes, or by the reason it was left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from checker.rulebook.model import Document, Locator, Rulebook, SourceFact

Run = tuple[int, int]


class Account(Struct, frozen=True):
    """A run of items, ends included, with the names of all that cites them, or why they were left out.

    `items` is None for what is cited of the document as a whole, or of a document whose items are not counted.
    """

    items: Run | None
    names: tuple[str, ...] = ()
    because: str | None = None


class DocumentAccount(Struct, frozen=True):
    """A document and what became of its items, in their order; what cites all of it stands first."""

    document: Document
    accounts: tuple[Account, ...]


class Accounts(Struct, frozen=True):
    """The account of a whole rulebook: documents by their names, facts of the sources by section."""

    documents: tuple[DocumentAccount, ...]
    sections: Mapping[str, tuple[SourceFact, ...]]

    @property
    def totals(self) -> Mapping[tuple[str, str], int]:
        """How many facts of the sources have a fate and a standing."""
        return Counter((fact.fate, fact.standing) for facts in self.sections.values() for fact in facts)


def give_account(book: Rulebook) -> Accounts:
    """Account for every document and for the register."""
    cited: dict[str, list[tuple[int | None, str]]] = {}
    for name, document, place in _citing(book):
        number = place.steps[0][1] if place.steps else None
        cited.setdefault(document, []).append((number, name))
    sections: dict[str, list[SourceFact]] = {}
    for fact in book.register:
        sections.setdefault(fact.section, []).append(fact)
    documents = (
        DocumentAccount(document, tuple(_accounts(book, document, cited.get(name, []))))
        for name, document in book.documents.items()
    )
    return Accounts(tuple(documents), {section: tuple(facts) for section, facts in sections.items()})


def _accounts(book: Rulebook, document: Document, cited: list[tuple[int | None, str]]) -> Iterator[Account]:
    items = {number for low, high in document.items for number in range(low, high + 1)}
    whole = [name for number, name in cited if number is None or number not in items]
    if whole:
        yield Account(None, tuple(dict.fromkeys(whole)))
    left = [(run, each.because) for each in book.not_encoded if each.document == document.name for run in each.items]
    found = [Account(run, because=because) for run, because in left]
    for number in sorted({number for number, _ in cited if number in items}):
        names = dict.fromkeys(name for at, name in cited if at == number)
        found.append(Account((number, number), tuple(names)))
    yield from sorted(found, key=lambda each: each.items or (0, 0))


def _citing(book: Rulebook) -> Iterator[tuple[str, str, Locator]]:
    """Go through every name whose bearer cites a document, with the place; what a text repeals is named for it."""
    for provision in book.provisions.values():
        yield from ((provision.name, each.document, each.locator) for each in provision.cites)
        if provision.replaces is not None:
            yield provision.name, provision.replaces.document, provision.replaces.locator
    for gap in book.known_gaps:
        yield from ((gap.name, each.document, each.locator) for each in gap.cites)
    for question in book.questions.values():
        yield from ((question.name, each.document, each.locator) for each in question.silence_cites)
    for repeal in book.repeals:
        yield repeal.target, repeal.by, repeal.by_locator
