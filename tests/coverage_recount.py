"""What scenarios reach of a small rulebook, counted from what the oracle says of each case.

Takes a rulebook of which every case is tried, and some of these as scenarios; gives sets. Only what an author joined by
`or` is taken from the program, which has a test of its own. Knows nothing of regions.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from checker.rulebook.model import All, Asked, Condition, Constant, Element, Negation, Rulebook, Some
from checker.uses.coverage.alternatives import Alternative
from tests.analyses_cases import Answered, Case, Principles, Tried, _Brisk, answered
from tests.oracle_worlds import Thing, World

Sets = Mapping[str, set[object]]
Written = Mapping[str, tuple[Alternative, ...]]


def counted(tried: Tried, written: Written, question: str, cases: Iterable[Case]) -> Sets:
    """Return what is reached in some cases a question is asked in, kind by kind."""
    found: dict[str, set[object]] = {kind: set() for kind in ("applies", "wins", "strikes", "branches", "regions")}
    for case in cases:
        told = case.told
        assert told is not None
        found["applies"] |= told.applicable
        found["wins"] |= told.winners
        found["strikes"].update(_struck(tried, case, question))
        found["branches"].update(_branches(tried, written, case, question))
        found["regions"].add((question, told.outcome.word, told.outcome.values, told.winners))
    return found


def _struck(tried: Tried, case: Case, question: str) -> Iterator[str]:
    assert case.told is not None
    yield from (
        attacker for attacker, _ in case.told.taken_out if question in tried.book.provisions[attacker].questions
    )
    for name in case.told.stands:
        relation = tried.book.provisions[name].relation
        if relation is not None and relation.form == "proviso":
            yield name


def _branches(tried: Tried, written: Written, case: Case, question: str) -> Iterator[tuple[str, int]]:
    trial = _trial(tried.book, case, question, {})
    assert case.told is not None
    for name, alternatives in written.items():
        provision = tried.book.provisions[name]
        if question not in provision.questions:
            continue
        for number, alternative in enumerate(alternatives):
            if alternative.part is None:
                if alternative.question == question and name in case.told.applicable and trial.holds(alternative.whole):
                    yield name, number
            else:
                book = with_part(tried.book, name, alternative.part, alternative.whole)
                if _trial(book, case, question, {}).is_applicable(book.provisions[name]):
                    yield name, number


def mattering(tried: Tried, case: Case, question: str) -> Iterator[tuple[str, int, int, bool]]:
    """Go through the single tests with the opposite outcome of which something else is decided in a case."""
    principles: Principles = {}
    before = _told(answered(_trial(tried.book, case, question, principles)))
    for name, provision in tried.book.provisions.items():
        for part, conjunct in enumerate(provision.conjuncts):
            for place, leaf in enumerate(singles_in(conjunct.condition)):
                book = with_part(tried.book, name, part, with_turned(conjunct.condition, place))
                trial = _trial(book, case, question, principles)
                if _told(answered(trial)) != before:
                    yield name, part, place, trial.holds(leaf)


def _told(found: Answered) -> tuple[object, ...]:
    return found.word, found.values, found.duties, found.roles


def singles_in(condition: Condition) -> list[Condition]:
    """List the single tests of a condition from left to right."""
    match condition:
        case Constant():
            return []
        case Negation(part):
            return singles_in(part)
        case All(parts) | Some(parts):
            return [test for part in parts for test in singles_in(part)]
        case _:
            return [condition]


def with_turned(condition: Condition, place: int) -> Condition:
    """Negate the test at a place."""
    numbers = iter(range(len(singles_in(condition))))

    def turn(part: Condition) -> Condition:
        match part:
            case Constant():
                return part
            case Negation(inner):
                return Negation(turn(inner))
            case All(parts):
                return All(tuple([turn(each) for each in parts]))
            case Some(parts):
                return Some(tuple([turn(each) for each in parts]))
            case _:
                return Negation(part) if next(numbers) == place else part

    return turn(condition)


def with_part(book: Rulebook, name: str, number: int, condition: Condition) -> Rulebook:
    """Return a rulebook in which one part of a provision's condition is another."""
    provision = book.provisions[name]
    parts = [conjunct.condition for conjunct in provision.conjuncts]
    parts[number] = condition
    conjuncts = tuple(replace(c, condition=p) for c, p in zip(provision.conjuncts, parts, strict=True))
    changed = replace(provision, condition=All(tuple(parts)), conjuncts=conjuncts)
    return dataclasses.replace(book, provisions=MappingProxyType({**book.provisions, name: changed}))


class _OtherText(_Brisk):
    """The same case under another text, whose provisions are worth against one another what the first ones are."""

    def __init__(
        self, world: World, question: str, subject: Element | None, text: Rulebook, principles: Principles
    ) -> None:
        super().__init__(world, text.questions[question], subject, principles)
        self._first = _Brisk(world, text.questions[question], subject, principles)
        self.book = text

    def beats(self, one: str, two: str) -> set[str]:
        return self._first.beats(one, two)


def _trial(text: Rulebook, case: Case, question: str, principles: Principles) -> _OtherText:
    def ask(here: World, test: Asked, subject: Element | None) -> Thing | None:
        return _OtherText(here, test.question, subject, text, principles).reply(test.late)

    world = dataclasses.replace(case.world, ask=ask)
    return _OtherText(world, question, case.env.get(0), text, principles)
