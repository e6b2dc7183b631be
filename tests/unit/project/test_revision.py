"""The files of a rulebook at a revision: the same a disk would give, or one finding that says what is missing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from checker.project.revision import files_at
from checker.rulebook.files import read_folder


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *who, *arguments], capture_output=True, check=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a repository whose second commit has a rulebook in a folder."""
    repository = tmp_path / "repository"
    rules = repository / "below" / "law"
    rules.mkdir(parents=True)
    git(repository, "init", "--quiet")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "before")
    (rules / "a.rules").write_text("fact a : boolean\n", encoding="utf-8")
    (rules / "规则.md").write_text("# 规则\r\n", encoding="utf-8", newline="")
    (rules / "codes").mkdir()
    (rules / "codes" / "offices.yaml").write_text("a: {}\n")
    (rules / "notes.txt").write_text("of no rulebook\n")
    (rules / "link.rules").symlink_to("a.rules")
    (repository / "elsewhere.rules").write_text("not below the folder\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "rules")
    return rules


def told(folder: Path, revision: str) -> tuple[str, str]:
    files, (finding,) = files_at(folder, revision)
    assert files == ()
    assert finding.id == "O101"
    return str(finding.message), str(finding.help or "")


def test_the_files_are_those_of_the_folder(folder: Path) -> None:
    (folder / "link.rules").unlink()
    assert files_at(folder, "HEAD") == read_folder(folder)
    assert len(files_at(folder, "HEAD")[0]) == 3


def test_they_are_as_they_were(folder: Path) -> None:
    (folder / "a.rules").write_text("fact b : boolean\n")
    (folder / "new.rules").write_text("fact c : boolean\n")
    files, _ = files_at(folder, "HEAD")
    assert [(file.below, file.shown) for file in files if file.is_rules] == [
        ("a.rules", "law/a.rules"),
        ("规则.md", "law/规则.md"),
    ]
    assert files[0].text == "fact a : boolean\n"


@pytest.mark.parametrize("name", ["HEAD", "v1", "side"])
def test_a_revision_is_named_in_any_way(folder: Path, name: str) -> None:
    git(folder, "tag", "v1")
    git(folder, "branch", "side")
    assert len(files_at(folder, name)[0]) == 3


@pytest.mark.parametrize("name", ["nope", "--help", "HEAD~7", "", "a b"])
def test_a_revision_that_is_not_there(folder: Path, name: str) -> None:
    message, remedy = told(folder, name)
    assert message == f"the rules at `{name}` cannot be read: there is no such revision"
    assert remedy == "name a branch, a tag or a commit"


def test_a_folder_that_was_not_there_yet(folder: Path) -> None:
    message, remedy = told(folder, "HEAD~1")
    assert message == "the rules at `HEAD~1` cannot be read: the folder `law` is not in it"
    assert remedy == "name a later one"


def test_a_history_that_is_cut_short(folder: Path, tmp_path: Path) -> None:
    repository = folder.parents[1]
    (folder / "a.rules").write_text("fact b : boolean\n")
    git(folder, "commit", "--quiet", "--all", "--message", "third")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository}", "shallow")
    message, remedy = told(tmp_path / "shallow" / "below" / "law", "HEAD~1")
    assert message == "the rules at `HEAD~1` cannot be read: it is not in the part of the history that is here"
    assert "fetch-depth: 0" in remedy


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "lies in no repository" in told(tmp_path, "HEAD")[0]


def test_no_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert told(folder, "HEAD")[0] == "the rules at `HEAD` cannot be read: `git` is not installed"


def test_a_file_that_is_no_text_is_told_of(folder: Path) -> None:
    (folder / "a.rules").write_bytes(b"\xff\xff")
    git(folder, "commit", "--quiet", "--all", "--message", "third")
    _, (finding,) = files_at(folder, "HEAD")
    assert (finding.id, str(finding.span)) == ("S105", "law/a.rules:1:1")


def test_a_hook_of_git_asks_the_repository_of_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git tells its hooks where it is by paths from the root of the work tree, which lead nowhere from the folder."""
    for name, value in (("GIT_DIR", ".git"), ("GIT_WORK_TREE", "."), ("GIT_INDEX_FILE", ".git/index")):
        monkeypatch.setenv(name, value)
    files, findings = files_at(folder, "HEAD")
    assert (len(files), findings) == (3, ())
