"""Rules for provisions and what stands over them: headers, `under`, recorded silences, open points."""

from __future__ import annotations

from typing import Any

from lark import Transformer, v_args

from checker.findings import say
from checker.syntax.build.clauses import Built, doubled, missing_effect, missing_reason
from checker.syntax.build.spans import covering
from checker.syntax.nodes import (
    Allowance,
    Apply,
    AuthorisedBy,
    Citation,
    Condition,
    Decide,
    DecideBetween,
    Effect,
    ExceptionTo,
    HeaderClause,
    KnownGap,
    Leave,
    Locator,
    Name,
    Naming,
    OpenPoint,
    Overrides,
    Path,
    ProvisionDeclaration,
    ProvisoTo,
    Reading,
    Replaces,
    Reservation,
    Rule,
    Table,
    Text,
    Under,
    Until,
    When,
)
from checker.syntax.words import Word

_EFFECTS = Rule | Decide | DecideBetween | Leave | Apply | Table


@v_args(inline=True)
class ProvisionRules(Transformer[Word, Any]):
    """A provision, its header, and the statements beside it."""

    def provision(self, start: Word, naming: Naming, title: Text | None, *parts: HeaderClause | Effect) -> Built:
        effects = tuple(part for part in parts if isinstance(part, _EFFECTS))
        clauses = tuple(part for part in parts if not isinstance(part, _EFFECTS))
        findings = doubled(clauses)
        for effect in effects:
            findings += () if isinstance(effect, Apply | Table) else doubled(effect.tails)
        if not effects:
            findings += (missing_effect(naming.span, naming.text),)
        span = covering(start, naming, title, *parts)
        return Built(ProvisionDeclaration(span, naming, title, clauses, effects), findings)

    def under(self, start: Word, *parts: HeaderClause | Built | Word) -> Built:
        built = [part for part in parts if isinstance(part, Built)]
        clauses = tuple(part for part in parts if not isinstance(part, Built | Word))
        provisions = tuple(b.statement for b in built if isinstance(b.statement, ProvisionDeclaration | Under))
        findings = doubled(clauses) + tuple(finding for b in built for finding in b.findings)
        return Built(Under(covering(start, *(p for p in parts if isinstance(p, Word))), clauses, provisions), findings)

    def replaces(self, start: Word, provision: Name, _by: Word, document: Name, locator: Locator | None) -> Replaces:
        return Replaces(covering(start, document, locator), provision, document, locator)

    def reservation(self, start: Word, _by: Word | None, ranks: tuple[Name, ...] | None) -> Reservation:
        return Reservation(covering(start, ranks), ranks or ())

    def exception_to(
        self, start: Word, provision: Name, _in: Word | None, questions: tuple[Name, ...] | None
    ) -> ExceptionTo:
        return ExceptionTo(covering(start, provision, questions), provision, questions or ())

    def proviso_to(self, start: Word, provision: Name) -> ProvisoTo:
        return ProvisoTo(covering(start, provision), provision)

    def overrides(self, start: Word, provision: Name, because: Text) -> Overrides:
        return Overrides(covering(start, because), provision, because)

    def because(self, _start: Word, reason: Text) -> Text:
        return reason

    def authorised_by(self, start: Word, document: Name, locator: Locator | None) -> AuthorisedBy:
        return AuthorisedBy(covering(start, document, locator), document, locator)

    def reading(self, start: Word, name: Name, other: Word | None, value: Text) -> Reading:
        return Reading(covering(start, value), name, value, chosen=other is None)

    def when(self, start: Word, condition: Condition) -> When:
        return When(covering(start, condition), condition)

    def known_gap(
        self, start: Word, naming: Naming, _in: Word, questions: tuple[Name, ...],
        *clauses: When | Citation | Text,
    ) -> Built:  # fmt: skip
        conditions = [part.condition for part in clauses if isinstance(part, When)]
        reasons = [part for part in clauses if isinstance(part, Text)]
        cites = tuple(part for part in clauses if isinstance(part, Citation))
        span = covering(start, questions, *clauses)
        findings = doubled(clauses)
        if not reasons:
            says = say("known gap `{gap}` has no reason", gap=naming.text)
            findings += (missing_reason(naming.span, says),)
        condition = conditions[0] if conditions else None
        because = reasons[0] if reasons else Text(span, "")
        return Built(KnownGap(span, naming, questions, condition, cites, because), findings)

    def open_point(self, start: Word, naming: Naming, _on: Word, subject: Name, because: Text) -> Built:
        return Built(OpenPoint(covering(start, because), naming, subject, because))

    def allowance(
        self, start: Word, finding: Name, _on: Word, concerns: tuple[Path, ...], *clauses: When | Text | Until
    ) -> Built:
        return _allowance(start, finding, concerns, clauses, together=False)

    def allowance_between(
        self, start: Word, finding: Name, _between: Word, one: Path, _and: Word, other: Path,
        *clauses: When | Text | Until,
    ) -> Built:  # fmt: skip
        return _allowance(start, finding, (one, other), clauses, together=True)


def _allowance(
    start: Word, finding: Name, concerns: tuple[Path, ...], clauses: tuple[When | Text | Until, ...], *, together: bool
) -> Built:
    conditions = [part.condition for part in clauses if isinstance(part, When)]
    reasons = [part for part in clauses if isinstance(part, Text)]
    ends = [part.day for part in clauses if isinstance(part, Until)]
    span = covering(start, concerns, *clauses)
    findings = doubled(clauses)
    if not reasons:
        says = say("the finding `{finding}` is allowed without a reason", finding=finding.text)
        findings += (missing_reason(finding.span, says),)
    condition = conditions[0] if conditions else None
    because = reasons[0] if reasons else Text(span, "")
    until = ends[0] if ends else None
    return Built(Allowance(span, finding, concerns, together, condition, because, until), findings)
