"""Small rulebooks asked over all cases, for the tests of what an analysis finds: which cases a region holds.

A case is told by the values of its facts, in the order in which a test names them.
"""

from collections.abc import Mapping, Sequence
from functools import cache, partial
from itertools import product

from checker.findings import is_fatal
from checker.logic import Law, Resolution
from checker.logic.horizon import Maps, over_all_cases
from checker.regions import Box, Region, meet
from checker.rulebook import load_texts
from checker.rulebook.days import read_day
from checker.rulebook.model import ABSENT, Value

Values = Mapping[str, Sequence[Value]]
"""The values of each fact that are combined."""


def law_of(text: str) -> Law:
    """Load a rulebook without mistakes."""
    book, findings = load_texts({"t.rules": text})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    assert not is_fatal(law.findings())
    return law


def maps_of(law: Law) -> Maps:
    """Ask each question over all cases once."""
    return cache(partial(over_all_cases, law))


def day(text: str) -> int:
    """Read a date."""
    ordinal = read_day(text)
    assert isinstance(ordinal, int)
    return ordinal


def held(resolution: Resolution, region: Region, facts: Values) -> set[tuple[Value, ...]]:
    """Return which of all combinations of some values a region holds; what is not named must not matter."""
    found = set()
    for values in product(*facts.values()):
        box = _box(resolution, dict(zip(facts, values, strict=True)))
        if any(meet(box, other) is not None for other in region):
            found.add(values)
    return found


def is_all_that_is_asked(resolution: Resolution, *regions: Region) -> bool:
    """Tell whether regions are together exactly what a question is asked in."""
    case, together = resolution.case, tuple(box for region in regions for box in region)
    return not case.without(resolution.asked, together) and not case.without(together, resolution.asked)


def _box(resolution: Resolution, facts: Mapping[str, Value]) -> Box:
    case = resolution.case
    places = {case.field(number).label: number for number in case.dimensions}
    limits = {places[name]: case.classes(places[name]).place(value) for name, value in facts.items() if name in places}
    return tuple(1 << limits[n] if n in limits else full for n, full in enumerate(case.space.full))


__all__ = ["ABSENT", "Values", "day", "held", "is_all_that_is_asked", "law_of", "maps_of"]
