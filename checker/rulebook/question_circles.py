"""Circles among questions that test one another: none of them could be answered first.

Takes a rulebook; gives findings. A question hangs on every question tested in whatever bears on its answer: its own
scope and deed, its known gaps, the provisions that speak on it, what those hang on, and what excepts or overrides any
of them there; and on those that say in which of its cases a finding is allowed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from checker.findings import Finding, say
from checker.rulebook.cycles import circle_finding, circles
from checker.rulebook.model import Asked, Condition, Provision, Question, Rulebook, leaves

DEEPEST_QUESTIONS = 50
"""How many questions may hang on one another in a row: each needs the answers of the next for every case."""

MOST_PROVISIONS = 500
"""How many provisions may answer one question: each is held against every other."""

_Entry = tuple[str, str | None]
"""A provision, and the question on which it must stand; none where it need only apply."""


def check_questions(book: Rulebook) -> Iterator[Finding]:
    """Report each circle of questions at its first, and questions on which too much hangs."""
    graph = {name: _tested_for(book, question) for name, question in book.questions.items()}
    places = {name: question.span for name, question in book.questions.items()}
    found = circles(graph)
    for circle in found:
        yield circle_finding(circle, say("questions test one another in a circle"), places)
    if not found and (deep := _too_deep(graph)) is not None:
        message = say("more than {most} questions hang on one another", most=DEEPEST_QUESTIONS)
        yield Finding("S190", message, places[deep])
    speaking = Counter(name for provision in book.provisions.values() for name in provision.questions)
    for name in sorted(name for name, count in speaking.items() if count > MOST_PROVISIONS):
        message = say("more than {most} provisions answer `{question}`", most=MOST_PROVISIONS, question=name)
        yield Finding("S190", message, places[name])


def _too_deep(graph: Mapping[str, tuple[str, ...]]) -> str | None:
    """Find the first question that hangs on too many others, one behind the other; they run in no circle."""
    waiting = dict(graph)
    for _ in range(DEEPEST_QUESTIONS):
        waiting = {name: tested for name, tested in waiting.items() if any(other in waiting for other in tested)}
    return min(waiting, default=None)


def _tested_for(book: Rulebook, question: Question) -> tuple[str, ...]:
    tested = (leaf.question for c in _bearing(book, question) for leaf in leaves(c) if isinstance(leaf, Asked))
    return tuple(dict.fromkeys(tested))


def _bearing(book: Rulebook, question: Question) -> Iterator[Condition]:
    """Go through the conditions that bear on the answers to a question."""
    yield question.scope
    if question.done_when is not None:
        yield question.done_when
    yield from (gap.condition for gap in book.known_gaps if question.name in gap.questions)
    yield from (a.condition for a in book.allowances if a.condition is not None and question.name in a.questions)
    for name, asked in _entries(book, question.name):
        provision = book.provisions[name]
        yield provision.condition
        yield from (effect.condition for effect in provision.effects if effect.question == asked)


def _entries(book: Rulebook, question: str) -> Iterable[_Entry]:
    """Find the provisions that speak on a question, and all that decides whether they stand there."""
    found: dict[_Entry, None] = {
        (name, question): None for name, p in book.provisions.items() if question in p.questions
    }
    todo = list(found)
    while todo:
        name, asked = todo.pop()
        more = [*_bases(book, book.provisions[name]), *_attackers(book, name, asked)]
        fresh = [entry for entry in dict.fromkeys(more) if entry not in found]
        found.update(dict.fromkeys(fresh))
        todo.extend(fresh)
    return found


def _bases(book: Rulebook, provision: Provision) -> list[_Entry]:
    """Return what a provision hangs on; the base of a proviso must stand on some question."""
    relation = provision.relation
    if relation is None or relation.form == "override" or relation.target not in book.provisions:
        return []
    if relation.form == "exception":
        return [(relation.target, None)]
    return [(relation.target, question) for question in book.provisions[relation.target].questions]


def _attackers(book: Rulebook, name: str, question: str | None) -> Iterator[_Entry]:
    for other in book.provisions.values():
        relation = other.relation
        if question is None or relation is None or relation.target != name or relation.form == "proviso":
            continue
        if question in (relation.questions if relation.form == "exception" else other.questions):
            yield other.name, question
