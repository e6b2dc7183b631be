"""Scalars and constants are read by their types, exactly, and written back as the same value."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.findings import Span
from checker.rulebook.literals import (
    Misread,
    day_ordinal,
    moment_minutes,
    read_literal,
    read_number,
    read_scalar,
    write_scalar,
)
from checker.rulebook.model import (
    ABSENT,
    FIRST_DAY,
    LAST_DAY,
    LIMIT,
    CodeRow,
    CodeTable,
    CodeType,
    FiniteType,
    NamedValue,
    OrderedType,
    TextType,
    Value,
    ValueType,
    boolean,
)
from checker.syntax import nodes

HERE = Span("a.rules", 1, 1, 1, 2)
MODE = FiniteType("one of", "mode", (NamedValue(("sea", "海")), NamedValue(("rail", "铁路")), NamedValue(("café",))))
OFFICE = CodeType(CodeTable(("office",), "o.yaml", False, (), {c: CodeRow(c, None, {}) for c in ("0900", "4905")}))
WHOLE = OrderedType("integer", 0, None, -LIMIT, LIMIT)
LOAD = OrderedType("integer", 0, None, 0, 500)
WEIGHT = OrderedType("decimal", 3, "kg", 0, LIMIT)
DEGREES = OrderedType("decimal", 1, "m", -400, 400)
VALUE = OrderedType("money", 2, "CNY", 0, LIMIT)
SHARE = OrderedType("percent", 2, "percent", 0, LIMIT)
DAY = OrderedType("date", 0, None, FIRST_DAY, LAST_DAY)
TIME = OrderedType("datetime", 0, None, FIRST_DAY * 1440, LAST_DAY * 1440 + 1439)
SPAN = OrderedType("duration", 0, None, 0, LIMIT)
GOODS = OrderedType("hs", 0, None, 0, 10**10 - 1)
FIRST_OF_2016 = date(2016, 1, 1).toordinal()


def misread(value: Value | Misread) -> Misread:
    assert isinstance(value, Misread)
    return value


@pytest.mark.parametrize(
    ("declared", "text", "value"),
    [
        (boolean(), "true", "true"),
        (boolean(), "否", "false"),
        (MODE, "sea", "sea"),
        (MODE, "铁路", "rail"),
        (MODE, "cafe\u0301", "café"),
        (OFFICE, "0900", "0900"),
        (WHOLE, "-7", -7),
        (WHOLE, "007", 7),
        (LOAD, "500", 500),
        (WEIGHT, "10.5", 10500),
        (WEIGHT, "10.500", 10500),
        (WEIGHT, "10.5 kg", 10500),
        (WEIGHT, "10.5kg", 10500),
        (DEGREES, "-0.5", -5),
        (VALUE, "100", 10000),
        (VALUE, "99.9 CNY", 9990),
        (SHARE, "2.5", 250),
        (SHARE, "2.5%", 250),
        (SHARE, "2.5 percent", 250),
        (DAY, "2016-01-01", FIRST_OF_2016),
        (TIME, "2016-01-01 12:30", FIRST_OF_2016 * 1440 + 750),
        (TIME, "2016-01-01T00:00", FIRST_OF_2016 * 1440),
        (SPAN, "2 days", 2880),
        (SPAN, "1 day 2 hours", 1560),
        (SPAN, "3小时5分钟", 185),
        (SPAN, "0 minutes", 0),
        (GOODS, "0101210000", 101210000),
        (TextType(), "any thing: 12:30", "any thing: 12:30"),
    ],
)
def test_the_text_is_read_by_the_type(declared: ValueType, text: str, value: Value) -> None:
    assert read_scalar(declared, text) == value


@pytest.mark.parametrize(
    ("declared", "text", "message"),
    [
        (boolean(), "yes", "`yes` is neither `true` nor `false`"),
        (WHOLE, "twelve", "`twelve` is not a whole number"),
        (WHOLE, "1_000", "`1_000` is not a whole number"),
        (WHOLE, "1e3", "`1e3` is not a whole number"),
        (WHOLE, "9" * 5000, f"`{'9' * 1000}…` is not a whole number"),
        (WHOLE, "1.0", "`1.0` has too many decimals: a whole number has no decimals"),
        (WHOLE, str(LIMIT + 1), f"`{LIMIT + 1}` is larger than any number can be here"),
        (LOAD, "501", "`501` lies outside 0..500"),
        (LOAD, "-1", "`-1` is below nought"),
        (WEIGHT, "1.2345", "`1.2345` has too many decimals: a number of kg has at most 3 decimals"),
        (WEIGHT, "5 t", "`5 t` is not a number of kg"),
        (DEGREES, "40.1", "`40.1` lies outside -40..40"),
        (VALUE, "5 USD", "`5 USD` is not an amount of CNY"),
        (SHARE, "1 kg", "`1 kg` is not a percentage"),
        (DAY, "2015-02-30", "the calendar has no day 2015-02-30"),
        (DAY, "2016-3-5", "`2016-3-5` is not a day written like `2015-10-12`"),
        (DAY, "2016-03-05 12:30", "`2016-03-05 12:30` is a time, not a day written like `2015-10-12`"),
        (TIME, "2016-03-05", "`2016-03-05` is a day without a time; a time is written like `2015-10-12 08:30`"),
        (TIME, "2016-03-05 24:00", "the clock has no 24:00"),
        (TIME, "2015-02-30 08:00", "the calendar has no day 2015-02-30"),
        (SPAN, "", "`` is not a duration written like `2 days 3 hours`"),
        (SPAN, "2", "`2` is not a duration written like `2 days 3 hours`"),
        (SPAN, "3 months", "`3 months` is not a duration written like `2 days 3 hours`"),
        (GOODS, "0101", "`0101` is not a goods code of ten digits"),
        (MODE, "absent", "`absent` may stand only for what is `optional`"),
    ],
)
def test_what_does_not_fit_is_a_mistake_of_type(declared: ValueType, text: str, message: str) -> None:
    found = misread(read_scalar(declared, text))
    assert (str(found.message), found.unknown) == (message, False)


def test_an_unknown_value_or_code_is_a_mistake_of_name_with_the_nearest() -> None:
    mode, office = misread(read_scalar(MODE, "seaa")), misread(read_scalar(OFFICE, "0901"))
    assert (str(mode.message), mode.nearest) == ("no value of `mode` is named `seaa`", "sea")
    assert (str(office.message), office.nearest) == ("`office` lists no code `0901`", "0900")
    assert (mode.unknown, mode.sure, office.unknown, office.sure) == (True, False, True, False)


def test_a_misread_is_reported_at_its_place_by_its_kind() -> None:
    unknown = misread(read_scalar(MODE, "seaa")).finding(HERE)
    wrong = misread(read_scalar(WHOLE, "x")).finding(HERE)
    assert (unknown.id, str(unknown.help), unknown.span) == ("N201", "write `sea`", HERE)
    assert (wrong.id, str(wrong.help), wrong.span) == ("T302", "None", HERE)


@pytest.mark.parametrize("word", ["absent", "缺省"])
def test_absent_is_a_value_of_what_is_optional(word: str) -> None:
    assert read_scalar(DAY, word, optional=True) is ABSENT
    assert read_scalar(TextType(), word, optional=True) is ABSENT
    assert read_scalar(TextType(), word) == word


def test_a_number_of_a_rule_may_leave_out_the_unit_and_lie_beyond_the_range() -> None:
    assert read_number(WEIGHT, nodes.Number(HERE, "10.5", "kg")) == 10500
    assert read_number(WEIGHT, nodes.Number(HERE, "10.5", None)) == 10500
    assert read_number(LOAD, nodes.Number(HERE, "501", None)) == 501
    assert read_number(LOAD, nodes.Number(HERE, "-1", None)) == -1
    assert read_number(SHARE, nodes.Number(HERE, "2.5", "percent")) == 250
    assert read_number(SPAN, nodes.Number(HERE, "2", "days")) == 2880


@pytest.mark.parametrize(
    ("declared", "text", "unit"),
    [
        (WEIGHT, "5", "t"),
        (LOAD, "5", "kg"),
        (LOAD, "5.5", None),
        (SPAN, "5", None),
        (SPAN, "5", "months"),
        (DAY, "2016", None),
        (TIME, "2016", None),
        (GOODS, "36", None),
    ],
)
def test_a_number_of_a_rule_with_another_unit_or_form_is_misread(
    declared: OrderedType, text: str, unit: str | None
) -> None:
    assert not misread(read_number(declared, nodes.Number(HERE, text, unit))).unknown


@pytest.mark.parametrize(
    ("declared", "node", "value"),
    [
        (boolean(), nodes.Truth(HERE, True), "true"),
        (OFFICE, nodes.Text(HERE, "4905"), "4905"),
        (GOODS, nodes.Text(HERE, "3604100000"), 3604100000),
        (TextType(), nodes.Text(HERE, "in full"), "in full"),
        (LOAD, nodes.Number(HERE, "500", None), 500),
        (DAY, nodes.Day(HERE, "2016-01-01"), FIRST_OF_2016),
        (TIME, nodes.Moment(HERE, "2016-01-01 00:01"), FIRST_OF_2016 * 1440 + 1),
    ],
)
def test_a_constant_is_a_value_of_the_type_it_meets(declared: ValueType, node: nodes.Literal, value: Value) -> None:
    assert read_literal(declared, node) == value


@pytest.mark.parametrize(
    ("declared", "node", "message", "near"),
    [
        (MODE, nodes.Text(HERE, "sea"), '`"sea"` is not a value of `mode`', "sea"),
        (MODE, nodes.Truth(HERE, True), "`true` is not a value of `mode`", None),
        (OFFICE, nodes.Number(HERE, "4905", None), "`4905` is not a code of `office`", '"4905"'),
        (boolean(), nodes.Number(HERE, "1", None), "`1` is not `true` or `false`", None),
        (TextType(), nodes.Number(HERE, "1", None), '`1` is not a text between quotes, like "…"', None),
        (LOAD, nodes.Number(HERE, "501", None), "`501` lies outside 0..500", None),
        (LOAD, nodes.Text(HERE, "5"), '`"5"` is not a whole number', "5"),
        (LOAD, nodes.Text(HERE, "five"), '`"five"` is not a whole number', None),
        (LOAD, nodes.Day(HERE, "2016-01-01"), "`2016-01-01` is not a whole number", None),
        (
            TIME,
            nodes.Day(HERE, "2016-01-01"),
            "`2016-01-01` is not a time written like `2015-10-12 08:30`",
            None,
        ),
        (DAY, nodes.Day(HERE, "2016-02-30"), "the calendar has no day 2016-02-30", None),
    ],
)
def test_a_constant_of_another_type_is_misread(
    declared: ValueType, node: nodes.Literal, message: str, near: str | None
) -> None:
    found = misread(read_literal(declared, node))
    # what is offered is what was written, between quotes or without them: nothing else can have been meant
    assert (str(found.message), found.nearest, found.sure) == (message, near, near is not None)


def test_an_unknown_code_in_a_rule_is_a_mistake_of_name() -> None:
    assert misread(read_literal(OFFICE, nodes.Text(HERE, "4906"))).unknown


def test_days_and_times_of_a_rule_are_exact_integers() -> None:
    assert day_ordinal(nodes.Day(HERE, "0001-01-01")) == FIRST_DAY
    assert moment_minutes(nodes.Moment(HERE, "9999-12-31 23:59")) == TIME.high
    assert isinstance(day_ordinal(nodes.Day(HERE, "2015-02-29")), Misread)


@pytest.mark.parametrize(
    ("declared", "value", "text"),
    [
        (WEIGHT, 10500, "10.5"),
        (WEIGHT, 10000, "10"),
        (WEIGHT, 1, "0.001"),
        (DEGREES, -5, "-0.5"),
        (VALUE, 9990, "99.9"),
        (DAY, FIRST_OF_2016, "2016-01-01"),
        (TIME, FIRST_OF_2016 * 1440 + 61, "2016-01-01 01:01"),
        (SPAN, 1501, "1 day 1 hour 1 minute"),
        (SPAN, 2880, "2 days"),
        (SPAN, 0, "0 minutes"),
        (GOODS, 101210000, "0101210000"),
        (MODE, "rail", "rail"),
        (TextType(), "in full", "in full"),
        (DAY, ABSENT, "absent"),
    ],
)
def test_values_are_written_in_one_spelling(declared: ValueType, value: Value, text: str) -> None:
    assert write_scalar(declared, value) == text


@st.composite
def decimals(draw: st.DrawFn) -> OrderedType:
    """Draw a type of numbers with any decimals, unit and range."""
    low, high = sorted(draw(st.tuples(*[st.integers(-LIMIT, LIMIT)] * 2)))
    return OrderedType("decimal", draw(st.integers(0, 12)), draw(st.sampled_from([None, "kg"])), low, high)


@st.composite
def typed_values(draw: st.DrawFn) -> tuple[ValueType, Value]:
    """Draw a type and one of its values."""
    others: st.SearchStrategy[ValueType] = st.sampled_from(
        [WHOLE, WEIGHT, DAY, TIME, SPAN, GOODS, boolean(), MODE, OFFICE, TextType()]
    )
    declared: ValueType = draw(st.one_of(decimals(), others))
    match declared:
        case OrderedType():
            return declared, draw(st.integers(declared.low, declared.high))
        case FiniteType():
            return declared, draw(st.sampled_from(declared.domain))
        case CodeType():
            return declared, draw(st.sampled_from(sorted(declared.table.rows)))
    return declared, draw(st.text().filter(lambda text: text not in ("absent", "缺省")) | st.just(ABSENT))


@given(typed_values())
def test_what_is_written_is_read_as_the_same_value(case: tuple[ValueType, Value]) -> None:
    declared, value = case
    assert read_scalar(declared, write_scalar(declared, value), optional=True) == value


@given(st.text(), st.sampled_from([boolean(), MODE, OFFICE, WEIGHT, LOAD, DAY, TIME, SPAN, GOODS]))
def test_any_text_is_a_value_within_the_type_or_misread(text: str, declared: ValueType) -> None:
    value = read_scalar(declared, text)
    if isinstance(declared, OrderedType) and not isinstance(value, Misread):
        assert isinstance(value, int)
        assert declared.low <= value <= declared.high


@given(st.dates(), st.timedeltas(timedelta(0), timedelta(hours=23, minutes=59)))
def test_times_agree_with_the_calendar(day: date, since_midnight: timedelta) -> None:
    minute = since_midnight // timedelta(minutes=1)
    text = f"{day.isoformat()} {minute // 60:02}:{minute % 60:02}"
    assert read_scalar(TIME, text) == day.toordinal() * 1440 + minute
