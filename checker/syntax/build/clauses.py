"""What a statement is built into, and what is wrong with the set of its clauses: one given twice, one missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from checker.findings import Finding, Message, Related, Span, row, say
from checker.syntax.keywords import quoted, spelled
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

# Clauses that a statement has once, with the keywords of their sort; those of one sort exclude one another.
# All others may be repeated.
_SORTS: dict[type[Node], str] = {
    Version: "VERSION",
    CoversFrom: "COVERS_FROM",
    ReviewedUntil: "REVIEWED_UNTIL",
    Ranks: "RANKS",
    GovernedBy: "GOVERNED_BY",
    Roles: "ROLES",
    Timezone: "TIMEZONE",
    Calendar: "CALENDAR",
    PeriodCounts: "PERIOD_COUNTS",
    Rank: "RANK",
    Issuer: "ISSUER",
    NumberClause: "NUMBER",
    Issued: "ISSUED",
    InForce: "IN_FORCE_FROM",
    From: "FROM",
    Until: "UNTIL",
    Items: "ITEMS",
    Standing: "STANDING",
    Source: "SOURCE",
    AppliesWhen: "APPLIES_WHEN",
    Practice: "PRACTICE",
    BindOfficers: "BIND_OFFICERS",
    ForEach: "FOR_EACH",
    Scope: "WITHIN",
    About: "ABOUT ANSWERS COLLECTS",
    Answers: "ABOUT ANSWERS COLLECTS",
    Silence: "SILENCE_MEANS",
    DoneWhen: "DONE_WHEN",
    DoneAt: "DONE_AT",
    Choices: "CHOICES",
    UniformAcross: "UNIFORM_ACROSS",
    Totality: "TOTAL PARTIAL",
    Replaces: "REPLACES",
    Reservation: "UNLESS_OTHERWISE_PROVIDED",
    ExceptionTo: "EXCEPTION_TO PROVISO_TO OVERRIDES",
    ProvisoTo: "EXCEPTION_TO PROVISO_TO OVERRIDES",
    Overrides: "EXCEPTION_TO PROVISO_TO OVERRIDES",
    AuthorisedBy: "AUTHORISED_BY",
    When: "WHEN",
    Text: "BECAUSE",
    By: "BY",
    Period: "WITHIN AT_LEAST",
    Note: "NOTE",
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
                    _once(sort.split()),
                    clause.span,
                    label=say("given a second time"),
                    help=say("leave one of the two out"),
                    related=(Related(first[sort], say("first given here")),),
                )
            )
        first.setdefault(sort, clause.span)
    return tuple(findings)


def missing_effect(span: Span, provision: str) -> Finding:
    """Report a provision that decides nothing; `span` is where its name stands."""
    return Finding(
        "S177",
        say("`{provision}` has no effect", provision=provision),
        span,
        label=say("effect missing"),
        help=say("add `permit QUESTION`, or another effect"),
    )


def missing_reason(span: Span, message: Message) -> Finding:
    """Report that a statement does not say why."""
    return Finding("S106", message, span, label=say("reason missing"), help=say('add `because "…"`'))


def _once(terminals: Sequence[str]) -> Message:
    if len(terminals) == 1:
        return say("`{clause}` is allowed once here", clause=spelled(terminals[0]))
    return say("one of {clauses} is allowed once here", clauses=row(map(quoted, terminals)))
