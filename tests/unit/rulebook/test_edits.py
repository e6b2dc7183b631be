"""What a machine may write for the user: applied, it removes the finding and brings no other; and where it may not."""

from __future__ import annotations

import pytest

from checker.findings import Edit, Finding
from checker.rulebook import load_texts

HEAD = """rulebook t { ranks law  governed by day }
codes office from "office.yaml" { on : date }
kinds zone { port inland }
record cargo { heavy : boolean }
fact day : date
fact seen : datetime
fact sent : date optional
fact rail : boolean
fact kg : integer
fact mode/方式 : one of { sea/海, road/陆, 散货 }
fact place : zone
fact desk : office
fact load : cargo
fact ware : hs
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
question carry "May it be carried?"
"""
OFFICE = '"0900": {on: 2015-01-05}\n'


def findings_of(text: str, office: str = OFFICE) -> tuple[Finding, ...]:
    return load_texts({"t.rules": text, "office.yaml": office})[1]


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    """Write edits into a text, the last first."""
    lines = text.split("\n")
    for edit in sorted(edits, reverse=True):
        span = edit.span
        assert span.line == span.end_line
        line = lines[span.line - 1]
        lines[span.line - 1] = line[: span.column - 1] + edit.text + line[span.end_column - 1 :]
    return "\n".join(lines)


def of_test(condition: str) -> str:
    return f"{HEAD}provision a cites l item 1 when {condition} permit carry"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("sent is not absent", "sent is given"),
        ("sent is not given", "sent is absent"),
        ("sent 为 非 缺省", "sent 为 已填"),
        ("rail and (sent is  not  absent)", "rail and (sent is given)"),
        ("day is 2015-1-5", "day is 2015-01-05"),
        ("seen > 2015-1-5 8:30", "seen > 2015-01-05 08:30"),
        ("Rail", "rail"),
        ("mode is Sea", "mode is sea"),
        ('mode is "sea"', "mode is sea"),
        ('mode in { road, "散货" }', "mode in { road, 散货 }"),
        ('kg is "5"', "kg is 5"),
        ('day < "2015-01-05"', "day < 2015-01-05"),
        ("desk is 0900", 'desk is "0900"'),
        ('desk is "０９００"', 'desk is "0900"'),
        ('ware is "0101.21.00.00"', 'ware is "0101210000"'),
        ("mode in sea", "mode in { sea }"),
        ("方式为海", "「方式」为「海」"),
        ("cargo.heavy", "load.heavy"),
    ],
)
def test_a_test_is_mended(wrong: str, right: str) -> None:
    (finding,) = findings_of(of_test(wrong))
    mended = applied(of_test(wrong), finding.edits)
    assert mended == of_test(right)
    assert findings_of(mended) == ()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("rulebook t { ranks law  period counts from today", "rulebook t { ranks law  period counts from next_day"),
        ("document l { rank Law ", "document l { rank law "),
        (
            "document l { rank law  issuer npc  issued 2000-1-1 ",
            "document l { rank law  issuer npc  issued 2000-01-01 ",
        ),
        ("fact desk : Office", "fact desk : office"),
        ("fact load : ｃａｒｇｏ", "fact load : cargo"),
    ],
)
def test_a_declaration_is_mended(wrong: str, right: str) -> None:
    before = right.replace("  period counts from next_day", "")
    text = of_test("rail").replace(before, wrong)
    (finding,) = findings_of(text)
    mended = applied(text, finding.edits)
    assert mended == of_test("rail").replace(before, right)
    assert findings_of(mended) == ()


@pytest.mark.parametrize("wrong", ["2015-1-5", "2015/01/05", "2015年1月5日", "２０１５-01-05", '"2015.1.5"'])
def test_a_day_in_a_code_table_is_mended(wrong: str) -> None:
    office = f'"0900": {{on: {wrong}}}\n'
    (finding,) = findings_of(of_test("rail"), office)
    mended = applied(office, finding.edits)
    assert mended == OFFICE
    assert findings_of(of_test("rail"), mended) == ()


@pytest.mark.parametrize(
    "condition",
    [
        "mode is seaa",  # a guess, however near
        "day is 2015-02-30",
        "kgg > 5",
        "sent < absent",
        "day between 2016-01-01 and 2015-01-01",
        "desk is 0901",  # a code that is not listed
        "方式为空",  # 空 is no known name
        "mode in { absent }",
    ],
)
def test_where_more_than_one_thing_can_be_meant_nothing_is_written(condition: str) -> None:
    findings = findings_of(of_test(condition))
    assert findings
    assert not any(finding.edits for finding in findings)


def test_a_window_written_backwards_is_left_to_its_author() -> None:
    (finding,) = findings_of(
        of_test("rail").replace("in force from 2000-02-01", "in force from 2000-02-01 until 1999-01-01")
    )
    assert (finding.id, finding.edits) == ("D105", ())


def test_a_run_that_known_names_part_in_two_ways_is_left_to_its_author() -> None:
    text = of_test("方式为海").replace("散货", "散货, 方, 式")
    (finding,) = findings_of(text)
    assert (finding.id, finding.edits) == ("N204", ())


def test_a_record_that_stands_at_two_places_is_left_to_its_author() -> None:
    text = of_test("cargo.heavy").replace("fact ware", "fact other : cargo\nfact ware")
    (finding,) = findings_of(text)
    assert (finding.id, finding.edits) == ("N201", ())
