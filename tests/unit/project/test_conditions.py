"""A condition that was typed, read in the words of a rulebook; and what is wrong with one, by its place in the text."""

from pathlib import Path

import pytest

from checker.project.conditions import TYPED, read_typed
from checker.rulebook.condition_words import condition_words

RULES = """rulebook t { ranks law  governed by day }
fact day : date
record leg { kind/类别 : one of { sea, land }  wet : boolean }
fact legs : list of leg
fact old : boolean
question carry for each part in legs
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "t.rules").write_text(RULES, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("part.kind is sea", "leg.kind is sea"),
        ("part.类别 is sea and not old", "leg.kind is sea and not old"),
        ("part.kind is sea\n  or part.wet", "leg.kind is sea or leg.wet"),
    ],
)
def test_it_speaks_of_the_facts_of_the_question(folder: Path, text: str, words: str) -> None:
    condition = read_typed(folder, "carry", text)
    assert not isinstance(condition, tuple), [str(finding.message) for finding in condition]
    assert condition_words(condition) == words


@pytest.mark.parametrize(
    ("text", "id_", "place"),
    [
        ("part.kind is see", "N201", f"{TYPED}:1:14"),
        ("old and\nwat", "N201", f"{TYPED}:2:1"),
        ("part.kind is", "S107", f"{TYPED}:1:11"),
        ("(old", "S134", f"{TYPED}:1:1"),
        ('old because "so"', "S101", f"{TYPED}:1:5"),
        ("old\nfact further : boolean", "S101", f"{TYPED}:1:1"),
        ("", "S107", f"{TYPED}:1:1"),
    ],
)
def test_a_mistake_has_its_place_in_the_text(folder: Path, text: str, id_: str, place: str) -> None:
    findings = read_typed(folder, "carry", text)
    assert isinstance(findings, tuple)
    assert [(finding.id, str(finding.span)) for finding in findings] == [(id_, place)]


def test_nothing_that_was_typed_is_kept(folder: Path) -> None:
    before = sorted(folder.iterdir())
    read_typed(folder, "carry", "old")
    assert sorted(folder.iterdir()) == before
