"""The linter's report as Markdown for a pull request: what is seen at once, what is folded, nothing that breaks out."""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from msgspec.structs import replace

from checker.findings import say
from checker.reports import lint_markdown as module
from checker.reports.lint_markdown import lint_markdown
from tests.golden_lint.formats import Page
from tests.unit.reports.lint_records import EVERYTHING, GAP, MOSTLY, REFUSED, SPARE, run


def rendered(told: Any) -> Page:
    """Render as a code host does, with markup let through."""
    return Page(MarkdownIt("commonmark", {"html": True}).enable("table").render(lint_markdown(told)))


def tags(read: Page, name: str) -> int:
    return sum(tag == name for tag, _ in read.tags)


def test_the_outcome_comes_first() -> None:
    assert lint_markdown(run(GAP)).startswith("**lexport lint: failed**<br>found errors: 1\n\n| | found | allowed |\n")
    assert lint_markdown(run()).startswith("**lexport lint: passed**<br>nothing found\n")
    assert lint_markdown(REFUSED).startswith("**lexport lint: failed**<br>nothing was looked at\n")


def test_findings_are_counted_by_weight() -> None:
    rows = re.findall(r"^\| (error|warning|info) \| (.*) \|$", lint_markdown(EVERYTHING), re.MULTILINE)
    assert rows == [("error", "1 | 0 | 0"), ("warning", "1 | 0 | 0"), ("info", "1 | 1 | 1")]


def test_one_region_of_the_gap_stands_beside_the_answered_ones() -> None:
    assert "without an answer, for instance (cases: 40): mode is integration" in rendered(run(MOSTLY)).words


def test_every_finding_is_folded_by_itself() -> None:
    read = rendered(run(GAP, SPARE))
    # Two findings, and the example within the first.
    assert tags(read, "details") == tags(read, "summary") == 3
    assert "mode is transit and leg.to in {4905, 4908}" in read.words
    assert "day: 2015-10-12" in read.words


def test_what_others_wrote_stays_what_it_was() -> None:
    hostile = "</details><script>*a* [b](c) |\n\n# d"
    read = rendered(run(replace(SPARE, message=say("no rule reads `{name}`", name=hostile))))
    assert tags(read, "script") == tags(read, "h1") == tags(read, "em") == tags(read, "a") == 0
    assert "</details><script>*a* [b](c) |" in read.words


def test_a_comment_has_an_end() -> None:
    many = [replace(SPARE, concerns=(str(number),)) for number in range(module.MOST_FINDINGS + 7)]
    told = lint_markdown(run(*many))
    assert told.count("<details>") == module.MOST_FINDINGS
    assert "findings that are not shown here: 7" in told


def test_in_chinese() -> None:
    told = lint_markdown(replace(EVERYTHING, asked="zh"))
    assert told.startswith("**lexport lint: 未通过**<br>发现：")
    assert "情形 1（计 1,362 种）" in told
