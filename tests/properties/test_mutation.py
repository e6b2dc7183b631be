"""What becomes of mutants, against every case tried one by one: the oracle judges each under the law and the mutant.

The rulebooks are small enough for that. Scenarios are drawn from the cases, so that a mutant is killed exactly when the
oracle judges one of them otherwise; equivalent exactly when it judges none at all otherwise; and each of the others has
a plan that fails under it, with what comes out now written down, held as `lexport test` holds it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checker.answers.mutant_fates import BEYOND, EQUIVALENT, KILLED, REFUSED, SURVIVED, MutantFate, fates
from checker.answers.mutant_scenarios import read_scenario
from checker.answers.run import Laws, run_scenarios
from checker.findings import Span
from checker.logic import Law
from checker.plan import Expectation, Plan
from checker.rulebook import load_texts
from checker.rulebook.model import Rulebook
from checker.rulebook.mutants import OPERATORS, Mutant, changed, mutants
from tests.analyses_cases import DAYS_TRIED, ELEMENT, Case
from tests.analyses_rulebooks import rulebooks
from tests.oracle_lists import longest
from tests.strategies import Source
from tests.versions_cases import Reach

EXAMPLES = 100
LEAST = EXAMPLES // 40
MOST_MUTANTS = 2
MOST_SCENARIOS = 4
ANY = st.integers(0, 10**9)
"""A number to choose by: as a remainder each choice is about as likely."""

SILENT = ("gap", "known-gap", "not-applicable")
SCARCE = ("drop-reservation", "drop-proviso", "drop-exception", "swap-strictness")
SEEN: Counter[str] = Counter()

EARLY, BEFORE, *_, LAST = DAYS_TRIED
DAYS = (EARLY, EARLY + 1, BEFORE - 1, *DAYS_TRIED[1:], LAST + 1)
"""The days that the rulebooks write, and those that a day more or less brings into play."""

Decided = tuple[str, Hashable, Hashable, Hashable]
NOT_ASKED: Decided = ("not-applicable", frozenset(), frozenset(), frozenset())
HERE = Span("t.rules", 1, 1, 1, 1)


class Experiment:
    """A rulebook of which every case is tried, some of its mutants, and some of its cases as scenarios."""

    def __init__(
        self, source: Source, reach: Reach, mutants: tuple[Mutant, ...], chosen: tuple[tuple[str, Case], ...]
    ) -> None:
        self.source, self.reach, self.mutants, self.chosen = source, reach, mutants, chosen

    def __repr__(self) -> str:
        return self.source.text

    def plans(self) -> tuple[Plan, ...]:
        """Write the chosen cases as scenarios that expect what the oracle says of them."""
        return tuple(plan(self.reach.book, question, case) for question, case in self.chosen)


@st.composite
def experiments(draw: st.DrawFn) -> Experiment | None:
    """Draw a rulebook, mutants of it and cases; nothing where the rulebook contradicts itself."""
    source = draw(rulebooks())
    book, _ = load_texts(dict(source.files))
    if book is None or Law(book).findings():
        return None
    reach = tried(book, legs_of(book))
    every = {operator: [m for m in mutants(book) if m.operator == operator] for operator in OPERATORS}
    there = [operator for operator, found in every.items() if found]
    operators = [operator for operator in there if operator in SCARCE]
    operators += [there[(first + n) % len(there)] for first in (draw(ANY),) for n in range(MOST_MUTANTS)]
    some = tuple(every[operator][draw(ANY) % len(every[operator])] for operator in dict.fromkeys(operators))
    cases = [(question, case) for question, found in reach.cases.items() for case in found if is_plain(case)]
    answered = [(question, case) for question, case in cases if decided(case)[0] not in SILENT] or cases
    picked = [draw(ANY) for _ in range(draw(ANY) % (MOST_SCENARIOS + 1))]
    chosen = [answered[number % len(answered)] for number in picked if answered]
    return Experiment(source, reach, some, tuple(chosen))


def tried(book: Rulebook, legs: int) -> Reach:
    """Try every case of a rulebook, with so many legs."""
    return Reach(book, days=DAYS, legs=legs)


def legs_of(book: Rulebook) -> int:
    """Return how many legs its tests can tell apart, and one more, where a mutant counts one more."""
    most = max(longest(book, name).get(ELEMENT, 0) for name in book.questions)
    return most + 1 if most else 1


def is_plain(case: Case) -> bool:
    """Tell whether a plan can say all of a case, and whether that settles what comes out."""
    return not case.hidden and not case.open


def decided(case: Case) -> Decided:
    """Say what is decided in a case, who has to do it and when, and to whom it is left."""
    if case.told is None:
        return NOT_ASKED
    outcome = case.told.outcome
    duties = outcome.duties if outcome.word != "conflict" else frozenset[tuple[str, str]]()
    return outcome.word, outcome.values, duties, outcome.roles


def by_facts(reach: Reach, question: str) -> dict[tuple[Hashable, ...], set[Decided]]:
    """Return what may be decided in each case of a question, whatever silent questions are taken to answer."""
    found: dict[tuple[Hashable, ...], set[Decided]] = {}
    for case in reach.cases[question]:
        begun = frozenset((key, value) for key, value in case.open.items() if key[0] == "begun")
        facts = (frozenset(case.values.items()), case.rest("")[1], frozenset(case.hidden.items()), begun)
        found.setdefault(facts, set()).add(decided(case))
    return found


def plan(book: Rulebook, question: str, case: Case) -> Plan:
    """Write a case as a scenario that expects its verdict."""
    word, values, _, _ = decided(case)
    subject = "plan" if book.questions[question].list is None else "0"
    expectation = Expectation(
        question=question,
        subject=subject,
        verdict=word,
        answer=tuple(values) if word == "decided" and isinstance(values, frozenset) else None,
        **dict.fromkeys(
            ("winners", "principle", "compliance", "possible", "needs", "subject_to", "ruling_by", "left_to", "gap")
        ),
        span=HERE,
    )
    return Plan("case", "t.rules", 1, case.facts, None, frozenset(), (expectation,), None, None, (), ())


def by_trying(experiment: Experiment, mutant: Mutant) -> set[str]:
    """Say what may become of a mutant by trying every case under it."""
    other = tried(changed(experiment.reach.book, mutant.change), experiment.reach.legs)
    for question, case in experiment.chosen:
        # Where a tested question is silent now, the plan may come to several verdicts.
        now = {decided(each)[:2] for each in other.cases[question] if each.facts == case.facts}
        if now != {decided(case)[:2]}:
            return {KILLED}
    plain = hidden = False
    for question in experiment.reach.book.questions:
        before, after = by_facts(experiment.reach, question), by_facts(other, question)
        assert before.keys() == after.keys()
        for key, was in before.items():
            if was != after[key]:
                is_hidden = key[2:] != (frozenset(), frozenset())  # an unlisted code, or a band read one way
                plain, hidden = plain or not is_hidden, hidden or is_hidden
    return {SURVIVED} if plain else {SURVIVED, BEYOND} if hidden else {EQUIVALENT}


def wrong(experiment: Experiment) -> list[object]:
    """List what becomes of mutants and should not."""
    book = experiment.reach.book
    found: list[object] = []
    told = fates(Law(book), experiment.plans(), experiment.mutants)
    for mutant, fate in zip(experiment.mutants, told, strict=True):
        SEEN[fate.word] += 1
        SEEN[mutant.operator] += 1
        if fate.word == REFUSED:
            continue
        right = by_trying(experiment, mutant)
        if fate.word not in right:
            found.append((mutant.id, mutant.before, mutant.after, fate, right))
        elif fate.word == SURVIVED:
            found.extend(not_noticed(book, mutant, fate))
    return found


def not_noticed(book: Rulebook, mutant: Mutant, fate: MutantFate) -> list[object]:
    """Hold the scenario of a survivor against both laws: it must pass under the one and fail under the other."""
    if fate.scenario is None:
        return [(mutant.id, fate.because)]
    SEEN[f"told by {fate.scenario.told.key}"] += 1
    under = [
        run_scenarios(Laws(each), [read_scenario(each, fate.scenario)]).passed
        for each in (book, changed(book, mutant.change))
    ]
    return [] if under == [1, 0] else [(mutant.id, fate.scenario, under)]


@given(experiments())
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
def test_every_mutant_has_the_fate_that_trying_every_case_gives_it(experiment: Experiment | None) -> None:
    if experiment is not None:
        assert wrong(experiment) == [], experiment.source.text


@pytest.mark.parametrize("word", [KILLED, EQUIVALENT, SURVIVED])
def test_the_experiments_are_rich_enough(word: str) -> None:
    assert SEEN[word] >= EXAMPLES // 10


@pytest.mark.parametrize("operator", OPERATORS)
def test_every_operator_is_met(operator: str) -> None:
    assert SEEN[operator] >= LEAST
