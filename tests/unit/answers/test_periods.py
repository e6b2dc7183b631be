"""The days of duties and permissions: until when, counted from when, and the calendar they may hang on.

Expected days are counted by hand. 2016-04-02 to 04-04 were days of rest in China (Qingming), and so were 04-09 and
04-10, a Saturday and a Sunday.
"""

from pathlib import Path

import pytest

import checker

RULES = """\
rulebook t {{ covers from 2015-01-01  reviewed until 2026-11-21  ranks announcement  governed by day  roles carrier
  calendar "CN"  period counts from next_day{rolls} }}
record leg {{ left : date optional  told : date }}
fact day : date
fact due : date optional
fact arrived : datetime optional
fact filed : date
fact said : datetime
fact legs : list of leg
document a {{ rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01  items 1..1 }}
question filing done at filed
question notice done at said
question report for each leg in legs done at leg.told
provision a1 cites a item 1 {effect}
"""


def verdict(
    tmp_path: Path, effect: str, question: str = "filing", rolls: str = "", **facts: object
) -> checker.SubjectVerdict:
    """Ask one question of a plan under a rulebook with one provision."""
    (tmp_path / "t.rules").write_text(RULES.format(effect=effect, rolls=rolls))
    (plan,) = checker.load(tmp_path).check({"day": "2016-03-20", "legs": []} | facts).plans
    (found,) = (v for v in plan.verdicts if v.question == question)
    return found


def days(verdict: checker.SubjectVerdict) -> tuple[str | None, str | None, str | None]:
    """Return from when the one duty counts, what is due, and what is too early."""
    (duty,) = verdict.duties
    assert duty.period is not None
    return duty.period.since, duty.period.due, duty.period.not_before


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("within 14 days after day", ("2016-03-20", "2016-04-03", None)),
        ("within 1 months after due", ("2016-01-31", "2016-02-29", None)),
        ("within 10 working days after day", ("2016-03-20", "2016-04-01", None)),
        ("within 11 working days after day", ("2016-03-20", "2016-04-05", None)),
        ("within 3 days before due", ("2016-01-31", "2016-01-31", "2016-01-28")),
        ("at least 3 days before due", ("2016-01-31", "2016-01-28", None)),
        ("at least 3 days after due", ("2016-01-31", "2016-02-03", "2016-02-03")),
        ("within 14 days after earliest of day, due", ("2016-01-31", "2016-02-14", None)),
        ("within 14 days after arrived", ("2016-03-02T08:00", "2016-03-16", None)),
    ],
)
def test_the_days_of_a_duty(tmp_path: Path, tail: str, expected: tuple[str | None, ...]) -> None:
    found = verdict(tmp_path, f"require filing {tail}", due="2016-01-31", arrived="2016-03-02 08:00")
    assert days(found) == expected


def test_hours_end_at_a_minute(tmp_path: Path) -> None:
    effect = "require notice by carrier at least 24 hours before arrived"
    found = verdict(tmp_path, effect, "notice", arrived="2016-03-02 08:00", said="2016-03-01 08:30")
    assert days(found) == ("2016-03-02T08:00", "2016-03-01T08:00", None)
    assert (found.duties[0].by, found.compliance, found.done_at) == ("carrier", "breached", "2016-03-01T08:30")


def test_the_last_day_moves_on_where_periods_roll(tmp_path: Path) -> None:
    effect, rolls = "require filing within 14 days after day", " rolls over_holidays"
    found = verdict(tmp_path, effect, rolls=rolls, filed="2016-04-05")
    assert (days(found), found.compliance) == (("2016-03-20", "2016-04-05", None), "met")


@pytest.mark.parametrize(
    ("tail", "legs"),
    [
        ("leg.left", {}),
        ("leg.left", {"left": "absent"}),
        ("earliest of day, leg.left", {}),
    ],
)
def test_a_day_to_count_from_that_is_not_there(tmp_path: Path, tail: str, legs: dict[str, str]) -> None:
    """Of two days the unknown one may be the earlier."""
    found = verdict(tmp_path, f"require report within 14 days after {tail}", "report", legs=[legs])
    assert days(found) == (None, None, None)


def test_of_two_days_one_absent(tmp_path: Path) -> None:
    found = verdict(tmp_path, "require filing within 14 days after earliest of day, due", due="absent")
    assert days(found) == ("2016-03-20", "2016-04-03", None)


def test_the_days_of_an_element(tmp_path: Path) -> None:
    legs = [{"id": "x", "left": "2016-03-01", "told": "2016-03-03"}]
    found = verdict(tmp_path, "require report within 1 days after leg.left", "report", legs=legs)
    assert days(found) == ("2016-03-01", "2016-03-02", None)
    assert (found.subject, found.compliance, found.done_at) == ("x", "breached", "2016-03-03")


def test_a_permission_for_a_time_is_no_duty(tmp_path: Path) -> None:
    found = verdict(tmp_path, "permit filing within 14 days after day", filed="2016-04-05")
    assert found.duties == ()
    assert found.period is not None
    assert (found.period.due, found.compliance) == ("2016-04-03", "breached")


def test_a_permission_without_a_time_and_a_duty_have_no_time_limit(tmp_path: Path) -> None:
    assert verdict(tmp_path, "permit filing").period is None
    assert verdict(tmp_path, "require filing within 14 days after day").period is None


@pytest.mark.parametrize(
    ("tail", "rolls", "day", "in_doubt"),
    [
        ("within 3 working days after day", "", "2051-03-20", "2051-03-21"),
        ("within 3 working days before day", "", "2051-03-20", "2051-03-19"),
        ("within 1 months after day", " rolls over_holidays", "2051-03-20", "2051-04-20"),
    ],
)
def test_a_calendar_that_ends_too_early(tmp_path: Path, tail: str, rolls: str, day: str, in_doubt: str) -> None:
    pytest.importorskip("holidays")
    found = verdict(tmp_path, f"require filing {tail}", rolls=rolls, day=day, filed=day)
    assert checker.Remark("calendar", in_doubt) in found.remarks
    assert days(found)[0] == day


def test_without_the_calendar_it_is_said_how_to_have_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.answers.remarks.find_spec", lambda _: None)
    found = verdict(tmp_path, "require filing within 3 working days after day", day="2051-03-20")
    assert checker.Remark("no-calendar", "2051-03-21") in found.remarks
