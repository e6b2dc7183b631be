"""Which of some plans get another verdict: asked under both laws, or on both days.

Takes the texts of plan files; gives the plans that are hit, and the findings of those that cannot be asked. A plan
keeps its own `as_of` and readings. Must not know which regions changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from checker.answers.diff_sides import Pair, on_day
from checker.answers.diff_stating import decision_text
from checker.answers.periods import value_of
from checker.answers.plans import missing_plan, read_plan_file
from checker.answers.run import Laws
from checker.findings import Finding
from checker.logic import Law, Subject
from checker.logic.decisions import Held, decided
from checker.plan import Plan
from checker.rulebook.model import ABSENT, Facts

IMPOSSIBLE = "impossible"
UNKNOWN = "unknown"
"""What is decided of a plan that cannot happen, and of one that speaks of what a rulebook does not know."""


class OtherVerdict(Struct, frozen=True):
    """What one question gave and gives of a subject; each of `before` and `after` may be several decisions."""

    question: str
    subject: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class PlanHit(Struct, frozen=True):
    """A plan with other verdicts; `line` is where it begins in its file."""

    plan: str
    file: str
    line: int
    verdicts: tuple[OtherVerdict, ...]


class PlansHit(Struct, frozen=True):
    """The plans that get another verdict, out of `asked`; `findings` are of plans that could not be asked."""

    asked: int
    hit: tuple[PlanHit, ...]
    findings: tuple[Finding, ...] = ()


class PlanFile(Struct, frozen=True):
    """A file of plans; `named`: it was named itself, and has to hold one."""

    file: str
    text: str
    named: bool


def hit_plans(pair: Pair, files: Iterable[PlanFile], questions: Iterable[str]) -> PlansHit:
    """Ask questions of the plans of files under both laws."""
    asking = _Asking(pair, tuple(questions))
    hit: list[PlanHit] = []
    findings: list[Finding] = []
    asked = 0
    for file in files:
        later = read_plan_file(pair.after.book, file.file, file.text)
        if not later and file.named:
            findings.extend(missing_plan(file.file).findings)
        for before, after in zip(read_plan_file(pair.before.book, file.file, file.text), later, strict=True):
            if after.facts is None:
                findings.extend(after.findings)
                continue
            asked += 1
            if verdicts := tuple(asking.otherwise(before, after)):
                hit.append(PlanHit(after.title, after.file, after.line, verdicts))
    return PlansHit(asked, tuple(hit), tuple(findings))


class _Asking:
    """Asks plans under the laws they are to be judged by, and compares."""

    def __init__(self, pair: Pair, questions: tuple[str, ...]) -> None:
        self._pair, self._questions = pair, questions
        self._sides = tuple(Laws(law.book, known=law) for law in (pair.before, pair.after))

    def otherwise(self, before: Plan, after: Plan) -> Iterator[OtherVerdict]:
        """Go through what is decided otherwise of a plan as the earlier and as the later rulebook reads it."""
        days = self._pair.days or (None, None)
        was = self._decisions(self._sides[0].of(before), before, days[0])
        now = self._decisions(self._sides[1].of(after), after, days[1])
        for question in self._questions:
            sides = (was(question), now(question))
            for subject in dict.fromkeys((*sides[0], *sides[1])):
                one, other = (side.get(subject, (UNKNOWN,)) for side in sides)
                if one != other:
                    yield OtherVerdict(question, subject, one, other)

    @staticmethod
    def _decisions(law: Law, plan: Plan, day: int | None) -> Callable[[str], dict[str, tuple[str, ...]]]:
        """Give what a question decides of each subject of a plan."""
        facts = plan.facts

        def decisions(question: str) -> dict[str, tuple[str, ...]]:
            if facts is None:
                return {}
            subjects = {subject.name: subject for subject in law.subjects(question, facts)}
            return {name: _decided(law, question, facts, subject, day) for name, subject in subjects.items()}

        return decisions


def _decided(law: Law, question: str, facts: Facts, subject: Subject, day: int | None) -> tuple[str, ...]:
    if day is not None:
        facts, subject = _dated(law, question, facts, subject, day)
    if law.impossible(facts):
        return (IMPOSSIBLE,)
    resolution = law.judgement(question, facts, subject).resolution
    cells: Iterable[Held] = decided(law.book, law.precedence, resolution)
    return tuple(decision_text(decision) for decision in sorted({each for held in cells for each in held}))


def _dated(law: Law, question: str, facts: Facts, subject: Subject, day: int) -> tuple[Facts, Subject]:
    """Date a plan by its governing date: the first that it does not say is absent."""
    for fact in law.book.questions[question].governed_by:
        if value_of(fact, facts, subject) is not ABSENT:
            return on_day(facts, subject, fact, day)
    return facts, subject
