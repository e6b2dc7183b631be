"""What a rulebook allows of what was found, and what of its allowances is itself to be reported.

Takes the findings as they were weighed, with the cases they are about. No clock is read: an allowance ends when the
rulebook has been reviewed until the day it ends on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace as replace_found

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import REGISTRY, Finding, Message, Spelled, both, in_order, say
from checker.logic.area import Area, Found
from checker.logic.effort import TooManyBoxesError
from checker.regions import Region
from checker.rulebook.days import write_day
from checker.rulebook.model import Allowance, Rulebook
from checker.rulebook.spelling import typed_name


class Allowed(Struct, frozen=True):
    """A finding that is right where it stands, and what says so."""

    finding: Finding
    by: Allowance


def allowing(book: Rulebook, found: Iterable[Found]) -> tuple[tuple[Allowed, ...], tuple[Found, ...]]:
    """Divide findings into those allowed, by the place of what allows them, and those left, less the cases allowed.

    Of two allowances of one finding the first counts for it; of several that share its cases out, the last.
    """
    allowed: list[Allowed] = []
    left: list[Found] = []
    living = [each for each in enumerate(book.allowances) if not _has_ended(book, each[1])]
    for whole in found:
        rest = whole
        for number, allowance in living:
            if any(_covers(number, allowance, rest)):
                if (less := _without(number, allowance, rest)) is None:
                    allowed.append(Allowed(whole.finding, allowance))
                    break
                rest = less
        else:
            left.append(rest)
    order = {finding: place for place, finding in enumerate(in_order(each.finding for each in allowed))}
    return tuple(sorted(allowed, key=lambda each: (each.by.span, order[each.finding]))), tuple(left)


def doubtful(book: Rulebook, found: Iterable[Found], looked_for: Iterable[str]) -> Iterator[Finding]:
    """Go through the allowances that have ended (D402), and those that meet nothing of what was looked for (D401)."""
    found, looked_for = tuple(found), frozenset(looked_for)
    for number, allowance in enumerate(book.allowances):
        if _has_ended(book, allowance):
            yield _ended(book, allowance)
        elif allowance.finding in looked_for:
            met = [_covers(number, allowance, each) for each in found]
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


def _covers(number: int, allowance: Allowance, found: Found) -> tuple[bool, ...]:
    """Tell for each name of an allowance whether it meets a finding; where names go together, all do or none.

    With a condition it meets one only where that holds in some case of it.
    """
    finding = found.finding
    met = tuple(allowance.finding == finding.id and name in finding.concerns for name in allowance.concerns)
    if allowance.together:
        met = tuple(all(met) for _ in met)
    if allowance.condition is None or not any(met):
        return met
    where = {_question(area) for area in found.areas if not area.aside and _is_met(number, area)}
    if allowance.together:
        return tuple(bool(where) for _ in met)
    return tuple(here and name in where for name, here in zip(allowance.concerns, met, strict=True))


def _without(number: int, allowance: Allowance, found: Found) -> Found | None:
    """Take out of a finding the cases that are allowed; None where nothing is left of it."""
    if allowance.condition is None:
        return None
    try:
        areas = tuple(less for area in found.areas if (less := _less(number, area)) is not None)
    except TooManyBoxesError:
        return found  # what cannot be told from the rest is told with it
    return None if all(area.aside for area in areas) else replace_found(found, areas=areas)


def _less(number: int, area: Area) -> Area | None:
    """Take the allowed cases out of an area; what is left is no longer told by who answers the rest."""
    case, part = area.resolution.case, _part(number, area)
    if area.aside or not case.happens(part):
        return area
    if area.part is None:
        less = replace_found(area, blockers=(*area.blockers, ("", part)), contrary=False)
        return None if case.is_within(area.resolution.asked, less.held) else less
    rest = case.without(area.part, part)
    if not case.happens(rest):
        return None
    blockers = (*area.blockers, ("", part)) if area.blockers else ()
    return replace_found(area, part=rest, blockers=blockers, contrary=False)


def _part(number: int, area: Area) -> Region:
    """Return where the condition of an allowance holds in an area; nowhere if it is not read for its question."""
    if (effort := area.resolution.case.effort) is not None:
        effort.renew()
    return area.within(area.resolution.unit("allow", str(number)))


def _is_met(number: int, area: Area) -> bool:
    """Tell whether the condition of an allowance holds in some case of an area; where that is too much, it may."""
    try:
        return area.resolution.case.happens(_part(number, area))
    except TooManyBoxesError:
        return True


def _question(area: Area) -> str:
    return area.resolution.question.question.name


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
    if allowance.condition is None:
        message = say("there is no `{id}` ({name}) to allow on {names}", id=allowance.finding, name=name, names=shown)
    else:
        message = say(
            "there is no `{id}` ({name}) to allow on {names} in any of these cases",
            id=allowance.finding,
            name=name,
            names=shown,
        )
    return Finding("D401", message, allowance.span, help=say("leave it out"), concerns=names)


def _day(ordinal: int | None) -> str:
    return "" if ordinal is None else write_day(ordinal)
