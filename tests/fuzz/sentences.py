"""Texts made from the grammar, and texts of our own with a few words spoilt.

What is made from the grammar is a statement that the parser reads, in the keywords of either language, with names of
the rulebook that it is put beside; whether it makes sense is left to chance. Nothing here expects anything of what is
made.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from hypothesis import strategies as st
from lark import Lark, Token
from lark.grammar import Rule, Symbol
from lark.lexer import Lexer

from checker.syntax import keywords
from checker.syntax.keywords import grammar_text, marks

NAMES = (
    "day", "legs", "leg", "l", "seal", "封志", "go", "a_law", "a_rule", "mode", "运输", "transit", "integration",
    "class", "a", "d", "sealed", "allowed", "number", "heavy", "first", "second", "office", "weight", "customs",
    "carrier", "x", "law", "rule", "kg", "CNY", "gacc", "read", "none_speaks",
)  # fmt: skip
WORDS = {
    "NAME": NAMES,
    "FIELD": NAMES,
    "STRING": ('"x"', '"codes/office.yaml"', '"36"', "“甲”"),
    "INTEGER": ("0", "1", "14", "100", "999999999999"),
    "FRACTION": ("0.5", "12.345"),
    "DAY": ("2015-01-01", "2016-02-29", "2016-02-30", "2020-12-31"),
    "MOMENT": ("2016-03-20 08:30", "2016-03-20 24:00"),
    "LOCATOR": ("第二条", "第1条第二款", "第三项"),
}
SPOILT = st.sampled_from(
    ("", " ", "}", "{", "(", '"', "。", "，", "\n", "=", "第", "「", "#", "\t", "且", " and ", "0", "x")
)
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_DEEP = 12


class _Unused(Lexer):
    """Keeps Lark from building a lexer."""

    def __init__(self, configuration: object) -> None: ...

    def lex(self, _lexer_state: object, _parser_state: object) -> Iterator[Token]:
        return iter(())


@st.composite
def statements(draw: st.DrawFn) -> str:
    """Draw a few statements of the grammar."""
    language = draw(st.integers(0, 1))
    many = draw(st.integers(1, 3))
    return "\n".join(" ".join(_words(draw, _start(), language, _DEEP)) for _ in range(many))


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """Cut, double or swap words of a text, or put something in, a few times."""
    words = _TOKEN.findall(text)
    for _ in range(draw(st.integers(1, 4))):
        at, other = (draw(st.integers(0, max(0, len(words) - 1))) for _ in range(2))
        match draw(st.integers(0, 4)) if words else 4:
            case 0:
                del words[at]
            case 1:
                words.insert(at, words[at])
            case 2:
                words[at], words[other] = words[other], words[at]
            case 3:
                del words[min(at, other) : max(at, other)]
            case _:
                words.insert(at, draw(SPOILT))
    return "".join(words)


@st.composite
def spoilt_bytes(draw: st.DrawFn, text: str) -> bytes:
    """Change a few bytes of a text, which need be no text afterwards."""
    data = bytearray(text.encode())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=3))
    return bytes(data)


def _words(draw: st.DrawFn, symbol: Symbol, language: int, left: int) -> Iterator[str]:
    """Expand a symbol; when nothing is left, by its least expansion."""
    if symbol.is_term:
        yield _spelled(draw, str(symbol.name), language)
        return
    choices = _rules()[str(symbol.name)]
    if left <= 0:
        least = min(_depth(rule) for rule in choices)
        choices = [rule for rule in choices if _depth(rule) == least]
    for inner in draw(st.sampled_from(choices)).expansion:
        yield from _words(draw, inner, language, left - 1)


def _spelled(draw: st.DrawFn, terminal: str, language: int) -> str:
    if terminal in WORDS:
        return draw(st.sampled_from(WORDS[terminal]))
    spellings = _spellings()[terminal]
    return spellings[language % len(spellings)]


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {k.terminal: (k.english[0], (k.chinese or k.english)[0]) for k in keywords()}
    for spelling, terminal in marks().items():
        found.setdefault(terminal, (spelling, spelling))
    return found


@cache
def _lark() -> Lark:
    return Lark(grammar_text(), parser="lalr", lexer=_Unused)


@cache
def _rules() -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in _lark().rules:
        found[str(rule.origin.name)].append(rule)
    return found


def _start() -> Symbol:
    return _rules()[_lark().options.start[0]][0].origin


@cache
def _depths() -> dict[str, int]:
    """Tell how deep each rule must at least be expanded."""
    found: dict[str, int] = {}
    while True:
        known = dict(found)
        for name, rules in _rules().items():
            depths = [
                1 + max((found.get(str(s.name), 99) for s in r.expansion if not s.is_term), default=0) for r in rules
            ]
            found[name] = min(depths)
        if found == known:
            return found


def _depth(rule: Rule) -> int:
    return 1 + max((_depths()[str(s.name)] for s in rule.expansion if not s.is_term), default=0)
