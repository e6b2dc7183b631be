"""The plans that coverage suggests, as scenario files in which a person writes the verdict.

Takes suggestions and the language of what is added; gives file names and texts, as for the examples of findings.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers.coverage import Suggestion
from checker.answers.coverage_words import ID
from checker.findings import Finding, Regions, StatedRegion, Witness, both, say
from checker.reports.lint_scenarios import ScenarioFile, scenario_files


def suggested_files(suggestions: Iterable[Suggestion], language: str) -> tuple[ScenarioFile, ...]:
    """Write a file for each suggestion, numbered by question in their order; its first lines say what it reaches."""
    told = tuple(suggestions)
    # Each stands in one region of its own, so that two of one question are two files.
    findings = [_finding(suggestion, number) for number, suggestion in enumerate(told)]
    files = scenario_files(findings, language)
    return tuple(
        ScenarioFile(file.id, file.stated, file.name, _headed(suggestion, file.text, language))
        for suggestion, file in zip(told, files, strict=True)
    )


def _finding(suggestion: Suggestion, number: int) -> Finding:
    witness = Witness(suggestion.text, suggestion.subject, suggestion.possible)
    region = Regions(suggestion.question, (StatedRegion((), cases=number, witness=witness),), total=1)
    return Finding(ID, say("in no scenario {what}", what=both(suggestion.reaches)), regions=(region,))


def _headed(suggestion: Suggestion, text: str, language: str) -> str:
    first = say("here, and in no scenario before:").in_language(language)
    lines = [first, *(f"  {reached.in_language(language)}" for reached in suggestion.reaches)]
    return "".join(f"# {line}\n" for line in lines) + text
