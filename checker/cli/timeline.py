"""`lexport timeline [QUESTION]`: on which dates a question is decided otherwise, in what, and by which text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import click

from checker.cli.output import text_width, write
from checker.cli.rulebook_option import open_rulebook, refuse, rulebook_options, settings
from checker.cli.typed import read_most, unknown_words
from checker.findings import Finding, say

if TYPE_CHECKING:
    from checker.answers.stating import Wanted
    from checker.answers.timeline import Stretch
    from checker.logic import Law

FORMS = ("text", "json", "svg", "html")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("timeline")
@click.argument("question", required=False)
@rulebook_options
@click.option("--from", "since", type=_DAY, metavar="DATE", help="Leave out what changed before this day.")
@click.option("--until", type=_DAY, metavar="DATE", help="Leave out what changed after this day.")
@click.option(
    "--most", metavar="N|all", help="Show at most N regions of a change; lexport.yaml sets the default, else 5."
)
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True)
def command(
    question: str | None,
    rules: str | None,
    lang: str | None,
    since: datetime | None,
    until: datetime | None,
    most: str | None,
    form: str,
) -> None:
    """Tell on which dates QUESTION is decided otherwise, in which cases, and which text came or left.

    Without QUESTION every question is listed with the number of these dates. Cases are compared that are equal in all
    but the date, within the time that the rulebook covers.
    """
    from checker.answers.stating import Wanted
    from checker.answers.timeline import Stretch
    from checker.plan.names import question_names

    opened = open_rulebook(rules, lang, authoring=False)
    law, language = opened.law, opened.language
    told = "json" if form == "json" else "text"
    if law is None:
        refuse(opened, opened.findings, told, refusal)
    names = question_names(law.book)
    shown = read_most(most, settings()[0])
    wrong = (
        *([shown] if isinstance(shown, Finding) else []),
        *unknown_words(say("question"), [] if question is None else [question], names),
        *_mistakes(question, form, since, until),
        *_uncovered(law, since, until),
    )
    if (stopping := wrong or law.findings()) or isinstance(shown, Finding):
        refuse(opened, stopping, told, refusal)
    stretch = Stretch(*(None if day is None else day.toordinal() for day in (since, until)))
    if question is None:
        write(_all(law, stretch, form, language), language)
    else:
        write(_one(law, names[question], Wanted(shown), stretch, form, language), language)


def _one(law: Law, question: str, wanted: Wanted, stretch: Stretch, form: str, language: str) -> str:
    from checker.answers.timeline import tell_timeline

    told = tell_timeline(law, question, wanted, stretch, shared=form != "text")
    match form:
        case "json":
            from checker.reports.timeline_json import timeline_json

            return timeline_json(law.book, told, language=language)
        case "svg":
            from checker.reports.timeline_svg import timeline_svg

            return timeline_svg(told, language, alone=True)
        case "html":
            from checker.reports.timeline_html import timeline_html

            return timeline_html(told, language)
    from checker.reports.timeline_text import timeline_text

    return timeline_text(told, language, text_width())


def _all(law: Law, stretch: Stretch, form: str, language: str) -> str:
    from checker.answers.timeline import tell_summaries

    summaries = tuple(tell_summaries(law, stretch))
    if form == "json":
        from checker.reports.timeline_json import timeline_json

        return timeline_json(law.book, summaries=summaries, language=language)
    if form == "html":
        from checker.reports.timeline_html import summaries_html

        return summaries_html(summaries, language)
    from checker.reports.timeline_text import summaries_text

    return summaries_text(summaries, language, text_width())


def _mistakes(question: str | None, form: str, since: datetime | None, until: datetime | None) -> Iterator[Finding]:
    if question is None and form == "svg":
        yield Finding(
            "O101", say("a picture is drawn of one question"), help=say("name it: `lexport timeline QUESTION`")
        )
    if since is not None and until is not None and since > until:
        days = (since.date().isoformat(), until.date().isoformat())
        message = say("`{since}` lies after `{until}`", since=days[0], until=days[1])
        yield Finding("O101", message, help=say("write the earlier day after `--from`"))


def _uncovered(law: Law, since: datetime | None, until: datetime | None) -> Iterator[Finding]:
    """Say of a stretch that lies outside what was looked at that nothing is known of it."""
    first, last = law.book.header.covers_from, law.book.header.reviewed_until
    beyond = since if since is not None and last is not None and since.toordinal() > last else None
    ahead = until if until is not None and first is not None and until.toordinal() < first else None
    for day in (beyond, ahead):
        if day is not None:
            message = say("`{day}` lies outside what the rulebook covers", day=day.date().isoformat())
            yield Finding("O101", message, help=say("name days from `covers from` to `reviewed until`"))


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing is told."""
    from checker.reports.timeline_json import timeline_json

    return timeline_json(None, findings=findings, texts=texts, language=language)
