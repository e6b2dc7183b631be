"""What the oracle leaves free: the answers of a question that has none, and the value of a derived quantity."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from checker.rulebook.model import (
    ABSENT,
    Absent,
    Addend,
    Asked,
    CodeType,
    FiniteType,
    OrderedType,
    Rulebook,
    Sum,
)
from tests.oracle_numbers import Quantity
from tests.oracle_vocabulary import conditions, singles

WORDS = ("permitted", "forbidden", "required", "not-required")
OTHER = "another value"


@lru_cache(maxsize=64)
def answers_of(book: Rulebook, name: str) -> tuple[str, ...]:
    """List the answers a question can have; for numbers and codes those some test names, and one more if there is."""
    question = book.questions[name]
    if question.form != "value":
        return WORDS
    if isinstance(question.answers, FiniteType):
        return tuple(value.name for value in question.answers.values)
    asked = [single for condition in conditions(book) for single in singles(condition) if isinstance(single, Asked)]
    named = sorted({answer for single in asked if single.question == name for answer in single.answers})
    match question.answers:
        case OrderedType(low=low, high=high):
            has_more = high - low + 1 > len(named)
        case CodeType(table):
            has_more = not table.closed or len(table.rows) > len(named)
        case _:
            has_more = True
    return (*named, OTHER) if has_more else tuple(named)


def derived_values(addends: tuple[tuple[int, Addend], ...], found: Iterable[Quantity]) -> tuple[int | Absent, ...]:
    """List the values of a quantity that its tests can tell apart, whatever it is made of."""
    ends = {turn for quantity in found if quantity.addends == addends for turn in quantity.turns}
    numbers = sorted({n for turn in ends for n in (turn - 1, turn)}) or [0]
    sums = [addend.summand for _, addend in addends if isinstance(addend, Sum)]
    return (*numbers, ABSENT) if any(term.fact.optional or term.chain for term in sums) else tuple(numbers)
