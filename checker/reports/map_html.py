"""The map of a question as HTML: the picture in a box that scrolls, and the same as a table for who cannot see it.

Takes a map, gives a piece for another page, or a page that needs nothing else. No script.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.answers.verdict_map import Panel, VerdictMap
from checker.findings import say
from checker.reports.finding_html import escaped, inline
from checker.reports.html_page import LANG, html_page, said_html
from checker.reports.map_svg import map_svg
from checker.reports.map_words import cell_lines, column_words, map_title, panel_words, row_words, shown_words
from checker.reports.table_html import scrolling, speakers_html
from checker.reports.table_style import PAGE_STYLE, STYLE
from checker.reports.table_words import rulebook_words


def map_html(told: VerdictMap, language: str, prefix: str = "map") -> str:
    """Write the map as a piece of a page that has the `STYLE` of `table_style`."""
    return "\n".join(_map(told, language, prefix))


def map_page(told: VerdictMap, language: str) -> str:
    """Write the map as a page of its own, with a line break at the end."""
    rulebook = rulebook_words(told.rulebook, told.version, language)
    below = (rulebook, told.digest)
    return html_page(map_title(told), f"{PAGE_STYLE}{STYLE}", [map_html(told, language)], language, below)


def _map(told: VerdictMap, language: str, prefix: str) -> Iterator[str]:
    yield f'<div class="lx" lang="{LANG[language]}">'
    yield from (f"<p>{said_html(words, language)}</p>" for words in shown_words(told))
    if told.panels:
        yield f"<figure>{scrolling(map_title(told), map_svg(told, language, prefix))}</figure>"
        same = say("the same as a table").in_language(language)
        yield f"<details><summary>{inline(same)}</summary>"
        for panel in told.panels:
            # Its box bears another name than that of the picture, and of every other panel.
            yield scrolling(f"{_caption(told, panel, language)}: {same}", "\n".join(_table(told, panel, language)))
        yield "</details>"
    if told.speakers:
        summary = said_html(say("provisions and known gaps"), language)
        yield f"<details><summary>{summary}</summary>{speakers_html(told.speakers, language)}</details>"
    yield "</div>"


def _table(told: VerdictMap, panel: Panel, language: str) -> Iterator[str]:
    yield "<table>"
    yield f"<caption>{escaped(_caption(told, panel, language))}</caption>"
    heads = "".join(f'<th scope="col"><code>{escaped(text)}</code></th>' for text in column_words(told, language))
    corner = f'<th scope="col"><code>{escaped(told.down)}</code> ↓ <code>{escaped(told.across)}</code> →</th>'
    yield f"<thead><tr>{corner}{heads}</tr></thead>"
    yield "<tbody>"
    for text, cells in zip(row_words(told, language), panel.cells, strict=True):
        said = ("<br>".join(map(escaped, cell_lines(told, cell, language))) for cell in cells)
        yield f'<tr><th scope="row"><code>{escaped(text)}</code></th>{"".join(f"<td>{one}</td>" for one in said)}</tr>'
    yield "</tbody>"
    yield "</table>"


def _caption(told: VerdictMap, panel: Panel, language: str) -> str:
    named = panel_words(told, panel.text, language)
    return ": ".join(part for part in (map_title(told), named) if part)
