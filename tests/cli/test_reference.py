"""The reference pages name every option of every command and every key of every document."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from checker.cli.main import COMMANDS
from checker.cli.main import lexport as group
from tests.cli.conftest import PERMITTED, Lexport

PAGES = Path(__file__).resolve().parents[2] / "docs" / "reference"


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_has_its_words(command: str) -> None:
    page = (PAGES / "commands.md").read_text(encoding="utf-8")
    section = page.partition(f"## `lexport {command}")[2].partition("\n## ")[0]
    named = group.get_command(click.Context(group), command)
    assert named is not None
    options = [p.opts[0] for p in named.params if isinstance(p, click.Option)]
    assert section
    assert [option for option in options if f"`{option}" not in section] == []


def test_every_key_of_every_document_has_its_words(lexport: Lexport, project: Path) -> None:
    """The plans between them have a choice, a gap, an open verdict, mistakes, and a scenario that fails."""
    (project / "gap.yaml").write_text(PERMITTED.replace("2016", "2018") + "expect: {carriage: permitted}\n")
    (project / "open.yaml").write_text(PERMITTED.replace("mode: integration, ", ""))
    runs = (
        ("check", "good.yaml", "gap.yaml", "open.yaml", "broken.yaml", "gone.yaml", "--require", "seal=permitted"),
        ("test", "gap.yaml"),
        ("show", "carriage"),
        ("explain", "N201"),
        ("table", "carriage"),
        ("table", "carriage", "--map"),
    )
    page = (PAGES / "json.md").read_text(encoding="utf-8")
    named = {word for code in re.findall(r"`([^`]+)`", page) for word in re.findall(r"\w+", code)}
    written = {key for run in runs for key in keys(json.loads(lexport(*run, "--format", "json").out))}
    assert {"misses", "alternatives", "lacks", "mismatches", "card"} <= written
    assert written - named == set()
