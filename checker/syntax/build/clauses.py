"""What a statement is built into, and what is wrong with the set of its clauses: one given twice, one missing."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from checker.findings import Finding, Related, Span
from checker.syntax.nodes import (
    About,
    Answers,
    AppliesWhen,
    AuthorisedBy,
    BindOfficers,
    By,
    Calendar,
    Choices,
    CoversFrom,
    DoneAt,
    DoneWhen,
    ExceptionTo,
    ForEach,
    From,
    GovernedBy,
    InForce,
    Issued,
    Issuer,
    Items,
    Node,
    Note,
    NumberClause,
    Overrides,
    Period,
    PeriodCounts,
    Practice,
    ProvisoTo,
    Rank,
    Ranks,
    Replaces,
    Reservation,
    ReviewedUntil,
    Roles,
    Scope,
    Silence,
    Source,
    Standing,
    Statement,
    Text,
    Timezone,
    Totality,
    UniformAcross,
    Until,
    Version,
    When,
)

# Clauses that a statement has once; clauses of one sort exclude one another. All others may be repeated.
_SORTS: dict[type[Node], str] = {
    Version: "`version`",
    CoversFrom: "`covers from`",
    ReviewedUntil: "`reviewed until`",
    Ranks: "`ranks`",
    GovernedBy: "`governed by`",
    Roles: "`roles`",
    Timezone: "`timezone`",
    Calendar: "`calendar`",
    PeriodCounts: "`period counts`",
    Rank: "`rank`",
    Issuer: "`issuer`",
    NumberClause: "`number`",
    Issued: "`issued`",
    InForce: "`in force from`",
    From: "`from`",
    Until: "`until`",
    Items: "`items`",
    Standing: "`standing`",
    Source: "`source`",
    AppliesWhen: "`applies when`",
    Practice: "`practice`",
    BindOfficers: "`bind officers`",
    ForEach: "`for each`",
    Scope: "`within`",
    About: "one of `about`, `answers`, `collects`",
    Answers: "one of `about`, `answers`, `collects`",
    Silence: "`silence means`",
    DoneWhen: "`done when`",
    DoneAt: "`done at`",
    Choices: "`choices`",
    UniformAcross: "`uniform across`",
    Totality: "one of `total`, `partial`",
    Replaces: "`replaces`",
    Reservation: "`unless otherwise provided`",
    ExceptionTo: "one of `exception to`, `proviso to`, `overrides`",
    ProvisoTo: "one of `exception to`, `proviso to`, `overrides`",
    Overrides: "one of `exception to`, `proviso to`, `overrides`",
    AuthorisedBy: "`authorised by`",
    When: "`when`",
    Text: "`because`",
    By: "`by`",
    Period: "one of `within`, `at least`",
    Note: "`note`",
}


class Built(Struct, frozen=True):
    """A statement as built, with what is wrong with its clauses."""

    statement: Statement
    findings: tuple[Finding, ...] = ()


def doubled(clauses: Iterable[Node]) -> tuple[Finding, ...]:
    """Report every clause of a sort that was there before."""
    first: dict[str, Span] = {}
    findings: list[Finding] = []
    for clause in clauses:
        sort = _SORTS.get(type(clause))
        if sort is None:
            continue
        if sort in first:
            findings.append(
                Finding(
                    "S104",
                    f"{sort} is allowed once here",
                    clause.span,
                    label="given a second time",
                    help="leave one of the two out",
                    related=(Related(first[sort], "first given here"),),
                )
            )
        first.setdefault(sort, clause.span)
    return tuple(findings)


def missing(span: Span, whose: str, what: str, example: str) -> Finding:
    """Report that a statement lacks a part; `span` is where its name stands."""
    return Finding("S106", f"{whose} has no {what}", span, label=f"{what} missing", help=f"add `{example}`")
