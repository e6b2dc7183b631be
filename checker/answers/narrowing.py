"""A question asked of fewer cases: where a condition holds, or on one day of its governing date.

Takes a law; gives one in which the question asks no more. Its answers are those of the law it is taken from.
"""

from __future__ import annotations

import dataclasses
from types import MappingProxyType

from msgspec.structs import replace

from checker.logic import Law
from checker.logic.days import GoverningDate
from checker.rulebook.model import All, Condition


def narrowed(law: Law, question: str, condition: Condition | None, day: int | None) -> Law:
    """Ask a question only where a condition holds, and only of cases that are governed by the law of a day."""
    if condition is None and day is None:
        return law
    asked = law.book.questions[question]
    parts = [asked.scope]
    if condition is not None:
        parts.append(condition)
    if day is not None:
        parts.append(GoverningDate(asked.governed_by).within(day, day + 1))
    questions = MappingProxyType({**law.book.questions, question: replace(asked, scope=All(tuple(parts)))})
    book = dataclasses.replace(law.book, questions=questions)
    return Law(book, law.as_of, law.timeline.turned, precedence=law.precedence)
