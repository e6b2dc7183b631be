"""The command itself: version, help, and that whatever goes wrong ends in the right exit code."""

import json
import sys

import pytest

from checker import __version__
from checker.cli.main import main
from tests.cli.conftest import Lexport


def test_the_version(lexport: Lexport) -> None:
    assert (lexport("--version").code, lexport("--version").out) == (0, f"lexport {__version__}\n")


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["test", "-h"], ["show", "-h"]])
def test_help(lexport: Lexport, arguments: list[str]) -> None:
    done = lexport(*arguments)
    assert done.code == 0
    assert done.out.startswith("Usage: lexport")


def test_a_fault_of_the_program_asks_to_be_reported(lexport: Lexport, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("checker.answers.run.check_plan", fail)
    done = lexport("check", "good.yaml")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("error[X901]: lexport failed: `RuntimeError`\n")
    assert "please report it" in done.err
    assert "boom" in done.err
    machine = lexport("check", "good.yaml", "--format", "json")
    assert machine.code == 3
    assert json.loads(machine.out)["findings"][0]["id"] == "X901"


def test_a_fault_in_the_settings_is_told_too(lexport: Lexport, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("checker.project.read_config", fail)
    done = lexport("check", "good.yaml")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("error[X901]: lexport failed: `RuntimeError`\n")
    assert "程序出错" in lexport("check", "good.yaml", "--lang", "zh").err


def test_a_reader_who_has_seen_enough_is_no_fault(lexport: Lexport, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("checker.cli.show.write", closed)
    done = lexport("show")
    assert (done.code, done.err) == (0, "")


def test_main_leaves_with_the_exit_code(lexport: Lexport, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lexport("check", "broken.yaml").code == 2
    monkeypatch.setattr(sys, "argv", ["lexport", "check", "broken.yaml"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
