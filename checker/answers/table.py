"""A question as a decision table: every case it is asked of, in rows of one verdict and one set of provisions.

Takes a law and a question; gives records of plain data for every report. A row's cases are stated as maximal boxes in
the author's words; together the rows are all that is asked, and no case is in two of them. What was not worked out is
named by the bound that was met.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from checker.answers.laid_out import Asked, LaidOut
from checker.answers.speaking import in_question
from checker.answers.stating import Wanted, state
from checker.findings import Regions, Span
from checker.logic import Law, Resolution
from checker.logic.area import Area
from checker.logic.decisions import Decision, Held
from checker.logic.effort import TooManyBoxesError
from checker.logic.limits import Limits
from checker.logic.world import scalar_facts
from checker.rulebook.model import Citation, Rulebook
from checker.uses.tables import Part


class Cited(Struct, frozen=True):
    """A place in a document that a provision rests on."""

    document: str
    title: str | None
    number: str | None
    locator: str
    standing: str


class Speaker(Struct, frozen=True):
    """A provision or a known gap of the table: its name, what it is called, what it cites, where it is written."""

    kind: str
    name: str
    title: str | None
    cites: tuple[Cited, ...]
    at: str


class Row(Struct, frozen=True):
    """Cases with one verdict for one set of reasons; several decisions are an open verdict.

    `provisions` win, clash or leave the case to somebody; `gaps` are the known gaps that put a silence on record.
    """

    held: Held
    provisions: tuple[str, ...]
    gaps: tuple[str, ...]
    regions: Regions

    @property
    def decision(self) -> Decision:
        """What is decided; of an open verdict that it is open."""
        return self.held[0] if len(self.held) == 1 else Decision("open")


class Table(Struct, frozen=True):
    """A question as rows; `columns` are the facts that limit any of them, in the order in which a region names them.

    `cases` are all that is asked, None where that is no finite number. `bounds` names the bound that was met where the
    rows could not be worked out at all.
    """

    rulebook: str
    version: str | None
    digest: str
    asked: Asked
    title: str | None
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    speakers: tuple[Speaker, ...]
    cases: int | None = None
    bounds: tuple[str, ...] = ()


def tabulate(law: Law, asked: Asked, most: int | None = Wanted().most) -> Table:
    """Make the table of a question, with at most so many boxes of each row (None: all)."""
    return table_of(LaidOut(law, asked), most)


def table_of(cases: LaidOut, most: int | None) -> Table:
    """Make the table of a question that is laid out."""
    law, asked = cases.law, cases.asked
    book, question = law.book, law.book.questions[asked.question]
    header = book.header
    rows: tuple[Row, ...] = ()
    columns: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    try:
        resolution = cases.begun()
        rows = tuple(_row(law, resolution, part, most) for part in cases.parts)
        columns = _columns(book, resolution, rows)
    except TooManyBoxesError:
        bounds = ("boxes",)
    return Table(
        rulebook=header.name,
        version=header.version,
        digest=book.digest,
        asked=asked,
        title=question.title,
        columns=columns,
        rows=rows,
        speakers=speakers(
            book,
            dict.fromkeys(name for row in rows for name in row.provisions),
            dict.fromkeys(name for row in rows for name in row.gaps),
        ),
        cases=next((row.regions.of for row in rows if row.regions.of is not None), None),
        bounds=bounds,
    )


def _row(law: Law, resolution: Resolution, part: Part, most: int | None) -> Row:
    word = part.held[0].word if len(part.held) == 1 else None
    regions = state(law, Area(resolution, part.region, word), Wanted(most=most))
    return Row(part.held, part.winners, part.gaps, regions)


def _columns(book: Rulebook, resolution: Resolution, rows: Iterable[Row]) -> tuple[str, ...]:
    """Give what limits any box, facts in the order in which the rulebook has them, then the rest as it occurs."""
    labels = dict.fromkeys(each.label for row in rows for box in row.regions.shown for each in box.limits)
    question, limits = resolution.question.question, Limits(book, resolution.case)
    declared = [in_question(fact.label, question, limits) for fact in scalar_facts(book)]
    order = {label: number for number, label in reversed(list(enumerate(declared)))}
    return tuple(sorted(labels, key=lambda label: order.get(label, len(declared))))


def speakers(book: Rulebook, provisions: Iterable[str], gaps: Iterable[str]) -> tuple[Speaker, ...]:
    """Say of provisions and known gaps what they are called, what they cite and where they are written."""
    known = {gap.name: gap for gap in book.known_gaps}
    return (
        *(_provision(book, name) for name in provisions),
        *(
            Speaker("known-gap", name, known[name].because, _cited(book, known[name].cites), _at(known[name].span))
            for name in gaps
        ),
    )


def _provision(book: Rulebook, name: str) -> Speaker:
    provision = book.provisions[name]
    return Speaker("provision", name, provision.title, _cited(book, provision.cites), _at(provision.span))


def _cited(book: Rulebook, cites: Iterable[Citation]) -> tuple[Cited, ...]:
    documents = book.documents
    return tuple(
        Cited(
            cite.document,
            documents[cite.document].title,
            documents[cite.document].number,
            cite.locator.text,
            cite.standing,
        )
        for cite in cites
    )


def _at(span: Span) -> str:
    return f"{span.file}:{span.line}"
