"""What scenarios reach, as JSON of the schema `lexport.coverage/1` (docs/reference/json.md).

Takes the record of a run, or None when there was nothing to look at, and the findings that kept it from that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.answers.coverage import Coverage, Figure
from checker.answers.coverage_run import CoverageRun
from checker.findings import Finding
from checker.reports.findings_json import NO_TEXTS, Object, Texts, findings_json
from checker.reports.json_document import json_document
from checker.reports.labels import DEFAULT_LANGUAGE
from checker.reports.mutation_json import mutation_json
from checker.reports.suggestions_json import suggestions_json

SCHEMA = "lexport.coverage/1"


def coverage_json(
    run: CoverageRun | None,
    findings: Iterable[Finding] = (),
    texts: Texts = NO_TEXTS,
    language: str | None = None,
    files: Sequence[str] = (),
) -> str:
    """Write the document, indented, with a line break at the end; `files` are those the suggestions were written to."""
    contents = {
        "rulebook": {"name": run.coverage.rulebook, "digest": run.coverage.digest} if run else None,
        "fail_under": run.line if run else None,
        "failed": run.failed if run else None,
        "coverage": _coverage(run.coverage, texts, language, files) if run else None,
        "mutation": _mutation(run, language, files) if run else None,
        "findings": findings_json(findings, texts, language),
    }
    return json_document(SCHEMA, contents)


def _coverage(coverage: Coverage, texts: Texts, language: str | None, files: Sequence[str]) -> Object:
    spoken = language or DEFAULT_LANGUAGE
    return {
        "scenarios": coverage.scenarios,
        "verdicts": coverage.asked,
        "figures": [_figure(figure) for figure in coverage.figures],
        "total": _figure(coverage.total),
        "outcomes": _figure(coverage.outcomes),
        "tests": _figure(coverage.tests),
        "missed": findings_json(coverage.missed, texts, language),
        "unshown": findings_json(coverage.unshown, texts, language),
        "beyond": [message.in_language(spoken) for message in coverage.beyond],
        "undecided": list(coverage.undecided),
        "suggestions": suggestions_json(coverage.suggestions, "reaches", spoken, files),
        "unsuggested": coverage.unsuggested,
    }


def _mutation(run: CoverageRun, language: str | None, files: Sequence[str]) -> Object | None:
    if run.mutation is None:
        return None
    return mutation_json(run.mutation, language or DEFAULT_LANGUAGE, files[len(run.coverage.suggestions) :])


def _figure(figure: Figure) -> Object:
    return {"kind": figure.kind, "reached": figure.reached, "all": figure.all, "percent": figure.percent}
