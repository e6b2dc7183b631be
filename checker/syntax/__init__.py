"""Layer 2: rule files into nodes. Takes texts; gives statements, scenarios still unread, and findings.

Knows what was written and where, not what it means. The grammar is `grammar/rules.lark`; the parser is built from it
once in a process, when the first file is parsed.
"""

from __future__ import annotations

from msgspec import Struct

from checker.findings import Finding, in_order
from checker.syntax.chinese import proposed_split
from checker.syntax.keywords import Keyword, keywords
from checker.syntax.lines import Lines
from checker.syntax.nodes import Statement
from checker.syntax.source import ScenarioBlock, SourceFile, split_file
from checker.texts import MOST_MISTAKES


class ParsedFile(Struct, frozen=True):
    """What a file holds: its statements and scenarios, in their order."""

    path: str
    statements: tuple[Statement, ...]
    scenarios: tuple[ScenarioBlock, ...]


def parse_file(source: SourceFile) -> tuple[ParsedFile, tuple[Finding, ...]]:
    """Parse one file: a `.md` file is literate, any other is rules alone. All its mistakes are found in one run."""
    from checker.syntax.looks import doubtful_names, unreadable_looks
    from checker.syntax.parse import parse_block

    lines = Lines(source.path, source.text)
    blocks, found = split_file(source, lines)
    findings = list(found)
    statements: list[Statement] = []
    for start, end in blocks.rules:
        if refused := unreadable_looks(lines, start, end):
            findings += refused
            continue
        more, mistakes = parse_block(lines, start, end)
        statements += more
        findings += (*doubtful_names(lines, start, end), *mistakes)
        if len(findings) > MOST_MISTAKES:
            break
    return ParsedFile(source.path, tuple(statements), blocks.scenarios), in_order(findings)


def parse_rules(text: str, path: str = "<text>") -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """Parse a text that is rules alone."""
    from checker.syntax.parse import parse_block

    statements, findings = parse_block(Lines(path, text), 0, len(text))
    return tuple(statements), in_order(findings)


__all__ = [
    "Keyword",
    "ParsedFile",
    "ScenarioBlock",
    "SourceFile",
    "keywords",
    "parse_file",
    "parse_rules",
    "proposed_split",
]
