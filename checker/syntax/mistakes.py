"""What the parser says where it cannot go on: what it expected, in the reader's words, and what may be meant.

Takes the parser's place (its stack and the words of the statement so far) and the word that does not fit; gives one
finding and what was meant. What was expected is put into words by `expected.py`; `meant.py` guesses.
"""

from __future__ import annotations

from msgspec import Struct

from checker.findings import Finding, Related, Span
from checker.syntax.expected import expected, worth_saying
from checker.syntax.keywords import canonical
from checker.syntax.meant import NOTHING, LeadsOn, Meant, meant, nearest_keyword
from checker.syntax.table import END, Table
from checker.syntax.words import Word

_CLOSERS = {"_LBRACE": "RBRACE", "_LPAR": "RPAR"}
_LONGEST_QUOTE = 40


class Place(Struct, frozen=True):
    """Where the parser stands: its stack before the word that does not fit, and the words that came before."""

    table: Table
    stack: list[int]
    trail: tuple[Word, ...]
    leads_on: LeadsOn

    @property
    def accepted(self) -> frozenset[str]:
        """The terminals that could have come."""
        return self.table.accepted(self.stack)


class Mistake(Struct, frozen=True):
    """What is said of a word that does not fit, and what was meant by it."""

    finding: Finding
    meant: Meant = NOTHING


def mistake(place: Place, word: Word, rest: str, ends: bool) -> Mistake:
    """Report a word that does not fit; `rest` is its line from there, `ends`: it is the end or begins a statement."""
    accepted = place.accepted
    opening = _open_bracket(place.trail)
    closer = _CLOSERS[opening.type] if opening else ""
    if opening and closer not in accepted:
        opening, closer = None, ""
    if ends and opening:
        return Mistake(_never_closed(opening, word), Meant("", (closer,), 0, is_clear=True))
    wanted = expected(accepted, place.trail)
    if word.type == END and place.trail:
        last = place.trail[-1].span
        label = "the text ends here"
        return Mistake(Finding("S101", f"expected {wanted}, found the end of the text", last, label=label))
    guess = NOTHING if ends else meant(worth_saying(accepted), word, rest, closer, place.leads_on)
    asks_to_close = closer in guess.terminals
    finding = Finding(
        "S101",
        f"expected {wanted}, found {_quoted(rest[: max(guess.length, word.end - word.start)])}",
        _longer(word.span, guess.length),
        label="cannot be read here",
        help=guess.advice,
        related=(Related(opening.span, "opened here"),) if opening and (asks_to_close or not guess.advice) else (),
    )
    return Mistake(finding, guess)


def begins_statement(place: Place, rest: str) -> bool:
    """Tell whether the first word of a line is one that begins a statement, misspelt, behind one that may end there.

    It is where nothing else could come, or where it is more like such a word than like any that could.
    """
    accepted, starters = place.accepted, place.table.starters
    if END not in accepted:
        return False
    return accepted == {END} or nearest_keyword(accepted | starters, rest) in starters - accepted


def too_deep(word: Word) -> Finding:
    """Report a statement whose parts nest deeper than anyone could read."""
    return Finding("S101", "statement that nests too deeply", word.span, label="too deep", help="use `define`")


def _never_closed(opening: Word, word: Word) -> Finding:
    stops = "the text ends here" if word.type == END else "another statement begins here"
    return Finding(
        "S103",
        f"`{opening}` is never closed",
        opening.span,
        label="opened here",
        help=f"write `{canonical(_CLOSERS[opening.type])}` where it ends",
        related=(Related(word.span, stops),),
    )


def _longer(span: Span, length: int) -> Span:
    """Let a span on one line cover so many characters at least."""
    if span.line != span.end_line:
        return span
    return Span(span.file, span.line, span.column, span.line, max(span.end_column, span.column + length))


def _open_bracket(trail: tuple[Word, ...]) -> Word | None:
    opened: list[Word] = []
    for word in trail:
        if word.type in _CLOSERS:
            opened.append(word)
        elif word.type in _CLOSERS.values() and opened:
            opened.pop()
    return opened[-1] if opened else None


def _quoted(written: str) -> str:
    text = " ".join(written.split())
    return f"`{text}`" if len(text) <= _LONGEST_QUOTE else f"`{text[:_LONGEST_QUOTE]}…`"
