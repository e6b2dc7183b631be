"""Plans that are suggested as scenarios, as a part of the JSON document of coverage (docs/reference/json.md).

Takes suggestions and the files they were written to; gives plain data.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.answers.coverage import Suggestion
from checker.reports.findings_json import Object


def suggestions_json(
    suggestions: Iterable[Suggestion], purpose: str, language: str, files: Sequence[str]
) -> list[Object]:
    """Give each plan; `purpose` is the key under which it says what it `reaches` or `notices`."""
    return [
        {
            "question": suggestion.question,
            "subject": suggestion.subject or "plan",
            "possible": list(suggestion.possible),
            purpose: [message.in_language(language) for message in suggestion.reaches],
            "plan": suggestion.text,
            "file": files[number] if files else None,
        }
        for number, suggestion in enumerate(suggestions)
    ]
