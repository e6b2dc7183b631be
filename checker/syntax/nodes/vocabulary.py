"""Nodes of the vocabulary: the rulebook header, types, records, facts, code tables, definitions, impossibilities."""

from __future__ import annotations

from dataclasses import dataclass

from checker.syntax.nodes.sources import Citation
from checker.syntax.nodes.terms import (
    Condition,
    Day,
    Name,
    Naming,
    Node,
    Number,
    Operand,
    Path,
    Text,
)


@dataclass(frozen=True, slots=True)
class Version(Node):
    """`version 1`, as written."""

    text: str


@dataclass(frozen=True, slots=True)
class CoversFrom(Node):
    """`covers from DAY`."""

    day: Day


@dataclass(frozen=True, slots=True)
class ReviewedUntil(Node):
    """`reviewed until DAY`, the last day looked at."""

    day: Day


@dataclass(frozen=True, slots=True)
class Ranks(Node):
    """`ranks a > b = c > d`: groups from the highest down, the members of a group are of one rank."""

    groups: tuple[tuple[Name, ...], ...]


@dataclass(frozen=True, slots=True)
class Ruling(Node):
    """`ruling RANK, RANK by BODY`."""

    ranks: tuple[Name, ...]
    by: Name


@dataclass(frozen=True, slots=True)
class GovernedBy(Node):
    """`governed by FACT else FACT …`, first choice first."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Roles(Node):
    """`roles a, b`."""

    roles: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class Timezone(Node):
    """`timezone "+08:00"`."""

    value: Text


@dataclass(frozen=True, slots=True)
class Calendar(Node):
    """`calendar "CN"`."""

    value: Text


@dataclass(frozen=True, slots=True)
class PeriodCounts(Node):
    """`period counts from X [rolls Y]`."""

    start: Name
    rolls: Name | None


RulebookClause = (
    Version | CoversFrom | ReviewedUntil | Ranks | Ruling | GovernedBy | Roles | Timezone | Calendar | PeriodCounts
)


@dataclass(frozen=True, slots=True)
class RulebookHeader(Node):
    """`rulebook NAME "title" { … }`."""

    name: Naming
    title: Text | None
    clauses: tuple[RulebookClause, ...]


@dataclass(frozen=True, slots=True)
class ValueDeclaration(Node):
    """A value of a list or level that exists from a day and until another (the first without it)."""

    naming: Naming
    since: Day | None
    until: Day | None


@dataclass(frozen=True, slots=True)
class NamedType(Node):
    """A declared type, by name: kinds, levels, codes or a record."""

    name: Name


@dataclass(frozen=True, slots=True)
class BuiltinType(Node):
    """`boolean integer decimal money percent date datetime duration hs text`.

    `digits` and `unit` belong to `decimal(n) UNIT` and `money CUR`; `low` and `high` to a range `0..N`.
    """

    kind: str
    digits: Number | None = None
    unit: str | None = None
    low: Number | None = None
    high: Number | None = None


@dataclass(frozen=True, slots=True)
class EnumerationType(Node):
    """`one of { … }`."""

    values: tuple[ValueDeclaration, ...]


@dataclass(frozen=True, slots=True)
class ListType(Node):
    """`list of RECORD`."""

    record: Name


Type = NamedType | BuiltinType | EnumerationType | ListType


@dataclass(frozen=True, slots=True)
class FieldDeclaration(Node):
    """A field of a record, or an attribute of a code table (only there `dated`)."""

    naming: Naming
    type: Type
    optional: bool
    decided_by: Name | None
    dated: bool


@dataclass(frozen=True, slots=True)
class CodesDeclaration(Node):
    """`codes NAME from "FILE" [open|closed] { … }`; `closed` is None when neither word is written."""

    naming: Naming
    file: Text
    closed: bool | None
    attributes: tuple[FieldDeclaration, ...]


@dataclass(frozen=True, slots=True)
class KindNode(Node):
    """A node of a kinds tree with what lies directly below it."""

    value: ValueDeclaration
    below: tuple[KindNode, ...]


@dataclass(frozen=True, slots=True)
class KindsDeclaration(Node):
    """`kinds NAME { … }`."""

    naming: Naming
    roots: tuple[KindNode, ...]


@dataclass(frozen=True, slots=True)
class LevelsDeclaration(Node):
    """`levels NAME { low < … < high }`, lowest first."""

    naming: Naming
    values: tuple[ValueDeclaration, ...]


@dataclass(frozen=True, slots=True)
class RecordDeclaration(Node):
    """`record NAME { … }`."""

    naming: Naming
    fields: tuple[FieldDeclaration, ...]


@dataclass(frozen=True, slots=True)
class FactDeclaration(Node):
    """`fact NAME : TYPE [optional] [decided by ROLE]`."""

    naming: Naming
    type: Type
    optional: bool
    decided_by: Name | None


@dataclass(frozen=True, slots=True)
class Definition(Node):
    """`define NAME = …` or `define RECORD.NAME = …`; the body is a condition or, for a number, an operand."""

    record: Name | None
    naming: Naming
    body: Condition | Operand


@dataclass(frozen=True, slots=True)
class Never(Node):
    """`never C because "…" [cites …]`."""

    condition: Condition
    because: Text
    cites: tuple[Citation, ...]
