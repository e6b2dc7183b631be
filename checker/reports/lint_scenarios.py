"""The examples of regions as scenario files: a plan that `check` reads, and where a person writes the verdict.

Takes findings and the language of what is added; gives file names and texts. What the verdict ought to be is never
said: the program knows what it is, not what it should be.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from msgspec import Struct

from checker.findings import Finding, Regions, StatedRegion, Witness, either, say

_UNFIT = re.compile(r"[^\w-]")
_PLAIN_KEY = re.compile(r"[^\W\d]\w*( @ [\w-]+)?")


class ScenarioFile(Struct, frozen=True):
    """A file to write; `name` is its name in a folder."""

    id: str
    stated: StatedRegion
    name: str
    text: str


def scenario_files(findings: Iterable[Finding], language: str) -> tuple[ScenarioFile, ...]:
    """Write a file for each region that is told with an example, numbered by id and question."""
    files: dict[tuple[str, StatedRegion], ScenarioFile] = {}
    numbers: dict[str, int] = {}
    for finding in findings:
        for regions in finding.regions:
            for stated in _told(regions):
                if stated.witness is None or (finding.id, stated) in files:
                    continue
                stem = f"{finding.id}-{_UNFIT.sub('_', regions.question)}"
                numbers[stem] = numbers.get(stem, 0) + 1
                text = _text(finding, regions, stated.witness, language)
                name = f"{stem}-{numbers[stem]}.yaml"
                files[finding.id, stated] = ScenarioFile(finding.id, stated, name, text)
    return tuple(files.values())


def _told(regions: Regions) -> tuple[StatedRegion, ...]:
    return regions.shown if regions.example is None else (*regions.shown, regions.example)


def _text(finding: Finding, regions: Regions, witness: Witness, language: str) -> str:
    about = say("a case of {id} in `{question}`", id=finding.id, question=regions.question)
    now = say("it is {verdicts} now", verdicts=either(f"`{word}`" for word in witness.possible))
    write = say("what it ought to be a person decides: write the verdict, and take the `#` away")
    head = [each.in_language(language) for each in (about, *((now,) if witness.possible else ()), write)]
    subject = f" @ {witness.subject}" if witness.subject else ""
    key = f"{regions.question}{subject}"
    key = key if _PLAIN_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)
    plan = witness.text if witness.text.endswith("\n") else f"{witness.text}\n"
    return "".join(f"# {line}\n" for line in head) + plan + f"# expect: {{ {key}: VERDICT }}\n"
