"""`lexport table`: what can be asked of it, what cannot, and where it writes."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Lexport


def test_a_question_by_any_of_its_names(lexport: Lexport) -> None:
    done = lexport("table", "承运方式")
    assert (done.code, done.err) == (0, "")
    assert done.out == lexport("table", "carriage").out
    assert done.out.startswith("carriage: Who may carry the goods?\nrows: ")


def test_json_has_rows_with_their_regions(lexport: Lexport) -> None:
    told = json.loads(lexport("table", "carriage", "--format", "json").out)
    assert (told["schema"], told["question"], told["map"], told["findings"]) == (
        "lexport.table/1",
        "carriage",
        None,
        [],
    )
    verdicts = [row["verdict"] for row in told["table"]["rows"]]
    assert verdicts == ["permitted", "forbidden", "gap", "known-gap"]
    permitted = told["table"]["rows"][0]
    assert permitted["provisions"] == ["own"]
    assert [region["when"] for region in permitted["regions"]["shown"]] == [
        "carried_by is self_transport and day between 2015-10-12 and 2017-08-21 and mode is integration"
    ]


def test_a_map_in_json(lexport: Lexport) -> None:
    told = json.loads(lexport("table", "carriage", "--map", "mode", "carried_by", "--format", "json").out)["map"]
    assert told["across"] == {"fact": "mode", "classes": ["mode is transit", "mode is integration"]}
    assert told["down"]["classes"] == ["carried_by is self_transport", "carried_by is registered_carrier"]
    ((first, second),) = (panel[0] for panel in told["panels"])
    assert [each["verdict"] for each in first] == ["known-gap"]
    assert [each["verdict"] for each in second] == ["permitted", "gap"]


def test_fewer_cases(lexport: Lexport) -> None:
    out = lexport("table", "carriage", "--when", "mode is integration", "--at", "2016-03-20", "--format", "json").out
    told = json.loads(out)
    assert (told["when"], told["law_of"]) == ("mode is integration", "2016-03-20")
    assert told["table"]["columns"] == ["carried_by"]
    assert told["table"]["cases"] == 2


def test_a_finding_does_not_keep_others_from_being_told(lexport: Lexport) -> None:
    done = lexport("table", "carriage", "--when", "mode is transti", "--at", "2016-02-30")
    assert done.code == 2
    assert "the calendar has no day 2016-02-30" in done.out
    assert "no value of `mode` is named `transti`" in done.out
    assert "write `transit`" in done.out


@pytest.mark.parametrize(
    ("arguments", "id_", "message"),
    [
        (("cariage",), "N201", "no question is named `cariage`"),
        (("carriage", "mode"), "O101", "facts are named for a map alone"),
        (("carriage", "--by", "mode"), "O101", "facts are named for a map alone"),
        (("carriage", "--map", "mode"), "O101", "a map has two facts, and not 1"),
        (("carriage", "--map", "mode", "mod"), "N201", "no fact is named `mod`"),
        (("carriage", "--map", "mode", "sealed"), "O101", "`sealed` makes no difference to `carriage`"),
        (("carriage", "--most", "none"), "T302", "`--most` cannot be `none`"),
        (("carriage", "--format", "svg"), "O101", "a table is not written as `svg`"),
        (("carriage", "--format", "xlsx"), "O101", "a workbook is no text for a terminal"),
        (("carriage", "--map", "--format", "xlsx", "--out", "f"), "O101", "a map is not written as `xlsx`"),
        (("carriage", "--out", "law"), "S105", "`law` is a folder, and a file is wanted"),
        (("carriage", "--out", "good.yaml/f"), "O101", "`good.yaml/f` cannot be written"),
    ],
)
def test_what_cannot_be_shown(lexport: Lexport, arguments: tuple[str, ...], id_: str, message: str) -> None:
    done = lexport("table", *arguments)
    assert done.code == 2
    assert f"error[{id_}]: {message}" in done.out + done.err


def test_what_cannot_be_shown_is_a_document_too(lexport: Lexport) -> None:
    done = lexport("table", "cariage", "--format", "json")
    told = json.loads(done.out)
    assert (done.code, told["table"], told["rulebook"]) == (2, None, None)
    assert [finding["id"] for finding in told["findings"]] == ["N201"]


def test_more_regions(lexport: Lexport) -> None:
    def shown(*most: str) -> list[int]:
        rows = json.loads(lexport("table", "carriage", *most, "--format", "json").out)["table"]["rows"]
        return [len(row["regions"]["shown"]) for row in rows]

    assert max(shown("--most", "1")) == 1
    every = json.loads(lexport("table", "carriage", "--most", "all", "--format", "json").out)["table"]["rows"]
    assert shown("--most", "all") == [row["regions"]["total"] for row in every]


def test_a_workbook_is_written_to_its_file(lexport: Lexport, project: Path) -> None:
    done = lexport("table", "carriage", "--format", "xlsx", "--out", "new/table.xlsx")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert "xl/worksheets/sheet2.xml" in ZipFile(project / "new" / "table.xlsx").namelist()


def test_any_other_format_may_be_written_to_a_file(lexport: Lexport, project: Path) -> None:
    said = lexport("table", "carriage", "--map", "mode", "carried_by", "--format", "svg").out
    assert lexport("table", "carriage", "--map", "mode", "carried_by", "--format", "svg", "--out", "m.svg").out == ""
    assert (project / "m.svg").read_text(encoding="utf-8") == said


def test_without_the_writer_of_workbooks_it_says_what_to_install(
    lexport: Lexport, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    done = lexport("table", "carriage", "--format", "xlsx", "--out", "t.xlsx")
    assert done.code == 2
    assert "`--format xlsx` needs the package `XlsxWriter`" in done.out
    assert "install `lexport[xlsx]`" in done.out
    assert not (project / "t.xlsx").exists()


def test_a_rulebook_with_a_mistake_is_not_shown(lexport: Lexport, project: Path) -> None:
    (project / "law" / "rules.md").write_text("```rules\nrulebook t\n```\n")
    assert lexport("table", "carriage").code == 2


def test_without_a_rulebook_the_shipped_one_is_read(lexport: Lexport, project: Path) -> None:
    (project / "lexport.yaml").unlink()
    done = lexport("table", "transit_goods")
    assert done.code == 0
    assert "the one that ships with lexport is used" in done.err
    assert "a48_0" in done.out
