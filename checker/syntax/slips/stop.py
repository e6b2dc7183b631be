"""The place at which the parser cannot go on, as a slip looks at it.

Holds the parser's stack, the words before, and the word that does not fit. Moves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from msgspec import Struct

from checker.findings import Related, Span, Value
from checker.syntax.lexer import Scanner
from checker.syntax.table import Table
from checker.syntax.unreadable import Unreadable
from checker.syntax.words import Word

CLOSERS = {"_LBRACE": "RBRACE", "_LPAR": "RPAR"}
NO_WORD = "NO_WORD"  # the type of what cannot be read at all


class Seen(Struct, frozen=True):
    """What a row has recognised, as offsets: the stretch the caret shows, and from where to where it was read.

    `reads` are the terminals that stand for what lies between `start` and `resume`; none when it is not clear what was
    meant. `mend` is what a machine may write where the caret is.
    """

    first: int
    last: int
    start: int
    resume: int
    reads: tuple[str, ...] | None
    values: Mapping[str, Value] = MappingProxyType({})
    related: tuple[Related, ...] = ()
    mend: str | None = None


class Stop:
    """Where reading stops; `ends` when the word is the end of the text or begins another statement."""

    def __init__(
        self,
        scanner: Scanner,
        table: Table,
        stack: list[int],
        trail: tuple[Word, ...],
        word: Word | Unreadable,
        *,
        ends: bool = False,
    ) -> None:
        self.scanner = scanner
        self.table = table
        self.stack = stack
        self.trail = trail
        self.word = word
        self.ends = ends
        self._places: dict[str, frozenset[str] | None] = {}
        self.start, self.end = word.start, word.end
        self.type = NO_WORD if isinstance(word, Unreadable) else word.type

    @property
    def length(self) -> int:
        """How many characters of the file the word covers."""
        return self.end - self.start

    @property
    def text(self) -> str:
        """The word as it stands on disk."""
        return self.scanner.between(self.start, self.end)

    @property
    def word_span(self) -> Span:
        """The place of the word."""
        return self.scanner.lines.span(self.start, self.end)

    @cached_property
    def accepted(self) -> frozenset[str]:
        """The terminals that could have come."""
        return self.table.accepted(self.stack)

    @cached_property
    def behind(self) -> str:
        """What stands on disk shortly before the word."""
        return self.scanner.before(self.start)

    @cached_property
    def rest(self) -> str:
        """What stands on disk from the word on, for a few lines."""
        return self.scanner.ahead(self.start)

    @cached_property
    def opening(self) -> Word | None:
        """The innermost bracket left open, if its closer could stand here."""
        opened: list[Word] = []
        for word in self.trail:
            if word.type in CLOSERS:
                opened.append(word)
            elif word.type in CLOSERS.values() and opened:
                opened.pop()
        return opened[-1] if opened and CLOSERS[opened[-1].type] in self.accepted else None

    @property
    def closer(self) -> str:
        """The terminal that would close that bracket; empty when there is none."""
        return CLOSERS[self.opening.type] if self.opening else ""

    @property
    def begins_line(self) -> bool:
        """Whether only blanks stand before the word on its line."""
        return self.scanner.begins_line(self.start)

    def place_behind(self, terminal: str) -> frozenset[str] | None:
        """Tell what the parser would wait for behind this terminal; none where that does not fit."""
        if terminal not in self._places:
            fits = self.table.accepts(self.stack, terminal)
            self._places[terminal] = self.table.kind_of(self.table.after(self.stack, terminal)[-1]) if fits else None
        return self._places[terminal]

    @property
    def place(self) -> frozenset[str]:
        """What the parser waits for."""
        return self.table.kind_of(self.stack[-1])

    def leads_on(self, terminals: tuple[str, ...], length: int, words: int = 1) -> bool:
        """Tell whether so many words behind would fit, were these terminals in place of so much text."""
        return self.scanner.leads_on(self.stack, terminals, self.start + length, words)
