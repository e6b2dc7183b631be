"""What the YAML library complains of, in the words of one who writes a plan.

Takes the library's error, gives a sentence, what helps, and where it stands in the text read.
"""

from __future__ import annotations

from msgspec import Struct
from yaml import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

_QUOTE = "write the closing quotation mark"
# A part of the library's sentence, ours, and what helps; the first that fits counts.
_SENTENCES = (
    (
        "mapping values are not allowed",
        "a `:` stands where no key can be",
        "put quotes around text with `: `",
    ),
    ("found character '\\t'", "a tab stands where only blanks may", "indent with blanks"),
    ("cannot start any token", "no value can begin with this character", "put quotes around the text"),
    ("<stream end>", "this bracket is never closed", "write the closing bracket"),
    ("end of stream", "this quotation is never closed", _QUOTE),
    ("expected ',' or", "a comma or the closing bracket is missing", "write `,` or the closing bracket"),
    ("expected <block end>", "this line does not fit those above it", "align it with the line it belongs to"),
    ("could not find expected ':'", "a key without `:`", "write `:` and a blank after the key"),
    ("expected '<document start>'", "text after the end of the plan", "begin another plan with a line `---`"),
)


class Complaint(Struct, frozen=True):
    """A sentence on text that is no YAML, what helps, and the offset it stands at."""

    sentence: str
    remedy: str
    offset: int


def complaint(error: YAMLError | ValueError | OverflowError, reached: int) -> Complaint:
    """Say what keeps text from being YAML; `reached` is the offset where the last readable piece ended."""
    if isinstance(error, ReaderError):
        return Complaint("a character that no text may hold", "take it out", error.position)
    if not isinstance(error, MarkedYAMLError):
        # The library turns digits of an escape or of a directive into a number that cannot be.
        return Complaint("an escape or a directive that means nothing", "write the text itself", reached)
    problem, mark = error.problem or "", error.problem_mark
    if "stream" in problem and error.context_mark is not None:
        mark = error.context_mark  # what is never closed is shown where it was opened
    offset = reached if mark is None else mark.index
    for part, sentence, remedy in _SENTENCES:
        if part in problem:
            return Complaint(sentence, remedy, offset)
    return Complaint(f"this is no YAML: {' '.join(problem.split())}", "", offset)
