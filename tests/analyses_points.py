"""Where a tried case lies in the space of a resolution, so that a region can be asked whether it holds it.

The one place where the two sides meet: it reads which dimensions a space has and puts the case's value into each. A
dimension that does not matter in a case (an attribute of a code that is listed, say) stays free.
"""

from __future__ import annotations

from checker.logic import Resolution
from checker.logic.case import Case as Space
from checker.logic.fields import UNLISTED, Atom, Field, Virtual
from checker.logic.reckoning import OpenCount, Reckoning, Unknown
from checker.regions import Box, Region
from checker.rulebook.model import Count
from tests.analyses_cases import ELEMENT, Case
from tests.oracle_worlds import Unlisted

SUBJECT = f"{ELEMENT}[?]"


class UnknownDimensionError(Exception):
    """A dimension that rulebooks made for trying do not have."""


def box_of(resolution: Resolution, case: Case) -> Box:
    """Return the box of classes that a tried case lies in."""
    return tuple(_mask(resolution.case, number, case) for number in resolution.case.dimensions)


def holds(region: Region, box: Box) -> bool:
    """Tell whether a region holds a case."""
    return any(all(a & b for a, b in zip(own, box, strict=True)) for own in region)


def _mask(space: Space, number: int, case: Case) -> int:
    """Return the class of a dimension that a case lies in; all of them where the dimension does not matter."""
    classes, reckoning, slot = space.classes(number), space.reckoning(number), space.slot(number)
    value = _value(slot, case) if reckoning is None else _reckoned(classes.field, reckoning, case)
    if value is None:
        return classes.full
    if value is UNLISTED:
        return 1 << next(place for atom, place in classes.places if _is_such(atom, slot[1], case))
    try:
        return 1 << classes.place(value)
    except StopIteration:
        raise UnknownDimensionError(slot, value, classes.places) from None


def _is_such(atom: Atom, fact: str, case: Case) -> bool:
    """Tell whether an atom stands for an unlisted code with the attributes it has in a case."""
    if not isinstance(atom, Virtual):
        return atom is UNLISTED
    return all(case.hidden[fact, key[-1][1:]] in extent.atoms for key, extent in atom.properties)


def _value(slot: tuple[str, ...], case: Case) -> Atom | None:
    """Return the value of what a slot stands for; None where it does not matter."""
    holder, *path = slot
    if path[0] == "~asked":
        reply = case.replies.get(path[1])
        found = reply if reply is not None else case.open.get(("answer", path[1], _place(case, path[1])))
        return None if found is None else str(found)
    if path[0] == "~in force":
        begun = case.open.get(("begun", path[1]))
        return None if begun is None else "true" if begun else "false"
    if len(path) > 1 and path[1].startswith("~"):
        return _atom(case.hidden.get((path[0], path[1][1:])))
    if holder not in ("", SUBJECT):
        raise UnknownDimensionError(slot)
    return _atom(case.values[tuple(path) if not holder else (ELEMENT_KEY, *path)])


ELEMENT_KEY = f"{ELEMENT}[]"


def _atom(value: object) -> Atom | None:
    return UNLISTED if isinstance(value, Unlisted) else value  # type: ignore[return-value]  # values are atoms


def _place(case: Case, question: str) -> str:
    listed = case.world.ground.book.questions[question].list
    return "plan" if listed is None else case.env[0].path


def _reckoned(field: Field, reckoning: Reckoning, case: Case) -> int | None:
    """Add up a quantity; None where a part of it is absent."""
    total = reckoning.constant
    counts = [addend for _, addend in field.addends if isinstance(addend, Count)]
    for factor, part in reckoning.parts:
        match part:
            case Unknown(slot):
                value = _value(slot, case)
                if not isinstance(value, int):
                    return None
                total += factor * value
            case OpenCount():
                (counted,) = counts
                others = [e for e in case.facts.lists[ELEMENT] if e is not case.env.get(0)]
                here = ({**case.env, counted.list.binder: element} for element in others)
                total += factor * sum(case.world.holds(counted.where, env, lambda: None) for env in here)
            case _:
                raise UnknownDimensionError(part)
    return total
