"""Writing to the terminal: colour and width where there is one, plain text everywhere else.

The text is the same either way; colour only repeats what the words say.
"""

from __future__ import annotations

import os
import sys

import click

from checker.findings import Message, say
from checker.reports.labels import DEFAULT_LANGUAGE, words
from checker.reports.layout import WIDTH
from checker.texts import visible

_NARROWEST, _WIDEST = 60, 100
_STYLES = {
    "permitted": "green",
    "required": "green",
    "not-required": "green",
    "decided": "green",
    "forbidden": "red",
    "gap": "yellow",
    "known-gap": "yellow",
    "conflict": "yellow",
    "open": "yellow",
    "discretion": "yellow",
}


def text_width() -> int:
    """Give the width reports are wrapped to: the terminal's within bounds, or the one of a file."""
    if not sys.stdout.isatty():
        return WIDTH
    import shutil

    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((WIDTH, 24)).columns))


def write(text: str, language: str = "en") -> None:
    """Write a result to stdout; what texts of users hold does nothing to the terminal."""
    text = visible(text)
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        _write_coloured(text, language)
    else:
        click.echo(text, nl=False)


def write_page(text: str, width: int) -> None:
    """Write a page to stdout: laid out on a terminal, elsewhere as it stands in its file; `visible` as every result."""
    text = visible(text)
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        from rich.console import Console
        from rich.markdown import Markdown

        Console(width=width).print(Markdown(text))
    else:
        click.echo(text, nl=False)


def remark(text: str) -> None:
    """Write a remark to stderr, where it mixes with no result."""
    click.echo(visible(text), err=True)


def note(message: Message, language: str | None) -> None:
    """Write what is good to know, and no mistake, to stderr."""
    remark(say("note: {message}", message=message).in_language(language or DEFAULT_LANGUAGE))


def _write_coloured(text: str, language: str) -> None:
    from rich.console import Console
    from rich.text import Text

    label = words(language)
    coloured = Text(text)
    for word, style in _STYLES.items():
        shown = label[f"verdict.{word}"]
        coloured.highlight_regex(rf"(?m)^\S.*(?:: |：){shown}(?= \(|（|$)", f"bold {style}")
    coloured.highlight_regex(r"\berror\[[A-Z]\d+\]", "bold red")
    coloured.highlight_regex(r"\bwarning\[[A-Z]\d+\]", "bold yellow")
    coloured.highlight_regex(r"(?m)^ *\| +\^+.*$", "red")
    Console(soft_wrap=True, highlight=False).print(coloured, end="")
