"""Where something stands in a file: the one notion of position every layer shares."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A stretch of one file on disk.

    Lines and columns count from 1, columns in code points; the end is exclusive. `file` is the path as it is
    shown to the reader, never absolute for files below the rulebook.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def to(self, other: Span) -> Span:
        """Cover everything from the start of this span to the end of the other, in one file."""
        return Span(self.file, self.line, self.column, other.end_line, other.end_column)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
