"""One statement while it is being read, and how reading goes on behind a mistake in it.

Takes the words from the scanner; gives the statement as built, or none, and what is wrong with it. Behind a mistake
it goes on in one of two ways: with the word that was meant, where that is clear, or at the next clause, whatever was
begun before it left as it is. What does not fit right behind a word put in for another is told only if it is as clear,
for the guess may have been wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, cast

from lark import Tree

from checker.findings import Finding, Span
from checker.syntax.build import Built
from checker.syntax.keywords import reserved
from checker.syntax.lexer import Scanner
from checker.syntax.mistakes import Mistake, begins_statement, mistake, too_deep
from checker.syntax.slips.stop import Stop
from checker.syntax.table import END, Table
from checker.syntax.unreadable import Unreadable
from checker.syntax.words import Word
from checker.texts import MOST_MISTAKES

_DEEPEST = 200  # states on the parser's stack: what nests deeper could not be walked by recursion
_LONGEST_CHAIN = 200  # operators of one clause that nest to the left: the same reason
_CHAINED = frozenset({"PLUS", "MINUS", "UNLESS"})
_CLOSERS = (("RBRACE",), ("RPAR",))
_PAIRS = {"{": "}｝", "｛": "}｝", "(": ")）", "（": ")）", "[": "]］", "［": "]］", ":": "", "：": ""}
_DOUBTFUL = 2  # words behind a guess
_MISSING = frozenset({"S106", "S177"})


class Attempt:
    """One statement while it is being read; `may_close`: a brace may close that an `under` given up has opened."""

    def __init__(self, scanner: Scanner, table: Table, *, may_close: bool) -> None:
        self._may_close = may_close
        self._scanner = scanner
        self._table = table
        self._parser = table.begin()
        self._values: list[Any] = self._parser.parser_state.value_stack
        self._trail: list[Word] = []
        self._heights: list[int] = []  # of the stack, with each word of the trail on top
        self._begun: list[Span] = []  # where provisions begin
        self._chained = 0
        self._doubtful = 0  # how many words more may not fit because a guess was wrong
        self._owed: list[tuple[str, tuple[str, ...]]] = []  # closers, and as what to read them
        self._resumed = -1
        self._mistakes: list[Finding] = []
        self.stack = self._parser.parser_state.state_stack
        self.findings: list[Finding] = []

    @property
    def is_whole(self) -> bool:
        """Whether every word of the statement was read as it stands."""
        return not self._mistakes

    def read(self, word: Word | Unreadable) -> Built | None:
        """Read on from the first word to the end of the statement; none when it had to be given up."""
        built = self._read(word)
        inner = [built] if built is not None else list(_finished(self._values))
        complaints = (finding for each in inner for finding in each.findings)
        self.findings = [*self._mistakes, *(f for f in complaints if f.id not in _MISSING or self._is_missing(f))]
        return built

    def open_braces(self) -> int:
        """Count the braces that the words read so far leave open."""
        types = [word.type for word in self._trail]
        return types.count("_LBRACE") - types.count("RBRACE")

    def _read(self, word: Word | Unreadable | None) -> Built | None:
        while word is not None and len(self._mistakes) <= MOST_MISTAKES:
            if isinstance(word, Unreadable):
                if self._begins_another(word, ends=False):
                    return self._end_before(word)
                word = self._past(word)
                continue
            fits = self._table.accepts(self.stack, word.type)
            ends = self._ends_before(word, fits)
            if ends and self._table.accepts(self.stack, END):
                return self._end_before(word)
            if not fits:
                if self._begins_another(word, ends=ends):
                    return self._end_before(word)
                word = self._past(word, ends=ends)
                continue
            self._feed(word)
            self._doubtful = max(0, self._doubtful - 1)
            if self._is_too_deep(word):
                self._mistakes.append(too_deep(word))
                return None
            word = self._scanner.next(self.stack)
        return None

    def _begins_another(self, word: Word | Unreadable, *, ends: bool) -> bool:
        """Tell whether what does not fit begins a statement, misspelt, or a text that is none."""
        may_begin = self._trail and not self._doubtful and self._scanner.begins_line(word.start)
        return bool(may_begin) and begins_statement(self._stop(word, ends=ends))

    def _end_before(self, word: Word | Unreadable) -> Built:
        self._scanner.go_to(word.start)
        span = self._scanner.lines.span(word.start, word.start)
        return cast(Built, self._parser.feed_token(Word(END, "", span, word.start, word.start)))

    def _feed(self, word: Word) -> None:
        if word.type in ("PROVISION", "UNDER"):
            self._begun.append(word.span)
        self._parser.feed_token(word)
        self._trail.append(word)
        self._heights.append(len(self.stack))

    def _ends_before(self, word: Word, fits: bool) -> bool:
        if word.type == END:
            return True
        if not self._trail or fits:
            return False
        if word.type == "RBRACE":
            return self._may_close and self._trail[0].type in ("PROVISION", "UNDER")
        return word.type in self._table.starters and not self._is_permission(word)

    def _is_permission(self, word: Word) -> bool:
        """Tell whether `allow` is meant for an effect: no statement begins with it here."""
        begun = self._table.begin().parser_state.state_stack
        in_provision = word.type == "ALLOW" and self._table.accepts(self.stack, "PERMIT")
        return in_provision and not self._scanner.leads_on(begun, (), word.start, 3)

    def _is_too_deep(self, word: Word) -> bool:
        if word.type in _CHAINED:
            self._chained += 1
        elif word.type in reserved() and word.type not in ("AND", "OR"):
            self._chained = 0
        return len(self.stack) > _DEEPEST or self._chained > _LONGEST_CHAIN

    # Behind a mistake.

    def _past(self, word: Word | Unreadable, *, ends: bool = False) -> Word | Unreadable | None:
        """Go on behind what does not fit, and report it unless it only closes what was reported when it opened."""
        stop = self._stop(word, ends=ends)
        terminals = self._owed_as(word, ends=ends)
        if terminals is not None:
            return self._with(terminals, word.start, word.start if ends else word.end)
        if ends and stop.opening is not None and stop.opening.start == stop.opening.end:  # one that was left out
            return self._with((stop.closer,), word.start, word.start)
        return self._past_mistake(mistake(stop))

    def _stop(self, word: Word | Unreadable, *, ends: bool = False) -> Stop:
        return Stop(self._scanner, self._table, list(self.stack), tuple(self._trail), word, ends=ends)

    def _past_mistake(self, found: Mistake) -> Word | Unreadable | None:
        """Report what does not fit and go on."""
        is_clear = found.reads is not None
        if is_clear or not self._doubtful:
            self._mistakes.append(found.finding)
        if found.reads is None:
            return self._next_clause(found.resume)
        start = self._scanner.start
        closes = found.reads[:1] in _CLOSERS
        if not found.reads and found.resume <= start:
            return self._next_clause(start)
        if found.resume == start and not (closes or self._scanner.leads_on(self.stack, found.reads, start)):
            return self._next_clause(start)
        return self._with(found.reads, start, found.resume)

    def _with(self, terminals: tuple[str, ...], start: int, end: int) -> Word | Unreadable | None:
        """Go on with what was meant in place of what stands between two offsets."""
        self._owe(terminals, self._scanner.between(start, end).strip())
        for terminal in terminals:
            if not self._table.accepts(self.stack, terminal):
                return self._next_clause(end)
            self._feed(self._scanner.word_for(terminal, start, end))
        self._doubtful = _DOUBTFUL
        self._scanner.go_to(end)
        return self._scanner.next(self.stack)

    def _owe(self, terminals: tuple[str, ...], opening: str) -> None:
        """Remember that a bracket was read as a brace, or as nothing: what closes it is no second mistake.

        A colon in place of a brace is closed by nothing.
        """
        closers = _PAIRS.get(opening)
        if (terminals == ("_LBRACE",) and closers is not None) or (terminals == () and closers):
            self._owed.append((closers, ("RBRACE",) if terminals else ()))

    def _owed_as(self, word: Word | Unreadable, *, ends: bool) -> tuple[str, ...] | None:
        """Tell as what to read the closer of such a bracket, or the end of the statement in its place."""
        for index in range(len(self._owed) - 1, -1, -1):
            sign, terminals = self._owed[index]
            fits = not terminals or self._table.accepts(self.stack, terminals[0])
            if fits and (ends or self._scanner.between(word.start, word.end) in set(sign)):
                del self._owed[index:]
                return terminals
        return None

    def _next_clause(self, position: int) -> Word | Unreadable | None:
        """Leave what was begun and go on at the next clause that can stand in the statement; none when none can."""
        if (height := self._height_of_row()) is not None:
            return self._next_row(position, height)
        for terminal, start in self._scanner.clauses_from(position):
            if start <= self._resumed:
                continue
            height = len(self.stack)
            while height > 1 and not self._table.accepts(self.stack[:height], terminal):
                height -= 1
            if height > 1:
                self._cut(height)
                self._resumed = start
                self._doubtful = 0
                self._scanner.go_to(start)
                return self._scanner.next(self.stack)
        return None

    def _height_of_row(self) -> int | None:
        """Tell how high the stack of the parser was where a row of the table that is being read could begin."""
        heights = range(len(self.stack), 1, -1)
        return next((h for h in heights if "row" in self._table.choices(self.stack[:h])), None)

    def _next_row(self, position: int, height: int) -> Word | Unreadable | None:
        """Leave the row, and go on at the next line or at the brace that ends the table."""
        start = self._scanner.row_from(max(position, self._resumed + 1))
        if start is None:
            return None
        self._cut(height)
        if not self._table.accepts(self.stack, "RBRACE"):  # a table without a row could not be closed
            for terminal in ("STAR", "_COLON", "PERMIT"):
                self._feed(self._scanner.word_for(terminal, start, start))
        self._resumed = start
        self._doubtful = 0
        self._scanner.go_to(start)
        return self._scanner.next(self.stack)

    def _cut(self, height: int) -> None:
        """Take from the parser all that lies above a height of its stack, and from the trail the words of it."""
        lowest = len(self.stack)
        kept = len(self._trail)
        for index in range(len(self._trail) - 1, -1, -1):
            lowest = min(lowest, self._heights[index])
            if lowest > height:
                kept = index
            lowest = min(lowest, self._heights[index] - 1)
        del self.stack[height:], self._values[height - 1 :]
        del self._trail[kept:], self._heights[kept:]

    def _is_missing(self, finding: Finding) -> bool:
        """Tell whether what seems to be missing does not stand where something could not be read."""
        assert finding.span is not None
        provision = bisect_left(self._begun, finding.span)
        return all(bisect_left(self._begun, mistake.span) != provision for mistake in self._mistakes if mistake.span)


def _finished(values: list[Any]) -> Iterator[Built]:
    """Find the provisions of a block given up that were read to their end."""
    for value in values:
        if isinstance(value, Built):
            yield value
        elif isinstance(value, Tree):
            yield from _finished(value.children)
