"""Ten broken plans: every mistake in one run, at its place on disk, with its sentence and its help."""

import re
from pathlib import Path

import pytest

from checker.findings import Finding, in_order
from checker.plan import read_plans
from checker.rulebook.model import Rulebook

PAGE = Path(__file__).resolve().parents[2] / "corpus" / "broken-plans.md"
SECTION = re.compile(r"^## (\d+)\. .*?^```plan\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CARETS = re.compile(r"#( *)(\^+) (.*)")

Told = tuple[int, int, int, str]


def sections() -> dict[str, tuple[int, str]]:
    """Give each numbered plan of the page, with the line its text begins on."""
    page = PAGE.read_text(encoding="utf-8")
    return {found[1]: (page.count("\n", 0, found.start(2)) + 1, found[2]) for found in SECTION.finditer(page)}


def marked(text: str, line: int) -> list[Told]:
    """Read the caret rows: the line above them, first and last column, what is said."""
    told, above = [], line
    for number, row in enumerate(text.splitlines(), line):
        if (found := CARETS.fullmatch(row)) is None:
            above = number
            continue
        begin = len(found[1]) + 2 if found[1] else 1
        told.append((above, begin, len(found[1]) + len(found[2]) + 1, found[3]))
    return told


def said(finding: Finding) -> Told:
    assert finding.span is not None
    help_ = f" → {finding.help}" if finding.help else ""
    # Nothing to underline is shown as one caret.
    last = max(finding.span.end_column - 1, finding.span.column)
    assert finding.span.line == finding.span.end_line
    return finding.span.line, finding.span.column, last, f"{finding.id} {finding.message}{help_}"


def test_there_are_ten() -> None:
    assert list(sections()) == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize("number", sections())
def test_every_mistake_is_found_at_its_place(book: Rulebook, number: str) -> None:
    line, text = sections()[number]
    plans = read_plans(book, text, "broken-plans.md", line)
    findings = in_order(finding for plan in plans for finding in plan.findings)
    assert sorted(said(finding) for finding in findings) == sorted(marked(text, line))
    assert {finding.span.file for finding in findings if finding.span} == {"broken-plans.md"}
