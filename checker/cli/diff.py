"""`lexport diff`: what another version of a rulebook, or another day, decides otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from checker.cli.diff_formats import REFUSALS, refused_as, told_as
from checker.cli.diff_options import (
    Wishes,
    diff_options,
    mistyped,
    read_questions,
    read_renamed,
    read_wanted,
)
from checker.cli.diff_sides import Sides, open_sides
from checker.cli.files import excerpts, read_files, shown
from checker.cli.output import note, text_width, write
from checker.cli.rulebook_option import Opened, open_rulebook, rulebook_options, settings
from checker.findings import Finding, is_fatal, say
from checker.texts import read_file

if TYPE_CHECKING:
    from checker.answers.diff import DiffReport
    from checker.answers.diff_admitting import Admitting
    from checker.answers.diff_plans import PlansHit

__all__ = ["REFUSALS", "command", "refusal"]

Findings = tuple[Finding, ...]


@click.command("diff")
@rulebook_options
@diff_options
def command(rules: str | None, lang: str | None, **wishes: Unpack[Wishes]) -> None:
    """Tell what another version of the rulebook, or another day, decides otherwise: every case of every question.

    Exit code 0: nothing changed that is not admitted. 1: something did, or was not worked out. 2: something could not
    be read.
    """
    opened = open_rulebook(rules, lang, authoring=True)
    told = _compared(opened, wishes)
    if isinstance(told, tuple):
        _write_refusal(opened, told, wishes)
        raise click.exceptions.Exit(2)
    from checker.reports.diff_run import DiffRun

    plans = told.plans
    texts = excerpts(plans.findings, Path()) if plans else {}
    run = DiffRun(told, texts=texts, asked=opened.asked)
    write(told_as(wishes["form"], run, text_width()), opened.language)
    if plans is not None and is_fatal(plans.findings):
        raise click.exceptions.Exit(2)
    # What was just written down is no failure.
    raise click.exceptions.Exit(1 if run.failed and not wishes["write_allow"] else 0)


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing was compared."""
    return refused_as("json", findings, texts, language)


def _compared(opened: Opened, wishes: Wishes) -> DiffReport | Findings:
    """Compare, and write down what is to be kept; or give what stands in the way."""
    if wrong := mistyped(wishes):
        return wrong
    law, folder = opened.law, opened.folder
    if law is None or folder is None:
        return opened.findings
    if is_fatal(stopping := law.findings()):
        return stopping
    wanted = read_wanted(wishes, settings()[0])
    if isinstance(wanted, Finding):
        return (wanted,)
    days = wishes["at"] and tuple(day.date().toordinal() for day in wishes["at"])
    sides = open_sides(law, folder, wishes["against"], days, read_renamed(wishes))
    if isinstance(sides, tuple):
        return sides
    questions, unknown = read_questions(wishes, sides.pair.before.book, sides.pair.after.book)
    admitting = _admitting(wishes["allow"])
    if wrong := (*unknown, *(admitting if isinstance(admitting, tuple) else ())):
        return wrong
    assert not isinstance(admitting, tuple)
    from checker.answers.diff import diff

    report = diff(sides.pair, sides.called, questions, wanted, admitting, sides.renamed)
    if unwritten := _saved(report, wishes["write_allow"], opened.asked):
        return unwritten
    return _with_plans(report, sides, wishes["over"])


def _admitting(path: str | None) -> Admitting | Findings | None:
    if path is None:
        return None
    from checker.answers.diff_admitting import Admitting
    from checker.project.admitted import MOST_BYTES, read_admitted

    text = read_file(Path(path), shown(path), MOST_BYTES)
    if isinstance(text, Finding):
        return (text,)
    entries, findings = read_admitted(text, shown(path))
    return findings or Admitting(entries)


def _saved(report: DiffReport, path: str | None, asked: str | None) -> Findings:
    if path is None:
        return ()
    from checker.answers.diff_admitting import to_admitted
    from checker.project.admitted import write_admitted
    from checker.project.saving import Writing, write_over

    changes = [change for each in report.questions for change in each.changes]
    unwritten = write_over(Writing(Path(path), shown(path), write_admitted(to_admitted(changes))))
    if not unwritten:
        note(say("changes written down: {number}; each needs a reason", number=len(changes)), asked)
    return unwritten


def _with_plans(report: DiffReport, sides: Sides, paths: tuple[str, ...]) -> DiffReport | Findings:
    """Add which plans get another verdict."""
    if not paths:
        return report
    from msgspec.structs import replace

    from checker.answers.diff_plans import PlanFile, hit_plans

    files, unread = read_files(paths)
    named = [question.question for question in report.questions]
    plans: PlansHit = hit_plans(sides.pair, (PlanFile(f.file, f.text, f.named) for f in files), named)
    return replace(report, plans=replace(plans, findings=(*unread, *plans.findings)))


def _write_refusal(opened: Opened, findings: Findings, wishes: Wishes) -> None:
    """Write why nothing was compared; what is wrong with the other rulebook stands in its own files."""
    against, root = wishes["against"], opened.root
    if opened.law is not None and against is not None:
        root = Path(against).resolve().parent
    texts = excerpts(findings, root)
    write(refused_as(wishes["form"], findings, texts, opened.asked), opened.language)
