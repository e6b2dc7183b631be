"""Mutants of a rulebook: each differs from it in one small slip of the pen that reads as law all the same.

Takes a rulebook; gives its mutants in a fixed order, and the rulebook each of them is. Must not know whether anybody
notices one.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.rulebook.model import Rulebook
from checker.rulebook.mutants.documents import document_slips, rank_slips, repeal_slips
from checker.rulebook.mutants.mutant import NOTHING, OPERATORS, Mutant, Replacement, Slip, changed, named
from checker.rulebook.mutants.provisions import provision_slips
from checker.rulebook.mutants.questions import question_slips
from checker.rulebook.mutants.sensible import is_sensible

__all__ = ["NOTHING", "OPERATORS", "Mutant", "Replacement", "changed", "mutants"]


def mutants(book: Rulebook) -> tuple[Mutant, ...]:
    """Make every mutant of a rulebook: those of provisions, documents, repeals, questions and ranks, in this order.

    Left out are those that no rulebook could be, such as one in which a lower text takes a higher one out.
    """
    return tuple(mutant for mutant in named(_slips(book)) if is_sensible(book, mutant))


def _slips(book: Rulebook) -> Iterator[Slip]:
    for provision in book.provisions.values():
        yield from provision_slips(book, provision)
    for document in book.documents.values():
        yield from document_slips(book, document)
    yield from repeal_slips(book)
    for question in book.questions.values():
        yield from question_slips(book, question)
    yield from rank_slips(book)
