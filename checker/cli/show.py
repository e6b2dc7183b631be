"""`lexport show [NAME]`: what a rulebook holds, and what one name in it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from checker.cli.output import text_width, write
from checker.cli.rulebook_option import Opened, format_option, open_rulebook, refuse, rulebook_options
from checker.cli.typed import not_both
from checker.findings import Finding, nearest, say

if TYPE_CHECKING:
    from checker.reports.show_text import Entry
    from checker.rulebook.model import Rulebook

_WAYS = ("--specialty", "--aloud", "--tree")


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
    wanted = [option for option, given in zip(_WAYS, (specialty, aloud, tree), strict=True) if given]
    if len(wanted) > 1:
        refuse(opened, (not_both(wanted[0], wanted[1]),), form, refusal)
    width = text_width()
    if specialty:
        write(_specialty(book, form, language, width), language)
        return
    entries = _entries(opened, book, width, in_json=form == "json", aloud=aloud, tree=tree)
    meant = entries if name is None else _named(entries, name)
    if name is not None and not meant:
        refuse(opened, (_unknown(name, entries, among_questions=tree),), form, refusal)
    if form == "json":
        write(show_json(book, meant, told="aloud" if aloud else "tree" if tree else "card" if name else None))
    elif name is None and not aloud and not tree:
        write(show_text.contents_text(book, language, width), language)
    else:
        write("\n".join(entry.card() for entry in meant), language)


def _specialty(book: Rulebook, form: str, language: str, width: int) -> str:
    from checker.logic import Law
    from checker.reports.show_json import show_json
    from checker.reports.show_text import specialty_text
    from checker.uses.specialty import find_specialty

    pairs = find_specialty(Law(book))
    return show_json(book, specialty=pairs) if form == "json" else specialty_text(pairs, language, width)


def _entries(opened: Opened, book: Rulebook, width: int, *, in_json: bool, aloud: bool, tree: bool) -> list[Entry]:
    """List all that can be named, each as it is to be shown."""
    from checker.reports import show_text

    if aloud:
        from checker.cli.aloud import read_aloud

        return read_aloud(opened, book, None if in_json else width)
    if tree:
        from checker.logic import Law

        return list(show_text.tree_entries(Law(book), opened.language, width))
    return list(show_text.entries(book, opened.language, width))


def _named(entries: list[Entry], name: str) -> list[Entry]:
    """Find what bears a name, or else the facts below it: `decl` stands for all of the declaration."""
    exactly = [entry for entry in entries if name in entry.names]
    return exactly or [e for e in entries if any(known.startswith(f"{name}.") for known in e.names)]


def _unknown(name: str, entries: list[Entry], *, among_questions: bool) -> Finding:
    guess = nearest(name, (known for entry in entries for known in entry.names))
    remedy = say("write `{guess}`", guess=guess) if guess else say("`lexport show` lists every name")
    if among_questions:
        message = say("no {kind} is named `{name}`", kind=say("question"), name=name)
        return Finding("N201", message, help=remedy)
    return Finding("N201", say("nothing is named `{name}`", name=name), help=remedy)


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing is shown."""
    from checker.reports.show_json import show_json

    return show_json(None, findings=findings, texts=texts, language=language)
