"""The plans that would notice mutants, as scenario files in which a person writes the verdict.

Takes suggestions and the language of what is added; gives file names and texts.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers.coverage import Suggestion
from checker.findings import say
from checker.reports.scenario_to_fill import FileToFill, fit_for_a_name, scenario_to_fill


def mutant_files(suggestions: Iterable[Suggestion], language: str) -> tuple[FileToFill, ...]:
    """Write a file for each suggestion, in their order: those first that notice most."""
    return tuple(
        FileToFill(f"mutant-{number:03}-{fit_for_a_name(each.question)}.yaml", _text(each, language))
        for number, each in enumerate(suggestions, 1)
    )


def _text(each: Suggestion, language: str) -> str:
    first = say("a case that no scenario looks at; it would notice in the rules:")
    head = (line.in_language(language) for line in (first, *(say("- {what}", what=what) for what in each.reaches)))
    return scenario_to_fill(head, each.text, each.question, each.subject, each.possible, language)
