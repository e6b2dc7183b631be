"""Slips that no pattern can tell: what was meant is asked of the parser, by reading on as if it stood there.

Each judge takes the place at which the parser cannot go on and gives what it has seen, or nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from checker.findings import Related, likeness, say
from checker.syntax.chinese import proposed_split
from checker.syntax.expected import expected, worth_saying
from checker.syntax.keywords import keywords, marks, phrases, reserved, spelled
from checker.syntax.slips.stop import CLOSERS, NO_WORD, Seen, Stop
from checker.syntax.table import END
from checker.texts import has_han

_ALIKE, _ALIKE_IN_CHINESE = 0.6, 0.5  # many a Chinese keyword has two characters
_EACH_ALIKE = 0.4  # each word of a phrase to its own
_PHRASE = re.compile(r"[^\W\d]\w*(?:[ \t]+[^\W\d]\w*)*")
_COUNTED = re.compile("[\u4e00-\u9fff][0-9０-９]")  # several words in one run
_SMALL_WORDS = frozenset({"as", "at", "by", "for", "from", "in", "is", "of", "on", "to", "with", "作为", "为", "于"})
_NEVER_MISSPELT = _SMALL_WORDS | {"and", "be", "not", "or", "per", "the"}
_NAMED_BY = frozenset(
    {"RULEBOOK", "CODES", "KINDS", "LEVELS", "RECORD", "FACT", "DEFINE", "DOCUMENT", "QUESTION", "PROVISION"}
    | {"KNOWN_GAP", "OPEN_POINT"}
)
_OPENS_CONDITION = re.compile(
    r"(?:not|非|any|every|no|all of|any of|任一|所有|无|同时符合|符合其一)(?!\w)|[(（](?!\w{1,3}[)）])"
)
_ENDS_CONDITION = re.compile(r"(?:and|or|permit|forbid|require|exempt|且|并且|或|准予|禁止|不得|应当|免予)(?!\w)")
_SAYING = frozenset({"PERMIT", "FORBID", "REQUIRE", "EXEMPT", "AND", "OR", "WHEN"})  # as likely meant as written
_JOINING = frozenset({"BY", "TO", "IN", "ON", "OF", "FROM", "EQUAL", "_COLON", "_LBRACE"})
_NEVER_DOUBLED = frozenset({NO_WORD, "_LPAR", "RPAR", "_LBRACE", "RBRACE"})


# Brackets.


def not_closed(opening: str, stop: Stop) -> Seen | None:
    """Recognise a bracket that is still open where the text ends or another statement begins."""
    bracket = stop.opening
    if bracket is None or bracket.type != opening or not stop.ends:
        return None
    other = say("the text ends here") if stop.type == END else say("another statement begins here")
    related = (Related(stop.word_span, other),)
    reads = (CLOSERS[opening],)
    return Seen(bracket.start, bracket.end, stop.start, stop.start, reads, related=related)


def not_closed_before(opening: str, stop: Stop) -> Seen | None:
    """Recognise a bracket left open before a word that would fit behind it."""
    bracket = stop.opening
    if bracket is None or bracket.type != opening or stop.type == NO_WORD:
        return None
    if opening == "_LBRACE" and "_COMMA" not in stop.accepted:  # no list: what is in these braces may be anything
        return None
    # Where a line begins with what fits nowhere, the word itself is a second mistake.
    on_new_line = opening == "_LPAR" and stop.begins_line
    if not (on_new_line or stop.leads_on((CLOSERS[opening],), 0)):
        return None
    close = CLOSERS[opening]
    related = (Related(bracket.span, say("opened here")),)
    return Seen(stop.start, stop.end, stop.start, stop.start, (close,), {"close": spelled(close)}, related)


def closer_too_many(stop: Stop) -> Seen | None:
    """Recognise a bracket that closes what nothing has opened."""
    sign = stop.rest[:1]
    if not sign or sign not in "})]｝）］】":
        return None
    types = [word.type for word in stop.trail]
    if any(types.count(opening) > types.count(close) for opening, close in CLOSERS.items() if close == stop.type):
        return None
    return Seen(stop.start, stop.start + 1, stop.start, stop.start + 1, ())


# Names.


def run_together(stop: Stop) -> Seen | None:
    """Recognise Chinese words that hide in a run of characters."""
    if stop.type not in ("NAME", "FIELD"):
        return None
    split = proposed_split(stop.text)
    if split is None:
        return None
    return Seen(stop.start, stop.end, stop.start, stop.start, None, {"split": split})


def keyword_as_name(stop: Stop) -> Seen | None:
    """Recognise a word of the language where a name belongs, and the words behind go on as behind a name."""
    name = next((t for t in ("NAME", "FIELD") if t in stop.accepted), "")
    if not name or stop.type not in reserved() or stop.begins_line or not stop.leads_on((name,), stop.length, 2):
        return None
    if not stop.ends and stop.leads_on((), stop.length, 3):
        return None
    mend = f"「{stop.text}」" if stop.type not in _SAYING else None
    return Seen(stop.start, stop.end, stop.start, stop.end, (name,), mend=mend)


def condition_unopened(stop: Stop) -> Seen | None:
    """Recognise a condition at the beginning of a line, where a provision has none yet and could have one."""
    provision = max((i for i, word in enumerate(stop.trail) if word.type in ("PROVISION", "UNDER")), default=-1)
    if provision < 0 or not stop.begins_line or "WHEN" not in stop.accepted:
        return None
    if any(word.type == "WHEN" for word in stop.trail[provision:]):
        return None
    behind = stop.scanner.ahead(stop.end).lstrip()
    if not (_OPENS_CONDITION.match(stop.rest) or _ENDS_CONDITION.match(behind)) or not stop.leads_on(("WHEN",), 0, 2):
        return None
    return Seen(stop.start, stop.end, stop.start, stop.start, ("WHEN",))


def condition_unjoined(stop: Stop) -> Seen | None:
    """Recognise a further condition at the beginning of a line, behind one that may end there."""
    if not stop.begins_line or stop.type != "NAME" or "AND" not in stop.accepted or "PERMIT" not in stop.accepted:
        return None
    behind = stop.scanner.ahead(stop.end).lstrip()
    if not _ENDS_CONDITION.match(behind) or not stop.leads_on(("AND",), 0, 2):
        return None
    return Seen(stop.start, stop.end, stop.start, stop.start, ("AND",))


def name_left_out(stop: Stop) -> Seen | None:
    """Recognise a declaration that goes on without a name."""
    last = stop.trail[-1] if stop.trail else None
    if last is None or last.type not in _NAMED_BY or "NAME" not in stop.accepted or not stop.leads_on(("NAME",), 0):
        return None
    if stop.type in ("NAME", "FIELD", END) or stop.ends:
        return None
    values = {"statement": spelled(last.type), "before": spelled(last.type)}
    return Seen(stop.start, stop.end, stop.start, stop.start, ("NAME",), values)


# Words.


def doubled(stop: Stop) -> Seen | None:
    """Recognise a word that stands there a second time."""
    if not stop.trail or stop.type in _NEVER_DOUBLED or stop.length == 0:
        return None
    last = stop.trail[-1]
    if stop.scanner.between(last.start, last.end) != stop.text or not stop.leads_on((), stop.length, 2):
        return None
    return Seen(stop.start, stop.end, stop.start, stop.end, ())


def capitals(stop: Stop) -> Seen | None:
    """Recognise a keyword that differs from the right one in capital letters alone."""
    found = _PHRASE.match(stop.rest)
    if found is None or not found[0][:1].isascii() or found[0].islower():
        return None
    words = re.split(r"[ \t]+", found[0])
    for phrase in phrases().get(words[0].lower(), ()):
        lowered = stop.rest.lower()
        rest = phrase.rest.match(lowered, len(words[0])) if phrase.rest else None
        if phrase.terminal in stop.accepted and (rest or phrase.rest is None):
            length = rest.end() if rest else len(words[0])
            end = stop.start + length
            return Seen(stop.start, end, stop.start, end, (phrase.terminal,))
    return None


def misspelt(stop: Stop) -> Seen | None:
    """Recognise a word most like a keyword that could stand there."""
    if stop.ends or stop.type in reserved() or stop.text in _NEVER_MISSPELT:
        return None
    found = sorted(_alike(worth_saying(stop.accepted), stop.rest))
    if not found:
        return None
    _, spelling, terminal, phrase = found[0]
    others = {other for _, _, other, _ in found} - {terminal}
    is_clear = phrase.count(" ") == spelling.count(" ") or spelling.startswith(f"{phrase} ")
    end = stop.start + len(phrase)
    reads = (terminal,) if is_clear else None
    sure = is_clear and not others and _differs_little(phrase, spelling) and stop.leads_on((terminal,), len(phrase), 2)
    resume = end if is_clear else stop.start
    return Seen(stop.start, end, stop.start, resume, reads, {"spelling": spelling}, mend=spelling if sure else None)


def _differs_little(phrase: str, spelling: str) -> bool:
    """Tell whether nothing was added that could mean more: in Chinese each character may be a word."""
    return not has_han(phrase) or len(phrase) == len(spelling)


def nearest_keyword(accepted: frozenset[str], rest: str) -> str:
    """Return the terminal of the keyword that what stands here is most like; empty when it is like none."""
    alike = min(_alike(accepted, rest), default=None)
    return alike[2] if alike else ""


def other_word(stop: Stop) -> Seen | None:
    """Recognise a small word, or a sign, in place of the only one that could stand there."""
    if "PERMIT" in stop.accepted:  # many a clause could stand there
        return None
    if stop.text not in _SMALL_WORDS and (stop.type == "_COMMA" or stop.type not in marks().values()):
        return None
    return next((seen for only in _plain(stop) if (seen := _instead(stop, only, stop.length))), None)


def one_word_left_out(stop: Stop) -> Seen | None:
    """Recognise that a small word, or a mark, that could stand there has been left out."""
    if stop.ends or stop.text in _SMALL_WORDS or stop.type in reserved() or _COUNTED.search(stop.text):
        return None
    return next((seen for only in _plain(stop) if (seen := _instead(stop, only, 0))), None)


def broken_off(stop: Stop) -> Seen | None:
    """Recognise a statement that another one, or the end of the text, breaks off."""
    if not stop.ends or not stop.trail:
        return None
    last = stop.trail[-1]
    values = {"wanted": expected(stop.accepted, stop.trail)}
    related = () if stop.type == END else (Related(stop.word_span, say("another statement begins here")),)
    return Seen(last.start, last.end, stop.start, stop.start, None, values, related)


def _plain(stop: Stop) -> list[str]:
    return sorted(_JOINING & stop.accepted)


def _instead(stop: Stop, terminal: str, length: int) -> Seen | None:
    if not stop.leads_on((terminal,), length, 3):
        return None
    return Seen(stop.start, stop.end, stop.start, stop.start + length, (terminal,))


def _alike(accepted: frozenset[str], rest: str) -> Iterator[tuple[float, str, str, str]]:
    words = _words(rest)
    if words and len(words[0]) == 1:  # no letter of it need be right
        return
    least = _ALIKE_IN_CHINESE if words and has_han(words[0]) else _ALIKE
    for keyword in keywords() if words else ():
        for spelling in keyword.spellings if keyword.terminal in accepted else ():
            if len(spelling) == 1:
                continue
            phrase = "".join(words[: 2 * spelling.count(" ") + 1])
            pairs = zip(phrase.split(), spelling.split(), strict=False)
            whole = all(_likeness(word, meant_word, _EACH_ALIKE) for word, meant_word in pairs)
            for found in {words[0], phrase} if whole else {words[0]}:
                if ratio := _likeness(" ".join(found.split()), spelling, least):
                    yield -ratio, spelling, keyword.terminal, found


@lru_cache(maxsize=4096)
def _likeness(word: str, spelling: str, least: float) -> float:
    """Tell how alike two words are, nothing where they are less so; most pairs are told apart by their letters."""
    letters = Counter(word.casefold())
    shared = sum(min(count, letters[letter]) for letter, count in Counter(spelling).items())
    if 2 * shared < least * (len(word) + len(spelling)):
        return 0
    ratio = likeness(word, spelling)
    return ratio if ratio >= least else 0


def _words(rest: str) -> list[str]:
    """Return the words that stand here in a row, each but the last with the blanks behind it as an entry."""
    found = _PHRASE.match(rest)
    return re.split(r"([ \t]+)", found[0]) if found else []
