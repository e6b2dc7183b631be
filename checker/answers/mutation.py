"""How good scenarios are at noticing a wrong rule: every mutant of a rulebook, and what becomes of it.

Takes a law without mistakes and scenarios; gives one record. A mutant is killed by a scenario that fails under it. It
is equivalent where no case at all is decided otherwise, which is a proof. Of the rest each survives, with a plan of a
case in which it differs, or it is not decided whether it does. How many processes look at it changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from checker.answers.coverage import Figure, Suggestion
from checker.answers.mutant_fates import BEYOND, EQUIVALENT, KILLED, REFUSED, SURVIVED, UNDECIDED, MutantFate, fates
from checker.answers.mutant_scenarios import PLAN, Scenario, shared
from checker.answers.mutant_words import mutant_words
from checker.findings import Message, say
from checker.logic import Law
from checker.plan import Plan
from checker.rulebook.mutants import OPERATORS, Mutant, mutants

SCORE = "mutation"


class Tally(Struct, frozen=True):
    """What became of the mutants of one operator.

    Not counted are the `equivalent`; those `beyond` all plans, which differ only in cases that none can state; and
    those `refused` as a rulebook.
    """

    operator: str
    all: int
    killed: int
    survived: int
    undecided: int
    equivalent: int
    beyond: int
    refused: int

    @property
    def counted(self) -> int:
        """How many a scenario could notice."""
        return self.killed + self.survived + self.undecided


class Survivor(Struct, frozen=True):
    """A mutant that no scenario notices, a question that shows it, and the number of the suggestion that would.

    Without a suggestion no plan can be written that would; then `because` says so.
    """

    mutant: Mutant
    question: str
    suggestion: int | None
    because: Message | None = None


class Undecided(Struct, frozen=True):
    """A mutant of which it is not known whether any case is decided otherwise, and why."""

    mutant: Mutant
    because: Message


class Mutation(Struct, frozen=True):
    """What scenarios notice of the mutants of a rulebook. `suggestions` together notice every survivor that has one."""

    rulebook: str
    digest: str
    scenarios: int
    tallies: tuple[Tally, ...]
    survivors: tuple[Survivor, ...]
    undecided: tuple[Undecided, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def score(self) -> Figure:
        """The killed among those that count."""
        return Figure(SCORE, sum(t.killed for t in self.tallies), sum(t.counted for t in self.tallies))


def mutate(law: Law, plans: Iterable[Plan], operators: Collection[str] = OPERATORS, *, jobs: int = 1) -> Mutation:
    """Try every mutant made by some operators, as many at a time as there are `jobs`."""
    tried = tuple(mutant for mutant in mutants(law.book) if mutant.operator in operators)
    scenarios = tuple(plans)
    found = tuple(zip(tried, fates(law, scenarios, tried, jobs), strict=True))
    kept, numbers = shared(law, [(mutant, fate.scenario) for mutant, fate in found if fate.scenario is not None])
    return Mutation(
        rulebook=law.book.header.name,
        digest=law.book.digest,
        scenarios=sum(plan.is_scenario for plan in scenarios),
        tallies=tuple(_tally(operator, found) for operator in OPERATORS if operator in operators),
        survivors=tuple(_survivors(found, numbers)),
        undecided=tuple(
            Undecided(mutant, fate.because) for mutant, fate in found if fate.word == UNDECIDED and fate.because
        ),
        suggestions=tuple(_suggestion(scenario, killed) for scenario, killed in kept),
    )


def _tally(operator: str, found: Iterable[tuple[Mutant, MutantFate]]) -> Tally:
    words = [fate.word for mutant, fate in found if mutant.operator == operator]
    counts = (words.count(word) for word in (KILLED, SURVIVED, UNDECIDED, EQUIVALENT, BEYOND, REFUSED))
    return Tally(operator, len(words), *counts)


def _survivors(found: Iterable[tuple[Mutant, MutantFate]], numbers: Mapping[str, int]) -> Iterator[Survivor]:
    for mutant, fate in found:
        if fate.word == SURVIVED:
            yield Survivor(mutant, fate.question, numbers.get(mutant.id), fate.because)


def _undecided(found: Iterable[tuple[Mutant, MutantFate]]) -> Iterator[Undecided]:
    for mutant, fate in found:
        if fate.word == UNDECIDED and fate.because is not None:
            yield Undecided(mutant, fate.because)


def _suggestion(scenario: Scenario, noticed: Iterable[Mutant]) -> Suggestion:
    subject = "" if scenario.subject == PLAN else scenario.subject
    words = [mutant_words(mutant) for mutant in noticed]
    if scenario.told.key != "verdict":
        words = [say("{what}, told by `{key}`", what=each, key=scenario.told.key) for each in words]
    return Suggestion(scenario.question, subject, scenario.text, scenario.now, tuple(words))
