"""`lexport explain [ID]`: what a finding means, why it matters and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from checker.cli.files import read_text
from checker.cli.output import text_width, write, write_page
from checker.cli.rulebook_option import format_option, language_option, no_rulebook, refuse
from checker.findings import REGISTRY, Finding, nearest, say


@click.command("explain")
@click.argument("id_", metavar="[ID]", required=False)
@language_option
@format_option
def command(id_: str | None, lang: str | None, form: str) -> None:
    """Explain a finding by its ID, such as N201; without one, list them all.

    Exit code 2 when there is no such finding.
    """
    from checker.reports.explained import contents_text, explain_json, page_in

    opened = no_rulebook(lang)
    if id_ is None:
        every = dict.fromkeys(REGISTRY)
        write(explain_json(every, language=opened.asked) if form == "json" else contents_text(opened.language))
        return
    page = _page(id_.upper())
    if isinstance(page, Finding):
        refuse(opened, (page,), form, refusal)
    if form == "json":
        write(explain_json({id_.upper(): page}, language=opened.asked))
    else:
        write_page(page_in(page, opened.language), text_width())


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing is explained."""
    from checker.reports.explained import explain_json

    return explain_json({}, findings, texts, language)


def _page(id_: str) -> str | Finding:
    if id_ not in REGISTRY:
        guess = nearest(id_, REGISTRY)
        remedy = say("`lexport explain` lists them all") if guess is None else say("write `{guess}`", guess=guess)
        return Finding("N201", say("no {kind} is named `{name}`", kind=say("finding"), name=id_), help=remedy)
    from checker.shipped import shipped_folder

    return read_text(shipped_folder("findings") / f"{id_}.md")
