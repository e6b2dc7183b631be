"""Files with twenty mistakes: all are found in one run, each by its name, and told as people read them.

What is told stands beside each file; `pytest tests/errors --refresh` writes it anew, to be read before it is kept.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.findings import Finding
from checker.reports.findings_text import findings_text
from checker.syntax import SourceFile, parse_file
from checker.syntax.spoken import keyword_language

FOLDER = Path(__file__).parent
FILES = {"twenty.rules": "twenty.txt", "twenty.md": "twenty-in-a-page.txt", "二十.rules": "二十.txt"}
EACH = pytest.mark.parametrize("name", FILES)


def read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def findings_of(name: str) -> tuple[Finding, ...]:
    return parse_file(SourceFile(name, read(name)))[1]


@EACH
def test_twenty_mistakes_are_twenty_findings_in_their_order(name: str) -> None:
    findings = findings_of(name)
    assert len(findings) == 20
    assert len({finding.id for finding in findings}) == 20
    places = [(f.span.line, f.span.column) for f in findings if f.span]
    assert places == sorted(places)


@EACH
def test_they_are_told_as_people_read_them(name: str, request: pytest.FixtureRequest) -> None:
    told = findings_text(findings_of(name), {name: read(name)}, keyword_language(read(name)))
    if request.config.getoption("--refresh"):
        (FOLDER / FILES[name]).write_text(told, encoding="utf-8")
    assert told == read(FILES[name])


@EACH
def test_each_caret_stands_under_what_is_told(name: str) -> None:
    """What is quoted in a sentence, and is no advice, is what the caret covers."""
    lines = read(name).split("\n")
    for finding in findings_of(name):
        span = finding.span
        assert span is not None
        assert span.line == span.end_line
        marked = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        assert marked == marked.strip() != ""
        found = dict(finding.message.values).get("found")
        assert found in (None, marked)


def test_the_one_with_chinese_keywords_is_told_in_chinese() -> None:
    assert keyword_language(read("二十.rules")) == "zh"
    assert "建议" in read("二十.txt")
    assert "help" not in read("二十.txt")
