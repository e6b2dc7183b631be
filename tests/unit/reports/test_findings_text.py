"""Findings in text: the example of the style, the caret under every script, what is left out and what is cut."""

import pytest

from checker.findings import Finding, Related, Span, say
from checker.reports.findings_json import findings_json
from checker.reports.findings_text import findings_text
from checker.reports.layout import display_width


def finding(column: int, end: int, *, line: int = 1, end_line: int | None = None, remedy: str = "") -> Finding:
    place = Span("f", line, column, end_line or line, end)
    return Finding("N201", say("not known"), place, help=say(remedy) if remedy else None)


def excerpt(found: Finding, source: str) -> list[str]:
    """Return the lines of source and caret."""
    return findings_text([found], {"f": source}).splitlines()[2:4]


def test_the_example_of_the_style() -> None:
    found = Finding(
        "N201",
        say("no field of `decl` is named `clearence_mode`"),
        Span("rules/zones/gacc-2015-47.md", 41, 13, 41, 27),
        say("not in the vocabulary"),
        say("write `clearance_mode`, declared at rules/vocabulary.rules:12:6"),
        (Related(Span("rules/vocabulary.rules", 12, 6, 12, 20), say("declared here")),),
    )
    page = "\n" * 40 + "  when decl.clearence_mode is regional_integration\n"
    assert findings_text([found], {"rules/zones/gacc-2015-47.md": page}) == (
        "rules/zones/gacc-2015-47.md:41:13: error[N201]: no field of `decl` is named `clearence_mode`\n"
        "   |\n"
        "41 |   when decl.clearence_mode is regional_integration\n"
        "   |             ^^^^^^^^^^^^^^ not in the vocabulary\n"
        "   = see: rules/vocabulary.rules:12:6: declared here\n"
        "   = help: write `clearance_mode`, declared at rules/vocabulary.rules:12:6\n"
    )


def test_wide_characters_take_two_columns_before_and_below_the_caret() -> None:
    # `当「` are four columns wide, `通关` as many, `，` two.
    assert excerpt(finding(3, 5), "当「通关」，准予") == ["1 | 当「通关」，准予", "  |     ^^^^"]


def test_a_combining_mark_takes_no_column() -> None:
    assert excerpt(finding(3, 4), "e\u0301x") == ["1 | e\u0301x", "  |  ^"]


def test_a_tab_takes_one_column_above_and_below() -> None:
    assert excerpt(finding(2, 4), "\tok") == ["1 |  ok", "  |  ^^"]


def test_a_place_without_extent_gets_one_caret_even_past_the_end() -> None:
    assert excerpt(finding(3, 3), "ok") == ["1 | ok", "  |   ^"]
    assert excerpt(finding(1, 1, line=2), "ok\n") == ["2 |", "  | ^"]


def test_a_place_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert excerpt(finding(4, 2, end_line=3), "is here\nx\ny") == ["1 | is here", "  |    ^^^^"]


def test_a_long_line_is_cut_on_both_sides_and_the_caret_stays_under_its_word() -> None:
    source, caret = excerpt(finding(301, 306), "字" * 300 + "wrong" + "字" * 300)
    shown = source.removeprefix("1 | ")
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert display_width(shown) <= 100
    before, _, _ = source.partition("wrong")
    assert caret == "  |" + " " * (display_width(before) - 3) + "^^^^^"


def test_without_its_text_a_finding_has_no_excerpt() -> None:
    assert findings_text([finding(1, 2, remedy="try")], {}) == "f:1:1: error[N201]: not known\n   = help: try\n"
    assert findings_text([finding(1, 2, line=9)], {"f": "one line"}) == "f:9:1: error[N201]: not known\n"


def test_without_a_place_a_finding_is_one_line() -> None:
    assert findings_text([Finding("S105", say("there is no rulebook here"))], {}) == (
        "error[S105]: there is no rulebook here\n"
    )


def test_help_of_several_lines_stays_in_its_column() -> None:
    assert findings_text([finding(1, 2, remedy="write\n  `x`")], {}).splitlines()[1:] == [
        "   = help: write",
        "       `x`",
    ]


def test_in_chinese_place_severity_and_id_are_the_same() -> None:
    assert findings_text([finding(1, 2, remedy="indent with blanks")], {}, "zh").splitlines() == [
        "f:1:1: error[N201]: 未知",
        "   = 建议: 用空格缩进",
    ]


def test_what_is_said_under_the_caret_and_of_other_places_is_chinese_too() -> None:
    place = Span("p.yaml", 1, 1, 1, 5)
    first = Related(Span("p.yaml", 1, 7, 1, 9), say("given here first"))
    found = Finding("F403", say("`{name}` is given twice", name="mode"), place, say("again"), None, (first,))
    assert findings_text([found], {"p.yaml": "mode: x"}, "zh") == (
        "p.yaml:1:1: error[F403]: `mode` 填写了两次\n"
        "  |\n"
        "1 | mode: x\n"
        "  | ^^^^ 再次出现\n"
        "  = 参见: p.yaml:1:7: 首次填写于此\n"
    )


@pytest.mark.parametrize(
    ("source", "said"),
    [("plan: p\nfacts: {信用: B}", "未知"), ("plan: p\nfacts: {credit: B}", "not known"), ("条款 p 当 q", "未知")],
)
def test_without_a_language_a_finding_is_in_that_of_its_file(source: str, said: str) -> None:
    assert findings_text([finding(1, 2)], {"f": source}).startswith(f"f:1:1: error[N201]: {said}\n")
    assert findings_text([finding(1, 2)], {"f": source}, "en").startswith("f:1:1: error[N201]: not known\n")
    (in_json,) = findings_json([finding(1, 2)], {"f": source})
    assert in_json["message"] == said


def test_without_a_language_and_a_file_a_finding_is_in_english() -> None:
    assert findings_text([Finding("N201", say("not known"))], {"f": "条款 p 当 q"}) == "error[N201]: not known\n"
