"""Which of two clashing candidates prevails, and by which principle (LANGUAGE §6.5, §7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.findings import Finding, say
from checker.logic.bounds import is_plainly_small
from checker.logic.case import Case
from checker.logic.coherence import incoherent
from checker.logic.lowering import UnitName
from checker.logic.scene import Scene, Subject
from checker.logic.space import Answers, View, compile_units
from checker.logic.trees import CompilationError
from checker.logic.windows import Timeline
from checker.rulebook.calendars import Calendar
from checker.rulebook.model import (
    All,
    Condition,
    Count,
    Facts,
    Provision,
    Reckoned,
    Rulebook,
    Sum,
    facts_of,
    leaves,
)

Included = Mapping[tuple[str, str], bool]
"""Whether the full condition of the first of two provisions implies that of the second."""


class Precedence:
    """Static relations between provisions; each pair is decided once, when it is first needed, or was `known` before.

    `included` has which full conditions imply which others, as far as that was asked.
    """

    def __init__(
        self, timeline: Timeline, answers: Answers, known: Mapping[tuple[str, str], bool] | None = None
    ) -> None:
        self._timeline = timeline
        self._view = View(lambda _: None, answers)
        self._book = timeline.book
        self.included: dict[tuple[str, str], bool] = dict(known or {})
        self._known = len(self.included)

    @property
    def has_learnt(self) -> bool:
        """Whether something was asked that was not known before."""
        return len(self.included) > self._known

    def findings(self) -> tuple[Finding, ...]:
        """Return the provisions whose full condition is too large to be compared with another's."""
        return tuple(found for name in self._book.provisions for found in self._incomparable(name))

    def beats(self, winner: str, loser: str) -> tuple[str, ...]:
        """Return the principles by which the first beats the second where they clash; none when it does not.

        The higher rank; at one rank and issuer the later that is not more general, or the special that is not
        earlier.
        """
        one, two = self._book.provisions[winner], self._book.provisions[loser]
        ranks = self._rank(one), self._rank(two)
        if ranks[0] != ranks[1]:
            return ("rank",) if ranks[0] < ranks[1] else ()
        if self._issuer(one) != self._issuer(two):
            return ()
        issued = self._timeline.wording(one).issued, self._timeline.wording(two).issued
        later, earlier = issued[0] > issued[1], issued[0] < issued[1]
        if earlier or (not later and not self.is_special(winner, loser)):
            return ()
        if not later:
            return ("specialty",)
        if self.is_special(loser, winner):
            return ()
        return ("specialty", "recency") if self.is_special(winner, loser) else ("recency",)

    def is_special(self, special: str, general: str) -> bool:
        """Tell whether the first's full condition implies the second's and not conversely.

        Over the declared types alone: without windows, scope, impossible cases, choices, or what open tables hold.
        """
        return self._implies(special, general) and not self._implies(general, special)

    def why_undecided(self, left: str, right: str) -> str:
        """Return why neither of two clashing provisions beats the other, as `Clash.because` has it."""
        one, two = self._book.provisions[left], self._book.provisions[right]
        if self._issuer(one) != self._issuer(two):
            return "issuers"
        special = self.is_special(left, right) or self.is_special(right, left)
        return "old-special" if special else "equal"

    def ruling_by(self, left: str, right: str) -> str | None:
        """Return who rules between two texts: their common issuer, else whom the rulebook names for their ranks."""
        one, two = self._book.provisions[left], self._book.provisions[right]
        if self._issuer(one) == self._issuer(two):
            return self._issuer(one)
        names = {self._book.documents[p.document].rank_name for p in (one, two)}
        return next((r.by for r in self._book.header.rulings if names <= set(r.ranks)), None)

    def rank(self, provision: str) -> int:
        """Return the rank of a provision's document: the number of its group, 0 the highest."""
        return self._rank(self._book.provisions[provision])

    def _rank(self, provision: Provision) -> int:
        rank = self._book.documents[provision.document].rank
        return len(self._book.header.ranks) if rank is None else rank

    def _issuer(self, provision: Provision) -> str | None:
        return self._book.documents[provision.document].issuer

    def _incomparable(self, name: str) -> Iterator[Finding]:
        condition = full_condition(self._book, name)
        if is_plainly_small(condition):
            return
        try:
            compile_units({("full",): condition}, self._view)
        except CompilationError as error:
            message = say(
                "the condition of `{provision}` cannot be compared with others exactly: {reason}",
                provision=name,
                reason=error.reason,
            )
            yield Finding("A101", message, self._book.provisions[name].span)

    def _implies(self, special: str, general: str) -> bool:
        pair = (special, general)
        if pair not in self.included:
            self.included[pair] = _is_included(
                full_condition(self._book, special), full_condition(self._book, general), self._view
            )
        return self.included[pair]


def full_condition(book: Rulebook, name: str) -> Condition:
    """Return a provision's own condition, its document's, and those of what it hangs on."""
    provision = book.provisions[name]
    parts = [provision.condition, book.documents[provision.document].applies_when]
    if provision.relation is not None and provision.relation.form != "override":
        parts.append(full_condition(book, provision.relation.target))
    return All(tuple(parts))


def _is_included(special: Condition, general: Condition, view: View) -> bool:
    """Tell whether one condition implies another; what is reckoned by arithmetic or sums counts as free."""
    units: dict[UnitName, Condition] = {("special",): special, ("general",): general}
    units.update((("incoherent", str(i)), case) for i, case in enumerate(incoherent((special, general))))
    compiled = compile_units(units, view)
    subject = Subject(min((name for condition in (special, general) for name in _lists(condition)), default=None))
    case = Case(Scene(compiled, Facts({}, {}), subject, Calendar(None, False)), (), frozenset({"order", "count"}))
    blockers = case.either(case.unit(name) for name in units if name != ("special",))
    return case.is_within(case.unit(("special",)), blockers)


def _lists(condition: Condition) -> Iterator[str]:
    """Go through the lists of whose elements a condition speaks, or into whose elements' own lists it looks."""
    yield from (fact.list for fact in facts_of(condition) if fact.binder == 0 and fact.list is not None)
    for leaf in leaves(condition):
        for _, addend in leaf.addends if isinstance(leaf, Reckoned) else ():
            if isinstance(addend, Count | Sum) and addend.list.outer_binder == 0 and addend.list.outer is not None:
                yield addend.list.outer
