"""In which language a file is written: what its keywords say, or, of plans, its keys.

Takes a text of any kind of file, also one full of mistakes, and counts words; parses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.syntax.chinese import first_keyword
from checker.syntax.keywords import english_words
from checker.texts import has_han

_BLOCK = re.compile(
    r"^[ \t]*(`{3,}|~{3,})[ \t]*(rules|scenario)\b[^\n]*\n(.*?)(?:^[ \t]*\1|\Z)", re.MULTILINE | re.DOTALL
)
_PLAN = re.compile(r"^(?:plan|facts|as_of|readings|expect|expect_error|because)[ \t]*:(?=\s)", re.MULTILINE)
_KEY = re.compile(r"(?:^|[{,])[ \t\-]*[\"'「]?([^\W\d][\w.@ ]*?)[\"'」]?[ \t]*:(?=\s)", re.MULTILINE)
_NO_KEYWORDS = re.compile(r'"(?:\\[^\n]|[^"\\\n])*"|“(?:\\[^\n]|[^”\\\n])*”|「[^」\n]*」|#[^\n]*')
_RUN = re.compile(r"[^\W\d]\w*")
# So much of a file tells its language; a longer one is not read further.
_ENOUGH = 200_000


def keyword_language(text: str) -> str:
    """Tell whether a file is written with Chinese keywords (`zh`) or English ones (`en`), by the greater number.

    Of a page its rule blocks count; where nothing but plans is written, their keys.
    """
    text = text[:_ENOUGH]
    blocks = [(found[2], found[3]) for found in _BLOCK.finditer(text)]
    rules = [inner for holds, inner in blocks if holds == "rules"]
    if rules:
        return _majority(_keywords("\n".join(rules)))
    if blocks or _PLAN.search(text):
        plans = [inner for _, inner in blocks] or [text]
        return _majority(key for plan in plans for key in _keys(plan))
    return _majority(_keywords(text))


def _keywords(rules: str) -> Iterator[str]:
    english = english_words()
    for run in _RUN.findall(_NO_KEYWORDS.sub(" ", rules)):
        if run in english or (has_han(run) and first_keyword(run) is not None):
            yield run


def _keys(plan: str) -> Iterator[str]:
    """Go through the keys that are names: those of the frame have one spelling in every language."""
    bare = _PLAN.sub("", plan)
    yield from (found[1] for found in _KEY.finditer(bare))


def _majority(words: Iterable[str]) -> str:
    balance = sum(1 if has_han(word) else -1 for word in words)
    return "zh" if balance > 0 else "en"
