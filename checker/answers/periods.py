"""When something is to be done: the periods of duties and permissions, with the days they come to in a plan.

Takes what the winners of a verdict say together and what is known of the plan; gives the records of `dossier`. What is
not known leads to no day.
"""

from __future__ import annotations

from msgspec.structs import replace

from checker.answers.dossier import DatedPeriod
from checker.logic import Law, Subject
from checker.rulebook.calendars import Calendar
from checker.rulebook.days import write_day, write_moment
from checker.rulebook.model import (
    FIRST_DAY,
    LAST_DAY,
    MINUTES_A_DAY,
    Fact,
    Facts,
    Period,
    Value,
    is_moment,
)
from checker.rulebook.period_ends import period_end

_IN_MINUTES = ("minutes", "hours")


def value_of(fact: Fact, facts: Facts, subject: Subject) -> Value | None:
    """Return what a plan says of a fact of its own or of the subject; None when it is not known."""
    own = {} if subject.element is None else subject.element.values
    return (facts.values if fact.list is None else own).get(fact.path)


def day_of(fact: Fact, value: int) -> int:
    """Return the day, as an ordinal, of a value of a fact that has a day or a moment."""
    return value // MINUTES_A_DAY if is_moment(fact.type) else value


def dated(law: Law, period: Period | None, facts: Facts, subject: Subject) -> DatedPeriod | None:
    """Work out the days of a period, if there is one; an anchor that is not known leaves all of them unknown."""
    if period is None:
        return None
    anchors = _anchors(period, facts, subject)
    since = None if anchors is None else _earliest(period, anchors)
    end = None if anchors is None else period_end(period, anchors, law.calendar)
    last = _written(end, period.unit in _IN_MINUTES) if isinstance(end, int) else None
    before = period.side == "before" and not period.at_least
    return DatedPeriod(
        text=period.text,
        amount=period.amount,
        unit=period.unit,
        at_least=period.at_least,
        side=period.side,
        anchors=tuple(fact.label for fact in period.anchors),
        since=since,
        due=since if before else last,
        not_before=last if before or (period.at_least and period.side == "after") else None,
    )


def day_in_doubt(law: Law, period: Period | None, facts: Facts, subject: Subject) -> str | None:
    """Return the first day of which it is not known whether it is worked, where the end of a period hangs on it."""
    anchors = None if period is None else _anchors(period, facts, subject)
    if period is None or anchors is None or period_end(period, anchors, law.calendar) is not None:
        return None
    day, step = _first_asked(period, anchors, law.calendar)
    while FIRST_DAY <= day <= LAST_DAY and law.calendar.works(day) is not None:
        day += step
    return write_day(day)


def moment(fact: Fact, facts: Facts, subject: Subject) -> str | None:
    """Write the day or minute that a plan gives for a fact; None when it gives none."""
    value = value_of(fact, facts, subject)
    return _written(value, is_moment(fact.type)) if isinstance(value, int) else None


def _anchors(period: Period, facts: Facts, subject: Subject) -> tuple[Value, ...] | None:
    """Return the values of the anchors; None when one of them is not known."""
    values = [value_of(fact, facts, subject) for fact in period.anchors]
    known = tuple(value for value in values if value is not None)
    return known if len(known) == len(values) else None


def _earliest(period: Period, anchors: tuple[Value, ...]) -> str | None:
    """Write the earliest of the anchors that are not absent; a day counts from its first minute."""
    begun = [
        (value if is_moment(fact.type) else value * MINUTES_A_DAY, _written(value, is_moment(fact.type)))
        for fact, value in zip(period.anchors, anchors, strict=True)
        if isinstance(value, int)
    ]
    return min(begun)[1] if begun else None


def _first_asked(period: Period, anchors: tuple[Value, ...], calendar: Calendar) -> tuple[int, int]:
    """Return the first day of which it is asked whether it is worked, and the way to the next."""
    step = 1 if period.side == "after" else -1
    unit = "days" if period.unit == "working_days" else period.unit
    amount = 0 if period.unit == "working_days" else period.amount
    start = period_end(replace(period, unit=unit, amount=amount), anchors, replace(calendar, rolls=False))
    assert isinstance(start, int), "days without holidays end somewhere"
    return (start + step if period.unit == "working_days" else start), step


def _written(value: int, in_minutes: bool) -> str:
    return write_moment(value).replace(" ", "T") if in_minutes else write_day(value)
