"""The how-to for those who write plans in Chinese: its plans are those shipped, what it shows is what is printed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.shipped import shipped_folder
from tests.cli.conftest import Lexport

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to" / "write-a-plan-in-chinese.md").read_text(encoding="utf-8")
PLANS = ROOT / "rules" / "scenarios" / "clerk-zh.yaml"
SHOWN = [text for text in re.findall(r"(?ms)^```text\n(.*?)^```$", PAGE) if not text.startswith("plan:")]


def test_the_plans_on_the_page_are_the_plans_shipped() -> None:
    shown = re.findall(r"(?ms)^```yaml\n(.*?)\n```", PAGE)
    assert len(shown) == 4
    assert PLANS.read_text(encoding="utf-8").partition("\n")[2].rstrip().split("\n---\n") == shown


@pytest.fixture
def report(lexport: Lexport) -> str:
    """Print what the page has its reader print, and what is said of a mistake."""
    Path("a.yaml").write_text("plan: p\nfacts:\n  报关单: {申报日: 2015-11-10, 通关方式: 转关}\n", encoding="utf-8")
    done = lexport("check", "a.yaml", str(PLANS), "--lang", "zh", "--rules", str(shipped_folder("rules")))
    assert done.code == 2
    return done.out


def lines(text: str) -> Iterator[str]:
    return (line.rstrip() for line in text.splitlines() if line.strip() not in {"", "…"})


def test_what_the_page_shows_is_printed(report: str) -> None:
    assert len(SHOWN) == 5
    printed = lines(report)
    # Each line shown is looked for after the one before it: parts may be left out, none changed or moved.
    assert [line for text in SHOWN for line in lines(text) if line not in printed] == []


def test_no_fact_value_or_condition_is_told_in_english(report: str) -> None:
    told = [line for line in lines(report) if line.startswith("  取决于") or " 尚缺：" in line or "可能为" in line]
    assert len(told) > 20
    words = {word for line in told for word in re.findall(r"[A-Za-z]\w+", re.sub(r"依据 .*", "", line))}
    assert words == set()
