"""Another answer in place of one, and what an answer reads like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.findings import Spelled
from checker.rulebook.literals import read_scalar, write_scalar
from checker.rulebook.model import (
    Answer,
    CodeType,
    Decided,
    Deontic,
    FiniteType,
    LeftOpen,
    LeftTo,
    OrderedType,
    Question,
    Rulebook,
    Said,
)
from checker.syntax.keywords import spelled

_Bits = tuple[bool | None, bool | None]

_KEYWORDS: Mapping[_Bits, str] = {
    (True, None): "PERMIT",
    (False, None): "FORBID",
    (True, False): "REQUIRE",
    (None, True): "EXEMPT",
}
"""What may be done and what may be left, and the keyword that says it."""

_CONTRARY: Mapping[_Bits, _Bits] = {
    (True, None): (False, None),
    (False, None): (True, None),
    (True, False): (None, True),
    (None, True): (True, False),
}


def other_answer(book: Rulebook, question: Question, answer: Answer) -> Answer:
    """Return the contrary of an answer, or the value next to it; the same where there is none."""
    if isinstance(answer, Decided):
        return Decided(_next_value(book, question, answer.value))
    return Deontic(*_CONTRARY[answer.do, answer.leave])


def other_said(book: Rulebook, question: Question, said: Said) -> Said:
    """Return what may be said in place of something; a power stays one."""
    return said if isinstance(said, LeftTo | LeftOpen) else other_answer(book, question, said)


def said_words(question: str, answer: Said) -> Spelled:
    """Write an answer as a rule file does."""
    match answer:
        case Deontic():
            word = spelled(_KEYWORDS[answer.do, answer.leave])
            return Spelled(f"{word.english} {question}", f"{word.chinese} {question}")
        case Decided(value):
            decide, is_ = spelled("DECIDE"), spelled("IS")
            english = f"{decide.english} {question} {is_.english} {value}"
            return Spelled(english, f"{decide.chinese} {question} {is_.chinese} {value}")
        case _:
            return Spelled(question, question)


def _next_value(book: Rulebook, question: Question, value: str) -> str:
    """Return the value after one; after the last comes the first."""
    if isinstance(question.answers, OrderedType):
        return _one_more(question.answers, value)
    values = _values(book, question)
    return values[(values.index(value) + 1) % len(values)] if value in values else value


def _values(book: Rulebook, question: Question) -> Sequence[str]:
    match question.answers:
        case FiniteType():
            return question.answers.domain
        case CodeType(table):
            return sorted(table.rows)
        case _:
            return sorted(set(_decided(book, question)))


def _decided(book: Rulebook, question: Question) -> Iterator[str]:
    for provision in book.provisions.values():
        for effect in provision.effects:
            if effect.question == question.name and isinstance(effect.said, Decided):
                yield effect.said.value


def _one_more(kind: OrderedType, value: str) -> str:
    number = read_scalar(kind, value)  # a range is no single value
    return write_scalar(kind, number + 1) if isinstance(number, int) and number < kind.high else value
