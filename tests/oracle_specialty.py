"""The oracle's second opinion on specialty: every point of the small space of two conditions, tried one by one.

The space is that of the declared types alone (LANGUAGE §6.5): no window, no scope, no `never`; an open table and a
dated attribute may hold anything, but one code has one value of each.
"""

from __future__ import annotations

from checker.rulebook.model import Condition, Rulebook
from tests.oracle_worlds import ANY_ELEMENT, Choices, World, find_landmarks


def is_special(book: Rulebook, special: str, general: str) -> bool:
    """Tell whether the full condition of one provision implies that of the other, and not conversely."""
    return _implies(book, special, general) and not _implies(book, general, special)


def _implies(book: Rulebook, special: str, general: str) -> bool:
    landmarks, choices = find_landmarks(book), Choices()
    while True:
        world = World(book, landmarks, choices, meaning=True)
        if _full(world, special) and not _full(world, general):
            return False
        if not choices.turn():
            return True


def _full(world: World, name: str) -> bool:
    """Its own condition, its document's, and those of what it hangs on."""
    return all(world.holds(condition, ANY_ELEMENT, lambda: None) for condition in _conditions(world.book, name))


def _conditions(book: Rulebook, name: str) -> list[Condition]:
    provision = book.provisions[name]
    found = [provision.condition, book.documents[provision.cites[0].document].applies_when]
    relation = provision.relation
    if relation is not None and relation.form in ("exception", "proviso"):
        found += _conditions(book, relation.target)
    return found
