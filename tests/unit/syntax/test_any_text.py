"""Whatever the text, the parser gives statements and findings and never fails."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.syntax import SourceFile, keywords, parse_file, parse_rules, proposed_split
from checker.syntax.chinese import first_keyword
from tests.unit.syntax.test_law import PAGES
from tests.unit.syntax.test_twins import PAIRS

BLOCKS = PAGES.read_text(encoding="utf-8").split("```rules\n")[1:]
VALID = tuple(text for pair in PAIRS.values() for text in pair) + tuple(b.partition("```")[0] for b in BLOCKS)
MARKS = '{}()（）｛｝:：,，、;；./=<>+-*"“”「」#%\n\r\t \u3000\ufeff?'
WORDS = tuple(spelling for keyword in keywords() for spelling in keyword.spellings)
LEXEMES = st.sampled_from(
    (*WORDS, *MARKS, "..", "<=", ">=", "a", "b.c", "「d」", "「e.f」", "14", "2.5", "2015-10-01", "2015-10-01 12:30",
     '"x"', "第4项", "甲", "方式为海", "```rules\n", "```\n", "\n")
)  # fmt: skip
ANY_TEXT = st.one_of(
    st.text(max_size=200),
    st.lists(LEXEMES, max_size=60).map(" ".join),
    st.lists(LEXEMES, max_size=60).map("".join),
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Take a valid text and cut, double, swap or put in a stretch of it, a few times."""
    text = draw(st.sampled_from(VALID))
    for _ in range(draw(st.integers(1, 3))):
        start, end = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        piece = draw(st.sampled_from(("", text[start:end] * 2, text[start:end][::-1], " ", "}", '"')) | LEXEMES)
        text = text[:start] + piece + text[end:]
    return text


def check(text: str) -> None:
    for path in ("any.rules", "any.md"):
        page, findings = parse_file(SourceFile(path, text))
        assert parse_file(SourceFile(path, text)) == (page, findings)
        lines = text.split("\n")
        for span in [f.span for f in findings] + [s.span for s in page.statements]:
            assert span is not None
            assert 1 <= span.line <= span.end_line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1
            assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
            assert (span.line, span.column) <= (span.end_line, span.end_column)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read_or_reported(text: str) -> None:
    check(text)


@settings(max_examples=300, deadline=None)
@given(mutated())
def test_any_mutation_of_a_valid_text_is_read_or_reported(text: str) -> None:
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from((*WORDS, "甲", "12", "b")), max_size=12).map("".join))
def test_any_run_is_split_without_loss(run: str) -> None:
    word = first_keyword(run) if run else None
    assert word is None or run.startswith(word[1])
    split = proposed_split(run)
    assert split is None or re.sub("[「」]", "", split) == run


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([k.chinese[0] for k in keywords() if k.chinese]), min_size=1, max_size=8))
def test_a_run_of_keywords_is_always_parted(words: list[str]) -> None:
    assert first_keyword("".join(words)) is not None


@pytest.mark.parametrize(
    "text", ["\ud800", "fact \x00 : date", "\u2028fact a : date", "「\ud800」", "١٢", "²", "fact ² : date"]
)
def test_odd_characters(text: str) -> None:
    check(text)


def test_what_is_mutated_is_valid() -> None:
    assert all(parse_rules(text)[1] == () for text in VALID)
