"""How many elements the oracle tries for a list that is not known: as many as all tests on it can tell apart.

A test that cannot change any more from n fulfilling elements on needs n of them, and all tests that bear on a question
together as many as each of them does. It assumes that sums add whole numbers not below nought, that one element can
make a sum of numbers of many values, and that a test on a list stands within another only on a list in its elements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from checker.rulebook.model import Addend, Asked, Condition, Count, OrderedType, Reckoned, Rulebook, Sum, Term
from tests.oracle_numbers import SMALL, turns
from tests.oracle_vocabulary import singles


@lru_cache(maxsize=16)
def longest(book: Rulebook, question: str | None) -> dict[str, int]:
    """Return how many elements each list needs for a question; without one, to see what can happen."""
    found = [never.condition for never in book.impossibilities]
    todo, seen = [question] if question is not None else [], set[str]()
    while todo:
        asked = todo.pop()
        if asked not in seen:
            seen.add(asked)
            own = list(_bearing(book, asked))
            found += own
            todo += [single.question for c in own for single in singles(c) if isinstance(single, Asked)]
    return lengths(found, meaning=False)


def _bearing(book: Rulebook, question: str) -> Iterator[Condition]:
    """Go through the conditions of a question and of every provision that hangs together with one that speaks on it."""
    asked = book.questions[question]
    yield asked.scope
    if asked.done_when is not None:
        yield asked.done_when
    yield from (gap.condition for gap in book.known_gaps if question in gap.questions)
    near = {p.name for p in book.provisions.values() if any(e.question == question for e in p.effects)}
    while True:
        pairs = [(p.name, p.relation.target) for p in book.provisions.values() if p.relation is not None]
        more = {name for pair in pairs if near & set(pair) for name in pair}
        if more <= near:
            break
        near |= more
    for name in sorted(near):
        provision = book.provisions[name]
        yield from (provision.condition, book.documents[provision.cites[0].document].applies_when)
        yield from (effect.condition for effect in provision.effects)


def lengths(read: Iterable[Condition], meaning: bool) -> dict[str, int]:
    """Return how many elements each list needs that some conditions test; by `meaning`, arithmetic is a free number."""
    needed: dict[tuple[str, Addend], int] = {}
    for condition in read:
        for single in singles(condition):
            if not isinstance(single, Reckoned) or (meaning and single.form == "arithmetic"):
                continue
            for factor, addend in single.addends:
                if isinstance(addend, Count | Sum):
                    key = addend.list.name, addend
                    most = 1 if isinstance(addend, Sum) and _has_many(addend) else _most(single, abs(factor))
                    needed[key] = max(needed.get(key, 0), most)
    found: dict[str, int] = {}
    for (name, addend), most in needed.items():
        can_be_absent = isinstance(addend, Sum) and (addend.summand.fact.optional or bool(addend.summand.chain))
        found[name] = found.get(name, 0) + most + can_be_absent
    return found


def _has_many(addend: Sum) -> bool:
    kind = addend.summand.type
    return isinstance(kind, OrderedType) and kind.high - kind.low > SMALL


def _most(test: Reckoned, factor: int) -> int:
    """Return from how many on a count or sum cannot change a test, whatever the other facts in it."""
    beside = 0
    for times, addend in test.addends:
        if isinstance(addend, Term):
            assert isinstance(addend.type, OrderedType)
            beside += abs(times) * max(abs(addend.type.low), abs(addend.type.high))
    furthest = max((abs(n) for n in turns(test.values)), default=0)
    return -(-(furthest + beside) // factor)
