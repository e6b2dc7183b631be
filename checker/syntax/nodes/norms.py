"""Nodes for questions, provisions and their effects, recorded silences and open points."""

from __future__ import annotations

from checker.syntax.nodes.sources import Citation, From, Locator, Until
from checker.syntax.nodes.terms import (
    Condition,
    Day,
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


class ForEach(Node, frozen=True):
    """`for each leg in legs`."""

    variable: Name
    list: Path


class Scope(Node, frozen=True):
    """`within C`."""

    condition: Condition


class About(Node, frozen=True):
    """`about FACT`."""

    fact: Path


class Answers(Node, frozen=True):
    """`answers TYPE`, or `collects TYPE` when `collecting`."""

    type: Type
    collecting: bool


class Silence(Node, frozen=True):
    """`silence means ANSWER`: `permitted`, `forbidden`, `not-required`, or a value."""

    answer: Path | Literal


class DoneWhen(Node, frozen=True):
    """`done when C`."""

    condition: Condition


class DoneAt(Node, frozen=True):
    """`done at FACT`."""

    fact: Path


class Choices(Node, frozen=True):
    """`choices F, G`."""

    facts: tuple[Path, ...]


class UniformAcross(Node, frozen=True):
    """`uniform across F, G`."""

    facts: tuple[Path, ...]


class Totality(Node, frozen=True):
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


class QuestionDeclaration(Node, frozen=True):
    """`question NAME "text" clauses…`; a citation says on what the meaning of silence rests."""

    naming: Naming
    title: Text | None
    clauses: tuple[QuestionClause, ...]


class By(Node, frozen=True):
    """`by ROLE`: who bears a duty."""

    role: Name


class Note(Node, frozen=True):
    """`note "…"`."""

    value: Text


Tail = By | Period | Note


class Rule(Node, frozen=True):
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


class Decide(Node, frozen=True):
    """`decide Q is V`."""

    question: Name
    value: Operand
    tails: tuple[Tail, ...]


class DecideBetween(Node, frozen=True):
    """`decide Q between LOW and HIGH [of F]`: a labelled range; `text` is how it was written, blanks single."""

    question: Name
    low: Number
    high: Number
    of: Path | None
    text: str
    tails: tuple[Tail, ...]


class Leave(Node, frozen=True):
    """`leave Q to ROLE` (discretion) or `leave Q open` (role None)."""

    question: Name
    role: Name | None
    tails: tuple[Tail, ...]


class Apply(Node, frozen=True):
    """`apply P`."""

    provision: Name


class AnyCell(Node, frozen=True):
    """`*`, which admits every value."""


class SetCell(Node, frozen=True):
    """`{ a, b }`."""

    values: tuple[Operand, ...]


class RangeCell(Node, frozen=True):
    """`a .. b`, both ends included."""

    low: Literal
    high: Literal


Cell = AnyCell | SetCell | RangeCell | Path | Literal


class TableRow(Node, frozen=True):
    """`cell, cell : answer`; the answer is a literal, a value, or a verdict word."""

    cells: tuple[Cell, ...]
    answer: Operand


class Table(Node, frozen=True):
    """`table Q by F, G [in order] { rows }`."""

    question: Name
    facts: tuple[Path, ...]
    in_order: bool
    rows: tuple[TableRow, ...]


Effect = Rule | Decide | DecideBetween | Leave | Apply | Table


class Replaces(Node, frozen=True):
    """`replaces P by D LOCATOR`."""

    provision: Name
    document: Name
    locator: Locator | None


class Reservation(Node, frozen=True):
    """`unless otherwise provided [by RANK, …]`; no rank named means any."""

    ranks: tuple[Name, ...]


class ExceptionTo(Node, frozen=True):
    """`exception to P [in Q, …]`."""

    provision: Name
    questions: tuple[Name, ...]


class ProvisoTo(Node, frozen=True):
    """`proviso to P`."""

    provision: Name


class Overrides(Node, frozen=True):
    """`overrides P because "…"`."""

    provision: Name
    because: Text


class AuthorisedBy(Node, frozen=True):
    """`authorised by D LOCATOR`."""

    document: Name
    locator: Locator | None


class Reading(Node, frozen=True):
    """`reading NAME "…"`; `reading NAME else "…"` is the way of reading that was not `chosen`."""

    name: Name
    value: Text
    chosen: bool


class When(Node, frozen=True):
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


class ProvisionDeclaration(Node, frozen=True):
    """`provision NAME "title" header clauses… effects…`."""

    naming: Naming
    title: Text | None
    clauses: tuple[HeaderClause, ...]
    effects: tuple[Effect, ...]


class Under(Node, frozen=True):
    """`under [cites D] [when C] { provisions }`; may nest."""

    clauses: tuple[HeaderClause, ...]
    provisions: tuple[ProvisionDeclaration | Under, ...]


class KnownGap(Node, frozen=True):
    """`known gap NAME in Q, … [when C] [cites …] because "…"`."""

    naming: Naming
    questions: tuple[Name, ...]
    condition: Condition | None
    cites: tuple[Citation, ...]
    because: Text


class OpenPoint(Node, frozen=True):
    """`open point NAME on P|Q because "…"`."""

    naming: Naming
    subject: Name
    because: Text


class Allowance(Node, frozen=True):
    """`allow ID on NAME, … [when C] because "…" [until DAY]`: a finding of the linter that is right where it stands.

    With `between NAME and NAME` it is `together`: the finding is about both. With a condition it is right in the cases
    in which that holds.
    """

    finding: Name
    concerns: tuple[Path, ...]
    together: bool
    condition: Condition | None
    because: Text
    until: Day | None
