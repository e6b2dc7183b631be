"""How conditions on a region are spoken: by the name a question gives the element that it asks about.

Takes words of `logic.limits`; gives words that can be typed in a condition of the question. And the other way round: a
fact that was typed by any of its names, by those in which it is spoken of.
"""

from __future__ import annotations

import re

from checker.logic.limits import Limits
from checker.rulebook.model import Question, RecordField, RecordType, Rulebook


def in_question(words: str, question: Question, limits: Limits) -> str:
    """Speak of the element asked about by the name the question gives it, as a condition of it can be typed."""
    label = None if question.list is None else limits.record(question.list)
    if label is None or question.variable in (None, label):
        return words
    return re.sub(rf"\b{re.escape(label)}\.", f"{question.variable}.", words)


def canonical(typed: str, question: Question, limits: Limits, book: Rulebook) -> str:
    """Spell a fact, or the answer of a question, as it is spoken of; what is neither stays as it was typed."""
    for other in book.questions.values():
        if typed in other.names:
            return other.name
    first, *rest = typed.split(".")
    element = None if question.list is None else limits.record(question.list)
    if element is not None and first in (question.variable, *book.records[element].names):
        path, fields = [element], book.records[element].fields
    else:
        path, fields = [], tuple(book.facts.values())
        rest = [first, *rest]
    for name in rest:
        field = next((field for field in fields if name in field.names), None)
        if field is None:
            return typed
        path.append(field.name)
        fields = _inner(field, book)
    return typed if fields else in_question(".".join(path), question, limits)  # a whole record is no fact


def _inner(field: RecordField, book: Rulebook) -> tuple[RecordField, ...]:
    return book.records[field.type.record].fields if isinstance(field.type, RecordType) else ()
