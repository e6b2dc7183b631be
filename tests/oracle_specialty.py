"""The oracle's second opinion on specialty: every point of the small space of two conditions, tried one by one.

The space is that of the declared types alone (LANGUAGE §6.5): no window, no scope, no `never`; an open table and a
dated attribute may hold anything, but one code has one value of each. Lists are as long as one likes. A derived
quantity is a number of its own where no part is absent, a question that is tested a fact of its own, and a record may
be absent whatever is in it.
"""

from __future__ import annotations

from itertools import count

from checker.rulebook.model import Condition, Rulebook
from tests.oracle_ground import Choices, Ground
from tests.oracle_lists import lengths
from tests.oracle_numbers import landmarks_of, reckoned
from tests.oracle_worlds import ANY_ELEMENT, NOTHING, World


class TooManyPointsError(Exception):
    """There are more points to try than were allowed."""


def is_special(book: Rulebook, special: str, general: str, most: int | None = None) -> bool:
    """Tell whether the full condition of one provision implies that of the other, and not conversely.

    Raises TooManyPointsError where either takes more than `most` points to see.
    """
    return _implies(book, special, general, most) and not _implies(book, general, special, most)


def _implies(book: Rulebook, special: str, general: str, most: int | None) -> bool:
    left, right = _conditions(book, special), _conditions(book, general)
    both = [*left, *right]
    spoken_on = [book.questions[name] for one in (special, general) for name in book.provisions[one].questions]
    ground = Ground(
        book,
        NOTHING,
        landmarks_of(book, both, {}),
        lengths(both, meaning=True),
        tuple(reckoned(both)),
        next((question.list for question in spoken_on if question.list is not None), None),
        meaning=True,
    )
    choices = Choices()
    for number in count():
        if number == most:
            raise TooManyPointsError
        world = World(ground, choices)
        if not _full(world, right) and _full(world, left):
            return False
        if not choices.turn():
            break
    return True


def _full(world: World, conditions: list[Condition]) -> bool:
    return all(world.holds(condition, {0: ANY_ELEMENT}, lambda: None) for condition in conditions)


def _conditions(book: Rulebook, name: str) -> list[Condition]:
    """Return its own condition, its document's, and those of what it hangs on."""
    provision = book.provisions[name]
    found = [provision.condition, book.documents[provision.cites[0].document].applies_when]
    relation = provision.relation
    if relation is not None and relation.form in ("exception", "proviso"):
        found += _conditions(book, relation.target)
    return found
