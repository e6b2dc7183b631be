"""Nodes for questions, provisions and their effects, recorded silences and open points."""

from __future__ import annotations

from dataclasses import dataclass

from checker.syntax.nodes.sources import Citation, From, Locator, Until
from checker.syntax.nodes.terms import (
    Condition,
    Literal,
    Name,
    Naming,
    Node,
    Number,
    Operand,
    Path,
    Period,
    Text,
)
from checker.syntax.nodes.vocabulary import GovernedBy, Type


@dataclass(frozen=True, slots=True)
class ForEach(Node):
    """`for each leg in legs`."""

    variable: Name
    list: Path


@dataclass(frozen=True, slots=True)
class Scope(Node):
    """`within C`."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class About(Node):
    """`about FACT`."""

    fact: Path


@dataclass(frozen=True, slots=True)
class Answers(Node):
    """`answers TYPE`, or `collects TYPE` when `collecting`."""

    type: Type
    collecting: bool


@dataclass(frozen=True, slots=True)
class Silence(Node):
    """`silence means ANSWER`: `permitted`, `forbidden`, `not-required`, or a value."""

    answer: Path | Literal


@dataclass(frozen=True, slots=True)
class DoneWhen(Node):
    """`done when C`."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class DoneAt(Node):
    """`done at FACT`."""

    fact: Path


@dataclass(frozen=True, slots=True)
class Choices(Node):
    """`choices F, G`."""

    facts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class UniformAcross(Node):
    """`uniform across F, G`."""

    facts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Totality(Node):
    """`total` or `partial`."""

    total: bool


QuestionClause = (
    ForEach
    | Scope
    | About
    | Answers
    | GovernedBy
    | Silence
    | DoneWhen
    | DoneAt
    | Choices
    | UniformAcross
    | Totality
    | Citation
)


@dataclass(frozen=True, slots=True)
class QuestionDeclaration(Node):
    """`question NAME "text" clauses…`; a citation says on what the meaning of silence rests."""

    naming: Naming
    title: Text | None
    clauses: tuple[QuestionClause, ...]


@dataclass(frozen=True, slots=True)
class By(Node):
    """`by ROLE`: who bears a duty."""

    role: Name


@dataclass(frozen=True, slots=True)
class Note(Node):
    """`note "…"`."""

    value: Text


Tail = By | Period | Note


@dataclass(frozen=True, slots=True)
class Rule(Node):
    """`permit|forbid|require|exempt Q …`.

    At most one of: `only_if` (`only if C`), `values` (`in { … }`, exclusive when `only in`), `value` (`is V`).
    """

    modality: str
    question: Name
    only_if: Condition | None
    values: tuple[Operand, ...] | None
    exclusive: bool
    value: Operand | None
    tails: tuple[Tail, ...]


@dataclass(frozen=True, slots=True)
class Decide(Node):
    """`decide Q is V`."""

    question: Name
    value: Operand
    tails: tuple[Tail, ...]


@dataclass(frozen=True, slots=True)
class DecideBetween(Node):
    """`decide Q between LOW and HIGH [of F]`: a labelled range; `text` is how it was written, blanks single."""

    question: Name
    low: Number
    high: Number
    of: Path | None
    text: str
    tails: tuple[Tail, ...]


@dataclass(frozen=True, slots=True)
class Leave(Node):
    """`leave Q to ROLE` (discretion) or `leave Q open` (role None)."""

    question: Name
    role: Name | None
    tails: tuple[Tail, ...]


@dataclass(frozen=True, slots=True)
class Apply(Node):
    """`apply P`."""

    provision: Name


@dataclass(frozen=True, slots=True)
class AnyCell(Node):
    """`*`, which admits every value."""


@dataclass(frozen=True, slots=True)
class SetCell(Node):
    """`{ a, b }`."""

    values: tuple[Operand, ...]


@dataclass(frozen=True, slots=True)
class RangeCell(Node):
    """`a .. b`, both ends included."""

    low: Literal
    high: Literal


Cell = AnyCell | SetCell | RangeCell | Path | Literal


@dataclass(frozen=True, slots=True)
class TableRow(Node):
    """`cell, cell : answer`; the answer is a literal, a value, or a verdict word."""

    cells: tuple[Cell, ...]
    answer: Operand


@dataclass(frozen=True, slots=True)
class Table(Node):
    """`table Q by F, G [in order] { rows }`."""

    question: Name
    facts: tuple[Path, ...]
    in_order: bool
    rows: tuple[TableRow, ...]


Effect = Rule | Decide | DecideBetween | Leave | Apply | Table


@dataclass(frozen=True, slots=True)
class Replaces(Node):
    """`replaces P by D LOCATOR`."""

    provision: Name
    document: Name
    locator: Locator | None


@dataclass(frozen=True, slots=True)
class Reservation(Node):
    """`unless otherwise provided [by RANK, …]`; no rank named means any."""

    ranks: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class ExceptionTo(Node):
    """`exception to P [in Q, …]`."""

    provision: Name
    questions: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class ProvisoTo(Node):
    """`proviso to P`."""

    provision: Name


@dataclass(frozen=True, slots=True)
class Overrides(Node):
    """`overrides P because "…"`."""

    provision: Name
    because: Text


@dataclass(frozen=True, slots=True)
class AuthorisedBy(Node):
    """`authorised by D LOCATOR`."""

    document: Name
    locator: Locator | None


@dataclass(frozen=True, slots=True)
class Reading(Node):
    """`reading NAME "…"`; `reading NAME else "…"` is the way of reading that was not `chosen`."""

    name: Name
    value: Text
    chosen: bool


@dataclass(frozen=True, slots=True)
class When(Node):
    """`when C`."""

    condition: Condition


HeaderClause = (
    Citation
    | From
    | Until
    | Replaces
    | Reservation
    | ExceptionTo
    | ProvisoTo
    | Overrides
    | AuthorisedBy
    | Reading
    | When
)


@dataclass(frozen=True, slots=True)
class ProvisionDeclaration(Node):
    """`provision NAME "title" header clauses… effects…`."""

    naming: Naming
    title: Text | None
    clauses: tuple[HeaderClause, ...]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Under(Node):
    """`under [cites D] [when C] { provisions }`; may nest."""

    clauses: tuple[HeaderClause, ...]
    provisions: tuple[ProvisionDeclaration | Under, ...]


@dataclass(frozen=True, slots=True)
class KnownGap(Node):
    """`known gap NAME in Q, … [when C] [cites …] because "…"`."""

    naming: Naming
    questions: tuple[Name, ...]
    condition: Condition | None
    cites: tuple[Citation, ...]
    because: Text


@dataclass(frozen=True, slots=True)
class OpenPoint(Node):
    """`open point NAME on P|Q because "…"`."""

    naming: Naming
    subject: Name
    because: Text
