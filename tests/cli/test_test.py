"""`lexport test`: which scenarios are run, and what the exit code says of them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import BROKEN, PERMITTED, Lexport

HOLDS = PERMITTED + "expect: {carriage: permitted, seal: {verdict: required, compliance: met}}\n"
FAILS = PERMITTED + "expect: {carriage: forbidden}\n"
UNREAD = PERMITTED + "expect: {carrage: forbidden}\n"
REFUSED = BROKEN + "expect_error: name\n"


def test_the_scenarios_of_the_rulebook(lexport: Lexport, project: Path) -> None:
    (project / "law" / "scenarios").mkdir()
    (project / "law" / "scenarios" / "more.yaml").write_text(f"{HOLDS}---\n{REFUSED}")
    done = lexport("test")
    assert (done.code, done.out) == (0, "3 passed, 0 failed\n")


@pytest.mark.parametrize(
    ("text", "code", "last"),
    [
        (HOLDS, 0, "1 passed, 0 failed"),
        (FAILS, 1, "0 passed, 1 failed"),
        (UNREAD, 2, "0 passed, 0 failed, 1 cannot be read"),
        (f"{HOLDS}---\n{FAILS}---\n{UNREAD}", 2, "1 passed, 1 failed, 1 cannot be read"),
        (PERMITTED, 1, "0 passed, 1 failed"),
        (REFUSED, 0, "1 passed, 0 failed"),
    ],
)
def test_the_files_that_are_named(lexport: Lexport, project: Path, text: str, code: int, last: str) -> None:
    (project / "s.yaml").write_text(text)
    done = lexport("test", "s.yaml")
    assert (done.code, done.out.splitlines()[-1]) == (code, last)


def test_a_failure_says_what_was_expected_and_what_came(lexport: Lexport, project: Path) -> None:
    (project / "s.yaml").write_text(FAILS)
    assert lexport("test", "s.yaml").out == (
        "failed: He drives himself (s.yaml:1)\n"
        "  s.yaml:3:10: carriage: verdict\n"
        "    expected  forbidden\n"
        "    got       permitted\n"
        "\n"
        "0 passed, 1 failed\n"
    )


def test_a_file_that_is_not_there(lexport: Lexport) -> None:
    done = lexport("test", "gone.yaml")
    assert done.code == 2
    assert "gone.yaml:1:1: error[S105]" in done.out


def test_no_scenario_at_all(lexport: Lexport, project: Path) -> None:
    page = project / "law" / "rules.md"
    page.write_text(page.read_text().partition("```scenario")[0])
    done = lexport("test")
    assert done.code == 2
    assert "error[F405]: there is no scenario to run" in done.out


def test_without_a_rulebook_an_author_is_not_given_the_shipped_one(lexport: Lexport, project: Path) -> None:
    (project / "lexport.yaml").unlink()
    done = lexport("test")
    assert done.code == 2
    assert "error[S105]: there is no rulebook here" in done.out


def test_json(lexport: Lexport, project: Path) -> None:
    (project / "s.yaml").write_text(f"{HOLDS}---\n{FAILS}")
    done = lexport("test", "s.yaml", "--format", "json")
    document = json.loads(done.out)
    assert done.code == 1
    assert document["schema"] == "lexport.test/1"
    assert (document["passed"], document["failed"]) == (1, 1)
    assert document["scenarios"][1]["mismatches"][0]["expected"] == "forbidden"
    (project / "lexport.yaml").unlink()
    assert len(json.loads(lexport("test", "--format", "json").out)["findings"]) == 1
