"""Files as they lie on disk: literate Markdown taken apart into blocks of rules and scenarios.

Takes a file's shown path and its text; gives the stretches of it that are rules, to be read where they stand, and
the scenarios. Knows nothing of what a block holds.
"""

from __future__ import annotations

import re

from msgspec import Struct

from checker.findings import Edit, Finding, likeness, say
from checker.syntax.lines import Lines

_FENCE = re.compile(r"([ \t]*)(`{3,}|~{3,})(.*)", re.DOTALL)
_DISGUISED = re.compile(r"[ \t]*(?P<drawn>>[>\s]*(?:`{3,}|~{3,})|[｀'‘’´＇]{3,}|`{1,2}) *(?P<word>rules|scenario)\s*")
_COMMENT = re.compile(r" {0,3}<!--")  # what is commented out does not show on the page, so it is no rule
_RULES, _SCENARIO = _OWN = ("rules", "scenario")
_IN_CHINESE = {
    "规则": _RULES,
    "规则集": _RULES,
    "条款": _RULES,
    "场景": _SCENARIO,
    "方案": _SCENARIO,
    "情形": _SCENARIO,
}
_ALIKE = 0.75  # a first word of a fence to one of ours
# No line of a plan begins so but one that goes on with the line before it.
_STATEMENT = re.compile(
    r"^([ \t]*)((?:provision|question|document|record|define|codes|kinds|levels|fact|never|under|repeal"
    r"|条款|问题|文件|记录|定义|代码表|类别|等级|事实|不可能|依照|废止)(?:[ \t]+(?=[^\W\d]|「)|(?=「)))",
    re.MULTILINE,
)


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

    def takes_over(self, open_fence: _Fence) -> bool:
        """Tell whether this can only be a block of its own, since the one that is open should have been closed."""
        return self.holds in _OWN and self.drawn.startswith(open_fence.drawn)


def split_file(source: SourceFile, lines: Lines) -> tuple[Blocks, tuple[Finding, ...]]:
    """Take a file apart: Markdown at its fences; any other file is one block of rules."""
    if not source.path.endswith(".md"):
        return Blocks(((0, len(source.text)),)), ()
    pieces = _Pieces(source, lines)
    fence: _Fence | None = None
    in_comment = False
    offset = 0
    for line in source.text.split("\n"):
        after = offset + len(line) + 1
        if fence is None and (in_comment or _COMMENT.match(line)):
            in_comment = "-->" not in line
        elif fence is None:
            fence = pieces.opened(line, offset)
        elif fence.closes_at(line):
            pieces.closed(fence, offset)
            fence = None
        elif fence.holds in _OWN and (another := _fence(line, offset)) and another.takes_over(fence):
            pieces.never_closed(fence)  # where it was to end nobody knows: what it holds is not read
            fence = another
        offset = after
    if fence is not None:
        pieces.never_closed(fence)
    return Blocks(tuple(pieces.rules), tuple(pieces.scenarios)), tuple(pieces.findings)


class _Pieces:
    """What has been found in a page so far."""

    def __init__(self, source: SourceFile, lines: Lines) -> None:
        self._source = source
        self._lines = lines
        self.rules: list[tuple[int, int]] = []
        self.scenarios: list[ScenarioBlock] = []
        self.findings: list[Finding] = []

    def opened(self, line: str, offset: int) -> _Fence | None:
        """Open a fence, if the line does; one whose word is misspelt is read as what was meant."""
        fence = _fence(line, offset)
        if fence is None and (found := _DISGUISED.fullmatch(line)):
            self._disguised(offset + found.start("drawn"), offset + found.end("word"), found["word"])
        meant = _meant(fence.holds) if fence else None
        if fence is None or meant is None:
            return fence
        start = offset + line.index(fence.holds)
        span = self._lines.span(start, start + len(fence.holds))
        says = say("a block that begins with `{found}` is read by nobody", found=fence.holds)
        edits = (Edit(span, meant),)
        self.findings.append(Finding("S113", says, span, help=say("write `{meant}`", meant=meant), edits=edits))
        return _Fence(fence.offset, fence.content, fence.indent, fence.drawn, meant)

    def _disguised(self, start: int, end: int, meant: str) -> None:
        """Report a line that was to begin a block, drawn with other signs or quoted."""
        says = say("this line begins no block of `{meant}`", meant=meant)
        help_ = say("write ```{meant}, with nothing but blanks before it", meant=meant)
        self.findings.append(Finding("S113", says, self._lines.span(start, end), help=help_))

    def closed(self, fence: _Fence, end: int) -> None:
        """Keep what a fence holds that ends before an offset."""
        text = self._source.text[fence.content : end]
        if fence.holds == _RULES:
            self.rules.append((fence.content, end))
        elif fence.holds == _SCENARIO and (found := _rule_in(text, fence.indent)):
            span = self._lines.span(fence.content + found[0], fence.content + found[1])
            says = say("a rule stands here among the lines of a scenario")
            help_ = say("write it in a block of its own that begins with ```rules")
            self.findings.append(Finding("S112", says, span, help=help_))
        elif fence.holds == _SCENARIO:
            text = _without_indent(text, fence.indent)
            line = self._lines.line_of(fence.content)
            self.scenarios.append(ScenarioBlock(self._source.path, line, text, len(fence.indent)))

    def never_closed(self, fence: _Fence) -> None:
        """Report a fence without its end."""
        span = self._lines.span(fence.offset, fence.offset + len(fence.drawn))
        says = say("this block is never closed")
        help_ = say("write a line {drawn} where the block ends", drawn=fence.drawn)
        self.findings.append(Finding("S114", says, span, label=say("opened here"), help=help_))


def _fence(line: str, offset: int) -> _Fence | None:
    match = _FENCE.match(line)
    if match is None or (match[2][0] == "`" and "`" in match[3]):
        return None
    words = match[3].split()
    return _Fence(offset + len(match[1]), offset + len(line) + 1, match[1], match[2], words[0] if words else "")


def _meant(holds: str) -> str | None:
    """Tell which word of ours the first word of a fence was meant to be, if it is another."""
    if holds in _OWN or not holds:
        return None
    if holds in _IN_CHINESE:
        return _IN_CHINESE[holds]
    bare = holds.strip(":：{}.,").partition("{")[0].casefold()
    return next((own for own in _OWN if likeness(bare, own) >= _ALIKE), None)


def _rule_in(text: str, indent: str) -> tuple[int, int] | None:
    """Find the first word of a scenario that begins a statement, on a line that goes on with no other."""
    lines = (found for found in _STATEMENT.finditer(text) if len(found[1]) <= len(indent))
    return next(((found.start(2), found.start(2) + len(found[2].rstrip())) for found in lines), None)


def _without_indent(text: str, indent: str) -> str:
    """Take the fence's own indent from every line, as far as the line has it."""
    if not indent:
        return text
    return re.sub(rf"(?m)^[ \t]{{1,{len(indent)}}}", "", text)
