"""Names aloud: each in the language of the reader where it has a name there, else as it is spelled, between quotes.

Takes names of the model and nodes; gives words. A name that holds one of the words by which sentences are joined
stands between quotes too, so that no sentence can be read in a second way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from checker.reports.aloud.material import Material
from checker.reports.aloud.wording import Words, words
from checker.reports.citations import locator_words
from checker.reports.labels import Labels
from checker.reports.labels import words as labels
from checker.rulebook.model import Document, NamedValue, Record
from checker.syntax import nodes
from checker.texts import has_han

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_JOINING = re.compile(
    r"\b(and|or|not|if|unless|only|is|are|of|the|than|then|no|any|every|all|none|for|with|to|from|at|by|in|on|under)\b"
)
_JOINING_CHINESE = re.compile("[且或非和但为的若则，、；：。（）“”]")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]*")
_UNITS_CHINESE: Mapping[str, str] = {
    "days": "天", "hours": "小时", "minutes": "分钟", "months": "个月", "working days": "个工作日", "percent": "%",
    "kg": "千克", "g": "克", "t": "吨", "km": "千米", "m": "米", "cm": "厘米", "m2": "平方米", "m3": "立方米",
    "litres": "升", "pieces": "件", "containers": "个集装箱", "TEU": "标准箱",
    "CNY": "人民币元", "USD": "美元", "EUR": "欧元", "GBP": "英镑", "JPY": "日元", "KRW": "韩元", "HKD": "港元",
    "MOP": "澳门元", "TWD": "新台币元", "SGD": "新加坡元", "AUD": "澳大利亚元", "CHF": "瑞士法郎", "RUB": "卢布",
}  # fmt: skip
_ONE = {"days": "day", "hours": "hour", "minutes": "minute", "months": "month", "working days": "working day"}


class Namer:
    """Says names in one language."""

    def __init__(self, material: Material, language: str) -> None:
        self.material = material
        self.language = language
        self.words: Words = words(language)
        self.labels: Labels = labels(language)

    def name(self, names: Sequence[str]) -> str:
        """Say a name of the vocabulary, quoted where it could be misheard."""
        own = self._own(names)
        if own is None:
            return self.quoted(names[0])
        if self.language == "zh":
            return self.quoted(own) if _JOINING_CHINESE.search(own) else own
        return own if _PLAIN.fullmatch(own) and not _JOINING.search(own) else self.quoted(own)

    def bare(self, names: Sequence[str]) -> str:
        """Say a name of the vocabulary where it stands between quotes anyway."""
        return self._own(names) or names[0]

    def quoted(self, text: str) -> str:
        """Put a text between quotes."""
        return self.words["quoted"].format(text=text)

    def reference(self, names: Sequence[str], title: str | None) -> str:
        """Say what a rulebook declares: by its title or name, and the name it is found by."""
        own = title if title and self._is_own(title) else self._own(names, spelled=True)
        shown = self.quoted(own or names[0])
        return shown if own in (None, names[0]) else self.words["named"].format(title=shown, name=names[0])

    def provision(self, name: str) -> str:
        """Say which provision."""
        provision = self.material.book.provisions[name]
        return self.words["provision"].format(name=self.reference(provision.names, provision.title))

    def question(self, name: str) -> str:
        """Say which question."""
        question = self.material.book.questions[name]
        return self.words["question"].format(name=self.reference(question.names, question.title))

    def questions(self, names: Iterable[str]) -> str:
        """Say which questions."""
        return self.both(self.question(name) for name in names)

    def document(self, name: str) -> str:
        """Say which document; in Chinese by its official number where that is Chinese."""
        document = self.material.book.documents[name]
        own = self._title(document)
        if own is None:
            return self.quoted(name)
        return own if own == name else self.words["named"].format(title=own, name=name)

    def place(self, document: str, locator: nodes.Locator | None) -> str:
        """Say which place of a document, or that all of it is meant."""
        whole = self.document(document)
        if locator is None or not locator.steps:
            return whole
        place = locator_words(locator.text, self.labels)
        return self.words["place"].format(place=place, document=whole)

    def role(self, name: str) -> str:
        """Say a role by any of its names."""
        roles = self.material.book.header.roles
        return self.words["role"].format(name=self.name(next((names for names in roles if name in names), (name,))))

    def rank(self, name: str) -> str:
        """Say a rank, an issuer and the like, which have one name."""
        return self.name((name,))

    def record(self, record: str) -> str:
        """Say a record."""
        return self.name(self.material.book.records[record].names)

    def fact(self, names: Sequence[str], record: Record | None) -> str:
        """Say a fact of the plan; a short name gives way to that of its record, which it is short for."""
        own = self._own(names)
        long = None if record is None else self._own(record.names)
        if self.language == "en" and own and long and long != own and long.startswith(own):
            return self.name(record.names if record else names)
        return self.name(names)

    def value(self, value: NamedValue) -> str:
        """Say a value of a finite type."""
        return self.name(value.names)

    def day(self, text: str) -> str:
        """Say a day written `2015-10-12`."""
        day = date.fromisoformat(text)
        return self.words["day"].format(
            day=day.day, month=_MONTHS[day.month - 1] if self.language == "en" else day.month, year=day.year
        )

    def ordinal(self, day: int) -> str:
        """Say a day of the model."""
        return self.day(date.fromordinal(day).isoformat())

    def moment(self, text: str) -> str:
        """Say a moment written `2015-10-12 08:30`."""
        return self.words["moment"].format(day=self.day(text[:10]), time=text[11:])

    def number(self, text: str, unit: str | None) -> str:
        """Say a number as it was written, with its unit."""
        if unit is None:
            return text
        if self.language == "zh":
            shown = "元人民币" if unit == "CNY" else _UNITS_CHINESE[unit]
            return self.words["number"].format(number=text, unit=shown)
        return self.words["number"].format(number=text, unit=_ONE.get(unit, unit) if text == "1" else unit)

    def unit(self, unit: str) -> str:
        """Say a unit by itself."""
        return _UNITS_CHINESE[unit] if self.language == "zh" else unit

    def either(self, things: Iterable[str]) -> str:
        """Join by `or`."""
        return self._joined(tuple(things), self.words["or"])

    def both(self, things: Iterable[str]) -> str:
        """Join by `and`."""
        return self._joined(tuple(things), self.words["and"])

    def _joined(self, things: tuple[str, ...], joint: str) -> str:
        comma = self.words["list"]
        return things[0] if len(things) == 1 else comma.join(things[:-1]) + joint + things[-1]

    def _title(self, document: Document) -> str | None:
        chinese = self.language == "zh"
        candidates = (document.number, document.title) if chinese else (document.title, document.number)
        own = next((text for text in candidates if text and self._is_own(text)), None)
        return own or self._own(document.names, spelled=True)

    def _own(self, names: Sequence[str], *, spelled: bool = False) -> str | None:
        """Return the first name in the language; for its words, not as a name is spelled, blanks part them."""
        own = next((name for name in names if self._is_own(name)), None)
        return own if own is None or spelled else own.replace("_", " ")

    def _is_own(self, text: str) -> bool:
        return has_han(text) == (self.language == "zh")
