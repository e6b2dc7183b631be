"""What the pages of an atlas show: all there is to say of each question, and of each document.

Takes a law without mistakes; gives records composed of what several uses found. What takes too much to work out is
said to be unknown. Must not know how a page is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from checker.answers.laid_out import Asked, LaidOut
from checker.answers.stating import Wanted, state
from checker.answers.table import Table, table_of
from checker.answers.timeline import ToldTimeline, timeline_told
from checker.answers.verdict_map import VerdictMap, map_of
from checker.findings import Finding
from checker.logic import Law
from checker.logic.effort import TooManyBoxesError
from checker.logic.horizon import Maps, all_maps
from checker.plan import Plan, read_plans
from checker.rulebook.model import Document, KnownGap, Locator, NotEncoded, OpenPoint, Question, Rulebook
from checker.uses.accounting import Accounts, give_account
from checker.uses.citations import Citations, Reference, ended_on, find_citations
from checker.uses.gaps import find_gaps
from checker.uses.trees import TreeProvision, find_trees

MOST_REGIONS = 3
"""So many regions of a gap stand on a page; `lexport lint` gives all of them."""

MOST_OF_A_ROW = 2
"""So many regions of a row of a decision table, and of a change in a timeline, stand on a page."""

MOST_SCENARIOS = 12
"""So many scenarios of a question are listed; the pages of rules hold all of them."""

PROVED, PARTIAL, MEANT, FOUND, UNKNOWN = "proved", "partial", "meant", "found", "unknown"


class Expected(Struct, frozen=True):
    """What a scenario expects of a question: the verdict words possible, or the answers; and where it is written."""

    plan: str
    subject: str
    words: tuple[str, ...]
    answers: tuple[str, ...]
    file: str


class QuestionPage(Struct, frozen=True):
    """A question: which others are tested, its provisions, where it has no answer, what is on record, what shows it.

    `silence` is `proved` (no gap), `partial` or `meant` (silence is none), `found` with `gap`, or `unknown`. Instead of
    a map there may be findings that say why there is none. Of its scenarios the first are listed; `further` counts the
    rest.
    """

    question: Question
    tests: tuple[str, ...]
    trees: tuple[TreeProvision, ...]
    map: VerdictMap | tuple[Finding, ...]
    timeline: ToldTimeline
    table: Table
    silence: str
    gap: Finding | None
    known_gaps: tuple[KnownGap, ...]
    points: tuple[OpenPoint, ...]
    scenarios: tuple[Expected, ...]
    further: int


class Event(Struct, frozen=True):
    """Something that happened to a document on a day, in one of the forms of `history.FORM` of the labels.

    `other` is the other document, `place` what it is about, empty for the whole, `provision` who says so.
    """

    day: int
    form: str
    other: str | None = None
    place: Locator = Locator(())
    provision: str | None = None


class DocumentPage(Struct, frozen=True):
    """A document: what it provides by question, what was left out, who names it, and its history in order."""

    document: Document
    ended: int | None
    provides: tuple[tuple[Question, tuple[TreeProvision, ...]], ...]
    left_out: tuple[NotEncoded, ...]
    known_gaps: tuple[KnownGap, ...]
    history: tuple[Event, ...]
    citations: Citations


@dataclass(frozen=True, eq=False)
class Atlas:
    """All pages of a rulebook; each is composed when it is asked for, what they share once."""

    law: Law

    @property
    def book(self) -> Rulebook:
        """The rulebook the atlas is of."""
        return self.law.book

    @cached_property
    def maps(self) -> Maps:
        """Every question over all its cases."""
        return all_maps(self.law)

    @cached_property
    def citations(self) -> Citations:
        """All documents and what they are to one another."""
        return find_citations(self.law)

    @property
    def accounts(self) -> Accounts:
        """What became of every item and of every fact of the sources."""
        return give_account(self.book)

    @cached_property
    def trees(self) -> Mapping[str, tuple[TreeProvision, ...]]:
        """The tree of each question, by name."""
        return {name: find_trees(self.law, question) for name, question in self.book.questions.items()}

    def question(self, name: str) -> QuestionPage:
        """Compose the page of a question."""
        book, question = self.book, self.book.questions[name]
        silence, gap = self._silence(question)
        cases = LaidOut(self.law, Asked(name), self.maps)
        expected = [each for each in self._expected if each[0] == name]
        return QuestionPage(
            question=question,
            tests=self._tested(name),
            trees=self.trees[name],
            map=map_of(cases),
            timeline=timeline_told(cases, Wanted(most=MOST_OF_A_ROW), shared=True),
            table=table_of(cases, MOST_OF_A_ROW),
            silence=silence,
            gap=gap,
            known_gaps=tuple(gap for gap in book.known_gaps if name in gap.questions),
            points=tuple(point for point in book.open_points if point.subject in self._subjects(name)),
            scenarios=tuple(one for _, one in expected[:MOST_SCENARIOS]),
            further=max(0, len(expected) - MOST_SCENARIOS),
        )

    def document(self, name: str) -> DocumentPage:
        """Compose the page of a document."""
        book, document = self.book, self.book.documents[name]
        provides = (
            (question, tuple(row for row in every(self.trees[question.name]) if _is_of(row, name)))
            for question in book.questions.values()
        )
        return DocumentPage(
            document=document,
            ended=ended_on(book, document),
            provides=tuple((question, rows) for question, rows in provides if rows),
            left_out=tuple(left for left in book.not_encoded if left.document == name),
            known_gaps=tuple(gap for gap in book.known_gaps if name in {cited.document for cited in gap.cites}),
            history=tuple(sorted(self._history(document), key=lambda event: event.day)),
            citations=self.citations.around(name),
        )

    @cached_property
    def _gaps(self) -> Mapping[str, Finding]:
        """The gap of each question that has one, stated."""
        found = {}
        for each in find_gaps(self.law, self.maps):
            regions = tuple(state(self.law, area, Wanted(most=MOST_REGIONS)) for area in each.areas)
            found[each.finding.concerns[0]] = replace(each.finding, span=None, help=None, regions=regions)
        return found

    def _silence(self, question: Question) -> tuple[str, Finding | None]:
        if question.silence is not None:
            return MEANT, None
        if not question.total:
            return PARTIAL, None
        gap = self._gaps.get(question.name)
        if gap is not None:
            return FOUND, gap
        return (PROVED if self._is_known(question.name) else UNKNOWN), None

    def _tested(self, name: str) -> tuple[str, ...]:
        try:
            layer = self.maps(name).question
        except TooManyBoxesError:
            return ()
        return tuple(sorted({*layer.tested, *layer.late}))

    def _is_known(self, name: str) -> bool:
        try:
            effort = self.maps(name).case.effort
        except TooManyBoxesError:
            return False
        return effort is None or "G101" not in effort.given_up

    def _subjects(self, question: str) -> frozenset[str]:
        return frozenset((question, *(row.provision.name for row in every(self.trees[question]) if row.speaks)))

    @cached_property
    def _expected(self) -> tuple[tuple[str, Expected], ...]:
        """What the scenarios of the rulebook expect, by question."""
        plans = (
            plan for part in self.book.scenarios for plan in read_plans(self.book, part.text, part.file, part.line)
        )
        return tuple(one for plan in plans for one in _expectations(plan))

    def _history(self, document: Document) -> Iterator[Event]:
        """Go through what happened to a document, and what it did to others."""
        yield from _life(document)
        for reference in self.citations.around(document.name).references:
            if reference.day is not None:
                yield _done(reference, document.name)
        for provision in self.book.provisions.values():
            if self.law.timeline.wording(provision) is document:
                cited = provision.cites[0].locator
                if provision.since is not None and provision.since > document.in_force:
                    yield Event(provision.since, "starts", None, cited, provision.name)
                if provision.until is not None and provision.until != document.until:
                    yield Event(provision.until, "stops", None, cited, provision.name)


def every(trees: Iterable[TreeProvision]) -> Iterator[TreeProvision]:
    """Go through all provisions of some trees."""
    for row in trees:
        yield row
        yield from every(row.below)


def _is_of(row: TreeProvision, document: str) -> bool:
    return row.speaks and document in (row.wording.name, row.provision.document)


def _life(document: Document) -> Iterator[Event]:
    yield Event(document.issued, "issued" if document.issued_exact else "issued.by")
    if document.in_force_latest is None:
        yield Event(document.in_force, "begins")
    else:
        yield Event(document.in_force, "begins.early")
        yield Event(document.in_force_latest, "begins.late")
    if document.until is not None:
        yield Event(document.until, "ends")


def _done(reference: Reference, document: str) -> Event:
    """Say what a repeal or a new wording is to one of its two documents."""
    passive = {"repeals": "repealed", "replaces": "replaced"}
    is_source = reference.source == document
    form = reference.form if is_source else passive[reference.form]
    other = reference.target if is_source else reference.source
    return Event(reference.day or 0, form, other, reference.place, next(iter(reference.provisions), None))


def _expectations(plan: Plan) -> Iterator[tuple[str, Expected]]:
    for expected in plan.expectations:
        words = (expected.verdict,) if expected.verdict else tuple(sorted(expected.possible or ()))
        yield expected.question, Expected(plan.title, expected.subject, words, expected.answer or (), plan.file)
