"""Files as they lie on disk: literate Markdown taken apart into blocks of rules and scenarios.

Takes a file's shown path and its text; gives the stretches of it that are rules, to be read where they stand, and
the scenarios. Knows nothing of what a block holds.
"""

from __future__ import annotations

import re

from msgspec import Struct

from checker.findings import Finding
from checker.syntax.lines import Lines

_FENCE = re.compile(r"([ \t]*)(`{3,}|~{3,})(.*)", re.DOTALL)
_COMMENT = re.compile(r" {0,3}<!--")  # what is commented out does not show on the page, so it is no rule
_RULES, _SCENARIO = "rules", "scenario"


class SourceFile(Struct, frozen=True):
    """A file of a rulebook: its path as it is shown to the reader, and its text."""

    path: str
    text: str


class ScenarioBlock(Struct, frozen=True):
    """One scenario of a literate page: its YAML, and the line of the file in which that begins.

    `indent` characters before each line are not part of the YAML.
    """

    file: str
    line: int
    text: str
    indent: int = 0


class Blocks(Struct, frozen=True):
    """What a file is made of: the rules as offsets into its text, and the scenarios."""

    rules: tuple[tuple[int, int], ...]
    scenarios: tuple[ScenarioBlock, ...] = ()


class _Fence(Struct, frozen=True):
    """An opened fence: where it and its content begin, the blanks before it, how it is drawn, its first word."""

    offset: int
    content: int
    indent: str
    drawn: str
    holds: str

    def closes_at(self, line: str) -> bool:
        """Tell whether a line closes this fence."""
        drawn = line.strip()
        return len(drawn) >= len(self.drawn) and drawn == self.drawn[0] * len(drawn)


def split_file(source: SourceFile, lines: Lines) -> tuple[Blocks, tuple[Finding, ...]]:
    """Take a file apart: Markdown at its fences; any other file is one block of rules."""
    if not source.path.endswith(".md"):
        return Blocks(((0, len(source.text)),)), ()
    rules: list[tuple[int, int]] = []
    scenarios: list[ScenarioBlock] = []
    fence: _Fence | None = None
    in_comment = False
    offset = 0
    for line in source.text.split("\n"):
        after = offset + len(line) + 1
        if fence is None and (in_comment or _COMMENT.match(line)):
            in_comment = "-->" not in line
        elif fence is None:
            fence = _opened(line, offset)
        elif fence.closes_at(line):
            if fence.holds == _RULES:
                rules.append((fence.content, offset))
            elif fence.holds == _SCENARIO:
                text = _without_indent(source.text[fence.content : offset], fence.indent)
                scenarios.append(ScenarioBlock(source.path, lines.line_of(fence.content), text, len(fence.indent)))
            fence = None
        offset = after
    blocks = Blocks(tuple(rules), tuple(scenarios))
    return blocks, () if fence is None else (_never_closed(fence, lines),)


def _opened(line: str, offset: int) -> _Fence | None:
    match = _FENCE.match(line)
    if match is None or (match[2][0] == "`" and "`" in match[3]):
        return None
    words = match[3].split()
    return _Fence(offset + len(match[1]), offset + len(line) + 1, match[1], match[2], words[0] if words else "")


def _without_indent(text: str, indent: str) -> str:
    """Take the fence's own indent from every line, as far as the line has it."""
    if not indent:
        return text
    return re.sub(rf"(?m)^[ \t]{{1,{len(indent)}}}", "", text)


def _never_closed(fence: _Fence, lines: Lines) -> Finding:
    span = lines.span(fence.offset, fence.offset + len(fence.drawn))
    return Finding(
        "S103",
        "fence is never closed, so nothing behind it is read",
        span,
        label="opened here",
        help=f"write a line {fence.drawn} where the block ends",
    )
