"""Working days as they were announced; what cannot be known is None.

China: the yearly notices of the General Office of the State Council. Germany: the day of unity is a holiday by law.
"""

import sys
from collections.abc import Iterator
from datetime import date

import pytest
from holidays.countries.china import ChinaStaticHolidays

from checker.rulebook import calendars
from checker.rulebook.calendars import Calendar


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    calendars._known_days.cache_clear()
    yield
    calendars._known_days.cache_clear()


def works(country: str | None, day: str) -> bool | None:
    return Calendar(country, rolls=False).works(date.fromisoformat(day).toordinal())


@pytest.mark.parametrize(
    "day",
    [
        "2016-02-05",  # Friday
        "2016-02-06",  # Saturday, for Thursday the 11th
        "2016-02-14",  # Sunday, for Friday the 12th
        "2016-02-15",  # Monday
        "2017-09-30",  # Saturday, for 6 October
        "2017-10-09",  # Monday
        "2018-02-11",  # Sunday
        "2018-02-24",  # Saturday
        "2024-02-04",  # Sunday
        "2024-02-18",  # Sunday
        "2005-12-31",  # Saturday, by the list for 2006
    ],
)
def test_worked_days_of_china(day: str) -> None:
    assert works("CN", day) is True


@pytest.mark.parametrize(
    "day",
    [
        "2016-02-07",  # Sunday
        *(f"2016-02-{n:02}" for n in range(8, 13)),  # Monday to Friday, Spring Festival
        "2016-02-13",  # Saturday
        "2015-09-03",  # Thursday, seventy years after the victory
        *(f"2017-10-{n:02}" for n in range(2, 7)),  # Monday to Friday, National Day
        "2017-10-08",  # Sunday
        "2020-01-31",  # Friday, Spring Festival prolonged
        "2016-03-05",  # Saturday
    ],
)
def test_days_off_in_china(day: str) -> None:
    assert works("CN", day) is False


def test_a_country_that_moves_no_day() -> None:
    assert works("DE", "2016-10-03") is False
    assert works("DE", "2016-10-04") is True


@pytest.mark.parametrize("day", ["0001-01-01", "1999-10-08", "2000-12-29", "2090-06-01", "9999-12-31"])
def test_a_year_without_a_list_is_unknown(day: str) -> None:
    assert works("CN", day) is None


def test_a_year_whose_holidays_are_only_estimated_is_unknown() -> None:
    assert works("MY", "2090-06-01") is None


def test_the_end_of_the_last_listed_year_waits_for_the_next_list(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = ChinaStaticHolidays.special_public_holidays
    monkeypatch.setattr(ChinaStaticHolidays, "special_public_holidays", {y: lists[y] for y in (2014, 2015, 2016)})
    assert works("CN", "2016-12-16") is True
    assert works("CN", "2016-12-17") is False
    assert works("CN", "2016-12-18") is None
    assert works("CN", "2016-12-31") is None
    assert works("CN", "2015-12-31") is True
    assert works("CN", "2017-03-01") is None
    assert works("CN", "2013-03-01") is None


@pytest.mark.parametrize("country", [None, "", "cn", "XX", "China", "date"])
def test_no_country_is_unknown(country: str | None) -> None:
    assert works(country, "2016-03-01") is None


def test_without_the_library_every_day_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert works("CN", "2016-03-01") is None
    assert works("CN", "2016-03-05") is None
