"""What is owed and until when, in the words of a verdict, in both languages."""

import pytest

from checker.answers.dossier import DatedPeriod, Duty
from checker.reports.duty_words import period_words
from checker.reports.labels import words
from checker.reports.verdict_text import verdict_text
from tests.unit.reports.records import verdict, within

UNTIL = within(14, since="2016-03-20", due="2016-04-03")


def said(text: str) -> list[str]:
    """Return the rows of a block without the blanks that line them up."""
    return [" ".join(row.split()) for row in text.split("\n\n")[1].splitlines()]


def owed(
    period: DatedPeriod, compliance: str, language: str = "en", by: str | None = None, **parts: object
) -> list[str]:
    duty = Duty("carriage", by, period, compliance)
    return said(verdict_text(verdict("required", duties=(duty,), compliance=compliance, **parts), language, 88))


def test_who_until_when_and_that_it_was_done_too_late() -> None:
    assert owed(UNTIL, "breached", by="carrier", deed="done", done_at="2016-04-05") == [
        "duty on carrier, not later than 2016-04-03: breached (done on 2016-04-05)",
        "within 14 days after decl.accepted_at, counted from 2016-03-20",
    ]


def test_the_same_in_chinese() -> None:
    assert owed(UNTIL, "breached", "zh", by="carrier", deed="done", done_at="2016-04-05") == [
        "义务 由carrier承担，不晚于 2016-04-03：违反（于 2016-04-05 履行）",
        "decl.accepted_at 之后 14 天内，自 2016-03-20 起算",
    ]


def test_what_was_not_done_at_all() -> None:
    assert owed(UNTIL, "breached", deed="undone")[0] == "duty not later than 2016-04-03: breached (not done)"


def test_between_two_minutes() -> None:
    last = "2016-03-02T08:00"
    before = within(24, unit="hours", side="before", since=last, due=last, not_before="2016-03-01T08:00")
    assert owed(before, "met") == [
        "duty from 2016-03-01 08:00 to 2016-03-02 08:00: met",
        "within 24 hours before decl.accepted_at, counted from 2016-03-02 08:00",
    ]


def test_not_before_a_day() -> None:
    wait = within(3, unit="months", at_least=True, since="2016-03-31", due="2016-06-30", not_before="2016-06-30")
    assert owed(wait, "met") == [
        "duty not earlier than 2016-06-30: met",
        "at least 3 months after decl.accepted_at, counted from 2016-03-31",
    ]


def test_a_period_of_which_no_day_is_known() -> None:
    assert owed(within(14), "unknown") == [
        "duty unknown, it cannot be told from the plan",
        "within 14 days after decl.accepted_at, the plan does not say from when",
    ]


def test_what_may_be_done_for_a_time() -> None:
    may = verdict("permitted", period=UNTIL, compliance="breached", done_at="2016-04-05")
    assert said(verdict_text(may, "en", 88)) == [
        "time limit not later than 2016-04-03",
        "within 14 days after decl.accepted_at, counted from 2016-03-20",
        "compliance breached (done on 2016-04-05)",
    ]
    unknown = verdict("permitted", period=within(14))
    assert said(verdict_text(unknown, "en", 88)) == [
        "time limit within 14 days after decl.accepted_at, the plan does not say from when"
    ]


@pytest.mark.parametrize(
    ("at_least", "side", "english", "chinese"),
    [
        (False, "after", "within 1 day after a", "a 之后 1 天内"),
        (False, "before", "within 1 day before a", "a 之前 1 天内"),
        (True, "after", "at least 1 day after a", "a 之后至少 1 天"),
        (True, "before", "at least 1 day before a", "a 之前至少 1 天"),
    ],
)
def test_a_period(at_least: bool, side: str, english: str, chinese: str) -> None:
    for language, expected in (("en", english), ("zh", chinese)):
        assert period_words(1, "days", at_least, side, ("a",), words(language)) == expected


def test_the_earliest_of_several_days() -> None:
    said = period_words(10, "working_days", False, "after", ("a", "b"), words("en"))
    assert said == "within 10 working days after the earliest of a, b"
