"""One small rulebook as tables and maps in every format: compared with reports that were read and kept.

They stand in `reports`; `pytest tests/golden_table --refresh` writes them anew, to be read before they are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from checker import __version__
from checker.cli.main import run
from tests.golden_lint.formats import page
from tests.unit.answers.tabled import YARD
from tests.unit.reports.drawn import picture

REPORTS = Path(__file__).parent / "reports"
GOLDEN: Mapping[str, tuple[str, ...]] = {
    "table.txt": ("enter",),
    "table-zh.txt": ("enter", "--lang", "zh"),
    "table.md": ("enter", "--format", "markdown"),
    "table.html": ("enter", "--format", "html"),
    "table.json": ("search", "--format", "json"),
    "table-when.txt": ("enter", "--when", "way is rail", "--at", "2018-06-01"),
    "map.txt": ("enter", "--map", "way", "sealed", "--by", "tonnes"),
    "map-zh.md": ("enter", "--map", "way", "sealed", "--format", "markdown", "--lang", "zh"),
    "map.svg": ("enter", "--map", "way", "sealed", "--format", "svg"),
    "map.html": ("enter", "--map", "--format", "html"),
    "map.json": ("class", "--map", "day", "sealed", "--format", "json"),
}
EACH = pytest.mark.parametrize("name", GOLDEN)


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[str], str]:
    """Tell the rulebook in one of the formats; the version of the program is left out."""
    (tmp_path / "yard").mkdir()
    (tmp_path / "yard" / "yard.rules").write_text(YARD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def table(name: str) -> str:
        assert run(["table", *GOLDEN[name], "--rules", "yard"]) == 0
        return capsys.readouterr().out.replace(__version__, "VERSION")

    return table


@EACH
def test_the_report_is_the_one_that_was_read(
    name: str, told: Callable[[str], str], request: pytest.FixtureRequest
) -> None:
    report = told(name)
    if request.config.getoption("--refresh"):
        (REPORTS / name).write_text(report, encoding="utf-8")
    assert report == (REPORTS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in GOLDEN if name.endswith(".html")])
def test_a_page_stands_alone(name: str, told: Callable[[str], str]) -> None:
    assert "enter: May the goods enter?" in page(told(name).replace("url(#", "(#")).words


def test_a_picture_is_well_formed(told: Callable[[str], str]) -> None:
    assert picture(told("map.svg")).tag.endswith("svg")
