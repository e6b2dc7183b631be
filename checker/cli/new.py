"""`lexport new`: skeletons of a rulebook, a document's page, a provision, a scenario.

Nothing that is there already is ever written over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.files import shown
from checker.cli.output import write
from checker.cli.rulebook_option import Opened, format_option, language_option, no_rulebook, refuse
from checker.findings import LANGUAGES, Finding, either, say

if TYPE_CHECKING:
    from checker.authoring.skeletons import Skeleton

_RULES, _PAGE, _SCENARIO = "new.rules", "new.md", "new.yaml"


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that all skeletons share."""
    for option in (
        format_option,
        language_option,
        click.option("--keywords", type=click.Choice(LANGUAGES), help="Language of the rules, else that of --lang."),
    ):
        command = option(command)
    return command


_out = click.option(
    "-o", "--out", metavar="FILE", type=click.Path(dir_okay=False), help="Write FILE, which must not be there yet."
)


@click.group("new")
def command() -> None:
    """Write the skeleton of something new, and never over something old.

    What is left to fill in has names that nothing bears, so that the checker asks for each.
    """


@command.command("rulebook")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@_options
def rulebook(folder: str, keywords: str | None, lang: str | None, form: str) -> None:
    """Write a rulebook below DIR: vocabulary, a question, and one example whose scenarios pass."""
    from checker.authoring.skeletons import Skeleton, new_rulebook

    opened = no_rulebook(lang)
    name = Path(folder).resolve().name
    _named(opened, form, name)
    made = new_rulebook(name, keywords or opened.language)
    placed = [Skeleton(str(Path(folder) / file.path), file.text, file.findings) for file in made]
    _give(placed, opened, form, to_files=True)


@command.command("document")
@click.argument("name")
@click.option("--title", metavar="TEXT", help="Its title.")
@click.option("--number", metavar="TEXT", help="Its official number.")
@click.option("--issuer", metavar="NAME", help="Who issued it.")
@click.option("--rank", metavar="NAME", help="A rank of the rulebook.")
@click.option("--issued", metavar="DAY", help="The day of its issue, as 2015-10-12.")
@click.option("--in-force", metavar="DAY", help="The first day it is in force.")
@click.option("--items", metavar="RUNS", help="Its items, as 1..7.")
@_out
@_options
def document(
    name: str, out: str | None, keywords: str | None, lang: str | None, form: str, **given: str | None
) -> None:
    """Write a literate page for the document NAME."""
    from checker.authoring.skeletons import new_document

    opened = no_rulebook(lang)
    _read_from(opened, form, out, ".md")
    _named(opened, form, name, given["issuer"], given["rank"])
    made = new_document(out or _PAGE, name, keywords or opened.language, given)
    _give([made], opened, form, to_files=out is not None)


@command.command("provision")
@click.argument("name")
@click.option("--document", metavar="NAME", required=True, help="The document it rests on.")
@click.option("--question", metavar="NAME", required=True, help="The question it speaks on.")
@click.option("--item", metavar="NUMBER", type=click.IntRange(1, 999_999_999), help="The item of the document.")
@_out
@_options
def provision(
    name: str, out: str | None, keywords: str | None, lang: str | None, form: str, **given: str | int | None
) -> None:
    """Write the provision NAME."""
    from checker.authoring.skeletons import new_provision
    from checker.rulebook.files import RULES

    opened = no_rulebook(lang)
    text, question, item = str(given["document"]), str(given["question"]), given["item"]
    _read_from(opened, form, out, *RULES)
    _named(opened, form, name, text, question)
    language = keywords or opened.language
    made = new_provision(out or _RULES, name, language, text, question, None if item is None else int(item))
    _give([made], opened, form, to_files=out is not None)


@command.command("scenario")
@click.argument("name")
@click.option("--question", metavar="NAME", help="A question it expects a verdict of.")
@_out
@_options
def scenario(
    name: str, question: str | None, out: str | None, keywords: str | None, lang: str | None, form: str
) -> None:
    """Write a scenario called NAME: a rulebook finds it on a page, or as YAML below a folder `scenarios`."""
    from checker.authoring.skeletons import new_scenario

    opened = no_rulebook(lang)
    _read_from(opened, form, out, ".yaml", ".md")
    made = new_scenario(out or _SCENARIO, name, keywords or opened.language, question)
    _give([made], opened, form, to_files=out is not None)


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing was written."""
    from checker.reports.new_json import new_json

    return new_json((), findings=findings, texts=texts, language=language)


def _named(opened: Opened, form: str, *names: str | None) -> None:
    """Refuse what rules could not spell."""
    from checker.authoring.skeletons import is_name

    wrong = tuple(
        Finding(
            "O101",
            say("`{name}` cannot be a name", name=name),
            help=say("write one without dots, line ends, corner brackets and characters that nobody sees"),
        )
        for name in names
        if name is not None and not is_name(name)
    )
    if wrong:
        refuse(opened, wrong, form, refusal)


def _read_from(opened: Opened, form: str, out: str | None, *endings: str) -> None:
    """Refuse a file in which a rulebook would not look for what is written."""
    if out is not None and not out.endswith(endings):
        wanted = either(f"`{ending}`" for ending in endings)
        message = say("`{path}` would not be read", path=shown(out))
        remedy = say("end its name in {endings}", endings=wanted)
        refuse(opened, (Finding("O101", message, help=remedy),), form, refusal)


def _give(made: list[Skeleton], opened: Opened, form: str, *, to_files: bool) -> None:
    """Write skeletons to their files, or to stdout; refuse what cannot be made or written."""
    from checker.reports.new_json import new_json

    wrong = tuple(finding for skeleton in made for finding in skeleton.findings)
    if not wrong and to_files:
        wrong = _written(made)
    if wrong:
        refuse(opened, wrong, form, refusal)
    files = [(shown(skeleton.path) if to_files else None, skeleton.text) for skeleton in made]
    if form == "json":
        write(new_json(files))
    else:
        write("".join(text if file is None else f"{file}\n" for file, text in files))


def _written(made: list[Skeleton]) -> tuple[Finding, ...]:
    """Write files that are not there yet; when one is, none."""
    from checker.project.saving import in_the_way

    there = tuple(in_the_way(shown(skeleton.path)) for skeleton in made if Path(skeleton.path).exists())
    if there:
        return there
    for skeleton in made:
        path = Path(skeleton.path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(skeleton.text)
        except OSError as error:
            if isinstance(error, FileExistsError) and path.exists():
                return (in_the_way(shown(skeleton.path)),)
            return (Finding("O101", say("`{path}` cannot be written", path=shown(path))),)
    return ()
