"""The tree of a question as text: by rank, each exception, proviso and override set in below what it is aimed at."""

from __future__ import annotations

from collections.abc import Iterable

from checker.reports.atlas_labels import atlas_words
from checker.reports.citations import DOT, titled
from checker.reports.labels import Labels
from checker.reports.layout import INDENT, set_in, wrapped
from checker.reports.tree_words import days_words, head_words, ranked, said_words, source_words
from checker.rulebook.model import Question, Rulebook
from checker.uses.trees import TreeProvision


def tree_text(book: Rulebook, question: Question, trees: tuple[TreeProvision, ...], language: str, width: int) -> str:
    """Write the tree of a question; every line ends with a line break."""
    label = atlas_words(language)
    lines = wrapped(titled(question.name, question.title, label), width, INDENT)
    if not trees:
        lines += ["", *_set_in([label["tree.none"]], 1, width)]
    for rank, rows in ranked(book, trees):
        lines += ["", *_set_in([rank or label["tree.unranked"]], 1, width)]
        for row in rows:
            lines += _lines(row, question.name, 2, label, width)
    return "".join(f"{line}\n" for line in lines)


def _lines(row: TreeProvision, question: str, depth: int, label: Labels, width: int) -> list[str]:
    source = DOT.join((source_words(row, label), days_words(row, label)))
    lines = _set_in([head_words(row, label)], depth, width)
    lines += _set_in([*said_words(row, question, label), source], depth + 2, width)
    return [*lines, *(line for below in row.below for line in _lines(below, question, depth + 1, label, width))]


def _set_in(texts: Iterable[str], depth: int, width: int) -> list[str]:
    return [line for text in texts for line in set_in(INDENT * depth + text, width)]
