"""What a change makes of a question: nothing at all, or cases that are decided otherwise, and plans of these.

Takes two laws of one vocabulary; gives the cases that are decided otherwise, and plans in them. That nothing changes is
a proof: the two are compared case by case. Must not know why anybody asks.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings import Message, say
from checker.logic import Law
from checker.logic.case import Case
from checker.logic.decisions import decided
from checker.logic.differences import differences
from checker.logic.effort import TooManyBoxesError
from checker.logic.fields import Classes, Unlisted, Virtual
from checker.logic.lowering import ASKED, LATE, SAME
from checker.logic.trees import CompilationError
from checker.logic.versions import versions
from checker.logic.windows import BAND
from checker.logic.witness import Made, witnesses
from checker.regions import Box, Region

MOST_DIFFERENCES = 12
"""So many pairs of verdicts are looked at for a plan."""

_NO_FACTS = (ASKED, LATE, SAME, BAND)


class Otherwise:
    """The cases in which one question is decided otherwise under another law."""

    def __init__(self, case: Case, regions: tuple[Region, ...], listed: str | None) -> None:
        self._case, self._regions, self._listed = case, regions, listed

    @property
    def can_be_stated(self) -> bool:
        """Whether a plan can state some of the cases: not a code that no table lists, nor how a band is read."""
        stated = {number: self._stated(number) for number in self._case.dimensions}
        return any(
            self._case.happens((tuple(mask & stated[number] for number, mask in enumerate(box)),))
            for region in self._regions
            for box in self._case.spelled_out(region)
            if all(mask & stated[number] for number, mask in enumerate(box)) and not self._hangs_on_a_band(box)
        )

    def _hangs_on_a_band(self, box: Box) -> bool:
        case = self._case
        bands = (number for number in case.dimensions if case.field(number).key[0] == BAND)
        return any(box[number] != case.space.full[number] for number in bands)

    def _stated(self, number: int) -> int:
        """Return the classes of a fact that hold a value a plan can state; of what is no fact, all."""
        case = self._case
        if case.reckoning(number) is not None or case.field(number).key[0] in _NO_FACTS:
            return case.space.full[number]
        classes = case.classes(number)
        places = range(case.space.full[number].bit_length())
        return sum(1 << place for place in places if _is_plain(classes, 1 << place))

    def plans(self) -> Iterator[Made]:
        """Go through plans of the cases, those of one difference after those of another."""
        for region in self._regions[:MOST_DIFFERENCES]:
            yield from witnesses(self._case, region, self._listed)


def _is_plain(classes: Classes, mask: int) -> bool:
    return bool(classes.runs(mask)) or any(not isinstance(atom, Unlisted | Virtual) for atom in classes.atoms(mask))


def decided_otherwise(before: Law, after: Law, question: str) -> Otherwise | Message | None:
    """Find the cases of a question that are decided otherwise; None: there are none; or why that is not known."""
    try:
        both = versions(before, after, question)
        was = decided(before.book, before.precedence, both.before)
        now = decided(after.book, after.precedence, both.after)
        regions = tuple(difference.region for difference in differences(both.case, was, now))
    except TooManyBoxesError:
        return say("`{question}` falls apart into too many cases to be compared", question=question)
    except CompilationError as error:
        return say("`{question}` cannot be compared: {reason}", question=question, reason=error.reason)
    if regions:
        return Otherwise(both.case, regions, before.book.questions[question].list)
    return both.unproved[0] if both.unproved else None
