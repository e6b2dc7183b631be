"""A plan as a scenario file in which a person writes the verdict.

Takes a plan, what it is asked and what comes out now; gives a file name and a text. What the verdict ought to be is
never said: the program knows what it is, not what it should be.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from checker.findings import either, say

_UNFIT = re.compile(r"[^\w-]")
_PLAIN_KEY = re.compile(r"[^\W\d]\w*( @ [\w-]+)?")


class FileToFill(Struct, frozen=True):
    """A file to write; `name` is its name in a folder."""

    name: str
    text: str


def fit_for_a_name(text: str) -> str:
    """Write a text so that every system takes it as a part of a file's name."""
    return _UNFIT.sub("_", text)


def scenario_to_fill(
    head: Iterable[str], plan: str, question: str, subject: str, possible: Sequence[str], language: str
) -> str:
    """Write the lines of `head` as comments, what comes out now, the plan, and the place of the verdict.

    `possible` are the verdict words there may be now; `subject` is empty for the plan itself.
    """
    now = say("it is {verdicts} now", verdicts=either(f"`{word}`" for word in possible))
    write = say("what it ought to be a person decides: write the verdict, and take the `#` away")
    said = (each.in_language(language) for each in (*((now,) if possible else ()), write))
    key = f"{question} @ {subject}" if subject else question
    key = key if _PLAIN_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)
    comments = "".join(f"# {line}\n" for line in (*head, *said))
    ending = "" if plan.endswith("\n") else "\n"
    return f"{comments}{plan}{ending}# expect: {{ {key}: VERDICT }}\n"
