"""Periods: read from what was written, and turned into conditions on the day or moment of a deed.

Takes a period as written with what the variables stand for; gives the period of the model, and for a period the
condition that a day lies in it (a test), or that a deed was done out of time (a duty). Days that no holiday moves and
exact hours are differences of two facts; every other end is a `Due`, which the logic works out by the calendar.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.findings import Finding, Message, Span, say
from checker.rulebook.header import date_fact
from checker.rulebook.model import (
    LAST_DAY,
    MINUTES_A_DAY,
    Addend,
    Condition,
    Due,
    Fact,
    IsAbsent,
    Period,
    Term,
    Test,
    is_moment,
)
from checker.rulebook.paths import Binding
from checker.rulebook.quantities import of_day, ordered
from checker.rulebook.reckoning import Stretch, joined, reckoned
from checker.rulebook.types import Findings
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes

_LONGEST = {
    "minutes": LAST_DAY * MINUTES_A_DAY,
    "hours": LAST_DAY * 24,
    "days": LAST_DAY,
    "months": LAST_DAY // 28,
    "working_days": LAST_DAY,
}
_MINUTES = {"minutes": 1, "hours": 60}
"""The units that are exact to the minute, in minutes."""

_WHOLE_NUMBERS: Mapping[str, Message] = {
    "minutes": say("a whole number of minutes"),
    "hours": say("a whole number of hours"),
    "days": say("a whole number of days"),
    "months": say("a whole number of months"),
    "working_days": say("a whole number of working days"),
}


def read_period(
    vocabulary: Vocabulary, node: nodes.Period, bindings: tuple[Binding, ...]
) -> tuple[Period | None, Findings]:
    """Read a period: of several anchors each once, in the order of their names."""
    findings: list[Finding] = []
    unit = (node.amount.unit or "").replace(" ", "_")
    amount = _amount(node.amount, unit)
    if isinstance(amount, Finding):
        findings.append(amount)
    anchors: dict[tuple[tuple[str, ...], int], Fact] = {}
    for path in node.anchors:
        fact = date_fact(vocabulary, path, bindings, say("when a period begins"))
        if isinstance(fact, Finding):
            findings.append(fact)
            continue
        anchors[fact.key, fact.binder] = fact
        if unit in _MINUTES and not is_moment(fact.type):
            findings.append(_no_moment(path.text, unit, path.span))
    if findings or isinstance(amount, Finding):
        return None, tuple(findings)
    ordered = tuple(anchors[key] for key in sorted(anchors))
    return Period(amount, unit, node.at_least, node.side, ordered), ()


def check_deed(deed: Fact, period: Period, span: Span) -> Finding | None:
    """Report a deed of which only the day is known where a period is exact to the minute."""
    return _no_moment(deed.label, period.unit, span) if period.unit in _MINUTES and not is_moment(deed.type) else None


def lies_within(fact: Fact, period: Period, rolls: bool) -> Condition:
    """Return the condition that a day or moment lies within a period; with `rolls` its end rolls over holidays.

    `within N after F`: from F to the end. `within N before F`: from the end, counted backwards, to F. `at least N
    before F` and `after F`: not after, and not before, the end. False when the fact or every anchor is absent.
    """
    after = period.side == "after"
    length = _exact(fact, period, rolls)
    if length is not None:
        stretch: Stretch = (None, -length) if not after else (length, None)
        if not period.at_least:
            stretch = (0, length) if after else (-length, 0)
        return _apart(fact, period.anchors[0], [stretch])
    if period.at_least:
        return _from_end(fact, period, (0, None) if after else (None, 0), first=after)
    if after:
        begun = joined((_ordered(fact, ">=", anchor) for anchor in period.anchors), every=False)
        return joined((begun, _from_end(fact, period, (None, 0), first=False)), every=True)
    # Not after the earliest anchor is not after any that is there; that one is there the end itself demands.
    met = (_not_after(fact, anchor, len(period.anchors) > 1) for anchor in period.anchors)
    return joined((_from_end(fact, period, (0, None), first=True), *met), every=True)


def is_late(deed: Fact, period: Period, rolls: bool) -> Condition:
    """Return the condition that a deed was done out of time; with `rolls` the end rolls over holidays.

    In time is a deed not after the end (`within N after F`: being early is no breach; `at least N before F`), between
    the end and F (`within N before F`), not before the end (`at least N after F`). False when something is absent.
    """
    after = period.side == "after"
    length = _exact(deed, period, rolls)
    if length is not None:
        bound = length if after else -length
        stretches: list[Stretch] = [(bound + 1, None)]
        if period.at_least and after:
            stretches = [(None, bound - 1)]
        elif not period.at_least and not after:
            stretches = [(None, bound - 1), (1, None)]
        return _apart(deed, period.anchors[0], stretches)
    if period.at_least and after:
        return _from_end(deed, period, (None, -1), first=True)
    if period.at_least or after:
        return _from_end(deed, period, (1, None), first=False)
    passed = (_ordered(deed, ">", anchor) for anchor in period.anchors)
    return joined((_from_end(deed, period, (None, -1), first=True), *passed), every=False)


def _amount(number: nodes.Number, unit: str) -> int | Finding:
    if not number.text.isdigit() or int(number.text) > _LONGEST[unit]:
        message = say(
            "a period has {amount} that the calendar holds, and `{number}` is none",
            amount=_WHOLE_NUMBERS[unit],
            number=number.text,
        )
        return Finding("T302", message, number.span)
    return int(number.text)


def _no_moment(text: str, unit: str, span: Span) -> Finding:
    message = say("`{fact}` is a day without a time, and a period of minutes is exact to the minute", fact=text)
    if unit == "hours":
        message = say("`{fact}` is a day without a time, and a period of hours is exact to the minute", fact=text)
    return Finding("T301", message, span, help=say("count in days, or let the fact be a `datetime`"))


def _exact(fact: Fact, period: Period, rolls: bool) -> int | None:
    """Return the length of a period whose end is a plain sum, in days or minutes."""
    if len(period.anchors) > 1:
        return None
    if period.unit in _MINUTES:
        return period.amount * _MINUTES[period.unit]
    plain = period.unit == "days" and not rolls and not is_moment(fact.type) and not is_moment(period.anchors[0].type)
    return period.amount if plain else None


def _apart(fact: Fact, anchor: Fact, stretches: Sequence[Stretch]) -> Condition:
    return reckoned(((1, _term(fact)), (-1, _term(anchor))), stretches, "arithmetic")


def _from_end(fact: Fact, period: Period, stretch: Stretch, first: bool) -> Condition:
    """Say how far a fact lies from the end; of a day that ends a period the `first` minute or the last counts."""
    minutes = is_moment(fact.type)
    due: Addend = Due(period, minutes, first and minutes and period.unit not in _MINUTES)
    return reckoned(((1, _term(fact)), (-1, due)), [stretch], "arithmetic")


def _ordered(fact: Fact, operator: str, anchor: Fact) -> Condition:
    return ordered(of_day(fact), operator, of_day(anchor), "order")


def _not_after(fact: Fact, anchor: Fact, one_of_several: bool) -> Condition:
    met = _ordered(fact, "<=", anchor)
    if not anchor.optional or not one_of_several:
        return met
    return joined((Test(_term(anchor), IsAbsent()), met), every=False)


def _term(fact: Fact) -> Term:
    return Term(fact, (), fact.type)
