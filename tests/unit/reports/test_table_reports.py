"""Tables in every format: what others wrote is text, nothing is a formula, cells are said without their heads."""

from __future__ import annotations

import re
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from checker.answers.table import Cited, Row, Speaker, Table
from checker.findings import Limit, Regions, StatedRegion, say
from checker.logic.decisions import Decision
from checker.reports.table_html import table_html, table_page
from checker.reports.table_markdown import plain, table_markdown
from checker.reports.table_text import table_text
from checker.reports.table_words import short, verdict_words
from checker.reports.table_xlsx import table_xlsx
from tests.golden_lint.formats import page
from tests.unit.answers.tabled import table_of

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")')
EVIL = '<b>|</b> [x](y) `code` *bold* "quoted" & \\'


def evil(text: str) -> Table:
    """Make a table in which everything that others write is one text."""
    box = StatedRegion((Limit(text, text),), cases=3, remarks=(say("`{provision}` takes it out", provision=text),))
    regions = Regions("q", (box,), 1, 3, 3)
    speaker = Speaker("provision", text, text, (Cited("d", text, text, "item 1", "read"),), "f.md:1")
    table = table_of("enter", 1)
    row = Row((Decision("decided", (text,)),), (text,), (), regions)
    return replace(table, title=text, columns=(text,), rows=(row,), speakers=(speaker,))


def sheet(data: bytes, number: int) -> list[list[str]]:
    """Read a sheet as rows of texts, and hold that there is no formula in it."""
    book = ZipFile(BytesIO(data))
    root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    texts = ["".join(part.text or "" for part in item.iter(f"{MAIN}t")) for item in strings.findall(f"{MAIN}si")]
    assert list(root.iter(f"{MAIN}f")) == []
    rows = []
    for row in root.iter(f"{MAIN}row"):
        cells = {re.sub(r"\d", "", cell.attrib["r"]): cell for cell in row.findall(f"{MAIN}c")}
        rows.append([_text(cells.get(chr(ord("A") + n)), texts) for n in range(8)])
    return rows


def _text(cell: ElementTree.Element | None, texts: list[str]) -> str:
    value = None if cell is None else cell.findtext(f"{MAIN}v")
    if cell is None or value is None:
        return ""
    return texts[int(value)] if cell.get("t") == "s" else value


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_in_a_workbook_is_a_formula(text: str) -> None:
    """Each is a string, and marked as one, so that it stays one when somebody edits the cell."""
    data = table_xlsx(evil(text), "en")
    written = text.replace("\r", "\\u000d")
    for number in (1, 2, 3):
        sheet(data, number)
    assert written in sheet(data, 1)[1]
    styles = ElementTree.fromstring(ZipFile(BytesIO(data)).read("xl/styles.xml"))
    quoted = [n for n, form in enumerate(styles.findall(f"{MAIN}cellXfs/{MAIN}xf")) if form.get("quotePrefix") == "1"]
    root = ElementTree.fromstring(ZipFile(BytesIO(data)).read("xl/worksheets/sheet2.xml"))
    first = next(cell for cell in root.iter(f"{MAIN}c") if cell.attrib["r"] == "A2")
    assert (first.get("t"), int(first.get("s", "0"))) == ("s", quoted[0])


def test_a_workbook_has_rows_provisions_and_what_it_is_about() -> None:
    data = table_xlsx(table_of("enter"), "en")
    rows = sheet(data, 1)
    assert rows[0] == ["row", "verdict", "by whom", "day", "sealed", "tonnes", "way", "cases"]
    assert rows[1] == ["1", "permitted", "by_rail", ">= 2018-01-01", "no", "", "is rail", "36500"]
    assert rows[3] == ["2", "permitted, by keeper", "sealed_goods", "<= 2017-12-31", "yes", "", "", "328800"]
    assert sheet(data, 2)[2][:7] == ["sealed_goods", "Sealed goods may enter", "act", "The act", "7", "item 1", "read"]
    assert [line[0] for line in sheet(data, 3)][:3] == [
        "about",
        "enter: May the goods enter?",
        "rows: 6; cases: 876,600",
    ]


def test_the_head_of_a_sheet_stays_in_sight_and_columns_have_their_width() -> None:
    root = ElementTree.fromstring(
        ZipFile(BytesIO(table_xlsx(table_of("enter"), "en"))).read("xl/worksheets/sheet1.xml")
    )
    pane = next(root.iter(f"{MAIN}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    widths = [float(column.attrib["width"]) for column in root.iter(f"{MAIN}col")]
    assert all(8 <= width <= 61 for width in widths)
    assert next(root.iter(f"{MAIN}autoFilter")).get("ref") == "A1:I9"


def test_a_number_no_spreadsheet_keeps_is_a_text() -> None:
    table = evil("x")
    (row,) = table.rows
    huge = replace(row.regions, shown=(replace(row.regions.shown[0], cases=10**16 + 1),))
    rows = sheet(table_xlsx(replace(table, rows=(replace(row, regions=huge),)), "en"), 1)
    assert "10,000,000,000,000,001" in rows[1]


def test_a_text_that_no_cell_holds_ends_in_an_ellipsis() -> None:
    (longest,) = {cell for cell in sheet(table_xlsx(evil("x" * 40_000), "en"), 2)[1] if len(cell) > 100}
    assert (len(longest), longest[-1]) == (32_001, "…")


def test_two_workbooks_of_one_table_are_the_same() -> None:
    assert table_xlsx(table_of("enter"), "zh") == table_xlsx(table_of("enter"), "zh")


def test_what_others_wrote_is_text_in_html() -> None:
    read = page(table_page(evil(EVIL), "en"))
    assert EVIL in read.words
    assert not any(tag == "b" for tag, _ in read.tags)


def test_a_piece_of_html_may_stand_in_markdown() -> None:
    assert "\n\n" not in table_html(table_of("enter"), "en")


def test_a_row_of_several_regions_has_one_head() -> None:
    tags = page(table_page(table_of("enter"), "en")).tags
    assert [attributes.get("rowspan") for tag, attributes in tags if attributes.get("scope") == "rowgroup"] == [
        *(None, "2", None, None, "2", None),
    ]


def test_what_others_wrote_is_text_in_markdown() -> None:
    text = table_markdown(evil(EVIL), "en")
    lines = [line for line in text.split("\n") if line.startswith("|")]
    assert {line.count("|") for line in lines} == {7}
    assert "<b>" not in text
    for sign in "`*[]{}\\":
        assert sign not in text.replace("**", "").replace("{{", "")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("tz_3a", "tz_3a"),
        ("_x_", "&#95;x&#95;"),
        ("- x", "&#45; x"),
        ("1. x", "1&#46; x"),
        ("# x", "&#35; x"),
        (">= 2", "&gt;= 2"),
        ("a|b", "a&#124;b"),
        ("two\nlines", "two lines"),
    ],
)
def test_no_sign_counts_as_markdown(text: str, written: str) -> None:
    assert plain(text) == written


@pytest.mark.parametrize(
    ("text", "label", "shown"),
    [
        ("wet", "wet", "yes"),
        ("not wet", "wet", "no"),
        ("day >= 2015-01-01", "day", ">= 2015-01-01"),
        ("way is not rail", "way", "is not rail"),
        ("not way in { rail, road }", "way", "not in { rail, road }"),
        ("not way is rail", "way", "is not rail"),
        ("leg.to.kind in { port }", "leg.to", "kind in { port }"),
        ("not leg.to.kind in { port }", "leg.to", "kind not in { port }"),
        ("(day is absent or day >= 2015-01-01)", "day", "is absent or >= 2015-01-01"),
        ("(leg.to.kind is port and not leg.to.region is north)", "leg.to", "(kind is port and not region is north)"),
        ("today >= 2 or day < 3", "day", "today >= 2 or day < 3"),
        ("first - second >= 5", "first second", "first - second >= 5"),
    ],
)
def test_a_cell_leaves_out_what_its_head_says(text: str, label: str, shown: str) -> None:
    assert short(text, label, "en") == shown


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ((Decision("forbidden"),), "forbidden"),
        ((Decision("decided", ("low", "high")),), "decided: low, high"),
        (
            (Decision("required", by=("a", "b"), due=("within 2 days after day",)),),
            "required, by a and b, within 2 days after day",
        ),
        ((Decision("discretion", left_to=("a",)),), "discretion, left to a"),
        ((Decision("gap"), Decision("permitted")), "open: gap, permitted"),
    ],
)
def test_a_verdict_says_all_that_is_decided(decisions: tuple[Decision, ...], said: str) -> None:
    assert verdict_words(decisions, "en") == said


def test_text_keeps_to_its_width() -> None:
    """Names longer than a line alone stand out."""
    for width in (60, 88):
        assert max(map(len, table_text(table_of("enter"), "en", width).split("\n"))) <= width


def test_what_was_not_worked_out_is_said() -> None:
    table = evil("x")
    (row,) = table.rows
    cut = replace(row, regions=replace(row.regions, total=None, share=40, bounds=("pieces",)))
    for text in (
        table_text(replace(table, rows=(cut,)), "en", 400),
        table_markdown(replace(table, rows=(cut,)), "en"),
        page(table_page(replace(table, rows=(cut,)), "en")).words,
    ):
        assert "row 1: 1 of an unknown number of regions shown, with 40 % of the cases" in text
    none = replace(table, rows=(), columns=(), bounds=("boxes",))
    assert "the rows were not worked out: there are too many regions" in table_text(none, "en", 88)
