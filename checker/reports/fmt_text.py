"""What became of files that were laid out, as people read it: a line for each, and the difference as patches have it.

Takes what became of each file; gives text or messages.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from checker.authoring.tidying import Tidied
from checker.findings import Message, say


def lines_of(tidied: Iterable[Tidied], *, written: bool, shown: bool) -> Iterator[Message]:
    """Go through what is to be said of each file.

    `written` tells whether it was written or only looked at, `shown` whether the difference says what would change.
    """
    for each in tidied:
        if each.mended:
            yield say("{file}: mistakes mended: {count}", file=each.file, count=each.mended)
        if each.changes and written:
            yield say("{file}: laid out anew", file=each.file)
        elif each.changes and not shown:
            yield say("{file}: would be laid out anew", file=each.file)


def total_of(tidied: Sequence[Tidied], *, written: bool) -> Message:
    """Say how many of the files are others now, or would be."""
    changed = sum(each.changes for each in tidied)
    if written:
        return say("laid out anew: {changed} of {total} files", changed=changed, total=len(tidied))
    return say("to be laid out anew: {changed} of {total} files", changed=changed, total=len(tidied))


def diff_text(tidied: Tidied) -> str:
    """Write the difference between a file as it was and as it is to be; nothing where there is none."""
    old, new = _lines(tidied.old), _lines(tidied.new or "")
    return "".join(difflib.unified_diff(old, new, tidied.file, tidied.file))


def _lines(text: str) -> list[str]:
    """Cut a text into lines; a last one that is not ended is marked as patches do it."""
    *ended, last = text.split("\n")
    lines = [line + "\n" for line in ended]
    return [*lines, f"{last}\n\\ No newline at end of file\n"] if last else lines
