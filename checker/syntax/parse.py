"""The parser: a block of rules into statements and findings.

Takes the lines of a file and the bounds of a block in it. Reads one statement after another; one that cannot be read
to its end is given up, and reading goes on at the next line that begins with a statement.
"""

from __future__ import annotations

from checker.findings import Finding, say
from checker.syntax.attempt import Attempt
from checker.syntax.lexer import Scanner
from checker.syntax.lines import Lines
from checker.syntax.nodes import ProvisionDeclaration, Statement, Under
from checker.syntax.table import END, rule_table
from checker.syntax.words import Word
from checker.texts import MOST_MISTAKES


def parse_block(lines: Lines, start: int, end: int) -> tuple[list[Statement], list[Finding]]:
    """Read the statements between two offsets of a file; one with a mistake in it is not among them."""
    table = rule_table()
    scanner = Scanner(lines, start, end, table)
    statements: list[Statement] = []
    findings: list[Finding] = []
    spare = 0  # closing braces that statements given up may have left over
    while True:
        attempt = Attempt(scanner, table, may_close=spare > 0)
        word = scanner.next(attempt.stack)
        if isinstance(word, Word) and word.type == END:
            return statements, findings
        if isinstance(word, Word) and word.type == "RBRACE" and spare:
            spare -= 1
            continue
        begin = scanner.start
        built = attempt.read(word)
        findings.extend(attempt.findings)
        if len(findings) > MOST_MISTAKES:
            return statements, [*findings[:MOST_MISTAKES], _too_many(lines, scanner.start)]
        if built is None:
            spare += max(0, attempt.open_braces() + scanner.seek_statement(begin))
            continue
        if attempt.is_whole:
            statements.append(built.statement)
        spare = spare if isinstance(built.statement, ProvisionDeclaration | Under) else 0


def _too_many(lines: Lines, at: int) -> Finding:
    sentence = say("more than {most} mistakes: what follows is not read", most=MOST_MISTAKES)
    return Finding("S190", sentence, lines.span(at, at), help=say("mend these first"))
