"""Periods: how they are read, when a day lies within one, and when a deed is late."""

import pytest

from checker.rulebook.deadlines import check_deed, is_late, lies_within
from checker.rulebook.model import All, Condition, Due, Fact, IsAbsent, Negation, Period, Reckoned, Runs, Some
from checker.rulebook.model import Test as OneTest
from tests.unit.rulebook.conditions_of_books import DAY, LIMIT, MOMENT, fact, refused, says, term
from tests.unit.rulebook.written import path

FAR = LIMIT * LIMIT

day, due = fact("day", DAY), fact("due", DAY)
seen_at, sent_at = fact("seen_at", MOMENT), fact("sent_at", MOMENT)
paid_on = Fact(("paid_on",), None, "paid_on", DAY, True, None)


def minus(first: Fact, second: Fact, *runs: tuple[int, int], form: str = "arithmetic") -> Reckoned:
    return Reckoned(((1, term(first)), (-1, term(second))), Runs(runs), form)


def ends(of: Fact, end: Due, low: int, high: int) -> Reckoned:
    """Test the end less the fact: `Due(…)` comes before `Term(…)` in the order of the addends."""
    return Reckoned(((1, end), (-1, term(of))), Runs(((low, high),)), "arithmetic")


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("within 14 days after due", (0, 14)),
        ("within 14 days before due", (-14, 0)),
        ("at least 14 days after due", (14, FAR)),
        ("at least 14 days before due", (-FAR, -14)),
        ("within 0 days after due", (0, 0)),
    ],
)
def test_days_between_two_days_are_counted_plainly(text: str, run: tuple[int, int]) -> None:
    assert says(f"day is {text}") == minus(day, due, run)
    assert says(f"day is not {text}") == Negation(minus(day, due, run))


def test_hours_between_two_moments_are_exact_to_the_minute() -> None:
    assert says("seen_at is within 24 hours after sent_at") == minus(seen_at, sent_at, (0, 1440))
    assert says("seen_at is at least 90 minutes before sent_at") == minus(seen_at, sent_at, (-FAR, -90))


def test_months_end_where_the_calendar_says() -> None:
    period = Period(6, "months", False, "after", (due,))
    # `day - due >= 0`, and the end less the day at least 0.
    assert says("day is within 6 months after due") == All(
        (minus(day, due, (0, FAR), form="order"), ends(day, Due(period, False), 0, FAR))
    )


def test_a_moment_may_come_until_the_last_minute_of_the_last_day() -> None:
    period = Period(3, "days", False, "after", (due,))
    begun = Reckoned(((1440, term(due)), (-1, term(seen_at))), Runs(((-FAR, 0),)), "order")
    assert says("seen_at is within 3 days after due") == All((begun, ends(seen_at, Due(period, True), 0, FAR)))


@pytest.mark.parametrize(
    ("text", "first", "run"),
    [("at least 3 months before", False, (0, FAR)), ("at least 3 months after", True, (-FAR, 0))],
)
def test_at_least_so_long_is_a_test_of_the_end_alone(text: str, first: bool, run: tuple[int, int]) -> None:
    """The last minute of the day a backward period ends on is early enough; the first of a forward one late enough."""
    period = Period(3, "months", True, text.rpartition(" ")[2], (due,))
    assert says(f"seen_at is {text} due") == ends(seen_at, Due(period, True, first), *run)
    assert says(f"day is {text} due") == ends(day, Due(period, False), *run)


def test_working_days_and_days_that_roll_are_for_the_calendar() -> None:
    working = Period(10, "working_days", True, "after", (due,))
    assert says("day is at least 10 working days after due") == ends(day, Due(working, False), -FAR, 0)
    rolling = Period(10, "days", True, "after", (due,))
    assert lies_within(day, rolling, rolls=True) == ends(day, Due(rolling, False), -FAR, 0)
    assert lies_within(day, rolling, rolls=False) == minus(day, due, (10, FAR))


def test_of_several_dates_the_earliest_counts() -> None:
    after = Period(3, "days", False, "after", (day, due))
    other = fact("other", DAY)
    begun = Some((Reckoned(((1, term(day)), (-1, term(other))), Runs(((-FAR, 0),)), "order"),
                  Reckoned(((1, term(due)), (-1, term(other))), Runs(((-FAR, 0),)), "order")))  # fmt: skip
    assert lies_within(other, after, rolls=False) == All((begun, ends(other, Due(after, False), 0, FAR)))


def test_before_the_earliest_is_before_each_that_is_there() -> None:
    before = Period(3, "days", False, "before", (due, paid_on))
    met_due = minus(day, due, (-FAR, 0), form="order")
    met_paid = minus(day, paid_on, (-FAR, 0), form="order")
    either = Some((OneTest(term(paid_on), IsAbsent()), met_paid))
    assert lies_within(day, before, rolls=False) == All((ends(day, Due(before, False), -FAR, 0), met_due, either))


def test_anchors_stand_once_and_in_the_order_of_their_names() -> None:
    text = "paid_on is given and sent_at is within 2 months after earliest of {}"
    conditions = {says(text.format(anchors)) for anchors in ("seen_at, due, seen_at", "due, seen_at")}
    assert len(conditions) == 1


def late(text: str, deed: Fact, anchor: Fact, rolls: bool = False) -> Condition:
    """Say when a deed is late by a period: `at least 24 hours before`."""
    words = text.split()
    at_least = words[0] == "at"
    amount, unit, side = words[-3:]
    return is_late(deed, Period(int(amount), unit, at_least, side, (anchor,)), rolls)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("within 14 days after", ((15, FAR),)),
        ("within 14 days before", ((-FAR, -15), (1, FAR))),
        ("at least 14 days before", ((-13, FAR),)),
        ("at least 14 days after", ((-FAR, 13),)),
    ],
)
def test_a_deed_is_late_outside_its_time_and_never_early_within_a_period_after(
    text: str, runs: tuple[tuple[int, int], ...]
) -> None:
    assert late(text, day, due) == minus(day, due, *runs)


def test_a_deed_that_must_come_hours_before_is_late_by_a_minute() -> None:
    """At 24 hours before to the minute it is in time, 1439 minutes before it is late."""
    assert late("at least 24 hours before", seen_at, sent_at) == minus(seen_at, sent_at, (-1439, FAR))


def test_a_deed_is_late_by_an_end_of_the_calendar() -> None:
    after = Period(3, "months", False, "after", (due,))
    assert is_late(day, after, rolls=False) == ends(day, Due(after, False), -FAR, -1)
    assert is_late(seen_at, after, rolls=False) == ends(seen_at, Due(after, True), -FAR, -1)
    before = Period(3, "months", True, "before", (due,))
    assert is_late(day, before, rolls=False) == ends(day, Due(before, False), -FAR, -1)
    not_before = Period(3, "months", True, "after", (due,))
    assert is_late(seen_at, not_before, rolls=False) == ends(seen_at, Due(not_before, True, True), 1, FAR)
    within = Period(3, "months", False, "before", (due,))
    assert is_late(day, within, rolls=False) == Some(
        (ends(day, Due(within, False), 1, FAR), minus(day, due, (1, FAR), form="order"))
    )


@pytest.mark.parametrize(
    ("text", "id_", "message"),
    [
        ("day is within 14 days after kg", "T301", ("`kg` is no fact with a day or a time: "
         "it cannot say when a period begins")),
        ("day is within 14 days after dew", "N201", "no fact is named `dew`"),
        ("kg is within 14 days after due", "T301", ("`kg` is no fact with a day or a time, which alone can lie "
         "within a period")),
        ("dew is within 14 days after due", "N201", "no fact is named `dew`"),
        ("due + 1 days is within 14 days after due", "T301", ("`due + 1 days` is no fact with a day or a time, "
         "which alone can lie within a period")),
        ("day is within 14 hours after seen_at", "T301", ("`day` is a day without a time, and a period of hours is "
         "exact to the minute")),
        ("seen_at is within 30 minutes after day", "T301", ("`day` is a day without a time, and a period of minutes "
         "is exact to the minute")),
        ("day is within 9999999 days after due", "T302", ("a period has a whole number of days that the calendar "
         "holds, and `9999999` is none")),
        ("day is within 14 days after paid_on", "T305", ("`paid_on` may be absent, and nothing here asks whether it "
         "is given")),
    ],
)  # fmt: skip
def test_mistakes_in_periods(text: str, id_: str, message: str) -> None:
    assert refused(text) == [(id_, message)]


def test_a_deed_of_which_the_day_alone_is_known_fits_a_period_of_days() -> None:
    span = path("day").span
    assert check_deed(day, Period(1, "days", False, "after", (seen_at,)), span) is None
    assert check_deed(seen_at, Period(1, "hours", False, "after", (sent_at,)), span) is None
    wrong = check_deed(day, Period(1, "hours", False, "after", (sent_at,)), span)
    assert wrong is not None
    assert (wrong.id, wrong.span) == ("T301", span)
