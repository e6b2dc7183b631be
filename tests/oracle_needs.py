"""The oracle's second opinion on which missing facts split the set of verdicts (LANGUAGE §6.9).

A fact splits it when, somewhere, another value of that fact alone makes another verdict.
"""

from __future__ import annotations

from itertools import product

from checker.rulebook.model import CodeType, Element, Fact, Facts, Rulebook, Value
from tests import oracle
from tests.oracle_worlds import find_landmarks, scalars, values_of

MOST_POINTS = 100


def facts_that_split(
    book: Rulebook, question: str, facts: Facts, element: Element | None, as_of: int | None
) -> tuple[Fact, ...] | None:
    """Return the missing facts that can change the verdict on their own; None when there is too much to try."""
    listed, known = book.questions[question].list, {} if element is None else element.values
    missing = [fact for fact in scalars(book) if fact.list is None and fact.path not in facts.values]
    if element is not None:
        missing += [fact for fact in scalars(book) if fact.list == listed and fact.path not in known]
    values = [values_of(f.type, f.optional, find_landmarks(book).get(f.key, ())) for f in missing]
    points = list(product(*(range(len(v)) for v in values)))
    if any(isinstance(fact.type, CodeType) for fact in missing) or len(points) > MOST_POINTS:
        return None
    found: dict[tuple[int, ...], tuple[str, frozenset[str]]] = {}
    for point in points:
        chosen = {fact: values[i][point[i]] for i, fact in enumerate(missing)}
        said, own = _completed(facts, element, chosen)
        outcomes = {(m.word, m.values) for m in oracle.members(book, question, said, own, as_of)}
        if len(outcomes) > 1:
            return None
        found.update((point, outcome) for outcome in outcomes)
    moves = {
        i
        for point in found
        for i in range(len(missing))
        for place in range(len(values[i]))
        if found.get((*point[:i], place, *point[i + 1 :]), found[point]) != found[point]
    }
    return tuple(missing[i] for i in sorted(moves))


def _completed(facts: Facts, element: Element | None, chosen: dict[Fact, Value]) -> tuple[Facts, Element | None]:
    of_plan = {fact.path: value for fact, value in chosen.items() if fact.list is None}
    values = {**facts.values, **of_plan}
    if element is None:
        return Facts(values, facts.lists), None
    own = {fact.path: value for fact, value in chosen.items() if fact.list is not None}
    said = Element(element.id, element.path, {**element.values, **own}, {})
    lists = {name: tuple(said if e is element else e for e in every) for name, every in facts.lists.items()}
    return Facts(values, lists), said
