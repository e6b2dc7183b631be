"""The layout of each construct: the pairs of `layouts.md`, and the width at which a line is full."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.authoring.formatting import format_file
from checker.syntax import SourceFile

ROOT = Path(__file__).resolve().parents[3]
CASE = re.compile(r"^## ([^\n]*)\n\n```written\n(.*?)^```\n```becomes\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGE = (Path(__file__).parent / "layouts.md").read_text(encoding="utf-8")
CASES = {title: (written, becomes) for title, written, becomes in CASE.findall(PAGE)}


def formatted(text: str) -> str:
    result = format_file(SourceFile("t.rules", text))
    assert result.text is not None, result.findings
    return result.text


def test_every_pair_is_tried() -> None:
    assert len(CASES) == PAGE.count("\n## ") > 25


@pytest.mark.parametrize("title", CASES)
def test_it_is_laid_out_so_and_stays_so(title: str) -> None:
    written, becomes = CASES[title]
    assert formatted(written) == becomes
    assert formatted(becomes) == becomes


@pytest.mark.parametrize(("one", "other"), [("a" * 40, "b" * 48), ("海" * 20, "关" * 24)])
def test_a_line_is_full_at_one_hundred_columns_of_a_terminal(one: str, other: str) -> None:
    fits = f"  when {one} and {other}"
    assert fits in formatted(f"provision p\n{fits}\n  permit q").split("\n")
    assert f"  when {one}" in formatted(f"provision p\n{fits}b\n  permit q").split("\n")


def test_the_page_on_the_layout_is_laid_out_itself() -> None:
    path = ROOT / "docs" / "reference" / "layout.md"
    text = path.read_text(encoding="utf-8")
    result = format_file(SourceFile(path.name, text))
    assert text.count("```rules") > 5
    assert result.text == text, result.findings
