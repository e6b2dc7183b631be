"""What scenarios reach, against every case tried one by one; and what is suggested, filled in and counted again.

Figures must equal those counted from what the oracle says of each case. Which single tests matter is asked of the
oracle as well, and of a law whose text has the test negated; there the texts keep what they are worth against one
another. Each suggestion must reach what nothing before it does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checker.answers.coverage import Coverage, cover
from checker.answers.run import Laws
from checker.findings import Span
from checker.logic import Law, Subject
from checker.logic.decisions import Held, decided
from checker.plan import Expectation, Plan, read_plans
from checker.reports.coverage_scenarios import suggested_files
from checker.rulebook import load_texts
from checker.rulebook.model import Rulebook
from checker.syntax import parse_rules
from checker.uses.coverage.alternatives import alternatives
from tests import coverage_recount
from tests.analyses_cases import Case, Tried
from tests.analyses_rulebooks import rulebooks
from tests.coverage_recount import singles_in, with_part, with_turned
from tests.strategies import Source

EXAMPLES = 100
MOST_SCENARIOS = 8
SEEN: Counter[str] = Counter()
KINDS = ("applies", "wins", "strikes", "branches", "regions")


class Counted:
    """One rulebook with some of its cases as scenarios, both ways."""

    def __init__(self, source: Source, data: st.DataObject) -> None:
        book, findings = load_texts(dict(source.files))
        assert book is not None, (source.text, [str(finding.message) for finding in findings])
        self.source, self.book, self.law, self.tried = source, book, Law(book), Tried(book)
        rules = [(text, name) for name, text in source.files if name.endswith(".rules")]
        self.statements = tuple(each for text, name in rules for each in parse_rules(text, name)[0])
        self.written = alternatives(book, self.statements)
        said = [(name, case) for name in book.questions for case in self.tried.asked(name) if _can_be_written(case)]
        numbers = data.draw(_some(len(said)))
        self.scenarios = [said[number] for number in sorted(numbers)]
        self.plans = [_plan(name, case) for name, case in self.scenarios]
        self.coverage = self.covered(self.plans)

    def covered(self, plans: list[Plan], *, suggest: bool = False) -> Coverage:
        return cover(Laws(self.book, known=self.law), self.statements, plans, suggest=suggest)

    def figures(self) -> list[tuple[int, int]]:
        """Count what is reached and what there is to reach, from the oracle alone."""
        reached: dict[str, set[object]] = {kind: set() for kind in KINDS}
        every: dict[str, set[object]] = {kind: set() for kind in KINDS}
        for name in self.book.questions:
            mine = [case for question, case in self.scenarios if question == name]
            for found, cases in ((reached, mine), (every, self.tried.asked(name))):
                sets = coverage_recount.counted(self.tried, self.written, name, cases)
                for kind in KINDS:
                    found[kind] |= sets[kind]
        for kind in KINDS:
            SEEN[kind] += bool(reached[kind])
            SEEN["partly"] += bool(reached[kind]) and reached[kind] < every[kind]
        return [(len(reached[kind]), len(every[kind])) for kind in KINDS]

    def reached_provisions(self) -> set[str]:
        """Name the provisions that apply in some case; of others no single test is counted."""
        told = (case.told for name in self.book.questions for case in self.tried.asked(name))
        return {name for each in told if each is not None for name in each.applicable}

    def outcomes_by_oracle(self) -> set[tuple[str, int, int, bool]]:
        return {each for name, case in self.scenarios for each in coverage_recount.mattering(self.tried, case, name)}

    def outcomes_by_law(self) -> set[tuple[str, int, int, bool]]:
        """Ask each scenario of the law of every text in which one test is negated."""
        found = set()
        for name, provision in self.book.provisions.items():
            for part, conjunct in enumerate(provision.conjuncts):
                for place, test in enumerate(singles_in(conjunct.condition)):
                    text = with_part(self.book, name, part, with_turned(conjunct.condition, place))
                    law = Law(text, precedence=self.law.precedence)
                    for question, case in self.scenarios:
                        subject = _subject(self.book, question, case)
                        if _held(law, question, case, subject) != _held(self.law, question, case, subject):
                            found.add((name, part, place, case.world.holds(test, case.env, lambda: None)))
        return found

    def suggested(self) -> Iterator[tuple[Coverage, Coverage]]:
        """Go through what is covered before and after each suggestion, filled in as a person would."""
        plans, before = list(self.plans), self.coverage
        for file in suggested_files(self.covered(plans, suggest=True).suggestions, "en"):
            (plan,) = read_plans(self.book, file.text.replace("# expect:", "expect:").replace("VERDICT", "gap"), "s", 1)
            assert not plan.findings, (file.text, plan.findings)
            plans.append(plan)
            after = self.covered(plans)
            yield before, after
            before = after


def _some(count: int) -> st.SearchStrategy[set[int]]:
    """Draw some of the numbers below a count."""
    most = min(count, MOST_SCENARIOS)
    return st.sets(st.integers(0, max(0, count - 1)), min_size=most // 2, max_size=most)


def _can_be_written(case: Case) -> bool:
    """Tell whether a plan can say all about a case."""
    return not case.hidden and not case.open and None not in case.replies.values()


def _subject(book: Rulebook, question: str, case: Case) -> Subject:
    listed = book.questions[question].list
    return Subject() if listed is None else Subject(listed, case.facts.lists[listed][0])


def _plan(question: str, case: Case) -> Plan:
    subject = case.env[0].id if case.env else "plan"
    here = Span("s", 1, 1, 1, 1)
    nothing_said = (None, None, None, None, None, None, None, None, None, None, None)
    expected = Expectation(question, subject, *nothing_said, here)
    return Plan("s", "s", 1, case.facts, None, frozenset(), (expected,), None, None, (), ())


def _held(law: Law, question: str, case: Case, subject: Subject) -> frozenset[Held]:
    return frozenset(decided(law.book, law.precedence, law.judgement(question, case.facts, subject).resolution))


@given(rulebooks(), st.data())
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
def compare(source: Source, data: st.DataObject) -> None:
    counted = Counted(source, data)
    found = counted.coverage
    assert [(figure.reached, figure.all) for figure in found.figures] == counted.figures(), source.text
    reached = counted.reached_provisions()
    by_law = {each for each in counted.outcomes_by_law() if each[0] in reached}
    assert found.outcomes.reached == len(by_law), source.text
    if not counted.tried.tests:
        assert {each for each in counted.outcomes_by_oracle() if each[0] in reached} == by_law, source.text
    SEEN["outcomes"] += bool(by_law)
    after = found
    for before, after in counted.suggested():
        assert (after.total.reached, after.outcomes.reached) > (before.total.reached, before.outcomes.reached)
        SEEN["suggestion"] += 1
    assert len(after.missed) == counted.covered(counted.plans, suggest=True).unsuggested, source.text


def test_figures_and_suggestions_equal_a_naive_recount() -> None:
    compare()
    assert all(SEEN[what] >= 3 for what in (*KINDS, "partly", "outcomes", "suggestion")), SEEN
