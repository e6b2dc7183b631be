"""The map of a question as text: a grid of letters, with numbers for its columns and rows; or as tables in Markdown.

Takes a map, gives text. The letters are those of the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.answers.verdict_map import Cell, VerdictMap
from checker.findings import say
from checker.reports.labels import words
from checker.reports.layout import INDENT, display_width, padded, row, wrapped
from checker.reports.map_words import (
    cell_lines,
    column_words,
    map_title,
    panel_words,
    row_words,
    shown_words,
    verdict_name,
)
from checker.reports.table_markdown import pipe_table, plain
from checker.reports.table_style import letters
from checker.reports.table_words import rulebook_words

_NOT_ASKED = "."


def map_text(told: VerdictMap, language: str, width: int) -> str:
    """Write the map as a grid of letters."""
    head = [*wrapped(map_title(told), width)]
    for one in shown_words(told):
        head += wrapped(one.in_language(language), width, INDENT)
    parts = [head]
    if told.panels:
        parts += [list(_grid(told, number, language)) for number in range(len(told.panels))]
        parts.append(list(_key(told, language, width)))
        parts.append(list(_classes(told.across, column_words(told, language), "", width)))
        parts.append(list(_classes(told.down, row_words(told, language), "", width, lettered=True)))
        parts.append(list(_deciding(told, language, width)))
    parts.append(wrapped(rulebook_words(told.rulebook, told.version, language), width))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def map_markdown(told: VerdictMap, language: str) -> str:
    """Write the map as tables, one for each panel."""
    said = "<br>".join(plain(one.in_language(language).replace("`", "")) for one in shown_words(told))
    parts = [f"**{plain(map_title(told))}**<br>\n{said}"]
    for panel in told.panels:
        if panel.text is not None:
            parts.append(f"**{plain(panel_words(told, panel.text, language))}**")
        body = (
            (text, *(words(language)["clause"].join(cell_lines(told, cell, language)) for cell in cells))
            for text, cells in zip(row_words(told, language), panel.cells, strict=True)
        )
        parts.append(pipe_table((f"{told.down} ↓ {told.across} →", *column_words(told, language)), body))
    parts.append(plain(rulebook_words(told.rulebook, told.version, language)))
    return "\n\n".join(parts) + "\n"


def _grid(told: VerdictMap, number: int, language: str) -> Iterator[str]:
    """Write a panel: columns under their numbers, rows behind their letters."""
    panel, known = told.panels[number], letters(told.verdicts, language)
    cells = [
        [_joined([known[share.verdict] for share in cell.shares]) or _NOT_ASKED for cell in line]
        for line in panel.cells
    ]
    wide = max((display_width(text) for line in cells for text in line), default=1)
    wide = max(wide, len(str(len(told.columns))))
    side = max(map(len, map(_letter, range(len(told.rows)))), default=1)
    if panel.text is not None:
        yield panel_words(told, panel.text, language)
    yield INDENT + " " * side + "".join(f"  {padded(str(n), wide)}" for n in range(1, len(told.columns) + 1)).rstrip()
    for place, line in enumerate(cells):
        yield (INDENT + padded(_letter(place), side) + "".join(f"  {padded(text, wide)}" for text in line)).rstrip()


def _key(told: VerdictMap, language: str, width: int) -> Iterator[str]:
    known = letters(told.verdicts, language)
    named = [f"{letter} {verdict_name(told, number, language)}" for number, letter in enumerate(known)]
    if any(not cell.shares for cell in _cells(told)):
        named.append(f"{_NOT_ASKED} {say('not asked').in_language(language)}")
    yield from wrapped("   ".join(named), width)


def _classes(label: str, texts: Sequence[str], mark: str, width: int, *, lettered: bool = False) -> Iterator[str]:
    names = [_letter(n) if lettered else str(n + 1) for n in range(len(texts))]
    yield f"{label}{mark}"
    for name, text in zip(names, texts, strict=True):
        yield from row(name, [text], max(map(len, names)) + 2, width)


def _deciding(told: VerdictMap, language: str, width: int) -> Iterator[str]:
    """Say cell by cell who decides; cells with the same answers together."""
    found: dict[tuple[str | None, tuple[str, ...]], list[str]] = {}
    for panel in told.panels:
        for place, line in enumerate(panel.cells):
            for column, cell in enumerate(line):
                if cell.shares:
                    found.setdefault((panel.text, cell_lines(told, cell, language)), []).append(
                        f"{column + 1}{_letter(place)}"
                    )
    for (text, lines), cells in found.items():
        named = " ".join(cells) if text is None else f"{panel_words(told, text, language)}: {' '.join(cells)}"
        yield from wrapped(named, width, INDENT)
        yield from (part for line in lines for part in row("", [line], 0, width))


def _cells(told: VerdictMap) -> Iterator[Cell]:
    return (cell for panel in told.panels for line in panel.cells for cell in line)


def _letter(number: int) -> str:
    """Name a row: a to z, then aa."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("a") + rest) + name
    return name


def _joined(letters_: Sequence[str]) -> str:
    """Write the letters of a cell; numbers of more than one digit apart from one another."""
    return ("" if all(len(letter) == 1 for letter in letters_) else "/").join(letters_)
