"""The plans that would notice mutants, as scenario files in which a person writes the verdict.

Takes suggestions and the language of what is added; gives file names and texts. What the verdict ought to be is never
said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from msgspec import Struct

from checker.answers.coverage import Suggestion
from checker.findings import Message, either, say

_UNFIT = re.compile(r"[^\w-]")
_PLAIN_KEY = re.compile(r"[^\W\d]\w*( @ [\w-]+)?")


class MutantFile(Struct, frozen=True):
    """A file to write; `name` is its name in a folder."""

    name: str
    text: str


def mutant_files(suggestions: Iterable[Suggestion], language: str) -> tuple[MutantFile, ...]:
    """Write a file for each suggestion, in their order: those first that notice most."""
    return tuple(
        MutantFile(f"mutant-{number:03}-{_UNFIT.sub('_', suggestion.question)}.yaml", _text(suggestion, language))
        for number, suggestion in enumerate(suggestions, 1)
    )


def _text(suggestion: Suggestion, language: str) -> str:
    key = f"{suggestion.question} @ {suggestion.subject}" if suggestion.subject else suggestion.question
    key = key if _PLAIN_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)
    head = "".join(f"# {line.in_language(language)}\n" for line in _head(suggestion))
    return f"{head}{suggestion.text}# expect: {{ {key}: VERDICT }}\n"


def _head(suggestion: Suggestion) -> Iterable[Message]:
    yield say("a case that no scenario looks at; it would notice in the rules:")
    yield from (say("- {what}", what=what) for what in suggestion.reaches)
    if suggestion.possible:
        yield say("it is {verdicts} now", verdicts=either(f"`{word}`" for word in suggestion.possible))
    yield say("what it ought to be a person decides: write the verdict, and take the `#` away")
