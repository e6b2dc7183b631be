"""Where a case of two rulebooks lies in the space they share."""

from __future__ import annotations

from checker.logic.case import Case as Space
from checker.logic.fields import Virtual
from checker.logic.lowering import ASKED, BEFORE
from checker.regions import Box
from tests.analyses_cases import Case
from tests.analyses_points import ELEMENT_KEY, _mask, _place
from tests.versions_cases import Point, Read


def box_of(space: Space, point: Point) -> Box:
    """Return the box of classes that a case lies in; free along what is asked of the rulebook that does not have it."""
    return tuple(_class(space, number, point) for number in space.dimensions)


def read_in(space: Space) -> Read:
    """Return which facts and attributes of unlisted codes a space speaks of."""
    slots = {unsettled.slot for unsettled in space.facts()}
    keys = {space.slot(n) for n in space.dimensions}
    codes = {
        (*space.slot(n)[1:], *way)
        for n in space.dimensions
        for extent in space.classes(n).extents
        for atom in extent.atoms
        if isinstance(atom, Virtual)
        for way, _ in atom.properties
    }
    return frozenset(slot[1:] if not slot[0] else (ELEMENT_KEY, *slot[1:]) for slot in slots | keys) | codes


def _class(space: Space, number: int, point: Point) -> int:
    slot = space.slot(number)
    if space.reckoning(number) is not None or slot[1] != ASKED:
        return _mask(space, number, point.either)
    question = slot[2].removeprefix(BEFORE)
    case = point.before if slot[2].startswith(BEFORE) else point.after
    classes = space.classes(number)
    return classes.full if case is None else 1 << classes.place(_answer(case, question))


def _answer(case: Case, question: str) -> str:
    """Return what a question answers, or is taken to."""
    reply = case.replies.get(question)
    return str(case.open["answer", question, _place(case, question)] if reply is None else reply)
