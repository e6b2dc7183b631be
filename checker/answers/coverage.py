"""What the scenarios of a rulebook reach of it, in figures, by name, and as plans for what they do not.

Takes a law without mistakes, its statements and the scenarios; gives one record. A scenario counts for the questions
and subjects it expects something about: what nobody looks at tests nothing. Whether it holds is for `run` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from checker.answers.coverage_words import goal_words, missed, unshown
from checker.answers.run import Laws
from checker.findings import Finding, Message, in_order
from checker.logic import Law
from checker.logic.effort import TooManyBoxesError
from checker.plan import Plan
from checker.plan.write import write_plan
from checker.regions import Region
from checker.rulebook.model import Decided, Deontic, Provision, Rulebook
from checker.syntax import nodes
from checker.uses.coverage.alternatives import Alternative, alternatives
from checker.uses.coverage.filling import Filling, Ground, fill
from checker.uses.coverage.goals import KINDS, Applies, Decides, Goal, Matters, Strikes, Takes, Wins
from checker.uses.coverage.reaching import goals, reached
from checker.uses.coverage.stage import Stage
from checker.uses.coverage.turning import SingleTest, mattering, tests_of

TOTAL, OUTCOMES, TESTS = "total", "outcomes", "tests"
NAMES: Mapping[type[Goal], str] = {
    Applies: "provisions-applying",
    Wins: "provisions-winning",
    Strikes: "exceptions",
    Takes: "branches",
    Decides: "regions",
}
"""What the kinds of goals are called in every report."""


class Figure(Struct, frozen=True):
    """How many of a kind are reached, of how many that some case reaches."""

    kind: str
    reached: int
    all: int

    @property
    def percent(self) -> float:
        """The share reached, rounded down to a tenth; of nothing it is all."""
        return self.reached * 1000 // self.all / 10 if self.all else 100.0

    def fails(self, threshold: float) -> bool:
        """Tell whether less is reached than a threshold in percent."""
        return self.reached * 100 < threshold * self.all


class Suggestion(Struct, frozen=True):
    """A plan that reaches what no scenario does: its text, of which question and subject, and what it is decided now.

    The subject is the id of an element, empty for the plan itself. `reaches` says what it reaches that neither the
    scenarios nor the suggestions before it do.
    """

    question: str
    subject: str
    text: str
    possible: tuple[str, ...]
    reaches: tuple[Message, ...]


class Coverage(Struct, frozen=True):
    """What scenarios reach of a rulebook.

    `asked` counts the verdicts they expect something of. `missed` has a finding for each goal that is not reached,
    `unshown` one for each single test that is not shown to matter both ways: of each there are two `outcomes`. `beyond`
    names what no case reaches, so that no scenario can; of questions that are `undecided` not all cases could be laid
    out, and their answers are not counted. `unsuggested` is how many goals are left for which no plan was found.
    """

    rulebook: str
    digest: str
    scenarios: int
    asked: int
    figures: tuple[Figure, ...]
    total: Figure
    outcomes: Figure
    tests: Figure
    missed: tuple[Finding, ...]
    unshown: tuple[Finding, ...]
    beyond: tuple[Message, ...]
    undecided: tuple[str, ...]
    suggestions: tuple[Suggestion, ...] = ()
    unsuggested: int = 0


def cover(
    laws: Laws, statements: Iterable[nodes.Statement], plans: Iterable[Plan], *, suggest: bool = False
) -> Coverage:
    """Say what scenarios reach; with `suggest`, also which plans would reach the rest."""
    written = alternatives(laws.book, statements)
    seen = _Seen(laws, written)
    for plan in plans:
        seen.look_at(plan)
    return _Reckoning(laws.book, seen.law, written, seen).coverage(suggest)


@dataclass(slots=True)
class _Seen:
    """What the scenarios reach, added up one after the other."""

    laws: Laws
    written: Mapping[str, tuple[Alternative, ...]]
    goals: set[Goal] = field(default_factory=set)
    tests: set[Matters] = field(default_factory=set)
    scenarios: int = 0
    asked: int = 0
    _stages: dict[tuple[Law, str], Stage] = field(default_factory=dict)

    @property
    def law(self) -> Law:
        """The law as of no day, as its texts are read where nothing else is asked for."""
        return self.laws.of(_NO_PLAN)

    def look_at(self, plan: Plan) -> None:
        law = self.laws.of(plan)
        if plan.facts is None or plan.findings or plan.expect_error is not None or law.impossible(plan.facts):
            return
        expected = {(each.question, each.subject) for each in plan.expectations}
        subjects = [
            (question, subject)
            for question in dict.fromkeys(each.question for each in plan.expectations)
            for subject in law.subjects(question, plan.facts)
            if (question, subject.name) in expected
        ]
        self.scenarios += bool(subjects)
        for question, subject in subjects:
            self.asked += 1
            laid = self.stage(law, question).plan(plan.facts, subject)
            found = reached(laid, self.written)
            # Who answers what is counted of the law as it stands: under another one the same words are another case.
            self.goals.update(goal for goal in found if law is self.law or not isinstance(goal, Decides))
            self.tests.update(mattering(laid, self.tests))

    def stage(self, law: Law, question: str) -> Stage:
        if (law, question) not in self._stages:
            self._stages[law, question] = Stage(law, question)
        return self._stages[law, question]


@dataclass(slots=True)
class _Reckoning:
    """Holds what is reached against what any case reaches."""

    book: Rulebook
    law: Law
    written: Mapping[str, tuple[Alternative, ...]]
    seen: _Seen
    grounds: dict[str, Ground] = field(default_factory=dict)
    undecided: list[str] = field(default_factory=list)

    def coverage(self, suggest: bool) -> Coverage:
        self._lay_out()
        within = {goal for ground in self.grounds.values() for goal in ground.regions} | self.seen.goals
        within.update(goal for goal in _by_name(self.book, self.written) if self._is_doubtful(goal))
        beyond = [goal for goal in _by_name(self.book, self.written) if goal not in within]
        left = sorted(within - self.seen.goals, key=lambda goal: (KINDS.index(type(goal)), repr(goal)))
        figures = tuple(self._figure(kind, within) for kind in KINDS)
        tests = [test for test in tests_of(self.book) if Applies(test[0]) in within]
        unseen = [matter for test in tests for matter in _both_ways(test) if matter not in self.seen.tests]
        fillings = tuple(fill(self.law, self.written, (*left, *unseen), self.grounds)) if suggest else ()
        found = {goal for filling in fillings for goal in filling.goals}
        return Coverage(
            rulebook=self.book.header.name,
            digest=self.book.digest,
            scenarios=self.seen.scenarios,
            asked=self.seen.asked,
            figures=figures,
            total=Figure(TOTAL, sum(f.reached for f in figures), sum(f.all for f in figures)),
            outcomes=Figure(OUTCOMES, 2 * len(tests) - len(unseen), 2 * len(tests)),
            tests=Figure(TESTS, sum(self.seen.tests.issuperset(_both_ways(test)) for test in tests), len(tests)),
            missed=in_order(missed(self.book, self.written, goal) for goal in left),
            unshown=in_order(self._unshown(tests)),
            beyond=tuple(goal_words(self.book, self.written, goal) for goal in beyond),
            undecided=tuple(self.undecided),
            suggestions=tuple(self._suggestion(filling) for filling in fillings),
            unsuggested=sum(goal not in found for goal in left) if suggest else 0,
        )

    def _lay_out(self) -> None:
        for question in self.book.questions:
            stage, regions = self.seen.stage(self.law, question), dict[Goal, Region]()
            try:
                laid = Stage(self.law, question, everything=True).all_cases()
                self.grounds[question] = Ground(laid, stage, regions)
                regions.update(
                    (goal, region) for goal, region in goals(laid, self.written) if laid.case.happens(region)
                )
            except TooManyBoxesError:
                self.undecided.append(question)

    def _figure(self, kind: type[Goal], within: set[Goal]) -> Figure:
        every = [goal for goal in within if isinstance(goal, kind)]
        return Figure(NAMES[kind], sum(goal in self.seen.goals for goal in every), len(every))

    def _is_doubtful(self, goal: Goal) -> bool:
        """Tell whether a goal may be reached in the cases of a question that could not be laid out."""
        if isinstance(goal, Decides) or not self.undecided:
            return False
        return not set(self.undecided).isdisjoint(self.book.provisions[goal.provision].questions)

    def _unshown(self, tests: Iterable[SingleTest]) -> Iterator[Finding]:
        for test in tests:
            name, part, _, leaf = test
            left = [matter.holds for matter in _both_ways(test) if matter not in self.seen.tests]
            if left:
                yield unshown(self.book.provisions[name], part, leaf, left)

    def _suggestion(self, filling: Filling) -> Suggestion:
        provisions = dict.fromkeys(name for goal in filling.goals for name in _provisions(goal))
        title = ", ".join((filling.question, *provisions))
        subject = "" if filling.subject.element is None else filling.subject.element.id
        words = tuple(goal_words(self.book, self.written, goal) for goal in filling.goals)
        text = write_plan(self.book, title, filling.facts)
        return Suggestion(filling.question, subject, text, filling.words, words)


def _by_name(book: Rulebook, written: Mapping[str, tuple[Alternative, ...]]) -> Iterator[Goal]:
    """Go through all goals that a rulebook names itself, whether or not any case reaches them."""
    for name, provision in book.provisions.items():
        binding = book.documents[provision.document].binding
        yield Applies(name)
        if binding and _answers(provision):
            yield Wins(name)
        if binding and provision.relation is not None:
            yield Strikes(name, provision.relation.target)
        yield from (Takes(name, number) for number in range(len(written[name])))


def _both_ways(test: SingleTest) -> tuple[Matters, Matters]:
    name, part, place, _ = test
    return Matters(name, part, place, True), Matters(name, part, place, False)


def _answers(provision: Provision) -> bool:
    return any(isinstance(effect.said, Deontic | Decided) for effect in provision.effects)


def _provisions(goal: Goal | Matters) -> tuple[str, ...]:
    return goal.winners if isinstance(goal, Decides) else (goal.provision,)


_NO_PLAN = Plan("", "", 0, None, None, frozenset(), (), None, None, (), ())
