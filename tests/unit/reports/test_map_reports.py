"""Maps in every format: each verdict by its letter, its colour and its pattern, and the same as a table."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from msgspec.structs import replace

from checker.answers.verdict_map import Cell, Panel, Share, VerdictMap
from checker.logic import VERDICTS
from checker.logic.decisions import Decision
from checker.reports.map_html import map_html, map_page
from checker.reports.map_svg import map_svg
from checker.reports.map_text import map_markdown, map_text
from checker.reports.table_style import COLOURS, DARK, LETTERS, LIGHT, PATTERNED, VALUES, colours
from checker.reports.table_style import letters as lettered
from tests.golden_lint.formats import page
from tests.unit.answers.tabled import map_of
from tests.unit.reports.drawn import SVG, ids, letters, picture, titles

EVIL = '<script>x</script>&"`*|'


def wide(count: int) -> VerdictMap:
    """Make a map whose one cell has so many values."""
    verdicts = tuple(Decision("decided", (f"v{n}",)) for n in range(count))
    shares = tuple(Share(n, (), ()) for n in range(count))
    told = map_of("class", "day", "sealed")
    return replace(
        told, columns=("day",), rows=("sealed",), panels=(Panel(None, ((Cell(shares),),)),), verdicts=verdicts
    )


def test_each_cell_is_drawn_with_all_its_verdicts() -> None:
    root = picture(map_svg(map_of("enter", "way", "sealed"), "en"))
    assert letters(root)[:8] == ["P", "P", "P", "G", "K", "P", "G", "D"]
    assert titles(root) == [
        "way is road; sealed\npermitted: sealed_goods",
        "way is rail; sealed\npermitted: sealed_goods, by_rail",
        "way is ship; sealed\npermitted: sealed_goods",
        "way is road; not sealed\ngap\nknown-gap: light",
        "way is rail; not sealed\npermitted: by_rail\ngap",
        "way is ship; not sealed\ndiscretion: by_ship",
    ]


def test_a_third_fact_is_named_above_each_map() -> None:
    root = picture(map_svg(map_of("enter", "way", "sealed", by="tonnes"), "en"))
    named = [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "map-fact"]
    assert [text for text in named if text and text.startswith("tonnes")] == ["tonnes <= 9", "tonnes >= 10"]
    assert titles(root)[3] == "way is road; not sealed; tonnes <= 9\nknown-gap: light"


def test_a_third_fact_that_changes_nothing_is_said_to_be_anything() -> None:
    told = map_of("enter", "way", "sealed")
    one = replace(told, by="tonnes", panels=(Panel("", told.panels[0].cells),))
    assert "\ntonnes: anything\n" in map_text(one, "en", 80)
    assert "**tonnes：任意**" in map_markdown(one, "zh")
    assert "tonnes: anything" in [text.text for text in picture(map_svg(one, "en")).iter(f"{SVG}text")]


def test_a_cell_of_any_case_says_only_what_is_decided() -> None:
    told = map_of("enter", "way", "sealed")
    root = picture(map_svg(replace(told, columns=("",), rows=("",), panels=(Panel(None, ((Cell(()),),)),)), "en"))
    assert titles(root) == ["not asked"]


def test_no_name_of_a_fact_runs_into_another_or_out_of_the_picture() -> None:
    told = map_of("enter", "way", "sealed")
    name, text = "declaration.returned_for_reasons_of_quality", "declaration.number is one of those that stand apart"
    root = picture(map_svg(replace(told, down=name, by="x", panels=(Panel(text * 3, told.panels[0].cells),)), "en"))
    drawn = [text for text in root.iter(f"{SVG}text") if text.get("class") == "map-fact"]
    ends = {text.text: float(text.attrib["x"]) + 7 * len(text.text or "") for text in drawn}
    across = next(text for text in drawn if text.text == "way →")
    assert ends[f"{name} ↓"] <= float(across.attrib["x"])
    assert max(ends.values()) <= float(root.attrib["width"])


def test_the_description_is_joined_as_its_language_does() -> None:
    root = picture(map_svg(map_of("enter", "way", "sealed"), "zh"))
    (described,) = (element.text for element in root.iter() if element.get("id") == "map-desc")
    assert described == "横轴为 way，纵轴为 sealed；一格有数种结论的，取决于其他事实"


def test_the_parts_of_a_cell_fill_it() -> None:
    """Seven parts in two rows: together they are as large as the cell, and none lies on another."""
    root = picture(map_svg(wide(7), "en"))
    (cell,) = root.iter(f"{SVG}g")
    *parts, frame = (
        tuple(float(rect.attrib[key]) for key in ("x", "y", "width", "height")) for rect in cell.findall(f"{SVG}rect")
    )
    assert len(parts) == 7
    assert sum(width * height for _, _, width, height in parts) == pytest.approx(frame[2] * frame[3])
    corners = {(x, y) for x, y, _, _ in parts}
    assert len(corners) == 7
    assert all(x >= frame[0] and x + width <= frame[0] + frame[2] + 1e-3 for x, _, width, _ in parts)


def test_every_id_begins_with_the_prefix_and_is_there_once() -> None:
    told = map_of("enter", "way", "sealed")
    found = list(ids(picture(map_svg(told, "en", "atlas-enter"))))
    assert len(set(found)) == len(found) > 0
    assert all(each.startswith("atlas-enter-") for each in found)
    text = map_svg(told, "en", "atlas-enter")
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(found)
    assert all(
        name.startswith("atlas-enter") for names in re.findall(r'class="([^"]+)"', text) for name in names.split()
    )


def test_a_picture_has_a_name_and_a_description() -> None:
    root = picture(map_svg(map_of("enter", "way", "sealed"), "en"))
    assert root.get("role") == "img"
    named = (root.get("aria-labelledby") or "").split()
    texts = {element.get("id"): element.text for element in root.iter() if element.get("id") in named}
    assert texts["map-title"] == "enter: May the goods enter?"
    assert (texts["map-desc"] or "").startswith("way across, sealed down")


def test_what_others_wrote_is_text() -> None:
    told = replace(map_of("enter", "way", "sealed"), title=EVIL, columns=(EVIL, EVIL, EVIL))
    root = picture(map_svg(told, "en"))
    assert any(EVIL in title for title in titles(root))
    assert EVIL in page(map_page(told, "en").replace("url(#", "(#")).words
    assert "<script>" not in map_markdown(told, "en")


def test_the_same_stands_below_as_a_table() -> None:
    read = page(map_page(map_of("enter", "way", "sealed"), "en").replace("url(#", "(#"))
    heads = [attributes.get("scope") for tag, attributes in read.tags if tag == "th"]
    assert heads == ["col", "col", "col", "col", "row", "row"]
    assert "gapknown-gap: light" in read.words


def test_a_piece_of_html_may_stand_in_markdown() -> None:
    assert "\n\n" not in map_html(map_of("enter", "way", "sealed", by="tonnes"), "en", "one")


def test_text_has_a_letter_for_each_verdict() -> None:
    text = map_text(map_of("enter", "way", "sealed"), "en", 88)
    assert "     1   2   3\n  a  P   P   P\n  b  GK  PG  D\n" in text
    assert "P permitted   D discretion   G gap   K known-gap" in text
    assert "1b\n  gap\n  known-gap: light\n" in text


def test_cells_in_which_nothing_is_asked_are_told_apart() -> None:
    told = replace(map_of("enter", "way", "sealed"), panels=(Panel(None, ((Cell(()),) * 3,) * 2),))
    assert ". not asked" in map_text(told, "en", 88)
    assert letters(picture(map_svg(told, "en"))).count("·") == 7


def test_more_than_nine_values_stay_apart() -> None:
    assert "1/2/3/4/5/6/7/8/9/10/11" in map_text(wide(11), "en", 88)


def test_markdown_has_a_table_for_each_map() -> None:
    text = map_markdown(map_of("enter", "way", "sealed", by="tonnes"), "en")
    assert text.count("\n| --- | --- | --- | --- |\n") == 2
    assert "| no | gap | permitted: by_rail; gap | discretion: by_ship |" in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_verdict_has_a_letter_of_its_own(language: str) -> None:
    shown = [word for word in VERDICTS if word not in ("decided", "not-applicable")]
    assert set(LETTERS) == set(COLOURS) == set(shown)
    found = lettered([Decision(word) for word in shown], language)
    assert len(set(found)) == len(shown)


def test_values_have_numbers_and_neighbours_other_colours() -> None:
    verdicts = [Decision("decided", (f"v{n}",)) for n in range(8)]
    assert lettered(verdicts, "en") == tuple(map(str, range(1, 9)))
    shown = colours(verdicts)
    assert all(one != two for one, two in pairwise(shown))


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour, as the guidelines for accessible content define it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("pair", [*COLOURS.values(), *VALUES])
def test_what_stands_on_a_colour_can_be_read(pair: tuple[str, str]) -> None:
    for colour, theme in zip(pair, (LIGHT, DARK), strict=True):
        dark, bright = sorted((luminance(colour), luminance(theme["text"])))
        assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_silence_and_conflict_have_a_pattern_beside_their_letter() -> None:
    assert set(PATTERNED) == {"gap", "known-gap", "conflict"}
    text = map_svg(map_of("enter", "way", "sealed"), "en")
    assert 'fill="url(#map-gap)"' in text
    assert 'fill="url(#map-known-gap)"' in text
