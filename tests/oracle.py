"""The oracle: a second opinion on every verdict, written straight from LANGUAGE §6 in the order of its steps.

It tries every completion of a plan and decides each by plain recursion over the rulebook. It is slow, knows no
fields, classes, branches or regions, and shares nothing with `checker.logic`: where the two differ, one is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from checker.rulebook.model import (
    Asked,
    Condition,
    Decided,
    Deontic,
    Document,
    Element,
    Facts,
    LeftTo,
    Locator,
    Period,
    Provision,
    Question,
    Rulebook,
    Said,
)
from tests.oracle_deeds import WORDED, compliance, is_late
from tests.oracle_nevers import is_possible
from tests.oracle_specialty import is_special
from tests.oracle_worlds import Env, World, worlds

Answer = dict[str, str | bool | Period]
"""What is said of a question: `do` and `leave` (may it be done, be left), a `value`; of a duty `by` and `period`."""


class Member(Struct, frozen=True):
    """The verdict of one completion; `values` only where it is `decided`, `clashes` only on a conflict."""

    word: str
    values: frozenset[str] = frozenset()
    winners: frozenset[str] = frozenset()
    principles: frozenset[str] = frozenset()
    compliance: str | None = None
    clashes: frozenset[frozenset[str]] = frozenset()
    left_to: frozenset[str] = frozenset()
    gaps: frozenset[str] = frozenset()


class Seen(Struct, frozen=True):
    """The law as it is looked at: as of a day, and with the readings that are turned the other way."""

    as_of: int | None = None
    turned: frozenset[str] = frozenset()


def possible(book: Rulebook, facts: Facts) -> bool:
    """Tell whether a plan has a completion at all."""
    return any(is_possible(world) for world in worlds(book, facts))


def members(book: Rulebook, question: str, facts: Facts, element: Element | None, seen: Seen) -> frozenset[Member]:
    """Return the verdicts of all completions that can happen (§6.9), asked of the plan or of an element."""
    return frozenset(member for _, member in runs(book, question, facts, element, seen))


def runs(
    book: Rulebook, question: str, facts: Facts, element: Element | None, seen: Seen
) -> Iterator[tuple[World, Member]]:
    """Go through all completions that can happen, each with its verdict; what it then has `read`, mattered."""
    asked = book.questions[question]

    def ask(world: World, test: Asked, subject: Element | None) -> str | bool | None:
        return Trial(world, book.questions[test.question], subject, seen).reply(test.late)

    for world in worlds(book, facts, question):
        world.ask = ask
        if is_possible(world):
            world.read.clear()
            member = Trial(world, asked, element, seen).member()
            read = set(world.read)
            if is_possible(world):
                world.read = read
                yield world, member


class Trial:
    """One question, one subject, one complete case."""

    def __init__(self, world: World, question: Question, element: Element | None, seen: Seen) -> None:
        self.world, self.book = world, world.ground.book
        self.question, self.seen = question, seen
        self.env: Env = {} if element is None else {0: element}

    def member(self) -> Member:
        """Go through the steps."""
        # 0. Scope
        if not self.holds(self.question.scope):
            return Member("not-applicable")
        # 1 to 3 are asked for by 4. Candidates
        answers = {p.name: self.answer(p) for p in self.book.provisions.values() if self.is_candidate(p)}
        # 5. Beats
        beaten = [(b, a, self.beats(a, b)) for a in answers for b in answers if self.clash(answers[a], answers[b])]
        losers = {b for b, _, principles in beaten if principles}
        principles = {principle for _, _, found in beaten for principle in found}
        if any(self.is_taken_out(p) for p in self.book.provisions.values()):
            principles.add("explicit")
        # 6. Winners
        winners = {name: answer for name, answer in answers.items() if name not in losers}
        # 7. Answer
        word, values = self.answered(winners)
        return Member(
            word,
            values,
            frozenset(winners),
            frozenset(principles),
            compliance(self.world, self.question, self.env, word, self.periods(winners, word)),
            frozenset(frozenset((a, b)) for a in winners for b in winners if self.clash(winners[a], winners[b])),
            frozenset(self.left_to()),
            frozenset(self.recorded()) if word == "known-gap" else frozenset(),
        )

    def reply(self, late: bool) -> str | bool | None:
        """Return what another condition tests: the answer, or whether the deed was too late; None if unknown."""
        member = self.member()
        if member.word not in (*WORDED, "decided") or len(member.values) > 1:
            return None
        if late:
            periods = self.periods(member.winners, member.word)
            return is_late(self.world, self.question, self.env, member.word, periods)
        return next(iter(member.values), member.word)

    def holds(self, condition: Condition) -> bool:
        return self.world.holds(condition, self.env, self.day)

    def day(self) -> int | None:
        return self.world.date(self.question.governed_by, self.env)

    # 1. In force

    def exists(self, document: str) -> bool:
        return self.seen.as_of is None or self.book.documents[document].issued <= self.seen.as_of

    def is_read_so(self, provision: Provision) -> bool:
        """Tell whether a provision is there as its unclear words are read."""
        return all(reading.chosen is (reading.name not in self.seen.turned) for reading in provision.readings)

    def wording(self, provision: Provision) -> Document:
        """Return the text that brought the present wording: it gives window and date."""
        return self.book.documents[provision.replaces.document if provision.replaces else self.text(provision).name]

    def text(self, provision: Provision) -> Document:
        return self.book.documents[provision.cites[0].document]

    def is_in_force(self, provision: Provision) -> bool:
        if not self.exists(self.text(provision).name) or not self.exists(self.wording(provision).name):
            return False
        return self.is_read_so(provision) and self.has_begun(provision) and not self.has_ended(provision)

    def has_begun(self, provision: Provision) -> bool:
        day, wording = self.day(), self.wording(provision)
        if day is None or day < wording.in_force or (provision.since is not None and day < provision.since):
            return False
        latest = wording.in_force_latest
        return latest is None or day >= latest or bool(self.world.choose(("begun", wording.name), (1, 0)))

    def has_ended(self, provision: Provision) -> bool:
        day = self.day()
        ends = [self.wording(provision).until, provision.until]
        repeals = [repeal for repeal in self.book.repeals if self.exists(repeal.by)]
        ends += [repeal.day for repeal in repeals if self.is_struck(provision, repeal.target, repeal.locator)]
        if any(end is not None and day is not None and day >= end for end in ends):
            return True
        return any(
            other.replaces is not None
            and other.replaces.target == provision.name
            and self.exists(other.replaces.document)
            and self.is_read_so(other)
            and self.has_begun(other)
            for other in self.book.provisions.values()
        )

    def is_struck(self, provision: Provision, document: str, place: Locator) -> bool:
        """Tell whether a repeal of that place reaches the provision, where it stands or where it was worded."""
        places = [(self.text(provision).name, provision.cites[0].locator)]
        if provision.replaces is not None:
            places.append((provision.replaces.document, provision.replaces.locator))
        return any(name == document and at.steps[: len(place.steps)] == place.steps for name, at in places)

    # 2. Applicable

    def is_applicable(self, provision: Provision) -> bool:
        if not self.is_in_force(provision):
            return False
        if not self.holds(provision.condition) or not self.holds(self.text(provision).applies_when):
            return False
        relation = provision.relation
        if relation is None or relation.form == "override":
            return True
        target = self.book.provisions[relation.target]
        if relation.form == "proviso":
            return any(self.stands(target, effect.question) for effect in target.effects)
        return self.is_applicable(target)

    # 3. Standing on Q

    def stands(self, provision: Provision, question: str) -> bool:
        return self.is_applicable(provision) and not self.is_attacked(provision, question)

    def is_attacked(self, provision: Provision, question: str) -> bool:
        for other in self.book.provisions.values():
            relation = other.relation
            if relation is None or relation.target != provision.name:
                continue
            strikes = relation.form == "exception" and question in relation.questions
            if relation.form == "override":
                strikes = self.clash(self.answer(other, question), self.answer(provision, question), question)
            if strikes and self.stands(other, question):
                return True
        return False

    def is_taken_out(self, provision: Provision) -> bool:
        """Tell whether an answer that applies is lost to an exception or override."""
        return (
            self.is_binding(provision)
            and bool(self.answer(provision))
            and self.is_applicable(provision)
            and self.is_attacked(provision, self.question.name)
        )

    # 4. Candidates

    def is_candidate(self, provision: Provision) -> bool:
        if not self.is_standing_answer(provision):
            return False
        ranks = provision.reserved
        if ranks is None:
            return True
        return not any(
            other.reserved is None
            and (not ranks or self.text(other).rank in ranks)
            and other is not provision
            and self.is_standing_answer(other)
            for other in self.book.provisions.values()
        )

    def is_standing_answer(self, provision: Provision) -> bool:
        return (
            self.is_binding(provision) and bool(self.answer(provision)) and self.stands(provision, self.question.name)
        )

    def is_binding(self, provision: Provision) -> bool:
        return not self.text(provision).practice and not self.text(provision).binds_officers

    def answer(self, provision: Provision, question: str | None = None) -> Answer:
        """Return a provision's own effects on a question here, joined; empty when it gives no answer."""
        joined: Answer = {}
        for number, said in enumerate(self.said(provision, question or self.question.name)):
            match said:
                case Deontic(do, leave, bearer, period):
                    joined |= {} if do is None else {"do": do}
                    joined |= {} if leave is None else {"leave": leave}
                    joined |= {} if bearer is None or leave is not False else {"by": bearer}
                    joined |= {} if period is None or leave is not False else {"period": period}
                case Decided(value):
                    joined["value" if not self.collects(question) else f"value {number}"] = value
        return joined

    def said(self, provision: Provision, question: str) -> list[Said]:
        return [e.said for e in provision.effects if e.question == question and self.holds(e.condition)]

    def collects(self, question: str | None) -> bool:
        return self.book.questions[question or self.question.name].form == "collecting"

    def clash(self, one: Answer, two: Answer, question: str | None = None) -> bool:
        """Tell whether two answers say different things of one thing; collected answers never do."""
        return not self.collects(question) and any(one[key] != two[key] for key in one.keys() & two.keys())

    # 5. Beats

    def beats(self, one: str, two: str) -> set[str]:
        """Return the principles by which one candidate beats another whose answer clashes with its own."""
        a, b = self.book.provisions[one], self.book.provisions[two]
        rank_a, rank_b = self.text(a).rank, self.text(b).rank
        assert rank_a is not None
        assert rank_b is not None
        if rank_a != rank_b:
            return {"rank"} if rank_a < rank_b else set()
        if self.text(a).issuer != self.text(b).issuer:
            return set()
        date_a, date_b = self.wording(a).issued, self.wording(b).issued
        found = set()
        if date_a > date_b and not _special(self.book, two, one):
            found.add("recency")
        if date_a >= date_b and _special(self.book, one, two):
            found.add("specialty")
        return found

    # 7. Answer

    def answered(self, winners: dict[str, Answer]) -> tuple[str, frozenset[str]]:
        if not winners:
            return self.silence()
        if any(self.clash(a, b) for a in winners.values() for b in winners.values()):
            return "conflict", frozenset()
        joined: Answer = {}
        for answer in winners.values():
            joined |= answer
        if self.question.form in ("value", "collecting"):
            said = winners.values()
            return "decided", frozenset(str(value) for answer in said for value in answer.values())
        return _word(joined), frozenset()

    def silence(self) -> tuple[str, frozenset[str]]:
        if any(self.left_to()):
            return "discretion", frozenset()
        meaning = self.question.silence
        if isinstance(meaning, Decided):
            return "decided", frozenset((meaning.value,))
        if isinstance(meaning, Deontic):
            told = {"do": meaning.do, "leave": meaning.leave}
            return _word({key: bit for key, bit in told.items() if bit is not None}), frozenset()
        return ("known-gap" if any(self.recorded()) else "gap"), frozenset()

    def left_to(self) -> Iterator[str]:
        for provision in self.book.provisions.values():
            roles = [s.role for s in self.said(provision, self.question.name) if isinstance(s, LeftTo)]
            if roles and self.is_binding(provision) and self.stands(provision, self.question.name):
                yield from roles

    def recorded(self) -> Iterator[str]:
        for gap in self.book.known_gaps:
            if self.question.name in gap.questions and self.holds(gap.condition):
                yield gap.names[0]

    # 8. Deed

    def periods(self, winners: Iterable[str], word: str) -> tuple[Period, ...]:
        """Return the periods the winners name for what the verdict says: for a duty those of duties."""
        said = [s for name in winners for s in self.said(self.book.provisions[name], self.question.name)]
        duties = [s for s in said if isinstance(s, Deontic) and (s.leave is False) is (word == "required")]
        return tuple(dict.fromkeys(duty.period for duty in duties if duty.period is not None))


def _word(answer: Answer) -> str:
    if answer.get("do") is False:
        return "forbidden"
    if answer.get("leave") is False:
        return "required"
    return "permitted" if answer.get("do") else "not-required"


@lru_cache(maxsize=4096)
def _special(book: Rulebook, special: str, general: str) -> bool:
    return is_special(book, special, general)
