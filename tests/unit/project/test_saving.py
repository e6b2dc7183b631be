"""Files the tool writes: all of them or none, and nothing of somebody else's written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.project.saving import Writing, write_new, write_over


def writing(path: Path, text: str = "new\n") -> Writing:
    return Writing(path, path.name, text)


def test_new_files_are_written_with_the_folders_above_them(tmp_path: Path) -> None:
    assert write_new([writing(tmp_path / "a" / "b" / "one.yaml"), writing(tmp_path / "a" / "二.yaml", "二\n")]) == ()
    assert (tmp_path / "a" / "b" / "one.yaml").read_bytes() == b"new\n"
    assert (tmp_path / "a" / "二.yaml").read_text(encoding="utf-8") == "二\n"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b", "one.yaml", "二.yaml"]


def test_what_is_there_already_may_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("new\n")
    assert write_new([writing(tmp_path / "one.yaml")]) == ()


def test_where_one_is_in_the_way_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "two.yaml").write_text("mine\n")
    (finding,) = write_new([writing(tmp_path / "one.yaml"), writing(tmp_path / "two.yaml")])
    assert str(finding.message) == "`two.yaml` is there already, and nothing is written over"
    assert not (tmp_path / "one.yaml").exists()
    assert (tmp_path / "two.yaml").read_text() == "mine\n"


def test_a_folder_is_in_the_way_too(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").mkdir()
    (finding,) = write_new([writing(tmp_path / "one.yaml")])
    assert "is there already" in str(finding.message)


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (finding,) = write_new([writing(tmp_path / "one.yaml"), writing(tmp_path / "file" / "two.yaml")])
    assert finding.id == "O101"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_is_placed_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fails between the two files."""
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if Path(target).name == "two.yaml":
            raise OSError
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    (finding,) = write_new([writing(tmp_path / "one.yaml"), writing(tmp_path / "two.yaml")])
    assert finding.id == "O101"
    assert list(tmp_path.iterdir()) == []


def test_one_file_is_written_over_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text("old\n")
    assert write_over(writing(tmp_path / "b.json")) == ()
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("b.json", "new\n")]


def test_what_cannot_be_written_over_stays(tmp_path: Path) -> None:
    (tmp_path / "b.json").mkdir()
    (finding,) = write_over(writing(tmp_path / "b.json"))
    assert str(finding.message) == "`b.json` cannot be written"
    assert [path.name for path in tmp_path.iterdir()] == ["b.json"]


def test_a_link_and_what_is_no_file_stay_what_they_are(tmp_path: Path) -> None:
    """As `/dev/stdout` is: put in its place, a file would break every program that writes there."""
    (tmp_path / "file").write_text("mine\n")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "folder", "pipe"):
        (finding,) = write_over(writing(tmp_path / name))
        assert str(finding.message) == f"`{name}` cannot be written"
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "file").read_text() == "mine\n"


def test_a_name_that_no_system_has_cannot_be_written(tmp_path: Path) -> None:
    (finding,) = write_over(writing(tmp_path / "a\0b"))
    assert finding.id == "O101"
