"""The formats of `lexport lint`, each loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from checker.findings import Finding

if TYPE_CHECKING:
    from checker.reports.lint_run import LintRun

FORMS = ("text", "json", "sarif", "junit", "markdown", "html")


def told_as(form: str, run: LintRun, width: int) -> str:
    """Write a run in one of the formats; the width is for text alone."""
    if form == "text":
        from checker.reports.lint_text import lint_text

        return lint_text(run, width)
    return _writer(form)(run)


def _writer(form: str) -> Callable[[LintRun], str]:
    match form:
        case "sarif":
            from checker.reports.lint_sarif import lint_sarif

            return lint_sarif
        case "junit":
            from checker.reports.lint_junit import lint_junit

            return lint_junit
        case "markdown":
            from checker.reports.lint_markdown import lint_markdown

            return lint_markdown
        case "html":
            from checker.reports.lint_html import lint_html

            return lint_html
    from checker.reports.lint_json import lint_json

    return lint_json


def refused_as(form: str, findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing was looked at."""
    from checker.reports.lint_run import LintRun

    return _writer(form)(LintRun(None, stopping=tuple(findings), texts=texts, asked=language))


REFUSALS = {form: partial(refused_as, form) for form in FORMS if form != "text"}
