"""Cards of what is asked and of what it is asked about: questions, facts, known gaps, open points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from msgspec import Struct

from checker.reports.card import card, given, listed, window_words, written_at
from checker.reports.effect_words import said_words
from checker.reports.labels import Labels, words
from checker.reports.layout import INDENT
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import (
    ALWAYS,
    CodeType,
    FieldType,
    FiniteType,
    KnownGap,
    ListType,
    OpenPoint,
    OrderedType,
    Question,
    RecordField,
    RecordType,
    Rulebook,
    TextType,
)

# Codes beyond this many are counted on the pages of the table, not on a card.
_MOST_VALUES = 40
# The finite types with a name of their own.
_DECLARED = ("kinds", "levels")


class FactLine(Struct, frozen=True):
    """A fact a plan may give: its label as rules write it, the names of each step, and its declaration."""

    label: str
    steps: tuple[tuple[str, ...], ...]
    field: RecordField

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling of it, the canonical one first."""
        return tuple(".".join(step) for step in product(*self.steps))

    @property
    def spelling(self) -> str:
        """All of them in one: `decl/报关单.direction/进出口`."""
        return ".".join("/".join(step) for step in self.steps)


def fact_lines(book: Rulebook) -> tuple[FactLine, ...]:
    """List every fact of a rulebook; those of list elements begin with the name of their record, as in rules."""
    found: dict[str, FactLine] = {}
    for field in book.facts.values():
        for line in _below(book, (), field):
            found.setdefault(line.label, line)
    return tuple(found.values())


def _below(book: Rulebook, above: tuple[tuple[str, ...], ...], field: RecordField) -> Iterator[FactLine]:
    steps = (*above, field.names)
    if not isinstance(field.type, RecordType):
        yield FactLine(".".join(step[0] for step in steps), steps, field)
    if isinstance(field.type, RecordType | ListType):
        record = book.records[field.type.record]
        for inner in record.fields:
            yield from _below(book, steps if isinstance(field.type, RecordType) else (record.names,), inner)


def fact_card(line: FactLine, language: str, width: int) -> str:
    """Write a fact: its type, its values, whether it may be absent, and who decides it."""
    label = words(language)
    field = line.field
    rows = [
        ("type", [type_words(field.type, label)]),
        ("values", list(_values(field.type, label))),
        ("absent", [label["fact.may-be-absent"]] if field.optional else []),
        ("decided-by", given(field.decided_by)),
    ]
    names = (line.label,) if line.spelling == line.label else (line.label, line.spelling)
    return card("fact", names, None, rows, language, width)


def question_card(book: Rulebook, question: Question, language: str, width: int) -> str:
    """Write a question: subject, scope, dates, what silence means, and all that speaks on it."""
    label = words(language)
    about = question.about.label if question.about else ""
    each = {"list": question.list, "variable": question.variable}
    speaking = (p.name for p in book.provisions.values() if question.name in p.questions)
    gaps = (gap.name for gap in book.known_gaps if question.name in gap.questions)
    points = (point.name for point in book.open_points if point.subject == question.name)
    scope = label["scope.every"] if question.scope == ALWAYS else condition_words(question.scope)
    rows = [
        ("form", [label[f"form.{question.form}"].format(about=about)]),
        ("type", [type_words(question.answers, label)] if question.answers else []),
        ("each", [label["scope.each"].format(**each)] if question.list else []),
        ("within", [scope]),
        ("governed-by", given(label["or-else"].join(fact.label for fact in question.governed_by))),
        ("silence", [said_words(question.silence, question.name, label)] if question.silence else []),
        ("done", [condition_words(question.done_when)] if question.done_when else []),
        ("done-at", given(question.done_at.label if question.done_at else None)),
        ("provisions", listed(speaking, label)),
        ("gaps", listed(gaps, label)),
        ("points", listed(points, label)),
        written_at(question.span),
    ]
    return card("question", question.names, question.title, rows, language, width)


def known_gap_card(gap: KnownGap, language: str, width: int) -> str:
    """Write a recorded silence: on which questions, when, and why it is thought to be one."""
    label = words(language)
    rows = [
        ("in", listed(gap.questions, label)),
        ("when", [] if gap.condition == ALWAYS else [condition_words(gap.condition)]),
        ("because", [gap.because]),
        written_at(gap.span),
    ]
    return card("known-gap", gap.names, None, rows, language, width)


def open_point_card(point: OpenPoint, language: str, width: int) -> str:
    """Write a vagueness that leaves an answer standing: on what, and why."""
    rows = [("on", [point.subject]), ("because", [point.because]), written_at(point.span)]
    return card("open-point", point.names, None, rows, language, width)


def type_words(field_type: FieldType, label: Labels) -> str:
    """Write a type in one line, without its values."""
    match field_type:
        case CodeType(table=table):
            return label["type.codes" if table.closed else "type.codes.open"].format(table=table.names[0])
        case OrderedType(form=form, digits=digits, unit=unit):
            return " ".join([f"{form}({digits})" if form == "decimal" else form, *given(unit)])
        case FiniteType(form=form, name=name):
            return f"{form} {name}" if form in _DECLARED else form
        case TextType():
            return "text"
        case ListType(record=record):
            return label["type.list"].format(record=record)
        case RecordType(record=record):
            return record


def _values(field_type: FieldType, label: Labels) -> Iterator[str]:
    if isinstance(field_type, FiniteType):
        depth: dict[str | None, int] = {None: -1}
        for value in field_type.values:
            depth[value.name] = depth[value.above] + 1
            name = INDENT * depth[value.name] + " / ".join(value.names)
            yield label["pause"].join([name, *window_words(value.since, value.until, label)])
    elif isinstance(field_type, CodeType) and len(field_type.table.rows) <= _MOST_VALUES:
        yield ", ".join(field_type.table.rows)
