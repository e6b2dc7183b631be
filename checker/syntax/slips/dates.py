"""Slips in dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from checker.findings import Value, say
from checker.syntax.slips.slip import ANYWHERE, Slip

_YEAR = "(?P<year>[12][0-9]{3})"
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_IN_CHINESE = f"{_YEAR} 年 (?P<month>[0-9]{{1,2}}) 月 (?P<day>[0-9]{{1,2}}) [日号]"
_SINCE = f"{_IN_CHINESE}(?:起施行|起实施|起|(?!止))"
_LAST = f"{_IN_CHINESE}止"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def _whole_day(found: Mapping[str, str]) -> Mapping[str, Value] | None:
    """Put year, month and day together as a date, where they make one."""
    month = found["month"]
    if not month.isdigit():
        month = str(1 + [name[:3] for name in _MONTHS.split("|")].index(month[:3].title()))
    try:
        day = date(int(found["year"]), int(month), int(found["day"]))
    except ValueError:
        return None
    return {**found, "date": day.isoformat()}


def _day_after(found: Mapping[str, str]) -> Mapping[str, Value] | None:
    """Tell the day behind a last one, which is what `until` names."""
    whole = _whole_day(found)
    if whole is None or whole["date"] == date.max.isoformat():
        return None
    return {**whole, "next": (date.fromisoformat(str(whole["date"])) + timedelta(days=1)).isoformat()}


def _either_day(found: Mapping[str, str]) -> Mapping[str, Value] | None:
    """Put a date together that begins with the day, or the month where only that makes a date."""
    first, month = found["first"], found["month"]
    if int(month) > 12:
        first, month = month, first
    return _whole_day({**found, "day": first, "month": month})


def _worded(*wrong: str, looks: str, reads: tuple[str, ...], place: str = ANYWHERE, behind: str = "") -> Slip:
    """Make the row of a date in words that a machine may write in figures."""
    said = say("a date is not written with words")
    return Slip(
        "S203", said, say("write `{date}`"), wrong, place, looks, behind, reads, values=_whole_day, mends="{date}"
    )


def _glued(terminal: str, word: str, *wrong: str) -> Slip:
    """Make the row of such a date that touches the Chinese word before it."""
    return _worded(*wrong, place=terminal, looks=f"{word}(?P<mark>{_SINCE})", reads=(terminal, "DAY"))


def _lasting(*wrong: str, place: str, looks: str, reads: tuple[str, ...]) -> Slip:
    """Make the row of a last day. No machine may write it: `until` names the first day that counts no more."""
    said = say("a date is not written with words")
    advice = say("write `{next}`: here stands the first day that no longer counts")
    return Slip("S203", said, advice, wrong, place, looks, reads=reads, values=_day_after)


SLIPS = (
    Slip(
        "S201",
        say("a date is not written with slashes"),
        say("write `{date}`"),
        (
            "provision a from ‹2016/3/20› permit q",
            "document d { issued ‹2016/03/20› }",
            "条款 甲 自 ‹2016/3/20› 准予 乙",
            "文件 甲 { 公布 ‹2016／3／20› }",
        ),
        place="DAY",
        looks=f"{_YEAR}[/／](?P<month>[0-9]{{1,2}})[/／](?P<day>[0-9]{{1,2}})<end>",
        reads=("DAY",),
        values=_whole_day,
        mends="{date}",
    ),
    Slip(
        "S201",
        say("a date is not written with slashes"),
        say("write `{date}`"),
        (
            "provision a when x < ‹2016/3/20› permit q",
            "条款 甲 当 申报日 < ‹2016/3/20› 准予 乙",
        ),
        looks="[/／](?P<month>[0-9]{1,2})[/／](?P<day>[0-9]{1,2})<end>",
        behind=f"(?<![0-9])(?P<from>{_YEAR})",
        reads=(),
        values=_whole_day,
        mends="{date}",
    ),
    Slip(
        "S202",
        say("a date is not written as one number"),
        say("write `{date}`"),
        (
            "provision a from ‹20160320› permit q",
            "document d { in force from ‹20160320› }",
            "条款 甲 自 ‹20160320› 准予 乙",
        ),
        place="DAY",
        looks=f"{_YEAR}(?P<month>[01][0-9])(?P<day>[0-3][0-9])<end>",
        reads=("DAY",),
        values=_whole_day,
        mends="{date}",
    ),
    Slip(
        "S201",
        say("a date is not written with full stops"),
        say("write `{date}`"),
        (
            "provision a from ‹2016.3.20› permit q",
            "条款 甲 自 ‹2016.3.20› 准予 乙",
            "文件 甲 { 公布 ‹2016.03.20› }",
        ),
        place="DAY",
        looks=f"{_YEAR}\\.(?P<month>[0-9]{{1,2}})\\.(?P<day>[0-9]{{1,2}})<end>",
        reads=("DAY",),
        values=_whole_day,
        mends="{date}",
    ),
    Slip(
        "S201",
        say("a date is not written with full stops"),
        say("write `{date}`"),
        (
            "provision a when x < ‹2016.3.20› permit q",
            "条款 甲 当 申报日 < ‹2016.3.20› 准予 乙",
        ),
        looks="\\.(?P<day>[0-9]{1,2})<end>",
        behind=f"(?P<from>{_YEAR}\\.(?P<month>[0-9]{{1,2}}))",
        reads=(),
        values=_whole_day,
        mends="{date}",
    ),
    _lasting(
        "条款「甲」自2015-10-01 至‹2016年10月1日止› 准予 乙",
        place="UNTIL",
        looks=f"至(?P<mark>{_LAST})",
        reads=("UNTIL", "DAY"),
    ),
    _lasting(
        "条款 甲 至 ‹2016年10月1日止› 准予 乙",
        "provision a until ‹2016年10月1日止› permit q",
        place="DAY",
        looks=_LAST,
        reads=("DAY",),
    ),
    _worded(
        "document d { issued ‹2015年10月12日› }",
        "文件 甲 { 公布 ‹2015年10月12日› }",
        "条款 甲 自 ‹2015 年 10 月 12 日› 准予 乙",
        "条款 甲 自 ‹2015年10月12日起施行› 准予 乙",
        place="DAY",
        looks=_SINCE,
        reads=("DAY",),
    ),
    _glued(
        "FROM",
        "自",
        "条款「甲」自‹2015年10月1日起›准予 乙",
        "废止「甲」由「乙」自‹2017年8月22日›",
    ),
    _glued(
        "UNTIL",
        "至",
        "文件「甲」{ 至‹2016年10月1日› }",
    ),
    _glued(
        "IN_FORCE_FROM",
        "施行自",
        "文件「甲」{ 施行自‹2015年10月1日› }",
    ),
    _glued(
        "ISSUED",
        "公布",
        "文件「甲」{ 公布‹2015年10月12日› }",
    ),
    _worded(
        "provision a from ‹20 March 2016› permit q",
        "document d { issued ‹12 Oct. 2015› }",
        "条款 甲 自 ‹20 March 2016› 准予 乙",
        place="DAY",
        looks=f"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTHS}|{_SHORT_MONTHS})\\.? ,? {_YEAR}<end>",
        reads=("DAY",),
    ),
    _worded(
        "provision a from ‹March 20, 2016› permit q",
        "条款 甲 自 ‹March 20, 2016› 准予 乙",
        place="DAY",
        looks=f"(?P<month>{_MONTHS}) (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? ,? {_YEAR}<end>",
        reads=("DAY",),
    ),
    _worded(
        "provision a when x < ‹2015年10月12日› permit q",
        "条款 甲 当 申报日 < ‹2015年10月12日› 准予 乙",
        looks="年 (?P<month>[0-9]{1,2}) 月 (?P<day>[0-9]{1,2}) [日号]",
        behind=f"(?P<from>{_YEAR})\\s*",
        reads=(),
    ),
    _worded(
        "provision a when x > ‹1 October 2015› permit q",
        "条款 甲 当 申报日 < ‹12 Oct. 2015› 准予 乙",
        looks=f"(?P<month>{_MONTHS}|{_SHORT_MONTHS})\\.? ,? {_YEAR}<end>",
        behind="(?<![0-9])(?P<from>(?P<day>[0-9]{1,2}))\\s",
        reads=(),
    ),
    _worded(
        "provision a when x > ‹October 1, 2015› permit q",
        "条款 甲 当 申报日 < ‹Oct 12 2015› 准予 乙",
        looks=f"(?P<day>[0-9]{{1,2}}) ,? {_YEAR}<end>",
        behind=f"(?P<from>(?P<month>{_MONTHS}|{_SHORT_MONTHS}))\\s",
        reads=(),
    ),
    Slip(
        "S204",
        say("a date begins with the year"),
        say("write `{date}` if `{month}` is the month"),
        (
            "provision a from ‹20-03-2016› permit q",
            "document d { issued ‹12.10.2015› }",
            "document d { issued ‹03/20/2016› }",
            "条款 甲 自 ‹20-03-2016› 准予 乙",
        ),
        place="DAY",
        looks=f"(?P<first>[0-9]{{1,2}})[-./](?P<month>[0-9]{{1,2}})[-./]{_YEAR}<end>",
        reads=("DAY",),
        values=_either_day,
    ),
    Slip(
        "S205",
        say("a date needs year, month and day"),
        say("write the whole date, such as `{year}-01-01`"),
        (
            "provision a from ‹2016-03› permit q",
            "provision a from ‹January 2016› permit q",
            "document d { issued ‹2016› }",
            "条款 甲 自 ‹2016年3月› 准予 乙",
            "文件 甲 { 公布 ‹2016› }",
        ),
        place="DAY",
        looks=f"(?:(?:{_MONTHS}) )?{_YEAR}"
        "(?:[-/.](?:0?[1-9]|1[0-2])(?![-0-9/.])| 年 [0-9]{1,2} 月| 年|(?![-0-9/.年]))",
        reads=("DAY",),
    ),
)
