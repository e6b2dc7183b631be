"""Slips in what a document says of itself, in a repeal, and in the order of the ranks.

Takes documents, repeals and the header; gives their slips. An issue date is no slip: it is on the text's first page.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import Document, Rulebook
from checker.rulebook.mutants.conditions import off
from checker.rulebook.mutants.dates import day_either_way, day_words, moved_windows
from checker.rulebook.mutants.mutant import NOTHING, Replacement, Slip


def document_slips(book: Rulebook, document: Document) -> Iterator[Slip]:
    """Go through the slips in a document: when it begins, when it ends, when it applies."""
    for keyword, day, other, (since, until) in moved_windows(document.in_force, document.until):
        latest = document.in_force_latest
        if since is not None and (latest is None or since < latest):
            terminal = "IN_FORCE_FROM" if keyword == "FROM" else keyword
            moved = replace(document, in_force=since, until=until)
            change = Replacement(documents=(moved,))
            words = day_words(terminal, day), day_words(terminal, other)
            yield Slip("move-date", "document", document.name, document.span, *words, change)
    for each in off(book, document.applies_when):
        change = Replacement(documents=(replace(document, applies_when=each.whole),))
        before, after = condition_words(each.before), NOTHING if each.after is None else condition_words(each.after)
        yield Slip(each.operator, "document", document.name, document.span, before, after, change, compares=True)


def repeal_slips(book: Rulebook) -> Iterator[Slip]:
    """Go through the repeals, each a day earlier or later."""
    for number, repeal in enumerate(book.repeals):
        for day in day_either_way(repeal.day):
            moved = (*book.repeals[:number], replace(repeal, day=day), *book.repeals[number + 1 :])
            words = day_words("FROM", repeal.day), day_words("FROM", day)
            yield Slip("move-date", "document", repeal.target, repeal.span, *words, Replacement(repeals=moved))


def rank_slips(book: Rulebook) -> Iterator[Slip]:
    """Go through the ranks, each two neighbours in each other's place; what is reserved stays so by name."""
    ranks = book.header.ranks
    for higher in range(len(ranks) - 1):
        lower = higher + 1
        swapped = (*ranks[:higher], ranks[lower], ranks[higher], *ranks[lower + 1 :])
        places = {higher: lower, lower: higher}
        change = Replacement(
            header=replace(book.header, ranks=swapped),
            documents=tuple(
                replace(document, rank=places[document.rank])
                for document in book.documents.values()
                if document.rank in places
            ),
            provisions=tuple(
                replace(p, reserved=tuple(sorted(places.get(rank, rank) for rank in p.reserved)))
                for p in book.provisions.values()
                if p.reserved
            ),
        )
        words = _order(ranks[higher], ranks[lower]), _order(ranks[lower], ranks[higher])
        yield Slip("swap-ranks", "rulebook", book.header.name, None, *words, change, compares=True)


def _order(higher: tuple[str, ...], lower: tuple[str, ...]) -> str:
    return f"{' = '.join(higher)} > {' = '.join(lower)}"
