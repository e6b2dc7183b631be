"""The options of `lexport lint`: one question, findings on request, how much is shown, and scenarios written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Lexport
from tests.cli.test_lint import SPARE, rulebook

GUARD = 'question guard/看守 "Must it be guarded?"\n'
# As many cases with an answer as without: neither takes fewer boxes.
SOME = (
    "provision some cites d_47 item 2\n"
    "  when (sealed and mode is integration) or (not sealed and mode is transit) permit guard\n"
)
OTHER = 'question other "May it wait?"\n'


def shown(lexport: Lexport, *arguments: str) -> list[tuple[str, int]]:
    findings = json.loads(lexport("lint", "--format", "json", *arguments).out)["findings"]
    return [(f["id"], sum(len(regions["shown"]) for regions in f["regions"])) for f in findings]


@pytest.mark.parametrize("name", ["guard", "看守"])
def test_one_question_alone(lexport: Lexport, project: Path, name: str) -> None:
    rulebook(project, GUARD + SOME + OTHER + SPARE)
    every = json.loads(lexport("lint", "--format", "json").out)["findings"]
    assert {"guard", "other", "spare"} <= {name for finding in every for name in finding["concerns"]}
    asked = json.loads(lexport("lint", "--format", "json", "--question", name).out)["findings"]
    assert asked == [finding for finding in every if "guard" in finding["concerns"]]


def test_several_questions(lexport: Lexport, project: Path) -> None:
    rulebook(project, GUARD + OTHER + SPARE)
    asked = json.loads(lexport("lint", "--format", "json", "--question", "guard", "--question", "other").out)
    assert {name for finding in asked["findings"] for name in finding["concerns"]} == {"guard", "other"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--question", "gard"), ["N201: no question is named `gard`", "write `guard`"]),
        (("--also", "c1O1"), ["N201: no finding is named `C1O1`", "write `C101`"]),
        (("--also", "N201"), ["N201: no finding is named `N201`"]),
        (("--most", "0"), ["T302: `--most` cannot be `0`", "write a number from 1 on, or `all`"]),
        (("--most", "many"), ["T302: `--most` cannot be `many`"]),
    ],
)
def test_what_means_nothing_is_told(
    lexport: Lexport, project: Path, arguments: tuple[str, ...], told: list[str]
) -> None:
    rulebook(project, GUARD)
    done = lexport("lint", *arguments)
    assert done.code == 2
    (line, *further) = told
    assert f"error[{line.replace(': ', ']: ', 1)}" in done.out
    assert all(one in done.out for one in further)


def test_how_many_regions_are_shown(lexport: Lexport, project: Path) -> None:
    rulebook(project, GUARD + SOME)
    assert shown(lexport, "--question", "guard") == [("G101", 2)]
    assert shown(lexport, "--question", "guard", "--most", "1") == [("G101", 1)]
    assert shown(lexport, "--question", "guard", "--most", "all") == [("G101", 2)]
    rulebook(project, GUARD + SOME, "most: 1\n")
    assert shown(lexport, "--question", "guard") == [("G101", 1)]
    assert shown(lexport, "--question", "guard", "--most", "2") == [("G101", 2)]
    assert "1 of 2 regions shown" in lexport("lint", "--question", "guard").out


def test_what_is_told_on_request(lexport: Lexport, project: Path) -> None:
    """That a later text prevails over an earlier one is as it should be, and told to whoever asks."""
    twice = (
        "provision early cites d_47 item 2 permit guard\nprovision late cites d_38 item 1 when sealed forbid guard\n"
    )
    rulebook(project, GUARD + twice)
    done = lexport("lint", "--question", "guard")
    assert "error[" not in done.out
    assert "told on request, with `--also ID`: 1 × C102" in done.out
    assert [id_ for id_, _ in shown(lexport, "--question", "guard", "--also", "c102")] == ["C102"]


NOT_YET = 'question later "Must it be weighed?"\nprovision from_then cites d_38 item 1 require later\n'


@pytest.mark.parametrize(
    ("options", "code", "found"),
    [
        ((), 0, []),
        (("--fail-on", "info"), 0, []),
        (("--also", "G102"), 0, ["info"]),
        (("--also", "G102", "--fail-on", "info"), 1, ["info"]),
    ],
)
def test_what_is_told_on_request_alone_fails_nothing(
    lexport: Lexport, project: Path, options: tuple[str, ...], code: int, found: list[str]
) -> None:
    """Before a law there is none: that a question is not answered yet is told to whoever asks."""
    rulebook(project, NOT_YET, "severity: {G101: off}\n")
    done = lexport("lint", "--format", "json", *options)
    document = json.loads(done.out)
    assert done.code == code
    assert [finding["severity"] for finding in document["findings"]] == found
    assert document["on_request"] == ({} if found else {"G102": 1})


def test_one_example_of_a_gap_is_written_where_the_answered_cases_are_shown(lexport: Lexport, project: Path) -> None:
    rulebook(project, GUARD + "provision few cites d_47 item 2 when sealed and mode is integration permit guard\n")
    done = lexport("lint", "--question", "guard", "--write-scenarios", "found")
    assert "`guard` is answered only where:" in done.out
    assert [file.name for file in (project / "found").iterdir()] == ["G101-guard-1.yaml"]
    assert "=   example: found/G101-guard-1.yaml\n" in done.out
    (verdicts,) = [plan["verdicts"] for plan in json.loads(lexport("check", "found", "--format", "json").out)["plans"]]
    assert [verdict["verdict"] for verdict in verdicts if verdict["question"] == "guard"] == ["gap"]


def test_scenarios_pass_once_their_verdicts_are_filled_in(lexport: Lexport, project: Path) -> None:
    rulebook(project, GUARD + SOME)
    done = lexport("lint", "--question", "guard", "--write-scenarios", "found")
    files = sorted((project / "found").iterdir())
    assert [file.name for file in files] == ["G101-guard-1.yaml", "G101-guard-2.yaml"]
    assert "=   example: found/G101-guard-1.yaml\n" in done.out
    assert lexport("check", "found").code == 0
    assert lexport("test", "found").code == 1
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert text.count("# expect: { guard: VERDICT }") == 1
        file.write_text(text.replace("# expect: { guard: VERDICT }", "expect: { guard: gap }"), encoding="utf-8")
    tested = lexport("test", "found")
    assert (tested.code, tested.out) == (0, "2 passed, 0 failed\n")


def test_scenarios_are_never_written_over(lexport: Lexport, project: Path) -> None:
    rulebook(project, GUARD + SOME)
    assert lexport("lint", "--write-scenarios", "found").code == 1
    assert lexport("lint", "--write-scenarios", "found").code == 1
    first = project / "found" / "G101-guard-1.yaml"
    first.write_text("mine\n")
    (project / "found" / "G101-guard-2.yaml").unlink()
    done = lexport("lint", "--write-scenarios", "found")
    assert done.code == 2
    assert "`found/G101-guard-1.yaml` is there already, and nothing is written over" in done.out
    assert [(file.name, file.read_text()) for file in (project / "found").iterdir()] == [(first.name, "mine\n")]


def test_a_time_is_given_in_seconds(lexport: Lexport, project: Path) -> None:
    rulebook(project, GUARD + SOME)
    assert lexport("lint", "--seconds", "30").out == lexport("lint").out
    assert lexport("lint", "--seconds", "0").code == 2
