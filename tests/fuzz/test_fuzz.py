"""The targets of the fuzzer on texts drawn by Hypothesis, and on the corpus that the guided fuzzer left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.sentences import spoilt, spoilt_bytes, statements
from tests.fuzz.targets import BOOK, OFFICES, TARGETS
from tests.literate_pages import ROOT, corpus

CORPUS = Path(__file__).parent / "corpus"
INPUTS = [path for target in TARGETS for path in sorted((CORPUS / target).iterdir())]
PAGES = [page.text for page in corpus()]
LAW = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "rules").rglob("*.md"))]
PLANS = [text for page in PAGES for text in re.findall(r"^```scenario\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)]
PLANS += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "rules" / "scenarios").glob("*.yaml"))]
SETTINGS = "rules: law\nlanguage: zh\nfail-on: warning\nseverity: {D108: off}\n"


@st.composite
def stretches(draw: st.DrawFn, texts: list[str], most: int = 3_000) -> str:
    """Draw a stretch of whole lines of one of our texts."""
    text = draw(st.sampled_from(texts))
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    start = draw(st.sampled_from(starts))
    return text[start : start + most]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_the_fuzzer_found_does_no_harm(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_the_corpus_is_small_and_is_text() -> None:
    assert {path.parent.name for path in INPUTS} == set(TARGETS)
    assert sum(path.stat().st_size for path in INPUTS) < 1_000_000


@settings(max_examples=60)
@given(statements())
def test_whatever_the_grammar_allows(text: str) -> None:
    TARGETS["rules"](text.encode())


@settings(max_examples=60)
@given(statements().flatmap(spoilt))
def test_what_the_grammar_allows_with_words_spoilt(text: str) -> None:
    TARGETS["rules"](text.encode())


@settings(max_examples=60)
@given(stretches([*PAGES, *LAW, BOOK]).flatmap(spoilt))
def test_our_own_files_with_words_spoilt(text: str) -> None:
    TARGETS["rules"](text.encode())


@settings(max_examples=60)
@given(stretches([*PAGES, *LAW, BOOK], 500).flatmap(spoilt_bytes))
def test_our_own_files_with_bytes_spoilt(data: bytes) -> None:
    TARGETS["rules"](data)


@settings(max_examples=100)
@given(stretches(PLANS).flatmap(spoilt))
def test_plans_with_words_spoilt(text: str) -> None:
    TARGETS["plan"](text.encode())


@settings(max_examples=100)
@given(stretches(PLANS, 500).flatmap(spoilt_bytes))
def test_plans_with_bytes_spoilt(data: bytes) -> None:
    TARGETS["plan"](data)


@settings(max_examples=50)
@given(st.sampled_from([("settings", SETTINGS), ("table", OFFICES)]), st.data())
def test_settings_and_tables_with_anything_spoilt(one: tuple[str, str], data: st.DataObject) -> None:
    target, text = one
    TARGETS[target](data.draw(spoilt(text)).encode())
    TARGETS[target](data.draw(spoilt_bytes(text)))
