"""A decision table as Markdown: one pipe table with a line for each region, then the provisions.

Takes a table, gives text. No sign in what others wrote counts as Markdown or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.answers.table import Table
from checker.findings import Message, say
from checker.reports.finding_html import escaped
from checker.reports.labels import words
from checker.reports.table_words import (
    asked_words,
    heading,
    lines,
    partial_words,
    rulebook_words,
    speaker_words,
)

_SIGNS = re.compile(r"[\\`*{}\[\]|~]|(?<!\w)_|_(?!\w)")


def table_markdown(table: Table, language: str) -> str:
    """Write the table, with a line break at the end."""
    return "\n\n".join(_parts(table, language)) + "\n"


def plain(text: str) -> str:
    """Write a text so that it reads as it stands, on one line."""
    marked = _SIGNS.sub(lambda found: f"&#{ord(found[0])};", escaped(text))
    return re.sub(r"^([-+#=>]|\d+[.)])", lambda found: _entities(found[0]), marked.replace("\n", " "))


def pipe_table(heads: Iterable[str], rows: Iterable[Iterable[str]], numbers: frozenset[int] = frozenset()) -> str:
    """Lay out a table of plain texts; columns of numbers stand to the right."""
    named = [plain(head) for head in heads]
    rule = ["---:" if number in numbers else "---" for number in range(len(named))]
    every = (named, rule, *(map(plain, row) for row in rows))
    return "\n".join(f"| {' | '.join(row)} |" for row in every)


def _entities(text: str) -> str:
    return "".join(character if character.isalnum() else f"&#{ord(character)};" for character in text)


def _parts(table: Table, language: str) -> Iterator[str]:
    def said(message: Message) -> str:
        return plain(message.in_language(language).replace("`", ""))

    yield f"**{plain(heading(table.asked, table.title))}**<br>\n{'<br>'.join(map(said, asked_words(table)))}"
    every = list(lines(table, language))
    if every:
        has_notes = any(line.notes for line in every)
        before = [head.in_language(language) for head in (say("row"), say("verdict"), say("by whom"))]
        after = [head.in_language(language) for head in (say("cases"), *([say("notes")] if has_notes else []))]
        body = (
            (
                str(line.number),
                line.verdict,
                line.because,
                *line.cells,
                line.cases,
                *([words(language)["clause"].join(line.notes).replace("`", "")] if has_notes else []),
            )
            for line in every
        )
        numbers = frozenset({0, 3 + len(table.columns)})
        yield pipe_table((*before, *table.columns, *after), body, numbers)
    for number, partial in partial_words(table):
        yield said(say("row {number}: {said}", number=number, said=partial))
    if table.speakers:
        listed = (f"- {plain(speaker.name)}: {plain(speaker_words(speaker, language))}" for speaker in table.speakers)
        yield "\n".join(listed)
    yield plain(rulebook_words(table.rulebook, table.version, language))
