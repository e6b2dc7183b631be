"""What scenarios notice of mutants, as a part of the JSON document of coverage (docs/reference/json.md).

Takes the record of the mutants; gives plain data.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.answers.mutation import Mutation, Survivor
from checker.findings import Message, Spelled
from checker.reports.findings_json import Object, place_json
from checker.reports.mutation_labels import NUMBERS
from checker.reports.suggestions_json import suggestions_json
from checker.rulebook.mutants import Mutant


def mutation_json(mutation: Mutation, language: str, files: Sequence[str] = ()) -> Object:
    """Give the figures by operator and each mutant that is not noticed; `files` are those of the suggestions."""
    score = mutation.score
    return {
        "scenarios": mutation.scenarios,
        "score": {"reached": score.reached, "all": score.all, "percent": score.percent},
        "operators": [
            {"operator": tally.operator, **{number: getattr(tally, number) for number in NUMBERS}}
            for tally in mutation.tallies
        ],
        "survivors": [_survivor(survivor, language) for survivor in mutation.survivors],
        "undecided": [
            {**_mutant(each.mutant, language), "because": each.because.in_language(language)}
            for each in mutation.undecided
        ],
        "suggestions": suggestions_json(mutation.suggestions, "notices", language, files),
    }


def _survivor(survivor: Survivor, language: str) -> Object:
    return {
        **_mutant(survivor.mutant, language),
        "question": survivor.question,
        "suggestion": survivor.suggestion,
        "because": None if survivor.because is None else survivor.because.in_language(language),
    }


def _mutant(mutant: Mutant, language: str) -> Object:
    return {
        "id": mutant.id,
        "operator": mutant.operator,
        "kind": mutant.kind,
        "name": mutant.name,
        "before": _words(mutant.before, language),
        "after": _words(mutant.after, language),
        **place_json(mutant.span),
    }


def _words(words: Message | Spelled | str, language: str) -> str:
    return words if isinstance(words, str) else words.in_language(language)
