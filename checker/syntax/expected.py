"""What could have come, in the reader's words.

Takes the terminals that the parser would accept and the words of the statement so far; gives a phrase such as "the
name of a question" or "`and`, a clause of a provision or an effect".
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.findings import Message, Series, either, say
from checker.syntax.keywords import canonical, quoted
from checker.syntax.table import END
from checker.syntax.words import Word

_MOST = 7
_UNSAID = frozenset({END, "_DOT", "_COMMA", "_SLASH", "PLUS", "MINUS"})  # what goes on with a word already there

_STATEMENT = (
    "RULEBOOK CODES KINDS LEVELS RECORD FACT DEFINE NEVER DOCUMENT REPEAL NOT_ENCODED QUESTION PROVISION UNDER "
    "KNOWN_GAP OPEN_POINT ALLOW"
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
_GROUPS: tuple[tuple[frozenset[str], frozenset[str], tuple[Message, ...]], ...] = tuple(
    (frozenset(needs.split()), frozenset(covers.split()), said)
    for needs, covers, said in (
        ("RULEBOOK PROVISION", _STATEMENT, (say("a statement such as `provision` or `question`"),)),
        ("ALL_OF NAME", _CONDITION, (say("a condition"),)),
        ("BOOLEAN NAME", _TYPE, (say("a type"),)),
        (
            "COUNT NAME",
            _OPERAND,
            (
                say("a fact"),
                say("a value"),
            ),
        ),
        ("NAME STRING INTEGER", _OPERAND, (say("a value"),)),
        (
            "NAME STRING",
            "NAME STRING",
            (
                say("a node"),
                say("a code"),
            ),
        ),
        ("INTEGER DAY STRING", _OPERAND, (say("a value"),)),
        ("INTEGER FRACTION", "INTEGER FRACTION MINUS", (say("a number"),)),
        ("INTEGER", "INTEGER", (say("a whole number"),)),
        ("IS IN BETWEEN", _COMPARISON, (say("a comparison (`is`, `in` …)"),)),
        (
            "GIVEN ABSENT",
            "GIVEN ABSENT NOT",
            (
                quoted("NOT"),
                quoted("GIVEN"),
                quoted("ABSENT"),
            ),
        ),
        (
            "LATE WITHIN AT_LEAST",
            "LATE WITHIN AT_LEAST",
            (
                quoted("LATE"),
                say("a period (`within`, `at least`)"),
            ),
        ),
        (
            "AND OR",
            "AND OR UNLESS",
            (
                quoted("AND"),
                quoted("OR"),
                quoted("UNLESS"),
            ),
        ),
        ("DAYS MEASURE", _UNIT, (say("a unit"),)),
        ("CURRENCY", "CURRENCY", (say("a currency such as `CNY`"),)),
        ("ITEM ARTICLE", _STEP, (say("a place such as `item 4`"),)),
        (
            "BY NOTE WITHIN AT_LEAST",
            "BY NOTE WITHIN AT_LEAST",
            (
                quoted("BY"),
                quoted("WITHIN"),
                quoted("AT_LEAST"),
                quoted("NOTE"),
            ),
        ),
        ("PERMIT LEAVE", _EFFECT, (say("an effect (`permit`, `forbid` …)"),)),
        (
            "PERMIT FORBID",
            _EFFECT,
            (
                quoted("PERMIT"),
                quoted("FORBID"),
                quoted("REQUIRE"),
                quoted("EXEMPT"),
            ),
        ),
        ("WHEN REPLACES", _OF_PROVISION, (say("a clause of a provision (`cites`, `when` …)"),)),
        ("ABOUT CHOICES", _OF_QUESTION, (say("a clause of a question (`within`, `about` …)"),)),
        ("RANK ISSUER", _OF_DOCUMENT, (say("a clause of a document (`rank`, `issuer` …)"),)),
        ("RANKS RULING", _HEADER, (say("a clause of the rulebook (`ranks`, `roles` …)"),)),
        ("PROVISION UNDER", "PROVISION UNDER", (say("a provision"),)),
        ("FIELD", "FIELD", (say("the name of a field"),)),
        ("STRING", "STRING", (say("a text in quotation marks"),)),
        ("DAY", "DAY", (say("a date such as 2015-10-01"),)),
    )
)

# What a name means after the last of these words; a pair says it more exactly, the earlier word first.
_QUESTION, _DOCUMENT, _PROVISION = (
    say("the name of a question"),
    say("the name of a document"),
    say("the name of a provision"),
)
_RANK, _ROLE, _FACT, _LIST = (
    say("the name of a rank"),
    say("the name of a role"),
    say("the name of a fact"),
    say("the name of a list"),
)
_NAMED: dict[str, Message] = {
    **dict.fromkeys(("PERMIT", "FORBID", "REQUIRE", "EXEMPT", "DECIDE", "LEAVE", "TABLE"), _QUESTION),
    **dict.fromkeys(("CITES", "REPEAL", "NOT_ENCODED", "AUTHORISED_BY"), _DOCUMENT),
    **dict.fromkeys(("EXCEPTION_TO", "PROVISO_TO", "OVERRIDES", "REPLACES", "APPLY"), _PROVISION),
    **dict.fromkeys(("RANK", "RANKS", "RULING"), _RANK),
    **dict.fromkeys(("ROLES", "DECIDED_BY", "BY", "TO"), _ROLE),
    **dict.fromkeys(("ABOUT", "DONE_AT", "CHOICES", "UNIFORM_ACROSS", "GOVERNED_BY", "ELSE"), _FACT),
    **dict.fromkeys(("AFTER", "BEFORE", "EARLIEST_OF", "SUM", "OF"), _FACT),
    **dict.fromkeys(("FOR_EACH", "ANY", "EVERY", "NO", "COUNT"), say("a name for the element")),
    "IN": _LIST,
    "RULEBOOK": say("a name for the rulebook"),
    "CODES": say("a name for the code table"),
    "KINDS": say("a name for the tree"),
    "LEVELS": say("a name for the scale"),
    "RECORD": say("a name for the record"),
    "FACT": say("a name for the fact"),
    "DEFINE": say("a name for the definition"),
    "DOCUMENT": say("a name for the document"),
    "QUESTION": say("a name for the question"),
    "PROVISION": say("a name for the provision"),
    "KNOWN_GAP": say("a name for the gap"),
    "OPEN_POINT": say("a name for the open point"),
    "ALLOW": say("the id of a finding"),
    "BETWEEN": say("a name that the finding is about"),
    "READING": say("a name for the reading"),
    "ISSUER": say("the name of the issuer"),
    "STANDING": say("a standing such as `read` or `translated`"),
    "ON": say("the name of a provision or a question"),
    "LIST_OF": say("the name of a record"),
    "PERIOD_COUNTS": say("a day to count from"),
    "ROLLS": say("a way of rolling"),
    "_LBRACE": say("a value"),
}
_PAIRS: dict[tuple[str, str], Message] = {
    ("REPEAL", "BY"): _DOCUMENT,
    ("REPLACES", "BY"): _DOCUMENT,
    ("UNLESS_OTHERWISE_PROVIDED", "BY"): _RANK,
    ("RULING", "BY"): say("the name of who rules"),
    ("TABLE", "BY"): _FACT,
    ("EXCEPTION_TO", "IN"): _QUESTION,
    ("KNOWN_GAP", "IN"): _QUESTION,
    ("ALLOW", "ON"): say("a name that the finding is about"),
}
_TELLING = frozenset(_NAMED) | {first for first, _ in _PAIRS}


def expected(accepted: frozenset[str], trail: Sequence[Word]) -> Series:
    """Put the accepted terminals into words: `a`, `b` or `c`."""
    left = set(worth_saying(accepted))
    phrases: list[Message] = []
    for needs, covers, said in _GROUPS:
        if needs <= left:
            phrases += said
            left -= covers
    if "NAME" in left:
        phrases.insert(0, _name_wanted([word.type for word in trail]))
        left.remove("NAME")
    phrases += map(quoted, sorted(left, key=canonical))
    if END in accepted:
        phrases.append(say("the next statement"))
    if len(phrases) > _MOST:
        phrases[_MOST - 1 :] = [say("something else that goes on here")]
    return either(phrases)


def worth_saying(accepted: frozenset[str]) -> frozenset[str]:
    """Leave out what only goes on with a word already there, unless that is all."""
    return accepted - _UNSAID or accepted - {END}


def _name_wanted(types: Sequence[str]) -> Message:
    if types[-1:] == ["_SLASH"]:
        return say("another name for the same")
    telling = [t for t in types if t in _TELLING]
    if not telling:
        return say("a name")
    return _PAIRS.get((telling[-2], telling[-1]) if len(telling) > 1 else ("", ""), _NAMED[telling[-1]])
