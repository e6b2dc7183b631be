"""Every case of a small rulebook, one by one, and what the oracle says of each: what the analyses are held against.

A `Case` is a complete point: every fact has a value, an unlisted code every attribute, a band its reading. The days
tried are those the rulebooks of `analyses_rulebooks` write, with one on either side. Knows nothing of regions.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from checker.rulebook.model import (
    ABSENT,
    Asked,
    CodeType,
    Element,
    Facts,
    FiniteType,
    LeftOpen,
    LeftTo,
    OrderedType,
    Provision,
    Question,
    Rulebook,
    Value,
)
from tests.analyses_rulebooks import DAYS, FIRST
from tests.oracle import Answer, Seen, Trial
from tests.oracle_lists import longest
from tests.oracle_nevers import is_possible
from tests.oracle_vocabulary import Declared, conditions, declarations, singles
from tests.oracle_worlds import Env, Thing, Unlisted, World, worlds

EARLY = date(2014, 1, 31)
"""The day before the first on which a text can be in force."""
DAYS_TRIED = (EARLY.toordinal(), *range(FIRST.toordinal() - 1, FIRST.toordinal() + len(DAYS) + 1))
ELEMENT = "legs"


class Answered(Struct, frozen=True):
    """What a question comes to in a case: the verdict, who has a duty and when it is due, who clashes, who decides."""

    word: str
    values: frozenset[str]
    duties: frozenset[tuple[str, str]]
    clashes: frozenset[frozenset[str]]
    roles: frozenset[str]


class Told(Struct, frozen=True):
    """What the oracle says of one question in one case, step by step; `answers` are those of whoever applies.

    `beaten` are the pairs of winner and loser with a principle, `taken_out` of attacker and target.
    """

    outcome: Answered
    applicable: frozenset[str]
    stands: frozenset[str]
    answers: Mapping[str, Answer]
    candidates: frozenset[str]
    winners: frozenset[str]
    beaten: frozenset[tuple[str, str, str]]
    taken_out: frozenset[tuple[str, str]]
    speaking: frozenset[str]
    said: Mapping[str, frozenset[Hashable]]
    powers: frozenset[str]
    recorded: frozenset[str]
    changed: Mapping[str, Answered]


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A complete case, whether the question is asked there, and what the oracle says of it where it is.

    `values` are the facts of the plan and of the element asked of, by key; `hidden` the attributes of unlisted codes,
    by fact and attribute; `open` what else the world chose: bands, and answers of questions that have none. `ranges`
    are the provisions that would apply if they were in force, with what they would say.
    """

    facts: Facts
    values: Mapping[tuple[str, ...], Thing]
    hidden: Mapping[tuple[str, str], Thing]
    open: Mapping[tuple[str, ...], Thing]
    replies: Mapping[str, Thing | None]
    env: Env
    world: World
    ranges: Mapping[str, Hashable]
    told: Told | None

    def rest(self, fact: str) -> tuple[object, ...]:
        """Return all about the case but one fact, and the attributes of the code in it."""
        values = tuple((key, value) for key, value in self.values.items() if key != (fact,))
        lists = tuple(tuple(element.values.items()) for each in self.facts.lists.values() for element in each)
        hidden = tuple((key, value) for key, value in self.hidden.items() if key[0] != fact)
        return values, lists, hidden

    def facts_alone(self) -> Hashable:
        """Return all about the case but what questions answer that have no answer."""
        return self.rest(""), tuple(sorted((key, value) for key, value in self.open.items() if key[0] == "begun"))


class _Brisk(Trial):
    """The oracle with a memory: what it has found out of one case it need not find out again."""

    def __init__(self, world: World, question: Question, element: Element | None, principles: Principles) -> None:
        super().__init__(world, question, element, Seen())
        self.principles = principles
        self._known: dict[tuple[str, ...], bool] = {}
        self._answers: dict[tuple[str, str], Answer] = {}

    def answer(self, provision: Provision, question: str | None = None) -> Answer:
        key = (provision.name, question or self.question.name)
        if key not in self._answers:
            self._answers[key] = super().answer(provision, question)
        return self._answers[key]

    def is_applicable(self, provision: Provision) -> bool:
        key = (provision.name,)
        if key not in self._known:
            self._known[key] = super().is_applicable(provision)
        return self._known[key]

    def is_attacked(self, provision: Provision, question: str) -> bool:
        key = (provision.name, question)
        if key not in self._known:
            self._known[key] = super().is_attacked(provision, question)
        return self._known[key]

    def beats(self, one: str, two: str) -> set[str]:
        """Return the principles; they are the same in every case."""
        if (one, two) not in self.principles:
            self.principles[one, two] = super().beats(one, two)
        return self.principles[one, two]


class _Without(_Brisk):
    """The same case under a rulebook in which a provision has no effects: it is what others hang on as it was."""

    def __init__(self, world: World, whole: _Brisk, book: Rulebook, removed: str) -> None:
        super().__init__(world, whole.question, whole.env.get(0), whole.principles)
        self.book, self._whole, self._removed = book, whole, removed

    def is_attacked(self, provision: Provision, question: str) -> bool:
        if provision.name == self._removed:
            return self._whole.is_attacked(self._whole.book.provisions[provision.name], question)
        return super().is_attacked(provision, question)


Principles = dict[tuple[str, str], set[str]]


@dataclass(slots=True)
class Tried:
    """A rulebook of which every case is tried: per question the cases, and per provision the book without it."""

    book: Rulebook
    happens: bool = False
    cases: dict[str, list[Case]] = field(default_factory=dict)
    _principles: Principles = field(default_factory=dict)
    _without: dict[str, Rulebook] = field(default_factory=dict)
    tests: list[Asked] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tests = [test for each in conditions(self.book) for test in singles(each) if isinstance(test, Asked)]
        self._without = {name: without_effects(self.book, name) for name in self.book.provisions}
        for question in self.book.questions.values():
            self.cases[question.name] = list(self._of(question))

    def asked(self, question: str) -> list[Case]:
        """Return the cases a question is asked in: its D."""
        return [case for case in self.cases[question] if case.told is not None]

    def _of(self, question: Question) -> Iterator[Case]:
        for facts, element in plans(self.book, question):
            env: Env = {} if element is None else {0: element}
            for world in worlds(self.book, facts, question.name):
                found = self._in(question, world, facts, env)
                if found is not None:
                    yield found

    def _in(self, question: Question, world: World, facts: Facts, env: Env) -> Case | None:
        values = {key: world.fact(d.fact, env) for key, d in declarations(self.book).items() if d.fact.list is None}
        listed = {key: d.fact for key, d in declarations(self.book).items() if d.fact.list is not None}
        values |= {key: world.fact(fact, env) for key, fact in listed.items() if env}
        unlisted = {key for key, value in values.items() if isinstance(value, Unlisted)}
        if unlisted != {
            key for key, d in declarations(self.book).items() if d.fact.list is None and key not in facts.values
        }:
            return None
        hidden: dict[tuple[str, str], Thing] = {}
        for key in sorted(unlisted):
            kind = declarations(self.book)[key].fact.type
            assert isinstance(kind, CodeType)
            for attribute in kind.table.attributes:
                hidden[key[0], attribute.names[0]] = world._attribute(kind.table, values[key], attribute, lambda: None)
        if not is_possible(world):
            return None
        self.happens = True
        replies: dict[str, Thing | None] = {}

        def ask(here: World, test: Asked, subject: Element | None) -> Thing | None:
            reply = _Brisk(here, self.book.questions[test.question], subject, self._principles).reply(test.late)
            if not test.late:
                replies[test.question] = reply
            return reply

        world.ask = ask
        self._choose(question, world, env)
        chosen = {
            key: value
            for key, value in world.chosen.items()
            if isinstance(key, tuple) and key[0] in ("begun", "answer")
        }
        trial = _Brisk(world, question, env.get(0), self._principles)
        told = self._told(trial) if _is_covered(self.book, values["day",]) and trial.holds(question.scope) else None
        near = [p for p in self.book.provisions.values() if self._may_speak(p, trial)]
        ranges = {p.name: tuple(said.items()) for p in near if _is_in_range(trial, p) and (said := trial.answer(p))}
        return Case(facts, values, hidden, chosen, dict(replies), env, world, ranges, told)

    def _choose(self, question: Question, world: World, env: Env) -> None:
        """Choose what a case may be read in two ways by: when a text began, and what a question answers that does not.

        A case is complete only then: on another day, or with another code, it may matter what was chosen here.
        """
        for document in self.book.documents.values():
            if document.in_force_latest is not None:
                world.choose(("begun", document.name), (1, 0))
        for test in self.tests:
            if test.question != question.name and (env or self.book.questions[test.question].list is None):
                world.holds(test, env, lambda: None)

    def _told(self, trial: _Brisk) -> Told:
        question, provisions = trial.question.name, self.book.provisions.values()
        outcome = answered(trial)
        listed = [p for p in provisions if self._may_speak(p, trial)]
        applicable = [p for p in listed if trial.is_applicable(p)]
        answers = {p.name: trial.answer(p) for p in applicable if trial.is_binding(p)}
        answers = {name: answer for name, answer in answers.items() if answer}
        left = {p.name: roles for p in applicable if trial.is_binding(p) and (roles := _roles(trial, p))}
        candidates = [p.name for p in provisions if trial.is_candidate(p)]
        beaten = {
            (one, two, principle)
            for one, two in product(candidates, candidates)
            if trial.clash(answers[one], answers[two])
            for principle in trial.beats(one, two)
        }
        changed = {p.name: answered(self._copy(trial, p.name)) for p in applicable}
        return Told(
            outcome,
            frozenset(p.name for p in applicable if question in p.questions),
            frozenset(p.name for p in applicable if question in p.questions and trial.stands(p, question)),
            answers,
            frozenset(candidates),
            frozenset(candidates) - {two for _, two, _ in beaten},
            frozenset(beaten),
            frozenset(_strikes(trial, applicable)),
            frozenset(answers.keys() | left.keys()),
            {n: frozenset({*left.get(n, ()), tuple(answers.get(n, {}).items())} - {()}) for n in {*answers, *left}},
            frozenset(p.name for p in applicable if p.name in left and trial.stands(p, question)),
            frozenset(trial.recorded()),
            {name: other for name, other in changed.items() if other != outcome},
        )

    def _may_speak(self, provision: Provision, trial: Trial) -> bool:
        """Tell whether a provision can have to do with a question.

        It does not if it speaks of elements alone, or tests the question, or hangs on one that does.
        """
        questions = [self.book.questions[name] for name in provision.questions]
        asked = {test.question for test in singles(provision.condition) if isinstance(test, Asked)}
        if trial.question.name in asked or (not trial.env and any(question.list for question in questions)):
            return False
        relation = provision.relation
        return relation is None or self._may_speak(self.book.provisions[relation.target], trial)

    def _copy(self, trial: _Brisk, name: str) -> _Brisk:
        """Ask the same, in the same world, of the rulebook in which one provision has no effects."""
        book = self._without[name]

        def ask(here: World, test: Asked, subject: Element | None) -> Thing | None:
            whole = _Brisk(trial.world, book.questions[test.question], subject, self._principles)
            return _Without(here, whole, book, name).reply(test.late)

        return _Without(dataclasses.replace(trial.world, ask=ask), trial, book, name)


def answered(trial: Trial) -> Answered:
    """Return what a question comes to; with a duty, who bears it and when is what the duties say, else what all say."""
    member = trial.member()
    said = [trial.answer(trial.book.provisions[name]) for name in member.winners]
    said = [answer for answer in said if answer.get("leave") is False] or said
    duties = {(key, str(answer[key])) for answer in said for key in ("by", "period") if key in answer}
    roles = member.left_to if member.word == "discretion" else frozenset[str]()
    return Answered(member.word, member.values, frozenset(duties), member.clashes, roles)


def without_effects(book: Rulebook, name: str) -> Rulebook:
    """Return a rulebook in which a provision says and strikes nothing, and is only what others hang on."""
    provision = book.provisions[name]
    silent = tuple(replace(effect, said=LeftOpen()) for effect in provision.effects)
    relation = provision.relation
    if relation is not None and relation.form == "exception":
        relation = replace(relation, questions=())
    left = replace(provision, effects=silent, relation=relation)
    return dataclasses.replace(book, provisions=MappingProxyType({**book.provisions, name: left}))


def _is_in_range(trial: Trial, provision: Provision) -> bool:
    """Tell whether a provision would apply if it were in force, going by conditions alone."""
    relation = provision.relation
    hangs = relation is not None and relation.form != "override"
    if relation is not None and hangs and not _is_in_range(trial, trial.book.provisions[relation.target]):
        return False
    return trial.holds(provision.condition) and trial.holds(trial.text(provision).applies_when)


def _roles(trial: Trial, provision: Provision) -> frozenset[str]:
    said = trial.said(provision, trial.question.name)
    return frozenset(each.role for each in said if isinstance(each, LeftTo))


def _strikes(trial: Trial, applicable: list[Provision]) -> Iterator[tuple[str, str]]:
    """Go through who takes out whom."""
    question = trial.question.name
    for attacker in applicable:
        relation = attacker.relation
        target = None if relation is None else trial.book.provisions[relation.target]
        if relation is None or target not in applicable or not trial.stands(attacker, question):
            continue
        by_exception = relation.form == "exception" and question in relation.questions
        clashing = trial.clash(trial.answer(attacker), trial.answer(target))
        if by_exception or (relation.form == "override" and clashing):
            yield attacker.name, target.name


def _is_covered(book: Rulebook, day: Thing) -> bool:
    assert isinstance(day, int)
    return (book.header.covers_from or 0) <= day <= (book.header.reviewed_until or day)


# Plans


def plans(book: Rulebook, question: Question) -> Iterator[tuple[Facts, Element | None]]:
    """Go through the plans of a question, each with its subject; a code that is left out is one no table lists."""
    of_plan = [(key, declared) for key, declared in declarations(book).items() if declared.fact.list is None]
    for values in product(*(tried(book, declared) for _, declared in of_plan)):
        known = {key: value for (key, _), value in zip(of_plan, values, strict=True) if value is not None}
        for legs in _lists(book, question):
            lists = {} if legs is None else {ELEMENT: legs}
            yield Facts(known, lists), legs[0] if legs and question.list is not None else None


def tried(book: Rulebook, declared: Declared) -> tuple[Value | None, ...]:
    """List the values of a fact; None for the codes that no table lists."""
    kind = declared.fact.type
    found: tuple[Value | None, ...] = ()
    match kind:
        case FiniteType():
            found = kind.domain
        case OrderedType(form="date"):
            found = _days(book)
        case OrderedType(low=low, high=high):
            found = tuple(range(low, high + 1))
        case CodeType(table):
            found = (*sorted(table.rows), *(() if table.closed else (None,)))
    return (*found, ABSENT) if declared.optional else found


def _days(book: Rulebook) -> tuple[int, ...]:
    """List the days to try: those looked at with one on either side."""
    first, last = book.header.covers_from or 0, book.header.reviewed_until or DAYS_TRIED[-1]
    return tuple(day for day in DAYS_TRIED if first - 1 <= day <= last + 1)


def _lists(book: Rulebook, question: Question) -> Iterator[tuple[Element, ...] | None]:
    """Go through what the list may hold: as many elements as its tests can tell apart, and whichever is asked of."""
    fields = [(key, declared) for key, declared in declarations(book).items() if declared.fact.list is not None]
    if not fields:
        yield None
        return
    ways = [
        {key[1:]: value for (key, _), value in zip(fields, values, strict=True) if value is not None}
        for values in product(*(tried(book, declared) for _, declared in fields))
    ]
    yield from () if question.list is not None else [()]
    most = max(longest(book, question.name).get(ELEMENT, 0), question.list is not None)
    for count in range(1, most + 1):
        for chosen in product(ways, repeat=count):
            yield tuple(Element(str(n), f"{ELEMENT}[{n}]", way, {}) for n, way in enumerate(chosen))
