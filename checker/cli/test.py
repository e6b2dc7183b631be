"""`lexport test [PATH…]`: scenarios held against their verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from checker.cli.files import excerpts, plans_of, read_files
from checker.cli.output import text_width, write
from checker.cli.rulebook_option import format_option, open_rulebook, refuse, rulebook_options
from checker.findings import Finding, say

if TYPE_CHECKING:
    from checker.plan import Plan
    from checker.rulebook.model import Rulebook


@click.command("test")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@rulebook_options
@format_option
def command(paths: tuple[str, ...], rules: str | None, lang: str | None, form: str) -> None:
    """Hold scenarios against their verdicts: those of the rulebook, or those in the files and folders named.

    Exit code 0: all pass. 1: a scenario fails. 2: something could not be read, or there is no scenario.
    """
    from checker.answers.run import Laws, run_scenarios

    opened = open_rulebook(rules, lang, authoring=True)
    if opened.book is None:
        refuse(opened, opened.findings, form, refusal)
    laws = Laws(opened.book, known=opened.law)
    if stopping := laws.findings():
        refuse(opened, stopping, form, refusal)
    files, unread = read_files(paths)
    plans = plans_of(opened.book, files) if paths else _own(opened.book)
    if not plans and not unread:
        refuse(opened, (_NOTHING,), form, refusal)
    run = run_scenarios(laws, plans, unread)
    texts = excerpts(run.findings, opened.root) | {file.file: file.text for file in files}
    if form == "json":
        from checker.reports.scenarios_json import scenarios_json

        write(scenarios_json(run, texts=texts, language=opened.asked))
    else:
        from checker.reports.scenarios_text import scenarios_text

        write(scenarios_text(run, texts, opened.asked, text_width()), opened.language)
    raise click.exceptions.Exit(2 if run.findings else 1 if run.failed else 0)


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why no scenario was run."""
    from checker.reports.scenarios_json import scenarios_json

    return scenarios_json(None, findings, texts, language)


_NOTHING = Finding("F405", say("there is no scenario to run"), help=say("give a plan what to expect: `expect: …`"))


def _own(book: Rulebook) -> list[Plan]:
    from checker.plan import read_plans

    return [plan for s in book.scenarios for plan in read_plans(book, s.text, s.file, s.line)]
