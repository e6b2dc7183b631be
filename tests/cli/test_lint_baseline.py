"""`lexport lint` against an earlier state: a baseline, a revision, and what is new against them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Lexport
from tests.cli.test_lint import DEAD, SPARE, rulebook

GAP = 'question guard "Must it be guarded?"\n'
UNRELATED = "provision apart cites d_47 item 2 when day > 2016-01-01 permit seal\n"
BASELINE = "known.json"


def ids(lexport: Lexport, *arguments: str) -> list[str]:
    return [finding["id"] for finding in json.loads(lexport("lint", "--format", "json", *arguments).out)["findings"]]


def git(project: Path, *arguments: str) -> None:
    who = ("-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(project), *who, *arguments], capture_output=True, check=True)


def test_what_is_written_down_is_known(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD + SPARE + GAP)
    written = lexport("lint", "--write-baseline", BASELINE)
    assert (written.code, written.err) == (0, "note: findings written down as known: 4\n")
    assert "error[R101]" in written.out
    done = lexport("lint", "--baseline", BASELINE, "--fail-on", "info")
    assert done.code == 0
    assert done.out.startswith("nothing found that is new\nknown from `known.json`: 4\n")


def test_a_second_run_writes_the_same(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD + SPARE + GAP)
    lexport("lint", "--write-baseline", BASELINE)
    first = (project / BASELINE).read_bytes()
    lexport("lint", "--write-baseline", BASELINE, "--lang", "zh", "--most", "1")
    assert (project / BASELINE).read_bytes() == first


def test_lines_that_move_make_nothing_new(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD + SPARE + GAP)
    lexport("lint", "--write-baseline", BASELINE)
    rulebook(project, "\n\n# moved\n" + GAP + DEAD + SPARE)
    assert ids(lexport, "--baseline", BASELINE) == []


def test_an_unrelated_provision_makes_nothing_new(lexport: Lexport, project: Path) -> None:
    """It tests another day, so the classes of the day are others; the cases of the gap are the same."""
    rulebook(project, GAP)
    lexport("lint", "--write-baseline", BASELINE)
    rulebook(project, GAP + UNRELATED)
    assert "G101" not in ids(lexport, "--baseline", BASELINE)


def test_a_narrower_gap_is_known_and_a_wider_one_is_new(lexport: Lexport, project: Path) -> None:
    rulebook(project, GAP + "provision some cites d_47 item 2 when sealed permit guard\n")
    lexport("lint", "--write-baseline", BASELINE)
    closed = "provision some cites d_47 item 2 when sealed or mode is transit permit guard\n"
    rulebook(project, GAP + closed)
    assert "G101" not in ids(lexport, "--baseline", BASELINE)
    open_ = "provision some cites d_47 item 2 when sealed and mode is transit permit guard\n"
    rulebook(project, GAP + open_)
    done = lexport("lint", "--baseline", BASELINE)
    assert done.code == 1
    assert "error[G101]" in done.out
    assert "= some of its cases are known from the baseline\n" in done.out


def test_a_known_gap_in_time_that_has_become_a_hole_is_new(lexport: Lexport, project: Path) -> None:
    """After the text was repealed there is no answer (a warning); a later text makes of that a hole (an error)."""
    ended = 'question fee "Must a fee be paid?"\nprovision fee_first cites d_47 item 1 require fee\n'
    again = (
        "document d_19 { rank announcement  issuer gacc  issued 2019-01-01  in force from 2019-01-01\n"
        "  items 1..1  standing read }\nprovision fee_again cites d_19 item 1 require fee\n"
    )
    without = "severity: {G101: off}\n"
    rulebook(project, ended, without)
    assert lexport("lint", "--write-baseline", BASELINE).out.count("warning[G102]") == 1
    assert ids(lexport, "--baseline", BASELINE) == []
    rulebook(project, ended + again, without)
    done = lexport("lint", "--baseline", BASELINE)
    assert (done.code, done.out.count("error[G102]")) == (1, 1)


def test_what_is_mended_is_counted(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD + SPARE)
    lexport("lint", "--write-baseline", BASELINE)
    rulebook(project, SPARE)
    assert "known from `known.json`: 1 (no longer found: 1)" in lexport("lint", "--baseline", BASELINE).out


def test_the_settings_name_a_baseline(lexport: Lexport, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rulebook(project, DEAD, f"baseline: {BASELINE}\n")
    missing = lexport("lint")
    assert (missing.code, "error[S105]: file cannot be read: it is not there" in missing.out) == (2, True)
    assert lexport("lint", "--write-baseline", BASELINE).code == 0
    monkeypatch.chdir(project / "law")
    assert lexport("lint").code == 0


def test_a_damaged_baseline_stops_the_run(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD)
    (project / BASELINE).write_text('{"schema": "lexport.baseline/1", "findings": 4}')
    done = lexport("lint", "--baseline", BASELINE)
    assert done.code == 2
    assert done.out.startswith("known.json:1:46: error[S105]: the baseline cannot be read: this is no baseline\n")


def test_the_baseline_of_a_question_is_not_idle_for_another(lexport: Lexport, project: Path) -> None:
    rulebook(project, GAP)
    lexport("lint", "--write-baseline", BASELINE)
    assert "no longer found" not in lexport("lint", "--baseline", BASELINE, "--question", "seal").out


def test_what_was_there_at_a_revision_is_known(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD + GAP)
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "one")
    assert lexport("lint").code == 1
    done = lexport("lint", "--since", "HEAD")
    assert (done.code, done.out.splitlines()[:2]) == (0, ["nothing found that is new", "known from `HEAD`: 3"])
    rulebook(project, DEAD + GAP + SPARE)
    assert ids(lexport, "--since", "HEAD") == ["R107"]


def test_a_revision_goes_before_the_baseline_of_the_settings(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD, "baseline: gone.json\n")
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "one")
    assert lexport("lint", "--since", "HEAD").code == 0


def test_rules_with_a_mistake_at_a_revision(lexport: Lexport, project: Path) -> None:
    rulebook(project, "provision p cites d_47 item 2 permt seal\n")
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "one")
    rulebook(project, "")
    done = lexport("lint", "--since", "HEAD")
    assert done.code == 2
    assert done.out.startswith("error[O101]: the rules at `HEAD` cannot be read: law/t.rules:26:31: ")


def test_a_baseline_is_of_all_questions(lexport: Lexport, project: Path) -> None:
    rulebook(project, GAP)
    done = lexport("lint", "--write-baseline", BASELINE, "--question", "guard")
    assert (done.code, "`--write-baseline` and `--question` are not given together" in done.out) == (2, True)
    assert not (project / BASELINE).exists()


def test_a_baseline_and_a_revision_are_one_too_many(lexport: Lexport, project: Path) -> None:
    rulebook(project, "")
    (project / BASELINE).write_text("")
    done = lexport("lint", "--since", "HEAD", "--baseline", BASELINE)
    assert (done.code, "`--since` and `--baseline` are not given together" in done.out) == (2, True)
