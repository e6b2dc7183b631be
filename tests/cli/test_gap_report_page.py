"""The page on gap reports: what it shows of a report is what the linter says of the rulebook of the page."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Lexport

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "read-a-gap-report.md"
SHOWN = re.findall(r"^```text\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)


@pytest.mark.parametrize("shown", SHOWN, ids=["pass", "inspect", "lapse"])
def test_the_report_is_as_the_page_has_it(lexport: Lexport, project: Path, shown: str) -> None:
    (project / "law" / "rules.md").write_text(PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    assert shown in lexport("lint").out
