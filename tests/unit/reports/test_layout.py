"""Width and wrapping where wide characters take two columns."""

import pytest

from checker.reports.layout import display_width, padded, row, wrapped


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("ab", 2), ("通关", 4), ("（a）", 5), ("é", 1), ("ｱ", 1)])
def test_display_width(text: str, columns: int) -> None:
    assert display_width(text) == columns


def test_padding_counts_columns() -> None:
    assert padded("惯例", 6) + "|" == "惯例  |"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 100, ["one two three"]),
        ("没有条款作出规定", 8, ["没有条款", "作出规定"]),
        ("没有条款，作出", 8, ["没有条", "款，作出"]),
        ("条款（甲）", 7, ["条款", "（甲）"]),
        ("rules/zones/47.md:41 x", 8, ["rules/zones/47.md:41", "x"]),
        ("", 8, [""]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_further_lines_hang() -> None:
    assert wrapped("one two three", 7, "  ") == ["one two", "  three"]


def test_a_row_has_its_label_once_and_keeps_blanks_before_a_text() -> None:
    assert row("label", ["one two", "  three four"], 7, 16) == [
        "  label  one two",
        "           three",
        "               four",
    ]
