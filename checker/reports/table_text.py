"""A decision table as text: on a grid where its facts fit beside one another, else row by row.

Takes a table, gives lines of at most a width, as far as names let them be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.answers.table import Table
from checker.findings import say
from checker.reports.labels import words
from checker.reports.layout import INDENT, display_width, padded, row, wrapped
from checker.reports.table_words import (
    Line,
    asked_words,
    heading,
    lines,
    partial_words,
    rulebook_words,
    speaker_words,
)

_GAP = "  "
_WIDEST_CELL = 26
"""In columns; a longer text goes on in the next line of its cell."""
_NARROWEST_CELL = 12
"""With narrower cells than this the table is not laid out as a grid."""


def table_text(table: Table, language: str, width: int) -> str:
    """Write the table."""
    every = list(lines(table, language))
    head = wrapped(heading(table.asked, table.title), width)
    said = [line for one in asked_words(table) for line in wrapped(INDENT + one.in_language(language), width)]
    widths = _widths(table, every, language, width)
    laid = _rows(table, every, language, width) if widths is None else _grid(table, every, language, widths, width)
    body = list(laid) if every else []
    parts = [head + said, body, list(_partial(table, language, width)), list(_speakers(table, language, width))]
    parts.append(wrapped(rulebook_words(table.rulebook, table.version, language), width))
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _heads(table: Table, language: str) -> tuple[str, ...]:
    fixed = (say("verdict"), say("by whom"))
    return ("", *(word.in_language(language) for word in fixed), *table.columns, say("cases").in_language(language))


def _fields(line: Line) -> tuple[str, ...]:
    if not line.is_first:
        return ("", "", "", *line.cells, line.cases)
    return (str(line.number), line.verdict, line.because, *line.cells, line.cases)


def _widths(table: Table, every: Sequence[Line], language: str, width: int) -> list[int] | None:
    """Give each column what it needs, or less where its words fold; None where they do not fit all the same."""
    columns = list(zip(_heads(table, language), *map(_fields, every), strict=True))
    needed = [max(map(display_width, column)) for column in columns]
    longest = [
        max((display_width(word) for text in column for word in text.split(" ")), default=0) for column in columns
    ]
    for limit in range(_WIDEST_CELL, _NARROWEST_CELL - 1, -1):
        found = [max(min(each, limit), least) for each, least in zip(needed, longest, strict=True)]
        if sum(found) + len(_GAP) * (len(found) - 1) <= width:
            return found
    return None


def _grid(table: Table, every: Sequence[Line], language: str, widths: list[int], width: int) -> Iterator[str]:
    yield from _cells(_heads(table, language), widths)
    yield _GAP.join("-" * each for each in widths)
    for line in every:
        yield from _cells(_fields(line), widths)
        for note in line.notes:
            yield from row("", [note], widths[0] + widths[1], width)


def _cells(texts: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    folded = [wrapped(text, width) for text, width in zip(texts, widths, strict=True)]
    for number in range(max(map(len, folded))):
        parts = (padded(f[number] if number < len(f) else "", w) for f, w in zip(folded, widths, strict=True))
        yield _GAP.join(parts).rstrip()


def _rows(table: Table, every: Sequence[Line], language: str, width: int) -> Iterator[str]:
    """Write each row as a block: its verdict, then the facts of each box below one another."""
    label_width = max((display_width(column) for column in table.columns), default=0) + 2
    for line in every:
        if line.is_first:
            if line.number > 1:
                yield ""
            about = f"{line.number}. {line.verdict}"
            headed = words(language)["heading"].format(subject=about, verdict=line.because) if line.because else about
            yield from wrapped(headed, width, INDENT * 2)
        else:
            yield f"{INDENT}-- {say('or').in_language(language)}"
        limits = [(column, text) for column, text in zip(table.columns, line.cells, strict=True) if text]
        for column, text in limits:
            yield from row(column, [text], label_width, width)
        if not limits:
            yield INDENT + say("every case that is asked about").in_language(language)
        for note in line.notes:
            yield from row("", [note], 0, width)
        if line.cases:
            yield from row(say("cases").in_language(language), [line.cases], label_width, width)


def _partial(table: Table, language: str, width: int) -> Iterator[str]:
    for number, partial in partial_words(table):
        said = say("row {number}: {said}", number=number, said=partial)
        yield from wrapped(said.in_language(language), width, INDENT * 2)


def _speakers(table: Table, language: str, width: int) -> Iterator[str]:
    if not table.speakers:
        return
    name_width = max(display_width(speaker.name) for speaker in table.speakers) + 2
    yield say("provisions and known gaps").in_language(language)
    for speaker in table.speakers:
        yield from row(speaker.name, [speaker_words(speaker, language)], name_width, width)
