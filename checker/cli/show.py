"""`lexport show [NAME]`: what a rulebook holds, and what one name in it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from checker.cli.output import text_width, write
from checker.cli.rulebook_option import format_option, open_rulebook, refuse, rulebook_options
from checker.findings import Finding, nearest, say

if TYPE_CHECKING:
    from checker.reports.show_text import Entry


@click.command("show")
@click.argument("name", required=False)
@rulebook_options
@format_option
@click.option("--specialty", is_flag=True, help="List which provisions are special against which.")
@click.option("--aloud", is_flag=True, help="Read NAME, or everything, back in full sentences.")
@click.option("--tree", is_flag=True, help="Lay out the provisions of the question NAME, or of all, as trees.")
def command(
    name: str | None, rules: str | None, lang: str | None, form: str, specialty: bool, aloud: bool, tree: bool
) -> None:
    """Show what a rulebook holds: all of it in lists, or NAME on a card.

    NAME is a document, question, provision, fact, known gap or open point, by any of its names; with --aloud also a
    definition. With --tree it is a question: each exception, proviso and override stands below what it is aimed at.
    """
    from checker.reports import show_text
    from checker.reports.show_json import show_json

    opened = open_rulebook(rules, lang, authoring=False)
    book, language = opened.book, opened.language
    if book is None:
        refuse(opened, opened.findings, form, refusal)
    width = text_width()
    if specialty:
        from checker.logic import Law
        from checker.uses.specialty import find_specialty

        pairs = find_specialty(Law(book))
        text = show_json(book, specialty=pairs) if form == "json" else show_text.specialty_text(pairs, language, width)
        write(text, language)
        return
    if aloud:
        from checker.cli.aloud import read_aloud

        entries = read_aloud(opened, book, None if form == "json" else width)
    elif tree:
        from checker.logic import Law

        entries = list(show_text.tree_entries(Law(book), language, width))
    else:
        entries = list(show_text.entries(book, language, width))
    meant = entries if name is None else _named(entries, name)
    if name is not None and not meant:
        refuse(opened, (_unknown(name, entries, among_questions=tree),), form, refusal)
    if form == "json":
        write(show_json(book, meant, told="aloud" if aloud else "tree" if tree else "card" if name else None))
    elif name is None and not aloud and not tree:
        write(show_text.contents_text(book, language, width), language)
    else:
        write("\n".join(entry.card() for entry in meant), language)


def _named(entries: list[Entry], name: str) -> list[Entry]:
    """Find what bears a name, or else the facts below it: `decl` stands for all of the declaration."""
    exactly = [entry for entry in entries if name in entry.names]
    return exactly or [e for e in entries if any(known.startswith(f"{name}.") for known in e.names)]


def _unknown(name: str, entries: list[Entry], *, among_questions: bool) -> Finding:
    guess = nearest(name, (known for entry in entries for known in entry.names))
    remedy = say("write `{guess}`", guess=guess) if guess else say("`lexport show` lists every name")
    if among_questions:
        return Finding("N201", say("no question is named `{name}`", name=name), help=remedy)
    return Finding("N201", say("nothing is named `{name}`", name=name), help=remedy)


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing is shown."""
    from checker.reports.show_json import show_json

    return show_json(None, findings=findings, texts=texts, language=language)
