"""The law as of a day: a rulebook whose questions are compiled when they are first asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.findings import Finding, in_order
from checker.logic.case import Case
from checker.logic.compilation import Compilation
from checker.logic.days import GoverningDate
from checker.logic.deeds import Deeds
from checker.logic.effort import Effort
from checker.logic.idle import left_to_lay
from checker.logic.judgement import Judgement
from checker.logic.links import Link, answer_link, late_link
from checker.logic.needs import find_needs
from checker.logic.precedence import Precedence
from checker.logic.question import (
    CompiledQuestion,
    Layer,
    answers_of,
    compile_question,
    gather,
    never_units,
    uncompiled_allowances,
)
from checker.logic.resolution import Resolution
from checker.logic.scene import Scene, Subject
from checker.logic.space import Compiled, View, compile_units
from checker.logic.twins import Slot
from checker.logic.verdict import Verdict
from checker.logic.windows import Timeline
from checker.logic.world import Never, find_nevers
from checker.regions import Region
from checker.rulebook.calendars import Calendar
from checker.rulebook.model import Asked, Facts, Question, Rulebook, Value, leaves


class Law:
    """Answers questions under a rulebook, seen as of a day (an ordinal; None: with all that is known).

    `turned` are the readings whose other way is taken; `known` is the `compilation` of an equal law. With `apart`
    whether two facts are the same is a field of its own (see `View`): for asking of all cases, not of a plan.
    `precedence` is that of a law with the same provisions.
    """

    def __init__(
        self,
        book: Rulebook,
        as_of: int | None = None,
        turned: frozenset[str] = frozenset(),
        known: Compilation | None = None,
        *,
        apart: bool = False,
        precedence: Precedence | None = None,
    ) -> None:
        self._apart = apart
        self.book = book
        self.as_of = as_of
        self.timeline = Timeline(book, as_of, turned)
        self.calendar = Calendar(book.header.calendar, book.header.rolls)
        self._answers = known.answers if known else answers_of(book)
        self.precedence = precedence or Precedence(self.timeline, self._answers, known.included if known else None)
        self.nevers: tuple[Never, ...] = known.nevers if known else find_nevers(book)
        self._findings: tuple[Finding, ...] | None = () if known else None
        self._worlds: dict[tuple[Never, ...], Compiled] = {known.nevers: known.world} if known else {}
        self._questions: dict[str, tuple[CompiledQuestion | None, tuple[Finding, ...]]] = {}
        self._like: Law | None = None
        self._gathered: dict[str, object] = {}
        if known:
            self._questions.update((name, (compiled, ())) for name, compiled in known.questions.items())

    def again(self, as_of: int | None, turned: frozenset[str]) -> Law:
        """Give the law of the same rulebook as of another day, or read otherwise.

        A question whose conditions are the same in both is compiled once.
        """
        other = Law(self.book, as_of, turned, apart=self._apart)
        other.precedence = Precedence(other.timeline, self._answers, self.precedence.included)
        other._like = self
        return other

    def findings(self) -> tuple[Finding, ...]:
        """Compile every question; return what keeps any of them from being answered exactly."""
        if self._findings is None:
            found = [f for name in self.book.questions for f in self._compile(name)[1]]
            self._findings = in_order((*found, *self._of_the_rulebook()))
        return self._findings

    def _of_the_rulebook(self) -> tuple[Finding, ...]:
        """Return what is found of the rulebook on whatever day, however it is read."""
        if self._like is not None and not self._like.findings():
            return ()
        return (*uncompiled_allowances(self.timeline, self._answers), *self.precedence.findings())

    def compilation(self) -> Compilation | None:
        """Return all that is compiled, for a law that needs no compiling any more; none of one that has findings."""
        if self.findings():
            return None
        questions = {name: found for name in self.book.questions if (found := self._compile(name)[0]) is not None}
        return Compilation(self._answers, self.nevers, self._space(self.nevers), questions, self.precedence.included)

    def subjects(self, question: str, facts: Facts) -> Iterator[Subject]:
        """Go through the subjects a question has in a plan: the plan, each element, or one for a missing list."""
        listed = self.book.questions[question].list
        if listed is None:
            yield Subject()
        elif listed not in facts.lists:
            yield Subject(listed)
        else:
            yield from (Subject(listed, element) for element in facts.lists[listed])

    def judgement(
        self, question: str, facts: Facts, subject: Subject, effort: Effort | None = None, *, whole: bool = False
    ) -> Judgement:
        """Lay a plan that can happen into the map of a question and of those it tests (see `impossible`).

        Of provisions that cannot apply nothing is laid, unless `whole`: for asking what they lack, and of all cases.
        Raises ValueError for a question that has findings, and TooManyBoxesError where that takes more than an effort.
        """
        compiled, findings = self._compile(question)
        if compiled is None:
            raise ValueError(findings[0].message)
        scene = Scene(compiled.compiled, facts, subject, self.calendar)
        units = None if whole else left_to_lay(self.book, scene)
        case = Case(scene, compiled.nevers, effort=effort, units=units)
        resolution = self.resolved(compiled.layers, case, self.links(compiled.layers, case, facts, subject))
        missing = subject.list if subject.is_missing else None
        deed = _deed(compiled.layer.question, facts, subject)
        return Judgement(self.book, self.precedence, resolution, missing, deed)

    def arises(self, question: str, facts: Facts, subject: Subject) -> bool | tuple[str, ...]:
        """Tell whether a question is asked of a subject; where a plan does not say, the facts that would.

        A scope that tests another question, and whatever has no element yet, is taken for asked: it is to be judged.
        """
        compiled, _ = self._compile(question)
        if compiled is None or any(isinstance(leaf, Asked) for leaf in leaves(compiled.layer.question.scope)):
            return True
        scene = Scene(compiled.compiled, facts, subject, self.calendar)
        scope = (compiled.layer.key, "scope")
        boxes = scene.boxes(scope, scene.scope)
        if subject.is_missing:
            return (subject.list or "",)
        if not boxes or any(not box for box in boxes):
            return bool(boxes)
        case = Case(scene, compiled.nevers, units=frozenset({scope}))
        inside = case.both(case.possible, case.unit(scope))
        outside = () if inside == case.possible else case.without(case.possible, inside)
        if not case.happens(inside) or not case.happens(outside):
            return case.happens(inside)
        return find_needs(case, (inside, outside), (), None)[0]

    def judge(self, question: str, facts: Facts, subject: Subject) -> Verdict:
        """Return the verdict of a question on a subject of a plan that can happen (see `impossible`)."""
        return self.judgement(question, facts, subject).verdict()

    def links(self, layers: tuple[Layer, ...], case: Case, facts: Facts, subject: Subject) -> tuple[Link, ...]:
        """Narrow a case to what the questions answer that are tested in it, one after the other; say what that is."""
        links: list[Link] = []
        for layer in layers[:-1]:
            links.extend(self._linked(layers, layer, case, facts, subject))
            for link in links:
                case.narrow(link.allowed)
        return tuple(links)

    def resolved(
        self, layers: tuple[Layer, ...], case: Case, links: tuple[Link, ...], within: Region | None = None
    ) -> Resolution:
        """Give the sets of the last of some layers over a case; nothing is asked outside what is `within`."""
        return Resolution(self.book, layers[-1], self.precedence, case, links, within)

    def _linked(
        self, layers: tuple[Layer, ...], layer: Layer, case: Case, facts: Facts, subject: Subject
    ) -> Iterator[Link]:
        """Say what the answer of a tested question is, where it has one."""
        resolution = Resolution(self.book, layer, self.precedence, case)
        outcomes = Judgement(self.book, self.precedence, resolution).outcomes
        if any(layer.key in other.tested for other in layers):
            yield answer_link(case, layer.key, outcomes)
        if any(layer.key in other.late for other in layers):
            deed = _deed(layer.question, facts, subject)
            yield late_link(case, layer.key, outcomes, Deeds(resolution).late(), deed)

    def impossible(self, facts: Facts) -> tuple[Never, ...]:
        """Return what a plan collides with when no completion of it can happen; empty when one can.

        Named are the impossibilities that each suffice alone, else all of them together.
        """
        if not self._collide(self.nevers, facts):
            return ()
        alone = tuple(n for n in self.nevers if self._collide((n,), facts))
        return alone or self.nevers

    def possible(self, facts: Facts, subject: Subject, slot: Slot, values: Iterable[str]) -> tuple[str, ...]:
        """Return which values of a fact that is not known a plan can have."""
        case = self._world(self.nevers, facts, subject, slot)
        possible: dict[Region, bool] = {}
        held = {value: case.classes_of(slot, frozenset({value})) for value in values}
        for here in held.values():
            if here not in possible:
                possible[here] = case.meets(case.possible, here)
        return tuple(value for value, here in held.items() if possible[here])

    def _collide(self, nevers: tuple[Never, ...], facts: Facts) -> bool:
        case = self._world(nevers, facts, Subject())
        return not case.happens(case.possible)

    def _world(self, nevers: tuple[Never, ...], facts: Facts, subject: Subject, fact: Slot | None = None) -> Case:
        """Lay a plan into what cannot happen alone; `fact` is one that will be asked about."""
        return Case(Scene(self._space(nevers), facts, subject, self.calendar), nevers, fact=fact)

    def _space(self, nevers: tuple[Never, ...]) -> Compiled:
        if nevers not in self._worlds:
            world = GoverningDate(self.book.header.governed_by)
            self._worlds[nevers] = compile_units(dict(never_units(nevers)), View(lambda _: world, self._answers))
        return self._worlds[nevers]

    def _compile(self, question: str) -> tuple[CompiledQuestion | None, tuple[Finding, ...]]:
        if question not in self._questions:
            like = self._like
            if like is not None and like._conditions(question) == self._conditions(question):
                self._questions[question] = like._compile(question)
            else:
                self._questions[question] = compile_question(
                    self.timeline, question, self.nevers, self._answers, self._apart
                )
        return self._questions[question]

    def _conditions(self, question: str) -> object:
        """Return all that the map of a question is made of, as far as it hangs on the day and on readings."""
        if question not in self._gathered:
            layers, units = gather(self.timeline, question, self._apart)
            self._gathered[question] = [(layer.key, layer.existing) for layer in layers], units
        return self._gathered[question]


def _deed(question: Question, facts: Facts, subject: Subject) -> Value | None:
    """Return when the deed of a question was done, as far as the plan says."""
    fact = question.done_at
    if fact is None:
        return None
    own = {} if subject.element is None else subject.element.values
    return (facts.values if fact.list is None else own).get(fact.path)
