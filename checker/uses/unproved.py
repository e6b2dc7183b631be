"""Which texts would be special if more counted for it than does (C105): what is `never`, and what is reckoned.

Also where a day that stands in a condition makes a text special, which it would not in a window.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from types import MappingProxyType

from msgspec.structs import replace

from checker.findings import Finding, Message, Related, Severity, say
from checker.logic import Case, Law, Resolution, Subject
from checker.logic.area import Area, Found
from checker.logic.coherence import incoherent
from checker.logic.effort import Effort, TooManyBoxesError
from checker.logic.horizon import Maps
from checker.logic.lowering import UnitName
from checker.logic.network import Claim
from checker.logic.precedence import Precedence, full_condition
from checker.logic.question import answers_of, never_units
from checker.logic.scene import Scene
from checker.logic.searching import each_question
from checker.logic.space import View, compile_units
from checker.logic.trees import CompilationError
from checker.logic.windows import Timeline
from checker.logic.world import bearing_on
from checker.regions import Region
from checker.rulebook.model import All, Condition, Fact, Facts, Question, Reckoned, clash, keys_of, leaves

Pair = tuple[str, str]
Dateless = Callable[[tuple[Fact, ...]], Precedence]


def find_unproved_specialty(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the pairs of clashing texts whose specialty is unproved, or rests on a day in a condition.

    Where nothing can happen nothing is said.
    """
    if law.impossible(Facts({}, {})):
        return
    dateless = cache(lambda dates: _dateless(law, dates))
    yield from each_question(law, maps, "C105", lambda question: _doubtful(law, maps(question.name), dateless))


def _doubtful(law: Law, resolution: Resolution, dateless: Dateless) -> Iterator[Found]:
    question = resolution.question.question
    for pair, region in doubtful_regions(law, resolution).items():
        found = _by_days(law, question, pair, dateless) or _unproved(law, question, pair)
        if found is not None:
            yield Found(found, (Area(resolution, region),) if found.id == "C105" else ())


def doubtful_regions(law: Law, resolution: Resolution) -> dict[Pair, Region]:
    """Return the pairs, special and general in either order, that may be doubtful, each with where the two clash.

    They are candidates of one rank and issuer, a `never`, a quantity or a day bears on one of them, and the condition
    of one implies that of the other.
    """
    question, case = resolution.question.question, resolution.case
    if question.form == "collecting":
        return {}
    touched = {name for name in {c.provision for c in resolution.claims} if _is_touched(law, question, name)}
    found: dict[Pair, list[Region]] = {}
    for one, two in combinations(resolution.claims, 2) if touched else ():
        if not touched.isdisjoint((one.provision, two.provision)) and _may_be_decided(law, one, two):
            both = case.both(*(resolution.candidates[c.provision, c.number] for c in (one, two)))
            if case.happens(both):
                found.setdefault((one.provision, two.provision), []).append(both)
    nested = (pair for pair in sorted(found) if _are_nested(law, resolution, pair))
    return {pair: case.either(found[pair]) for pair in nested}


def _are_nested(law: Law, resolution: Resolution, pair: Pair) -> bool:
    """Tell whether one condition implies the other where this question is asked, as it must if it does everywhere."""
    one, two = (_met(law, resolution, name) for name in pair)
    return resolution.case.is_within(one, two) or resolution.case.is_within(two, one)


def _met(law: Law, resolution: Resolution, name: str) -> Region:
    """Return where the full condition of a provision holds, in force or not."""
    case, provision = resolution.case, law.book.provisions[name]
    region = case.both(case.possible, resolution.unit("document", name))
    for number in range(len(provision.conjuncts)):
        region = case.both(region, resolution.unit("part", name, str(number)))
    if provision.relation is None or provision.relation.form == "override":
        return region
    return case.both(region, _met(law, resolution, provision.relation.target))


def _is_touched(law: Law, question: Question, name: str) -> bool:
    condition = full_condition(law.book, name)
    if any(isinstance(leaf, Reckoned) and leaf.form == "arithmetic" for leaf in leaves(condition)):
        return True
    return bool(bearing_on((condition,), law.nevers)) or _without(condition, question.governed_by) != condition


def _may_be_decided(law: Law, one: Claim, two: Claim) -> bool:
    """Tell whether specialty could decide between two claims: their answers clash, at one rank and issuer."""
    if one.provision == two.provision or not clash(one.answer, two.answer):
        return False
    issuers = {law.book.documents[law.book.provisions[c.provision].document].issuer for c in (one, two)}
    return len(issuers) == 1 and law.precedence.rank(one.provision) == law.precedence.rank(two.provision)


def _by_days(law: Law, question: Question, pair: Pair, dateless: Dateless) -> Finding | None:
    """Report a text that is special by its condition, and would not be without the days in conditions."""
    for special, general in (pair, pair[::-1]):
        if law.precedence.is_special(special, general):
            if dateless(question.governed_by).is_special(special, general):
                return None
            message = say(
                "`{special}` is special against `{general}` on `{question}` only by a day in a condition, which as a "
                "window would not count",
                special=special,
                general=general,
                question=question.name,
            )
            advice = say("if the day is when the text is in force, write it as `from` or `until` of the provision")
            return _finding(law, question, message, advice, special, general, Severity.INFO)
    return None


def _unproved(law: Law, question: Question, pair: Pair) -> Finding | None:
    """Report a text that would be special if what is `never` and what is reckoned counted."""
    if law.precedence.is_special(*pair) or law.precedence.is_special(*pair[::-1]):
        return None
    try:
        one, two = is_within_all(law, question, *pair), is_within_all(law, question, *pair[::-1])
    except (CompilationError, TooManyBoxesError):
        one = two = None
    if one is None or two is None:
        return _undecided(law, question, pair)
    if one is two:
        return None
    special, general = pair if one else pair[::-1]
    message = say(
        "`{special}` is special against `{general}` on `{question}` only by what is `never` or reckoned, which does "
        "not count: {falls_to}",
        special=special,
        general=general,
        question=question.name,
        falls_to=_falls_to(law, special, general),
    )
    advice = say(
        "say in the condition of `{special}` what makes it special, or let it be an exception to `{general}`",
        special=special,
        general=general,
    )
    return _finding(law, question, message, advice, special, general, Severity.WARNING)


def _falls_to(law: Law, special: str, general: str) -> Message:
    for winner, loser in ((special, general), (general, special)):
        if law.precedence.beats(winner, loser):
            return say("`{winner}` prevails as the later", winner=winner)
    return say("no principle decides")


def _finding(
    law: Law, question: Question, message: Message, advice: Message, special: str, general: str, severity: Severity
) -> Finding:
    book = law.book
    return Finding(
        "C105",
        message,
        book.provisions[special].span,
        help=advice,
        related=(Related(book.provisions[general].span, say("the general text")),),
        concerns=(question.name, *sorted((special, general))),
        weighed=severity,
    )


def _undecided(law: Law, question: Question, pair: Pair) -> Finding:
    message = say(
        "whether `{one}` or `{two}` would be special on `{question}` is not decided: that is too large to look through",
        one=pair[0],
        two=pair[1],
        question=question.name,
    )
    return Finding("A102", message, law.book.provisions[pair[0]].span, concerns=(question.name, *sorted(pair)))


def is_within_all(law: Law, question: Question, special: str, general: str) -> bool | None:
    """Tell whether one full condition implies another in all that can happen; None when a search was given up.

    Raises CompilationError when the two cannot be compared exactly, TooManyBoxesError where that takes too much.
    """
    conditions = full_condition(law.book, special), full_condition(law.book, general)
    nevers = bearing_on(conditions, law.nevers)
    units: dict[UnitName, Condition] = {("special",): conditions[0], ("general",): conditions[1]}
    units.update((("incoherent", str(i)), case) for i, case in enumerate(incoherent(conditions)))
    blockers = [name for name in units if name != ("special",)]
    units.update(never_units(nevers))
    compiled = compile_units(units, View(lambda _: None, answers_of(law.book)))
    case = Case(Scene(compiled, Facts({}, {}), Subject(question.list), law.calendar), nevers, effort=Effort())
    within = case.is_within(case.both(case.possible, case.unit(("special",))), case.either(map(case.unit, blockers)))
    return None if case.was_cut_short and not within else within


def _dateless(law: Law, dates: tuple[Fact, ...]) -> Precedence:
    """Return who is special when no condition speaks of the governing date."""
    provisions = {
        name: replace(provision, condition=_without(provision.condition, dates))
        for name, provision in law.book.provisions.items()
    }
    book = dataclasses.replace(law.book, provisions=MappingProxyType(provisions))
    return Precedence(Timeline(book, law.as_of, law.timeline.turned), answers_of(book))


def _without(condition: Condition, dates: tuple[Fact, ...]) -> Condition:
    """Leave out the parts of a condition, all of which must hold, that read a governing date and nothing else."""
    if isinstance(condition, All):
        parts = (_without(part, dates) for part in condition.parts)
        return All(tuple(part for part in parts if part != All(())))
    read = keys_of(condition)
    return All(()) if read and read <= {fact.key for fact in dates} else condition
