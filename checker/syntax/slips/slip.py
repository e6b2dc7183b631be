"""One row of the table of slips: a mistake that has a name, by texts in which it is made.

A row matches where the parser stands as it does in one of its texts, and what stands there looks as the row says. So
the same slip is known again wherever the grammar has the same place for it. Must not know which rows there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from msgspec import Struct

from checker.findings import Message, Value
from checker.syntax.slips.stop import Seen, Stop

ANYWHERE, HERE = "", "here"
OPEN_MARK, CLOSE_MARK = "‹", "›"  # around what the caret shows, in the texts of a row
_SHORT = {
    "<path>": r"(?:(?:[^\W\d]\w*|「[^」\n]+」)(?:\.(?:[^\W\d]\w*|「[^」\n]+」))*)",
    "<value>": r"(?:(?:[^\W\d]\w*|「[^」\n]+」)(?:\.(?:[^\W\d]\w*|「[^」\n]+」))*|\"[^\"\n]*\"|“[^”\n]*”|[\d.]+)",
    "<b>": r"[^\S\n]+",
    " ": r"[^\S\n]*",
    "<end>": r"(?!\w)",
}


class Slip(Struct, frozen=True):
    """A mistake that has a name.

    `wrong` are texts in which it is made, the place between `‹` and `›`. `place`: a terminal that could have come, and
    leads to the same state as in those texts; or HERE, the state before it; or ANYWHERE. `looks` is what must stand
    there (else the words themselves must be as in the texts), `behind` what must stand before it; what matches is
    replaced by the terminals `reads`, or these are put before it. The caret shows what `looks` matches or its group
    `mark`, begins at the group `from` of `behind`, or shows the group `only` of that; all named groups, and `found`,
    fill `says` and `help`. `sure`: only where the words behind would then fit. `judge` decides
    where no pattern can. `mends` is what a machine may write where the caret is.
    """

    id: str
    says: Message
    help: Message | None
    wrong: tuple[str, ...]
    place: str = ANYWHERE
    looks: str = ""
    behind: str = ""
    reads: tuple[str, ...] | None = None
    before: bool = False
    sure: int = 0
    judge: Callable[[Stop], Seen | None] | None = None
    values: Callable[[Mapping[str, str]], Mapping[str, Value] | None] | None = None
    mends: str | None = None

    def sees(self, stop: Stop) -> Seen | None:
        """Tell what this row recognises at a place that is one of its own."""
        if self.judge is not None:
            return self.judge(stop)
        length, first, last = stop.length, stop.start, stop.end
        groups: dict[str, str] = {}
        if self.looks:
            found = pattern(self.looks).match(stop.rest)
            if found is None:
                return None
            groups.update(found.groupdict(""))
            length = found.end()
            start, end = found.span("mark") if groups.get("mark") else found.span()
            first, last = stop.start + start, stop.start + end
        if self.behind:
            found = pattern(f"(?:{self.behind})\\Z").search(stop.behind)
            if found is None:
                return None
            offset = stop.start - len(stop.behind)
            first = offset + found.start("from") if "from" in found.groupdict() else first
            if "only" in found.groupdict():
                first, last = offset + found.start("only"), offset + found.end("only")
            groups.update(found.groupdict(""))
        if self.before or (self.reads is None and not self.looks):
            length = 0
        values = self.values(groups) if self.values else groups
        if values is None or (self.sure and not stop.leads_on(self.reads or (), length, self.sure)):
            return None
        return Seen(first, last, stop.start, stop.start + length, self.reads, values, mend=self.mends)


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern of the table: a blank in it stands for blanks or none on the same line."""
    return re.compile(re.sub("|".join(map(re.escape, _SHORT)), lambda short: _SHORT[short[0]], source))
