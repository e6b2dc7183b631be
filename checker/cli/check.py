"""`lexport check PLAN…`: what applies to the plans, what wins, what is owed, and where the law is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypedDict, Unpack

import click

from checker.cli.files import excerpts, plans_of, read_files
from checker.cli.output import text_width, write
from checker.cli.rulebook_option import format_option, open_rulebook, refuse, rulebook_options
from checker.findings import Finding, is_fatal


class Demands(TypedDict):
    """What is demanded of the verdicts, as it was typed."""

    required: tuple[str, ...]
    min_standing: str | None


@click.command("check")
@click.argument("plans", nargs=-1, required=True, metavar="PLAN...")
@rulebook_options
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Know only the texts issued by this day; a plan's own as_of goes before it.",
)
@click.option(
    "--readings",
    is_flag=True,
    help="Ask again with each reading of unclear words turned, and say what would be different.",
)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Answer in full also the questions of which a plan does not say whether they arise; JSON always does.",
)
@format_option
@click.option(
    "--require",
    "required",
    multiple=True,
    metavar="QUESTION=VERDICT",
    help="Exit 1 unless every subject of the question has the verdict; compliance=met asks for lawful deeds.",
)
@click.option(
    "--min-standing",
    metavar="WORD",
    help="Exit 1 unless the verdicts rest on texts known at least this well (read, translated, …).",
)
def command(
    plans: tuple[str, ...],
    rules: str | None,
    lang: str | None,
    as_of: datetime | None,
    readings: bool,
    every: bool,
    form: str,
    **demands: Unpack[Demands],
) -> None:
    """Check plans: which provisions apply, which prevail, what is owed, where the law is silent.

    PLAN is a YAML file, a page with scenarios, a folder of such files, or - for standard input.

    Exit code 0: checked, whatever the verdicts. 1: a requirement is not met. 2: something could not be read.
    """
    from checker.answers.requirements import read_requirements, unmet
    from checker.answers.run import Laws, check_under
    from checker.project.laws import keep_what_was_learnt, laws_of_user

    opened = open_rulebook(rules, lang, authoring=False)
    if opened.book is None:
        refuse(opened, opened.findings, form, refusal)
    laws = Laws(opened.book, None if as_of is None else as_of.toordinal(), opened.law)
    requirements, mistakes = read_requirements(opened.book, demands["required"], demands["min_standing"])
    if stopping := mistakes or laws.findings():
        refuse(opened, stopping, form, refusal)
    files, unread = read_files(plans)
    apart = form == "text" and not (every or requirements)
    result = check_under(laws, plans_of(opened.book, files), readings=readings, apart=apart)
    found = [*unread, *(finding for plan in result.plans for finding in plan.findings)]
    missed = unmet(result, requirements)
    texts = excerpts(found, opened.root) | {file.file: file.text for file in files}
    if form == "json":
        from checker.reports.check_json import check_json

        collecting = {q.name for q in opened.book.questions.values() if q.form == "collecting"}
        write(check_json(result, unread, missed, collecting, texts, opened.asked))
    else:
        from checker.reports.check_text import check_text

        if opened.asked == "zh":
            from checker.reports.check_in_chinese import check_in_chinese, unmet_in_chinese

            result, missed = check_in_chinese(result, opened.book), unmet_in_chinese(missed, opened.book)
        report = check_text(
            result, texts, findings=unread, unmet=missed, language=opened.asked, width=text_width(), every=not apart
        )
        write(report, opened.language)
    if opened.law is not None and opened.folder is not None:
        keep_what_was_learnt(opened.folder, laws_of_user(), opened.law)
    raise click.exceptions.Exit(2 if is_fatal(found) else 1 if missed else 0)


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing was checked."""
    from checker.reports.check_json import check_json

    return check_json(None, findings, texts=texts, language=language)
