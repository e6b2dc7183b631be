"""Scenarios held against their verdicts, in words: what failed, what was expected and what came; then the count.

Takes the record of a run and the texts of files, for excerpts. Scenarios that hold are counted, not listed.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.answers.expectations import Mismatch, ScenarioResult
from checker.answers.run import ScenarioRun
from checker.reports.findings_text import findings_text, written
from checker.reports.labels import DEFAULT_LANGUAGE, words
from checker.reports.layout import INDENT, display_width, row, wrapped

_PLAN = "plan"


def scenarios_text(run: ScenarioRun, texts: Mapping[str, str], asked: str | None, width: int) -> str:
    """Write the failures and, as the last line, how many passed and failed.

    Where no language is asked for, findings are in that of their file, and all else in English.
    """
    language = asked or DEFAULT_LANGUAGE
    label = words(language)
    parts = [findings_text(run.findings, texts, asked)] if run.findings else []
    parts += [_failure(result, language, width) for result in run.results if not result.passed]
    summary = label["scenario.summary"].format(passed=run.passed, failed=run.failed)
    if run.unread:
        summary += label["scenario.unread"].format(unread=run.unread)
    return "\n".join([*parts, summary + "\n"])


def _failure(result: ScenarioResult, language: str, width: int) -> str:
    label = words(language)
    heading = label["scenario.failed"].format(place=f"{result.file}:{result.line}", plan=result.plan)
    lines = wrapped(heading, width, INDENT)
    for mismatch in result.mismatches:
        lines += _mismatch(mismatch, language, width)
    return "".join(line + "\n" for line in lines)


def _mismatch(mismatch: Mismatch, language: str, width: int) -> list[str]:
    label = words(language)
    label_width = max(display_width(label[f"scenario.{key}"]) for key in ("expected", "got")) + 2
    about = mismatch.key
    if mismatch.question:
        subject = "" if mismatch.subject == _PLAN else f" @ {mismatch.subject}"
        about = label["titled"].format(name=mismatch.question + subject, title=mismatch.key)
    lines = [INDENT + line for line in wrapped(f"{mismatch.span}: {about}", width - len(INDENT), INDENT)]
    for key, said in (("expected", mismatch.expected), ("got", mismatch.got)):
        inner = row(label[f"scenario.{key}"], [written(said, language)], label_width, width - len(INDENT))
        lines += [INDENT + line for line in inner]
    return lines
