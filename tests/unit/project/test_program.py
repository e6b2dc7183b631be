"""The digest of the program: another source, another grammar or another Python is another program."""

from pathlib import Path

import pytest

from checker.project import program
from checker.project.program import program_digest


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a folder with two small packages be the program, and another one hold the grammar."""
    files = {"stored.py": "0", "texts.py": "", "one/a.py": "1", "one/deep/b.py": "2", "two/c.py": "3"}
    for path, text in {**files, "grammar/rules.lark": "start: X"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    monkeypatch.setattr(program, "__file__", str(tmp_path / "project" / "program.py"))
    monkeypatch.setattr(program, "shipped_folder", lambda _: tmp_path / "grammar")
    return tmp_path


def digest(*packages: str) -> str | None:
    return program_digest.__wrapped__(*packages)


def test_the_same_program_has_the_same_digest(copied: Path) -> None:
    before = digest("one")
    assert before is not None
    (copied / "one" / "__pycache__").mkdir()
    (copied / "one" / "__pycache__" / "a.pyc").write_text("compiled")
    (copied / "two" / "c.py").write_text("changed")
    assert digest("one") == before


@pytest.mark.parametrize("path", ["stored.py", "texts.py", "one/a.py", "one/deep/b.py", "grammar/rules.lark"])
def test_another_source_is_another_program(copied: Path, path: str) -> None:
    before = digest("one")
    (copied / path).write_text("changed")
    assert None not in {before, digest("one")}
    assert digest("one") != before


def test_so_is_another_python(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert copied.is_dir()
    before = digest("one")
    monkeypatch.setattr("sys.version", "4.0")
    assert digest("one") != before


@pytest.mark.parametrize("missing", ["stored.py", "texts.py", "one/a.py", "grammar/rules.lark"])
def test_without_its_sources_a_program_is_not_known(copied: Path, missing: str) -> None:
    assert digest("one", "two") is not None
    (copied / "one" / "deep" / "b.py").unlink()
    (copied / missing).unlink()
    assert digest("one", "two") is None


def test_every_package_that_shapes_a_law_has_sources() -> None:
    assert program_digest("findings", "regions", "syntax", "rulebook", "logic") is not None
    assert program_digest("findings", "syntax") is not None


@pytest.mark.parametrize("folder", ["catalogue", "slips"])
def test_how_mistakes_are_said_is_no_part_of_it(copied: Path, folder: str) -> None:
    before = digest("one")
    (copied / "one" / folder).mkdir()
    (copied / "one" / folder / "words.py").write_text("CHINESE = {}")
    assert digest("one") == before
