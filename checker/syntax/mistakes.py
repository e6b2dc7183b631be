"""What the parser says where it cannot go on: the slip by its name, or what it expected in the reader's words.

Takes the place at which the parser stands and the word that does not fit; gives one finding, and what to read in place
of that word where it is clear what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from checker.findings import Edit, Finding, Message, Value, say
from checker.syntax.expected import expected
from checker.syntax.keywords import chinese_words, marks, spelled
from checker.syntax.slips import recognised
from checker.syntax.slips.judges import nearest_keyword
from checker.syntax.slips.slip import Slip, pattern
from checker.syntax.slips.stop import Seen, Stop
from checker.syntax.table import END
from checker.syntax.unreadable import Unreadable
from checker.syntax.words import Word

_LONGEST_QUOTE = 40
_EFFECTS = frozenset({"PERMIT", "FORBID", "REQUIRE", "EXEMPT", "DECIDE", "LEAVE", "APPLY", "TABLE"})
_COMPARISON = pattern("<path>(?:(?:<b>|(?<=」))(?:is|in|between|starts|为|属于|介于)<end>| [<>]=?)")
_FOR_READERS = re.compile(r"(?:[-+*•>|]|[0-9]{1,3}[.)、])(?=\s+[^\s0-9])|\*\*")


class Mistake(Struct, frozen=True):
    """What is said of a word that does not fit, and how to go on behind it.

    With the terminals `reads` in place of what stands from the word on up to `resume`; at the next clause from there
    where it is not clear what was meant.
    """

    finding: Finding
    reads: tuple[str, ...] | None
    resume: int


def mistake(stop: Stop) -> Mistake:
    """Report a word that does not fit."""
    known = recognised(stop)
    if known is not None:
        return Mistake(_named(stop, *known), known[1].reads, known[1].resume)
    if isinstance(stop.word, Unreadable):
        terminal = marks().get(stop.word.meant, "")
        return Mistake(stop.word.finding, (terminal,) if terminal in stop.accepted else None, stop.word.end)
    return Mistake(_unexpected(stop, stop.word), None, stop.start)


def begins_statement(stop: Stop) -> bool:
    """Tell whether the first word of a line is one that begins a statement, misspelt, behind one that may end there.

    It is where nothing else could come, or where it is more like such a word than like any that could, and where text
    for readers begins. A provision without an effect goes on.
    """
    accepted, starters = stop.accepted, stop.table.starters
    if END not in accepted or _COMPARISON.match(stop.rest) is not None:
        return False
    if accepted == {END} or _FOR_READERS.match(stop.rest) is not None:
        return True
    decides_nothing = stop.trail[0].type == "PROVISION" and not any(word.type in _EFFECTS for word in stop.trail)
    return not decides_nothing and nearest_keyword(accepted | starters, stop.rest) in starters - accepted


def too_deep(word: Word) -> Finding:
    """Report a statement whose parts nest deeper than anyone could read."""
    return Finding(
        "S190", say("statement that nests too deeply"), word.span, label=say("too deep"), help=say("use `define`")
    )


def _named(stop: Stop, slip: Slip, seen: Seen) -> Finding:
    lines = stop.scanner.lines
    found = _shortened(stop.scanner.between(seen.first, seen.last))
    values: dict[str, Value] = {"found": found, **seen.values}
    if seen.reads and slip.help and "{right}" in slip.help.template:
        values.setdefault("right", spelled(seen.reads[0]))
    if stop.trail:
        values.setdefault("statement", spelled(stop.trail[0].type))
        values.setdefault("previous", stop.trail[-1])
    mend = slip.mends if seen.mend is None else seen.mend
    return Finding(
        slip.id,
        _filled(slip.says, values),
        lines.span(seen.first, seen.last),
        help=_filled(slip.help, values) if slip.help else None,
        related=seen.related,
        edits=() if mend is None else (_edit(stop, slip, seen, _typed(mend, stop, seen, values)),),
    )


def _typed(mend: str, stop: Stop, seen: Seen, values: Mapping[str, Value]) -> str:
    """Write a mending out: the user's own words, and keywords in the language of the statement."""
    if mend != "{reads}":
        return mend.format_map(values)
    language = "zh" if any(word in chinese_words() for word in stop.trail) else "en"
    return " ".join(spelled(terminal).in_language(language) for terminal in seen.reads or ())


def _edit(stop: Stop, slip: Slip, seen: Seen, text: str) -> Edit:
    """Write a text where the caret is, or before it; no two words may run into one."""
    first, last = (seen.first, seen.first) if slip.before else (seen.first, seen.last)
    before = stop.scanner.between(first - 1, first) if first else ""
    after = stop.scanner.between(last, last + 1)
    if not text and before.isspace() and after in (" ", "\t"):
        last += 1
    left = " " if _is_word(before) and _is_word(text[:1] or after) else ""
    right = " " if text and (slip.before or (_is_word(after) and _is_word(text[-1:]))) else ""
    return Edit(stop.scanner.lines.span(first, last), f"{left}{text}{right}")


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _filled(message: Message, values: Mapping[str, Value]) -> Message:
    """Fill the braces of a sentence of the table."""
    wanted = ((name, value) for name, value in values.items() if f"{{{name}}}" in message.template)
    return Message(message.template, tuple(wanted))


def _unexpected(stop: Stop, word: Word) -> Finding:
    wanted = expected(stop.accepted, stop.trail)
    if word.type == END and stop.trail:
        return Finding(
            "S101",
            say("expected {wanted}, found the end of the text", wanted=wanted),
            stop.trail[-1].span,
            label=say("the text ends here"),
        )
    return Finding(
        "S101",
        say("expected {wanted}, found `{found}`", wanted=wanted, found=_shortened(stop.text)),
        word.span,
        label=say("cannot be read here"),
    )


def _shortened(written: str) -> str:
    text = " ".join(written.split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
