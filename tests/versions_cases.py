"""Every case of two small rulebooks, and what the oracle says is decided of it in the one and in the other.

A case is all that is so: the facts, the attributes of unlisted codes, the reading of bands. What questions answer that
have no answer is no part of it: over that the verdict of a case is open. Knows nothing of regions.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import product

from msgspec import Struct

from checker.logic.decisions import Decision, Held
from checker.rulebook.model import Deontic, Element, Facts, Question, Rulebook
from tests.analyses_cases import ELEMENT, Answered, Case, Told, Tried, _Brisk, _days, answered, tried
from tests.oracle_lists import longest
from tests.oracle_vocabulary import declarations
from tests.oracle_worlds import worlds

NOT_ASKED = Decision("not-applicable")
Begun = frozenset[tuple[str, bool]]
"""How the bands of some texts are read: whether each has begun."""
Read = frozenset[tuple[str, ...]]
"""The facts that somebody reads, by key, and the attributes of codes no table lists: `("office", "~kind")`."""
ByFacts = dict[Hashable, dict[Begun, list[Case]]]


@dataclass(slots=True)
class Reach(Tried):
    """A rulebook of which every case is tried: on more days, or with longer lists, where another needs them."""

    days: tuple[int, ...] = ()
    legs: int = 0

    def _of(self, question: Question) -> Iterator[Case]:
        for facts, element in self._plans(question):
            for world in worlds(self.book, facts, question.name):
                found = self._in(question, world, facts, {} if element is None else {0: element})
                if found is not None:
                    yield found

    def _plans(self, question: Question) -> Iterator[tuple[Facts, Element | None]]:
        of_plan = [(key, d) for key, d in declarations(self.book).items() if d.fact.list is None]
        ways = (self.days if key == ("day",) else tried(self.book, declared) for key, declared in of_plan)
        for values in product(*ways):
            known = {key: value for (key, _), value in zip(of_plan, values, strict=True) if value is not None}
            for legs in self._lists(question):
                lists = {} if legs is None else {ELEMENT: legs}
                yield Facts(known, lists), legs[0] if legs and question.list is not None else None

    def _lists(self, question: Question) -> Iterator[tuple[Element, ...] | None]:
        fields = [(key, d) for key, d in declarations(self.book).items() if d.fact.list is not None]
        if not fields:
            yield None
            return
        ways = [
            {key[1:]: value for (key, _), value in zip(fields, values, strict=True) if value is not None}
            for values in product(*(tried(self.book, declared) for _, declared in fields))
        ]
        yield from () if question.list is not None else [()]
        for count in range(1, max(self.legs, question.list is not None) + 1):
            for chosen in product(ways, repeat=count):
                yield tuple(Element(str(n), f"{ELEMENT}[{n}]", way, {}) for n, way in enumerate(chosen))

    def _told(self, trial: _Brisk) -> Told:
        none: frozenset[str] = frozenset()
        return Told(answered(trial), none, none, {}, none, none, frozenset(), frozenset(), none, {}, none, none, {})


class Point(Struct, frozen=True):
    """A case of both rulebooks or of one, with what silent questions are taken to answer in each."""

    number: int
    before: Case | None
    after: Case | None

    @property
    def either(self) -> Case:
        """The case as one of the rulebooks has it."""
        found = self.after or self.before
        assert found is not None
        return found


class Both:
    """Two rulebooks of which every case is tried, one question after the other."""

    def __init__(self, before: Rulebook, after: Rulebook) -> None:
        self.books = (before, after)
        days = tuple(sorted({*_days(before), *_days(after)}))
        legs = max(longest(book, name).get(ELEMENT, 0) for book in self.books for name in book.questions)
        said = [effect.said for book in self.books for p in book.provisions.values() for effect in p.effects]
        self._periods = {str(s.period): s.period.text for s in said if isinstance(s, Deontic) and s.period is not None}
        self.tried = tuple(Reach(book, days=days, legs=legs) for book in self.books)

    def points(self, question: str, read: Read) -> tuple[list[Point], list[tuple[Held, Held]]]:
        """Return every case of a question, and by its number what was and what is decided in it.

        Two cases are one that differ in nothing that is read. One that a rulebook has no words for is none of it.
        """
        found = [self._by_facts(side, question, read) for side in (0, 1)]
        points: list[Point] = []
        decided: list[tuple[Held, Held]] = []
        for facts in dict.fromkeys(key for side in found for key in side):
            sides = [side.get(facts, {}) for side in found]
            for begun in self._readings(sides):
                chosen = [_of_reading(side, begun) for side in sides]
                earlier, later = ((*each, *([] if each else [None])) for each in chosen)
                points.extend(Point(len(decided), *pair) for pair in product(earlier, later))
                before, after = (self._held(cases) for cases in chosen)
                decided.append((before, after))
        return points, decided

    def _by_facts(self, side: int, question: str, read: Read) -> ByFacts:
        found: ByFacts = {}
        alike = set()
        for case in self.tried[side].cases[question]:
            begun = frozenset((key[1], bool(value)) for key, value in case.open.items() if key[0] == "begun")
            facts, answers = _facts(case, read), frozenset((k, v) for k, v in case.open.items() if k[0] == "answer")
            if (facts, begun, answers) not in alike:
                alike.add((facts, begun, answers))
                found.setdefault(facts, {}).setdefault(begun, []).append(case)
        return found

    def _readings(self, sides: list[dict[Begun, list[Case]]]) -> Iterator[Begun]:
        """Go through the readings of the bands of both; those of one text are one."""
        names = sorted({name for side in sides for begun in side for name, _ in begun})
        for chosen in product((True, False), repeat=len(names)):
            yield frozenset(zip(names, chosen, strict=True))

    def _held(self, cases: list[Case]) -> Held:
        return tuple(sorted({self._decision(case) for case in cases})) or (NOT_ASKED,)

    def _decision(self, case: Case) -> Decision:
        if case.told is None or not self._is_covered(case):
            return NOT_ASKED
        return self._of(case.told.outcome)

    def _of(self, outcome: Answered) -> Decision:
        """Return what is decided, as the program says it; where texts clash nobody has a duty."""
        duties = outcome.duties if outcome.word != "conflict" else frozenset[tuple[str, str]]()
        return Decision(
            outcome.word,
            tuple(sorted(outcome.values)),
            tuple(sorted(who for key, who in duties if key == "by")),
            tuple(sorted(self._periods[when] for key, when in duties if key == "period")),
            tuple(sorted(outcome.roles)),
        )

    def _is_covered(self, case: Case) -> bool:
        day = case.values["day",]
        assert isinstance(day, int)
        headers = [book.header for book in self.books]
        return all((h.covers_from or 0) <= day <= (h.reviewed_until or day) for h in headers)


def _facts(case: Case, read: Read) -> Hashable:
    values = frozenset((key, value) for key, value in case.values.items() if key in read)
    hidden = frozenset((key, value) for key, value in case.hidden.items() if (key[0], f"~{key[1]}") in read)
    return values, case.rest("")[1], hidden


def _of_reading(side: dict[Begun, list[Case]], begun: Begun) -> list[Case]:
    return [case for own, cases in side.items() if own <= begun for case in cases]
