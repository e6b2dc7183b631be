"""Scenarios on the watch: whether one of them notices that the law is another.

Takes a law and scenarios; of these the expectations that hold. Judges no more of a plan than is expected of it, first
what rests on a provision that was changed. Must not know what was changed, or what becomes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from checker.answers.brief import brief_verdict, holds, subject_of
from checker.answers.run import Laws
from checker.logic import Law, Subject
from checker.plan import Expectation, Plan

Seen = tuple[int | None, frozenset[str]]
"""How a plan looks at the law: as of which day, with which readings turned."""

AS_IT_IS: Seen = (None, frozenset())
"""With all that is known, and the readings that are chosen."""


class Expected(Struct, frozen=True):
    """An expectation that holds, what it is about, and the provisions its verdict rests on or that lost there."""

    plan: Plan
    expectation: Expectation
    subject: Subject
    winners: frozenset[str]
    losers: frozenset[str]

    @property
    def seen(self) -> Seen:
        """How its plan looks at the law."""
        return self.plan.as_of, self.plan.turned

    def distance(self, names: frozenset[str]) -> int:
        """Say how near its verdict comes to some provisions: resting on one, having one beaten, or neither."""
        return 0 if names & self.winners else 1 if names & self.losers else 2


class Watch:
    """The expectations of some scenarios that hold under a law, by their questions."""

    def __init__(self, law: Law, plans: Iterable[Plan]) -> None:
        self._laws = Laws(law.book, known=law)
        self._expected: dict[str, list[Expected]] = {}
        for plan in plans:
            for each in self._held(plan):
                self._expected.setdefault(each.expectation.question, []).append(each)

    @property
    def seen(self) -> tuple[Seen, ...]:
        """How the scenarios look at the law, each way once."""
        return tuple(dict.fromkeys(each.seen for expected in self._expected.values() for each in expected))

    def notices(self, question: str, altered: Callable[[Seen], Law | None], names: frozenset[str]) -> Expected | None:
        """Return an expectation on a question that does not hold under altered laws; `names` say what is tried first.

        Where a law is none, nothing is asked of it.
        """
        for each in sorted(self._expected.get(question, ()), key=lambda each: each.distance(names)):
            law = altered(each.seen)
            if law is not None and not still_holds(law, each):
                return each
        return None

    def _held(self, plan: Plan) -> Iterator[Expected]:
        if plan.facts is None or plan.findings or plan.expect_error is not None:
            return
        law = self._laws.of(plan)
        if law.findings() or law.impossible(plan.facts):
            return
        held = [_expected(law, plan, expectation) for expectation in plan.expectations]
        if None not in held:  # a scenario that fails notices nothing
            yield from (each for each in held if each is not None)


def still_holds(law: Law, expected: Expected) -> bool:
    """Tell whether an expectation holds under another law."""
    plan, expectation = expected.plan, expected.expectation
    return holds(plan, expectation, brief_verdict(law, plan, expectation.question, expected.subject))


def _expected(law: Law, plan: Plan, expectation: Expectation) -> Expected | None:
    subject = subject_of(law, plan, expectation)
    verdict = None if subject is None else brief_verdict(law, plan, expectation.question, subject)
    if subject is None or verdict is None or not holds(plan, expectation, verdict):
        return None
    lines = verdict.provisions
    winners = frozenset(line.name for line in lines if line.status == "wins")
    return Expected(plan, expectation, subject, winners, frozenset(line.name for line in lines) - winners)
