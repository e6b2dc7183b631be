"""Working days: whether a day is worked in a country, with make-up days for moved holidays.

Takes a country's code and a day, gives yes, no or None. Lists come from the optional library `holidays`, imported when
a day is first asked about. National holidays only, none of a province. Knows no period; guesses no day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from holidays import HolidayBase

# So many days at the end of a year can be moved by the list of the next; none yet has reached further back.
_REACHED_BY_NEXT_LIST = 14


class Calendar(Struct, frozen=True):
    """The working days of the country with this code (`CN`); `name` None: of no country.

    `rolls`: a period whose last day is not worked ends on the next day that is.
    """

    name: str | None
    rolls: bool

    def works(self, day: int) -> bool | None:
        """Say whether a day, an ordinal, is worked.

        None when it cannot be known: no country is named or the library does not know it, the library is not
        installed, or it has no list for that year. A list for each year is needed where holidays are moved by
        announcement (China: from 2001); elsewhere the library's own span counts, less the years it estimates.
        """
        return None if self.name is None else _known_days(self.name, date.fromordinal(day).year).get(day)


@cache
def _known_days(country: str, year: int) -> Mapping[int, bool]:
    """Give the days of a year of which it is known whether they are worked."""
    try:
        import holidays
        from holidays.registry import EntityLoader
    except ImportError:
        return {}
    if country not in EntityLoader.get_country_codes():
        return {}
    listed = holidays.country_holidays(country, years=year)
    years = _years(listed)
    if year not in years or _estimated(listed):
        return {}
    end = date(year, 12, 31).toordinal() + 1
    if year + 1 not in years:
        end -= _REACHED_BY_NEXT_LIST
    return {day: listed.is_working_day(date.fromordinal(day)) for day in range(date(year, 1, 1).toordinal(), end)}


def _years(listed: HolidayBase) -> range:
    """Give the years with a list of moved days, or, in a country that moves none, those the library speaks of."""
    moved = tuple(_years_with_moved_days(listed))
    return range(min(moved), max(moved) + 1) if moved else range(listed.start_year, listed.end_year + 1)


def _years_with_moved_days(listed: HolidayBase) -> Iterator[int]:
    # An entry is (month, day, name), or (month, day) with the day of rest given for it; one entry may stand alone.
    for year, entries in getattr(listed, "special_public_holidays", {}).items():
        if any(len(entry) > 3 for entry in (entries if isinstance(entries[0], tuple) else (entries,))):
            yield year


def _estimated(listed: HolidayBase) -> bool:
    """Say whether some holiday of the populated year is marked as reckoned in advance, not announced."""
    mark = listed.tr(getattr(listed, "estimated_label", "")).replace("%s", "").strip()
    return bool(mark) and any(mark in name for name in listed.values())
