"""Which rulebook a command works with, and in which language: as was asked, else as `lexport.yaml` says.

Takes the values of `--rules` and `--lang`; gives the loaded rulebook or the findings that keep it from being used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from msgspec import Struct

from checker.cli.files import excerpts, read_text, shown
from checker.cli.output import note, write
from checker.findings import LANGUAGES, Finding, Span, say
from checker.reports.labels import DEFAULT_LANGUAGE
from checker.texts import is_folder

if TYPE_CHECKING:
    from checker.logic import Law
    from checker.project import Config
    from checker.rulebook.model import Rulebook

# How a command says in JSON that it cannot run: the findings, the texts they stand in, and the language asked for.
Refusal = Callable[[Iterable[Finding], Mapping[str, str], str | None], str]


class Opened(Struct, frozen=True):
    """The law of a rulebook, ready for use, or None and why. The files that findings name are found below `root`.

    `asked` is the language asked for; without one each finding is told in that of its file. `folder` is the rulebook's.
    """

    law: Law | None
    findings: tuple[Finding, ...]
    root: Path
    asked: str | None
    folder: Path | None = None

    @property
    def language(self) -> str:
        """The language of reports."""
        return self.asked or DEFAULT_LANGUAGE

    @property
    def book(self) -> Rulebook | None:
        """The rulebook itself."""
        return None if self.law is None else self.law.book


def rulebook_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--rules` and `--lang` to a command."""
    folder = click.Path(exists=True, file_okay=False)
    command = language_option(command)
    return click.option(
        "--rules",
        metavar="DIR",
        type=folder,
        help="Folder of the rulebook. Default: the one that the nearest lexport.yaml names.",
    )(command)


def language_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--lang` to a command."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        help="Language of the report and of findings; lexport.yaml sets the default.",
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
    in_json: Refusal,
) -> NoReturn:
    """Write why a command cannot run, in the format asked for, and leave with exit code 2."""
    texts = excerpts(findings, opened.root)
    if form == "json":
        write(in_json(findings, texts, opened.asked))
    else:
        from checker.reports.findings_text import findings_text

        write(findings_text(findings, texts, opened.asked), opened.language)
    raise click.exceptions.Exit(2)


def open_rulebook(rules: str | None, language: str | None, *, authoring: bool) -> Opened:
    """Load the rulebook of a command.

    Without any, a reading command takes the shipped one and says so; a command for authors must not, since it would
    speak of rules that are not theirs.
    """
    config, place, findings = settings()
    asked = language or config.language
    if findings:
        return Opened(None, findings, Path(), asked)
    folder = _named(rules, config, place)
    if folder is None:
        if authoring:
            return Opened(None, (_NO_RULEBOOK,), Path(), asked)
        folder = _shipped(asked)
    elif place is not None and not is_folder(folder):
        named = rules or config.rules or "."
        lost = Finding("S105", say("the folder of the rulebook, `{folder}`, is not there", folder=named), _start(place))
        return Opened(None, (lost,), Path(), asked)
    return _loaded(folder, asked, asking_only=not authoring)


def no_rulebook(language: str | None) -> Opened:
    """Open none, for a command that needs none: the language asked for, and the mistakes of `lexport.yaml`."""
    config, _, findings = settings()
    return Opened(None, findings, Path(), language or config.language)


def rulebook_folder(rules: str | None) -> Path | None:
    """Find the folder of the rulebook without reading it; None where none is named, or none is there."""
    config, place, _ = settings()
    folder = _named(rules, config, place)
    return None if folder is None or not is_folder(folder) else folder


def _named(rules: str | None, config: Config, place: Path | None) -> Path | None:
    if rules is not None:
        return Path(rules)
    return None if place is None else place.parent / (config.rules or ".")


_NO_RULEBOOK = Finding(
    "S105",
    say("there is no rulebook here"),
    help=say("name its folder with `--rules DIR`, or write `rules: DIR` into a file `lexport.yaml`"),
)


def settings() -> tuple[Config, Path | None, tuple[Finding, ...]]:
    """Read the nearest `lexport.yaml`: what it sets, where it lies, and its mistakes."""
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


def _shipped(asked: str | None) -> Path:
    from checker.shipped import shipped_folder

    note(say("there is no rulebook here; the one that ships with lexport is used"), asked)
    return shipped_folder("rules")


def _loaded(folder: Path, asked: str | None, *, asking_only: bool) -> Opened:
    from checker.project.laws import laws_of_user, open_law

    folder = folder.resolve()
    law, findings = open_law(folder, laws_of_user(), asking_only=asking_only)
    return Opened(law, findings, folder.parent, asked, folder)
