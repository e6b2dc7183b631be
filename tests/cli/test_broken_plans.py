"""The ten broken plans through the command line: every mistake told in one run, no verdict given, exit 2."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Lexport

PAGE = (Path(__file__).resolve().parents[1] / "corpus" / "broken-plans.md").read_text(encoding="utf-8")
PLANS = re.findall(r"^```plan\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
TOLD = re.compile(r"^# *\^+ (F\d+) (.*?)(?: → .*)?$", re.MULTILINE)


@pytest.mark.parametrize("plan", PLANS)
def test_every_mistake_is_told_and_the_plan_is_refused(project: Path, lexport: Lexport, plan: str) -> None:
    rules = project / "broken"
    (rules / "codes").mkdir(parents=True)
    (rules / "page.md").write_text(PAGE, encoding="utf-8")
    (codes,) = re.findall(r"^```file codes/offices.yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (rules / "codes" / "offices.yaml").write_text(codes, encoding="utf-8")
    (project / "plan.yaml").write_text(plan, encoding="utf-8")

    done = lexport("check", "plan.yaml", "--rules", "broken")

    assert done.code == 2
    said = sorted(re.findall(r"^plan\.yaml:\d+:\d+: error\[(F\d+)\]: (.*)$", done.out + done.err, re.MULTILINE))
    assert said == sorted(TOLD.findall(plan))
