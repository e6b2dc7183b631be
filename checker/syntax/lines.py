"""The lines of a file: offsets into its text turned into places on disk."""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.findings import Span

_LINE_END = re.compile("\n")


class Lines:
    """The lines of one file, by its shown path and its text; only a line feed ends a line."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(text))]

    def span(self, start: int, end: int) -> Span:
        """Place the stretch between two offsets, the second exclusive."""
        starts = self._starts
        line = bisect_right(starts, start)
        last = line if line == len(starts) or end < starts[line] else bisect_right(starts, end)
        return Span(self.file, line, start - starts[line - 1] + 1, last, end - starts[last - 1] + 1)

    def line_of(self, offset: int) -> int:
        """Count the line in which an offset lies, from 1."""
        return bisect_right(self._starts, offset)

    def starts_from(self, line: int) -> list[int]:
        """List the offsets at which the lines from this one on begin."""
        return self._starts[line - 1 :]
