"""The way back from where a period ends to the dates it may run from."""

from __future__ import annotations

from datetime import date

from checker.logic.starts import find_starts
from checker.rulebook.calendars import Calendar
from checker.rulebook.model import FIRST_DAY, LAST_DAY, Due, Fact, OrderedType, Period, Value
from checker.rulebook.period_ends import due_value

ANCHOR = Fact(("f",), None, "f", OrderedType("date", 0, None, FIRST_DAY, LAST_DAY), False, None)
MONTH = Due(Period(1, "months", False, "after", (ANCHOR,)), minutes=False)
YEAR = (date(2016, 1, 1).toordinal(), date(2016, 12, 31).toordinal())


def end_of_month(at: int) -> Value | None:
    return due_value(MONTH, (at,), Calendar(None, False))


def days(*runs: tuple[str, str]) -> tuple[tuple[int, int], ...]:
    return tuple((date.fromisoformat(a).toordinal(), date.fromisoformat(b).toordinal()) for a, b in runs)


def test_several_days_lead_to_the_last_of_a_short_month() -> None:
    assert find_starts(end_of_month, days(("2016-02-29", "2016-02-29")), YEAR) == days(("2016-01-29", "2016-01-31"))


def test_one_day_leads_to_another_and_none_past_the_span() -> None:
    assert find_starts(end_of_month, days(("2016-05-10", "2016-05-12")), YEAR) == days(("2016-04-10", "2016-04-12"))
    assert find_starts(end_of_month, days(("2018-05-10", "2018-05-12")), YEAR) == ()


def test_no_day_leads_where_no_month_ends() -> None:
    assert find_starts(end_of_month, days(("2016-03-30", "2016-03-31")), (YEAR[0], YEAR[0] + 59)) == ()


def test_where_a_calendar_is_silent_nothing_is_said() -> None:
    assert find_starts(lambda _: None, days(("2016-05-10", "2016-05-12")), YEAR) is None
