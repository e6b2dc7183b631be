"""`lexport lint` in every format, also where the rules cannot be read or something was typed wrongly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from checker.cli.lint_formats import FORMS, REFUSALS
from tests.cli.conftest import Lexport
from tests.cli.test_lint import DEAD, SPARE, rulebook
from tests.golden_lint.formats import document, junit, page, sarif

READERS: Mapping[str, Callable[[str], Any]] = {
    "json": document,
    "sarif": sarif,
    "junit": junit,
    "html": page,
    "markdown": str,
}
BROKEN = "provision p cites d_47 item 2 permt seal\n"
EACH = pytest.mark.parametrize("form", READERS)


def test_every_format_is_held_against_something() -> None:
    assert {"text", *READERS} == {*FORMS} == {"text", *REFUSALS}


@EACH
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("text", "code"), [("", 0), (SPARE, 0), (DEAD, 1), (BROKEN, 2)])
def test_it_is_valid_whatever_is_found(
    lexport: Lexport, project: Path, form: str, language: str, text: str, code: int
) -> None:
    rulebook(project, text)
    done = lexport("lint", "--format", form, "--lang", language)
    assert (done.code, done.err) == (code, "")
    READERS[form](done.out)


@EACH
@pytest.mark.parametrize(
    "arguments",
    [("--most", "many"), ("--question", "nothing"), ("--fail-on", "loud"), ("--since", "HEAD"), ("--baseline", "gone")],
)
def test_it_is_valid_when_something_was_typed_wrongly(
    lexport: Lexport, project: Path, monkeypatch: pytest.MonkeyPatch, form: str, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    rulebook(project, "")
    done = lexport("lint", "--format", form, *arguments)
    assert done.code == 2
    assert READERS[form](done.out) is not None
    assert done.out != ""


@EACH
def test_it_is_valid_without_a_rulebook(lexport: Lexport, project: Path, form: str) -> None:
    (project / "lexport.yaml").unlink()
    done = lexport("lint", "--format", form)
    assert done.code == 2
    READERS[form](done.out)


def test_a_failed_run_says_so_in_sarif(lexport: Lexport, project: Path) -> None:
    rulebook(project, BROKEN)
    (invocation,) = sarif(lexport("lint", "--format", "sarif").out)["invocations"]
    (notified,) = invocation["toolExecutionNotifications"]
    place = notified["locations"][0]["physicalLocation"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("law/t.rules", 26)


def test_paths_in_sarif_lead_from_the_working_folder(lexport: Lexport, project: Path) -> None:
    """A rulebook two folders down is found from the root of the repository."""
    rulebook(project, SPARE)
    (project / "deep").mkdir()
    (project / "law").rename(project / "deep" / "law")
    (result,) = sarif(lexport("lint", "--rules", "deep/law", "--format", "sarif").out)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "deep/law/t.rules"


def test_no_path_of_the_machine_is_in_a_report(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD)
    for form in FORMS:
        assert str(project) not in lexport("lint", "--format", form).out
