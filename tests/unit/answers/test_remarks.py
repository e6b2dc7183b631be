"""Remarks: days beyond what the rulebook covers, a search cut short; they change no verdict."""

from datetime import date

import pytest

from checker.answers.dossier import Remark
from checker.answers.remarks import find_remarks
from checker.logic import Law, Outcome, Verdict, Way
from checker.rulebook.model import Header, Rulebook

COVERED = (date(2001, 1, 1).toordinal(), date(2026, 11, 21).toordinal())


def law(since: int | None, until: int | None) -> Law:
    header = Header("t", None, None, since, until, (), (), (), (), None, None, rolls=False)
    return Law(Rulebook(header, {}, {}, {}, (), (), {}, {}, (), (), (), (), "sha256:00"))


def remarks(
    day: date | None, covered: tuple[int | None, int | None] = COVERED, cut_short: bool = False
) -> list[Remark]:
    verdict = Verdict("permitted", (Way(Outcome("permitted"), ()),), cut_short=cut_short)
    return list(find_remarks(law(*covered), verdict, (), None if day is None else day.toordinal(), None))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2000, 12, 31), [Remark("horizon-before", "2001-01-01")]),
        (date(2001, 1, 1), []),
        (date(2026, 11, 21), []),
        (date(2026, 11, 22), [Remark("horizon-after", "2026-11-21")]),
        (None, []),
    ],
)
def test_days_beyond_the_horizon(day: date | None, expected: list[Remark]) -> None:
    assert remarks(day) == expected


def test_a_rulebook_that_names_no_horizon_has_none() -> None:
    assert remarks(date(1900, 1, 1), (None, None)) == []


def test_a_search_cut_short_says_so() -> None:
    assert remarks(None, cut_short=True) == [Remark("cut-short", "")]
    assert remarks(None, cut_short=False) == []
