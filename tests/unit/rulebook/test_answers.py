"""Answers: what clashes, and what two that do not clash say together. Period and bearer belong to a duty."""

from itertools import product

import pytest

from checker.rulebook.model import (
    EXEMPT,
    FORBID,
    PERMIT,
    REQUIRE,
    Decided,
    Deontic,
    Fact,
    OrderedType,
    Period,
    clash,
    join,
)

DAY = Fact(("day",), None, "day", OrderedType("date", 0, None, 1, 999), False, None)
SEEN = Fact(("seen",), None, "seen", OrderedType("date", 0, None, 1, 999), False, None)
TWO_WEEKS = Period(14, "days", False, "after", (DAY,))
PERIODS = (None, TWO_WEEKS, Period(15, "days", False, "after", (DAY,)))


def duty(bearer: str | None = None, period: Period | None = None) -> Deontic:
    return Deontic(True, False, bearer, period)


@pytest.mark.parametrize(
    "other",
    [
        Period(15, "days", False, "after", (DAY,)),
        Period(14, "working_days", False, "after", (DAY,)),
        Period(14, "days", True, "after", (DAY,)),
        Period(14, "days", False, "before", (DAY,)),
        Period(14, "days", False, "after", (SEEN,)),
        Period(14, "days", False, "after", (DAY, SEEN)),
    ],
)
def test_duties_of_different_periods_clash(other: Period) -> None:
    assert clash(duty(period=TWO_WEEKS), duty(period=other))
    assert clash(duty(period=other), duty(period=TWO_WEEKS))


def test_duties_of_one_period_agree() -> None:
    again = Period(14, "days", False, "after", (DAY,))
    assert not clash(duty(period=TWO_WEEKS), duty(period=again))
    assert join(duty(period=TWO_WEEKS), duty(period=again)) == duty(period=TWO_WEEKS)


def test_a_period_left_unsaid_does_not_differ_and_is_filled_in() -> None:
    assert not clash(duty(), duty(period=TWO_WEEKS))
    assert join(duty(), duty(period=TWO_WEEKS)) == duty(period=TWO_WEEKS)
    assert join(duty(period=TWO_WEEKS), duty()) == duty(period=TWO_WEEKS)


def test_what_one_duty_leaves_unsaid_the_other_says() -> None:
    """The bearer comes from the one and the period from the other."""
    whole = duty("carrier", TWO_WEEKS)
    assert not clash(duty("carrier"), duty(period=TWO_WEEKS))
    assert join(duty("carrier"), duty(period=TWO_WEEKS)) == whole
    assert join(duty(period=TWO_WEEKS), duty("carrier")) == whole
    assert clash(duty("carrier", TWO_WEEKS), duty("consignee", TWO_WEEKS))


def test_the_period_of_a_permission_is_none_of_a_duty() -> None:
    permitted = Deontic(True, None, "consignee", PERIODS[2])
    assert not clash(permitted, duty("carrier", TWO_WEEKS))
    assert join(permitted, duty("carrier", TWO_WEEKS)) == duty("carrier", TWO_WEEKS)
    assert join(duty(), permitted) == duty()


def test_permissions_of_different_periods_do_not_clash() -> None:
    assert not clash(Deontic(True, None, None, TWO_WEEKS), Deontic(True, None, None, PERIODS[2]))
    assert join(PERMIT, Deontic(True, None, None, TWO_WEEKS)) == Deontic(True, None, None, TWO_WEEKS)


def test_what_is_said_of_doing_and_leaving_clashes_whatever_the_period() -> None:
    timed = duty(period=TWO_WEEKS)
    assert clash(timed, FORBID)
    assert clash(timed, EXEMPT)
    assert not clash(timed, PERMIT)
    assert [clash(a, b) for a, b in ((PERMIT, FORBID), (FORBID, EXEMPT), (PERMIT, EXEMPT))] == [True, False, False]


def test_joins_of_the_deontic_square() -> None:
    joined = [join(REQUIRE, PERMIT), join(FORBID, EXEMPT), join(PERMIT, EXEMPT), join(EXEMPT, EXEMPT)]
    words = [answer.word for answer in joined if isinstance(answer, Deontic)]
    assert words == ["required", "forbidden", "permitted", "not-required"]


@pytest.mark.parametrize(("one", "other"), list(product(PERIODS, PERIODS)))
def test_to_clash_is_mutual_and_so_is_the_join_of_what_does_not(one: Period | None, other: Period | None) -> None:
    left, right = duty(period=one), duty("carrier", other)
    assert clash(left, right) == clash(right, left) == (None not in (one, other) and one != other)
    if not clash(left, right):
        assert join(left, right) == join(right, left)


def test_values_clash_when_they_differ() -> None:
    assert clash(Decided("5"), Decided("6"))
    assert not clash(Decided("5"), Decided("5"))
