"""What the verdict of a choice would be for every other value of the fact it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.logic import Law, Subject, Verdict
from checker.rulebook.model import CodeType, Fact, Facts, FiniteType, Value


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another value of the fact, and the verdict of the plan with it."""

    value: str
    verdict: Verdict


def find_alternatives(law: Law, question: str, facts: Facts, subject: Subject) -> Iterator[Alternative]:
    """Go through the values the plan has not chosen, in order of the type; those that cannot happen are left out.

    Nothing for a question that is no choice, or whose list is missing.
    """
    about = law.book.questions[question].about
    if about is None or subject.is_missing:
        return
    chosen = _values(facts, about, subject).get(about.path)
    for value in _domain(about):
        if value != chosen:
            varied, other = _with(facts, about, subject, value)
            if not law.impossible(varied):
                yield Alternative(value, law.judge(question, varied, other))


def _domain(about: Fact) -> tuple[str, ...]:
    match about.type:
        case FiniteType():
            return about.type.domain
        case CodeType(table):
            return tuple(sorted(table.rows))
        case _:
            return ()


def _values(facts: Facts, about: Fact, subject: Subject) -> dict[tuple[str, ...], Value]:
    if about.list is None or subject.element is None:
        return dict(facts.values)
    return dict(subject.element.values)


def _with(facts: Facts, about: Fact, subject: Subject, value: str) -> tuple[Facts, Subject]:
    values = {**_values(facts, about, subject), about.path: value}
    if about.list is None or subject.element is None:
        return replace(facts, values=values), subject
    element = replace(subject.element, values=values)
    listed = tuple(element if e is subject.element else e for e in facts.lists[about.list])
    return replace(facts, lists={**facts.lists, about.list: listed}), replace(subject, element=element)
