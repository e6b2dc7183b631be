"""`lexport new`: a rulebook from an empty folder, single skeletons, and never over what is there."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Lexport


@pytest.mark.parametrize(("options", "last"), [((), "2 passed, 0 failed"), (("--lang", "zh"), "2 个通过，0 个未通过")])
def test_a_new_rulebook_passes_its_tests_at_once(
    lexport: Lexport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], last: str
) -> None:
    done = lexport("new", "rulebook", "fresh", *options)
    assert done.code == 0
    assert done.out.splitlines() == [
        "fresh/lexport.yaml",
        "fresh/rules/vocabulary.md",
        "fresh/rules/questions.md",
        "fresh/rules/example.md",
    ]
    monkeypatch.chdir(tmp_path / "fresh")
    tested = lexport("test")
    assert (tested.code, tested.out.strip()) == (0, last)
    linted = lexport("lint", "--fail-on", "info")
    assert linted.code == 0


def test_nothing_is_written_over_and_then_nothing_at_all(lexport: Lexport, project: Path) -> None:
    (project / "fresh" / "rules").mkdir(parents=True)
    (project / "fresh" / "rules" / "example.md").write_text("mine")
    done = lexport("new", "rulebook", "fresh")
    assert done.code == 2
    assert done.out.startswith("error[O101]: `fresh/rules/example.md` is there already")
    assert (project / "fresh" / "rules" / "example.md").read_text() == "mine"
    assert not (project / "fresh" / "lexport.yaml").exists()


def test_a_skeleton_goes_to_stdout_or_to_a_new_file(lexport: Lexport, project: Path) -> None:
    words = ("new", "provision", "p", "--document", "d_47", "--question", "seal", "--item", "2")
    printed = lexport(*words)
    assert printed.out.startswith("provision p\n  cites d_47 item 2\n")
    assert lexport(*words, "-o", "law/more.rules").out == "law/more.rules\n"
    assert (project / "law" / "more.rules").read_text(encoding="utf-8") == printed.out
    assert lexport(*words, "-o", "law/more.rules").code == 2
    assert "`condition_to_fill_in`" in lexport("test").out


def test_on_a_page_it_stands_in_a_fence(lexport: Lexport, project: Path) -> None:
    assert lexport("new", "scenario", "A new one", "--question", "seal", "-o", "law/new.md").code == 0
    text = (project / "law" / "new.md").read_text(encoding="utf-8")
    assert text.startswith("```scenario\nplan: A new one\n")
    assert text.endswith("```\n")
    assert "`verdict_to_fill_in`" in lexport("test").out


def test_keywords_are_chosen_apart_from_the_language_of_messages(lexport: Lexport) -> None:
    assert lexport("new", "provision", "p", "--document", "d", "--question", "q", "--keywords", "zh").out.startswith(
        "条款 p\n  依据 d 第0项\n"
    )


def test_as_json(lexport: Lexport, project: Path) -> None:
    document = json.loads(lexport("new", "document", "d", "--issuer", "gacc", "--format", "json").out)
    assert document["schema"] == "lexport.new/1"
    (file,) = document["files"]
    assert file["file"] is None
    assert "issuer gacc" in file["text"]
    (project / "there.md").write_text("")
    refused = json.loads(lexport("new", "document", "d", "-o", "there.md", "--format", "json").out)
    assert [finding["id"] for finding in refused["findings"]] == ["O101"]
    assert refused["files"] == []


@pytest.mark.parametrize("words", [("document", "a.b"), ("provision", "p", "--document", "d", "--question", "q.r")])
def test_what_rules_cannot_spell_is_refused(lexport: Lexport, words: tuple[str, ...]) -> None:
    done = lexport("new", *words)
    assert done.code == 2
    assert "cannot be a name" in done.out


def test_a_value_that_cannot_be_read_is_refused(lexport: Lexport, project: Path) -> None:
    done = lexport("new", "document", "d", "--issued", "2024/1/5", "-o", "d.md")
    assert done.code == 2
    assert "2024-01-05" in done.out
    assert not (project / "d.md").exists()


def test_what_to_write_anew_has_to_be_said(lexport: Lexport) -> None:
    assert lexport("new").code == 2
    assert "needs `document | provision | rulebook | scenario`" in lexport("new").err
    assert "write `rulebook`" in lexport("new", "rulebok", "x").err


@pytest.mark.parametrize(
    ("words", "endings"),
    [
        (("document", "d", "-o", "d.rules"), "`.md`"),
        (("provision", "p", "--document", "d", "--question", "q", "-o", "p.txt"), "`.md` or `.rules`"),
        (("scenario", "s", "-o", "s.rules"), "`.yaml` or `.md`"),
    ],
)
def test_a_file_that_would_not_be_read_is_not_written(
    lexport: Lexport, project: Path, words: tuple[str, ...], endings: str
) -> None:
    done = lexport("new", *words)
    assert done.code == 2
    assert done.out.startswith(f"error[O101]: `{words[-1]}` would not be read\n")
    assert f"= help: end its name in {endings}\n" in done.out
    assert not (project / words[-1]).exists()


@pytest.mark.parametrize("unseen", ["\x1b[31m", "\u200b", "\u202e"])
def test_what_nobody_sees_is_not_written(lexport: Lexport, project: Path, unseen: str) -> None:
    named = lexport("new", "document", f"a{unseen}b", "-o", "a.md")
    assert (named.code, named.out.splitlines()[1]) == (
        2,
        "   = help: write one without dots, line ends, corner brackets and characters that nobody sees",
    )
    assert lexport("new", "document", "a", "--title", f"a{unseen}b", "-o", "a.md").code == 2
    assert lexport("new", "scenario", f"a{unseen}b", "-o", "a.yaml").code == 2
    assert not list(project.glob("a.*"))


def test_a_file_in_the_way_of_a_folder_is_told_from_the_file_itself(lexport: Lexport, project: Path) -> None:
    (project / "one").write_text("mine")
    done = lexport("new", "document", "d", "-o", "one/d.md")
    assert (done.code, done.out) == (2, "error[O101]: `one/d.md` cannot be written\n")
