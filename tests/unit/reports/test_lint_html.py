"""The linter's report as a page: it stands alone, it escapes what others wrote, and its colours can be told apart."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from checker.findings import say
from checker.reports.lint_html import lint_html
from checker.reports.lint_html_style import STYLE
from tests.golden_lint.formats import page
from tests.unit.reports.lint_records import EVERYTHING, GAP, MOSTLY, REFUSED, SPARE, gap, region, regions, run


@pytest.mark.parametrize("language", [None, "en", "zh"])
@pytest.mark.parametrize("told", [EVERYTHING, REFUSED, run()], ids=["everything", "refused", "nothing"])
def test_it_stands_alone(told: Any, language: str | None) -> None:
    read = page(lint_html(replace(told, asked=language)))
    assert ("html", {"lang": "zh-CN" if language == "zh" else "en"}) in read.tags


def test_a_question_has_its_table_and_its_regions() -> None:
    read = page(lint_html(run(GAP, SPARE)))
    assert "mode is transit and leg.to in {4905, 4908}" in read.words
    assert "region 1 (cases: 1,362)" in read.words
    assert "1,362 of 3,400 cases" in read.words
    assert 'to: "4905"' in read.words
    assert sum(tag == "table" for tag, _ in read.tags) == 2
    assert [attributes["id"] for tag, attributes in read.tags if tag == "article"] == ["f1", "f2"]
    assert "questions on which nothing was found" in read.words


def test_one_region_of_the_gap_stands_beside_the_answered_ones() -> None:
    read = page(lint_html(run(MOSTLY)))
    assert "carriage is answered only where:" in read.words
    assert "without an answer, for instance (cases: 40): mode is integration" in read.words
    assert read.words.count('to: "4905"') == 1


def test_what_is_said_of_every_region_is_said_once() -> None:
    read = page(lint_html(run(gap(regions(region(), region(cases=7))))))
    assert read.words.count("replaced by a47_4b") == 1


def test_what_others_wrote_is_text() -> None:
    read = page(lint_html(run(replace(SPARE, message=say("no rule reads `{name}`", name='"><script>x</script>')))))
    assert 'no rule reads "><script>x</script>' in read.words


def test_a_finding_in_another_language_says_so() -> None:
    texts = {"law/t.rules": "问题 a\n问题 b\n事实 spare : 是否\n"}
    read = page(lint_html(run(SPARE, asked=None, texts=texts)))
    assert [attributes["lang"] for tag, attributes in read.tags if tag == "article"] == ["zh-CN"]


def test_what_is_known_or_allowed_is_told_apart() -> None:
    words = page(lint_html(EVERYTHING)).words
    assert "known from before" in words
    assert "law/t.rules:4:7" in words
    assert "some of its cases are known from the baseline" in words


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour, as the guidelines for accessible content define it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_can_be_told_from_its_ground(theme: int) -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", STYLE.split("@media (prefers-color-scheme: dark)")[theme]))
    assert len(colours) == 11
    texts = ("text", "faint", "error", "warning", "info", "good")
    pairs = [(text, ground) for text in texts for ground in ("ground", "code")] + [("marked", "mark")]
    assert [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5] == []
