"""C102: which principle settles a clash, when that is doubtful, and powers that a lower text ends."""

import pytest

from checker.findings import Severity
from checker.logic.area import Found
from checker.rulebook.model import Value
from checker.uses.settled import find_settled
from tests.unit.uses.regions_held import held, law_of, maps_of

HEAD = """rulebook t { covers from 2016-01-01  reviewed until 2020-12-31
  ranks law > notice = local  governed by day  roles carrier, customs }
fact day : date
fact a : boolean
fact b : boolean
fact c : boolean
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
document old { rank notice  issuer gacc  issued 2010-01-01  in force from 2010-02-01 }
document new { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
document twin { rank local  issuer shanghai  issued 2015-01-01  in force from 2015-02-01 }
question q "May it be done?"
"""
BOOLEANS: dict[str, tuple[Value, ...]] = dict.fromkeys("abc", ("true", "false"))


def settled(text: str) -> list[Found]:
    law = law_of(HEAD + text)
    return list(find_settled(law, maps_of(law)))


@pytest.mark.parametrize(
    ("text", "message", "severity", "on_request"),
    [
        (
            "provision w cites l permit q provision x cites new forbid q",
            "`w` prevails over `x` on `q` by rank, although `x` is later",
            Severity.WARNING,
            False,
        ),
        (
            "provision w cites l permit q provision x cites new when a forbid q",
            "`w` prevails over `x` on `q` by rank, although `x` is later and more special",
            Severity.WARNING,
            False,
        ),
        (
            "provision w cites l when a permit q provision x cites old when a and b forbid q",
            "`w` prevails over `x` on `q` by rank, although `x` is later and more special",
            Severity.WARNING,
            False,
        ),
        (
            "provision w cites new permit q provision x cites old forbid q",
            "`w` prevails over `x` on `q` by recency",
            Severity.INFO,
            True,
        ),
        (
            "provision w cites new when a permit q provision x cites new forbid q",
            "`w` prevails over `x` on `q` by specialty",
            Severity.INFO,
            True,
        ),
        (
            "provision w cites new when a permit q provision x cites old forbid q",
            "`w` prevails over `x` on `q` by specialty and recency",
            Severity.INFO,
            True,
        ),
    ],
)
def test_which_principle_settles_it(text: str, message: str, severity: Severity, on_request: bool) -> None:
    (found,) = settled(text)
    assert str(found.finding.message) == message
    assert (found.finding.severity, found.on_request) == (severity, on_request)
    assert found.finding.concerns == ("q", "w", "x")
    assert (found.finding.help is None) == on_request


OLDER = "document before { rank notice  issuer gacc  issued 1990-01-01  in force from 1990-02-01 }\n"


@pytest.mark.parametrize(
    ("condition", "message", "severity"),
    [
        ("a", "`w` prevails over `x` on `q` by rank, although `x` is more special", Severity.WARNING),
        ("b", "`w` prevails over `x` on `q` by rank", Severity.INFO),
    ],
)
def test_an_older_text_that_loses_by_rank_is_doubted_only_where_it_is_special(
    condition: str, message: str, severity: Severity
) -> None:
    text = f"provision w cites l when a permit q provision x cites before when {condition} and c forbid q"
    (found,) = settled(OLDER + text)
    assert (str(found.finding.message), found.finding.severity) == (message, severity)


@pytest.mark.parametrize(
    "text",
    [
        "provision w cites l permit q provision x cites new permit q",
        "provision w cites l when a permit q provision x cites new when not a forbid q",
        "provision w unless otherwise provided cites l permit q provision x cites new forbid q",
        "provision w cites new permit q provision x exception to w cites new when a forbid q",
        "provision w cites new permit q provision x cites twin forbid q",
        "provision w cites new until 2016-01-01 permit q provision x cites old forbid q",
        'never a and b because "no" provision w cites l when a permit q provision x cites new when b forbid q',
    ],
)
def test_nothing_is_settled(text: str) -> None:
    assert settled(text) == []


def test_the_area_is_where_the_two_meet() -> None:
    (found,) = settled("provision w cites l when a permit q provision x cites new when b forbid q")
    (area,) = found.areas
    assert area.word is None
    cases = held(area.resolution, area.region, BOOLEANS)
    assert cases == {("true", "true", "true"), ("true", "true", "false")}


def test_one_finding_for_two_answers_of_one_pair() -> None:
    text = """question w "Which?" about c
provision x cites l permit w only in { true }
provision y cites new permit w only in { false }
"""
    (found,) = settled(text)
    assert found.finding.concerns == ("w", "x", "y")


LEFT = "provision high cites l when a leave q to customs "


def test_a_lower_text_ends_a_discretion() -> None:
    (found,) = settled(LEFT + "provision low cites new when b require q")
    assert str(found.finding.message) == "`low` answers `q` where the higher `high` leaves it to somebody"
    assert (found.finding.severity, found.on_request) == (Severity.WARNING, False)
    assert found.finding.concerns == ("q", "high", "low")
    (area,) = found.areas
    assert held(area.resolution, area.region, BOOLEANS) == {("true", "true", "true"), ("true", "true", "false")}


@pytest.mark.parametrize(
    "text",
    [
        LEFT + "provision low cites new when not a require q",
        LEFT + "provision as_high cites l when b require q",
        LEFT.replace("high", "high unless otherwise provided") + "provision low cites new when b require q",
        LEFT.replace("high", "high unless otherwise provided by notice") + "provision low cites new when b require q",
        LEFT + "provision low exception to high authorised by l item 1 cites new when b require q",
        LEFT + "provision both cites l permit q",
    ],
)
def test_a_discretion_that_no_lower_text_ends(text: str) -> None:
    assert settled(text) == []


def test_a_reservation_for_other_ranks_gives_way_to_none_below() -> None:
    text = LEFT.replace("high", "high unless otherwise provided by law") + "provision low cites new when b require q"
    assert [str(found.finding.message) for found in settled(text)] == [
        "`low` answers `q` where the higher `high` leaves it to somebody"
    ]
