"""Mistakes that have names: each is known by its id in every text of the table, at its place, in both languages."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from checker.findings import REGISTRY, Edit, Finding, Span
from checker.findings.catalogue import CHINESE
from checker.syntax import SourceFile, parse_file, parse_rules
from checker.syntax.lines import Lines
from checker.syntax.slips import slips
from checker.syntax.slips.places import unmarked
from checker.syntax.slips.slip import CLOSE_MARK, OPEN_MARK
from checker.syntax.spoken import keyword_language
from checker.texts import has_han

ROOT = Path(__file__).resolve().parents[3]
TEXTS = [(slip.id, text) for slip in slips() for text in slip.wrong]
# What stands around the blocks of a page, and a clause that is missing at the end, no table of texts can tell.
ELSEWHERE: dict[str, tuple[str, ...]] = {
    "S112": ("```scenario\n‹provision› a permit q\n```\n", "```scenario\n‹条款› 甲 准予 乙\n```\n"),
    "S113": (
        "```‹rule›\nfact a : date\n```\n",
        "```‹rules{.en}›\nfact a : date\n```\n",
        "‹> ```rules›\n> fact a : date\n> ```\n",
        "‹'''rules›\nfact a : date\n'''\n",
        "  ‹｀｀｀scenario›\n方案：甲\n｀｀｀\n",
        "```‹规则›\n事实 甲 : date\n```\n",
    ),
    "S114": ("‹```›rules\nfact a : date\n", "‹```›rules\n事实 甲 : date\n"),
    "S177": ("```rules\nprovision ‹a› cites d item 1\n```\n", "```rules\n条款 ‹甲› 依据 丙 第一条\n```\n"),
}


def place_of(text: str, file: str) -> Span:
    plain = unmarked(text)
    return Lines(file, plain).span(text.index(OPEN_MARK), text.index(CLOSE_MARK) - len(OPEN_MARK))


def mended(text: str, edits: tuple[Edit, ...]) -> str:
    lines = text.split("\n")
    for edit in sorted(edits, reverse=True):
        assert edit.span.line == edit.span.end_line
        line = lines[edit.span.line - 1]
        lines[edit.span.line - 1] = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
    return "\n".join(lines)


def only_finding(text: str) -> Finding:
    (finding,) = parse_rules(unmarked(text))[1]
    return finding


@pytest.mark.parametrize(("name", "text"), TEXTS, ids=[f"{name} {text}" for name, text in TEXTS])
def test_a_slip_is_known_by_its_name_and_shown_at_its_place(name: str, text: str) -> None:
    finding = only_finding(text)
    assert (finding.id, finding.span) == (name, place_of(text, "<text>"))


@pytest.mark.parametrize(("name", "pages"), ELSEWHERE.items(), ids=ELSEWHERE)
def test_so_is_a_slip_of_a_page(name: str, pages: tuple[str, ...]) -> None:
    for page in pages:
        (finding,) = parse_file(SourceFile("p.md", unmarked(page)))[1]
        assert (finding.id, finding.span) == (name, place_of(page, "p.md"))


def test_each_name_has_texts_with_english_and_with_chinese_keywords() -> None:
    languages = defaultdict(set)
    for name, text in TEXTS:
        languages[name].add(keyword_language(unmarked(text)))
    poor = {name for name, found in languages.items() if found != {"en", "zh"}}
    assert poor == set()


def test_no_text_stands_in_the_table_twice() -> None:
    assert len(set(TEXTS)) == len(TEXTS)


def test_there_are_many_and_each_is_registered() -> None:
    names = {slip.id for slip in slips()} | set(ELSEWHERE)
    own = {name for name in REGISTRY if name[0] == "S" and (107 <= int(name[1:]) <= 189 or int(name[1:]) >= 200)}
    assert names - {"N204"} == own
    assert len(own) >= 45


def test_every_word_of_the_table_is_translated() -> None:
    said = {message.template for slip in slips() for message in (slip.says, slip.help) if message is not None}
    assert said - set(CHINESE) == set()


def test_what_a_machine_writes_leaves_no_mistake() -> None:
    mendable = [(text, edits) for _, text in TEXTS if (edits := only_finding(text).edits)]
    assert len(mendable) > 100
    for text, edits in mendable:
        assert parse_rules(mended(unmarked(text), edits))[1] == (), text


def test_a_machine_writes_the_keywords_of_the_statement() -> None:
    assert (
        mended("条款 甲 当 乙==3 准予 丁", only_finding("条款 甲 当 乙==3 准予 丁").edits)
        == "条款 甲 当 乙 为 3 准予 丁"
    )
    text = "provision a when b!=3 permit q"
    assert mended(text, only_finding(text).edits) == "provision a when b is not 3 permit q"


@pytest.mark.parametrize(
    "text",
    [
        "provision a from 20-03-2016 permit q",  # which of them is the month
        "provision a require q within 14 days of x",  # before or after
        "provision a when (b or c permit q",  # what the bracket was to hold
        "provision a when x > 5 percentage points permit q",
        "provision a when x, y permit q",  # both, or either
    ],
)
def test_a_machine_does_not_guess(text: str) -> None:
    assert only_finding(text).edits == ()


@pytest.mark.parametrize("written", ["至2016年12月31日止", "至 2016年12月31日止"])
def test_a_last_day_is_told_as_the_day_after_it_and_written_by_nobody(written: str) -> None:
    """Its figures were put behind `until`, which names the first day that no longer counts: a day was lost."""
    finding = only_finding(f"条款 甲 自 2015-10-01 {written} 准予 乙")
    assert (finding.id, finding.edits) == ("S203", ())
    assert "`2017-01-01`" in str(finding.help)


def test_every_slip_can_be_said_in_chinese() -> None:
    findings = [only_finding(text) for _, text in TEXTS]
    said = [message for finding in findings for message in (finding.message, finding.help) if message is not None]
    assert [message for message in said if not has_han(message.in_language("zh"))] == []


def test_the_same_slip_elsewhere_in_the_same_place_of_the_grammar_is_known() -> None:
    for text in (
        "never (leg.x = 3 and y) because “r”",
        "define d.e = not count l in legs = 3",
        "question q for each l in legs within l.a = 5 kg",
        "document d { applies when x = y }",
        "known gap g in q when a or b = 3 because “r”",
        "不可能 非 （甲.乙 = 3） 理由 “丙”",
    ):
        assert only_finding(text).id == "S147"


def test_a_file_without_a_mistake_needs_no_table() -> None:
    script = "import sys; from checker.syntax import parse_rules; parse_rules(sys.argv[1]); print(sorted(sys.modules))"
    loaded = [
        subprocess.run(
            [sys.executable, "-c", script, text], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for text in ("fact a : date", "fact a = date")
    ]
    assert ["checker.syntax.slips.rows" in modules for modules in loaded] == [False, True]
