"""The page on CI: what it tells to type and to copy can be typed and copied."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to" / "check-in-ci.md").read_text(encoding="utf-8")
WORKFLOW, HOOKS = (yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.M | re.S))
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["lint"]["steps"]


def commands() -> Iterator[list[str]]:
    """Go through the command lines of the page, each in its words."""
    typed = re.findall(r"^\$ (.*)$", PAGE, re.M) + [step["run"] for step in STEPS if "run" in step]
    yield from (shlex.split(line) for line in typed)


LEXPORT = [words[1:] for words in commands() if words[0] == "lexport"]


def command(name: str) -> click.Command:
    found = import_module(f"checker.cli.{name}").command
    assert isinstance(found, click.Command)
    return found


@pytest.mark.parametrize("words", LEXPORT, ids=" ".join)
def test_a_command_takes_the_options_it_is_shown_with(words: list[str]) -> None:
    name, *rest = words
    known = {name: option for option in command(name).params for name in option.opts}
    for word, value in pairwise([*rest, ""]):
        if word.startswith("--"):
            assert word in known
            kind: object = known[word].type
            assert not isinstance(kind, click.Choice) or value in kind.choices


def test_the_page_shows_all_there_is_for_ci() -> None:
    options = {word for words in LEXPORT for word in words if word.startswith("--")}
    assert {"--check", "--fail-on", "--format", "--baseline", "--write-baseline", "--since"} <= options


def test_the_job_uploads_what_the_linter_writes_even_where_it_fails() -> None:
    (lint,) = (step for step in STEPS if "lint --format sarif" in step.get("run", ""))
    upload = STEPS[-1]
    assert upload["uses"].startswith("github/codeql-action/upload-sarif@")
    assert upload["with"]["sarif_file"] == lint["run"].rpartition("> ")[2]
    assert lint["if"] == upload["if"] == "${{ !cancelled() }}"
    assert WORKFLOW["permissions"]["security-events"] == "write"


def test_the_hooks_are_those_that_are_offered() -> None:
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in HOOKS["repos"][0]["hooks"]] == [hook["id"] for hook in offered]
