"""Several plans under one rulebook: checked, or as scenarios held against what they expect.

Takes a rulebook and plans as they were read, gives the records that reports are written from. A plan with mistakes
has its findings there and hides no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec import Struct

from checker.answers.compose import check_plan
from checker.answers.dossier import CheckResult, PlanDossier
from checker.answers.expectations import ScenarioResult, compare
from checker.findings import Finding
from checker.logic import Law
from checker.plan import Plan
from checker.rulebook.days import write_day
from checker.rulebook.model import Rulebook


class Laws:
    """A rulebook compiled once for each day it is seen from, and for each reading that is turned there.

    A plan's own `as_of` goes before the general one. `known` is the law as of no day, for whoever has it.
    """

    def __init__(self, book: Rulebook, as_of: int | None = None, known: Law | None = None) -> None:
        self.book, self.as_of = book, as_of
        self._compiled: dict[tuple[int | None, frozenset[str]], Law] = {}
        if known is not None:
            self._compiled[None, frozenset()] = known

    def of(self, plan: Plan, *turned: str) -> Law:
        """Return the law a plan is judged by, with some readings turned from how the plan takes them."""
        return self._law(self.as_of if plan.as_of is None else plan.as_of, plan.turned ^ frozenset(turned))

    def findings(self) -> tuple[Finding, ...]:
        """Return what keeps a question of the rulebook from being answered at all."""
        return self._law(self.as_of).findings()

    def _law(self, day: int | None, turned: frozenset[str] = frozenset()) -> Law:
        if (day, turned) not in self._compiled:
            first = next(iter(self._compiled.values()), None)
            self._compiled[day, turned] = first.again(day, turned) if first else Law(self.book, day, turned)
        return self._compiled[day, turned]


class ScenarioRun(Struct, frozen=True):
    """The scenarios that could be read, and the findings of those that could not: `unread` plans and files."""

    rulebook: str
    digest: str
    results: tuple[ScenarioResult, ...]
    findings: tuple[Finding, ...]
    unread: int

    @property
    def passed(self) -> int:
        """How many hold."""
        return sum(result.passed for result in self.results)

    @property
    def failed(self) -> int:
        """How many do not."""
        return len(self.results) - self.passed


def check_under(laws: Laws, plans: Iterable[Plan], *, readings: bool = False, apart: bool = False) -> CheckResult:
    """Give the verdicts of plans, seen as of the day of the laws.

    With `readings` every question is asked again with each reading turned that bears on it; `apart` is as in
    `check_plan`.
    """
    header = laws.book.header
    return CheckResult(
        rulebook=header.name,
        version=header.version,
        digest=laws.book.digest,
        reviewed_until=_written(header.reviewed_until),
        as_of=_written(laws.as_of),
        plans=tuple(
            check_plan(laws.of(plan), plan, partial(laws.of, plan) if readings else None, apart=apart) for plan in plans
        ),
    )


def run_scenarios(laws: Laws, plans: Iterable[Plan], lost: Sequence[Finding] = ()) -> ScenarioRun:
    """Hold every scenario against its verdicts; one with a mistake outside its facts is not held against any.

    `lost` are the findings of whole files that could not be read, one each.
    """
    every = tuple(plans)
    readable = tuple(plan for plan in every if not plan.frame)
    return ScenarioRun(
        rulebook=laws.book.header.name,
        digest=laws.book.digest,
        results=tuple(compare(plan, _expected(laws.of(plan), plan)) for plan in readable),
        findings=(*lost, *(finding for plan in every for finding in plan.frame)),
        unread=len(lost) + len(every) - len(readable),
    )


def _expected(law: Law, plan: Plan) -> PlanDossier:
    """Check a plan as far as it expects anything."""
    return check_plan(law, plan, questions={expected.question for expected in plan.expectations})


def _written(day: int | None) -> str | None:
    return None if day is None else write_day(day)
