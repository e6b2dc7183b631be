"""What scenarios reach, in words: a figure for each kind, then a line for each thing that none of them reaches.

Takes the record of a run; gives text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.answers.coverage import Coverage, Figure
from checker.answers.coverage_run import CoverageRun
from checker.findings import Finding
from checker.reports.coverage_labels import coverage_words
from checker.reports.labels import DEFAULT_LANGUAGE
from checker.reports.layout import INDENT, WIDTH, display_width, padded, to_the_right, wrapped
from checker.reports.mutation_text import mutation_text


def coverage_text(run: CoverageRun, language: str | None = None, width: int = WIDTH) -> str:
    """Write the figures, what is not reached, and what is not counted and why."""
    language = language or DEFAULT_LANGUAGE
    parts = [_figures(run.coverage, language), *_lists(run.coverage, language, width)]
    if run.mutation is not None:
        parts.append(mutation_text(run.mutation, language, width))
    parts += list(_notes(run, language, width))
    return "\n".join(parts)


def _figures(coverage: Coverage, language: str) -> str:
    label = coverage_words(language)
    title = label["coverage.title"].format(
        rulebook=coverage.rulebook, scenarios=coverage.scenarios, asked=coverage.asked
    )
    rows = [_row(figure, language) for figure in (*coverage.figures, coverage.total, coverage.outcomes, coverage.tests)]
    widths = [max(display_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = [
        INDENT.join(("", padded(kind, widths[0]), to_the_right(of, widths[1]), to_the_right(share, widths[2])))
        for kind, of, share in rows
    ]
    rule = INDENT + "-" * (sum(widths) + 2 * len(INDENT))
    lines.insert(len(coverage.figures), rule)
    lines.insert(len(coverage.figures) + 2, rule)
    return "".join(line + "\n" for line in (title, *lines))


def _row(figure: Figure, language: str) -> tuple[str, str, str]:
    label = coverage_words(language)
    return (
        label[f"coverage.{figure.kind}"],
        label["coverage.of"].format(reached=figure.reached, all=figure.all),
        label["coverage.percent"].format(percent=figure.percent),
    )


def _lists(coverage: Coverage, language: str, width: int) -> Iterator[str]:
    for key, findings in (("missed", coverage.missed), ("unshown", coverage.unshown)):
        if findings:
            yield _listed(f"coverage.{key}", _told(findings, language), language, width)
    if coverage.beyond:
        lines = (message.in_language(language) for message in coverage.beyond)
        yield _listed("coverage.beyond", lines, language, width)


def _told(findings: Iterable[Finding], language: str) -> Iterator[str]:
    for finding in findings:
        place = f"{finding.span}: " if finding.span else ""
        yield f"{place}{finding.severity}[{finding.id}]: {finding.message.in_language(language)}"


def _listed(key: str, texts: Iterable[str], language: str, width: int) -> str:
    lines = [line for text in texts for line in wrapped(text, width, INDENT)]
    return "".join(line + "\n" for line in (coverage_words(language)[key], *lines))


def _notes(run: CoverageRun, language: str, width: int) -> Iterator[str]:
    label, coverage = coverage_words(language), run.coverage
    notes: list[str] = []
    if coverage.undecided:
        notes.append(label["coverage.undecided"].format(questions=", ".join(coverage.undecided)))
    if coverage.unsuggested:
        notes.append(label["coverage.unsuggested"].format(number=coverage.unsuggested))
    if run.failed:
        notes.append(label["coverage.below"].format(line=run.line))
    if notes:
        yield "".join(line + "\n" for note in notes for line in wrapped(note, width))
