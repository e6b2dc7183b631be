"""The shape of a card: a heading with kind and names, the title, a labelled row for each thing known."""

from __future__ import annotations

from collections.abc import Iterable

from checker.findings import Span
from checker.reports.labels import Labels, words
from checker.reports.layout import INDENT, display_width, row, wrapped
from checker.rulebook.days import write_day

Rows = Iterable[tuple[str, Iterable[str]]]


def card(kind: str, names: tuple[str, ...], title: str | None, rows: Rows, language: str, width: int) -> str:
    """Lay out a card; `kind` and the keys of rows are words of the labels, rows without texts are left out."""
    label = words(language)
    key = "card.heading.aliases" if len(names) > 1 else "card.heading"
    heading = label[key].format(kind=label[f"kind.{kind}"], name=names[0], aliases=label["list"].join(names[1:]))
    lines = wrapped(heading, width, INDENT)
    if title:
        lines += [INDENT + line for line in wrapped(title, width - len(INDENT))]
    filled = [(label[f"card.{name}"], texts) for name, given in rows if (texts := list(given))]
    label_width = max((display_width(name) for name, _ in filled), default=0) + 2
    lines += [""] if filled else []
    for name, texts in filled:
        lines += row(name, texts, label_width, width)
    return "".join(line + "\n" for line in lines)


def written_at(span: Span) -> tuple[str, Iterable[str]]:
    """Give the last row of every card: where its subject is written."""
    return "at", [f"{span.file}:{span.line}"]


def window_words(since: int | None, until: int | None, label: Labels) -> list[str]:
    """Write a window of days; nothing where both ends are open."""
    parts = [] if since is None else [label["day.from"].format(day=write_day(since))]
    parts += [] if until is None else [label["day.until"].format(day=write_day(until))]
    return [label["pause"].join(parts)] if parts else []


def listed(names: Iterable[str], label: Labels) -> list[str]:
    """Join names into the one text of a row; no names give no text."""
    joined = label["list"].join(names)
    return [joined] if joined else []


def given(text: str | None) -> list[str]:
    """Give a text as the one of a row, or none."""
    return [text] if text else []
