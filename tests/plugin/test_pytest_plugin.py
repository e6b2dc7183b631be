"""Scenarios as tests of pytest: every run is one of its own, in a folder of its own, with nothing but the plugin."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checker.plan import read_plans
from checker.rulebook import load

ROOT = Path(__file__).resolve().parents[2]
RULES = """rulebook small { ranks law  governed by day }
fact day : date
fact wet : boolean
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01  items 1..1 }
question carry "May it be carried?"
provision dry cites l item 1 when not wet permit carry
"""
SCENARIOS = """plan: dry goods
facts: {day: 2016-01-01, wet: false}
expect: {carry: permitted}
---
plan: wet goods
facts: {day: 2016-01-01, wet: true}
expect: {carry: gap}
"""
PAGE = """# Carriage

```scenario
plan: before the law
facts: {day: 1999-01-01, wet: false}
expect: {carry: gap}
```
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Write a project with a small rulebook in `law/`, two scenarios in a file and one on a page."""
    write(tmp_path / "pytest.ini", "[pytest]\n")
    write(tmp_path / "lexport.yaml", "rules: law\n")
    write(tmp_path / "law" / "small.rules", RULES)
    write(tmp_path / "law" / "scenarios" / "goods.yaml", SCENARIOS)
    write(tmp_path / "law" / "page.md", PAGE)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def start(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "COLUMNS": "100"}
    environment.pop("PYTEST_ADDOPTS", None)
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def run(folder: Path, *words: str) -> tuple[int, str]:
    """Run pytest with the plugin in a folder; give its exit code and what it prints."""
    plugin = ("-p", "checker.pytest_plugin", "-p", "no:cacheprovider", "-W", "error")
    done = start(folder, "-m", "pytest", *plugin, *words)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_pytest_finds_the_plugin_by_its_entry_point() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"lexport": "checker.pytest_plugin"}


def test_nothing_of_the_program_is_loaded_where_there_is_no_rulebook(tmp_path: Path) -> None:
    write(tmp_path / "README.md", PAGE)
    write(tmp_path / "scenarios" / "goods.yaml", SCENARIOS)
    write(tmp_path / "test_other.py", "def test_other():\n    pass\n")
    show = (
        "import pytest, sys; code = pytest.main(['-q', '-p', 'checker.pytest_plugin', '-p', 'no:cacheprovider']);"
        "print('code', int(code), *sorted(n for n in sys.modules if n.partition('.')[0] in"
        " ('checker', 'yaml', 'lark', 'msgspec', 'click', 'rich')))"
    )
    done = start(tmp_path, "-c", show)
    assert "1 passed" in done.stdout
    assert done.stdout.splitlines()[-1].split() == ["code", "0", "checker", "checker.pytest_plugin"]


def test_each_scenario_is_a_test(project: Path) -> None:
    code, printed = run(project, "--collect-only", "-q")
    assert code == 0
    assert printed.splitlines()[:3] == [
        "law/page.md::before the law",
        "law/scenarios/goods.yaml::dry goods",
        "law/scenarios/goods.yaml::wet goods",
    ]
    assert run(project, "-q")[0] == 0
    assert "1 passed, 2 deselected" in run(project, "-q", "-k", "wet")[1]
    assert "1 passed" in run(project, "-q", "law/page.md")[1]


def test_two_scenarios_of_one_title_are_told_apart(project: Path) -> None:
    write(project / "law" / "scenarios" / "goods.yaml", SCENARIOS.replace("wet goods", "dry goods"))
    _, printed = run(project, "--collect-only", "-q", "law/scenarios")
    titles = ["dry goods (line 1)", "dry goods (line 5)"]
    assert printed.splitlines()[:2] == [f"law/scenarios/goods.yaml::{title}" for title in titles]


def test_a_failing_scenario_says_what_differs(project: Path) -> None:
    write(project / "law" / "scenarios" / "goods.yaml", SCENARIOS.replace("carry: gap", "carry: forbidden"))
    code, printed = run(project, "--tb=short", "law/scenarios")
    assert (code, "1 failed, 1 passed" in printed) == (1, True)
    assert "failed: wet goods (law/scenarios/goods.yaml:5)" in printed
    assert "law/scenarios/goods.yaml:7:10: carry: verdict" in printed
    assert "pytest_plugin" not in printed


def test_one_scenario_that_cannot_be_read_fails_alone(project: Path) -> None:
    write(project / "law" / "scenarios" / "goods.yaml", SCENARIOS.replace("{carry: gap}", "{carry: perhaps}"))
    code, printed = run(project, "law/scenarios")
    assert (code, "1 failed, 1 passed" in printed) == (1, True)
    assert "error[F406]" in printed


def test_a_file_that_cannot_be_read_is_an_error_of_collection(project: Path) -> None:
    write(project / "law" / "scenarios" / "goods.yaml", "plan: [\n")
    code, printed = run(project)
    assert code == 2
    assert "ERROR collecting law/scenarios/goods.yaml" in printed
    assert "law/scenarios/goods.yaml:2:1: error[F405]" in printed


def test_mistakes_of_the_rulebook_are_told_once(project: Path) -> None:
    write(project / "law" / "small.rules", RULES.replace("not wet", "not wett"))
    code, printed = run(project)
    assert code == 2
    assert printed.count("law/small.rules:6:39: error[N201]") == 1
    assert "1 error" in printed


def test_mistakes_of_the_settings_are_told_once(project: Path) -> None:
    write(project / "lexport.yaml", "rule: law\n")
    code, printed = run(project)
    assert code == 2
    assert printed.count("lexport.yaml:1:1: error[N201]") == 1


def test_what_lies_in_no_rulebook_is_left_to_others(project: Path) -> None:
    write(project / "docs" / "page.md", PAGE)
    write(project / "scenarios" / "goods.yaml", SCENARIOS)
    write(project / "law" / "codes" / "goods.yaml", SCENARIOS)
    code, printed = run(project, "--collect-only", "-q", "docs", "scenarios")
    assert code == 5
    assert "no tests collected" in printed


def test_our_own_rules_are_collected() -> None:
    book, _ = load(ROOT / "rules")
    assert book is not None
    plans = [plan for s in book.scenarios for plan in read_plans(book, s.text, s.file, s.line)]
    code, printed = run(ROOT, "--collect-only", "-q", "rules")
    assert code == 0
    assert len([line for line in printed.splitlines() if line.startswith("rules/")]) == len(plans) > 0
