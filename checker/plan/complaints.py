"""What the YAML library complains of, in the words of one who writes a plan.

Takes the library's error, gives a sentence, what helps, and where it stands in the text read.
"""

from __future__ import annotations

import re

from msgspec import Struct
from yaml import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from checker.findings import Message, say

# Marks of a Chinese keyboard before the place where a reader gives up: behind a key, on this line or the one before;
# in brackets, on this line. They are compiled where something is wrong, which no start should wait for.
_FULL_WIDTH = (
    (
        r"(?m)^[ \t]*(?:- )?[^\s:：#{\[\"'][^:：\n\"']*(?P<mark>：)[^\n]*(?:\n[^\n:]*)?\Z",
        say("write a half-width `:` and a blank behind it"),
    ),
    (r"[{\[][^\n{}\[\]\"']*(?P<mark>，)[^\n,，{}\[\]\"']*\Z", say("write a half-width `,`")),
)
# A part of the library's sentence, ours, and what helps; the first that fits counts.
_SENTENCES = (
    (
        "mapping values are not allowed",
        say("a `:` stands where no key can be"),
        say("put quotes around text with `: `"),
    ),
    ("found character '\\t'", say("a tab stands where only blanks may"), say("indent with blanks")),
    ("cannot start any token", say("no value can begin with this character"), say("put quotes around the text")),
    ("<stream end>", say("this bracket is never closed"), say("write the closing bracket")),
    ("end of stream", say("this quotation is never closed"), say("write the closing quotation mark")),
    ("expected ',' or", say("a comma or the closing bracket is missing"), say("write `,` or the closing bracket")),
    ("expected <block end>", say("this line does not fit those above it"), say("align it with the line it belongs to")),
    ("could not find expected ':'", say("a key without `:`"), say("write `:` and a blank after the key")),
    ("entries are not allowed", say("a `- ` stands where no element can be"), say("put it on a line of its own")),
    ("keys are not allowed", say("a `?` stands where no key can be"), say("put quotes around the text")),
    ("unknown escape", say("an escape or a directive that means nothing"), say("write the text itself")),
    ("escape sequence", say("an escape or a directive that means nothing"), say("write the text itself")),
    ("expected '<document start>'", say("text after the end of the plan"), say("begin another plan with a line `---`")),
)


class Complaint(Struct, frozen=True):
    """A sentence on text that is no YAML, what helps, and the offset it stands at."""

    sentence: Message
    remedy: Message | None
    offset: int


def complaint(error: YAMLError | ValueError | OverflowError, reached: int, text: str) -> Complaint:
    """Say what keeps a text from being YAML; `reached` is the offset where the last readable piece ended."""
    said = _complaint(error, reached)
    for pattern, remedy in _FULL_WIDTH:
        if found := re.search(pattern, text[: said.offset]):
            mark = say("a full-width `{mark}` is no mark of a plan", mark=found["mark"])
            return Complaint(mark, remedy, found.start("mark"))
    return said


def _complaint(error: YAMLError | ValueError | OverflowError, reached: int) -> Complaint:
    if isinstance(error, ReaderError):
        return Complaint(say("a character that no text may hold"), say("take it out"), error.position)
    if not isinstance(error, MarkedYAMLError):
        # The library turns digits of an escape or of a directive into a number that cannot be.
        return Complaint(say("an escape or a directive that means nothing"), say("write the text itself"), reached)
    problem, mark = error.problem or "", error.problem_mark
    if "stream" in problem and error.context_mark is not None:
        mark = error.context_mark  # what is never closed is shown where it was opened
    offset = reached if mark is None else mark.index
    for part, sentence, remedy in _SENTENCES:
        if part in problem:
            return Complaint(sentence, remedy, offset)
    return Complaint(say("this is no YAML"), say("put quotes around the text"), offset)
