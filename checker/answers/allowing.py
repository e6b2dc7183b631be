"""What a rulebook allows of what was found, and what of its allowances is itself to be reported.

Takes the findings as they were weighed. No clock is read: an allowance ends when the rulebook has been reviewed until
the day it ends on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import REGISTRY, Finding, Message, Spelled, both, in_order, say
from checker.rulebook.days import write_day
from checker.rulebook.model import Allowance, Rulebook
from checker.rulebook.spelling import typed_name


class Allowed(Struct, frozen=True):
    """A finding that is right where it stands, and what says so."""

    finding: Finding
    by: Allowance


def allowing(book: Rulebook, findings: Iterable[Finding]) -> tuple[tuple[Allowed, ...], tuple[Finding, ...]]:
    """Divide findings into those allowed, by the place of what allows them, and those left.

    Of two allowances of one finding the first counts for it.
    """
    allowed: list[Allowed] = []
    left: list[Finding] = []
    living = [allowance for allowance in book.allowances if not _has_ended(book, allowance)]
    for finding in findings:
        by = next((allowance for allowance in living if any(_covers(allowance, finding))), None)
        if by is None:
            left.append(finding)
        else:
            allowed.append(Allowed(finding, by))
    order = {finding: place for place, finding in enumerate(in_order(each.finding for each in allowed))}
    return tuple(sorted(allowed, key=lambda each: (each.by.span, order[each.finding]))), tuple(left)


def doubtful(book: Rulebook, findings: Iterable[Finding], looked_for: Iterable[str]) -> Iterator[Finding]:
    """Go through the allowances that have ended (D402), and those that meet nothing of what was looked for (D401)."""
    findings, looked_for = tuple(findings), frozenset(looked_for)
    for allowance in book.allowances:
        if _has_ended(book, allowance):
            yield _ended(book, allowance)
        elif allowance.finding in looked_for:
            met = [_covers(allowance, finding) for finding in findings]
            idle = [name for name, *hits in zip(allowance.concerns, *met, strict=True) if not any(hits)]
            if idle:
                yield _idle(allowance, allowance.concerns if allowance.together else tuple(idle))


def with_words(finding: Finding) -> Finding:
    """Add to what a finding advises how it is allowed; nothing where there is no name to allow it by."""
    if not finding.concerns:
        return finding
    words = _words(finding)
    if finding.help is None:
        return replace(finding, help=say("if it is right as it stands, write `{allow}`", allow=words))
    advised = say("{advice}\nif it is right as it stands, write `{allow}`", advice=finding.help, allow=words)
    return replace(finding, help=advised)


def _words(finding: Finding) -> Spelled:
    one, *others = (".".join(map(typed_name, name.split("."))) for name in finding.concerns)
    if not others:
        return Spelled(f'allow {finding.id} on {one} because "…"', f"容许 {finding.id} 在 {one} 理由 “…”")
    return Spelled(
        f'allow {finding.id} between {one} and {others[0]} because "…"',
        f"容许 {finding.id} 介于 {one} 且 {others[0]} 理由 “…”",
    )


def _covers(allowance: Allowance, finding: Finding) -> tuple[bool, ...]:
    """Tell for each name of an allowance whether it meets a finding; where names go together, all do or none."""
    met = tuple(allowance.finding == finding.id and name in finding.concerns for name in allowance.concerns)
    return tuple(all(met) for _ in met) if allowance.together else met


def _has_ended(book: Rulebook, allowance: Allowance) -> bool:
    reviewed = book.header.reviewed_until
    return allowance.until is not None and reviewed is not None and allowance.until <= reviewed


def _ended(book: Rulebook, allowance: Allowance) -> Finding:
    message = say(
        "this allowed `{id}` until {until}, and the rulebook has been reviewed until {reviewed}",
        id=allowance.finding,
        until=_day(allowance.until),
        reviewed=_day(book.header.reviewed_until),
    )
    advice = say("look at it again: give it a later `until`, or leave it out")
    return Finding("D402", message, allowance.span, help=advice, concerns=allowance.concerns)


def _idle(allowance: Allowance, names: tuple[str, ...]) -> Finding:
    shown = both(f"`{name}`" for name in names)
    name = Message(REGISTRY[allowance.finding].name)
    message = say("there is no `{id}` ({name}) to allow on {names}", id=allowance.finding, name=name, names=shown)
    return Finding("D401", message, allowance.span, help=say("leave it out"), concerns=names)


def _day(ordinal: int | None) -> str:
    return "" if ordinal is None else write_day(ordinal)
