"""The timeline of a question as a picture: years, the documents in force by rank, the dates of change, what is decided.

Takes a told timeline; gives an SVG image that needs nothing else: no script, no font, the colour of the text around it,
patterns besides colours. Lengths along the years are percentages, and letters keep their size: so it fits a phone and
a desk alike. The whole of it is told in words in its description.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from checker.answers.timeline import Bar, Part, ToldLine, ToldTimeline, ToldTurn
from checker.findings import say
from checker.reports.finding_html import escaped
from checker.reports.labels import words
from checker.reports.layout import INDENT, wrapped
from checker.reports.timeline_patterns import STYLE, WORDS, patterns
from checker.reports.timeline_words import bar_words, change_words, line_words, text_words
from checker.rulebook.days import write_day

_LEFT, _WIDE = 2.0, 96.0
"""Where the first day lies and how far it is to the last, in percent: letters at the ends need a little room."""
_LINE, _BAR, _STRIP = 18, 10, 84
_APART = 4.0
"""So many percent two numbers of one height stand apart: the width of two digits on a phone."""
_STRONG, _FAINT = ' font-weight="600"', ' font-size="12" fill-opacity=".8"'
_COLUMNS = 46
"""So many columns of a line of text fit a phone."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 500, 1000)


def timeline_svg(told: ToldTimeline, language: str, prefix: str = "timeline", *, alone: bool = False) -> str:
    """Draw a timeline; ids begin with the prefix. `alone`: it is a file, and on no page that gives it colours."""
    picture = _Picture(told, language, prefix)
    drawn = "\n".join(picture.panels())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{prefix}" role="img" width="100%" height="{picture.height}" '
        f'aria-labelledby="{prefix}-title {prefix}-about" font-size="13" fill="currentColor" '
        f'font-family="system-ui, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif">\n'
        f'<title id="{prefix}-title">{escaped(picture.title)}</title>\n'
        f'<desc id="{prefix}-about">{escaped(picture.description)}</desc>\n'
        f"{f'<style>{STYLE}</style>' if alone else ''}<defs>{patterns(prefix)}</defs>\n{drawn}\n</svg>\n"
    )


class _Picture:
    """Draws one panel for each governing date, one below the other; what two would show alike is drawn once."""

    def __init__(self, told: ToldTimeline, language: str, prefix: str) -> None:
        self._told, self._language, self._prefix = told, language, prefix
        self._label = words(language)
        self.height = 0
        name = told.question if told.title is None else f"{told.question}: {told.title}"
        self.title = say("timeline of {question}", question=name).in_language(language)

    @property
    def description(self) -> str:
        """All that the picture shows, in words."""
        return " ".join(self._described()) or say("always decided alike").in_language(self._language)

    def panels(self) -> Iterator[str]:
        """Draw the panels; afterwards the height is known."""
        groups = list(_alike(self._told.lines))
        for group in groups:
            yield from self._panel(group)
        if not groups:
            yield self._text(_LEFT, say("always decided alike").in_language(self._language))
        self.height += 8

    def _described(self) -> Iterator[str]:
        stop = "." if self._language == "en" else "。"
        for line in self._told.lines:
            yield line_words(line).in_language(self._language) + stop
            for bar in line.bars:
                yield f"{bar.document}: {bar_words(bar).in_language(self._language)}{stop}"
            for turn in line.turns:
                said = [text_words(text).in_language(self._language) for text in turn.texts]
                said += [change_words(change, self._label) for change in turn.changes]
                yield f"{turn.date}: {self._label['clause'].join(said)}{stop}"

    def _panel(self, lines: list[ToldLine]) -> Iterator[str]:
        line = lines[0]
        scale = _Scale(line)
        for each in lines:
            said = line_words(each).in_language(self._language).replace("`", "")
            yield from (self._text(_LEFT, part, _STRONG) for part in wrapped(said, _COLUMNS, INDENT))
        top = self.height
        marks = list(_laned([turn for turn in line.turns if turn.changes], scale))
        lanes = 1 + max((lane for _, _, lane in marks), default=-1)
        self.height += lanes * 14
        below = self.height
        drawn = [*self._years(scale), *self._bars(line, scale), *self._parts(line.parts, scale)]
        for number, turn, lane in marks:
            x, y = scale.at(turn.day), top + 14 * lane + 12
            yield (
                f'<g><title>{escaped(turn.date)}</title><text x="{x}%" y="{y}" text-anchor="middle" font-size="12" '
                f'font-weight="600">{number}</text><line x1="{x}%" x2="{x}%" y1="{y + 2}" y2="{self.height}" '
                f'stroke="currentColor" stroke-opacity=".55" stroke-dasharray="2 3"/></g>'
            )
        yield from drawn
        self.height = max(self.height, below) + 6
        yield from self._key(marks, line.parts)

    def _years(self, scale: _Scale) -> Iterator[str]:
        y = self.height + 6
        yield f'<line x1="{_LEFT}%" x2="{_LEFT + _WIDE}%" y1="{y}" y2="{y}" stroke="currentColor"/>'
        for year, x, is_named in scale.years():
            yield (
                f'<line x1="{x}%" x2="{x}%" y1="{y}" y2="{y + (6 if is_named else 3)}" stroke="currentColor" '
                f'stroke-opacity="{"1" if is_named else ".5"}"/>'
            )
            if is_named:
                yield f'<text x="{x}%" y="{y + 19}" text-anchor="middle" font-size="12">{year}</text>'
        self.height = y + 26

    def _bars(self, line: ToldLine, scale: _Scale) -> Iterator[str]:
        rank: str | None = ""
        for bar in line.bars:
            if bar.rank_name != rank:
                rank = bar.rank_name
                said = rank or say("practice, binds nobody").in_language(self._language)
                yield self._text(_LEFT, said, _FAINT)
            yield from self._bar(bar, scale)

    def _bar(self, bar: Bar, scale: _Scale) -> Iterator[str]:
        start, sure, end = (scale.clipped(day) for day in (bar.since, bar.certain, bar.until))
        late = start > _LEFT + _WIDE * 0.55
        x, anchor = (end, "end") if late else (start, "start")
        about = f"{bar.document}: {bar_words(bar).in_language(self._language)}"
        yield f"<g><title>{escaped(about)}</title>"
        yield self._text(x, bar.document, anchor=anchor)
        y = self.height + 1
        style = (
            'fill="currentColor" fill-opacity=".55"'
            if bar.binding
            else 'fill="none" stroke="currentColor" stroke-dasharray="3 2"'
        )
        if sure > start:
            yield (
                f'<rect x="{start}%" y="{y}" width="{_wide(sure - start)}%" height="{_BAR}" '
                f'fill="url(#{self._prefix}-doubt)" stroke="currentColor" stroke-width=".75"/>'
            )
        yield f'<rect x="{sure}%" y="{y}" width="{_wide(end - sure)}%" height="{_BAR}" {style}/>'
        if bar.until is not None and end < _LEFT + _WIDE:
            yield (
                f'<line x1="{end}%" x2="{end}%" y1="{y - 3}" y2="{y + _BAR + 3}" stroke="currentColor" '
                'stroke-width="2"/>'
            )
        yield "</g>"
        self.height = y + _BAR + 5

    def _parts(self, parts: tuple[Part, ...], scale: _Scale) -> Iterator[str]:
        """Draw what share of the kinds of cases gets which verdict, from date to date."""
        if not parts:
            return
        yield self._text(_LEFT, say("what is decided, by kinds of cases").in_language(self._language), _FAINT)
        top = self.height + 2
        ends = [*(part.day for part in parts[1:]), None]
        for part, until in zip(parts, ends, strict=True):
            start, end = scale.clipped(part.day), scale.clipped(until)
            counted = {share.word: share.number for share in part.shares}
            whole, y = sum(counted.values()), float(top)
            for word in (word for word in WORDS if word in counted and end > start):
                high = round(_STRIP * counted[word] / whole, 2)
                percent = round(100 * counted[word] / whole, 1)
                about = f"{write_day(part.day)}: {self._label[f'verdict.{word}']} {percent} %"
                yield (
                    f'<rect x="{start}%" y="{round(y, 2)}" width="{_wide(end - start)}%" height="{high}" '
                    f'fill="url(#{self._prefix}-{word})" stroke="currentColor" stroke-width=".75">'
                    f"<title>{escaped(about)}</title></rect>"
                )
                y += high
        self.height = top + _STRIP + 4

    def _key(self, marks: Iterable[tuple[int, ToldTurn, int]], parts: tuple[Part, ...]) -> Iterator[str]:
        """Say what the numbers are, and the patterns."""
        shown = {share.word for part in parts for share in part.shares}
        for word in (word for word in WORDS if word in shown):
            y = self.height
            yield (
                f'<rect x="{_LEFT}%" y="{y + 4}" width="22" height="12" fill="url(#{self._prefix}-{word})" '
                'stroke="currentColor" stroke-width=".75"/>'
            )
            yield self._text(_LEFT, self._label[f"verdict.{word}"], shift=30)
        self.height += 6 if shown else 0
        for number, turn, _ in marks:
            every = dict.fromkeys(change_words(change, self._label) for change in turn.changes)
            for place, said in enumerate(every):
                head = f"{number}  {turn.date}" if place == 0 else ""
                if head:
                    yield self._text(_LEFT, head, _STRONG, advance=False)
                yield self._text(_LEFT, said, shift=124)
        self.height += 14

    def _text(
        self, x: float, text: str, look: str = "", *, anchor: str = "start", shift: int = 0, advance: bool = True
    ) -> str:
        """Write a line of text at the height that is reached, and go on below it."""
        y = self.height + 14
        if advance:
            self.height += _LINE
        return f'<text x="{x}%" y="{y}" dx="{shift}" text-anchor="{anchor}"{look}>{escaped(text)}</text>'


class _Scale:
    """Says where a day lies, in percent of the width."""

    def __init__(self, line: ToldLine) -> None:
        self._first, self._days = line.first, max(1, line.last + 1 - line.first)

    def at(self, day: int) -> float:
        """Return where a day begins."""
        return round(_LEFT + _WIDE * (day - self._first) / self._days, 3)

    def clipped(self, day: int | None) -> float:
        """Return where a day begins, within what is shown; None: at its end."""
        return _LEFT + _WIDE if day is None else min(max(self.at(day), _LEFT), _LEFT + _WIDE)

    def years(self) -> Iterator[tuple[int, float, bool]]:
        """Go through the years that begin in what is shown: where they do, and whether there is room for a name."""
        first, last = (date.fromordinal(day).year for day in (self._first, self._first + self._days - 1))
        step = next((step for step in _STEPS if (last - first) / step <= 7), _STEPS[-1])
        for year, day in _new_years(first, last):
            if day >= self._first:
                yield year, self.at(day), year % step == 0


def _new_years(first: int, last: int) -> Iterator[tuple[int, int]]:
    yield from ((year, date(year, 1, 1).toordinal()) for year in range(first, last + 1))


def _laned(turns: Iterable[ToldTurn], scale: _Scale) -> Iterator[tuple[int, ToldTurn, int]]:
    """Give each turn its number, and a lane in which that stands clear of the one before it."""
    ends: list[float] = []
    for number, turn in enumerate(turns, 1):
        x = scale.at(turn.day)
        lane = next((lane for lane, end in enumerate(ends) if x - end >= _APART), len(ends))
        ends[lane : lane + 1] = [x]
        yield number, turn, lane


def _alike(lines: Iterable[ToldLine]) -> Iterator[list[ToldLine]]:
    """Put lines together that would be drawn alike but for the shares; those of the first are drawn."""
    groups: dict[object, list[ToldLine]] = {}
    for line in lines:
        turns = tuple((t.day, t.date, tuple((c.before, c.after) for c in t.changes)) for t in line.turns if t.changes)
        groups.setdefault((line.first, line.last, line.bars, turns), []).append(line)
    yield from groups.values()


def _wide(width: float) -> float:
    return round(max(width, 0.15), 3)
