"""The law as of a day: a rulebook whose questions are compiled when they are first asked."""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings import Finding, in_order
from checker.logic.case import Case, Subject
from checker.logic.days import GoverningDate
from checker.logic.judgement import Judgement
from checker.logic.precedence import Precedence
from checker.logic.question import CompiledQuestion, compile_question
from checker.logic.resolution import Resolution
from checker.logic.space import Compiled, UnitName, compile_units
from checker.logic.verdict import Verdict
from checker.logic.windows import Timeline
from checker.logic.world import Never, find_nevers
from checker.rulebook.model import Condition, Facts, Rulebook


class Law:
    """Answers questions under a rulebook, seen as of a day (an ordinal; None: with all that is known)."""

    def __init__(self, book: Rulebook, as_of: int | None = None) -> None:
        self.book = book
        self.as_of = as_of
        self.timeline = Timeline(book, as_of)
        self.precedence = Precedence(self.timeline)
        self.nevers: tuple[Never, ...] = find_nevers(book)
        self._findings: tuple[Finding, ...] | None = None
        self._worlds: dict[tuple[Never, ...], Compiled] = {}
        self._questions: dict[str, tuple[CompiledQuestion | None, tuple[Finding, ...]]] = {}

    def findings(self) -> tuple[Finding, ...]:
        """Compile every question; return what keeps any of them from being answered exactly."""
        if self._findings is None:
            found = [f for name in self.book.questions for f in self._compile(name)[1]]
            self._findings = in_order((*found, *self.precedence.findings()))
        return self._findings

    def subjects(self, question: str, facts: Facts) -> Iterator[Subject]:
        """Go through the subjects a question has in a plan: the plan, each element, or one for a missing list."""
        listed = self.book.questions[question].list
        if listed is None:
            yield Subject()
        elif listed not in facts.lists:
            yield Subject(listed)
        else:
            yield from (Subject(listed, element) for element in facts.lists[listed])

    def resolve(self, question: str, facts: Facts, subject: Subject) -> Resolution:
        """Lay a plan into the map of a question. Raises ValueError for a question that has findings."""
        compiled, findings = self._compile(question)
        if compiled is None:
            raise ValueError(findings[0].message)
        case = Case(compiled.compiled, compiled.nevers, facts, subject)
        return Resolution(self.book, compiled, self.precedence, case)

    def judge(self, question: str, facts: Facts, subject: Subject) -> Verdict:
        """Return the verdict of a question on a subject of a plan that can happen (see `impossible`)."""
        resolution = self.resolve(question, facts, subject)
        missing = subject.list if subject.is_missing else None
        return Judgement(self.book, self.precedence, resolution).verdict(missing)

    def impossible(self, facts: Facts) -> tuple[Never, ...]:
        """Return what a plan collides with when no completion of it can happen; empty when one can.

        Named are the impossibilities that each suffice alone, else all of them together.
        """
        if not self._collide(self.nevers, facts):
            return ()
        alone = tuple(n for n in self.nevers if self._collide((n,), facts))
        return alone or self.nevers

    def _collide(self, nevers: tuple[Never, ...], facts: Facts) -> bool:
        if nevers not in self._worlds:
            units: dict[UnitName, Condition] = {("never", str(i)): n.condition for i, n in enumerate(nevers)}
            self._worlds[nevers] = compile_units(units, GoverningDate(self.book.header.governed_by))
        return not Case(self._worlds[nevers], nevers, facts, Subject()).possible

    def _compile(self, question: str) -> tuple[CompiledQuestion | None, tuple[Finding, ...]]:
        if question not in self._questions:
            self._questions[question] = compile_question(self.timeline, question, self.nevers)
        return self._questions[question]
