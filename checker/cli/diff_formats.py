"""The formats of `lexport diff`, each loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from checker.findings import Finding

if TYPE_CHECKING:
    from checker.reports.diff_run import DiffRun

FORMS = ("text", "json", "markdown")


def told_as(form: str, run: DiffRun, width: int) -> str:
    """Write a run in one of the formats; the width is for text alone."""
    match form:
        case "json":
            from checker.reports.diff_json import diff_json

            return diff_json(run)
        case "markdown":
            from checker.reports.diff_markdown import diff_markdown

            return diff_markdown(run)
    from checker.reports.diff_text import diff_text

    return diff_text(run, width)


def refused_as(form: str, findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing was compared."""
    from checker.reports.diff_run import DiffRun

    return told_as(form, DiffRun(None, tuple(findings), texts, language), 0)


REFUSALS = {form: partial(refused_as, form) for form in FORMS if form != "text"}
