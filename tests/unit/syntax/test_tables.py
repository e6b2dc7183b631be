"""Tables: every form of a cell and of an answer, in nodes written out by hand."""

import pytest

from tests.unit.syntax.trees import Tree, effect, name, number, path


def test_a_table_has_rows_of_cells() -> None:
    assert effect('table q by f, g { a, "49" : required {b, c}, * : 准予 1 .. 5, 2015-01-01 : 3 days }') == (
        "Table", ("question", name("q")), ("facts", (path("f"), path("g"))), ("in_order", False),
        ("rows", (
            ("TableRow", ("cells", (path("a"), ("Text", ("value", "49")))), ("answer", path("required"))),
            ("TableRow", ("cells", (("SetCell", ("values", (path("b"), path("c")))), ("AnyCell",))),
             ("answer", path("permit"))),
            ("TableRow", ("cells", (("RangeCell", ("low", number("1")), ("high", number("5"))),
                                    ("Day", ("text", "2015-01-01")))),
             ("answer", number("3", "days"))),
        )),
    )  # fmt: skip


def span_of(low: Tree, high: Tree) -> Tree:
    return ("RangeCell", ("low", low), ("high", high))


def day(text: str) -> Tree:
    return ("Day", ("text", text))


def text_of(value: str) -> Tree:
    return ("Text", ("value", value))


def truth(value: bool) -> Tree:
    return ("Truth", ("value", value))


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("rail", path("rail")),
        ("「甲.乙」", path("甲", "乙")),
        ('"4905"', text_of("4905")),
        ("-2.5 kg", number("-2.5", "kg")),
        ("2015-01-01 08:00", ("Moment", ("text", "2015-01-01 08:00"))),
        ("*", ("AnyCell",)),
        ("true", truth(True)),
        ("否", truth(False)),
        ('{ rail, "49", 3 }', ("SetCell", ("values", (path("rail"), text_of("49"), number("3"))))),
        ("-5..-1", span_of(number("-5"), number("-1"))),
        ("0 .. 1.5 kg", span_of(number("0"), number("1.5", "kg"))),
        ("1 CNY .. 600 CNY", span_of(number("1", "CNY"), number("600", "CNY"))),
        ("2015-01-01..2016-02-29", span_of(day("2015-01-01"), day("2016-02-29"))),
        ("late", path("late")),
        ("within", path("within")),
        ("days", path("days")),
    ],
)
def test_cells_of_a_table(cell: str, wanted: Tree) -> None:
    row = ("TableRow", ("cells", (wanted,)), ("answer", path("required")))
    one = ("Table", ("question", name("q")), ("facts", (path("f"),)), ("in_order", True), ("rows", (row,)))
    assert effect(f"table q by f in order {{ {cell} : required }}") == one
    assert effect(f"表 q 由 f 依次 {{{cell}：required}}") == one
    both = ("TableRow", ("cells", (wanted, wanted)), ("answer", path("required")))
    two = ("facts", (path("f"), path("g"))), ("in_order", False), ("rows", (both, both))
    row_twice = f"{cell}, {cell} : required"
    assert effect(f"table q by f, g {{ {row_twice} {row_twice} }}") == ("Table", ("question", name("q")), *two)


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ("permit", path("permit")),
        ("禁止", path("forbid")),
        ("不得", path("forbid")),
        ("应当", path("require")),
        ("免予", path("exempt")),
        ("permitted", path("permitted")),
        ("not-required", path("not-required")),
        ("rail", path("rail")),
        ("14 days", number("14", "days")),
        ("-3", number("-3")),
        ("2.5 percent", number("2.5", "percent")),
        ('"in full"', text_of("in full")),
        ("2015-01-01", day("2015-01-01")),
        ("是", truth(True)),
    ],
)
def test_answers_of_a_table(answer: str, wanted: Tree) -> None:
    first = ("TableRow", ("cells", (path("a"),)), ("answer", wanted))
    second = ("TableRow", ("cells", (path("b"),)), ("answer", wanted))
    assert effect(f"table q by f {{ a : {answer} b : {answer} }}") == (
        "Table", ("question", name("q")), ("facts", (path("f"),)), ("in_order", False), ("rows", (first, second)),
    )  # fmt: skip
