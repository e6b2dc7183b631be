"""A question, compiled: every condition that bears on it, under the name the resolution asks for it by.

Units: `scope`, `done`; of a provision its `part`s, `document`, `window`, `claim`s and `power`s; `gap` and `never`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.findings import Finding
from checker.logic.days import GoverningDate
from checker.logic.network import Network, build_network
from checker.logic.space import Compiled, UnitName, compile_units
from checker.logic.trees import CompilationError
from checker.logic.windows import Timeline
from checker.logic.world import Never
from checker.rulebook.model import All, Condition, Question, facts_of


@dataclass(frozen=True, slots=True, eq=False)
class CompiledQuestion:
    """The map of one question: its network of provisions, its space, and the cases that cannot happen.

    `existing` are the members of the network that exist as of the day; the others are as if unwritten.
    """

    question: Question
    network: Network
    existing: frozenset[str]
    compiled: Compiled
    nevers: tuple[Never, ...]


def compile_question(
    timeline: Timeline, name: str, nevers: tuple[Never, ...]
) -> tuple[CompiledQuestion | None, tuple[Finding, ...]]:
    """Compile one question; findings say which provisions contradict themselves or cannot be compiled."""
    book = timeline.book
    question = book.questions[name]
    network = build_network(book, name)
    date = GoverningDate(question.governed_by)
    units = dict(_question_units(timeline, question))
    existing = set()
    for member in network.members:
        window = timeline.in_force(book.provisions[member], date)
        if window is not None:
            existing.add(member)
            units["window", member] = window
            units.update(_provision_units(timeline, network, member))
    bearing = _bearing(units, nevers)
    for number, never in enumerate(bearing):
        units["never", str(number)] = never.condition
    try:
        compiled = compile_units(units, date, GoverningDate(book.header.governed_by))
    except CompilationError as reason:
        return None, (Finding("A101", f"question `{name}` cannot be compiled exactly: {reason}", question.span),)
    findings = tuple(_contradictions(timeline, network, date))
    return CompiledQuestion(question, network, frozenset(existing), compiled, bearing), findings


def _question_units(timeline: Timeline, question: Question) -> Iterator[tuple[UnitName, Condition]]:
    yield ("scope",), question.scope
    if question.done_when is not None:
        yield ("done",), question.done_when
    for gap in timeline.book.known_gaps:
        if question.name in gap.questions:
            yield ("gap", gap.name), gap.condition


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


def _bearing(units: dict[UnitName, Condition], nevers: tuple[Never, ...]) -> tuple[Never, ...]:
    """Return the impossibilities that share facts with the question, directly or through one another."""
    facts = {fact.key for condition in units.values() for fact in facts_of(condition)}
    kept: dict[int, Never] = {}
    while True:
        more = {i: n for i, n in enumerate(nevers) if i not in kept and not n.facts.isdisjoint(facts)}
        if not more:
            return tuple(kept[i] for i in sorted(kept))
        kept.update(more)
        facts.update(key for never in more.values() for key in never.facts)


def _contradictions(timeline: Timeline, network: Network, date: GoverningDate) -> Iterator[Finding]:
    for name, clashing in network.contradictions.items():
        provision = timeline.book.provisions[name]
        for condition in clashing:
            own = compile_units({("clash",): All((provision.condition, condition))}, date)
            if own.branches:
                yield Finding(
                    "D206",
                    f"`{name}` gives answers to `{network.question}` that contradict one another",
                    provision.span,
                    help="let the conditions of its effects exclude one another, or write two provisions",
                )
                break
