"""A question over every case it may be asked of: its scope, within what the rulebook covers, without what cannot be.

Takes a law; gives the sets of a question when no plan says anything. What the rulebook covers runs from `covers from`
to `reviewed until`, by the question's own governing date; questions tested on the way are not narrowed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from types import MappingProxyType

from msgspec.structs import replace

from checker.logic.days import GoverningDate
from checker.logic.effort import Effort, TooManyBoxesError
from checker.logic.law import Law
from checker.logic.resolution import Resolution
from checker.logic.scene import Subject
from checker.rulebook.model import All, Condition, Facts, Question, Rulebook

Maps = Callable[[str], Resolution]
"""Gives a question over all the cases it may be asked of."""


def over_all_cases(law: Law, question: str, *, everywhere: bool = False) -> Resolution:
    """Lay no plan at all into the map of a question; with `everywhere`, beyond what the rulebook covers too.

    Raises ValueError for a question that cannot be compiled, TooManyBoxesError for one that cannot be laid out.
    """
    bounded = not everywhere and _is_bounded(law.book)
    book = _within_horizon(law.book, question) if bounded else law.book
    law = Law(book, law.as_of, law.timeline.turned, apart=True, precedence=law.precedence)
    asked_of = Subject(law.book.questions[question].list)
    return law.judgement(question, Facts({}, {}), asked_of, Effort(), whole=True).resolution


def all_maps(law: Law) -> Maps:
    """Lay each question out once, when it is first looked at; what was too much is not tried again.

    Each raises TooManyBoxesError where not even that can be done.
    """
    made: dict[str, Resolution | None] = {}

    def lay_out(question: str) -> Resolution:
        if question not in made:
            try:
                made[question] = over_all_cases(law, question)
            except TooManyBoxesError:
                made[question] = None
        found = made[question]
        if found is None:
            raise TooManyBoxesError
        return found

    return lay_out


def covered(book: Rulebook, question: Question) -> Condition:
    """Say that the governing date of a question lies within what the rulebook covers."""
    header = book.header
    until = None if header.reviewed_until is None else header.reviewed_until + 1
    return GoverningDate(question.governed_by).within(header.covers_from, until)


def _is_bounded(book: Rulebook) -> bool:
    return book.header.covers_from is not None or book.header.reviewed_until is not None


def _within_horizon(book: Rulebook, name: str) -> Rulebook:
    """Ask a question only where its governing date lies within what the rulebook covers."""
    question = book.questions[name]
    narrowed = replace(question, scope=All((question.scope, covered(book, question))))
    return dataclasses.replace(book, questions=MappingProxyType({**book.questions, name: narrowed}))
