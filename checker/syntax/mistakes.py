"""What the parser says where it cannot go on: what it expected, in the reader's words, and what may be meant.

Takes the parser's place (its stack and the words of the statement so far) and the word that does not fit; gives one
finding. What was expected is put into words by `expected.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.findings import Finding, Related, nearest
from checker.syntax.chinese import proposed_split
from checker.syntax.expected import expected
from checker.syntax.keywords import reserved, spellings_of
from checker.syntax.table import END, Table
from checker.syntax.words import Word

_CLOSERS = {"_LBRACE": "RBRACE", "_LPAR": "RPAR"}
_LONGEST_QUOTE = 40
_MEANT = {"_COMMA": ("AND", "`and` or `or`"), "EQUAL": ("IS", "`is`"), "TRUE": ("IS", "`is`, in Chinese `为`")}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the parser stands: its stack before the word that does not fit, and the words that came before."""

    table: Table
    stack: list[int]
    trail: tuple[Word, ...]

    @property
    def accepted(self) -> frozenset[str]:
        """The terminals that could have come."""
        return self.table.accepted(self.stack)


def mistake(place: Place, word: Word, written: str, ends: bool) -> Finding:
    """Report a word that does not fit; `ends`: it is the end of the block or begins another statement."""
    accepted = place.accepted
    opening = _open_bracket(place.trail)
    if opening and _CLOSERS[opening.type] not in accepted:
        opening = None
    if ends and opening:
        return _never_closed(opening, word)
    wanted = expected(accepted, place.trail)
    if word.type == END and place.trail:
        last = place.trail[-1]
        return Finding("S101", f"expected {wanted}, found the end of the text", last.span, label="the text ends here")
    return Finding(
        "S101",
        f"expected {wanted}, found {_quoted(written)}",
        word.span,
        label="cannot be read here",
        help="" if ends else _advice(accepted, word, written),
        related=(Related(opening.span, "opened here"),) if opening else (),
    )


def too_deep(word: Word) -> Finding:
    """Report a statement whose parts nest deeper than anyone could read."""
    return Finding("S101", "statement that nests too deeply", word.span, label="too deep", help="use `define`")


def _never_closed(opening: Word, word: Word) -> Finding:
    closer = "}" if opening.type == "_LBRACE" else ")"
    stops = "the text ends here" if word.type == END else "another statement begins here"
    return Finding(
        "S103",
        f"`{opening}` is never closed",
        opening.span,
        label="opened here",
        help=f"write `{closer}` where it ends",
        related=(Related(word.span, stops),),
    )


def _advice(accepted: frozenset[str], word: Word, written: str) -> str:
    takes_name = bool(accepted & {"NAME", "FIELD"})
    if word.type in reserved():
        return f"write `「{written}」` if it is a name" if takes_name else ""
    possible, meant = _MEANT.get(word.type, ("", ""))
    if possible in accepted:
        return f"write {meant}"
    if word.type not in ("NAME", "FIELD"):
        return ""
    if split := proposed_split(str(word)):
        return f"write `{split}`"
    near = nearest(written, spellings_of(accepted))
    return f"write `{near}`" if near else ""


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
