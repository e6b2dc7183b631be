"""What `lexport lint` compares with, and what it writes down for another run: baselines, revisions, scenarios."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.cli.files import shown
from checker.findings import Finding
from checker.texts import read_file

if TYPE_CHECKING:
    from checker.answers.lint import Looking, Weights
    from checker.project.baseline import Baseline
    from checker.reports.lint_run import Scenarios


class Earlier(Struct, frozen=True):
    """What an earlier state had, and what that state is called."""

    against: str
    entries: Baseline


def read_earlier(path: Path) -> Earlier | tuple[Finding, ...]:
    """Read a baseline, or say why it cannot be read."""
    from checker.project.baseline import MOST_BYTES, read_baseline

    file = shown(path)
    text = read_file(path, file, MOST_BYTES)
    if isinstance(text, Finding):
        return (text,)
    entries, findings = read_baseline(text, file)
    return findings or Earlier(file, entries)


def found_at(folder: Path, revision: str, weights: Weights, looking: Looking) -> Earlier | tuple[Finding, ...]:
    """Look through the rulebook as it was at a revision, in the same way."""
    from checker.answers.baseline import to_baseline
    from checker.answers.lint import lint
    from checker.project.revised_laws import law_at
    from checker.project.statements import statements_in

    then = law_at(folder, revision)
    if isinstance(then, tuple):
        return then
    report = lint(then.law, statements_in(then.files), then.findings, weights, looking)
    return Earlier(revision, to_baseline(report.findings))


def save_baseline(path: Path, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Write what was found down as known, in place of what may be there."""
    from checker.answers.baseline import to_baseline
    from checker.project.baseline import write_baseline
    from checker.project.saving import Writing, write_over

    return write_over(Writing(path, shown(path), write_baseline(to_baseline(findings))))


def save_scenarios(folder: Path, findings: tuple[Finding, ...], language: str) -> Scenarios | tuple[Finding, ...]:
    """Write the examples of regions as scenarios; give the file of each, or what keeps them from being written."""
    from checker.project.saving import Writing, write_new
    from checker.reports.lint_scenarios import scenario_files

    files = scenario_files(findings, language)
    paths = {(file.id, file.stated): folder / file.name for file in files}
    wrong = write_new([Writing(folder / file.name, shown(folder / file.name), file.text) for file in files])
    return wrong or {key: shown(path) for key, path in paths.items()}
