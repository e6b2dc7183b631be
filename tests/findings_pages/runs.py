"""Examples of pages run: the rulebook, the plan and the command line of an example, and the ids they give.

Every example has a folder of its own: `lexport.yaml`, the rulebook in `rules/`, the plan in `plan.yaml`.
"""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from checker.answers.compose import check_plan
from checker.answers.plans import read_plan_file
from checker.cli.main import run
from checker.findings import Finding, is_fatal
from checker.logic import Law
from checker.rulebook import load
from tests.findings_pages.pages import CONSOLE, RULES, SCENARIO, Example, prelude

CONFIGURATION = "lexport.yaml"
_SHOWN = re.compile(r"^(?P<place>\S+: )?(?P<severity>error|warning|info)\[(?P<id>[A-Z]\d+)\]", re.MULTILINE)
_PRELUDE = "rules/prelude.rules"


def given(example: Example, folder: Path) -> list[tuple[str, str]]:
    """Run an example in an empty folder; give the id and the severity of each of its findings, in order."""
    lay_out(example, folder)
    parts = {block.role: block for block in example}
    if CONSOLE in parts:
        return [found for line in _commands(parts[CONSOLE].text) for found in _typed(line, folder)]
    if CONFIGURATION in parts:
        return list(_typed("lexport show", folder))
    return [(finding.id, finding.severity.value) for finding in _findings(folder, SCENARIO in parts)]


def mended_by_machine(example: Example, folder: Path) -> set[str]:
    """Give the ids of the findings of an example's rules that say what a machine may write to mend them."""
    lay_out(example, folder)
    _, found = load(folder / "rules")
    return {finding.id for finding in found if finding.edits}


def lay_out(example: Example, folder: Path) -> None:
    """Write the files of an example."""
    rules = folder / "rules"
    rules.mkdir()
    (folder / CONFIGURATION).write_text("rules: rules\n", encoding="utf-8")
    if not any(block.is_alone for block in example):
        (rules / "prelude.rules").write_text(prelude(), encoding="utf-8")
    for block in example:
        if block.role == RULES:
            (rules / "page.rules").write_text(block.text, encoding="utf-8")
        elif block.role == SCENARIO:
            (folder / "plan.yaml").write_text(block.text, encoding="utf-8")
        elif block.role != CONSOLE:
            path = folder / block.role if block.role == CONFIGURATION else rules / block.role
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")


def _findings(folder: Path, with_plan: bool) -> Iterator[Finding]:
    """Give what loading says, what each question says, and what the plan says."""
    book, found = load(folder / "rules")
    yield from found
    if book is None:
        return
    law = Law(book)
    found = law.findings()
    yield from found
    if is_fatal(found) or not with_plan:
        return
    for plan in read_plan_file(book, "plan.yaml", (folder / "plan.yaml").read_text(encoding="utf-8")):
        yield from check_plan(law, plan).findings


def _commands(text: str) -> Iterator[str]:
    """Go through the command lines of a console; what they print stands below them."""
    return (line.removeprefix("$ ") for line in text.splitlines() if line.startswith("$ "))


def printed(line: str, folder: Path) -> str:
    """Run a command line in the folder and give what it prints, on either stream."""
    words = shlex.split(line)
    assert words[0] == "lexport", line
    out = io.StringIO()
    with chdir(folder), redirect_stdout(out), redirect_stderr(out):
        run(words[1:])
    return out.getvalue()


def _typed(line: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Read the findings off what a command prints; what it remarks on the rulebook of the index is not the example's.

    That rulebook is there to be added to, so parts of it lie idle in every example, which `lexport lint` says.
    """
    for found in _SHOWN.finditer(printed(line, folder)):
        if found["severity"] == "error" or not (found["place"] or "").startswith(_PRELUDE):
            yield found["id"], found["severity"]
