"""What a message on a plan names of the rulebook, spelled in Chinese for a Chinese message.

Takes findings as they were made, with names as rules write them; gives them with both spellings. What a user wrote
stays as it is. Loaded for a plan with a mistake alone.
"""

from __future__ import annotations

from msgspec.structs import replace

from checker.findings import Finding, Message, Spelled, Value
from checker.rulebook.chinese_names import ChineseNames, chinese_name
from checker.rulebook.model import Rulebook
from checker.rulebook.nameable import tables_of

# What holds a name of the rulebook: the other words of a sentence are the user's own.
_NAMES = frozenset({"owner", "table", "list", "element"})
_QUOTED = "`{name}`"


def spelled(book: Rulebook, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Give findings whose messages call facts and tables by their Chinese names in Chinese."""
    speller = _Speller(book)
    return tuple(replace(finding, message=speller.message(finding.message)) for finding in findings)


class _Speller:
    def __init__(self, book: Rulebook) -> None:
        self._book, self._names = book, ChineseNames(book)

    def message(self, message: Message) -> Message:
        known = {"name"} if message.template == _QUOTED else _NAMES
        return Message(
            message.template, tuple((key, self._value(value, key in known)) for key, value in message.values)
        )

    def _value(self, value: Value, named: bool) -> Value:
        if isinstance(value, Message):
            return self.message(value)
        if isinstance(value, Spelled):
            return Spelled(value.english, self._called(value.chinese))
        return Spelled(value, self._called(value)) if named and isinstance(value, str) else value

    def _called(self, word: str) -> str:
        """Name a fact by its place in the plan, a table by its own name."""
        own = self._names.fact(word)
        tables = (table.names for table in tables_of(self._book)) if own == word else ()
        return next((chinese_name(names) or word for names in tables if names[0] == word), own)
