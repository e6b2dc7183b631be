"""A command typed wrongly: told as a finding on stderr, in the language asked for, with the nearest right word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from checker.cli.main import COMMANDS
from checker.cli.main import lexport as group
from checker.cli.misuse import misused
from tests.cli.conftest import Lexport

SLIPS = [
    (["chekc"], "N201", "no command is named `chekc`", "write `check`"),
    (["zzz"], "N201", "no command is named `zzz`", "`lexport --help` says what can be written"),
    (["check"], "O101", "`lexport check` needs `PLAN`", "`lexport check --help` says what can be written"),
    (["show", "a", "b"], "O101", "`lexport show` takes fewer words", "`lexport show --help` says what can be written"),
    (["--nothing"], "N201", "no option is named `--nothing`", "`lexport --help` says what can be written"),
    (["check", "good.yaml", "--lagn", "en"], "N201", "no option is named `--lagn`", "write `--lang`"),
    (["check", "good.yaml", "--lang", "de"], "N201", "`--lang` cannot be `de`", "write one of `en`, `zh`"),
    (["check", "good.yaml", "--format=jsn"], "N201", "`--format` cannot be `jsn`", "write `json`"),
    (["check", "good.yaml", "--as-of"], "O101", "`--as-of` needs a value", None),
    (["diff", "--at", "2016-03-20"], "O101", "`--at` needs 2 values", None),
    (["diff", "--at=2016-03-20"], "O101", "`--at` needs 2 values", None),
    (["diff", "--at", "2016-03-20", "--most", "3"], "O101", "`--at` needs 2 values", None),
    (["diff", "--at", "2016-03-20", "soon"], "T302", "`soon` is no day", "write a day like `2015-10-12`"),
    (
        ["timeline", "--question", "seal"],  # `question` is the name of its argument
        "N201",
        "no option is named `--question`",
        "`lexport timeline --help` says what can be written",
    ),
    (["check", "good.yaml", "--readings=no"], "O101", "`--readings` takes no value", None),
    (["check", "good.yaml", "--as-of", "2016/3/20"], "T302", "`2016/3/20` is no day", "write a day like `2015-10-12`"),
    (["check", "good.yaml", "--rules", "lwa"], "S105", "there is no folder `lwa`", "give `--rules` one that is there"),
    (
        ["check", "good.yaml", "--rules", "good.yaml"],
        "S105",
        "`good.yaml` is a file, and a folder is wanted",
        None,
    ),
]


@pytest.mark.parametrize(("arguments", "id_", "message", "remedy"), SLIPS)
def test_a_slip_is_told_with_what_to_write(
    lexport: Lexport, arguments: list[str], id_: str, message: str, remedy: str | None
) -> None:
    done = lexport(*arguments)
    assert (done.code, done.out) == (2, "")
    told = [f"error[{id_}]: {message}", *([f"   = help: {remedy}"] if remedy else [])]
    assert done.err.splitlines() == told


@pytest.mark.parametrize("arguments", [slip[0] for slip in SLIPS if "--lang" not in slip[0]])
def test_a_slip_is_told_in_chinese(lexport: Lexport, arguments: list[str]) -> None:
    english = lexport(*arguments).err.splitlines()
    asked = lexport(*arguments, "--lang=zh").err.splitlines()
    if "--as-of" not in arguments[-1]:  # which would take the option for its value
        assert [line.isascii() for line in asked] == [False] * len(english)
    Path("lexport.yaml").write_text("rules: law\nlanguage: zh\n", encoding="utf-8")
    assert [line.isascii() for line in lexport(*arguments).err.splitlines()] == [False] * len(english)


def test_a_program_that_waits_for_json_gets_the_slip_as_a_document(lexport: Lexport) -> None:
    done = lexport("check", "--format", "json", "--lang", "zh", "--as-of", "soon", "good.yaml")
    (finding,) = json.loads(done.out)["findings"]
    assert (done.code, finding["id"], finding["message"]) == (2, "T302", "`soon` 不是日期")


def test_without_a_command_there_is_help(lexport: Lexport) -> None:
    done = lexport()
    assert "Usage: lexport" in done.out + done.err
    assert "error" not in done.err


def test_the_words_of_the_library_are_never_shown() -> None:
    """Whatever it complains of beside."""
    for mistake in (
        click.FileError("f", "library words"),
        click.UsageError("library words"),
        click.ClickException("x"),
    ):
        assert "library words" not in str(misused(mistake, ["check"]).message)


def options() -> Iterator[tuple[str, click.Parameter]]:
    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        yield from ((name, param) for param in command.params)


def test_every_kind_of_value_has_a_sentence_of_its_own() -> None:
    """One that `misused` does not tell apart would be told without what it may be."""
    told = (click.Choice, click.Path, click.DateTime, click.types.StringParamType, click.types.BoolParamType)
    assert [(name, param.name) for name, param in options() if not isinstance(param.type, told)] == []
