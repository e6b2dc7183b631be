"""A question, compiled: every condition that bears on it, under the name the resolution asks for it by.

Units, under the name of the question: `scope`, `done`; of a provision its `part`s, `document`, `window`, `claim`s,
`power`s and when its period is missed (`late`); `gap`; where one asks of all cases, also `allow`: in which of them a
finding is right, by its number in the rulebook. Beside them `never`, and `may`: its contrary, for a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from checker.findings import Finding, say
from checker.logic.case import holds_somewhere
from checker.logic.days import GoverningDate
from checker.logic.fields import UNLISTED, Atom
from checker.logic.lowering import MAY, NEVER, UnitName
from checker.logic.network import Network, build_network
from checker.logic.space import Answers, Compiled, View, compile_units
from checker.logic.trees import CompilationError
from checker.logic.windows import Timeline
from checker.logic.world import Never, bearing_on
from checker.rulebook.model import (
    All,
    Asked,
    CodeType,
    Condition,
    Decided,
    Deontic,
    FiniteType,
    Negation,
    Question,
    Rulebook,
    asking,
    leaves,
)

ANSWER_WORDS: tuple[Atom, ...] = ("permitted", "forbidden", "required", "not-required")


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One question in a space it may share with those that test it: its network of provisions.

    `existing` are the members of the network that exist as of the day; the others are as if unwritten. `tested` are
    the questions its conditions test, `late` those whose deed they ask after. In its space a question goes by its
    `key`: its name, but where two rulebooks share the space.
    """

    key: str
    question: Question
    network: Network
    existing: frozenset[str]
    tested: tuple[str, ...]
    late: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class CompiledQuestion:
    """The map of one question: its layers, its space, and the cases that cannot happen.

    Of the layers each tests only questions of those before it; the last is the question itself.
    """

    layers: tuple[Layer, ...]
    compiled: Compiled
    nevers: tuple[Never, ...]

    @property
    def layer(self) -> Layer:
        """The layer of the question itself."""
        return self.layers[-1]


def compile_question(
    timeline: Timeline, name: str, nevers: tuple[Never, ...], answers: Answers, apart: bool = False
) -> tuple[CompiledQuestion | None, tuple[Finding, ...]]:
    """Compile one question with those it tests; findings say what contradicts itself or cannot be compiled.

    `apart` is as in a `View`.
    """
    book = timeline.book
    question = book.questions[name]
    layers, units = gather(timeline, name, apart)
    bearing = bearing_on(units.values(), nevers)
    units.update(never_units(bearing))
    world = GoverningDate(book.header.governed_by)
    dates = dates_of(layers)
    try:
        compiled = compile_units(units, View(lambda unit: dates.get(unit[0], world), answers, apart, question.list))
    except CompilationError as error:
        message = say("question `{question}` cannot be compiled exactly: {reason}", question=name, reason=error.reason)
        return None, (Finding("A101", message, question.span),)
    findings = tuple(_contradictions(timeline, layers[-1].network, dates[name], answers))
    return CompiledQuestion(layers, compiled, bearing), findings


def gather(
    timeline: Timeline, name: str, apart: bool, called: Callable[[str], str] | None = None
) -> tuple[tuple[Layer, ...], dict[UnitName, Condition]]:
    """Collect the conditions that bear on a question and on those it tests, and the layers they are of.

    Each question goes by what it is `called`; left out, by its name. `apart` is as in a `View`.
    """
    units: dict[UnitName, Condition] = {}
    return tuple(_layers(timeline, name, units, [], apart, called)), units


def dates_of(layers: Iterable[Layer]) -> dict[str, GoverningDate]:
    """Return the governing date of each question, by its key."""
    return {layer.key: GoverningDate(layer.question.governed_by) for layer in layers}


def uncompiled_allowances(timeline: Timeline, answers: Answers) -> Iterator[Finding]:
    """Report the allowances whose conditions cannot be compiled: only where one asks of all cases are they in a map."""
    for name, question in timeline.book.questions.items():
        view = View(partial(_always, GoverningDate(question.governed_by)), answers, apart=True, listed=question.list)
        for unit, condition in _allowed(timeline.book, name):
            try:
                compile_units({unit: condition}, view)
            except CompilationError as error:
                message = say("the condition of this `allow` cannot be compiled exactly: {reason}", reason=error.reason)
                yield Finding("A101", message, timeline.book.allowances[int(unit[1])].span)


def never_units(nevers: tuple[Never, ...]) -> Iterator[tuple[UnitName, Condition]]:
    """Name the conditions of what cannot happen; of elements of a list their contrary too."""
    for number, never in enumerate(nevers):
        yield (NEVER, str(number)), never.condition
        if never.list is not None:
            yield (MAY, never.list, str(number)), Negation(never.condition)


def answers_of(book: Rulebook) -> dict[str, tuple[Atom, ...]]:
    """Return all that each question can answer: words, the values of a finite type, or the values anybody names.

    For a type without a list of values one atom more stands for all that nobody names.
    """
    named = _named(book)
    return {name: _answers(question, named.get(name, ())) for name, question in book.questions.items()}


def _answers(question: Question, named: Iterable[str]) -> tuple[Atom, ...]:
    match question.answers:
        case None:
            return ANSWER_WORDS
        case FiniteType():
            return question.answers.domain
        case CodeType(table):
            return (*sorted(table.rows), UNLISTED)
        case _:
            return (*sorted(named), UNLISTED)


def _named(book: Rulebook) -> Mapping[str, set[str]]:
    """Collect by question the values that are decided or asked after; none where no question needs to know them."""
    if not any(_is_open(question) for question in book.questions.values()):
        return {}
    said = [(e.question, e.said) for p in book.provisions.values() for e in p.effects]
    said.extend((question.name, question.silence) for question in book.questions.values() if question.silence)
    named: dict[str, set[str]] = {}
    for name, meant in said:
        if isinstance(meant, Decided):
            named.setdefault(name, set()).add(meant.value)
    for leaf in _asked(book):
        named.setdefault(leaf.question, set()).update(leaf.answers)
    return named


def _is_open(question: Question) -> bool:
    return question.answers is not None and not isinstance(question.answers, FiniteType | CodeType)


def _asked(book: Rulebook) -> Iterator[Asked]:
    conditions = [c for p in book.provisions.values() for c in (p.condition, *(e.condition for e in p.effects))]
    conditions.extend(gap.condition for gap in book.known_gaps)
    conditions.extend(a.condition for a in book.allowances if a.condition is not None)
    for question in book.questions.values():
        conditions.extend(c for c in (question.scope, question.done_when) if c is not None)
    return (leaf for condition in conditions for leaf in leaves(condition) if isinstance(leaf, Asked))


def _layers(
    timeline: Timeline,
    name: str,
    units: dict[UnitName, Condition],
    done: list[str],
    apart: bool,
    called: Callable[[str], str] | None,
) -> Iterator[Layer]:
    """Collect the conditions of a question, those of the questions it tests before; each question once."""
    book = timeline.book
    question = book.questions[name]
    network = build_network(book, name)
    own = dict(_question_units(timeline, question, network))
    if apart:
        own.update(_allowed(book, name))
    existing = set()
    for member in network.members:
        window = timeline.in_force(book.provisions[member], GoverningDate(question.governed_by))
        if window is not None:
            existing.add(member)
            own["window", member] = window
            own.update(_provision_units(timeline, network, member))
    asked = [leaf for condition in own.values() for leaf in leaves(condition) if isinstance(leaf, Asked)]
    for other in dict.fromkeys(leaf.question for leaf in asked):
        if other not in done:
            yield from _layers(timeline, other, units, done, apart, called)
    done.append(name)
    key = name
    if called is not None:
        key, own = called(name), {unit: asking(condition, called) for unit, condition in own.items()}
        asked = [leaf for condition in own.values() for leaf in leaves(condition) if isinstance(leaf, Asked)]
    units.update(((key, *unit), condition) for unit, condition in own.items())
    tested = tuple(dict.fromkeys(leaf.question for leaf in asked if not leaf.late))
    late = tuple(dict.fromkeys(leaf.question for leaf in asked if leaf.late))
    yield Layer(key, question, network, frozenset(existing), tested, late)


def _question_units(timeline: Timeline, question: Question, network: Network) -> Iterator[tuple[UnitName, Condition]]:
    from checker.rulebook.deadlines import is_late  # here alone: whoever has compiled questions needs no rule reader

    yield ("scope",), question.scope
    if question.done_when is not None:
        yield ("done",), question.done_when
    for gap in timeline.book.known_gaps:
        if question.name in gap.questions:
            yield ("gap", gap.name), gap.condition
    if question.done_at is not None:
        for speaker in network.speakers:
            for claim in network.claims[speaker, question.name]:
                if isinstance(claim.answer, Deontic) and claim.answer.period is not None:
                    late = is_late(question.done_at, claim.answer.period, timeline.book.header.rolls)
                    yield ("late", speaker, str(claim.number)), late


def _always(date: GoverningDate, _unit: UnitName) -> GoverningDate:
    return date


def _allowed(book: Rulebook, name: str) -> Iterator[tuple[UnitName, Condition]]:
    for number, allowance in enumerate(book.allowances):
        if allowance.condition is not None and name in allowance.questions:
            yield ("allow", str(number)), allowance.condition


def _provision_units(timeline: Timeline, network: Network, member: str) -> Iterator[tuple[UnitName, Condition]]:
    provision = timeline.book.provisions[member]
    yield ("document", member), timeline.book.documents[provision.document].applies_when
    for number, conjunct in enumerate(provision.conjuncts):
        yield ("part", member, str(number)), conjunct.condition
    for (speaker, question), claims in network.claims.items():
        if speaker == member:
            for claim in claims:
                yield ("claim", member, question, str(claim.number)), claim.condition
    for power in network.powers:
        if power.provision == member:
            yield ("power", member, str(power.number)), power.condition


def _contradictions(timeline: Timeline, network: Network, date: GoverningDate, answers: Answers) -> Iterator[Finding]:
    for name, clashing in network.contradictions.items():
        provision = timeline.book.provisions[name]
        for condition in clashing:
            own = compile_units({("clash",): All((provision.condition, condition))}, View(lambda _: date, answers))
            if holds_somewhere(own, ("clash",), timeline.book.questions[network.question].list):
                yield Finding(
                    "D206",
                    say(
                        "`{provision}` gives answers to `{question}` that contradict one another",
                        provision=name,
                        question=network.question,
                    ),
                    provision.span,
                    help=say("let the conditions of its effects exclude one another, or write two provisions"),
                )
                break
