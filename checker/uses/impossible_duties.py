"""Which duties nobody can fulfil lawfully (C104): every way of doing them that can be chosen is forbidden elsewhere.

A duty and the bans beside it are laid out over one space, so that a case of the one is a case of the others.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Finding, Message, Related, both, say
from checker.logic import Case, Judgement, Law, Resolution, Subject
from checker.logic.area import Area, Found
from checker.logic.deeds import Deeds
from checker.logic.effort import Effort
from checker.logic.horizon import Maps, covered
from checker.logic.links import answer_link, late_link
from checker.logic.lowering import ASKED, LATE
from checker.logic.network import build_network
from checker.logic.precedence import full_condition
from checker.logic.question import CompiledQuestion, Layer, answers_of, compile_question
from checker.logic.scene import Scene
from checker.logic.searching import each_question
from checker.logic.world import scalar_facts
from checker.regions import Box, Region, cylinder, pieces
from checker.rulebook.model import (
    All,
    Asked,
    Condition,
    Deontic,
    Facts,
    Question,
    Reckoned,
    Rulebook,
    Runs,
    keys_of,
    leaves,
)

JOINT = "~joint"
MOST_WAYS = 500
"""How many lawful ways of doing a duty are looked at before it is given up."""

Keys = frozenset[tuple[str, ...]]


class Impossible(Struct, frozen=True):
    """A duty laid out with the bans beside it: where it is owed, and where each of its ways is forbidden.

    `ways` are those of the cases in `region`; `bans` are the questions that forbid them.
    """

    region: Region
    ways: Region
    duty: Resolution
    bans: tuple[Resolution, ...]


def find_impossible_duties(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the questions that somewhere require what bans of others leave no way of doing, one finding each.

    What can be chosen are the facts that some question is `about` or names among its `choices`. Only bans that read
    one of those on which the deed turns stand in its way. Where nothing can happen nothing is said.
    """
    if law.impossible(Facts({}, {})):
        return
    yield from each_question(law, maps, "C104", partial(_impossible, law, maps))


def _impossible(law: Law, maps: Maps, question: Question) -> Iterator[Found]:
    if question.form != "deontic" or not _says(maps(question.name), "required"):
        return
    bans = _bans(law.book, question, maps)
    found = impossible_duty(law, question, bans) if bans else None
    if isinstance(found, Message):
        yield Found(_open(question, bans, found))
    elif found is not None:
        yield _found(law.book, question, found)


def impossible_duty(law: Law, question: Question, bans: tuple[str, ...]) -> Impossible | Message | None:
    """Find where a duty is owed that bans leave no lawful way of doing; a message where that is not decided.

    A duty that cannot be done at all, whatever is chosen, is left aside.
    """
    joint = Law(_with_joint(law.book, question, bans), law.as_of, law.timeline.turned, apart=True)
    answers = answers_of(joint.book)
    compiled, findings = compile_question(joint.timeline, JOINT, joint.nevers, answers, apart=True)
    if compiled is None:
        return findings[0].message
    scene = Scene(compiled.compiled, Facts({}, {}), Subject(question.list), joint.calendar)
    case = Case(scene, compiled.nevers, effort=Effort())
    case.narrow(case.unit((JOINT, "scope")))
    laid = _laid_out(joint, compiled, case)
    choices = _choices(law.book, question)
    free = tuple(n for n in case.dimensions if _is_chosen(case, n, choices))
    done = tuple(case.spelled_out(case.both(case.possible, case.unit((question.name, "done")))))
    owed = case.both(_where(laid[question.name], "required"), _freed(case, done, free))
    if not case.happens(owed):
        return None
    if any(case.field(number).addends for number in free):
        return say("a quantity hangs on what is chosen")
    region = _without_lawful_way(case, owed, done, case.either(_where(laid[name], "forbidden") for name in bans), free)
    if region is None:
        return say("the lawful ways are too many to look through")
    if not case.happens(region):
        return None
    ways = case.both(done, _freed(case, region, free))
    return Impossible(region, ways, laid[question.name], tuple(laid[name] for name in bans))


def _bans(book: Rulebook, question: Question, maps: Maps) -> tuple[str, ...]:
    """Return the questions that forbid something, by what can be chosen and the deed turns on."""
    if question.done_when is None:
        return ()
    turning = _choices(book, question) & keys_of(question.done_when)
    others = (q for q in book.questions.values() if q.name != question.name and q.list in (None, question.list))
    return tuple(q.name for q in others if _says(maps(q.name), "forbidden") and turning & _reads(book, q.name))


def _says(resolution: Resolution, word: str) -> bool:
    """Tell whether some provision gives a question an answer of a word."""
    return any(isinstance(claim.answer, Deontic) and claim.answer.word == word for claim in resolution.claims)


def _choices(book: Rulebook, question: Question) -> Keys:
    """Return the facts of the plan, or of the element asked about, that can be chosen."""
    about = {other.about.key for other in book.questions.values() if other.about is not None}
    named = {label for other in book.questions.values() for label in other.choices}
    spoken_of = (fact for fact in scalar_facts(book) if fact.list in (None, question.list))
    return frozenset(fact.key for fact in spoken_of if fact.key in about or fact.label in named)


def _reads(book: Rulebook, name: str) -> Keys:
    """Return the facts on which the answer of a question turns, through those it tests too, and what it is about."""
    about = book.questions[name].about
    read = set() if about is None else {about.key}
    todo, seen = [name], set[str]()
    while todo:
        if (asked := todo.pop()) in seen:
            continue
        seen.add(asked)
        for condition in _conditions(book, asked):
            read |= keys_of(condition)
            todo.extend(leaf.question for leaf in leaves(condition) if isinstance(leaf, Asked))
    return frozenset(read)


def _conditions(book: Rulebook, name: str) -> Iterator[Condition]:
    yield book.questions[name].scope
    for member in build_network(book, name).members:
        yield full_condition(book, member)
        yield from (effect.condition for effect in book.provisions[member].effects)


def _with_joint(book: Rulebook, question: Question, bans: Sequence[str]) -> Rulebook:
    """Add a question that tests the duty and the bans, asked within what the rulebook covers."""
    tested = (Asked(question.name, frozenset({"required"})), *(Asked(name, frozenset({"forbidden"})) for name in bans))
    joint = replace(
        question,
        names=(JOINT,),
        scope=covered(book, question),
        done_when=All(tested),
    )
    return dataclasses.replace(book, questions=MappingProxyType({**book.questions, JOINT: joint}))


def _laid_out(law: Law, compiled: CompiledQuestion, case: Case) -> Mapping[str, Resolution]:
    """Lay out each question, those that others test first, and tie the cases to the answers of these."""
    *layers, _ = compiled.layers
    for layer in layers:
        name = layer.question.name
        is_tested, is_late = (any(name in tests for tests in each) for each in _tests(layers))
        if is_tested or is_late:
            resolution = Resolution(law.book, layer, law.precedence, case)
            outcomes = Judgement(law.book, law.precedence, resolution).outcomes
            if is_tested:
                case.narrow(answer_link(case, name, outcomes).allowed)
            if is_late:
                case.narrow(late_link(case, name, outcomes, Deeds(resolution).late(), None).allowed)
    return {layer.question.name: Resolution(law.book, layer, law.precedence, case) for layer in layers}


def _tests(layers: Sequence[Layer]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    return [layer.tested for layer in layers], [layer.late for layer in layers]


def _where(resolution: Resolution, word: str) -> Region:
    """Return where the verdict of a question is one of the words that no other answer beside it changes."""
    case = resolution.case
    claims = (c for c in resolution.claims if isinstance(c.answer, Deontic) and c.answer.word == word)
    won = case.either(resolution.wins[claim.provision, claim.number] for claim in claims)
    return case.without(won, case.either(region for _, _, region in resolution.clashes()))


def _is_chosen(case: Case, number: int, choices: Keys) -> bool:
    """Tell whether a dimension may change when something else is chosen."""
    field = case.field(number)
    if field.addends:
        return not choices.isdisjoint(keys_of(Reckoned(field.addends, Runs(()), field.form)))
    compared = case.compared(field)
    if compared is not None:
        return not choices.isdisjoint(keys_of(compared))
    # What is asked of a code that no table lists stands below the fact that has the code.
    return field.key[0] in (ASKED, LATE) or any(field.key[: len(key)] == key for key in choices)


def _freed(case: Case, region: Region, free: Collection[int]) -> Region:
    """Return the cases from which one gets into a region by choosing otherwise."""
    for number in free:
        region = cylinder(case.space, region, number)
    return region


def _without_lawful_way(case: Case, owed: Region, done: Region, banned: Region, free: Collection[int]) -> Region | None:
    """Leave of the cases in which a duty is owed those from which no way of doing it gets past the bans.

    One choice after the other is tried, each found lawful in some case that is left; None when that takes too long.
    """
    todo, left = owed, list[Box]()
    for _ in range(MOST_WAYS):
        if not todo:
            return tuple(left)
        here, todo = todo[:1], todo[1:]
        ways = case.both(done, _freed(case, here, free)) if case.happens(here) else ()
        lawful = next(filter(None, (_first(case, way) for way in pieces(case.space, ways, banned))), None)
        if lawful is None:
            left.extend(here if ways else ())
            continue
        choice = (tuple(lawful[n] & -lawful[n] if n in free else full for n, full in enumerate(case.space.full)),)
        possible = _freed(case, tuple(case.spelled_out(case.both(done, choice))), free)
        stopped = _freed(case, case.both(banned, choice), free)
        todo = case.either((case.without((*here, *todo), possible), case.both((*here, *todo), stopped)))
    return None


def _first(case: Case, way: Box) -> Box | None:
    """Return a part of a box that holds cases, by the values of facts that are compared."""
    return next((part for part in case.spelled_out((way,)) if case.happens((part,))), None)


def _found(book: Rulebook, question: Question, found: Impossible) -> Found:
    duties = _winners(found.duty, "required", found.region)
    bans = dict.fromkeys(name for ban in found.bans for name in _winners(ban, "forbidden", found.ways))
    message = say(
        "`{question}` is required by {duties}, and every way of doing it that can be chosen is forbidden by {bans}",
        question=question.name,
        duties=both(f"`{name}`" for name in duties),
        bans=both(f"`{name}`" for name in bans),
    )
    related = [Related(book.provisions[name].span, say("required here too")) for name in duties[1:]]
    related += [Related(book.provisions[name].span, say("this forbids a way of doing it")) for name in bans]
    advice = say(
        "let one of them be an exception to the other, or mend `done when` if the deed can be done in another way"
    )
    finding = Finding(
        "C104",
        message,
        book.provisions[duties[0]].span,
        help=advice,
        related=tuple(related),
        concerns=(question.name, *sorted({*duties, *bans})),
    )
    return Found(finding, (Area(found.duty, found.region, "required"),))


def _winners(resolution: Resolution, word: str, region: Region) -> tuple[str, ...]:
    """Return the provisions whose answer of a word wins somewhere in a region."""
    claims = (c for c in resolution.claims if isinstance(c.answer, Deontic) and c.answer.word == word)
    met = (c.provision for c in claims if resolution.case.meets(region, resolution.wins[c.provision, c.number]))
    return tuple(sorted(set(met)))


def _open(question: Question, bans: Sequence[str], reason: Message) -> Finding:
    message = say(
        "whether `{question}` can be done beside the bans of {bans} is not decided: {reason}",
        question=question.name,
        bans=both(f"`{name}`" for name in bans),
        reason=reason,
    )
    return Finding("A102", message, question.span, concerns=(question.name, *bans))
