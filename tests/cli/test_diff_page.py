"""The page on comparing versions: what it shows of a report is what the program says of the rulebook of the page."""

import re
from pathlib import Path

from tests.cli.conftest import Lexport

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "compare-versions.md"
TEXT = PAGE.read_text(encoding="utf-8")
SHOWN = re.findall(r"^```text\n(.*?)^```$", TEXT, re.M | re.S)
DRAFT = (("when way is road permit pass", "when way is road and sealed permit pass"), ("14 days", "15 days"))


def test_the_reports_are_as_the_page_has_them(lexport: Lexport, project: Path) -> None:
    (project / "rules").mkdir()
    (project / "rules" / "pier.md").write_text(TEXT, encoding="utf-8")
    (project / "draft").mkdir()
    rules = "".join(re.findall(r"^```rules\n(.*?)^```$", TEXT, re.M | re.S))
    for old, new in DRAFT:
        assert old in rules
        rules = rules.replace(old, new)
    (project / "draft" / "pier.rules").write_text(rules, encoding="utf-8")
    drafted = lexport("diff", "--rules", "draft", "--against", "rules")
    dated = lexport("diff", "--rules", "rules", "--at", "2017-12-31", "2018-01-01")
    assert (drafted.code, dated.code) == (1, 1)
    draft, period, day = SHOWN
    assert drafted.out.startswith(draft)
    assert period in drafted.out
    assert day in dated.out
