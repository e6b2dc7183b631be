"""Single values at which one range of a text ends and the next begins, and where what lies there is a gap or twofold.

Takes a question over all cases; gives the cases of gaps and overlaps that are exactly one value wide. A range is what
the conditions of a provision say, and of what it hangs on, whenever it is in force. What follows a fact, a quantity or
the answer of a tested question, is the same beside the value as at it. Must not know how that is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from msgspec import Struct

from checker.logic.network import Claim
from checker.logic.resolution import Resolution
from checker.logic.silence import answered, on_record
from checker.regions import Box, Region, cylinder, put, restrict
from checker.regions.index import numbers
from checker.regions.joining import join
from checker.rulebook.model import Provision, Rulebook


class Seam(Struct, frozen=True):
    """Cases at a single value, class `value` of dimension `place`, where `provisions` of one document end and begin."""

    place: int
    value: int
    document: str
    provisions: frozenset[str]
    region: Region


class Seams:
    """The seams of one question; every box of a region holds a case, and so do those beside it."""

    def __init__(self, book: Rulebook, resolution: Resolution) -> None:
        self._book = book
        self._resolution = resolution
        self._case = resolution.case
        self._own: dict[Claim, Region] = {}
        self._turning: dict[tuple[int, int], dict[tuple[str, int], list[Claim]]] = {}

    def gaps(self) -> Iterator[Seam]:
        """Go through the values that alone have no answer: a text answers right below them and right above them."""
        for place, value in self._values:
            for document in self._by_document:
                below, above = ([*self._ending(document, place, value, step)] for step in (-1, 1))
                region = self._both(self._either(below), self._either(above))
                here = self._case.both(region, restrict(self._resolution.asked, place, 1 << value)) if region else ()
                silent = self._happening(self._case.without(here, self._spoken), place, value)
                if silent:
                    parts = (*below, *above)
                    names = frozenset(c.provision for c, part in parts if self._case.both(part, silent))
                    yield Seam(place, value, document, names, silent)

    def overlaps(self) -> Iterator[Seam]:
        """Go through the values that alone are in two ranges of a text: one ends with them, another one begins."""
        for place, value in self._values:
            for document in self._by_document:
                ending = self._turns(document, place, value, 1)
                beginning = self._turns(document, place, value, -1)
                for one, two in ((a, b) for a in ending for b in beginning if a != b):
                    region = self._with_neighbours(self._twofold(place, value, one, two), place, value)
                    if region := self._happening(region, place, value):
                        yield Seam(place, value, document, frozenset({one.provision, two.provision}), region)

    @cached_property
    def _values(self) -> tuple[tuple[int, int], ...]:
        """The classes that hold one number alone and lie between two others, each with its dimension."""
        return tuple(
            (place, value)
            for place in self._case.dimensions
            for classes in (self._case.classes(place),)
            for value in range(1, len(classes.starts) - 1)
            if classes.starts[value] + 1 == classes.starts[value + 1]
        )

    @cached_property
    def _spoken(self) -> Region:
        recorded = (region for _, region in on_record(self._book, self._resolution))
        return (*answered(self._resolution), *chain.from_iterable(recorded))

    @cached_property
    def _by_document(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self._resolution.claims:
            found.setdefault(self._book.provisions[claim.provision].document, []).append(claim)
        return found

    def _ending(self, document: str, place: int, value: int, step: int) -> Iterator[tuple[Claim, Region]]:
        """Go through the claims that win beside a value and whose range ends there, with where, at whatever value."""
        for claim in self._turns(document, place, value + step, -step):
            won = self._at(self._resolution.wins[claim.provision, claim.number], place, value + step)
            if left := self._case.without(won, self._at(self._range(claim), place, value)):
                yield claim, left

    def _twofold(self, place: int, value: int, one: Claim, two: Claim) -> Region:
        """Return where two claims stand at a value, the first one ending there and the second one beginning."""
        standing = self._resolution.standing
        both = self._case.both(standing[one.provision, one.number], standing[two.provision, two.number])
        if not both:
            return ()
        here = restrict(both, place, 1 << value)
        for claim, inside, outside in ((one, value - 1, value + 1), (two, value + 1, value - 1)):
            here = self._both(here, self._at(self._range(claim), place, inside))
            here = self._case.without(here, self._at(self._range(claim), place, outside))
        return here

    def _with_neighbours(self, region: Region, place: int, value: int) -> Region:
        """Keep the cases that can also have the values right below and above."""
        for beside in (value - 1, value + 1) if region else ():
            region = self._both(region, self._at(self._case.possible, place, beside))
        return region

    def _turns(self, document: str, place: int, value: int, step: int) -> list[Claim]:
        """Return the claims of a text whose range may hold one class of a dimension without the one beside it."""
        if (place, step) not in self._turning:
            turning = self._turning[place, step] = {}
            for name, claims in self._by_document.items():
                for claim in claims:
                    for last in numbers(self._edges(claim, place, step)):
                        turning.setdefault((name, last), []).append(claim)
        return self._turning[place, step].get((document, value), [])

    def _edges(self, claim: Claim, place: int, step: int) -> int:
        """Return the classes that a box of a range holds without the one beside it."""
        edges = 0
        for box in self._range(claim):
            edges |= box[place] & ~(box[place] >> 1 if step > 0 else box[place] << 1)
        return edges

    def _range(self, claim: Claim) -> Region:
        """Return where the conditions of a claim hold, those of its provision and of what that hangs on."""
        if claim not in self._own:
            unit = self._resolution.unit(
                "claim", claim.provision, self._resolution.question.question.name, str(claim.number)
            )
            self._own[claim] = join(self._both(unit, self._conditions(self._book.provisions[claim.provision])))
        return self._own[claim]

    def _conditions(self, provision: Provision) -> Region:
        region = self._resolution.unit("document", provision.name)
        for number in range(len(provision.conjuncts)):
            region = self._both(region, self._resolution.unit("part", provision.name, str(number)))
        relation = provision.relation
        if relation is None or relation.form == "override":
            return region
        return self._both(region, self._conditions(self._book.provisions[relation.target]))

    def _at(self, region: Region, place: int, value: int) -> Region:
        return cylinder(self._case.space, restrict(region, place, 1 << value), place)

    def _happening(self, region: Region, place: int, value: int) -> Region:
        """Keep the boxes that hold a case which, with one number changed alone, also happens right below and above."""
        return tuple(box for box in region if self._happens(box, place, value))

    def _happens(self, box: Box, place: int, value: int) -> bool:
        beside = [put(box, place, 1 << other) for other in (value - 1, value + 1)]
        if self._case.reckoning(place) is not None:
            return all(self._case.happens((each,)) for each in (box, *beside))
        return any(
            self._case.differ_alone(
                (each, *(put(each, place, other[place]) for other in beside)), self._case.slot(place)
            )
            for each in self._case.spelled_out((box,))
        )

    def _both(self, left: Region, right: Region) -> Region:
        return self._case.both(left, right) if left and right else ()

    def _either(self, parts: list[tuple[Claim, Region]]) -> Region:
        return tuple(box for _, region in parts for box in region)
