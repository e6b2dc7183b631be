"""Headings: what a condition must know of the questions before any of them is read.

Takes the statements and the vocabulary; gives each question's name, form, list and type of answers, and beside them
how periods end. Reports nothing: a question that cannot be read is left out here and reported by `questions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from checker.findings import Finding
from checker.rulebook.header import clause_of
from checker.rulebook.model import Header, ValueType
from checker.rulebook.paths import ListPlace, resolve_path
from checker.rulebook.vocabulary import Vocabulary, answer_type
from checker.syntax import nodes


class Heading(Struct, frozen=True):
    """A question as others see it; `form`, `list` and `answers` as in the model, `dated` with `done at`."""

    name: str
    form: str
    list: str | None
    answers: ValueType | None
    dated: bool


class Headings(Struct, frozen=True):
    """What conditions know of the rest of a rulebook: its questions by canonical name, and how periods end.

    `rolls` as in the header.
    """

    questions: Mapping[str, Heading]
    rolls: bool


def read_headings(statements: Iterable[nodes.Statement], vocabulary: Vocabulary, header: Header) -> Headings:
    """Read the headings of all questions; of two with one name the first counts."""
    found: dict[str, Heading] = {}
    for node in statements:
        if isinstance(node, nodes.QuestionDeclaration) and node.naming.text not in found:
            heading = _heading(node, vocabulary)
            if heading is not None:
                found[heading.name] = heading
    return Headings(found, header.rolls)


def _heading(node: nodes.QuestionDeclaration, vocabulary: Vocabulary) -> Heading | None:
    name = node.naming.text
    for_each = clause_of(node.clauses, nodes.ForEach)
    over = None if for_each is None else resolve_path(vocabulary, for_each.list)
    if over is not None and not isinstance(over, ListPlace):
        return None
    form, answers = "deontic", None
    asked = clause_of(node.clauses, nodes.Answers)
    if clause_of(node.clauses, nodes.About) is not None:
        form = "choice"
    elif asked is not None:
        form = "collecting" if asked.collecting else "value"
        read = answer_type(vocabulary, asked.type, name)
        answers = None if isinstance(read, Finding) else read
    dated = clause_of(node.clauses, nodes.DoneAt) is not None
    return Heading(name, form, None if over is None else over.name, answers, dated)
