"""A rulebook built again with other names: every fact, type, table, question and condition of it.

Takes a rulebook and the new names of the things of each space, checked before; gives the rulebook. What authors wrote
(`text`, titles, reasons, spans) stays as it stands in their files. Must not know why anything is renamed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace as with_parts
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Span
from checker.rulebook.model import (
    All,
    Allowance,
    Asked,
    Below,
    Condition,
    Decided,
    Effect,
    Fact,
    FiniteType,
    Impossibility,
    KnownGap,
    Listed,
    Members,
    OpenPoint,
    Period,
    Question,
    Reckoned,
    Record,
    RecordField,
    Relation,
    Rulebook,
    Same,
    Some,
    Term,
    Test,
    ValueSet,
)
from checker.rulebook.nameable import FACTS, QUESTIONS
from checker.rulebook.reckoning import reckoned
from checker.rulebook.retyping import Images, Renamings, Retyping, names_after

_Named = TypeVar("_Named", Question, RecordField, Record)


def rebuilt(book: Rulebook, renamings: Renamings) -> Rulebook:
    """Build a rulebook again, by what the things of each space are called; those that keep their names are left out."""
    build = _Build(book, renamings)
    parts = {
        name: build.anew(getattr(book, name))
        for name in ("header", "documents", "provisions", "known_gaps", "open_points", "impossibilities", "allowances")
    }
    return with_parts(
        book,
        records=_by_name(build.types.record(record) for record in book.records.values()),
        facts=_by_name(build.types.field(None, fact) for fact in book.facts.values()),
        questions=_by_name(build.anew(question) for question in book.questions.values()),
        **parts,
    )


class _Build:
    """Builds values of the model again: those that hold names by what they are, all others part by part."""

    def __init__(self, book: Rulebook, renamings: Renamings) -> None:
        self.types = Retyping(book, renamings)
        self._book = book
        self._ways: Mapping[type, Callable[[Any], Any]] = {
            Span: lambda span: span,
            Fact: self.types.fact,
            Listed: self.types.listed,
            Term: self._term,
            Test: self._test,
            Same: self._same,
            Reckoned: self._reckoned,
            Asked: self._asked,
            Period: self._period,
            Question: self._question,
            Effect: self._effect,
            Relation: self._relation,
            KnownGap: self._known_gap,
            OpenPoint: lambda point: replace(point, subject=self._question_name(point.subject)),
            Impossibility: self._impossibility,
            Allowance: self._allowance,
        }

    def anew(self, value: Any) -> Any:
        """Give a value of the model under the new names."""
        way = self._ways.get(type(value))
        return self._by_parts(value) if way is None else way(value)

    def _by_parts(self, value: Any) -> Any:
        match value:
            case Struct():
                return replace(value, **{name: self.anew(getattr(value, name)) for name in value.__struct_fields__})
            case tuple():
                return tuple(map(self.anew, value))
            case Mapping():
                return MappingProxyType({name: self.anew(part) for name, part in value.items()})
        return value

    def _term(self, term: Term) -> Term:
        return replace(term, fact=self.types.fact(term.fact), type=self.types.type_of(term.fact, term.chain))

    def _test(self, test: Test) -> Test:
        return Test(self._term(test.term), _under(test.values, self.types.images_of(test.term.fact, test.term.chain)))

    def _same(self, same: Same) -> Condition:
        """Compare two terms: alike are also any two of the values that one has become, and values named apart."""
        left, right = self._term(same.left), self._term(same.right)
        one, other = (self.types.images_of(term.fact, term.chain) for term in (same.left, same.right))
        if one == other:
            parts = [Same(left, right), *(_both(left, right, new, new) for new in one.values() if len(new) > 1)]
        else:
            values = same.left.type.domain if isinstance(same.left.type, FiniteType) else ()
            parts = [_both(left, right, one.get(value, (value,)), other.get(value, (value,))) for value in values]
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def _reckoned(self, test: Reckoned) -> Condition:
        """Give a test on a quantity, whose addends stand in the order of what they are."""
        return reckoned(((factor, self.anew(addend)) for factor, addend in test.addends), test.values.runs, test.form)

    def _asked(self, asked: Asked) -> Asked:
        images = self._answers(asked.question)
        answers = frozenset(name for word in asked.answers for name in images.get(word, (word,)))
        return Asked(self._question_name(asked.question), answers, asked.late)

    def _period(self, period: Period) -> Period:
        anchors = sorted(map(self.types.fact, period.anchors), key=lambda fact: (fact.key, fact.binder))
        return replace(period, anchors=tuple(anchors))

    def _question(self, question: Question) -> Question:
        given = {name: self.anew(getattr(question, name)) for name in ("about", "scope", "governed_by", "done_when")}
        place = ("question", question.name)
        return replace(
            question,
            **given,
            names=names_after(question.names, (self._question_name(question.name),)),
            list=self._list_name(question.list),
            answers=None if question.answers is None else self.types.type(question.answers, place),
            silence=self._said(question.silence, question.name),
            done_at=self.anew(question.done_at),
            choices=tuple(self.types.label(label, question.list) for label in question.choices),
            uniform=tuple(self.types.label(label, question.list) for label in question.uniform),
        )

    def _effect(self, effect: Effect) -> Effect:
        return replace(
            effect,
            question=self._question_name(effect.question),
            condition=self.anew(effect.condition),
            said=self._said(effect.said, effect.question),
        )

    def _said(self, said: Any, question: str) -> Any:
        if isinstance(said, Decided):
            return Decided(self.types.value(said.value, self._answers(question)))
        return self.anew(said)

    def _relation(self, relation: Relation) -> Relation:
        return replace(relation, questions=tuple(map(self._question_name, relation.questions)))

    def _known_gap(self, gap: KnownGap) -> KnownGap:
        questions = tuple(map(self._question_name, gap.questions))
        return replace(gap, questions=questions, condition=self.anew(gap.condition))

    def _impossibility(self, never: Impossibility) -> Impossibility:
        return replace(never, condition=self.anew(never.condition), list=self._list_name(never.list))

    def _allowance(self, allowance: Allowance) -> Allowance:
        return replace(
            allowance,
            concerns=tuple(map(self._concerned, allowance.concerns)),
            condition=self.anew(allowance.condition),
            questions=tuple(map(self._question_name, allowance.questions)),
        )

    def _concerned(self, name: str) -> str:
        """Name what a finding is about: a fact, a question, a field behind its record, or what keeps its name."""
        record, _, field = name.rpartition(".")
        if record in self._book.records:
            return f"{record}.{self.types.renamed(('field', record), field)}"
        return self._question_name(name) if name in self._book.questions else self.types.renamed(FACTS, name)

    def _question_name(self, name: str) -> str:
        return self.types.renamed(QUESTIONS, name)

    def _list_name(self, name: str | None) -> str | None:
        return None if name is None else self.types.list_name(name)

    def _answers(self, question: str) -> Images:
        return self.types.images(self._book.questions[question].answers, ("question", question))


def _both(left: Term, right: Term, one: tuple[str, ...], other: tuple[str, ...]) -> Condition:
    return All((Test(left, Members(frozenset(one))), Test(right, Members(frozenset(other)))))


def _under(values: ValueSet, images: Images) -> ValueSet:
    """Give a set of values: of one that becomes several all are in it."""
    match values:
        case Members(names):
            return Members(_renamed(names, images))
        case Below(codes):
            return Below(_renamed(codes, images))
    return values


def _renamed(names: frozenset[str], images: Images) -> frozenset[str]:
    return frozenset(new for name in names for new in images.get(name, (name,)))


def _by_name(found: Iterable[_Named]) -> Mapping[str, _Named]:
    return MappingProxyType({each.names[0]: each for each in sorted(found, key=lambda each: each.names[0])})
