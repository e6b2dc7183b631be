"""A condition somebody typed, read as if it stood in the rulebook: in its words, about the cases of one question.

Takes the folder of a rulebook without mistakes; gives the condition, or what is wrong with it, by place in the text
typed. It is read behind the `when` of an `allow`, which bears on no verdict.
"""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from checker.findings import Finding, Span, is_fatal, say
from checker.project.cache import cached_parse
from checker.rulebook.files import File, read_folder
from checker.rulebook.load import load_files
from checker.rulebook.model import Condition
from checker.syntax import parse_rules

TYPED = "<condition>"
"""What findings call the text typed."""

_FILE = f"{TYPED}.rules"
_FIRST_LINE = 2
"""What was typed begins below the question it is wrapped in."""


def read_typed(folder: Path, question: str, text: str) -> Condition | tuple[Finding, ...]:
    """Read a condition on the cases of a question."""
    # As a question it may end where the text does, so that nothing is missed that nobody would type.
    alone, mistakes = parse_rules(f"question typed within\n{text}\n", _FILE)
    if is_fatal(mistakes):
        return tuple(_placed(each, text) for each in mistakes)
    if len(alone) != 1:
        return (_no_condition(text),)
    statement = f'allow G101 on {question} when\n{text}\nbecause "typed"\n'
    files, _ = read_folder(folder)
    book, findings = load_files((*files, File(_FILE, _FILE, statement)), cached_parse())
    own = tuple(_placed(each, text) for each in findings if each.span is not None and each.span.file == _FILE)
    if is_fatal(own) or book is None:
        return own or (_no_condition(text),)
    found = [each for each in book.allowances if each.span.file == _FILE]
    return found[0].condition if found and found[0].condition is not None else (_no_condition(text),)


def _no_condition(text: str) -> Finding:
    return Finding("S101", say("this is no condition"), _placed_at(None, text))


def _placed(finding: Finding, text: str) -> Finding:
    """Say where a finding stands in the text typed, to which a line was set in front."""
    return replace(finding, span=_placed_at(finding.span, text), edits=())


def _placed_at(span: Span | None, text: str) -> Span:
    lines = text.split("\n")
    whole = Span(TYPED, 1, 1, len(lines), len(lines[-1]) + 1)
    if span is None or not _FIRST_LINE <= span.line < _FIRST_LINE + len(lines):
        return whole
    end = min(span.end_line - _FIRST_LINE + 1, len(lines))
    column = span.end_column if span.end_line - _FIRST_LINE + 1 <= len(lines) else len(lines[-1]) + 1
    return Span(TYPED, span.line - _FIRST_LINE + 1, span.column, end, column)
