"""The map of a question as a picture: one `<svg>` that needs nothing else, in any page or alone.

Takes a map, gives markup without blank lines. No script: a cell says on pointing at it what is decided there and by
whom. A verdict has a letter beside its colour, and what is no answer a pattern.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from checker.answers.verdict_map import Cell, Panel, VerdictMap
from checker.findings import say
from checker.reports.labels import words
from checker.reports.layout import display_width
from checker.reports.map_words import (
    cell_lines,
    column_words,
    map_title,
    panel_words,
    row_words,
    shown_words,
    verdict_name,
)
from checker.reports.table_style import DARK, FONTS, LIGHT, PATTERNED, colours, letters
from checker.texts import visible

# Lengths in pixels: of a narrow character, a line, the margin; the least and the most for labels and cells; one verdict
# of several in a cell. `_TALLEST` counts lines.
_UNIT = 7.0
_LINE = 16
_PAD = 10
_LEAST_LABELS, _WIDEST_LABELS = 100, 190
_TALLEST = 6
_LEAST_CELL, _WIDEST_CELL = 68, 160
_LEAST_HEIGHT = 44
_PART = 30
_PARTS_IN_A_ROW = 4


def map_svg(told: VerdictMap, language: str, prefix: str = "map") -> str:
    """Draw the map; every id in it begins with the prefix."""
    return "\n".join(_Drawing(told, language, prefix).lines())


class _Drawing:
    """Draws one map: panel below panel, then the key."""

    def __init__(self, told: VerdictMap, language: str, prefix: str) -> None:
        self._told, self._language, self._prefix = told, language, prefix
        self._letters = letters(told.verdicts, language)
        self._columns, self._rows = column_words(told, language), row_words(told, language)
        self._cell = self._cell_width()
        longest = max(map(_wide, self._rows), default=0)
        labels = min(_WIDEST_LABELS, max(_LEAST_LABELS, longest + 12))
        self._labels = int(max(labels, _wide(f"{told.down} ↓") + 12))  # the names of the facts stand on one line
        self._heads = [_folded(text, self._cell - 8) for text in self._columns]
        self._sides = [_folded(text, self._labels - 12) for text in self._rows]
        self._head = max(map(len, self._heads), default=0) * _LINE + 8
        self._heights = [self._row_height(number) for number in range(len(self._rows))]
        self._key = list(self._key_entries())
        key = max((x + width for x, _, width in self._places()), default=0)
        title = _wide(f"{told.across} →") + self._labels + _PAD
        grid = _PAD * 2 + self._labels + self._cell * len(self._columns)
        self._width = int(max(grid, key + _PAD, title, *(_wide(text) + 2 * _PAD for text in self._heading_words())))

    def lines(self) -> Iterator[str]:
        drawn: list[str] = []
        y = _PAD
        for number, panel in enumerate(self._told.panels):
            drawn += self._panel(panel, number, y)
            y += self._panel_height()
        key = list(self._key_lines(y))
        last = max((row for _, row, _ in self._places()), default=0)
        height = y + (last + 1) * 28 + _PAD if self._key else y + _PAD
        yield from self._opening(height)
        yield f'<rect class="{self._prefix}-ground" width="{self._width}" height="{height}"/>'
        yield from drawn
        yield from key
        yield "</svg>"

    def _opening(self, height: int) -> Iterator[str]:
        p = self._prefix
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="{p}-svg" width="{self._width}" height="{height}" '
            f'viewBox="0 0 {self._width} {height}" role="img" aria-labelledby="{p}-title {p}-desc">'
        )
        yield f'<title id="{p}-title">{_text(map_title(self._told))}</title>'
        clause = words(self._language)["clause"]
        said = clause.join(one.in_language(self._language) for one in shown_words(self._told)).replace("`", "")
        yield f'<desc id="{p}-desc">{_text(said)}</desc>'
        yield f"<style>{self._style()}</style>"
        yield "<defs>"
        for word, drawn in _PATTERNS.items():
            yield (
                f'<pattern id="{p}-{word}" width="8" height="8" patternUnits="userSpaceOnUse">'
                f'<path class="{p}-mark" d="{drawn}"/></pattern>'
            )
        yield "</defs>"

    def _style(self) -> str:
        p = self._prefix
        pairs = colours(self._told.verdicts)
        light = " ".join(f".{p}-v{n} {{ fill: {pair[0]}; }}" for n, pair in enumerate(pairs))
        dark = " ".join(f".{p}-v{n} {{ fill: {pair[1]}; }}" for n, pair in enumerate(pairs))
        return (
            f".{p}-svg text {{ font: 13px {FONTS}; "
            f"fill: {LIGHT['text']}; }} .{p}-svg .{p}-fact {{ font-weight: 600; }} "
            f".{p}-svg .{p}-letter {{ font-weight: 700; font-size: 15px; text-anchor: middle; }} "
            f".{p}-ground {{ fill: {LIGHT['ground']}; }} .{p}-line {{ fill: none; stroke: {LIGHT['line']}; }} "
            f".{p}-mark {{ fill: none; stroke: {LIGHT['line']}; stroke-width: 1; opacity: .55; }} {light} "
            f"@media (prefers-color-scheme: dark) {{ .{p}-svg text {{ fill: {DARK['text']}; }} "
            f".{p}-ground {{ fill: {DARK['ground']}; }} .{p}-line {{ stroke: {DARK['line']}; }} "
            f".{p}-mark {{ stroke: {DARK['line']}; }} {dark} }}"
            f" @media print {{ .{p}-svg {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }} }}"
        )

    def _panel(self, panel: Panel, number: int, y: int) -> list[str]:
        p, told = self._prefix, self._told
        found: list[str] = []
        if panel.text is not None:
            found.append(_words(_PAD, y + 14, panel_words(told, panel.text, self._language), f"{p}-fact"))
            y += _LINE + 6
        left = _PAD + self._labels
        found.append(_words(left, y + 14, f"{told.across} →", f"{p}-fact"))
        found.append(_words(_PAD, y + 14, f"{told.down} ↓", f"{p}-fact"))
        y += _LINE + 6
        for column, folded in enumerate(self._heads):
            found += _lines_of(left + column * self._cell + 4, y + 14, folded, self._columns[column])
        y += self._head
        for row, (folded, height) in enumerate(zip(self._sides, self._heights, strict=True)):
            found += _lines_of(_PAD, y + 18, folded, self._rows[row])
            for column, cell in enumerate(panel.cells[row]):
                found += self._drawn(cell, (left + column * self._cell, y), height, (number, row, column))
            y += height
        return found

    def _heading_words(self) -> Iterator[str]:
        return (panel_words(self._told, panel.text, self._language) for panel in self._told.panels)

    def _panel_height(self) -> int:
        above = _LINE + 6 if self._told.by is not None else 0
        return above + _LINE + 6 + self._head + sum(self._heights) + 2 * _PAD

    def _drawn(self, cell: Cell, at: tuple[int, int], height: int, place: tuple[int, int, int]) -> Iterator[str]:
        """Draw a cell: a part for each of its verdicts, and what it says on pointing at it."""
        (x, y), p, told = at, self._prefix, self._told
        panel, row, column = place
        text = told.panels[panel].text
        about = [told.columns[column], told.rows[row], *([text] if text else [])]
        where = words(self._language)["clause"].join(part for part in about if part)
        said = (*([where] if where else []), *cell_lines(told, cell, self._language))
        yield f"<g><title>{'&#10;'.join(map(_text, said))}</title>"
        if not cell.shares:
            middle = f'x="{x + self._cell / 2:g}" y="{y + height / 2 + 5:g}"'
            yield f'<rect class="{p}-ground" x="{x}" y="{y}" width="{self._cell}" height="{height}"/>'
            yield f'<text class="{p}-letter" {middle}>·</text>'
        for share, (left, top, width, tall) in zip(
            cell.shares, _parts(at, self._cell, height, len(cell.shares)), strict=True
        ):
            box = f'x="{left:g}" y="{top:g}" width="{width:g}" height="{tall:g}"'
            yield from self._filled(share.verdict, box)
            yield (
                f'<text class="{p}-letter" x="{left + width / 2:g}" y="{top + tall / 2 + 5:g}">'
                f"{self._letters[share.verdict]}</text>"
            )
        yield f'<rect class="{p}-line" x="{x}" y="{y}" width="{self._cell}" height="{height}"/></g>'

    def _filled(self, verdict: int, box: str) -> Iterator[str]:
        p, word = self._prefix, self._told.verdicts[verdict].word
        yield f'<rect class="{p}-v{verdict}" {box}/>'
        if word in PATTERNED:
            yield f'<rect fill="url(#{p}-{word})" {box}/>'

    def _key_entries(self) -> Iterator[str]:
        for number in range(len(self._told.verdicts)):
            yield verdict_name(self._told, number, self._language)
        if any(not cell.shares for panel in self._told.panels for line in panel.cells for cell in line):
            yield say("not asked").in_language(self._language)

    def _places(self) -> Iterator[tuple[int, int, int]]:
        """Place the entries of the key beside one another, and below where there is no room."""
        room = max(_PAD * 2 + self._labels + self._cell * len(self._columns), 360)
        x, row = _PAD, 0
        for text in self._key:
            width = int(_wide(text)) + 48
            if x > _PAD and x + width > room:
                x, row = _PAD, row + 1
            yield x, row, width
            x += width

    def _key_lines(self, y: int) -> Iterator[str]:
        p = self._prefix
        for number, (text, (x, row, _)) in enumerate(zip(self._key, self._places(), strict=True)):
            top = y + row * 28
            box = f'x="{x}" y="{top}" width="24" height="22"'
            is_verdict = number < len(self._letters)
            yield from self._filled(number, box) if is_verdict else ()
            letter = self._letters[number] if is_verdict else "·"
            yield f'<rect class="{p}-line" {box}/><text class="{p}-letter" x="{x + 12}" y="{top + 16}">{letter}</text>'
            yield _words(x + 30, top + 16, text)

    def _cell_width(self) -> int:
        """Give a column what its longest word needs, within bounds, and its parts room beside one another."""
        longest = max((_wide(word) for text in self._columns for word in text.split(" ")), default=0)
        parts = min(_PARTS_IN_A_ROW, self._most_shares(range(len(self._rows))))
        return int(min(_WIDEST_CELL, max(_LEAST_CELL, longest + 12, parts * _PART)))

    def _row_height(self, row: int) -> int:
        rows = -(-self._most_shares([row]) // _PARTS_IN_A_ROW)
        return max(_LEAST_HEIGHT, len(self._sides[row]) * _LINE + 12, rows * 28)

    def _most_shares(self, rows: Sequence[int] | range) -> int:
        cells = (cell for panel in self._told.panels for row in rows for cell in panel.cells[row])
        return max((len(cell.shares) for cell in cells), default=1) or 1


_PATTERNS = {
    "gap": "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4",
    "known-gap": "M2,2 h1 M6,6 h1",
    "conflict": "M0,0 l8,8 M0,8 l8,-8",
}


def _parts(at: tuple[int, int], width: int, height: int, count: int) -> Iterator[tuple[float, float, float, float]]:
    """Divide a cell into equal parts, at most so many beside one another."""
    rows = -(-count // _PARTS_IN_A_ROW)
    for number in range(count):
        row = number * rows // count
        first = -(-row * count // rows)
        inside = -(-(row + 1) * count // rows) - first
        yield (
            at[0] + (number - first) * width / inside,
            at[1] + row * height / rows,
            width / inside,
            height / rows,
        )


def _folded(text: str, width: float) -> list[str]:
    """Break a text into lines, also within words that are too long; what is too much becomes an ellipsis."""
    most = int(width // _UNIT)
    found: list[str] = [""]
    for word in text.split(" "):
        for piece in _pieces(word, most):
            joined = f"{found[-1]} {piece}" if found[-1] else piece
            if display_width(joined) <= most:
                found[-1] = joined
            else:
                found.append(piece)
    found = [line for line in found if line]
    return found if len(found) <= _TALLEST else [*found[: _TALLEST - 1], f"{found[_TALLEST - 1][: most - 1]}…"]


def _pieces(word: str, most: int) -> Iterator[str]:
    piece = ""
    for character in word:
        if display_width(piece + character) > most:
            yield piece
            piece = ""
        piece += character
    yield piece


def _lines_of(x: float, y: float, folded: Sequence[str], whole: str) -> Iterator[str]:
    spans = "".join(f'<tspan x="{x:g}" y="{y + n * _LINE:g}">{_text(line)}</tspan>' for n, line in enumerate(folded))
    yield f"<text><title>{_text(whole)}</title>{spans}</text>"


def _words(x: float, y: float, text: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:g}" y="{y:g}">{_text(text)}</text>'


def _wide(text: str) -> float:
    return display_width(text) * _UNIT


def _text(text: str) -> str:
    return escape(visible(text), quote=True)
