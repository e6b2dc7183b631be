"""The page on decision tables: what it shows is what `lexport table` says of the rulebook of the page."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Lexport

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "read-a-table.md"
SHOWN = re.findall(r"^```text\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
RUNS = (
    ("enter",),
    ("enter", "--when", "not waste", "--at", "2018-06-01"),
    ("enter", "--map", "way", "sealed"),
)


@pytest.mark.parametrize(("arguments", "shown"), list(zip(RUNS, SHOWN, strict=True)), ids=["table", "fewer", "map"])
def test_the_table_is_as_the_page_has_it(
    lexport: Lexport, project: Path, arguments: tuple[str, ...], shown: str
) -> None:
    (project / "law" / "rules.md").write_text(PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    done = lexport("table", *arguments)
    assert (done.code, done.err) == (0, "")
    assert done.out == shown
