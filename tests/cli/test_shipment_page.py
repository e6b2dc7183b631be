"""The how-to that follows a shipment shows the plans that are shipped, all of them and in their order."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_plans_on_the_page_are_the_plans_shipped() -> None:
    page = (ROOT / "docs" / "how-to" / "follow-a-shipment.md").read_text(encoding="utf-8")
    shipped = (ROOT / "rules" / "scenarios" / "shaoshan.yaml").read_text(encoding="utf-8")
    shown = re.findall(r"(?ms)^```yaml\n(.*?)\n```", page)
    assert len(shown) >= 9
    assert shipped.partition("\n")[2].rstrip().split("\n---\n") == shown
