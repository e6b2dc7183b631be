"""Ten broken rule files: every mistake in one run, at its place, with its sentence and its help, and no other.

The pages say how they are read in `tests/corpus/broken-rules/README.md`. They are read as texts, and by the commands
that cannot run with such a rulebook.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli.main import run
from checker.findings import REGISTRY, Finding
from tests.literate_pages import FILE_FENCE, ROOT, Page, read_page

FOLDER = ROOT / "tests" / "corpus" / "broken-rules"
PAGES = [read_page(path) for path in sorted(FOLDER.glob("[0-9]*.md"))]
CARETS = re.compile(r"#( *)(\^+) (.*)")
EXCERPT = re.compile(r" |\d+ \|")
PLAN = "plan: as good as any\nfacts: {}\n"
EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)

Told = tuple[str, int, int, int, str]
"""File, line, first and last column, and what is said."""


def texts_of(page: Page) -> dict[str, str]:
    """Give the files of a page; in its own text the others are left blank."""
    own = FILE_FENCE.sub(lambda found: "\n" * found[0].count("\n"), page.text)
    return {page.name: own, **dict(FILE_FENCE.findall(page.text))}


def told_in(page: Page) -> list[Told]:
    """Read the caret rows of a page, in the order in which findings are shown."""
    told = []
    for file, text in texts_of(page).items():
        above = 0
        for number, row in enumerate(text.splitlines(), 1):
            if (found := CARETS.fullmatch(row)) is None:
                above = number
                continue
            first = len(found[1]) + 2 if found[1] else 1
            told.append((file, above, first, len(found[1]) + len(found[2]) + 1, found[3]))
    return sorted(told)


def said(finding: Finding) -> Told:
    span = finding.span
    assert span is not None
    assert span.line == span.end_line
    words = f"{finding.id} {finding.message}" + (f" → {finding.help}" if finding.help else "")
    for related in finding.related:
        elsewhere = "" if related.span.file == span.file else f"{related.span.file}:"
        words += f" ↑ {elsewhere}{related.span.line}:{related.span.column} {related.message}"
    return span.file, span.line, span.column, span.end_column - 1, words


def shows(line: str, told: Told) -> bool:
    """Tell whether a line is the one that stands alone in a log: all that is said but help and further places."""
    file, row, column, _, words = told
    name = words.split(" ", 1)[0]
    before = f"law/{file}:{row}:{column}: {REGISTRY[name].severity}[{name}]: "
    sentence = f"{name} {line.removeprefix(before)}"
    return line.startswith(before) and words.startswith(sentence) and words[len(sentence) :][:3] in ("", " → ", " ↑ ")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder with a plan in it."""
    (tmp_path / "plan.yaml").write_text(PLAN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_rules(page: Page, rules: Path) -> None:
    files = {page.name: page.text, **dict(FILE_FENCE.findall(page.text))}
    for below, text in files.items():
        path = rules / below
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_there_are_ten() -> None:
    assert [page.name[:2] for page in PAGES] == [f"{number:02}" for number in range(1, 11)]


@EACH
def test_every_mistake_is_found_at_its_place_and_no_other(page: Page) -> None:
    book, findings = page.load()
    assert book is None
    assert sorted(said(finding) for finding in findings) == told_in(page)


@EACH
def test_each_page_has_several_sorts_of_mistakes(page: Page) -> None:
    sentences = {re.sub("`[^`]*`", "", words) for *_, words in told_in(page)}
    assert len(sentences) >= 3


@EACH
@pytest.mark.parametrize("command", [["check", "plan.yaml"], ["test"]], ids=" ".join)
def test_a_command_shows_every_mistake_once_and_cannot_run(
    folder: Path, capsys: pytest.CaptureFixture[str], page: Page, command: list[str]
) -> None:
    write_rules(page, folder / "law")
    code = run([*command, "--rules", "law", "--lang", "en"])
    shown = capsys.readouterr()
    assert (code, shown.err) == (2, "")
    heads = [line for line in shown.out.splitlines() if not EXCERPT.match(line)]
    assert [line for line, told in zip(heads, told_in(page), strict=True) if not shows(line, told)] == []
    assert run([*command, "--rules", "law", "--lang", "en"]) == code
    assert capsys.readouterr() == shown


@EACH
def test_a_program_reads_the_same_places(folder: Path, capsys: pytest.CaptureFixture[str], page: Page) -> None:
    write_rules(page, folder / "law")
    assert run(["check", "plan.yaml", "--rules", "law", "--format", "json"]) == 2
    document = json.loads(capsys.readouterr().out)
    assert (document["rulebook"], document["plans"]) == (None, [])
    places = [
        (f["file"], f["start"]["line"], f["start"]["column"], f["end"]["column"] - 1) for f in document["findings"]
    ]
    assert places == [(f"law/{file}", *place) for file, *place, _ in told_in(page)]


def test_the_same_bytes_whatever_the_order_of_hashing(folder: Path) -> None:
    for page in PAGES:
        write_rules(page, folder / page.name / "law")
    runs = "[run(['check', 'plan.yaml', '--rules', folder]) for folder in sys.argv[1:]]"
    command = [sys.executable, "-c", f"import sys; from checker.cli.main import run; {runs}"]
    printed = {
        subprocess.run(
            [*command, *(f"{page.name}/law" for page in PAGES)],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    (only,) = printed
    assert only.count(b": error[") + only.count(b": warning[") == sum(len(told_in(page)) for page in PAGES)
