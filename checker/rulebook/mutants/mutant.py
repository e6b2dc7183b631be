"""What a mutant is: the operator, the place, the words before and after, and what it puts in place of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import astuple

from checker.findings import Message, Span, Spelled, say
from checker.rulebook.model import Document, Header, Provision, Question, Repeal, Rulebook

OPERATORS = (
    "drop-exception",
    "drop-proviso",
    "drop-conjunct",
    "drop-disjunct",
    "negate",
    "move-date",
    "swap-strictness",
    "change-set",
    "flip-effect",
    "swap-ranks",
    "drop-reservation",
)
"""The kinds of slips, in the order they are told."""

NOTHING = say("nothing")

Words = Message | Spelled | str
"""What stands in a rulebook: a text of the rule language, or words about it."""


class Replacement(Struct, frozen=True):
    """What stands in a mutant in place of what has the same name; None leaves the header or the repeals alone."""

    provisions: tuple[Provision, ...] = ()
    documents: tuple[Document, ...] = ()
    questions: tuple[Question, ...] = ()
    repeals: tuple[Repeal, ...] | None = None
    header: Header | None = None


class Slip(Struct, frozen=True):
    """A change by one operator; `kind` is provision, document, question or rulebook, and `name` what it is called."""

    operator: str
    kind: str
    name: str
    span: Span | None
    before: Words
    after: Words
    change: Replacement
    compares: bool = False


class Mutant(Struct, frozen=True):
    """A slip under a name of its own: operator, provision or the like, place, and a number where several share these.

    `compares`: it changes when a provision applies, or the ranks, by which provisions are compared with one another.
    """

    id: str
    operator: str
    kind: str
    name: str
    span: Span | None
    before: Words
    after: Words
    change: Replacement
    compares: bool


def named(slips: Iterable[Slip]) -> Iterator[Mutant]:
    """Give slips their names; the same slips get the same names."""
    numbers: dict[str, int] = {}
    for slip in slips:
        place = "" if slip.span is None else f":{slip.span.line}:{slip.span.column}"
        stem = f"{slip.operator}:{slip.name}{place}"
        numbers[stem] = numbers.get(stem, 0) + 1
        id_ = stem if numbers[stem] == 1 else f"{stem}:{numbers[stem]}"
        yield Mutant(id_, *astuple(slip))


def changed(book: Rulebook, change: Replacement) -> Rulebook:
    """Return a rulebook with a change made in it."""
    return replace(
        book,
        header=change.header or book.header,
        documents=MappingProxyType({**book.documents, **{each.name: each for each in change.documents}}),
        provisions=MappingProxyType({**book.provisions, **{each.name: each for each in change.provisions}}),
        questions=MappingProxyType({**book.questions, **{each.name: each for each in change.questions}}),
        repeals=book.repeals if change.repeals is None else change.repeals,
    )
