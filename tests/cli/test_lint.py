"""`lexport lint`: what it prints, in either format and language, and what its exit code says."""

import json
from pathlib import Path

import pytest

from checker.cli.lint_formats import FORMS
from checker.project.config import ALLOWABLE
from tests.cli.conftest import RULES, Lexport

# Without what the rulebook of all commands would be reported for: an idle rank, and two gaps.
QUIET = (
    RULES.replace("ranks law > announcement", "ranks announcement")
    .replace("version 3", "version 3  covers from 2015-10-12")
    .replace("when mode is transit because", "when mode is transit or day >= 2017-08-22 because")
)
SPARE = "fact spare : boolean\n"
DEAD = "provision dead cites d_47 item 2 when sealed and not sealed require seal\n"


def rulebook(project: Path, text: str, settings: str = "") -> None:
    (project / "law" / "rules.md").unlink(missing_ok=True)
    (project / "law" / "t.rules").write_text(QUIET + text, encoding="utf-8")
    (project / "lexport.yaml").write_text(f"rules: law\n{settings}", encoding="utf-8")


def test_nothing_found(lexport: Lexport, project: Path) -> None:
    rulebook(project, "")
    done = lexport("lint")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "nothing found\n"
        "looked for A102, C101, C102, C103, C104, C105, D108, D109, G101, G102, G103, G104, R101,\n"
        "  R102, R103, R104, R105, R106, R107, R108, R109, R110, T305, U101 (provisions: 2,\n"
        "  questions: 2, documents: 2, facts: 4)\n"
        "on record: 0 `never`, 1 `known gap`, 0 `allow`, 0 `not encoded`\n"
    )


def test_a_finding_with_its_place_and_what_to_write(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD)
    done = lexport("lint")
    assert done.code == 1
    assert done.out.startswith(
        "law/t.rules:26:11: error[R101]: `dead` applies in no case\n"
        "   |\n"
        "26 | provision dead cites d_47 item 2 when sealed and not sealed require seal\n"
        "   |           ^^^^\n"
        "   = help: mend its condition: its parts, what it hangs on and what is `never` leave nothing over\n"
        '     if it is right as it stands, write `allow R101 on dead because "…"`\n'
        "\n"
        "found errors: 1\n"
    )


def test_the_same_in_chinese(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD + SPARE)
    done = lexport("lint", "--lang", "zh")
    assert "error[R101]: `dead` 在任何情形下都不适用" in done.out
    assert "info[R107]: 没有规则用到 `spare`" in done.out
    assert "若现状无误，写 `容许 R107 在 spare 理由 “…”`" in done.out
    assert "发现：错误 1 项、提醒 1 项\n" in done.out
    assert "记录在案：`不可能` 0 处，`已知空白` 1 处，`容许` 0 处，`未编码` 0 处" in done.out


def test_what_is_advised_allows_nothing_before_a_reason_is_written(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD + 'allow R101 on dead because "…"')
    done = lexport("lint")
    assert done.code == 2
    assert "error[D403]: the finding `R101` is allowed without a reason\n" in done.out


def test_what_is_written_as_advised_allows_the_finding(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD + SPARE)
    advised = [line.split("`")[1] for line in lexport("lint").out.splitlines() if "right as it stands" in line]
    assert len(advised) == 2
    rulebook(project, "\n".join([DEAD + SPARE, *(words.replace("…", "so") for words in advised)]))
    done = lexport("lint", "--fail-on", "info")
    assert done.code == 0
    assert "allows 1 × R101 (because: so)" in done.out
    assert "nothing found that is not allowed\n" in done.out


@pytest.mark.parametrize(
    ("settings", "options", "code"),
    [
        ("", (), 0),
        ("", ("--fail-on", "info"), 1),
        ("", ("--fail-on", "warning"), 0),
        ("fail-on: info", (), 1),
        ("fail-on: info", ("--fail-on", "error"), 0),
        ("severity: {R107: warning}\nfail-on: warning", (), 1),
        ("severity: {R107: error}", (), 1),
        ("severity: {R107: off}\nfail-on: info", (), 0),
    ],
)
def test_the_threshold(lexport: Lexport, project: Path, settings: str, options: tuple[str, ...], code: int) -> None:
    rulebook(project, SPARE, settings)
    assert lexport("lint", *options).code == code


def test_a_severity_that_is_set_is_shown(lexport: Lexport, project: Path) -> None:
    rulebook(project, SPARE, "severity: {R107: error}")
    assert "error[R107]: no rule reads `spare`" in lexport("lint").out


@pytest.mark.parametrize("text", ["provision p cites d_47 item 2 permt seal", 'allow R107 on speir because "so"'])
def test_a_rulebook_with_mistakes_cannot_be_linted(lexport: Lexport, project: Path, text: str) -> None:
    rulebook(project, SPARE + text)
    done = lexport("lint")
    assert done.code == 2
    assert "error[" in done.out
    document = json.loads(lexport("lint", "--format", "json").out)
    assert document["rulebook"] is None
    assert document["failed"] is None
    assert [finding["severity"] for finding in document["findings"]] == ["error"]


def test_a_setting_that_is_wrong_stops_it(lexport: Lexport, project: Path) -> None:
    rulebook(project, SPARE, "severity: {N201: off}")
    done = lexport("lint")
    assert done.code == 2
    assert "lexport.yaml:2:18: error[T302]" in done.out


def test_without_a_rulebook_it_does_not_run(lexport: Lexport, project: Path) -> None:
    (project / "lexport.yaml").unlink()
    done = lexport("lint")
    assert (done.code, "there is no rulebook here" in done.out) == (2, True)


def test_the_document(lexport: Lexport, project: Path) -> None:
    text = 'allow R107 on spare because "to come" until 2030-01-01\nallow R108 on seal because "so"\n'
    rulebook(project, f"{DEAD}{SPARE}{text}")
    done = lexport("lint", "--format", "json", "--fail-on", "warning")
    document = json.loads(done.out)
    assert done.code == 1
    assert list(document) == [
        "schema", "tool", "rulebook", "fail_on", "failed", "looked_for", "extent", "on_record", "findings", "allowed",
        "on_request", "baseline",
    ]  # fmt: skip
    assert document["schema"] == "lexport.lint/1"
    assert document["rulebook"]["name"] == "last_leg"
    assert document["rulebook"]["reviewed_until"] == "2026-11-21"
    assert (document["fail_on"], document["failed"]) == ("warning", True)
    assert document["looked_for"] == sorted(ALLOWABLE)
    assert document["extent"] == {"documents": 2, "provisions": 3, "questions": 2, "facts": 5}
    assert document["on_record"] == {"never": 0, "known_gap": 1, "allow": 2, "not_encoded": 0}
    dead, idle = document["findings"]
    assert (dead["id"], dead["severity"], dead["concerns"], dead["start"]) == (
        "R101", "error", ["dead"], {"line": 26, "column": 11},
    )  # fmt: skip
    assert (idle["id"], idle["severity"], idle["concerns"]) == ("D401", "warning", ["seal"])
    (allowed,) = document["allowed"]
    assert allowed["finding"]["id"] == "R107"
    assert allowed["finding"]["concerns"] == ["spare"]
    assert (allowed["because"], allowed["until"], allowed["at"]) == ("to come", "2030-01-01", "law/t.rules:28:7")


def test_a_second_run_says_the_same(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD + SPARE)
    for form in FORMS:
        assert lexport("lint", "--format", form).out == lexport("lint", "--format", form).out


def test_the_order_of_files_and_statements_changes_nothing(lexport: Lexport, project: Path) -> None:
    rulebook(project, DEAD)
    (project / "law" / "b.rules").write_text(f'allow R107 on spare because "so"\n{SPARE}')
    before = lexport("lint", "--format", "json").out
    (project / "law" / "b.rules").rename(project / "law" / "z.rules")
    assert json.loads(lexport("lint", "--format", "json").out)["findings"] == json.loads(before)["findings"]


def test_the_shipped_rulebook_is_clean(lexport: Lexport) -> None:
    shipped = Path(__file__).resolve().parents[2] / "rules"
    done = lexport("lint", "--rules", str(shipped), "--fail-on", "info")
    assert (done.code, "nothing found that is not allowed" in done.out) == (0, True)
