"""What a verdict would be if unclear words were read the other way: one reading turned at a time.

Takes a rulebook and laws of which a reading is turned, gives the records of `dossier`. Which of them differ from the
verdict that stands is for the reader to see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.answers.dossier import ReadingLine
from checker.logic import Law, Subject
from checker.logic.network import build_network
from checker.rulebook.model import Asked, Condition, Facts, Rulebook, leaves

Turned = Callable[[str], Law]
"""Makes the law in which one reading is turned."""


def all_readings(book: Rulebook) -> tuple[str, ...]:
    """Name the readings of a rulebook, in the order of their names."""
    return tuple(sorted({r.name for p in book.provisions.values() for r in p.readings}))


def readings_of(book: Rulebook, question: str) -> tuple[str, ...]:
    """Name the readings of all that bears on a question, or on a question it tests; in the order of their names."""
    found: set[str] = set()
    seen: set[str] = set()
    todo = [question]
    while todo:
        asked = todo.pop()
        if asked not in seen:
            seen.add(asked)
            members = _members(book, asked)
            found.update(r.name for name in members for r in book.provisions[name].readings)
            todo.extend(_tested(book, asked, members))
    return tuple(sorted(found))


def read_otherwise(law: Law, turned: Turned, question: str, facts: Facts, subject: Subject) -> Iterator[ReadingLine]:
    """Give the verdict under each reading turned that bears on a question."""
    for name in readings_of(law.book, question):
        verdict = turned(name).judge(question, facts, subject)
        yield ReadingLine(
            reading=name,
            text=_text(law.book, name, chosen=True),
            otherwise=_text(law.book, name, chosen=False),
            verdict=verdict.word,
            answer=verdict.values,
            possible=verdict.possible,
            compliance=verdict.compliance,
        )


def _members(book: Rulebook, question: str) -> set[str]:
    """Return the provisions that bear on a question, and those whose coming ends one of them."""
    members = set(build_network(book, question).members)
    return members | {p.name for p in book.provisions.values() if p.replaces and p.replaces.target in members}


def _tested(book: Rulebook, question: str, members: set[str]) -> Iterator[str]:
    """Go through the questions that are tested wherever a question is answered."""
    for condition in _conditions(book, question, members):
        yield from (leaf.question for leaf in leaves(condition) if isinstance(leaf, Asked))


def _conditions(book: Rulebook, question: str, members: set[str]) -> Iterator[Condition]:
    asked = book.questions[question]
    yield asked.scope
    if asked.done_when is not None:
        yield asked.done_when
    yield from (gap.condition for gap in book.known_gaps if question in gap.questions)
    for name in members:
        provision = book.provisions[name]
        yield provision.condition
        yield book.documents[provision.document].applies_when
        yield from (effect.condition for effect in provision.effects)


def _text(book: Rulebook, reading: str, *, chosen: bool) -> str | None:
    """Return what the first provision says that stands by a reading, or by the other way of it."""
    said = (r.text for p in book.provisions.values() for r in p.readings if r.name == reading and r.chosen is chosen)
    return next(said, None)
