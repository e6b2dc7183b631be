"""`lexport table QUESTION`: a question as a decision table, or with `--map` as a map of two facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from checker.cli.files import shown
from checker.cli.output import text_width, write
from checker.cli.rulebook_option import Opened, open_rulebook, refuse, rulebook_options, settings
from checker.cli.typed import read_most, unknown_words
from checker.findings import Finding, Message, is_fatal, row, say

if TYPE_CHECKING:
    from checker.answers.laid_out import Asked
    from checker.answers.table import Table
    from checker.answers.verdict_map import VerdictMap
    from checker.logic import Law

Findings = tuple[Finding, ...]

FORMS = ("text", "markdown", "html", "svg", "xlsx", "json")
_OF_A_TABLE = ("text", "markdown", "html", "xlsx", "json")
_OF_A_MAP = ("text", "markdown", "html", "svg", "json")
_XLSX = "lexport[xlsx]"


class Wishes(Struct, frozen=True):
    """What was typed beside the question."""

    facts: tuple[str, ...]
    by: str | None
    as_map: bool
    condition: str | None
    day: str | None
    most: str | None
    form: str
    out: str | None


@click.command("table")
@click.argument("question")
@click.argument("facts", nargs=-1, metavar="[FACT FACT]")
@rulebook_options
@click.option("--map", "as_map", is_flag=True, help="Draw a map by two facts; without any, by the two that tell most.")
@click.option("--by", metavar="FACT", help="Draw a map for each class of this fact.")
@click.option("--when", "condition", metavar="CONDITION", help="Only the cases in which CONDITION holds.")
@click.option("--at", "day", metavar="DATE", help="Only the cases that are governed by the law of DATE.")
@click.option("--most", metavar="N|all", help="Show at most N regions of a row; lexport.yaml sets the default, else 5.")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE; xlsx needs it.")
def command(question: str, rules: str | None, lang: str | None, **typed: Any) -> None:
    """Show all that a question answers, as a decision table or as a map.

    Each row has a verdict and the provisions that give it, with the cases they decide in the words of the rulebook.
    With --map two facts, FACT FACT, are the axes of a grid whose cells show the verdicts.
    """
    wishes = Wishes(**typed)
    opened = open_rulebook(rules, lang, authoring=False)
    made = _made(opened, question, wishes)
    if isinstance(made, tuple):
        refuse(opened, made, wishes.form, refusal)
    told = _told(made, wishes.form, opened.language)
    if isinstance(told, Finding):
        refuse(opened, (told,), wishes.form, refusal)
    if wishes.out is None:
        write(str(told), opened.language)
    elif unwritten := _saved(told, Path(wishes.out)):
        refuse(opened, unwritten, wishes.form, refusal)


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why there is no table."""
    from checker.reports.table_json import table_json

    return table_json(None, language, findings, texts)


def _made(opened: Opened, question: str, wishes: Wishes) -> Table | VerdictMap | Findings:
    law = opened.law
    if law is None:
        return opened.findings
    most = read_most(wishes.most, settings()[0])
    wrong = (*_unfit(wishes), *([most] if isinstance(most, Finding) else []))
    if wrong or isinstance(most, Finding):
        return wrong
    if is_fatal(stopping := law.findings()):
        return stopping
    asked = _asked(opened, law, question, wishes)
    if isinstance(asked, tuple):
        return asked
    if wishes.as_map:
        from checker.answers.verdict_map import draw

        return draw(law, asked, wishes.facts, wishes.by)
    from checker.answers.table import tabulate

    return tabulate(law, asked, most)


def _unfit(wishes: Wishes) -> Iterable[Finding]:
    """Go through what does not fit together, whatever the rulebook says."""
    if not wishes.as_map and (wishes.facts or wishes.by is not None):
        yield Finding("O101", say("facts are named for a map alone"), help=say("add `--map`"))
    elif len(wishes.facts) not in (0, 2):
        message = say("a map has two facts, and not {number}", number=len(wishes.facts))
        yield Finding("O101", message, help=say("name two, or none: then they are chosen"))
    forms = _OF_A_MAP if wishes.as_map else _OF_A_TABLE
    if wishes.form not in forms:
        kind = say("map") if wishes.as_map else say("table")
        message = say("a {kind} is not written as `{form}`", kind=kind, form=wishes.form)
        yield Finding("O101", message, help=say("write one of {words}", words=row(f"`{one}`" for one in forms)))
    elif wishes.form == "xlsx" and wishes.out is None:
        yield Finding("O101", say("a workbook is no text for a terminal"), help=say("name a file with `--out FILE`"))


def _asked(opened: Opened, law: Law, question: str, wishes: Wishes) -> Asked | Findings:
    """Find the question by any of its names, and read the condition and the day."""
    from checker.answers.laid_out import Asked
    from checker.rulebook.days import read_day
    from checker.rulebook.misread import Misread

    named = {name: found.name for found in law.book.questions.values() for name in found.names}
    if unknown := tuple(unknown_words(say("question"), [question], named)):
        return unknown
    day = None if wishes.day is None else read_day(wishes.day)
    wrong: list[Finding] = []
    if isinstance(day, Misread):
        wrong.append(Finding("T302", day.message, help=say("write a day like `2015-10-12`")))
    condition = None
    if wishes.condition is not None and opened.folder is not None:
        from checker.project.conditions import read_typed

        condition = read_typed(opened.folder, named[question], wishes.condition)
        if isinstance(condition, tuple):
            wrong.extend(condition)
    if wrong or isinstance(condition, tuple) or isinstance(day, Misread):
        return tuple(wrong)
    return Asked(named[question], condition, wishes.condition, day)


def _told(made: Table | VerdictMap, form: str, language: str) -> str | bytes | Finding:
    from checker.answers.table import Table

    try:
        writer = _table_writer(form) if isinstance(made, Table) else _map_writer(form)
        return writer(made, language)
    except ImportError as missing:
        if missing.name != "xlsxwriter":
            raise
    message: Message = say("`--format xlsx` needs the package `{package}`", package="XlsxWriter")
    return Finding("O101", message, help=say("install `{package}`", package=_XLSX))


def _table_writer(form: str) -> Callable[[Any, str], str | bytes]:
    match form:
        case "markdown":
            from checker.reports.table_markdown import table_markdown

            return table_markdown
        case "html":
            from checker.reports.table_html import table_page

            return table_page
        case "xlsx":
            from checker.reports.table_xlsx import table_xlsx

            return table_xlsx
        case "json":
            from checker.reports.table_json import table_json

            return table_json
    from checker.reports.table_text import table_text

    return partial(table_text, width=text_width())


def _map_writer(form: str) -> Callable[[Any, str], str | bytes]:
    match form:
        case "markdown":
            from checker.reports.map_text import map_markdown

            return map_markdown
        case "html":
            from checker.reports.map_html import map_page

            return map_page
        case "svg":
            from checker.reports.map_svg import map_svg

            return lambda made, language: map_svg(made, language) + "\n"
        case "json":
            from checker.reports.table_json import table_json

            return table_json
    from checker.reports.map_text import map_text

    return partial(map_text, width=text_width())


def _saved(told: str | bytes, path: Path) -> Findings:
    from checker.project.saving import Writing, write_over

    return write_over(Writing(path, shown(path), told))
