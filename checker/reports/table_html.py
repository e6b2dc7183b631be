"""A decision table as HTML: a piece for another page, or a page that needs nothing else.

Takes a table, gives markup without blank lines, so that it may stand in Markdown too. No script; the table scrolls in
a box of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.answers.table import Speaker, Table
from checker.findings import say
from checker.reports.finding_html import escaped, inline
from checker.reports.html_page import LANG, html_page, said_html
from checker.reports.table_style import PAGE_STYLE, STYLE
from checker.reports.table_words import (
    Line,
    asked_words,
    heading,
    lines,
    partial_words,
    rulebook_words,
    speaker_words,
)

_NUMBER = ' class="lx-number"'


def table_html(table: Table, language: str) -> str:
    """Write the table as a piece of a page that has the `STYLE` of `table_style`."""
    return "\n".join(_table(table, language))


def table_page(table: Table, language: str) -> str:
    """Write the table as a page of its own, with a line break at the end."""
    rulebook = rulebook_words(table.rulebook, table.version, language)
    title, below = heading(table.asked, table.title), (rulebook, table.digest)
    return html_page(title, f"{PAGE_STYLE}{STYLE}", [table_html(table, language)], language, below)


def speakers_html(speakers: Iterable[Speaker], language: str) -> str:
    """Write what provisions and known gaps are called and cite, as a list of terms."""
    terms = (
        f"<dt><code>{escaped(speaker.name)}</code></dt><dd>{escaped(speaker_words(speaker, language))}</dd>"
        for speaker in speakers
    )
    return f"<dl>{''.join(terms)}</dl>"


def scrolling(label: str, body: str) -> str:
    """Put what may be wider than its page into a box that scrolls, by the keyboard too."""
    return f'<div class="lx-scroll" role="group" aria-label="{escaped(label)}" tabindex="0">\n{body}\n</div>'


def _table(table: Table, language: str) -> Iterator[str]:
    yield f'<div class="lx" lang="{LANG[language]}">'
    yield from (f"<p>{said_html(words, language)}</p>" for words in asked_words(table))
    every = list(lines(table, language))
    if every:
        yield scrolling(heading(table.asked, table.title), "\n".join(_rows(table, every, language)))
    for number, words in partial_words(table):
        yield f"<p>{said_html(say('row {number}: {said}', number=number, said=words), language)}</p>"
    if table.speakers:
        summary = said_html(say("provisions and known gaps"), language)
        yield f"<details><summary>{summary}</summary>{speakers_html(table.speakers, language)}</details>"
    yield "</div>"


def _rows(table: Table, every: list[Line], language: str) -> Iterator[str]:
    has_cases = any(line.cases for line in every)
    has_notes = any(line.notes for line in every)
    yield "<table>"
    yield f"<caption>{escaped(heading(table.asked, table.title))}</caption>"
    heads = [say("row"), say("verdict"), say("by whom")]
    cells = [
        f'<th scope="col"{_NUMBER if n == 0 else ""}>{said_html(head, language)}</th>' for n, head in enumerate(heads)
    ]
    cells += [f'<th scope="col"><code>{escaped(column)}</code></th>' for column in table.columns]
    cells += [f'<th scope="col" class="lx-number">{said_html(say("cases"), language)}</th>'] if has_cases else []
    cells += [f'<th scope="col">{said_html(say("notes"), language)}</th>'] if has_notes else []
    yield f"<thead><tr>{''.join(cells)}</tr></thead>"
    for line in every:
        if line.is_first:
            yield "<tbody>"
        yield f"<tr>{''.join(_cells(line, has_cases=has_cases, has_notes=has_notes))}</tr>"
        if line.is_last:
            yield "</tbody>"
    yield "</table>"


def _cells(line: Line, *, has_cases: bool, has_notes: bool) -> Iterator[str]:
    if line.is_first:
        span = f' rowspan="{line.lines}"' if line.lines > 1 else ""
        yield f'<th scope="rowgroup" class="lx-number"{span}>{line.number}</th>'
        yield f'<td class="lx-{line.word}"{span}>{escaped(line.verdict)}</td>'
        yield f"<td{span}><code>{escaped(line.because)}</code></td>"
    yield from (f"<td>{f'<code>{escaped(cell)}</code>' if cell else ''}</td>" for cell in line.cells)
    if has_cases:
        yield f'<td class="lx-number">{line.cases}</td>'
    if has_notes:
        yield f"<td>{'<br>'.join(map(inline, line.notes))}</td>"
