"""Which rulebook a command works with: the folder given, else the one `lexport.yaml` names, else the shipped one.

Takes the value of `--rules`; gives the loaded rulebook or the findings that keep it from being used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from msgspec import Struct

from checker.cli.files import excerpts, read_text, shown
from checker.cli.output import say, write
from checker.findings import Finding, Span

if TYPE_CHECKING:
    from checker.logic import Law
    from checker.project import Config
    from checker.rulebook.model import Rulebook

_DEFAULT_LANGUAGE = "en"


class Opened(Struct, frozen=True):
    """The law of a rulebook, ready for use, or None and why. The files that findings name are found below `root`."""

    law: Law | None
    findings: tuple[Finding, ...]
    root: Path
    language: str

    @property
    def book(self) -> Rulebook | None:
        """The rulebook itself."""
        return None if self.law is None else self.law.book


def rulebook_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--rules` and `--lang` to a command."""
    folder = click.Path(exists=True, file_okay=False)
    command = click.option(
        "--lang", type=click.Choice(["en", "zh"]), help="Language of the report; lexport.yaml sets the default."
    )(command)
    return click.option(
        "--rules",
        metavar="DIR",
        type=folder,
        help="Folder of the rulebook. Default: the one that the nearest lexport.yaml names.",
    )(command)


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--format` to a command."""
    return click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)(
        command
    )


def refuse(
    opened: Opened,
    findings: tuple[Finding, ...],
    form: str,
    in_json: Callable[[Iterable[Finding]], str],
) -> NoReturn:
    """Write why a command cannot run, in the format asked for, and leave with exit code 2."""
    if form == "json":
        write(in_json(findings))
    else:
        from checker.reports.findings_text import findings_text

        write(findings_text(findings, excerpts(findings, opened.root), opened.language))
    raise click.exceptions.Exit(2)


def open_rulebook(rules: str | None, language: str | None, *, authoring: bool) -> Opened:
    """Load the rulebook of a command.

    Without any, a reading command takes the shipped one and says so; a command for authors must not, since it would
    speak of rules that are not theirs.
    """
    config, place, findings = _config()
    spoken = language or config.language or _DEFAULT_LANGUAGE
    if findings:
        return Opened(None, findings, Path(), spoken)
    if rules is not None:
        folder = Path(rules)
    elif place is not None:
        folder = place.parent / (config.rules or ".")
        if not folder.is_dir():
            lost = Finding("S105", f"the folder of the rulebook, `{config.rules}`, is not there", _start(place))
            return Opened(None, (lost,), Path(), spoken)
    elif authoring:
        return Opened(None, (_NO_RULEBOOK,), Path(), spoken)
    else:
        folder = _shipped()
    return _loaded(folder, spoken)


_NO_RULEBOOK = Finding(
    "S105",
    "there is no rulebook here",
    help="name its folder with `--rules DIR`, or write `rules: DIR` into a file lexport.yaml",
)


def _config() -> tuple[Config, Path | None, tuple[Finding, ...]]:
    from checker.project import Config, find_config, read_config

    found = find_config(Path.cwd())
    if found is None:
        return Config(), None, ()
    # From here on relative: what is reported must not tell where on the disk a project lies.
    place = Path(os.path.relpath(found))
    text = read_text(place)
    if isinstance(text, Finding):
        return Config(), place, (text,)
    config, findings = read_config(text, shown(place))
    return config, place, findings


def _start(place: Path) -> Span:
    return Span(shown(place), 1, 1, 1, 1)


def _shipped() -> Path:
    from checker.shipped import shipped_folder

    say("No rulebook here; using the one that ships with lexport.")
    return shipped_folder("rules")


def _loaded(folder: Path, language: str) -> Opened:
    from checker.project.laws import laws_of_user, open_law

    folder = folder.resolve()
    law, findings = open_law(folder, laws_of_user())
    return Opened(law, findings, folder.parent, language)
