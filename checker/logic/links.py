"""What hangs on another question: where its answer is known, and what it is there.

A tested question is a dimension of its own, free where the question has no answer. The link keeps it to the answer
where there is one.
"""

from __future__ import annotations

from msgspec import Struct

from checker.logic.case import Case
from checker.logic.lowering import ASKED, LATE
from checker.logic.verdict import ANSWERED, Outcome
from checker.regions import Region
from checker.rulebook.model import Value


class Link(Struct, frozen=True):
    """A tested question: its place, what is possible of it, and where it has no answer."""

    slot: tuple[str, ...]
    allowed: Region
    unanswered: Region


def answer_link(case: Case, question: str, outcomes: dict[Outcome, Region]) -> Link:
    """Tie the answer of a question to what it is in each case."""
    slot = ("", ASKED, question)
    parts: list[Region] = []
    unanswered: list[Region] = []
    for outcome, region in outcomes.items():
        if outcome.word in ANSWERED:
            word = outcome.values[0] if outcome.word == "decided" else outcome.word
            parts.append(case.both(region, case.classes_of(slot, frozenset({word}))))
        else:
            parts.append(region)
            unanswered.append(region)
    return Link(slot, case.either(parts), case.either(unanswered))


def late_link(case: Case, question: str, outcomes: dict[Outcome, Region], late: Region, when: Value | None) -> Link:
    """Tie whether a deed came too late to what is owed in each case; unknown for a deed without a date."""
    slot = ("", LATE, question)
    yes, no = (case.classes_of(slot, frozenset({word})) for word in ("true", "false"))
    parts: list[Region] = []
    unanswered: list[Region] = []
    for outcome, region in outcomes.items():
        if outcome.word not in ANSWERED or (outcome.word == "required" and not isinstance(when, int)):
            parts.append(region)
            unanswered.append(region)
        elif outcome.word == "required":
            parts.append(case.both(case.both(region, late), yes))
            parts.append(case.both(case.without(region, late), no))
        else:
            parts.append(case.both(region, no))
    return Link(slot, case.either(parts), case.either(unanswered))
