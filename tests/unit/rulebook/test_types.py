"""Declared types: trees, levels, lists of values, and numbers with their units and ranges."""

from datetime import date

import pytest

from checker.rulebook.model import (
    FIRST_DAY,
    LAST_DAY,
    LIMIT,
    FieldType,
    FiniteType,
    ListType,
    NamedValue,
    OrderedType,
    RecordType,
    TextType,
    boolean,
)
from checker.rulebook.types import alike
from tests.unit.rulebook.written import found, read_vocabulary, vocabulary


def fact_type(text: str, before: str = "") -> FieldType:
    return vocabulary(f"{before}\nfact x : {text}").facts["x"].type


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("boolean", boolean()),
        ("text", TextType()),
        ("integer", OrderedType("integer", 0, None, -LIMIT, LIMIT)),
        ("integer 0..500", OrderedType("integer", 0, None, 0, 500)),
        ("integer -5..5", OrderedType("integer", 0, None, -5, 5)),
        ("decimal(3) kg", OrderedType("decimal", 3, "kg", 0, LIMIT)),
        ("decimal(1) m -40..40.5", OrderedType("decimal", 1, "m", -400, 405)),
        ("money CNY", OrderedType("money", 2, "CNY", 0, LIMIT)),
        ("money CNY -1..1", OrderedType("money", 2, "CNY", -100, 100)),
        ("percent", OrderedType("percent", 2, "percent", 0, LIMIT)),
        ("percent 0..100", OrderedType("percent", 2, "percent", 0, 10000)),
        ("date", OrderedType("date", 0, None, FIRST_DAY, LAST_DAY)),
        ("datetime", OrderedType("datetime", 0, None, FIRST_DAY * 1440, LAST_DAY * 1440 + 1439)),
        ("duration", OrderedType("duration", 0, None, 0, LIMIT)),
        ("hs", OrderedType("hs", 0, None, 0, 9999999999)),
    ],
)
def test_types_of_the_language(text: str, expected: FieldType) -> None:
    assert fact_type(text) == expected


def test_values_listed_on_the_spot_are_a_type_named_like_its_fact() -> None:
    assert fact_type("one of { sea/海, rail from 2017-07-01 until 2018-01-01 }") == FiniteType(
        "one of",
        "x",
        (
            NamedValue(("sea", "海")),
            NamedValue(("rail",), since=day("2017-07-01"), until=day("2018-01-01")),
        ),
    )


def test_every_node_of_a_tree_is_a_value_below_another() -> None:
    tree = fact_type("site", "kinds site { area/区 { zone { pilot }  port }  shop }")
    assert isinstance(tree, FiniteType)
    assert [(v.name, v.above) for v in tree.values] == [
        ("area", None),
        ("zone", "area"),
        ("pilot", "zone"),
        ("port", "area"),
        ("shop", None),
    ]
    assert tree.form == "kinds"
    assert tree.below("area") == {"area", "zone", "pilot", "port"}
    assert tree.names["区"] == "area"


def test_levels_run_from_the_lowest_to_the_highest() -> None:
    levels = fact_type("credit", "levels credit { D < C < AA until 2014-12-01 }")
    assert isinstance(levels, FiniteType)
    assert (levels.form, levels.domain) == ("levels", ("D", "C", "AA"))
    assert levels.value("AA").until == day("2014-12-01")


def test_records_and_lists_are_named_by_any_alias() -> None:
    before = "record leg/运段 { far : boolean }\n"
    assert fact_type("运段", before) == RecordType("leg")
    assert fact_type("list of 运段", before) == ListType("leg")


@pytest.mark.parametrize(
    "case",
    [
        ("fact x : offce", ("N201", 1, "no type or record is named `offce`")),
        ("fact x : list of offce", ("N201", 1, "no record is named `offce`")),
        (
            "kinds office { a }\nfact x : list of office",
            ("N201", 2, "no record is named `office`; it is the name of a type"),
        ),
        ("fact x : one of { a, b, a }", ("N202", 1, "`a` is declared twice")),
        ("kinds k { a { b }  c { b/d } }", ("N202", 1, "`b` is declared twice")),
        ("levels l { a < b/a }", ("N202", 1, "`a` is declared twice")),
        (
            "fact x : one of { a from 2015-01-01 until 2015-01-01 }",
            ("D105", 1, "the end does not lie after the beginning"),
        ),
        ("levels l { a until 2015-02-30 }", ("T302", 1, "the calendar has no day 2015-02-30")),
        ("fact x : integer 5..4", ("T302", 1, "the range 5..4 has nothing in it")),
        ("fact x : integer 0..0.5", ("T302", 1, "`0.5` has too many decimals: a whole number has no decimals")),
        ("fact x : money CNY 0..5 USD", ("T302", 1, "`5 USD` is not an amount of CNY")),
        (
            "fact x : integer 0..1000000000000000001",
            ("T302", 1, "`1000000000000000001` is larger than any number can be here"),
        ),
        ("fact x : decimal(3 t) kg", ("T302", 1, "a decimal has from 0 to 12 decimals")),
        (
            "fact x : one of { absent, 「缺省」 }",
            ("N203", 1, "`absent` says that nothing is there, and names no value"),
            ("N203", 1, "`缺省` says that nothing is there, and names no value"),
        ),
        ("fact x : decimal(13) kg", ("T302", 1, "a decimal has from 0 to 12 decimals")),
    ],
)
def test_mistakes_of_types(case: tuple[str, *tuple[tuple[str, int, str], ...]]) -> None:
    text, *expected = case
    assert found(read_vocabulary(text)[1]) == expected


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("string", "write `text`"),
        ("Bool", "write `boolean`"),
        ("日期", "write `date`"),
        ("integr", "write `integer`"),
        ("number", "write `integer` for whole numbers, for others for example `decimal(2) kg`"),
        ("nobody", "None"),
    ],
)
def test_the_type_that_another_word_means_is_offered(word: str, advice: str) -> None:
    (finding,) = read_vocabulary(f"fact x : {word}")[1]
    assert str(finding.help) == advice


def test_only_types_that_mean_the_same_are_alike() -> None:
    text = """kinds site { a b }
fact one : one of { a, b }
fact two : one of { b, a }
fact three : one of { a, b, c }
fact tree : site
fact same_tree : site
fact kg : decimal(3) kg
fact kilo : decimal(1) kg 0..5
fact tons : decimal(3) t
fact day : date
fact minute : datetime
codes office from "codes/offices.yaml" { }
codes seal from "codes/seals.yaml" { }
fact home : office
fact entry : office
fact mark : seal
fact remark : text
"""
    facts = vocabulary(text, offices='"1": {}', seals='"1": {}').facts
    like = {
        (left, right)
        for left in facts
        for right in facts
        if left < right and alike(facts[left].type, facts[right].type)  # type: ignore[arg-type]  # no records here
    }
    assert like == {("one", "two"), ("same_tree", "tree"), ("kg", "kilo"), ("entry", "home")}
