"""One question of two rulebooks over one space: what the same case gets under the one and under the other.

Takes two laws; gives two resolutions over one case. A value that only one of them knows is no case of the other, and
so is what only one of them says cannot happen. Both are asked within the time that both cover. Must not know what is
compared, nor why: two editions, a rule and its mutant, a rulebook with and without a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from msgspec import structs

from checker.findings import Message, both, say
from checker.logic.case import Case
from checker.logic.days import GoverningDate
from checker.logic.effort import Effort
from checker.logic.law import Law
from checker.logic.lowering import BEFORE, UnitName
from checker.logic.question import Layer, answers_of, dates_of, gather, never_units
from checker.logic.resolution import Resolution
from checker.logic.retelling import retold, says_the_same, tables_alike
from checker.logic.scene import Scene, Subject
from checker.logic.space import Compiled, View, compile_units, fields_of
from checker.logic.trees import CompilationError
from checker.logic.widening import Widenings, find_measured_otherwise, find_widened, native
from checker.logic.world import Never, bearing_on
from checker.regions import Region
from checker.rulebook.model import All, Condition, Facts, keys_of

_ONLY = ("~only before", "~only after")


@dataclass(frozen=True, eq=False)
class Versions:
    """A question before and after, over one case; `unproved` says what was left out of account."""

    before: Resolution
    after: Resolution
    unproved: tuple[Message, ...] = ()

    @property
    def case(self) -> Case:
        """The case both are asked of."""
        return self.after.case


@dataclass(frozen=True, eq=False)
class _Side:
    """One of the two: its law, asked where both count; its layers, its conditions, and what cannot happen in it."""

    law: Law
    layers: tuple[Layer, ...]
    units: Mapping[UnitName, Condition]
    view: View

    @property
    def world(self) -> GoverningDate:
        """The date on which what cannot happen looks at tables."""
        return GoverningDate(self.law.book.header.governed_by)


def versions(before: Law, after: Law, question: str) -> Versions:
    """Lay a question of two laws into one case over which nothing is known.

    It has one name and is asked of one list in both. Raises CompilationError and TooManyBoxesError.
    """
    sides = (
        _side(_within(before, after, question), question, _called_before),
        _side(_within(after, before, question), question, None),
    )
    common, own = _shared(*sides)
    listed = after.book.questions[question].list
    told = [[never for never in nevers if never.list in (None, listed)] for nevers in own]
    widened = _widened(sides, [(*common, *nevers) for nevers in own])
    case = Case(
        Scene(_compiled(sides, common, told, widened), _NOTHING, Subject(listed), after.calendar),
        common,
        effort=Effort(),
    )
    known = [_native(case, widened, number, len(told[number])) for number in (0, 1)]
    case.narrow(case.either(known))  # a case of neither is none
    links = [side.law.links(side.layers, case, _NOTHING, Subject(listed)) for side in sides]
    earlier, later = (
        side.law.resolved(side.layers, case, each, within)
        for side, each, within in zip(sides, links, known, strict=True)
    )
    return Versions(earlier, later, unproved=tuple(_left_out(sides, own, told, widened)))


_NOTHING = Facts({}, {})


def _within(law: Law, other: Law, name: str) -> Law:
    """Ask a question only where its governing date lies within what both rulebooks cover."""
    headers = (law.book.header, other.book.header)
    since = max((h.covers_from for h in headers if h.covers_from is not None), default=None)
    until = min((h.reviewed_until + 1 for h in headers if h.reviewed_until is not None), default=None)
    question = law.book.questions[name]
    if since is not None or until is not None:
        covered = GoverningDate(question.governed_by).within(since, until)
        question = structs.replace(question, scope=All((question.scope, covered)))
    book = replace(law.book, questions=MappingProxyType({**law.book.questions, name: question}))
    return Law(book, law.as_of, law.timeline.turned, apart=True, precedence=law.precedence)


def _side(law: Law, question: str, called: Callable[[str], str] | None) -> _Side:
    layers, units = gather(law.timeline, question, True, called)
    world, dates = GoverningDate(law.book.header.governed_by), dates_of(layers)
    answers = answers_of(law.book)
    if called is not None:
        answers = {called(name): words for name, words in answers.items()}
    listed = law.book.questions[question].list
    return _Side(law, layers, units, View(lambda unit: dates.get(unit[0], world), answers, True, listed))


def _called_before(question: str) -> str:
    return f"{BEFORE}{question}"


def _shared(before: _Side, after: _Side) -> tuple[tuple[Never, ...], tuple[list[Never], list[Never]]]:
    """Divide what cannot happen: what both say, and what the one or the other says alone."""
    tables = tables_alike(before.law.book, after.law.book)
    later = {(never.condition, never.list) for never in after.law.nevers} if before.world == after.world else set()
    earlier = {never: (retold(never.condition, tables), never.list) for never in before.law.nevers}
    shared = later.intersection(earlier.values())
    conditions = (*before.units.values(), *after.units.values())
    said = bearing_on(conditions, before.law.nevers), bearing_on(conditions, after.law.nevers)
    common = tuple(never for never in said[1] if (never.condition, never.list) in shared)
    alone = [never for never in said[0] if earlier[never] not in shared]
    return common, (alone, [never for never in said[1] if (never.condition, never.list) not in shared])


def _compiled(
    sides: tuple[_Side, _Side],
    common: tuple[Never, ...],
    told: Sequence[Sequence[Never]],
    widened: Widenings,
) -> Compiled:
    """Compile the conditions of both; those they share are one."""
    before, after = sides
    units: dict[UnitName, Condition] = {**before.units, **after.units, **dict(never_units(common))}
    for word, nevers in zip(_ONLY, told, strict=True):
        units.update(((word, str(number)), never.condition) for number, never in enumerate(nevers))
    dates = {**dates_of(before.layers), **dates_of(after.layers), _ONLY[0]: before.world}
    answers = {**before.view.answers, **after.view.answers}
    view = View(lambda unit: dates.get(unit[0], after.world), answers, True, after.view.listed, widened)
    return compile_units(units, view)


def _widened(sides: tuple[_Side, _Side], nevers: Sequence[tuple[Never, ...]]) -> Widenings:
    """Find the fields that have other values in the one rulebook than in the other."""
    before, after = (side.law.book for side in sides)
    if before.facts == after.facts and before.records == after.records:
        return {}
    if measured := find_measured_otherwise(before, after, _keys_read(sides, nevers)):
        named = both(f"`{label}`" for label in measured)
        raise CompilationError(say("the other rulebook measures {facts} otherwise", facts=named))
    read = [
        {field.key: field for field in fields_of({**side.units, **dict(never_units(said))}, side.view)}
        for side, said in zip(sides, nevers, strict=True)
    ]
    return find_widened((before, after), (read[0], read[1]))


def _keys_read(sides: tuple[_Side, _Side], nevers: Sequence[tuple[Never, ...]]) -> set[tuple[str, ...]]:
    """Return the facts that either side reads, with the dates it goes by."""
    read: set[tuple[str, ...]] = set()
    for side, said in zip(sides, nevers, strict=True):
        conditions = (*side.units.values(), *(never.condition for never in said))
        read.update(key for condition in conditions for key in keys_of(condition))
        dates = (*side.world.facts, *(fact for layer in side.layers for fact in layer.question.governed_by))
        read.update(fact.key for fact in dates)
    return read


def _native(case: Case, widened: Widenings, side: int, nevers: int) -> Region:
    """Return the cases one of the rulebooks knows: those of its values, without what it alone says cannot happen."""
    return case.without(
        native(case, widened, side), case.either(case.unit((_ONLY[side], str(n))) for n in range(nevers))
    )


def _left_out(
    sides: tuple[_Side, _Side],
    own: Sequence[Sequence[Never]],
    told: Sequence[Sequence[Never]],
    widened: Widenings,
) -> Iterator[Message]:
    """Say what was left out of account: what it changes is not found."""
    for nevers, mine in zip(own, told, strict=True):
        for never in nevers:
            if never not in mine:
                yield say(
                    "`{text}` cannot happen in one of the rulebooks alone, and concerns other elements", text=never.text
                )
    for each in widened.values():
        if each.field.binder:
            yield say(
                "elements are counted by `{fact}`, which has other values in the other rulebook", fact=each.field.label
            )
    before, after = (side.law for side in sides)
    late = sorted({name.removeprefix(BEFORE) for side in sides for layer in side.layers for name in layer.late})
    if late and not says_the_same(before.book, after.book):
        yield say("whether the deeds of {questions} are late is left open", questions=both(f"`{q}`" for q in late))
    if before.book.header.calendar != after.book.header.calendar or before.book.header.rolls != after.book.header.rolls:
        yield say("the calendars differ: periods are counted by the later one in both")
