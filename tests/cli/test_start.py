"""What a start loads: the parser only for a text it has not seen, what draws on a terminal only where there is one.

Every run is a process of its own, which tells what it has loaded; nothing here is timed.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli.main import COMMANDS
from checker.shipped import shipped_folder

ROOT = Path(__file__).resolve().parents[2]
PLAN = "good.yaml"
SHOW_LOADED = """
import sys
from checker.cli.main import run
code = run(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""
NEVER_NEEDED = {"hypothesis", "pytest", "mkdocs", "holidays", "importlinter", "mypy", "rich"}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "caches"


def loaded(cache: Path, *arguments: str) -> set[str]:
    """Run the command line in a new process and return the modules it has loaded."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SHOW_LOADED, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    return set(done.stderr.splitlines()[-1].split())


def rule_readers(modules: set[str]) -> set[str]:
    """Choose what reads texts of rules: the parser, its nodes, and what makes a rulebook of them."""
    return {m for m in modules if m in ("lark", "checker.rulebook.assemble") or m.startswith("checker.syntax")}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the cache folder of a user cannot be moved")
def test_check_loads_the_parser_only_once(project: Path, cache: Path) -> None:
    assert "lark" in loaded(cache, "check", PLAN)
    warm = loaded(cache, "check", PLAN)
    assert {"checker", "click", "yaml"} <= warm
    assert warm & ({"lark"} | NEVER_NEEDED) == set()
    assert rule_readers(warm) == set()
    assert [name for name in COMMANDS if f"checker.cli.{name}" in warm] == ["check"]
    assert warm & {"checker.findings.catalogue", "checker.cli.misuse"} == set()
    page = project / "law" / "rules.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    assert "lark" in loaded(cache, "check", PLAN)
    assert "lark" not in loaded(cache, "check", PLAN)


@pytest.mark.skipif(sys.platform != "linux", reason="as above")
def test_the_shipped_law_is_kept_as_well(cache: Path) -> None:
    arguments = ("show", "--rules", str(shipped_folder("rules")))
    assert rule_readers(loaded(cache, *arguments)) >= {"lark", "checker.syntax.nodes", "checker.rulebook.assemble"}
    assert rule_readers(loaded(cache, *arguments)) == set()
    assert list(cache.rglob("*.json"))


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"]])
def test_help_loads_neither_parser_nor_yaml(cache: Path, arguments: list[str]) -> None:
    assert loaded(cache, *arguments) & ({"lark", "yaml"} | NEVER_NEEDED) == set()
    assert not cache.exists()
