"""What was written where a value should stand, and why it is none.

Takes nothing but words; knows neither plans nor rule files, so each of them may report it in its own way.
"""

from __future__ import annotations

from msgspec import Struct

from checker.findings import Edit, Finding, Message, Span, say


class Misread(Struct, frozen=True):
    """A text that its type cannot read: a sentence for a clerk, and the nearest word that it could.

    `unknown` tells a word that no list has (a mistake of name) from a text of the wrong shape (one of type); `sure`,
    that nothing but the nearest word can have been meant.
    """

    message: Message
    nearest: str | None = None
    unknown: bool = False
    sure: bool = False

    def finding(self, span: Span) -> Finding:
        """Report it as a mistake of a rule file."""
        advice = None if self.nearest is None else say("write `{word}`", word=self.nearest)
        edits = (Edit(span, self.nearest),) if self.sure and self.nearest is not None else ()
        return Finding("N201" if self.unknown else "T302", self.message, span, help=advice, edits=edits)
