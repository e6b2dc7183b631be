"""The rulebook: everything its files say, resolved, typed and immutable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from msgspec import Struct

from checker.rulebook.model.conditions import Condition, Fact
from checker.rulebook.model.norms import (
    Allowance,
    Impossibility,
    KnownGap,
    OpenPoint,
    Provision,
    Question,
)
from checker.rulebook.model.sources import Document, NotEncoded, Repeal, SourceFact
from checker.rulebook.model.types import FieldType


class RecordField(Struct, frozen=True):
    """A field of a record or a fact of the plan: its names, type, and whether it may be absent."""

    names: tuple[str, ...]
    type: FieldType
    optional: bool
    decided_by: str | None

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.names[0]


class Record(Struct, frozen=True):
    """A declared record."""

    names: tuple[str, ...]
    fields: tuple[RecordField, ...]


class Ruling(Struct, frozen=True):
    """Who rules between texts of these ranks (indices of groups or, within one group, its names)."""

    ranks: tuple[str, ...]
    by: str


class Scenarios(Struct, frozen=True):
    """A stretch of YAML that stands in a literate page or a file of its own; `line` is its first line on disk."""

    file: str
    line: int
    text: str


class Header(Struct, frozen=True):
    """What `rulebook NAME { … }` says; days are ordinals; `ranks` are groups of names, highest first.

    `rolls`: a period whose last day is not worked ends on the next day that is.
    """

    name: str
    title: str | None
    version: str | None
    covers_from: int | None
    reviewed_until: int | None
    ranks: tuple[tuple[str, ...], ...]
    rulings: tuple[Ruling, ...]
    governed_by: tuple[Fact, ...]
    roles: tuple[tuple[str, ...], ...]
    timezone: str | None
    calendar: str | None
    rolls: bool


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """A whole rulebook. Mappings are by canonical name, in the order of the names; tuples by file and line.

    `facts` are the facts declared at the top of a plan, `records` the records they use; `digest` is
    `sha256:…` over its files; `scenarios` are stretches of YAML found beside the rules, not yet read; `register` is in
    the order of its file.
    """

    header: Header
    records: Mapping[str, Record]
    facts: Mapping[str, RecordField]
    documents: Mapping[str, Document]
    repeals: tuple[Repeal, ...]
    not_encoded: tuple[NotEncoded, ...]
    questions: Mapping[str, Question]
    provisions: Mapping[str, Provision]
    known_gaps: tuple[KnownGap, ...]
    open_points: tuple[OpenPoint, ...]
    impossibilities: tuple[Impossibility, ...]
    scenarios: tuple[Scenarios, ...]
    digest: str
    allowances: tuple[Allowance, ...] = ()
    register: tuple[SourceFact, ...] = ()

    def conditions(self) -> Iterator[Condition]:
        """Go through every condition that rules something, definitions unfolded; those of allowances rule nothing."""
        for provision in self.provisions.values():
            yield provision.condition
            yield from (effect.condition for effect in provision.effects)
        for question in self.questions.values():
            yield question.scope
            if question.done_when is not None:
                yield question.done_when
        yield from (document.applies_when for document in self.documents.values())
        yield from (gap.condition for gap in self.known_gaps)
        yield from (impossibility.condition for impossibility in self.impossibilities)
