"""Slips in a question: in its scope, in when its deed is done, in what silence means."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import Question, Rulebook
from checker.rulebook.mutants.answers import other_answer, said_words
from checker.rulebook.mutants.conditions import Off, off
from checker.rulebook.mutants.mutant import NOTHING, Replacement, Slip


def question_slips(book: Rulebook, question: Question) -> Iterator[Slip]:
    """Go through the slips in a question."""
    for each in off(book, question.scope):
        yield _condition(question, each, replace(question, scope=each.whole))
    for each in () if question.done_when is None else off(book, question.done_when):
        yield _condition(question, each, replace(question, done_when=each.whole))
    if question.silence is not None:
        other = other_answer(book, question, question.silence)
        if other != question.silence:
            words = said_words(question.name, question.silence), said_words(question.name, other)
            change = Replacement(questions=(replace(question, silence=other),))
            yield Slip("flip-effect", "question", question.name, question.span, *words, change)


def _condition(question: Question, each: Off, other: Question) -> Slip:
    before, after = condition_words(each.before), NOTHING if each.after is None else condition_words(each.after)
    change = Replacement(questions=(other,))
    return Slip(each.operator, "question", question.name, question.span, before, after, change)
