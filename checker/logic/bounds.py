"""How many alternatives a condition can fall apart into at most, told without compiling it.

Looks at a condition as `lowering` does by meaning alone, where tables say nothing. Counts too many rather than too few;
gives None where only compiling tells, as of two codes compared with one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from checker.logic import trees
from checker.rulebook.model import (
    All,
    Asked,
    Below,
    Condition,
    Constant,
    Count,
    Due,
    Negation,
    Reckoned,
    Same,
    Some,
    Test,
)


def is_plainly_small(condition: Condition) -> bool:
    """Tell whether a condition can be compiled for certain."""
    most = most_branches(condition)
    return most is not None and most <= trees.MOST_BRANCHES


def most_branches(condition: Condition, positive: bool = True) -> int | None:
    """Return a number that the branches of a condition, or of its negation, do not exceed; nor those of its counts."""
    match condition:
        case Constant() | Asked():
            return 1
        case Negation(part):
            return most_branches(part, not positive)
        case All(parts) | Some(parts):
            return _joined([most_branches(part, positive) for part in parts], isinstance(condition, All) is positive)
        case Test(term, values):
            # Each code on the way may be absent, and what lies below codes is asked of each of them.
            return len(term.chain) + 2 + (len(values.codes) if isinstance(values, Below) else 0)
        case Reckoned(addends):
            # It is not absent: of a period one of the dates is there. Or else it is: one of the parts is not there.
            present = prod(len(addend.period.anchors) for _, addend in addends if isinstance(addend, Due))
            counted = [most_branches(a.where, how) for _, a in addends if isinstance(a, Count) for how in (True, False)]
            return _joined([present + len(addends), *counted], every=False)
        case Same():
            return None


def _joined(numbers: Sequence[int | None], every: bool) -> int | None:
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return None
    return prod(known) if every else max(1, sum(known))
