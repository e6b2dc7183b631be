"""What the verdict of a choice would be for every other value of the fact it is about."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from checker.logic import Judgement, Law, Subject
from checker.regions import Region
from checker.rulebook.model import CodeType, Fact, Facts, FiniteType


class Alternative(Struct, frozen=True):
    """Another value of the fact, and the verdict words the plan may get with it."""

    value: str
    possible: tuple[str, ...]

    @property
    def word(self) -> str:
        """The verdict of the plan with it."""
        return self.possible[0] if len(self.possible) == 1 else "open"


def find_alternatives(law: Law, judgement: Judgement, facts: Facts, subject: Subject) -> Iterator[Alternative]:
    """Go through the values the plan has not chosen, in order of the type; those that cannot happen are left out.

    Nothing for a question that is no choice, or whose list is missing. All verdicts are read off one judgement in
    which the fact is not known: the one given when it is not.
    """
    question = judgement.resolution.question.question
    about = question.about
    if about is None or subject.is_missing:
        return
    holder = subject.element if about.list is not None else None
    chosen = (facts if holder is None else holder).values.get(about.path)
    if chosen is not None:
        facts, subject = _without(facts, about, subject)
        judgement = law.judgement(question.name, facts, subject)
    case, outcomes = judgement.resolution.case, sorted(judgement.outcomes.items())
    slot = ("" if holder is None else holder.path, *about.path)
    words: dict[Region, tuple[str, ...]] = {}  # values that no condition tells apart have one answer
    for value in law.possible(facts, subject, slot, _domain(about)):
        if value != chosen:
            here = case.classes_of(slot, frozenset({value}))
            if here not in words:
                words[here] = tuple(dict.fromkeys(o.word for o, region in outcomes if case.meets(region, here)))
            yield Alternative(value, words[here])


def _domain(about: Fact) -> tuple[str, ...]:
    match about.type:
        case FiniteType():
            return about.type.domain
        case CodeType(table):
            return tuple(sorted(table.rows))
        case _:
            return ()


def _without(facts: Facts, about: Fact, subject: Subject) -> tuple[Facts, Subject]:
    """Take back what was chosen."""
    if about.list is None or subject.element is None:
        return replace(facts, values={p: v for p, v in facts.values.items() if p != about.path}), subject
    values = {path: value for path, value in subject.element.values.items() if path != about.path}
    element = replace(subject.element, values=values)
    listed = tuple(element if e is subject.element else e for e in facts.lists[about.list])
    return replace(facts, lists={**facts.lists, about.list: listed}), replace(subject, element=element)
