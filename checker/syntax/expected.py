"""What could have come, in the reader's words.

Takes the terminals that the parser would accept and the words of the statement so far; gives a phrase such as "the
name of a question" or "`and`, a clause of a provision or an effect".
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.syntax.keywords import canonical
from checker.syntax.table import END
from checker.syntax.words import Word

_MOST = 7
_UNSAID = frozenset({END, "_DOT", "_COMMA", "_SLASH", "PLUS", "MINUS"})  # what goes on with a word already there

_STATEMENT = (
    "RULEBOOK CODES KINDS LEVELS RECORD FACT DEFINE NEVER DOCUMENT REPEAL NOT_ENCODED QUESTION PROVISION UNDER "
    "KNOWN_GAP OPEN_POINT"
)
_HEADER = "VERSION COVERS_FROM REVIEWED_UNTIL RANKS RULING GOVERNED_BY ROLES TIMEZONE CALENDAR PERIOD_COUNTS"
_OF_DOCUMENT = (
    "RANK ISSUER NUMBER ISSUED ISSUED_BY IN_FORCE_FROM UNTIL ITEMS STANDING SOURCE APPLIES_WHEN PRACTICE BIND_OFFICERS"
)
_OF_QUESTION = (
    "FOR_EACH WITHIN ABOUT ANSWERS COLLECTS GOVERNED_BY SILENCE_MEANS DONE_WHEN DONE_AT CHOICES UNIFORM_ACROSS "
    "TOTAL PARTIAL CITES"
)
_OF_PROVISION = (
    "CITES FROM UNTIL REPLACES UNLESS_OTHERWISE_PROVIDED EXCEPTION_TO PROVISO_TO OVERRIDES AUTHORISED_BY READING WHEN"
)
_EFFECT = "PERMIT FORBID REQUIRE EXEMPT DECIDE LEAVE APPLY TABLE"
_OPERAND = "NAME INTEGER FRACTION MINUS STRING DAY MOMENT TRUE FALSE NOT_REQUIRED COUNT SUM"
_CONDITION = f"{_OPERAND} NOT ALL_OF ANY_OF ANY EVERY NO _LPAR"
_COMPARISON = "IS IN BETWEEN STARTS_WITH LESS AT_MOST GREATER NOT_LESS"
_TYPE = "BOOLEAN DATE DATETIME DURATION HS TEXT WHOLE PERCENT DECIMAL MONEY ONE_OF LIST_OF NAME"
_UNIT = "DAYS HOURS MINUTES MONTHS WORKING_DAYS PERCENT MEASURE CURRENCY"
_STEP = "ITEM ARTICLE PARAGRAPH POINT LOCATOR"

# What must be accepted for a phrase to be right, what it then covers, the phrases; in this order.
_GROUPS: tuple[tuple[frozenset[str], frozenset[str], str], ...] = tuple(
    (frozenset(needs.split()), frozenset(covers.split()), phrase)
    for needs, covers, phrase in (
        ("RULEBOOK PROVISION", _STATEMENT, "a statement such as `provision` or `question`"),
        ("ALL_OF NAME", _CONDITION, "a condition"),
        ("BOOLEAN NAME", _TYPE, "a type"),
        ("COUNT NAME", _OPERAND, "a fact|a value"),
        ("NAME STRING INTEGER", _OPERAND, "a value"),
        ("NAME STRING", "NAME STRING", "a node|a code"),
        ("INTEGER DAY STRING", _OPERAND, "a value"),
        ("INTEGER FRACTION", "INTEGER FRACTION MINUS", "a number"),
        ("INTEGER", "INTEGER", "a whole number"),
        ("IS IN BETWEEN", _COMPARISON, "a comparison (`is`, `in` …)"),
        ("GIVEN ABSENT", "GIVEN ABSENT NOT", "`not`|`given`|`absent`"),
        ("LATE WITHIN AT_LEAST", "LATE WITHIN AT_LEAST", "`late`|a period (`within`, `at least`)"),
        ("AND OR", "AND OR UNLESS", "`and`|`or`|`unless`"),
        ("DAYS MEASURE", _UNIT, "a unit"),
        ("CURRENCY", "CURRENCY", "a currency such as `CNY`"),
        ("ITEM ARTICLE", _STEP, "a place such as `item 4`"),
        ("BY NOTE WITHIN AT_LEAST", "BY NOTE WITHIN AT_LEAST", "`by`|`within`|`at least`|`note`"),
        ("PERMIT LEAVE", _EFFECT, "an effect (`permit`, `forbid` …)"),
        ("PERMIT FORBID", _EFFECT, "`permit`|`forbid`|`require`|`exempt`"),
        ("WHEN REPLACES", _OF_PROVISION, "a clause of a provision (`cites`, `when` …)"),
        ("ABOUT CHOICES", _OF_QUESTION, "a clause of a question (`within`, `about` …)"),
        ("RANK ISSUER", _OF_DOCUMENT, "a clause of a document (`rank`, `issuer` …)"),
        ("RANKS RULING", _HEADER, "a clause of the rulebook (`ranks`, `roles` …)"),
        ("PROVISION UNDER", "PROVISION UNDER", "a provision"),
        ("FIELD", "FIELD", "the name of a field"),
        ("STRING", "STRING", "a text in quotation marks"),
        ("DAY", "DAY", "a date such as 2015-10-01"),
    )
)

# What a name means after the last of these words; a pair says it more exactly, the earlier word first.
_QUESTION, _DOCUMENT, _PROVISION = "the name of a question", "the name of a document", "the name of a provision"
_RANK, _ROLE, _FACT, _LIST = "the name of a rank", "the name of a role", "the name of a fact", "the name of a list"
_NAMED: dict[str, str] = {
    **dict.fromkeys(("PERMIT", "FORBID", "REQUIRE", "EXEMPT", "DECIDE", "LEAVE", "TABLE"), _QUESTION),
    **dict.fromkeys(("CITES", "REPEAL", "NOT_ENCODED", "AUTHORISED_BY"), _DOCUMENT),
    **dict.fromkeys(("EXCEPTION_TO", "PROVISO_TO", "OVERRIDES", "REPLACES", "APPLY"), _PROVISION),
    **dict.fromkeys(("RANK", "RANKS", "RULING"), _RANK),
    **dict.fromkeys(("ROLES", "DECIDED_BY", "BY", "TO"), _ROLE),
    **dict.fromkeys(("ABOUT", "DONE_AT", "CHOICES", "UNIFORM_ACROSS", "GOVERNED_BY", "ELSE"), _FACT),
    **dict.fromkeys(("AFTER", "BEFORE", "EARLIEST_OF", "SUM", "OF"), _FACT),
    **dict.fromkeys(("FOR_EACH", "ANY", "EVERY", "NO", "COUNT"), "a name for the element"),
    "IN": _LIST,
    "RULEBOOK": "a name for the rulebook",
    "CODES": "a name for the code table",
    "KINDS": "a name for the tree",
    "LEVELS": "a name for the scale",
    "RECORD": "a name for the record",
    "FACT": "a name for the fact",
    "DEFINE": "a name for the definition",
    "DOCUMENT": "a name for the document",
    "QUESTION": "a name for the question",
    "PROVISION": "a name for the provision",
    "KNOWN_GAP": "a name for the gap",
    "OPEN_POINT": "a name for the open point",
    "READING": "a name for the reading",
    "ISSUER": "the name of the issuer",
    "STANDING": "a standing such as `read` or `translated`",
    "ON": "the name of a provision or a question",
    "LIST_OF": "the name of a record",
    "PERIOD_COUNTS": "a day to count from",
    "ROLLS": "a way of rolling",
    "_LBRACE": "a value",
}
_PAIRS: dict[tuple[str, str], str] = {
    ("REPEAL", "BY"): _DOCUMENT,
    ("REPLACES", "BY"): _DOCUMENT,
    ("UNLESS_OTHERWISE_PROVIDED", "BY"): _RANK,
    ("RULING", "BY"): "the name of who rules",
    ("TABLE", "BY"): _FACT,
    ("EXCEPTION_TO", "IN"): _QUESTION,
    ("KNOWN_GAP", "IN"): _QUESTION,
}
_TELLING = frozenset(_NAMED) | {first for first, _ in _PAIRS}


def expected(accepted: frozenset[str], trail: Sequence[Word]) -> str:
    """Put the accepted terminals into words: `a`, `b` or `c`."""
    left = set(worth_saying(accepted))
    phrases: list[str] = []
    for needs, covers, phrase in _GROUPS:
        if needs <= left:
            phrases += phrase.split("|")
            left -= covers
    if "NAME" in left:
        phrases.insert(0, _name_wanted([word.type for word in trail]))
        left.remove("NAME")
    phrases.extend(f"`{spelling}`" for spelling in sorted(canonical(terminal) for terminal in left))
    if END in accepted:
        phrases.append("the next statement")
    if len(phrases) > _MOST:
        phrases[_MOST - 1 :] = ["something else that goes on here"]
    return phrases[0] if len(phrases) == 1 else f"{', '.join(phrases[:-1])} or {phrases[-1]}"


def worth_saying(accepted: frozenset[str]) -> frozenset[str]:
    """Leave out what only goes on with a word already there, unless that is all."""
    return accepted - _UNSAID or accepted - {END}


def _name_wanted(types: Sequence[str]) -> str:
    if types[-1:] == ["_SLASH"]:
        return "another name for the same"
    telling = [t for t in types if t in _TELLING]
    if not telling:
        return "a name"
    return _PAIRS.get((telling[-2], telling[-1]) if len(telling) > 1 else ("", ""), _NAMED[telling[-1]])
