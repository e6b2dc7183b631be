"""A decision table as a workbook: a sheet of rows with filters, a sheet of the provisions with what they cite.

Takes a table, gives the bytes of a file. Every text is written as text and none as a formula; what a spreadsheet would
read as one, were it typed, is marked as text as well. The writer is the optional package XlsxWriter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from checker.answers.table import Table
from checker.findings import Message, say
from checker.reports.citations import locator_words
from checker.reports.labels import words
from checker.reports.layout import display_width
from checker.reports.table_words import asked_words, heading, lines, partial_words, rulebook_words
from checker.texts import visible

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_000
"""So many characters are written into a cell; a workbook takes 32,767."""
_WIDEST, _NARROWEST = 60, 8
# A file says when it was made; this one says the same whenever it is.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)

Cell = str | int


def table_xlsx(table: Table, language: str) -> bytes:
    """Write the workbook; raises ImportError where XlsxWriter is not installed."""
    from xlsxwriter import Workbook

    written = BytesIO()
    book = Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": heading(table.asked, table.title)[:255], "created": _MADE})
    pen = _Pen(book)
    pen.sheet(_said(say("table"), language), _row_heads(table, language), list(_rows(table, language)))
    pen.sheet(_said(say("provisions"), language), _speaker_heads(language), list(_speakers(table, language)))
    pen.sheet(
        _said(say("about"), language), (_said(say("about"), language),), [(line,) for line in _about(table, language)]
    )
    book.close()
    return written.getvalue()


class _Pen:
    """Writes sheets of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        common = {"valign": "top", "text_wrap": True}
        self._head = book.add_format({**common, "bold": True, "bottom": 1})
        self._plain = book.add_format(common)
        self._quoted = book.add_format({**common, "quote_prefix": True})
        self._number = book.add_format({"valign": "top", "num_format": "#,##0"})

    def sheet(self, name: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Write a sheet whose heads stay in sight."""
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, head in enumerate(heads):
            self._write(sheet, 0, column, head, self._head)
            longest = max((_width(row[column]) for row in (heads, *rows)), default=0)
            sheet.set_column(column, column, max(_NARROWEST, min(_WIDEST, longest + 2)))
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                self._write(sheet, number, column, cell, None)
        sheet.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)

    def _write(self, sheet: Worksheet, row: int, column: int, cell: Cell, form: Format | None) -> None:
        if isinstance(cell, int):
            sheet.write_number(row, column, cell, self._number)
        elif cell:
            text = visible(cell)
            text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            plain = self._quoted if cell.startswith(_FORMULA) else self._plain
            sheet.write_string(row, column, text, form or plain)


def _row_heads(table: Table, language: str) -> tuple[str, ...]:
    fixed = (say("row"), say("verdict"), say("by whom"))
    last = (say("cases"), say("notes"))
    return (*(_said(one, language) for one in fixed), *table.columns, *(_said(one, language) for one in last))


def _rows(table: Table, language: str) -> Iterable[tuple[Cell, ...]]:
    for line in lines(table, language):
        cases = line.cases.replace(",", "")
        # Fifteen digits are all a spreadsheet keeps of a number.
        counted: Cell = int(cases) if cases and len(cases) <= 15 else line.cases
        yield (line.number, line.verdict, line.because, *line.cells, counted, "\n".join(line.notes))


def _speaker_heads(language: str) -> tuple[str, ...]:
    heads = (say("name"), say("title"), say("document"), say("title"), say("number"), say("locator"), say("standing"))
    return tuple(_said(head, language) for head in (*heads, say("written at")))


def _speakers(table: Table, language: str) -> Iterable[tuple[Cell, ...]]:
    label = words(language)
    for speaker in table.speakers:
        for cite in speaker.cites:
            standing = label.get(f"standing.{cite.standing}", cite.standing)
            place = locator_words(cite.locator, label)
            about = (cite.document, cite.title or "", cite.number or "", place, standing)
            yield (speaker.name, speaker.title or "", *about, speaker.at)
        if not speaker.cites:
            yield (speaker.name, speaker.title or "", "", "", "", "", "", speaker.at)


def _about(table: Table, language: str) -> Iterable[str]:
    yield heading(table.asked, table.title)
    yield from (_said(one, language) for one in asked_words(table))
    for number, said in partial_words(table):
        yield _said(say("row {number}: {said}", number=number, said=said), language)
    yield rulebook_words(table.rulebook, table.version, language)
    yield table.digest


def _said(message: Message, language: str) -> str:
    return message.in_language(language)


def _width(cell: Cell) -> int:
    return max(map(display_width, str(cell).split("\n")))
