"""The examples of regions as scenario files: a plan that `check` reads, and where a person writes the verdict.

Takes findings and the language of what is added; gives file names and texts.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from checker.findings import Finding, Regions, StatedRegion, Witness, say
from checker.reports.scenario_to_fill import fit_for_a_name, scenario_to_fill


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
                stem = f"{finding.id}-{fit_for_a_name(regions.question)}"
                numbers[stem] = numbers.get(stem, 0) + 1
                text = _text(finding, regions, stated.witness, language)
                name = f"{stem}-{numbers[stem]}.yaml"
                files[finding.id, stated] = ScenarioFile(finding.id, stated, name, text)
    return tuple(files.values())


def _told(regions: Regions) -> tuple[StatedRegion, ...]:
    return regions.shown if regions.example is None else (*regions.shown, regions.example)


def _text(finding: Finding, regions: Regions, witness: Witness, language: str) -> str:
    about = say("a case of {id} in `{question}`", id=finding.id, question=regions.question).in_language(language)
    return scenario_to_fill([about], witness.text, regions.question, witness.subject, witness.possible, language)
