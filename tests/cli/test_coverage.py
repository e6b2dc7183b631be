"""`lexport coverage`: which scenarios count, what is written, what the exit code says, and the page that shows it."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import BROKEN, PERMITTED, Lexport

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how-to" / "scenarios-that-bite.md"
HOLDS = PERMITTED + "expect: {carriage: permitted}\n"
UNREAD = PERMITTED + "expect: {carrage: forbidden}\n"


@pytest.fixture
def quay(project: Path) -> Path:
    """Give a project with the rulebook of the page, and nothing else."""
    for path in (project / "law").iterdir():
        path.unlink()
    (project / "law" / "rules.md").write_text(PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    return project


def blocks(word: str) -> list[str]:
    return re.findall(rf"^```{word}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)


@pytest.mark.parametrize("shown", blocks("text"), ids=["figures", "lines"])
def test_the_report_is_as_the_page_has_it(lexport: Lexport, quay: Path, shown: str) -> None:
    assert quay.is_dir()
    assert shown in lexport("coverage").out


def test_the_file_is_as_the_page_has_it(lexport: Lexport, quay: Path) -> None:
    done = lexport("coverage", "--suggest", "more")
    (shown,) = blocks("yaml")
    assert (quay / "more" / "K101-leave_quay-1.yaml").read_text(encoding="utf-8") == shown
    assert (done.code, done.err) == (0, "note: scenarios written to be filled in: 2\n")


def test_what_is_suggested_reaches_the_rest_once_it_is_filled_in(lexport: Lexport, quay: Path) -> None:
    lexport("coverage", "--suggest", "law/scenarios")
    assert "40.0 %" in lexport("coverage").out, "a file without a verdict is no scenario yet"
    for path in (quay / "law" / "scenarios").iterdir():
        text = path.read_text(encoding="utf-8")
        now = re.findall(r"^# it is `(.+)` now$", text, re.M)[0]
        path.write_text(text.replace("# expect:", "expect:").replace("VERDICT", now), encoding="utf-8")
    found = json.loads(lexport("coverage", "--format", "json").out)["coverage"]
    assert (found["total"]["percent"], found["tests"]["percent"]) == (100, 100)
    assert (found["missed"], found["unshown"], found["suggestions"]) == ([], [], [])
    assert lexport("test").code == 0


@pytest.mark.parametrize(("line", "code"), [("40", 0), ("40.1", 1), ("100", 1), ("0", 0)])
def test_the_line_decides_on_the_exit_code(lexport: Lexport, quay: Path, line: str, code: int) -> None:
    assert quay.is_dir()
    done = lexport("coverage", "--fail-under", line)
    assert done.code == code
    assert ("Below the line" in done.out) == bool(code)


@pytest.mark.parametrize("line", ["101", "-1", "most", "nan", "1e1", ""])
def test_a_line_is_a_share_in_percent(lexport: Lexport, quay: Path, line: str) -> None:
    assert quay.is_dir()
    done = lexport("coverage", f"--fail-under={line}")
    assert (done.code, "write a number from 0 to 100" in done.out) == (2, True)
    assert lexport("coverage", "--fail-under", "40%").code == 0


def test_nothing_is_written_over(lexport: Lexport, quay: Path) -> None:
    (quay / "K101-leave_quay-2.yaml").write_text("mine\n")
    done = lexport("coverage", "--suggest", ".")
    assert (done.code, "O101" in done.out) == (2, True)
    assert not (quay / "K101-leave_quay-1.yaml").exists()


@pytest.mark.parametrize("text", [UNREAD, f"{HOLDS}---\n{UNREAD}"])
def test_a_scenario_that_cannot_be_read_stops_it(lexport: Lexport, project: Path, text: str) -> None:
    (project / "s.yaml").write_text(text)
    done = lexport("coverage", "s.yaml", "--format", "json")
    document = json.loads(done.out)
    assert (done.code, document["coverage"]) == (2, None)
    assert [finding["id"] for finding in document["findings"]] == ["F401"]


def test_without_any_scenario_it_cannot_run(lexport: Lexport, quay: Path) -> None:
    page = quay / "law" / "rules.md"
    page.write_text(page.read_text(encoding="utf-8").replace("```scenario", "```text"), encoding="utf-8")
    (quay / "empty").mkdir()
    for typed in ((), ("empty",), ("empty", "--suggest", "more")):
        done = lexport("coverage", *typed)
        assert (done.code, "there is no scenario to run" in done.out) == (2, True)


def test_a_rulebook_without_a_scenario_begins_with_what_is_suggested(lexport: Lexport, quay: Path) -> None:
    page = quay / "law" / "rules.md"
    page.write_text(page.read_text(encoding="utf-8").replace("```scenario", "```text"), encoding="utf-8")
    assert "  total                                        0 of 10" in lexport("coverage", "--suggest", "law/new").out
    written = "".join(path.read_text(encoding="utf-8") for path in (quay / "law" / "new").iterdir())
    for answer in ("permitted` by `sealed_or_escorted", "forbidden` by `not_perishable", "gap`"):
        assert f"`leave_quay` is `{answer}" in written


def test_all_that_is_typed_wrong_is_told_at_once(lexport: Lexport, quay: Path) -> None:
    assert quay.is_dir()
    done = lexport("coverage", "nowhere", "--fail-under", "x", "--jobs", "0", "--operator", "negte")
    assert done.code == 2
    for told in ("`--fail-under` cannot be `x`", "`--jobs` cannot be `0`", "write `negate`"):
        assert told in done.out


def test_a_refused_plan_that_expects_to_be_reaches_nothing(lexport: Lexport, project: Path) -> None:
    (project / "s.yaml").write_text(f"{HOLDS}---\n{BROKEN}expect_error: name\n")
    found = json.loads(lexport("coverage", "s.yaml", "--format", "json").out)["coverage"]
    assert (found["scenarios"], found["verdicts"]) == (1, 1)


def test_every_key_of_the_document_has_its_words(lexport: Lexport, quay: Path) -> None:
    assert quay.is_dir()
    page = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    section = page.partition("## `lexport.coverage/1`")[2].partition("\n## ")[0]
    document = json.loads(lexport("coverage", "--suggest", "more", "--format", "json").out)
    suggestion = document["coverage"]["suggestions"][0]
    for key in (*list(document)[2:], *document["coverage"], *document["coverage"]["total"], *suggestion):
        assert f"`{key}`" in section, key
    assert suggestion["file"] == "more/K101-leave_quay-1.yaml"
