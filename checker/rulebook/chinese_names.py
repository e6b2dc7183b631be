"""What a rulebook calls its things in Chinese: each name by the first Chinese one that is declared beside it.

Takes a rulebook; gives the Chinese name of a fact, a value, a question or a role, and conditions in such names and in
Chinese keywords. What has no Chinese name keeps the one it has. The keywords are read when a condition is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import (
    CodeType,
    Condition,
    FieldType,
    FiniteType,
    ListType,
    RecordField,
    RecordType,
    Rulebook,
    ValueType,
)
from checker.texts import has_han

# A path or a keyword, a name in corner brackets; a text, a number or a day, blanks, a mark.
_WORD = re.compile(
    r"(?P<PATH>starts with|any of|working days|not-required|[^\W0-9]\w*(?:\.[^\W0-9]\w*)*)"
    r"|「(?P<NAME>[^」]*)」"
    r'|(?P<KEPT>"(?:\\.|[^"\\])*"|“[^”]*”|[0-9][\w.:-]*|\s+|<=|>=|.)',
    re.DOTALL,
)
_MARKS = {",": "、", "(": "（", ")": "）", ":": "："}
_RANGE = re.compile(r"between (?P<low>.+) and (?P<high>.+?)(?: of (?P<whole>\S+))?")
_PAUSE = re.compile("[，、；：]")  # such a name would read as several
_TIGHT = re.compile(r"\s*([（）、：])\s*")


def chinese_name(names: Iterable[str]) -> str | None:
    """Return the first Chinese name of a thing, if it has one."""
    return next((name for name in names if has_han(name)), None)


class ChineseNames:
    """The Chinese names of one rulebook."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self._facts = _by_name(book.facts.values())
        self._records = {name: key for key, record in book.records.items() for name in record.names}

    def fact(self, label: str) -> str:
        """Name a fact, a list, an element of one, or what can be reached: `decl.accepted_at`, `leg.to.district`."""
        steps = [step.partition("[") for step in label.split(".")]
        way = self._way(".".join(name for name, _, _ in steps))
        if way is None:
            return label
        names = zip(way[0], steps, strict=True)
        return ".".join(f"{name}{bracket}{number}" for name, (_, bracket, number) in names)

    def question(self, name: str) -> str:
        """Name a question."""
        return chinese_name(self._book.questions[name].names) or name

    def role(self, name: str) -> str:
        """Name a role."""
        return next((chinese_name(names) or name for names in self._book.header.roles if name in names), name)

    def document(self, name: str) -> str:
        """Name a document, with its official number; by the number alone where that holds the name."""
        document = self._book.documents[name]
        own, number = chinese_name(document.names), document.number
        if number and (own or name) in number:
            return number
        title = own or document.title or name
        return f"{title}（{number}）" if number else title

    def value(self, question: str, value: str) -> str:
        """Name an answer to a question, or what it lets choose."""
        asked = self._book.questions[question]
        declared = asked.answers or (asked.about.type if asked.about else None)
        own = _value(declared, value)
        if own is None:
            return self._range(value)
        return f"「{own}」" if _PAUSE.search(own) else own

    def _range(self, value: str) -> str:
        """Tell a range that is an answer, perhaps of shares of a fact: `between 5 and 30 percent of goods.value`."""
        found = _RANGE.fullmatch(value)
        if found is None:
            return value
        ends = f"{found['low']} 至 {found['high']}".replace(" percent", "%")
        return f"{self.fact(found['whole'])}的 {ends}" if found["whole"] else ends

    def condition(self, text: str, condition: Condition) -> str:
        """Tell a condition as its author wrote it; where a name in it has no Chinese one, as what it stands for."""
        told = self._told(text)
        if told is None:
            words = condition_words(condition)
            told = self._told(words, strictly=False) or words
        return told

    def _told(self, text: str, *, strictly: bool = True) -> str | None:
        """Put a condition into Chinese, word by word; nothing where a name has no Chinese one."""
        met: FieldType | None = None
        words: list[str] = []
        for found in _WORD.finditer(text):
            name = found["PATH"] or found["NAME"]
            if name is None:
                words.append(_MARKS.get(found[0], found[0]))
                continue
            value = _value(met, name)
            way = None if value else self._way(name)
            if way is not None:
                met = way[1]
            word = value or (way and ".".join(way[0])) or self._other(name)
            if word is None and strictly:
                return None
            words.append(_typed(word or name))
        return _TIGHT.sub(r"\1", "".join(words)).strip()

    def _other(self, name: str) -> str | None:
        """Tell what is no fact and no value: a question, a keyword, what is Chinese already."""
        question = self._book.questions.get(name)
        if question is not None:
            return chinese_name(question.names)
        return name if has_han(name) else _keywords().get(name)

    def _way(self, path: str) -> tuple[list[str], FieldType] | None:
        """Follow a path from a fact of the plan, or from a record for its elements; nothing where it leads nowhere."""
        first, *rest = path.split(".")
        if first in self._facts:
            field = self._facts[first]
            names, declared = field.names, field.type
        elif first in self._records:
            record = self._records[first]
            names, declared = self._book.records[record].names, RecordType(record)
        else:
            return None
        words = [chinese_name(names) or first]
        for part in rest:
            step = self._step(declared, part)
            if step is None:
                return None
            names, declared = step
            words.append(chinese_name(names) or part)
        return words, declared

    def _step(self, declared: FieldType, part: str) -> tuple[tuple[str, ...], FieldType] | None:
        match declared:
            case RecordType(record) | ListType(record):
                field = _by_name(self._book.records[record].fields).get(part)
                return None if field is None else (field.names, field.type)
            case CodeType(table):
                attribute = table.attribute(part)
                return None if attribute is None else (attribute.names, attribute.type)
        return None


def _by_name(fields: Iterable[RecordField]) -> dict[str, RecordField]:
    return {name: field for field in fields for name in field.names}


def _value(declared: FieldType | ValueType | None, name: str) -> str | None:
    """Name a value of a finite type; nothing where it is none, or has no Chinese name."""
    if not isinstance(declared, FiniteType) or name not in declared.names:
        return None
    return chinese_name(declared.value(declared.names[name]).names)


def _typed(word: str) -> str:
    """Put a name that is no single word into corner brackets, as it is typed."""
    return word if all(part.isidentifier() for part in word.split(".")) else f"「{word}」"


def _keywords() -> dict[str, str]:
    """Give the Chinese spelling of every English keyword."""
    from checker.syntax.keywords import keywords  # here alone: whoever names things only needs none

    return {word: keyword.chinese[0] for keyword in keywords() if keyword.chinese for word in keyword.english}
