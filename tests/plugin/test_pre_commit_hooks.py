"""What pre-commit is offered: hooks as it wants them, each a command that there is, on files that concern it."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from checker.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
HOOKS: list[dict[str, object]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
REQUIRED = {"id", "name", "entry", "language"}
"""The keys pre-commit demands of a hook; of the others these are the ones that are used here."""
USED = REQUIRED | {"description", "files", "pass_filenames"}


def test_there_is_a_hook_for_each_of_three_commands() -> None:
    assert [hook["id"] for hook in HOOKS] == ["lexport-fmt", "lexport-lint", "lexport-test"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_runs_a_command_of_the_package(hook: dict[str, object]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    program, command = str(hook["entry"]).split()
    assert program in project["scripts"]
    assert command in COMMANDS
    assert hook["id"] == f"{program}-{command}"
    assert REQUIRED <= set(hook) <= USED
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False


@pytest.mark.parametrize(
    ("file", "hooks"),
    [
        ("rules/transit/order-89.md", {"lexport-fmt", "lexport-lint", "lexport-test"}),
        ("rules/zones.rules", {"lexport-fmt", "lexport-lint", "lexport-test"}),
        ("rules/codes/customs_offices.yaml", {"lexport-lint", "lexport-test"}),
        ("rules/scenarios/transit-2018.yaml", {"lexport-lint", "lexport-test"}),
        ("lexport.yaml", {"lexport-lint", "lexport-test"}),
        ("src/program.py", set()),
    ],
)
def test_a_hook_runs_when_a_file_it_reads_is_changed(file: str, hooks: set[str]) -> None:
    assert {hook["id"] for hook in HOOKS if re.search(str(hook["files"]), file)} == hooks
