"""Timelines as people read them: a block for each date, with the texts that came and left and what changed.

Takes told timelines and a width; gives text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.answers.timeline import Summary, ToldChange, ToldLine, ToldTimeline, ToldTurn
from checker.findings import say
from checker.reports.citations import titled
from checker.reports.labels import Labels, words
from checker.reports.layout import INDENT, WIDTH, display_width, row, set_in
from checker.reports.region_words import region_lines
from checker.reports.timeline_words import (
    change_words,
    line_words,
    reasons,
    summary_words,
    text_words,
    turn_words,
    weight_words,
)

_WIDEST_NAME = 32

Lines = Iterator[tuple[int, str]]


def timeline_text(told: ToldTimeline, language: str, width: int = WIDTH) -> str:
    """Write the timeline of a question: for each governing date its turns, one below the other."""
    label = words(language)
    lines = (
        line.rstrip()
        for depth, text in _timeline(told, language, label)
        for line in set_in(INDENT * depth + text, width)
    )
    return "\n".join(lines) + "\n"


def summaries_text(summaries: Iterable[Summary], language: str, width: int = WIDTH) -> str:
    """List the questions with how often each is decided otherwise."""
    rows = [(each.question, summary_words(each).in_language(language)) for each in summaries]
    widest = min(_WIDEST_NAME, max((display_width(name) for name, _ in rows), default=0)) + len(INDENT)
    return "".join(f"{line}\n" for name, said in rows for line in row(name, [said], widest, width))


def _timeline(told: ToldTimeline, language: str, label: Labels) -> Lines:
    yield 0, titled(told.question, told.title, label)
    if told.given_up:
        yield 1, say("not worked out: that takes too much").in_language(language)
    elif not told.lines:
        yield 1, say("always decided alike").in_language(language)
    for line in told.lines:
        yield 0, ""
        yield from _line(line, language, label)


def _line(line: ToldLine, language: str, label: Labels) -> Lines:
    yield 0, line_words(line).in_language(language)
    if not line.turns:
        yield 1, say("always decided alike").in_language(language)
    for turn in line.turns:
        yield 0, ""
        yield from _turn(turn, language, label)


def _turn(turn: ToldTurn, language: str, label: Labels) -> Lines:
    yield 0, turn.date
    for text in turn.texts:
        yield 1, text_words(text).in_language(language)
    for said in turn_words(turn):
        yield 1, said.in_language(language)
    for change in turn.changes:
        yield from _change(change, language, label)


def _change(change: ToldChange, language: str, label: Labels) -> Lines:
    weight = weight_words(change)
    brackets = "" if weight is None else label["in-brackets"].format(text=weight.in_language(language))
    yield 1, change_words(change, label) + brackets
    for reason in reasons(change):
        yield 2, reason.in_language(language)
    for depth, text in region_lines("", (change.regions,), language):
        yield 2 + depth, text
