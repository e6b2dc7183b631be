"""Whole pages: the examples that the language is explained with, and every page of the conformance corpus."""

from collections import Counter
from pathlib import Path

import pytest

from checker.syntax import SourceFile, parse_file

PAGES = Path(__file__).with_name("pages.md")
CORPUS = sorted((Path(__file__).parents[2] / "conformance").glob("[0-9]*.md"))


def test_whole_pages_are_read() -> None:
    page, findings = parse_file(SourceFile("pages.md", PAGES.read_text(encoding="utf-8")))
    assert findings == ()
    assert Counter(type(s).__name__ for s in page.statements) == {
        "RulebookHeader": 1,
        "CodesDeclaration": 1,
        "KindsDeclaration": 1,
        "LevelsDeclaration": 1,
        "RecordDeclaration": 2,
        "FactDeclaration": 3,
        "Definition": 2,
        "Never": 1,
        "DocumentDeclaration": 1,
        "Repeal": 1,
        "NotEncoded": 1,
        "QuestionDeclaration": 5,
        "ProvisionDeclaration": 8,
    }


@pytest.mark.parametrize("page", CORPUS, ids=lambda page: page.stem)
def test_the_corpus_is_read(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    parsed, findings = parse_file(SourceFile(page.name, text))
    if page.name.startswith("60"):
        assert [(f.id, f.span.line) for f in findings if f.span] == [("S107", 10)]
    else:
        assert findings == ()
    assert parsed.statements
    assert len(parsed.scenarios) == text.count("```scenario\n")


def test_the_corpus_is_there() -> None:
    assert len(CORPUS) >= 59
