"""One rulebook with one of each finding, told in every format: compared with reports that were read and kept.

They stand in `reports`; `pytest tests/golden_lint --refresh` writes them anew, to be read before they are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from checker import __version__
from checker.cli.main import run
from checker.project.config import ALLOWABLE
from tests.golden_lint.formats import document, junit, page, sarif

FOLDER = Path(__file__).parent
REPORTS = FOLDER / "reports"
# Told on request as well; as many regions as there are.
ARGUMENTS = ("--rules", "rulebook", "--also", "C102", "--most", "all")
GOLDEN: Mapping[str, tuple[str, ...]] = {
    "lint.txt": ("--format", "text"),
    "lint-zh.txt": ("--format", "text", "--lang", "zh"),
    "lint.json": ("--format", "json"),
    "lint.sarif": ("--format", "sarif"),
    "lint.xml": ("--format", "junit"),
    "lint.md": ("--format", "markdown"),
    "lint.html": ("--format", "html"),
}
READERS: Mapping[str, Callable[[str], Any]] = {
    "lint.json": document,
    "lint.sarif": sarif,
    "lint.xml": junit,
    "lint.html": page,
}
# What no small rulebook has: a search that comes to its bound.
NEVER_SMALL = {"A102"}
EACH = pytest.mark.parametrize("name", GOLDEN)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[str], str]:
    """Tell what is found in one of the formats; the version of the program is left out."""
    monkeypatch.chdir(FOLDER)

    def lint(name: str) -> str:
        assert run(["lint", *ARGUMENTS, *GOLDEN[name]]) == 1
        return capsys.readouterr().out.replace(__version__, "VERSION")

    return lint


@EACH
def test_the_report_is_the_one_that_was_read(
    name: str, told: Callable[[str], str], request: pytest.FixtureRequest
) -> None:
    report = told(name)
    if request.config.getoption("--refresh"):
        REPORTS.mkdir(exist_ok=True)
        (REPORTS / name).write_text(report, encoding="utf-8", newline="\n")
    assert report == (REPORTS / name).read_text(encoding="utf-8")


@EACH
def test_a_second_run_says_the_same(name: str, told: Callable[[str], str]) -> None:
    assert told(name) == told(name)


@pytest.mark.parametrize("name", READERS)
def test_the_report_is_valid(name: str) -> None:
    READERS[name]((REPORTS / name).read_text(encoding="utf-8"))


def test_there_is_one_of_each_finding() -> None:
    kept = document((REPORTS / "lint.json").read_text(encoding="utf-8"))
    found = {finding["id"] for finding in (*kept["findings"], *(each["finding"] for each in kept["allowed"]))}
    assert found == {*ALLOWABLE, "D401", "D402"} - NEVER_SMALL


def test_nothing_is_kept_that_is_not_compared() -> None:
    assert {path.name for path in REPORTS.iterdir()} == {*GOLDEN}
