"""Where like cases are treated differently (U101), though their question says `uniform across` what they differ in.

Two cases are alike when they differ in one fact alone: in its value, where the question names the fact; where it names
an attribute, in a code that is like the other in all else (see `likeness`). Being absent is a value of a fact too, and
of an attribute. A question has to be asked in both cases; then every verdict counts, a gap or a conflict as well.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, product
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Finding, Related, say
from checker.logic import Case, Judgement, Law, Outcome, Resolution
from checker.logic.area import Area, Found
from checker.logic.horizon import Maps, over_all_cases
from checker.logic.likeness import alike, groups
from checker.logic.places import attribute_of
from checker.logic.searching import each_question
from checker.logic.tables import Chain
from checker.regions import Box, Region, restrict
from checker.rulebook.model import (
    Addend,
    CodeType,
    Condition,
    Count,
    Deontic,
    Due,
    Fact,
    Facts,
    IsAbsent,
    Members,
    Provision,
    Question,
    Some,
    Sum,
    Term,
    Test,
    ValueType,
    facts_of,
    tests,
)

Cell = tuple[Outcome, Region, frozenset[int]]


class Named(Struct, frozen=True):
    """What must make no difference: a fact, or what a chain of attributes leads to from the code it holds."""

    label: str
    fact: Fact
    chain: Chain


def find_nonuniform(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through what questions say must make no difference and does: one finding for each such fact or attribute."""
    if law.impossible(Facts({}, {})):
        return
    yield from each_question(law, maps, "U101", partial(_of_question, law, maps))


def _of_question(law: Law, maps: Maps, question: Question) -> Iterator[Found]:
    for label in dict.fromkeys(question.uniform):
        named = find_named(law, question, label)
        if named is not None:
            yield from _found(law, question, named, maps)


def _found(law: Law, question: Question, named: Named, maps: Maps) -> Iterator[Found]:
    resolution = told_apart(law, question, named) if named.chain else maps(question.name)
    neighbours = Neighbours(resolution.case, named)
    if not neighbours.are_known:
        message = say(
            "`{question}` was not searched for like cases: codes of `{fact}` may differ in too many ways",
            question=question.name,
            fact=named.fact.label,
        )
        yield Found(Finding("A102", message, question.span, concerns=(question.name,)))
    elif regions := nonuniform_regions(law, resolution, neighbours):
        is_doubtful = resolution.case.was_cut_short or neighbours.are_doubtful
        doubt = (say("not each of these cases need have a like case with another verdict"),) if is_doubtful else ()
        areas = (
            Area(resolution, region, word, remarks=(say("verdict: `{word}`", word=word), *doubt))
            for word, region in regions.items()
        )
        yield Found(_finding(law, question, named, resolution), tuple(areas))


def nonuniform_regions(law: Law, resolution: Resolution, neighbours: Neighbours) -> dict[str, Region]:
    """Return the cases with a like case of another outcome, by verdict word.

    No class of codes may hold some that are not like one another (see `told_apart`).
    """
    case, found = resolution.case, dict[str, list[Region]]()
    tested = frozenset(n for link in resolution.links if (n := case.place(link.slot)) is not None)
    for (one, here, silent), (two, there, mute) in product(_cells(law, resolution), repeat=2):
        if one != two:
            found.setdefault(one.word, []).append(neighbours.beside(here, there, tested - (silent & mute)))
    regions = {word: case.living(case.either(parts)) for word, parts in sorted(found.items())}
    return {word: region for word, region in regions.items() if region}


def _cells(law: Law, resolution: Resolution) -> list[Cell]:
    """Divide the cases asked of by outcome, and by which tested questions are silent: there an answer is assumed."""
    case = resolution.case
    outcomes = Judgement(law.book, law.precedence, resolution).outcomes
    cells: list[Cell] = [(o, r, frozenset()) for o, r in sorted(outcomes.items()) if o.word != "not-applicable"]
    for link in resolution.links:
        number = case.place(link.slot)
        if number is not None:
            silent = [(o, case.both(r, link.unanswered), where | {number}) for o, r, where in cells]
            spoken = [(o, case.without(r, link.unanswered), where) for o, r, where in cells]
            cells = [cell for cell in (*silent, *spoken) if cell[1]]
    return cells


class Neighbours:
    """Goes from a case to those that are like it in all but what is named.

    They `are_doubtful` where a quantity is reckoned from the fact: boxes then hold cases with such a case beside them,
    and may hold others. Where elements of a list are counted by it, whether both cases have the same ones is not asked.
    """

    def __init__(self, case: Case, named: Named) -> None:
        self._case = case
        self._slot = ("" if named.fact.list is None else f"{named.fact.list}[?]", *named.fact.path)
        self._place = case.place(self._slot)
        self._sets: tuple[int, ...] = ()
        if self._place is not None:
            kind, classes, self._sets = named.fact.type, case.classes(self._place), (case.space.full[self._place],)
            if named.chain and isinstance(kind, CodeType):
                self._sets = alike(classes, kind.table, named.chain)
        fields = [(n, case.field(n)) for n in case.dimensions]
        self._reckoned = frozenset(n for n, field in fields if _read((a for _, a in field.addends), named.fact))
        counts = [a for _, field in fields for _, a in field.addends if isinstance(a, Count)]
        self._is_crowded = _read(counts, named.fact)
        terms = [(n, same) for n, field in fields if (same := case.compared(field)) is not None]
        self._compared = frozenset(n for n, same in terms if _read((same.left, same.right), named.fact))

    @property
    def are_doubtful(self) -> bool:
        """Whether not each case that is given needs to have one beside it."""
        return bool(self._reckoned)

    @property
    def are_known(self) -> bool:
        """Whether codes no table lists are classes of their fact; what may be of them can be too much for that."""
        slots = (self._case.slot(n) for n in self._case.dimensions)
        return not any(slot[: len(self._slot)] == self._slot != slot for slot in slots)

    def beside(self, here: Region, there: Region, tested: frozenset[int]) -> Region:
        """Return which of some cases have one of others beside them; `tested` are the answers that may follow."""
        case, free = self._case, self._reckoned | self._compared | tested
        there = tuple(case.spelled_out(there)) if self._compared else there
        if not self._reckoned:
            reached = [(box, mask) for box in there if (mask := self._reach(box))]
            return case.both(here, tuple(self._widened(box, mask, free) for box, mask in reached))
        found: list[Region] = []
        for mask in self._sets or (0,):
            pairs = product(self._within(here, mask), self._within(there, mask))
            beside = ((one, (self._widened(two, mask, free),)) for one, two in pairs if self._moves(one, two, free))
            found += [case.both((one,), wide) for one, wide in beside]
        return case.either(found)

    def _moves(self, one: Box, two: Box, free: frozenset[int]) -> bool:
        if self._is_crowded:
            return self._case.happens((one,)) and self._case.happens((two,))
        return self._case.moves((one,), (two,), self._slot, free)

    def _reach(self, box: Box) -> int:
        """Return the classes at the place with codes that are like some of a box."""
        reached = 0
        for mask in self._sets:
            if self._place is not None and mask & box[self._place]:
                reached |= mask
        return reached

    def _within(self, region: Region, mask: int) -> Region:
        return region if self._place is None else restrict(region, self._place, mask)

    def _widened(self, box: Box, mask: int, free: frozenset[int]) -> Box:
        """Let a box have any class along free dimensions, and at the place any of a set."""
        full = self._case.space.full
        return tuple(mask if n == self._place else full[n] if n in free else own for n, own in enumerate(box))


def _read(sources: Iterable[Addend], fact: Fact) -> bool:
    """Tell whether something made of terms, counts and periods may change with a fact."""
    return any(read.key == fact.key for source in sources for read in _sources(source))


def _sources(addend: Addend) -> Iterable[Fact]:
    match addend:
        case Term(fact) | Sum(_, Term(fact)):
            return (fact,)
        case Due(period):
            return period.anchors
        case Count(_, where):
            return facts_of(where)


def told_apart(law: Law, question: Question, named: Named) -> Resolution:
    """Ask a question over all cases, with no two codes in one class that are not like one another."""
    told: list[Condition] = []
    kind: ValueType = named.fact.type
    for depth, name in enumerate(named.chain):
        assert isinstance(kind, CodeType)
        term = Term(named.fact, named.chain[:depth], kind)
        told += [Test(term, Members(codes)) for codes in groups(kind.table, named.chain[depth:])]
        told.append(Test(term, IsAbsent()))
        kind = attribute_of(kind.table, name).type
    # Whether the deed is done has no part in any outcome, and whatever it asks of a fact tells values of it apart.
    asked = replace(question, done_when=Some(tuple(told)))
    questions = MappingProxyType({**law.book.questions, question.name: asked})
    book = dataclasses.replace(law.book, questions=questions)
    return over_all_cases(Law(book, law.as_of, law.timeline.turned), question.name)


def find_named(law: Law, question: Question, label: str) -> Named | None:
    """Find what a label in `uniform across` names; None where nothing reads the fact, so that nothing turns on it."""
    said = (effect.said for provision in law.book.provisions.values() for effect in provision.effects)
    periods = (each.period for each in said if isinstance(each, Deontic) and each.period is not None)
    dates = (*question.governed_by, question.done_at, *(anchor for period in periods for anchor in period.anchors))
    read = (fact for condition in law.book.conditions() for fact in facts_of(condition))
    for fact in chain((fact for fact in dates if fact is not None), read):
        if fact.binder == 0 and fact.list in (None, question.list):
            if label == fact.label:
                return Named(label, fact, ())
            if isinstance(fact.type, CodeType) and label.startswith(f"{fact.label}."):
                return Named(label, fact, tuple(_canonical(fact.type, label.removeprefix(f"{fact.label}.").split("."))))
    return None


def _canonical(kind: ValueType, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        assert isinstance(kind, CodeType)
        attribute = attribute_of(kind.table, name)
        yield attribute.name
        kind = attribute.type


def _finding(law: Law, question: Question, named: Named, resolution: Resolution) -> Finding:
    """Say that it makes a difference, and which provisions of the question, and of those it tests, turn on it."""
    asked = {question.name, *(link.slot[-1] for link in resolution.links)}
    spoken = (provision for provision in law.book.provisions.values() if asked & {*provision.questions})
    turning = [(provision, read) for provision in spoken if (read := next(_turns(law, provision, named), None))]
    message = say(
        "`{question}` treats like cases differently: `{fact}` should make no difference",
        question=question.name,
        fact=named.label,
    )
    return Finding(
        "U101",
        message,
        question.span,
        help=say("let nothing turn on `{fact}`, or take it out of `uniform across`", fact=named.label),
        related=tuple(
            Related(p.span, say("`{provision}` tests `{fact}`", provision=p.name, fact=read)) for p, read in turning
        ),
        concerns=(question.name, *sorted(p.name for p, _ in turning)),
    )


def _turns(law: Law, provision: Provision, named: Named) -> Iterator[str]:
    """Go through what a binding provision that stands tests of a fact: the code itself, what is named, or beyond it."""
    document = law.book.documents[provision.document]
    if document.binding and law.timeline.is_read(provision):
        for condition in (provision.condition, *(e.condition for e in provision.effects), document.applies_when):
            for term in _terms(condition):
                if term.fact.key == named.fact.key and all(
                    a == b for a, b in zip(term.chain, named.chain, strict=False)
                ):
                    yield term.label


def _terms(condition: Condition) -> Iterator[Term]:
    for test in tests(condition):
        yield from (test.term,) if isinstance(test, Test) else (test.left, test.right)
    yield from (Term(fact, (), fact.type) for fact in facts_of(condition) if not isinstance(fact.type, CodeType))
