"""`lexport timeline`: one question, all of them, the formats, and what cannot be told."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Lexport
from tests.cli.test_reference import PAGES, keys


def document(lexport: Lexport, *words: str) -> Any:
    return json.loads(lexport("timeline", *words, "--format", "json").out)


def test_one_question_by_any_of_its_names(lexport: Lexport) -> None:
    done = lexport("timeline", "承运方式")
    assert done.code == 0
    assert "2017-08-22\n  `d_47` leaves, repealed by `d_38 item 1`: `own`\n" in done.out


def test_all_questions(lexport: Lexport) -> None:
    done = lexport("timeline")
    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines()] == ["carriage", "seal"]


@pytest.mark.parametrize(
    ("options", "dates"),
    [
        ((), ["2015-10-12", "2017-08-22"]),
        (("--from", "2015-10-13"), ["2017-08-22"]),
        (("--until", "2017-08-21"), ["2015-10-12"]),
    ],
)
def test_a_stretch_of_time(lexport: Lexport, options: tuple[str, ...], dates: list[str]) -> None:
    (line,) = document(lexport, "carriage", *options)["timeline"]["lines"]
    assert [turn["date"] for turn in line["turns"]] == dates


def test_so_many_regions_are_shown(lexport: Lexport) -> None:
    assert lexport("timeline", "carriage", "--most", "1").code == 0
    done = lexport("timeline", "carriage", "--most", "none")
    assert (done.code, "`--most` cannot be `none`" in done.out) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("carriag",), "no question is named `carriag`"),
        (("--format", "svg"), "a picture is drawn of one question"),
        (("seal", "--from", "2026-11-22"), "`2026-11-22` lies outside what the rulebook covers"),
        (("--from", "2027-01-01", "--until", "2028-01-01"), "`2027-01-01` lies outside what the rulebook covers"),
        (("seal", "--from", "2017-01-01", "--until", "2016-01-01"), "`2017-01-01` lies after `2016-01-01`"),
    ],
)
def test_what_cannot_be_told(lexport: Lexport, words: tuple[str, ...], said: str) -> None:
    done = lexport("timeline", *words)
    assert done.code == 2
    assert said in done.out


def test_several_mistakes_are_told_at_once(lexport: Lexport) -> None:
    found = document(lexport, "carriag", "--most", "x", "--from", "2017-01-01", "--until", "2016-01-01")["findings"]
    assert sorted(each["id"] for each in found) == ["N201", "O101", "T302"]


def test_a_picture_and_a_page(lexport: Lexport) -> None:
    picture = lexport("timeline", "carriage", "--format", "svg")
    assert ElementTree.fromstring(picture.out).tag.endswith("svg")
    assert lexport("timeline", "carriage", "--format", "html").out.startswith("<!DOCTYPE html>")
    assert lexport("timeline", "--format", "html").out.startswith("<!DOCTYPE html>")


def test_every_key_of_the_document_has_its_words(lexport: Lexport) -> None:
    section = (
        (PAGES / "json.md").read_text(encoding="utf-8").partition("## `lexport.timeline/1`")[2].partition("\n## ")[0]
    )
    told = document(lexport, "carriage")
    (line,) = told["timeline"]["lines"]
    for turn in line["turns"]:
        for change in turn["changes"]:
            change["regions"] = None  # told of with findings
    for part in line["shares"]:
        part["kinds_of_cases"] = None  # verdicts
    written = {*keys(told), *keys(document(lexport))} - {"schema", "tool"}
    assert {key for key in written if f"`{key}`" not in section and f"`{key} " not in section} == set()


def test_without_a_rulebook_it_reads_the_shipped_one(lexport: Lexport, project: Path) -> None:
    (project / "lexport.yaml").unlink()
    done = lexport("timeline", "transit_goods", "--most", "1")
    assert done.code == 0
    assert "2018-01-01" in done.out
    assert "ships with lexport" in done.err
