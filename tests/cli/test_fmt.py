"""`lexport fmt` as a user meets it: what it writes, what it says, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.authoring.saving import save
from checker.findings import Finding
from tests.cli.conftest import Lexport

UNTIDY = "fact  a:date\n"
TIDY = "fact a : date\n"
PAGE = "law/rules.md"


@pytest.fixture
def other(project: Path) -> Path:
    """Put a small file of rules beside the rulebook."""
    path = project / "other.rules"
    path.write_text(UNTIDY)
    return path


def test_the_rulebook_is_laid_out_and_then_nothing_is_left_to_do(lexport: Lexport, project: Path) -> None:
    before = (project / PAGE).read_text(encoding="utf-8")
    done = lexport("fmt")
    assert (done.code, done.out, done.err) == (0, f"{PAGE}: laid out anew\n", "laid out anew: 1 of 1 files\n")
    after = (project / PAGE).read_text(encoding="utf-8")
    assert after != before
    assert "  when mode is integration\n  permit carriage in { self_transport }\n  forbid carriage" in after
    assert after.partition("```scenario")[2] == before.partition("```scenario")[2]
    assert [path.name for path in (project / "law").iterdir()] == ["rules.md"]
    again = lexport("fmt")
    assert (again.code, again.out) == (0, "")
    assert lexport("fmt", "--check").code == 0
    assert lexport("test").code == 0


def test_check_names_what_would_change_and_writes_nothing(lexport: Lexport, other: Path) -> None:
    done = lexport("fmt", "--check", "other.rules")
    assert (done.code, done.out) == (1, "other.rules: would be laid out anew\n")
    assert done.err == "to be laid out anew: 1 of 1 files\n"
    assert other.read_text() == UNTIDY


def test_diff_shows_what_would_change_and_writes_nothing(lexport: Lexport, other: Path) -> None:
    done = lexport("fmt", "--diff", "other.rules")
    assert (done.code, other.read_text()) == (1, UNTIDY)
    assert done.out == f"--- other.rules\n+++ other.rules\n@@ -1 +1 @@\n-{UNTIDY}+{TIDY}"


def test_the_difference_is_a_patch_where_the_last_line_is_not_ended(lexport: Lexport, other: Path) -> None:
    other.write_text("fact b : date\nfact  a:date")
    done = lexport("fmt", "--diff", "other.rules")
    assert done.out.partition("@@\n")[2] == (
        " fact b : date\n-fact  a:date\n\\ No newline at end of file\n+fact a : date\n"
    )


def test_diff_shows_nothing_of_a_file_that_cannot_be_laid_out(lexport: Lexport, other: Path) -> None:
    other.write_text("fact fact\n")
    done = lexport("fmt", "--diff", "other.rules")
    assert (done.code, "---" in done.out, "-fact" in done.out) == (2, False, False)


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_a_statement_that_nests_too_deeply_is_a_mistake(lexport: Lexport, other: Path, option: str) -> None:
    other.write_text("define x = " + "(" * 300 + "a" + ")" * 300 + "\n")
    done = lexport("fmt", option, "other.rules")
    assert (done.code, done.out.startswith("other.rules:1:")) == (2, True)


def test_a_folder_is_gone_through_hidden_files_and_others_aside(lexport: Lexport, project: Path) -> None:
    folder = project / "drafts" / "deep"
    folder.mkdir(parents=True)
    for name in ("a.rules", ".b.rules", "c.txt", "d.yaml"):
        (folder / name).write_text(UNTIDY)
    assert lexport("fmt", "drafts").out == "drafts/deep/a.rules: laid out anew\n"
    assert [path.name for path in sorted(folder.iterdir()) if path.read_text() == TIDY] == ["a.rules"]


def test_standard_input_goes_to_standard_output(lexport: Lexport) -> None:
    assert lexport("fmt", "-", stdin=UNTIDY).out == TIDY
    page = lexport("fmt", "-", stdin=f"# fact  a:date\n\n```rules\n{UNTIDY}```\n")
    assert (page.code, page.out, page.err) == (0, f"# fact  a:date\n\n```rules\n{TIDY}```\n", "")
    checked = lexport("fmt", "--check", "-", stdin=UNTIDY)
    assert (checked.code, checked.out) == (1, "-: would be laid out anew\n")


def test_standard_input_with_a_mistake_gives_no_output(lexport: Lexport) -> None:
    done = lexport("fmt", "-", stdin="fact a date\n")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("-:1:")


def test_a_file_with_mistakes_is_shown_and_left_and_the_others_are_laid_out(
    lexport: Lexport, project: Path, other: Path
) -> None:
    (project / "broken.rules").write_text("fact fact\nfact  b:date\n")
    done = lexport("fmt", "broken.rules", "other.rules")
    assert done.code == 2
    assert done.out.startswith("broken.rules:1:")
    assert done.out.endswith("other.rules: laid out anew\n")
    assert other.read_text() == TIDY
    assert (project / "broken.rules").read_text() == "fact fact\nfact  b:date\n"


@pytest.mark.parametrize("name", ["gone.rules", "link.rules", "locked.rules"])
def test_what_cannot_be_written_is_said(lexport: Lexport, project: Path, other: Path, name: str) -> None:
    (project / "link.rules").symlink_to(other)
    (project / "locked.rules").write_text(UNTIDY)
    (project / "locked.rules").chmod(0o444)
    done = lexport("fmt", name)
    assert done.code == 2
    assert done.out.startswith(f"{name}:1:1: error[")
    assert other.read_text() == UNTIDY


def test_what_was_not_written_is_not_said_to_be(lexport: Lexport, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def change_meanwhile(path: Path, shown: str, old: str, new: str) -> Finding | None:
        path.write_text("fact  b:date\n")
        return save(path, shown, old, new)

    monkeypatch.setattr("checker.authoring.saving.save", change_meanwhile)
    done = lexport("fmt", "other.rules")
    assert (done.code, done.err) == (2, "laid out anew: 0 of 1 files\n")
    assert done.out.startswith("other.rules:1:1: error[O101]")
    assert "laid out anew" not in done.out
    assert other.read_text() == "fact  b:date\n"


def test_a_locked_file_can_be_checked(lexport: Lexport, other: Path) -> None:
    other.chmod(0o444)
    assert lexport("fmt", "--check", "other.rules").code == 1


def test_keywords_and_names_are_turned_and_turned_back(lexport: Lexport, project: Path) -> None:
    lexport("fmt")
    english = (project / PAGE).read_text(encoding="utf-8")
    assert lexport("fmt", "--keywords", "zh", "--names").code == 0
    chinese = (project / PAGE).read_text(encoding="utf-8")
    assert (
        "条款 own “He may drive himself”\n  依据 d_47 第1项\n  当 mode 为 integration\n  准予 承运方式 属于" in chinese
    )
    assert lexport("test").code == 0
    assert lexport("fmt", "--keywords", "en", "--names").code == 0
    assert (project / PAGE).read_text(encoding="utf-8") == english


def test_mistakes_with_one_right_answer_are_mended_and_counted(lexport: Lexport, project: Path) -> None:
    page = project / PAGE
    lexport("fmt")
    right = page.read_text(encoding="utf-8")
    page.write_text(right.replace("mode is integration", "Mode is Integration"), encoding="utf-8")
    assert lexport("test").code == 2
    done = lexport("fmt", "--fix", "--check")
    assert (done.code, done.out) == (1, f"{PAGE}: mistakes mended: 2\n{PAGE}: would be laid out anew\n")
    assert "Mode" in page.read_text(encoding="utf-8")
    assert lexport("fmt", "--fix").code == 0
    assert page.read_text(encoding="utf-8") == right


def test_without_a_rulebook_there_is_nothing_to_lay_out(lexport: Lexport, project: Path, other: Path) -> None:
    (project / "lexport.yaml").unlink()
    done = lexport("fmt")
    assert (done.code, "there is no rulebook here" in done.out) == (2, True)
    assert lexport("fmt", str(other)).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--names",), "`--names` turns names into the language of `--keywords`, which is not given"),
        (("-", "other.rules"), "`-` stands for standard input and goes with no other path"),
        (("--keywords", "zh", "--names", "other.rules"), "the file does not belong to the rulebook"),
    ],
)
def test_what_makes_no_sense_is_refused(lexport: Lexport, other: Path, arguments: tuple[str, ...], said: str) -> None:
    done = lexport("fmt", *arguments, stdin=UNTIDY)
    assert (done.code, said in done.out) == (2, True)
    assert other.read_text() == UNTIDY


def test_nothing_runs_with_a_mistake_in_the_configuration(lexport: Lexport, project: Path, other: Path) -> None:
    (project / "lexport.yaml").write_text("rules: law\ncolour: red\n")
    done = lexport("fmt", "other.rules")
    assert (done.code, done.out.startswith("lexport.yaml:2:1: error[")) == (2, True)
    assert other.read_text() == UNTIDY


def test_the_document_for_programs(lexport: Lexport, other: Path) -> None:
    other.write_text(UNTIDY + "fact fact\n")
    done = lexport("fmt", "--diff", "--format", "json", PAGE, "other.rules")
    document = json.loads(done.out)
    assert (done.code, document["schema"]) == (2, "lexport.fmt/1")
    page, broken = document["files"]
    assert (page["file"], page["laid_out"], page["changed"], page["mended"]) == (PAGE, True, True, 0)
    assert page["diff"].startswith(f"--- {PAGE}\n")
    assert (broken["laid_out"], broken["changed"], broken["diff"]) == (False, False, None)
    assert [finding["file"] for finding in document["findings"]] == ["other.rules"]
    piped = json.loads(lexport("fmt", "--format", "json", "-", stdin=UNTIDY).out)
    assert piped["files"][0]["text"] == TIDY
    refused = json.loads(lexport("fmt", "--names", "--format", "json").out)
    assert (refused["files"], len(refused["findings"])) == ([], 1)


def test_it_speaks_chinese(lexport: Lexport, other: Path) -> None:
    done = lexport("fmt", "--lang", "zh", other.name)
    assert (done.out, done.err) == ("other.rules：已重新排版\n", "已重新排版：1 个文件中的 1 个\n")
