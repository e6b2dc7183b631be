"""`lexport timeline [QUESTION]`: on which dates a question is decided otherwise, in what, and by which text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import click

from checker.cli.output import text_width, write
from checker.cli.rulebook_option import open_rulebook, refuse, rulebook_options
from checker.findings import Finding, nearest, row, say

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
    from checker.answers.timeline import Stretch
    from checker.plan.names import question_names

    opened = open_rulebook(rules, lang, authoring=False)
    law, language = opened.law, opened.language
    told = "json" if form == "json" else "text"
    if law is None:
        refuse(opened, opened.findings, told, refusal)
    names = question_names(law.book)
    wanted, wrong = _wanted(most)
    wrong = (*wrong, *_mistakes(question, names, form, since, until))
    if stopping := wrong or law.findings():
        refuse(opened, tuple(stopping), told, refusal)
    stretch = Stretch(*(None if day is None else day.toordinal() for day in (since, until)))
    if question is None:
        write(_all(law, stretch, form, language), language)
    else:
        write(_one(law, names[question], wanted, stretch, form, language), language)


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


def _wanted(most: str | None) -> tuple[Wanted, tuple[Finding, ...]]:
    """Read how many regions are shown; without a word as lexport.yaml says."""
    from checker.answers.stating import Wanted
    from checker.cli.rulebook_option import settings
    from checker.project.config import ALL, is_most

    most = most or settings()[0].most
    if most is None:
        return Wanted(), ()
    if not is_most(most):
        remedy = say("write a number from 1 on, or `all`")
        return Wanted(), (
            Finding("T302", say("`{option}` cannot be `{word}`", option="--most", word=most), help=remedy),
        )
    return Wanted(None if most == ALL else int(most)), ()


def _mistakes(
    question: str | None, known: Collection[str], form: str, since: datetime | None, until: datetime | None
) -> Iterator[Finding]:
    if question is not None and question not in known:
        guess = nearest(question, known)
        remedy = (
            say("write `{guess}`", guess=guess)
            if guess
            else say("write one of {words}", words=row(f"`{one}`" for one in sorted(known)))
        )
        yield Finding("N201", say("no {kind} is named `{name}`", kind=say("question"), name=question), help=remedy)
    if question is None and form == "svg":
        yield Finding(
            "O101", say("a picture is drawn of one question"), help=say("name it: `lexport timeline QUESTION`")
        )
    if since is not None and until is not None and since > until:
        days = (since.date().isoformat(), until.date().isoformat())
        message = say("`{since}` lies after `{until}`", since=days[0], until=days[1])
        yield Finding("O101", message, help=say("write the earlier day after `--from`"))


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing is told."""
    from checker.reports.timeline_json import timeline_json

    return timeline_json(None, findings=findings, texts=texts, language=language)
