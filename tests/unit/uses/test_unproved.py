"""C105: texts that would be special if more counted, and texts that are special by a day in a condition."""

import pytest

from checker.findings import Severity, say
from checker.logic import feasibility
from checker.logic.area import Found
from checker.logic.trees import CompilationError
from checker.regions.integers import SearchLimitError
from checker.uses import unproved as unproved_specialty
from checker.uses.unproved import find_unproved_specialty
from tests.unit.uses.regions_held import held, law_of, maps_of

HEAD = """rulebook t { covers from 2016-01-01  reviewed until 2020-12-31
  ranks notice = local  governed by day }
fact day : date
fact a : boolean
fact b : boolean
fact i : integer 0..9
fact j : integer 0..9
document old { rank notice  issuer gacc  issued 2010-01-01  in force from 2010-02-01 }
document new { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
document twin { rank local  issuer shanghai  issued 2015-01-01  in force from 2015-02-01 }
question q "May it be done?"
"""
NEVER = 'never a and not b because "no"\n'


def unproved(text: str) -> list[Found]:
    law = law_of(HEAD + text)
    return list(find_unproved_specialty(law, maps_of(law)))


def told(text: str) -> list[str]:
    return [str(found.finding.message) for found in unproved(text)]


APART = "fact end : date fact start : date {} provision g cites new when end >= start forbid q"
ONLY = "`s` is special against `g` on `q` only by what is `never` or reckoned, which does not count: "


@pytest.mark.parametrize(
    ("text", "falls_to"),
    [
        (NEVER + "provision s cites new when a permit q provision g cites new when b forbid q", "no principle decides"),
        (
            NEVER + "provision s cites old when a permit q provision g cites new when b forbid q",
            "`g` prevails as the later",
        ),
        (
            NEVER + "provision s cites new when a permit q provision g cites old when b forbid q",
            "`s` prevails as the later",
        ),
        (
            "provision s cites new when i >= 5 and j >= 5 permit q provision g cites new when i + j >= 7 forbid q",
            "no principle decides",
        ),
        (
            APART.format("provision s cites new when end - start is 3 days permit q"),
            "no principle decides",
        ),
        (
            'never i > 3 and not a because "no" '
            + NEVER
            + "provision s cites new when i > 3 permit q provision g cites new when b forbid q",
            "no principle decides",
        ),
    ],
)
def test_special_only_by_more_than_types(text: str, falls_to: str) -> None:
    (found,) = unproved(text)
    assert str(found.finding.message) == ONLY + falls_to
    assert (found.finding.id, found.finding.severity) == ("C105", Severity.WARNING)
    assert found.finding.concerns == ("q", "g", "s")


@pytest.mark.parametrize(
    "text",
    [
        "provision s cites new when a permit q provision g cites new when b forbid q",
        NEVER + "provision s cites new when a and b permit q provision g cites new when b forbid q",
        NEVER + "provision s cites new when a permit q provision g cites new when b permit q",
        NEVER + "provision s cites new when a permit q provision g cites twin when b forbid q",
        NEVER + "provision s cites new when a and i > 3 permit q provision g cites new when b and i < 5 forbid q",
        NEVER + "provision s cites new until 2016-01-01 when a permit q provision g cites new when b forbid q",
        NEVER + 'never b and not a because "no" '
        "provision s cites new when a permit q provision g cites new when b forbid q",
        NEVER + "provision g cites new when b forbid q provision s exception to g cites new when a permit q",
        "provision s cites new when i >= 5 permit q provision g cites new when i + j >= 7 forbid q",
    ],
)
def test_proved_or_not_special_at_all(text: str) -> None:
    assert told(text) == []


def test_the_scope_makes_nothing_special() -> None:
    text = "question r within b provision s cites new when a permit r provision g cites new when b forbid r"
    assert told(text) == []


def test_the_area_is_where_both_are_candidates() -> None:
    (found,) = unproved(NEVER + "provision s cites new when a permit q provision g cites new when b forbid q")
    (area,) = found.areas
    assert held(area.resolution, area.region, {"a": ("true", "false"), "b": ("true", "false")}) == {("true", "true")}


BY_DAY = "provision s cites new when {} permit q provision g cites new when {} forbid q"


@pytest.mark.parametrize(
    ("special", "general"),
    [
        ("day >= 2017-01-01", "day >= 2016-06-01"),
        ("a and day >= 2017-01-01", "a"),
        ("a and day >= 2017-01-01 and day < 2018-01-01", "a"),
        ("a and not day < 2017-01-01", "a"),
    ],
)
def test_special_by_a_day_in_the_condition(special: str, general: str) -> None:
    (found,) = unproved(BY_DAY.format(special, general))
    assert str(found.finding.message) == (
        "`s` is special against `g` on `q` only by a day in a condition, which as a window would not count"
    )
    assert (found.finding.id, found.finding.severity) == ("C105", Severity.INFO)


@pytest.mark.parametrize(
    ("special", "general"),
    [
        ("a and b and day >= 2017-01-01", "a"),
        ("a", "a or b"),
        ("day >= 2017-01-01 and a", "day < 2018-01-01 and b"),
        ("(day >= 2017-01-01 or b) and a", "a"),
    ],
)
def test_special_without_the_day_or_not_at_all(special: str, general: str) -> None:
    assert told(BY_DAY.format(special, general)) == []


def test_a_window_counts_for_nothing() -> None:
    assert told("provision s cites new from 2017-01-01 when a permit q provision g cites new when a forbid q") == []


RECKONED = "provision s cites new when i >= 5 and j >= 5 permit q provision g cites new when i + j >= 7 forbid q"


def test_what_cannot_be_compared_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_large(*_: object) -> None:
        raise CompilationError(say("no reason"))

    monkeypatch.setattr(unproved_specialty, "compile_units", too_large)
    (found,) = unproved(RECKONED)
    assert (found.finding.id, found.areas) == ("A102", ())
    assert str(found.finding.message) == (
        "whether `g` or `s` would be special on `q` is not decided: that is too large to look through"
    )


def test_a_search_given_up_shows_on_the_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks whether all searches came to their ends is told so of the question."""

    def given_up(*_: object) -> None:
        raise SearchLimitError

    monkeypatch.setattr(feasibility, "solve", given_up)
    law = law_of(HEAD + RECKONED)
    maps = maps_of(law)
    assert list(find_unproved_specialty(law, maps)) == []
    assert maps("q").case.was_cut_short
