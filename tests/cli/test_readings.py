"""`lexport check --readings`: asked for, it says what would be different; not asked for, nothing of it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RULES, Lexport


@pytest.fixture
def unclear(project: Path) -> None:
    """Let one provision of the rulebook rest on a reading."""
    page = project / "law" / "rules.md"
    changed = RULES.replace("when mode is integration", 'reading last "the last leg alone"  when mode is integration')
    assert changed != RULES
    page.write_text(page.read_text(encoding="utf-8").replace(RULES, changed), encoding="utf-8")


@pytest.mark.usefixtures("unclear")
def test_what_would_be_different(lexport: Lexport) -> None:
    assert "readings" not in lexport("check", "good.yaml").out
    done = lexport("check", "good.yaml", "--readings")
    assert done.code == 0
    assert "  readings    last: gap\n                as it is read here: the last leg alone\n" in done.out


@pytest.mark.usefixtures("unclear")
def test_the_same_for_programs(lexport: Lexport) -> None:
    for options, expected in (([], [None, None]), (["--readings"], [["gap"], []])):
        verdicts = json.loads(lexport("check", "good.yaml", "--format=json", *options).out)["plans"][0]["verdicts"]
        found = [v["readings"] and [r["verdict"] for r in v["readings"]] for v in verdicts]
        assert found == expected
