"""The parser: a block of rules into statements and findings.

Takes the lines of a file and the bounds of a block in it. Reads one statement after another; a statement that cannot
be read is reported once and given up, and reading goes on at the next line that begins with a statement.
"""

from __future__ import annotations

from typing import cast

from lark.exceptions import UnexpectedToken

from checker.findings import Finding
from checker.syntax.build import Built
from checker.syntax.keywords import reserved
from checker.syntax.lexer import Scanner
from checker.syntax.lines import Lines
from checker.syntax.mistakes import Place, mistake, too_deep
from checker.syntax.nodes import ProvisionDeclaration, Statement, Under
from checker.syntax.table import END, Table, rule_table
from checker.syntax.words import Word

_DEEPEST = 200  # states on the parser's stack: what nests deeper could not be walked by recursion
_LONGEST_CHAIN = 200  # operators of one clause that nest to the left: the same reason
_CHAINED = frozenset({"PLUS", "MINUS", "UNLESS"})


def parse_block(lines: Lines, start: int, end: int) -> tuple[list[Statement], list[Finding]]:
    """Read the statements between two offsets of a file."""
    table = rule_table()
    scanner = Scanner(lines, start, end, table)
    statements: list[Statement] = []
    findings: list[Finding] = []
    spare = 0  # closing braces that statements given up may have left over
    while True:
        attempt = _Attempt(scanner, table, may_close=spare > 0)
        word = scanner.next(attempt.stack)
        if isinstance(word, Word) and word.type == END:
            return statements, findings
        if isinstance(word, Word) and word.type == "RBRACE" and spare:
            spare -= 1
            continue
        begin = scanner.start
        read = attempt.read(word)
        if isinstance(read, Built):
            statements.append(read.statement)
            findings.extend(read.findings)
            spare = spare if isinstance(read.statement, ProvisionDeclaration | Under) else 0
        else:
            findings.append(read)
            spare += attempt.open_braces()
            scanner.seek_statement(lines.line_of(scanner.start), begin)


class _Attempt:
    """One statement while it is being read; `may_close`: a brace may close that an `under` given up has opened."""

    def __init__(self, scanner: Scanner, table: Table, *, may_close: bool) -> None:
        self._may_close = may_close
        self._scanner = scanner
        self._table = table
        self._parser = table.begin()
        self._trail: list[Word] = []
        self._chained = 0
        self.stack = self._parser.parser_state.state_stack

    def read(self, word: Word | Finding) -> Built | Finding:
        """Read on from the first word, to the end of the statement or to a mistake."""
        while isinstance(word, Word):
            ends = self._ends_before(word)
            if ends and self._table.accepts(self.stack, END):
                self._scanner.back_to(word)
                return cast(Built, self._parser.feed_token(Word(END, "", word.span, word.start, word.end)))
            before = list(self.stack)
            try:
                self._parser.feed_token(word)
            except UnexpectedToken:
                return mistake(Place(self._table, before, tuple(self._trail)), word, self._scanner.written(word), ends)
            self._trail.append(word)
            if self._is_too_deep(word):
                return too_deep(word)
            word = self._scanner.next(self.stack)
        return word

    def open_braces(self) -> int:
        """Count the braces that the words read so far leave open."""
        types = [word.type for word in self._trail]
        return max(0, types.count("_LBRACE") - types.count("RBRACE"))

    def _ends_before(self, word: Word) -> bool:
        if word.type == END:
            return True
        if not self._trail or self._table.accepts(self.stack, word.type):
            return False
        if word.type == "RBRACE":
            return self._may_close and self._trail[0].type in ("PROVISION", "UNDER")
        return word.type in self._table.starters

    def _is_too_deep(self, word: Word) -> bool:
        if word.type in _CHAINED:
            self._chained += 1
        elif word.type in reserved() and word.type not in ("AND", "OR"):
            self._chained = 0
        return len(self.stack) > _DEEPEST or self._chained > _LONGEST_CHAIN
