"""Nodes of the vocabulary: the rulebook header, types, records, facts, code tables, definitions, impossibilities."""

from __future__ import annotations

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


class Version(Node, frozen=True):
    """`version 1`, as written."""

    text: str


class CoversFrom(Node, frozen=True):
    """`covers from DAY`."""

    day: Day


class ReviewedUntil(Node, frozen=True):
    """`reviewed until DAY`, the last day looked at."""

    day: Day


class Ranks(Node, frozen=True):
    """`ranks a > b = c > d`: groups from the highest down, the members of a group are of one rank."""

    groups: tuple[tuple[Name, ...], ...]


class Ruling(Node, frozen=True):
    """`ruling RANK, RANK by BODY`."""

    ranks: tuple[Name, ...]
    by: Name


class GovernedBy(Node, frozen=True):
    """`governed by FACT else FACT …`, first choice first."""

    paths: tuple[Path, ...]


class Roles(Node, frozen=True):
    """`roles a, b`."""

    roles: tuple[Naming, ...]


class Timezone(Node, frozen=True):
    """`timezone "+08:00"`."""

    value: Text


class Calendar(Node, frozen=True):
    """`calendar "CN"`."""

    value: Text


class PeriodCounts(Node, frozen=True):
    """`period counts from X [rolls Y]`."""

    start: Name
    rolls: Name | None


RulebookClause = (
    Version | CoversFrom | ReviewedUntil | Ranks | Ruling | GovernedBy | Roles | Timezone | Calendar | PeriodCounts
)


class RulebookHeader(Node, frozen=True):
    """`rulebook NAME "title" { … }`."""

    name: Naming
    title: Text | None
    clauses: tuple[RulebookClause, ...]


class ValueDeclaration(Node, frozen=True):
    """A value of a list or level that exists from a day and until another (the first without it)."""

    naming: Naming
    since: Day | None
    until: Day | None


class NamedType(Node, frozen=True):
    """A declared type, by name: kinds, levels, codes or a record."""

    name: Name


class BuiltinType(Node, frozen=True):
    """`boolean integer decimal money percent date datetime duration hs text`.

    `digits` and `unit` belong to `decimal(n) UNIT` and `money CUR`; `low` and `high` to a range `0..N`.
    """

    kind: str
    digits: Number | None = None
    unit: str | None = None
    low: Number | None = None
    high: Number | None = None


class EnumerationType(Node, frozen=True):
    """`one of { … }`."""

    values: tuple[ValueDeclaration, ...]


class ListType(Node, frozen=True):
    """`list of RECORD`."""

    record: Name


Type = NamedType | BuiltinType | EnumerationType | ListType


class FieldDeclaration(Node, frozen=True):
    """A field of a record, or an attribute of a code table (only there `dated`)."""

    naming: Naming
    type: Type
    optional: bool
    decided_by: Name | None
    dated: bool


class CodesDeclaration(Node, frozen=True):
    """`codes NAME from "FILE" [open|closed] { … }`; `closed` is None when neither word is written."""

    naming: Naming
    file: Text
    closed: bool | None
    attributes: tuple[FieldDeclaration, ...]


class KindNode(Node, frozen=True):
    """A node of a kinds tree with what lies directly below it."""

    value: ValueDeclaration
    below: tuple[KindNode, ...]


class KindsDeclaration(Node, frozen=True):
    """`kinds NAME { … }`."""

    naming: Naming
    roots: tuple[KindNode, ...]


class LevelsDeclaration(Node, frozen=True):
    """`levels NAME { low < … < high }`, lowest first."""

    naming: Naming
    values: tuple[ValueDeclaration, ...]


class RecordDeclaration(Node, frozen=True):
    """`record NAME { … }`."""

    naming: Naming
    fields: tuple[FieldDeclaration, ...]


class FactDeclaration(Node, frozen=True):
    """`fact NAME : TYPE [optional] [decided by ROLE]`."""

    naming: Naming
    type: Type
    optional: bool
    decided_by: Name | None


class Definition(Node, frozen=True):
    """`define NAME = …` or `define RECORD.NAME = …`; the body is a condition or, for a number, an operand."""

    record: Name | None
    naming: Naming
    body: Condition | Operand


class Never(Node, frozen=True):
    """`never C because "…" [cites …]`."""

    condition: Condition
    because: Text
    cites: tuple[Citation, ...]
