"""A question as a stage: a plan, or every case, laid into it so that any condition of a provision can be looked at.

Every single test of the provisions around a question is compiled beside them, so that where it holds is known by
itself, and what would be decided with another outcome can be asked without any other law. A test on the elements of a
list is one test. Must not know what is looked for.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from msgspec.structs import replace

from checker.logic import Law, Subject
from checker.logic.case import Case
from checker.logic.days import GoverningDate
from checker.logic.decisions import Held, decided
from checker.logic.effort import Effort
from checker.logic.horizon import covered
from checker.logic.judgement import Judgement
from checker.logic.lowering import UnitName
from checker.logic.question import CompiledQuestion, Layer, answers_of, dates_of, gather, never_units
from checker.logic.resolution import Resolution
from checker.logic.scene import Scene
from checker.logic.space import View, compile_units
from checker.logic.world import bearing_on
from checker.regions import Region
from checker.rulebook.model import All, Condition, Constant, Facts, Leaf, Negation, Rulebook, Some

SINGLE = "single"
Turned = Mapping[UnitName, Region]
UNTURNED: Turned = MappingProxyType({})


class Stage:
    """One question of a law, with every single test of the provisions around it."""

    def __init__(self, law: Law, question: str, *, everything: bool = False) -> None:
        """Compile the question; with `everything` for asking of all cases within what the rulebook covers."""
        self.question = question
        self.law = _over_all(law, question) if everything else law
        self._everything = everything
        layers, units = gather(self.law.timeline, question, everything)
        self.singles: dict[tuple[str, Leaf], UnitName] = {}
        for layer in layers:
            for leaf in _singles(self.law.book, layer):
                self.singles.setdefault((layer.key, leaf), (layer.key, SINGLE, str(len(self.singles))))
        units.update({name: leaf for (_, leaf), name in self.singles.items()})
        nevers = bearing_on(units.values(), self.law.nevers)
        units.update(never_units(nevers))
        dates, world = dates_of(layers), GoverningDate(self.law.book.header.governed_by)
        view = View(lambda unit: dates.get(unit[0], world), answers_of(self.law.book), everything)
        self.compiled = CompiledQuestion(layers, compile_units(units, view), nevers)

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The question and those tested on the way to it, which come before it."""
        return self.compiled.layers

    def all_cases(self) -> Laid:
        """Lay no plan at all; raises TooManyBoxesError where the cases fall apart into too many boxes."""
        subject = Subject(self.law.book.questions[self.question].list)
        return Laid(self, Facts({}, {}), subject, Effort())

    def plan(self, facts: Facts, subject: Subject, effort: Effort | None = None) -> Laid:
        """Lay a plan that can happen; raises TooManyBoxesError where that takes more than an effort."""
        return Laid(self, facts, subject, effort)


class Laid:
    """A plan laid into a stage, or every case."""

    def __init__(self, stage: Stage, facts: Facts, subject: Subject, effort: Effort | None = None) -> None:
        self.stage = stage
        self._facts, self._subject = facts, subject
        scene = Scene(stage.compiled.compiled, facts, subject, stage.law.calendar)
        self._bare = Case(scene, stage.compiled.nevers, effort=effort)
        self.judgement = self._judged(UNTURNED)

    @property
    def resolution(self) -> Resolution:
        """The sets of the question."""
        return self.judgement.resolution

    @property
    def case(self) -> Case:
        """The cases that are possible."""
        return self.resolution.case

    def where(self, key: str, condition: Condition) -> Region:
        """Return where a condition of provisions around a question holds, by the key of that question."""
        return self._where(self.case, key, condition)

    def turning(self, key: str, condition: Condition, place: int) -> Region:
        """Return where a condition would hold if the single test at a place had the opposite outcome.

        Whatever questions that are tested answer: they may answer otherwise then.
        """
        return self._where(self._bare, key, _turned(condition, place))

    def standing(self, key: str, condition: Condition) -> Region:
        """Return where a condition holds, whatever questions that are tested answer."""
        return self._where(self._bare, key, condition)

    def is_certain(self, region: Region) -> bool:
        """Tell whether a region holds every case that is possible."""
        return self.case.is_within(self.case.possible, region)

    def applies_with(self, name: str, part: int, region: Region) -> Region:
        """Return where a provision would apply if one part of its condition held in a region, and only there."""
        layer = self.stage.layers[-1]
        turned: Turned = {(layer.key, "part", name, str(part)): region}
        case = _TurnedCase(self.case, turned)
        return self.stage.law.resolved(self.stage.layers, case, self.resolution.links).applicable(name)

    @cached_property
    def decided(self) -> frozenset[Held]:
        """What is decided in the cases that are possible."""
        return self._decided(self.judgement)

    def decided_with(self, turned: Turned) -> frozenset[Held]:
        """Say what would be decided if some conditions held elsewhere."""
        return self._decided(self._judged(turned))

    def _where(self, case: Case, key: str, condition: Condition) -> Region:
        match condition:
            case Constant(holds):
                return case.possible if holds else ()
            case Negation(part):
                return case.without(case.possible, self._where(case, key, part))
            case All(parts):
                region = case.possible
                for part in parts:
                    region = case.both(region, self._where(case, key, part))
                return region
            case Some(parts):
                return case.either(self._where(case, key, part) for part in parts)
            case _:
                return case.both(case.possible, case.unit(self.stage.singles[key, condition]))

    def _decided(self, judgement: Judgement) -> frozenset[Held]:
        law = self.stage.law
        return frozenset(decided(law.book, law.precedence, judgement.resolution))

    def _judged(self, turned: Turned) -> Judgement:
        law, layers = self.stage.law, self.stage.layers
        case = _TurnedCase(self._bare, turned)
        links = law.links(layers, case, self._facts, self._subject)
        return Judgement(law.book, law.precedence, law.resolved(layers, case, links))


class _TurnedCase(Case):
    """The same cases, in which some conditions hold elsewhere."""

    def __init__(self, case: Case, turned: Turned) -> None:
        # All that was worked out of the cases stays true of them; only what conditions say is another.
        self.__dict__.update(vars(case))
        self._turned = turned

    def unit(self, name: UnitName) -> Region:
        """Return where a condition holds now."""
        region = self._turned.get(name)
        return super().unit(name) if region is None else region


def singles(condition: Condition) -> Iterator[Leaf]:
    """Go through the single tests of a condition, from left to right; a test on a list is one."""
    match condition:
        case Negation(part):
            yield from singles(part)
        case All(parts) | Some(parts):
            for part in parts:
                yield from singles(part)
        case Constant():
            return
        case _:
            yield condition


def _turned(condition: Condition, place: int) -> Condition:
    """Give a condition in which the single test at a place has the opposite outcome."""
    match condition:
        case Negation(part):
            return Negation(_turned(part, place))
        case All(parts) | Some(parts):
            found: list[Condition] = []
            for part in parts:
                count = sum(1 for _ in singles(part))
                found.append(_turned(part, place) if 0 <= place < count else part)
                place -= count
            return All(tuple(found)) if isinstance(condition, All) else Some(tuple(found))
        case _:
            return Negation(condition)


def _singles(book: Rulebook, layer: Layer) -> Iterator[Leaf]:
    for name in layer.network.members:
        if name in layer.existing:
            provision = book.provisions[name]
            for conjunct in provision.conjuncts:
                yield from singles(conjunct.condition)
            for effect in provision.effects:
                if (name, effect.question) in layer.network.claims:
                    yield from singles(effect.condition)


def _over_all(law: Law, question: str) -> Law:
    """Ask a question only where its governing date lies within what the rulebook covers."""
    book, asked = law.book, law.book.questions[question]
    narrowed = replace(asked, scope=All((asked.scope, covered(book, asked))))
    book = dataclasses.replace(book, questions=MappingProxyType({**book.questions, question: narrowed}))
    return Law(book, law.as_of, law.timeline.turned, apart=True, precedence=law.precedence)
