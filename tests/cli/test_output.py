"""Colour and width: a terminal is shown the same words as a file."""

import io
import os
import re
from contextlib import redirect_stdout

import pytest

from checker.cli.output import text_width, write

TEXT = "carriage @ last: known-gap (law of 2016-03-20)\n  [a] :smile: who?\n\nx: permitted\np:1:1: error[N201]: no\n"
ZH = "carriage @ last：已知空白（适用 2016-03-20 的法规）\n"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def written(text: str, language: str = "en") -> str:
    """Write a text to a terminal and return what reached it."""
    with redirect_stdout(Terminal()) as stream:
        write(text, language)
    return stream.getvalue()


@pytest.mark.parametrize(("text", "language"), [(TEXT, "en"), (ZH, "zh")])
def test_without_its_colours_the_text_is_the_same(text: str, language: str) -> None:
    shown = written(text, language)
    assert ESCAPE.search(shown)
    assert ESCAPE.sub("", shown) == text


def test_whoever_wants_no_colour_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert written(TEXT) == TEXT


def test_a_file_is_given_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    write(TEXT)
    assert capsys.readouterr().out == TEXT


@pytest.mark.parametrize(("columns", "width"), [(40, 60), (90, 90), (200, 100)])
def test_the_width_follows_the_terminal_within_bounds(
    monkeypatch: pytest.MonkeyPatch, columns: int, width: int
) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    with redirect_stdout(Terminal()):
        assert text_width() == width
