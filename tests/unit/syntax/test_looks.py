"""Names with letters that pass for others, and lines and names that are too long."""

from __future__ import annotations

import pytest

from checker.syntax import SourceFile, parse_file
from checker.syntax.chinese import LONGEST_NAME, first_keyword, proposed_split
from checker.syntax.looks import LONGEST_LINE
from checker.texts import MOST_MISTAKES


def told(text: str) -> list[tuple[str, str, str]]:
    _, findings = parse_file(SourceFile("t.rules", text))
    return [(f.id, str(f.span).removeprefix("t.rules:"), str(f.message)) for f in findings]


@pytest.mark.parametrize(
    ("name", "column", "why"),
    [
        ("se\u0430led", 8, "`se\u0430led` mixes scripts: `\u0430` is U+0430 CYRILLIC SMALL LETTER A"),
        ("\u0430\u0431\u0432d", 6, "`\u0430\u0431\u0432d` mixes scripts: `\u0430` is U+0430 CYRILLIC SMALL LETTER A"),
        ("m\u03bfde", 7, "`m\u03bfde` mixes scripts: `\u03bf` is U+03BF GREEK SMALL LETTER OMICRON"),
        ("\uff41bc", 6, "`\uff41bc` mixes scripts: `\uff41` is U+FF41 FULLWIDTH LATIN SMALL LETTER A"),
        ("\u0410类", 6, "`\u0410类` mixes scripts: `\u0410` is U+0410 CYRILLIC CAPITAL LETTER A"),
        ("「\u2f00般」", 7, "`\u2f00般` mixes scripts: `\u2f00` is U+2F00 KANGXI RADICAL ONE"),
        ("「a\u200db」", 8, "U+200D in a name is invisible"),
        ("甲\ufe00", 7, "U+FE00 in a name is invisible"),
    ],
)
def test_a_letter_that_passes_for_another_is_named(name: str, column: int, why: str) -> None:
    assert ("S193", f"1:{column}", why) in told(f"fact {name} : boolean")


@pytest.mark.parametrize(
    "name", ["A类企业", "B2B出口", "груз", "café", "cafe\u0301", "Łódź", "「税则 HS」", "々〇", "ハブa"]
)
def test_letters_that_belong_together_are_no_mistake(name: str) -> None:
    assert told(f"fact {name} : boolean") == []


def test_texts_and_comments_may_hold_any_letters() -> None:
    assert told('question q "se\u0430led" # m\u03bfde') == []


def test_it_is_told_where_a_name_is_used_too() -> None:
    """A misread letter in a use alone would be told as an unknown name that looks like the known one."""
    found = told("fact sealed : boolean\ndefine d = se\u0430led")
    assert [(id_, place) for id_, place, _ in found] == [("S193", "2:14")]


@pytest.mark.parametrize("more", [0, 1])
def test_how_long_a_name_may_be(more: int) -> None:
    found = told(f"fact {'n' * (LONGEST_NAME + more)} : boolean")
    assert found == [("S190", "1:6", "name of more than 200 characters")] * more


@pytest.mark.parametrize("more", [0, 1])
def test_how_long_a_line_may_be(more: int) -> None:
    found = told("\n#" + "x" * (LONGEST_LINE - 1 + more))
    assert found == [("S190", "2:1", "line of more than 10000 characters")] * more


def test_a_run_of_chinese_that_no_name_could_be_costs_nothing() -> None:
    """Every place of a run was tried for a numeral that reaches to its end: half a minute for one line."""
    run = "第一条" * 30_000
    assert first_keyword(run) is None
    assert proposed_split(run) is None


def test_reading_ends_behind_many_mistakes_and_says_so() -> None:
    found = told("provision p cites when\n" * (MOST_MISTAKES * 2))
    assert len(found) == MOST_MISTAKES + 1
    assert found[-1][::2] == ("S190", "more than 1000 mistakes: what follows is not read")


def test_so_it_does_within_one_statement() -> None:
    inner = "provision p cites when\n" * (MOST_MISTAKES * 2)
    found = told(f"under cites d {{\n{inner}}}")
    assert found[-1][0] == "S190"
    assert len(found) == MOST_MISTAKES + 1


def test_a_page_is_read_on_until_then() -> None:
    block = "```rules\n" + "provision p cites when\n" * (MOST_MISTAKES - 1) + "```\n"
    _, findings = parse_file(SourceFile("t.md", block * 4))
    assert MOST_MISTAKES < len(findings) <= 2 * MOST_MISTAKES
