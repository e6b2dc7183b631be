"""Ends of periods, by hand: over month ends, leap days, midnight, Spring Festival 2016 and National Day 2017."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from checker.rulebook import calendars
from checker.rulebook.calendars import Calendar
from checker.rulebook.model import ABSENT, FIRST_DAY, LAST_DAY, Absent, Due, Fact, OrderedType, Period, Value
from checker.rulebook.period_ends import due_value, period_end

DAY = OrderedType("date", 0, None, FIRST_DAY, LAST_DAY)
MOMENT = OrderedType("datetime", 0, None, FIRST_DAY * 1440, LAST_DAY * 1440 + 1439)
NO_CALENDAR = Calendar(None, rolls=False)
CHINA = Calendar("CN", rolls=False)
ROLLING = Calendar("CN", rolls=True)

# Worked days in China. 2016: Spring Festival 7 to 13 February; 6 (Saturday) and 14 (Sunday) are made up for it.
AFTER_3_FEBRUARY_2016 = [f"2016-02-{day:02}" for day in (4, 5, 6, 14, 15, 16, 17, 18, 19, 22)]
# 2017: National Day and Mid-Autumn 1 to 8 October; 30 September (Saturday) is made up for it.
AFTER_28_SEPTEMBER_2017 = [
    "2017-09-29",
    "2017-09-30",
    *(f"2017-10-{day:02}" for day in (9, 10, 11, 12, 13, 16, 17, 18)),
]


def value(text: str) -> int | Absent:
    """Read a day, a time (`2016-02-28 13:30`) or `absent`."""
    if text == "absent":
        return ABSENT
    day, _, clock = text.partition(" ")
    ordinal = date.fromisoformat(day).toordinal()
    return ordinal * 1440 + int(clock[:2]) * 60 + int(clock[3:]) if clock else ordinal


def period(length: str, types: Sequence[OrderedType] = (DAY,), at_least: bool = False) -> Period:
    """Build a period from `14 days after`."""
    amount, unit, side = length.split()
    facts = tuple(Fact((f"f{n}",), None, f"f{n}", declared, False, None) for n, declared in enumerate(types))
    return Period(int(amount), unit, at_least, side, facts)


def end_of(length: str, *anchors: str, calendar: Calendar = NO_CALENDAR, at_least: bool = False) -> int | Absent | None:
    types = [MOMENT if " " in anchor else DAY for anchor in anchors]
    values: list[Value] = [value(anchor) for anchor in anchors]
    return period_end(period(length, types, at_least), values, calendar)


@pytest.mark.parametrize(
    ("length", "anchor", "end"),
    [
        ("14 days after", "2016-01-20", "2016-02-03"),
        ("14 days after", "2016-04-20", "2016-05-04"),
        ("14 days after", "2015-12-25", "2016-01-08"),
        ("14 days after", "2016-02-20", "2016-03-05"),
        ("14 days after", "2015-02-20", "2015-03-06"),
        ("14 days after", "2016-02-15", "2016-02-29"),
        ("14 days after", "2016-02-20 23:59", "2016-03-05"),
        ("14 days before", "2016-03-10", "2016-02-25"),
        ("14 days before", "2015-03-10", "2015-02-24"),
        ("1 days after", "2016-02-28", "2016-02-29"),
        ("1 days after", "2015-02-28", "2015-03-01"),
        ("0 days after", "2016-02-29 08:00", "2016-02-29"),
    ],
)
def test_days(length: str, anchor: str, end: str) -> None:
    assert end_of(length, anchor) == value(end)


@pytest.mark.parametrize(
    ("length", "anchor", "end"),
    [
        ("3 months after", "2016-01-15", "2016-04-15"),
        ("3 months after", "2014-11-30", "2015-02-28"),
        ("3 months after", "2015-11-30", "2016-02-29"),
        ("3 months after", "2016-01-31", "2016-04-30"),
        ("3 months after", "2016-02-29", "2016-05-29"),
        ("1 months after", "2016-01-31", "2016-02-29"),
        ("1 months after", "2015-01-31", "2015-02-28"),
        ("1 months after", "2016-12-31", "2017-01-31"),
        ("1 months after", "2016-11-30", "2016-12-30"),
        ("12 months after", "2016-02-29", "2017-02-28"),
        ("1 months after", "2016-01-31 23:59", "2016-02-29"),
        ("3 months before", "2016-05-31", "2016-02-29"),
        ("1 months before", "2016-01-15", "2015-12-15"),
        ("0 months before", "2016-05-31", "2016-05-31"),
    ],
)
def test_months_end_on_the_day_of_that_number_or_the_last_of_the_month(length: str, anchor: str, end: str) -> None:
    assert end_of(length, anchor) == value(end)


@pytest.mark.parametrize(
    ("length", "anchor", "end"),
    [
        ("24 hours after", "2016-02-28 13:30", "2016-02-29 13:30"),
        ("24 hours before", "2016-03-01 00:10", "2016-02-29 00:10"),
        ("24 hours before", "2015-03-01 00:10", "2015-02-28 00:10"),
        ("24 hours before", "2016-03-01", "2016-02-29 00:00"),
        ("6 hours after", "2016-12-31 20:00", "2017-01-01 02:00"),
        ("30 minutes after", "2015-12-31 23:50", "2016-01-01 00:20"),
        ("0 hours after", "2016-02-29 08:15", "2016-02-29 08:15"),
    ],
)
def test_hours_and_minutes_end_on_a_minute(length: str, anchor: str, end: str) -> None:
    assert end_of(length, anchor) == value(end)


@pytest.mark.parametrize(
    ("length", "anchors", "end"),
    [
        ("14 days after", ("2016-03-02", "2016-03-01"), "2016-03-15"),
        ("14 days after", ("2016-03-02", "2016-03-01 08:00"), "2016-03-15"),
        ("24 hours after", ("2016-03-01 08:00", "2016-03-01"), "2016-03-02 00:00"),
        ("24 hours before", ("2016-03-02", "2016-03-01 08:00"), "2016-02-29 08:00"),
        ("14 days after", ("absent", "2016-03-02"), "2016-03-16"),
        ("14 days after", ("absent",), "absent"),
        ("24 hours before", ("absent", "absent"), "absent"),
        ("10 working_days after", ("absent",), "absent"),
    ],
)
def test_the_earliest_anchor_that_is_there_counts(length: str, anchors: tuple[str, ...], end: str) -> None:
    assert end_of(length, *anchors) == value(end)


@pytest.mark.parametrize("count", range(1, 11))
def test_working_days_over_holidays_and_make_up_days(count: int) -> None:
    spring, autumn = AFTER_3_FEBRUARY_2016[count - 1], AFTER_28_SEPTEMBER_2017[count - 1]
    assert end_of(f"{count} working_days after", "2016-02-03", calendar=CHINA) == value(spring)
    assert end_of(f"{count} working_days after", "2017-09-28", calendar=CHINA) == value(autumn)


@pytest.mark.parametrize(
    ("length", "anchor", "end"),
    [
        ("10 working_days before", "2016-02-22", "2016-02-03"),
        ("4 working_days before", "2016-02-16", "2016-02-05"),
        ("1 working_days after", "2016-02-10", "2016-02-14"),
        ("1 working_days before", "2017-10-05", "2017-09-30"),
        ("10 working_days after", "2016-02-03 23:00", "2016-02-22"),
        ("0 working_days after", "2016-02-10", "2016-02-10"),
    ],
)
def test_working_days_from_days_off_and_backwards(length: str, anchor: str, end: str) -> None:
    assert end_of(length, anchor, calendar=CHINA) == value(end)


@pytest.mark.parametrize(
    ("length", "anchor", "end"),
    [
        ("14 days after", "2016-02-20", "2016-03-07"),  # from Saturday to Monday
        ("14 days after", "2016-02-19", "2016-03-04"),  # a Friday stays
        ("14 days after", "2016-01-25", "2016-02-14"),  # from the first day of the holiday to the made-up Sunday
        ("14 days after", "2016-01-23", "2016-02-06"),  # the made-up Saturday stays
        ("3 months after", "2017-07-01", "2017-10-09"),  # over the whole holiday week
        ("14 days after", "2016-02-20 10:00", "2016-03-07"),
        ("10 working_days after", "2016-02-03", "2016-02-22"),
        ("14 days before", "2016-03-19", "2016-03-05"),  # backwards: the Saturday stays
        ("24 hours after", "2016-03-04 10:00", "2016-03-05 10:00"),
        ("0 days after", "2016-03-05", "2016-03-05"),
    ],
)
def test_a_last_day_off_rolls_to_the_next_working_day(length: str, anchor: str, end: str) -> None:
    assert end_of(length, anchor, calendar=ROLLING) == value(end)


def test_nothing_rolls_unasked() -> None:
    assert end_of("14 days after", "2016-02-20", calendar=CHINA) == value("2016-03-05")
    assert end_of("14 days after", "2016-02-20", calendar=ROLLING, at_least=True) == value("2016-03-05")


@pytest.mark.parametrize(
    ("length", "anchor"),
    [
        ("14 days after", "1999-12-20"),
        ("3 months after", "1999-12-20"),
        ("10 working_days after", "1999-12-20"),
        ("10 working_days after", "2000-12-28"),
        ("5 working_days before", "2001-01-03"),
    ],
)
def test_years_without_a_list_leave_the_end_unknown(length: str, anchor: str) -> None:
    assert end_of(length, anchor, calendar=ROLLING) is None


def test_without_a_country_only_ends_that_need_no_calendar_are_known() -> None:
    rolling = Calendar(None, rolls=True)
    assert end_of("14 days after", "2016-02-19", calendar=rolling) is None
    assert end_of("1 working_days after", "2016-02-19", calendar=NO_CALENDAR) is None
    assert end_of("14 days before", "2016-03-19", calendar=rolling) == value("2016-03-05")
    assert end_of("24 hours after", "2016-03-04 10:00", calendar=rolling) == value("2016-03-05 10:00")


@pytest.fixture
def _no_library(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    calendars._known_days.cache_clear()
    monkeypatch.setitem(sys.modules, "holidays", None)
    yield
    calendars._known_days.cache_clear()


@pytest.mark.usefixtures("_no_library")
def test_without_the_library_ends_on_working_days_are_unknown() -> None:
    assert end_of("10 working_days after", "2016-02-03", calendar=CHINA) is None
    assert end_of("14 days after", "2016-02-19", calendar=ROLLING) is None
    assert end_of("14 days after", "2016-02-20", calendar=CHINA) == value("2016-03-05")


@pytest.mark.parametrize("calendar", [CHINA, ROLLING])
@pytest.mark.parametrize(
    ("length", "anchor", "end"),
    [
        ("14 days after", "9999-12-25", "9999-12-31"),
        ("3 months after", "9999-10-30", "9999-12-31"),
        ("1 working_days after", "9999-12-31", "9999-12-31"),
        ("14 days before", "0001-01-05", "0001-01-01"),
        ("3 months before", "0001-03-30", "0001-01-01"),
        ("1 working_days before", "0001-01-01", "0001-01-01"),
        ("24 hours after", "9999-12-31 08:00", "9999-12-31 23:59"),
        ("24 hours before", "0001-01-01 08:00", "0001-01-01 00:00"),
        ("1000000000000000000 months after", "2016-01-31", "9999-12-31"),
    ],
)
def test_ends_outside_the_representable_years_stop_at_them(
    calendar: Calendar, length: str, anchor: str, end: str
) -> None:
    assert end_of(length, anchor, calendar=calendar) == value(end)


@pytest.mark.parametrize(
    ("length", "anchor", "minutes", "first", "due"),
    [
        ("14 days after", "2016-02-20", False, False, "2016-03-05"),
        ("14 days after", "2016-02-20", True, False, "2016-03-05 23:59"),
        ("14 days after", "2016-02-20", True, True, "2016-03-05 00:00"),
        ("3 months after", "2016-01-31 12:00", True, False, "2016-04-30 23:59"),
        ("24 hours before", "2016-03-01 00:10", True, False, "2016-02-29 00:10"),
        ("24 hours before", "2016-03-01 00:10", True, True, "2016-02-29 00:10"),
        ("24 hours before", "2016-03-01 00:10", False, False, "2016-02-29"),
        ("14 days after", "absent", True, False, "absent"),
    ],
)
def test_a_due_value_is_a_day_or_a_minute(length: str, anchor: str, minutes: bool, first: bool, due: str) -> None:
    asked = Due(period(length, [MOMENT if " " in anchor else DAY]), minutes, first)
    assert due_value(asked, [value(anchor)], CHINA) == value(due)


def test_a_due_value_is_unknown_with_the_end() -> None:
    asked = Due(period("10 working_days after"), True)
    assert due_value(asked, [value("1999-12-20")], CHINA) is None
