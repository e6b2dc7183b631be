"""`lexport lint`: what is wrong, doubtful or idle in a rulebook, whatever any plan says."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click
from msgspec.structs import replace

from checker.cli.files import excerpts
from checker.cli.lint_earlier import Earlier, found_at, read_earlier, save_baseline, save_scenarios
from checker.cli.lint_formats import REFUSALS, refused_as, told_as
from checker.cli.lint_options import Wishes, lint_options, read_looking
from checker.cli.output import note, text_width, write
from checker.cli.rulebook_option import Opened, open_rulebook, rulebook_options, settings
from checker.findings import Finding, Severity, is_fatal, say

if TYPE_CHECKING:
    from checker.answers.lint import LintReport, Looking
    from checker.logic import Law
    from checker.project import Config
    from checker.reports.lint_run import LintRun

__all__ = ["REFUSALS", "command", "refusal"]

Findings = tuple[Finding, ...]


@click.command("lint")
@rulebook_options
@lint_options
def command(rules: str | None, lang: str | None, **wishes: Unpack[Wishes]) -> None:
    """Look through a rulebook for gaps and conflicts, provisions without effect, facts and names nothing uses.

    What is right as it stands is allowed in the rules: `allow ID on NAME because "…"`. What ids weigh is set in
    lexport.yaml.

    Exit code 0: nothing found that weighs as much as --fail-on. 1: something is. 2: the rules could not be read.
    """
    opened = open_rulebook(rules, lang, authoring=True)
    told = _looked_through(opened, wishes)
    if isinstance(told, tuple):
        _write_refusal(opened, told, wishes["form"])
        raise click.exceptions.Exit(2)
    write(told_as(wishes["form"], told, text_width()), opened.language)
    # What was just written down as known is no failure.
    raise click.exceptions.Exit(1 if told.failed and not wishes["write_baseline"] else 0)


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing was looked at."""
    return refused_as("json", findings, texts, language)


def _looked_through(opened: Opened, wishes: Wishes) -> LintRun | Findings:
    """Look, compare and write down what is to be kept; or give what stands in the way."""
    law, folder = opened.law, opened.folder
    if law is None or folder is None:
        return opened.findings
    if is_fatal(stopping := law.findings()):
        return stopping
    config, place, _ = settings()
    looking, mistakes = read_looking(law.book, wishes, config)
    if mistakes:
        return mistakes
    earlier = _earlier(folder, wishes, looking, config, place)
    if isinstance(earlier, tuple):
        return earlier
    report = _report(law, folder, (*opened.findings, *stopping), config, looking)
    if unwritten := _saved(report, wishes, opened.asked):
        return unwritten
    if earlier is not None:
        report = _compared(report, earlier, looking)
    return _run(report, law, opened, wishes, config)


def _report(law: Law, folder: Path, warned: Findings, config: Config, looking: Looking) -> LintReport:
    from checker.answers.lint import lint
    from checker.project.statements import read_statements

    return lint(law, read_statements(folder), warned, config.severity, looking)


def _earlier(
    folder: Path, wishes: Wishes, looking: Looking, config: Config, place: Path | None
) -> Earlier | Findings | None:
    """Find what to compare with: what was typed, else the baseline of the settings unless one is being written."""
    if wishes["since"] is not None:
        return found_at(folder, wishes["since"], config.severity, looking)
    if wishes["baseline"] is not None:
        return read_earlier(Path(wishes["baseline"]))
    if config.baseline is None or place is None or wishes["write_baseline"]:
        return None
    return read_earlier(place.parent / config.baseline)


def _saved(report: LintReport, wishes: Wishes, asked: str | None) -> Findings:
    file = wishes["write_baseline"]
    if file is None:
        return ()
    unwritten = save_baseline(Path(file), report.findings)
    if not unwritten:
        note(say("findings written down as known: {number}", number=len(report.findings)), asked)
    return unwritten


def _compared(report: LintReport, earlier: Earlier, looking: Looking) -> LintReport:
    """Take out of the findings what was there before."""
    from checker.answers.baseline import compare, stale

    every = (*report.findings, *(allowed.finding for allowed in report.allowed))
    idle = stale(earlier.entries, every, report.looked_for, looking.questions)
    baseline = compare(report.findings, earlier.entries, earlier.against, idle)
    left = tuple(finding for finding in report.findings if finding not in baseline.known)
    return replace(report, findings=left, baseline=baseline)


def _run(report: LintReport, law: Law, opened: Opened, wishes: Wishes, config: Config) -> LintRun | Findings:
    from checker.reports.lint_run import NO_SCENARIOS, LintRun

    folder = wishes["write_scenarios"]
    scenarios = NO_SCENARIOS if folder is None else save_scenarios(Path(folder), report.findings, opened.language)
    if isinstance(scenarios, tuple):
        return scenarios
    known = report.baseline.known if report.baseline else ()
    told = (*report.findings, *known, *(allowed.finding for allowed in report.allowed))
    return LintRun(
        report=report,
        threshold=Severity(wishes["fail_on"] or config.fail_on or Severity.ERROR),
        texts=excerpts(told, opened.root),
        asked=opened.asked,
        questions=tuple(law.book.questions),
        below=_below(opened.root),
        scenarios=scenarios,
    )


def _below(root: Path) -> str:
    """Give the path from the working folder to a folder in it; nothing for one that lies elsewhere."""
    path = Path(os.path.relpath(root)).as_posix()
    return "" if path == "." or path.startswith("..") else path


def _write_refusal(opened: Opened, findings: Findings, form: str) -> None:
    texts = excerpts(findings, opened.root)
    if form == "text":
        from checker.reports.findings_text import findings_text

        write(findings_text(findings, texts, opened.asked), opened.language)
    else:
        write(refused_as(form, findings, texts, opened.asked))
