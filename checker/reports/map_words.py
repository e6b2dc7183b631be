"""The map of a question in words that every format uses: what it shows, its axes, its cells.

Takes a map; gives sentences and texts, each format lays them out in its own way.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.answers.verdict_map import Cell, VerdictMap
from checker.findings import Message, say
from checker.reports.labels import words
from checker.reports.table_words import heading, narrowed_words, short


def map_title(told: VerdictMap) -> str:
    """Name the question that the map is of."""
    return heading(told.asked, told.title)


def shown_words(told: VerdictMap) -> Iterator[Message]:
    """Say what the map shows, what limits it, and how its facts were chosen."""
    if told.by is None:
        yield say("`{across}` across, `{down}` down", across=told.across, down=told.down)
    else:
        yield say("`{across}` across, `{down}` down, for each `{by}`", across=told.across, down=told.down, by=told.by)
    yield from narrowed_words(told.asked)
    if told.chosen:
        yield say("these two were chosen: cases that are alike in both are mostly decided alike, and the cells are few")
    if any(len(cell.shares) > 1 for panel in told.panels for line in panel.cells for cell in line):
        yield say("where a cell has several verdicts, other facts decide between them")
    if not told.panels:
        yield say("no case is asked about")


def verdict_name(told: VerdictMap, number: int, language: str) -> str:
    """Name a verdict of the map: its word, or the values that are decided."""
    verdict = told.verdicts[number]
    return ", ".join(verdict.values) or words(language)[f"verdict.{verdict.word}"]


def cell_lines(told: VerdictMap, cell: Cell, language: str) -> tuple[str, ...]:
    """Say of each verdict of a cell what it is and who decides it."""
    if not cell.shares:
        return (say("not asked").in_language(language),)
    label = words(language)
    said: list[str] = []
    for share in cell.shares:
        name = verdict_name(told, share.verdict, language)
        by = label["list"].join((*share.provisions, *share.gaps))
        said.append(label["titled"].format(name=name, title=by) if by else name)
    return tuple(said)


def column_words(told: VerdictMap, language: str) -> tuple[str, ...]:
    """Say of each column what its fact is."""
    return tuple(short(text, told.across, language) or every(language) for text in told.columns)


def row_words(told: VerdictMap, language: str) -> tuple[str, ...]:
    """Say of each row what its fact is."""
    return tuple(short(text, told.down, language) or every(language) for text in told.rows)


def panel_words(told: VerdictMap, text: str | None, language: str) -> str:
    """Say what the third fact is in a panel; nothing without one."""
    if text is None:
        return ""
    return text or words(language)["titled"].format(name=told.by, title=every(language))


def every(language: str) -> str:
    """Say of a fact that it may be anything."""
    return say("anything").in_language(language)
