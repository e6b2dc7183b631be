"""What becomes of mutants: killed by a scenario, equivalent to the law, alive, beyond all plans, or not known.

Takes a law, scenarios and mutants; gives a fate for each, in their order, whether one process looks at them or several.
"""

from __future__ import annotations

import multiprocessing
import warnings
from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from checker.answers.mutant_laws import Mutated, Originals
from checker.answers.mutant_scenarios import Scenario, find_scenario
from checker.answers.noticing import Watch
from checker.findings import Message, say
from checker.logic import Law
from checker.plan import Plan
from checker.rulebook.mutants import Mutant
from checker.uses.unnoticed import Otherwise, decided_otherwise

KILLED, EQUIVALENT, SURVIVED, UNDECIDED, REFUSED = "killed", "equivalent", "survived", "undecided", "refused"
BEYOND = "beyond"

_AT_ONCE = 8
"""So many mutants are handed to a process at a time."""


class MutantFate(Struct, frozen=True):
    """What becomes of a mutant; `by` is the plan that kills it.

    Of one that survives: a question that shows it, and a scenario that would, or `because`: why there is none. Of an
    undecided one, why.
    """

    word: str
    by: str = ""
    question: str = ""
    scenario: Scenario | None = None
    because: Message | None = None


def fates(law: Law, plans: Sequence[Plan], mutants: Sequence[Mutant], jobs: int = 1) -> Iterator[MutantFate]:
    """Say of each mutant what becomes of it, with so many processes, where the system can divide one."""
    trial = Trial(law, plans)
    processes = min(jobs, len(mutants) // _AT_ONCE)
    if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(trial.fate, mutants)
        return
    with warnings.catch_warnings():
        # Another thread of the process, if there is one, holds no lock that is needed here.
        warnings.simplefilter("ignore", DeprecationWarning)
        pool = multiprocessing.get_context("fork").Pool(processes, _begin, (trial,))
    with pool:
        yield from pool.imap(_fate, mutants, _AT_ONCE)


class Trial:
    """A law and the scenarios that watch over it."""

    def __init__(self, law: Law, plans: Sequence[Plan]) -> None:
        self._originals = Originals(law)
        self._watch = Watch(law, plans)

    def fate(self, mutant: Mutant) -> MutantFate:
        """Say what becomes of a mutant."""
        mutated = Mutated(self._originals, mutant)
        seen = mutated.seen
        questions = mutated.questions(seen)
        if any(mutated.law(question, seen) is None for question in questions):
            return MutantFate(REFUSED)
        watched = dict.fromkeys(question for each in (seen, *self._watch.seen) for question in mutated.questions(each))
        for question in watched:
            by = self._watch.notices(question, partial(mutated.law, question), mutated.touched)
            if by is not None:
                return MutantFate(KILLED, by.plan.title, question)
        return self._unnoticed(mutated, questions)

    def _unnoticed(self, mutated: Mutated, questions: tuple[str, ...]) -> MutantFate:
        """Say of a mutant that no scenario notices whether anything is decided otherwise, and show it."""
        left: list[MutantFate] = []
        for question in questions:
            before, after = self._originals.law(mutated.seen), mutated.law(question, mutated.seen)
            found = None if after is None else decided_otherwise(before, after, question)
            if isinstance(found, Message):
                left.append(MutantFate(UNDECIDED, question=question, because=found))
            elif found is not None and after is not None:
                fate = self._shown(mutated, before, after, question, found)
                if fate.scenario is not None:
                    return fate
                left.append(fate)
        return min(
            left, key=lambda fate: (SURVIVED, UNDECIDED, BEYOND).index(fate.word), default=MutantFate(EQUIVALENT)
        )

    def _shown(self, mutated: Mutated, before: Law, after: Law, question: str, found: Otherwise) -> MutantFate:
        title = f"{question}, {mutated.mutant.name}"
        scenario = find_scenario(before, after, question, found.plans(), mutated.seen, title)
        if scenario is not None:
            return MutantFate(SURVIVED, question=question, scenario=scenario)
        if not found.can_be_stated:
            return MutantFate(BEYOND, question=question)
        return MutantFate(SURVIVED, question=question, because=say("no plan was found that tells it from the law"))


_trials: list[Trial] = []
"""What a process looks with; it is the same in all of them."""


def _begin(trial: Trial) -> None:
    _trials[:] = [trial]


def _fate(mutant: Mutant) -> MutantFate:
    return _trials[0].fate(mutant)
