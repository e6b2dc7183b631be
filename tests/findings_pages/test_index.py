"""The index lists every finding as the registry has it, and its rulebook has no mistake of its own."""

import re
from pathlib import Path

from checker.findings.registry import REGISTRY
from tests.findings_pages.pages import FOLDER, INDEX, RULES, Block, examples, prelude, read_page
from tests.findings_pages.runs import given, lay_out, printed

_ROW = re.compile(r"^\| \[(\w+)\]\((\w+)\.md\) \| (.+) \| (\w+)(, may be allowed)? \|$", re.MULTILINE)


def test_the_tables_are_the_registry() -> None:
    rows = _ROW.findall(INDEX.read_text(encoding="utf-8"))
    listed = [(*row, bool(allowed)) for *row, allowed in rows]
    registered = [(e.id, e.id, e.name, e.severity, e.allowable) for e in REGISTRY.values()]
    assert sorted(listed) == sorted(registered)


def test_the_rulebook_of_the_examples_has_no_finding(tmp_path: Path) -> None:
    assert given((Block(RULES, prelude(), is_alone=True),), tmp_path) == []


def test_the_finding_shown_is_the_one_printed(tmp_path: Path) -> None:
    """What the index explains line by line is the wrong example of the page that it names first."""
    (example,) = examples(read_page(FOLDER / "N201.md").section("Wrong"))
    lay_out(example, tmp_path)
    section = INDEX.read_text(encoding="utf-8").partition("\n## How to read a finding\n")[2]
    shown = section.partition("```text\n")[2].partition("```")[0]
    assert printed("lexport show", tmp_path).strip() == shown.strip()
