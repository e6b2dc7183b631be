"""Where the rows of the table apply: the parser's states in which their texts go wrong.

Takes the rows; reads each of their texts with the parser's own table, up to the word that does not fit.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from checker.syntax.lexer import Scanner
from checker.syntax.lines import Lines
from checker.syntax.slips.slip import ANYWHERE, CLOSE_MARK, HERE, OPEN_MARK, Slip
from checker.syntax.slips.stop import Stop
from checker.syntax.table import END, Table
from checker.syntax.unreadable import Unreadable
from checker.syntax.words import Word


class Row(Struct, frozen=True):
    """A row of the table with what its texts have taught: what the parser waits for, and which words do not fit."""

    slip: Slip
    places: frozenset[frozenset[str]]
    types: frozenset[str]

    def applies(self, stop: Stop) -> bool:
        """Tell whether the parser stands as in one of the texts."""
        slip = self.slip
        if not (slip.looks or slip.behind or slip.judge or stop.type in self.types):
            return False
        return slip.place == ANYWHERE or _place(slip, stop) in self.places


def learnt(slips: Iterable[Slip], table: Table) -> tuple[Row, ...]:
    """Learn from the texts of each row where it applies."""
    return tuple(_learnt(slip, table) for slip in slips)


def first_stop(text: str, table: Table) -> Stop | None:
    """Read a text up to the first word that does not fit; none when it has no mistake."""
    scanner = Scanner(Lines("", text), 0, len(text), table)
    start = table.begin().parser_state.state_stack
    stack, trail = list(start), list[Word]()
    while True:
        word = scanner.next(stack)
        fits = isinstance(word, Word) and table.accepts(stack, word.type)
        ends = bool(trail) and not fits and (word_type(word) == END or word_type(word) in table.starters)
        if fits and word_type(word) == END:
            return None
        if isinstance(word, Word) and ends and table.accepts(stack, END):
            scanner.go_to(word.start)
            stack, trail = list(start), []
        elif isinstance(word, Word) and fits:
            stack = table.after(stack, word.type)
            trail.append(word)
        elif not trail and word_type(word) == END:
            return None
        else:
            return Stop(scanner, table, stack, tuple(trail), word, ends=ends)


def word_type(word: Word | Unreadable) -> str:
    """Tell the terminal of a word."""
    return word.type if isinstance(word, Word) else ""


def unmarked(text: str) -> str:
    """Take the marks out of a text of the table."""
    return text.replace(OPEN_MARK, "").replace(CLOSE_MARK, "")


def _learnt(slip: Slip, table: Table) -> Row:
    if slip.place == ANYWHERE and (slip.looks or slip.behind or slip.judge):
        return Row(slip, frozenset(), frozenset())
    stops = [stop for text in slip.wrong if (stop := first_stop(unmarked(text), table)) is not None]
    places = frozenset(place for stop in stops if (place := _place(slip, stop)) is not None)
    return Row(slip, places, frozenset(stop.type for stop in stops))


def _place(slip: Slip, stop: Stop) -> frozenset[str] | None:
    return stop.place if slip.place == HERE else stop.place_behind(slip.place)
