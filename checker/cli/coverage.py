"""`lexport coverage`: what the scenarios of a rulebook reach of it, and plans for what they do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from checker.cli.files import excerpts, plans_of, read_files, shown
from checker.cli.mutation_options import MutationWishes, misread, mutated, mutation_options
from checker.cli.output import note, text_width, write
from checker.cli.rulebook_option import Opened, format_option, open_rulebook, refuse, rulebook_options
from checker.cli.typed import unfit_word
from checker.findings import Finding, say

if TYPE_CHECKING:
    from checker.answers.coverage import Coverage
    from checker.answers.coverage_run import CoverageRun
    from checker.answers.run import Laws
    from checker.plan import Plan
    from checker.rulebook.model import Rulebook

Findings = tuple[Finding, ...]


@click.command("coverage")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@rulebook_options
@format_option
@click.option(
    "--suggest",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Write a scenario for what none reaches into this folder; the verdict is left for a person to write.",
)
@click.option(
    "--fail-under",
    "line",
    metavar="PERCENT",
    help="Fail when less than so much of the total is reached; with --mutate, or so much of the mutants noticed.",
)
@mutation_options
def command(
    paths: tuple[str, ...],
    rules: str | None,
    lang: str | None,
    form: str,
    suggest: str | None,
    line: str | None,
    **wishes: Unpack[MutationWishes],
) -> None:
    """Say what scenarios reach: those of the rulebook, or those in the files and folders named.

    Counted are provisions that apply and that win, exceptions that strike, branches, and every answer with its winners
    that occurs in any case; and single tests, with the opposite outcome of which something else would be decided.

    Exit code 0: as much as --fail-under is reached. 1: it is not. 2: something could not be read.
    """
    from checker.answers.coverage_run import CoverageRun
    from checker.answers.run import Laws

    opened = open_rulebook(rules, lang, authoring=True)
    if opened.book is None:
        refuse(opened, opened.findings, form, refusal)
    laws = Laws(opened.book, known=opened.law)
    drawn = None if line is None else _percent(line)
    unfit = (*([drawn] if isinstance(drawn, Finding) else []), *misread(wishes))
    if unfit or isinstance(drawn, Finding):
        refuse(opened, unfit, form, refusal)
    plans, wrong = _scenarios(opened.book, paths, may_be_none=suggest is not None and not paths)
    if findings := (*laws.findings(), *wrong):
        refuse(opened, findings, form, refusal)
    mutation = mutated(opened.law, plans, wishes) if opened.law is not None else None
    run = CoverageRun(_covered(opened, laws, plans, suggest is not None), mutation, drawn)
    files, unwritten = _saved(run, suggest, opened)
    if unwritten:
        refuse(opened, unwritten, form, refusal)
    _write(run, opened, form, files)
    raise click.exceptions.Exit(1 if run.failed else 0)


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing was looked at."""
    from checker.reports.coverage_json import coverage_json

    return coverage_json(None, findings, texts, language)


_NOTHING = Finding("F405", say("there is no scenario to run"), help=say("give a plan what to expect: `expect: …`"))


def _percent(typed: str) -> float | Finding:
    """Read a share in percent; without a sign behind it or with one."""
    digits = typed.removesuffix("%")
    if re.fullmatch(r"\d{1,3}(\.\d+)?", digits) and float(digits) <= 100:
        return float(digits)
    return unfit_word("--fail-under", typed, say("write a number from 0 to 100"))


def _scenarios(book: Rulebook, paths: tuple[str, ...], *, may_be_none: bool) -> tuple[list[Plan], Findings]:
    """Read the scenarios, and say what cannot be read of them; to begin with, a rulebook may have none."""
    from checker.plan import read_plans

    files, unread = read_files(paths)
    if paths:
        plans = plans_of(book, files)
    else:
        plans = [plan for s in book.scenarios for plan in read_plans(book, s.text, s.file, s.line)]
    if not plans and not unread and not may_be_none:
        return [], (_NOTHING,)
    return plans, (*unread, *(finding for plan in plans for finding in plan.frame))


def _covered(opened: Opened, laws: Laws, plans: list[Plan], suggest: bool) -> Coverage:
    from checker.answers.coverage import cover
    from checker.project.statements import read_statements

    assert opened.folder is not None
    return cover(laws, read_statements(opened.folder), plans, suggest=suggest)


def _saved(run: CoverageRun, folder: str | None, opened: Opened) -> tuple[tuple[str, ...], Findings]:
    """Write what is suggested; give the file of each suggestion, and what keeps them from being written."""
    from checker.project.saving import Writing, write_new
    from checker.reports.coverage_scenarios import suggested_files
    from checker.reports.mutation_scenarios import mutant_files

    if folder is None:
        return (), ()
    files = [(file.name, file.text) for file in suggested_files(run.coverage.suggestions, opened.language)]
    slips = run.mutation.suggestions if run.mutation else ()
    files += [(file.name, file.text) for file in mutant_files(slips, opened.language)]
    paths = [Path(folder) / name for name, _ in files]
    wrong = write_new([Writing(path, shown(path), text) for path, (_, text) in zip(paths, files, strict=True)])
    if not wrong:
        note(say("scenarios written to be filled in: {number}", number=len(files)), opened.asked)
    return tuple(map(shown, paths)), wrong


def _write(run: CoverageRun, opened: Opened, form: str, files: tuple[str, ...]) -> None:
    if form == "json":
        from checker.reports.coverage_json import coverage_json

        texts = excerpts((*run.coverage.missed, *run.coverage.unshown), opened.root)
        write(coverage_json(run, texts=texts, language=opened.asked, files=files))
    else:
        from checker.reports.coverage_text import coverage_text

        write(coverage_text(run, opened.asked, text_width()), opened.language)
