"""Code tables: their scalars are read by the attributes' types, and every mistake has its place in the file."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.findings import Span
from checker.rulebook.codes import TableFile, list_codes, read_rows
from checker.rulebook.model import (
    ABSENT,
    FIRST_DAY,
    LAST_DAY,
    Attribute,
    CodeRow,
    CodeTable,
    CodeType,
    Dated,
    FiniteType,
    NamedValue,
    OrderedType,
    TextType,
    boolean,
)

KIND = FiniteType("kinds", "site_kind", (NamedValue(("port", "港口")), NamedValue(("warehouse",))))
REGION = FiniteType("kinds", "region", (NamedValue(("yangtze",)), NamedValue(("pearl",))))
SINCE = OrderedType("date", 0, None, FIRST_DAY, LAST_DAY)
DISTRICTS = CodeTable(("district",), "d.yaml", True, (), {"4900": CodeRow("4900", None, {})})


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def read(text: str) -> tuple[CodeTable, list[tuple[str, str]]]:
    """Read a table of offices, and what is wrong with its file as `line:column` and message."""
    attributes = (
        Attribute(("kind", "类别"), KIND, False),
        Attribute(("electronic",), boolean(), False),
        Attribute(("since",), SINCE, False),
        Attribute(("remark",), TextType(), False),
        Attribute(("district",), CodeType(DISTRICTS), False),
        Attribute(("region",), REGION, True),
    )
    file = TableFile("rules/o.yaml", text)
    entries, findings = list_codes(file)
    table = CodeTable(("office",), "o.yaml", False, attributes, {})
    rows, wrong = read_rows(table, file, entries)
    places = []
    for finding in findings + wrong:
        assert (finding.id, finding.kind) == ("D106", "document")
        assert finding.span is not None
        assert finding.span.file == "rules/o.yaml"
        places.append((f"{finding.span.line}:{finding.span.column}", str(finding.message)))
    return CodeTable(("office",), "o.yaml", False, attributes, rows), places


def test_scalars_keep_their_own_text() -> None:
    table, wrong = read(
        """
0900: {}
"4905": {类别: 港口, electronic: true, since: 2014-12-01, remark: no, district: 4900}
4906:
"""
    )
    assert wrong == []
    assert list(table.rows) == ["0900", "4905", "4906"]
    row = table.rows["4905"]
    assert {name: row.value(name, None) for name in ("kind", "electronic", "since", "remark", "district")} == {
        "kind": "port",
        "electronic": "true",
        "since": day("2014-12-01"),
        "remark": "no",
        "district": "4900",
    }
    assert table.rows["0900"].value("kind", None) is ABSENT


def test_an_attribute_written_as_absent_is_one_left_out() -> None:
    table, wrong = read('"1": {kind: absent, region: [{value: absent, from: 2014-01-01}]}')
    assert wrong == []
    assert table.rows["1"].value("kind", None) is ABSENT
    assert table.rows["1"].value("region", day("2015-01-01")) is ABSENT


def test_a_dated_attribute_holds_from_its_first_day_until_the_first_day_without_it() -> None:
    table, wrong = read(
        """
"2248":
  region:
    - {value: pearl, until: 2014-12-01}
    - {value: yangtze, from: 2014-12-01, until: 2017-08-22}
"""
    )
    assert wrong == []
    row = table.rows["2248"]
    assert row.attributes["region"] == (
        Dated("pearl", None, day("2014-12-01")),
        Dated("yangtze", day("2014-12-01"), day("2017-08-22")),
    )
    days = ("2014-11-30", "2014-12-01", "2017-08-21", "2017-08-22")
    assert [row.value("region", day(d)) for d in days] == ["pearl", "yangtze", "yangtze", ABSENT]


def test_parents_are_codes_of_the_table_in_any_order() -> None:
    table, wrong = read('"4905": {parent: 4900}\n"4900": {parent: "49"}\n"49": {}')
    assert wrong == []
    assert table.ancestors("4905") == ("4905", "4900", "49")


@pytest.mark.parametrize("text", ["", "# nothing yet", "{}"])
def test_a_table_may_be_empty(text: str) -> None:
    table, wrong = read(text)
    assert (table.rows, wrong) == ({}, [])


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('"1": {}\n"1": {}', "2:1", "`1` is listed twice"),
        ('"1": {kind: port, kind: port}', "1:19", "`kind` is listed twice"),
        ('"1": {kind: port, 类别: port}', "1:19", "`1` has `kind` twice"),
        ('"1":\n  kindd: port', "2:3", "no attribute of `office` is named `kindd`"),
        ('"1": {kind: prot}', "1:13", "no value of `site_kind` is named `prot`"),
        ('"1": {electronic: yes}', "1:19", "`yes` is neither `true` nor `false`"),
        ('"1": {since: 2014-02-30}', "1:14", "the calendar has no day 2014-02-30"),
        ('"1": {district: "4905"}', "1:17", "`district` lists no code `4905`"),
        ('"1": {kind: [port]}', "1:13", "one word or number is expected here"),
        ('"1": {parent: "2"}', "1:15", "`2`, above `1`, is not listed in this table"),
        ('"1": {region: yangtze}', "1:15", "`region` is dated: a list like `[{value: …, from: 2015-10-12}]`"),
        ('"1": {region: [yangtze]}', "1:16", "a window of `region` is a mapping, like `{key: value}`"),
        ('"1": {region: [{value: pearl, till: 2014-01-01}]}', "1:31", "a window has no `till`"),
        ('"1": {region: [{from: 2014-01-01}]}', "1:16", "a window of `region` has no `value`"),
        ('"1": {region: [{value: pearl, from: soon}]}', "1:37", "`soon` is not a day written like `2015-10-12`"),
        (
            '"1": {region: [{value: pearl, from: 2014-01-01, until: 2014-01-01}]}',
            "1:56",
            "the window of `region` ends before it begins",
        ),
        (
            '"1": {region: [{value: pearl, from: 2014-01-02}, {value: yangtze, until: 2014-01-03}]}',
            "1:16",
            "this window of `region` overlaps another",
        ),
        ('"1": port', "1:6", "the code `1` is a mapping, like `{key: value}`"),
        ("? [a]\n: {}", "1:3", "one word or number is expected here"),
        ("- 1", "1:1", "a code table is a mapping, like `{key: value}`"),
        ('"1": {kind: port', "1:17", "this code table cannot be read as YAML: a `,` or the closing bracket is missing"),
        (
            "[" * 5000,
            "1:41",
            "this code table cannot be read as YAML: lists and mappings lie in one another more than 40 deep",
        ),
    ],
)
def test_a_mistake_is_found_at_its_place(text: str, place: str, message: str) -> None:
    assert read(text)[1] == [(place, message)]


def test_the_nearest_word_is_offered() -> None:
    entries, _ = list_codes(TableFile("o.yaml", '"1": {kindd: port}'))
    table = CodeTable(("office",), "o.yaml", False, (Attribute(("kind",), KIND, False),), {})
    _, (finding,) = read_rows(table, TableFile("o.yaml", ""), entries)
    assert str(finding.help) == "write `kind`"


def test_a_circle_of_parents_is_reported_once_and_cut() -> None:
    table, wrong = read(
        """
"9": {parent: "1"}
"1": {parent: "2"}
"2": {parent: "3"}
"3": {parent: "1"}
"5": {parent: "5"}
"""
    )
    assert wrong == [("3:1", "`1` lies above itself"), ("6:1", "`5` lies above itself")]
    assert table.ancestors("9") == ("9", "1")


def test_all_mistakes_of_a_file_are_found_at_once() -> None:
    _, wrong = read('"1": {kind: prot, electronic: 1}\n"2": {since: x}')
    assert [place for place, _ in wrong] == ["1:13", "1:31", "2:14"]


def test_a_doubled_code_points_to_the_first() -> None:
    _, (finding,) = list_codes(TableFile("o.yaml", '"1": {}\n"1": {}'))
    assert [r.span for r in finding.related] == [Span("o.yaml", 1, 1, 1, 4)]


@given(st.text() | st.text("[]{}:,-&*!|>'\"%@`#? \n\tab1\ud800"))
def test_no_text_is_too_strange_to_be_told_about(text: str) -> None:
    entries, wrong = list_codes(TableFile("o.yaml", text))
    assert all(finding.id == "D106" and finding.span is not None for finding in wrong)
    assert not (entries and any("cannot be read as YAML" in str(finding.message) for finding in wrong))
