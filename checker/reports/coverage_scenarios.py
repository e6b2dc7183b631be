"""The plans that coverage suggests, as scenario files in which a person writes the verdict.

Takes suggestions and the language of what is added; gives file names and texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checker.answers.coverage import Suggestion
from checker.answers.coverage_words import ID
from checker.findings import say
from checker.reports.scenario_to_fill import FileToFill, fit_for_a_name, scenario_to_fill


def suggested_files(suggestions: Iterable[Suggestion], language: str) -> tuple[FileToFill, ...]:
    """Write a file for each suggestion, numbered by question in their order; its first lines say what it reaches."""
    files: list[FileToFill] = []
    numbers: Counter[str] = Counter()
    for each in suggestions:
        stem = f"{ID}-{fit_for_a_name(each.question)}"
        numbers[stem] += 1
        files.append(FileToFill(f"{stem}-{numbers[stem]}.yaml", _text(each, language)))
    return tuple(files)


def _text(each: Suggestion, language: str) -> str:
    first = say("here, and in no scenario before:").in_language(language)
    about = say("a case of {id} in `{question}`", id=ID, question=each.question).in_language(language)
    head = (first, *(f"  {what.in_language(language)}" for what in each.reaches), about)
    return scenario_to_fill(head, each.text, each.question, each.subject, each.possible, language)
