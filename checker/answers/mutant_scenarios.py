"""Plans that would notice a mutant, if a person wrote down what ought to come out.

Takes laws, mutants and the cases in which they differ; gives plans that can be read again, each with the part of an
expectation that tells the two apart. What ought to come out is not for the program to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from checker.answers.brief import brief_verdict, holds, subject_of
from checker.answers.dossier import SubjectVerdict
from checker.answers.mutant_laws import Mutated, Originals
from checker.answers.noticing import Seen
from checker.findings import Span
from checker.logic import Law
from checker.logic.witness import Made
from checker.plan import Expectation, Plan, read_plans
from checker.plan.write import write_plan
from checker.rulebook.model import Rulebook
from checker.rulebook.mutants import Mutant

MOST_TRIED = 48
"""So many plans are looked at for one that tells a mutant from the law."""

OF_THE_VERDICT = ("verdict", "answer", "possible", "compliance", "left_to")
"""The parts of an expectation that say what comes out; the others say on what that rests."""

PLAN = "plan"
"""The subject of a question that is asked of the plan."""

_HERE = Span("plan", 1, 1, 1, 1)


class Told(Struct, frozen=True):
    """One part of an expectation and what it says: a word, or several where it holds a list."""

    key: str
    words: tuple[str, ...]


class Scenario(Struct, frozen=True):
    """A plan as a file has it, and its question; `subject` is `plan` or an id.

    `told` is what an expectation says that tells the mutant from the law; `now` are the verdict words under the law.
    """

    question: str
    subject: str
    text: str
    told: Told
    now: tuple[str, ...]


def find_scenario(
    law: Law, other: Law, question: str, plans: Iterable[Made], seen: Seen, title: str
) -> Scenario | None:
    """Find a plan whose verdict tells two laws apart; failing that, one whose grounds do."""
    found: Scenario | None = None
    for made in islice(plans, MOST_TRIED):
        if law.impossible(made.facts):
            continue
        text = f"{write_plan(law.book, title, made.facts)}{_readings(seen)}"
        subject = PLAN if made.subject.element is None else made.subject.element.id
        scenario = _told_apart(law, other, question, subject, text)
        if scenario is not None and scenario.told.key in OF_THE_VERDICT:
            return scenario
        found = found or scenario
    return found


def shared(
    law: Law, needed: Sequence[tuple[Mutant, Scenario]]
) -> tuple[tuple[tuple[Scenario, tuple[Mutant, ...]], ...], dict[str, int]]:
    """Keep few scenarios that notice all, those first that notice most, each with what none before it does.

    Beside them is the number of the scenario for each mutant, by its id.
    """
    originals = Originals(law)
    left = {mutant.id: mutant for mutant, _ in needed}
    plans = {scenario: read_scenario(law.book, scenario) for _, scenario in needed}
    noticed: dict[Scenario, set[str]] = {scenario: set() for scenario in plans}
    for mutant, own in needed:
        mutated = Mutated(originals, mutant)
        for scenario, plan in plans.items():
            if scenario == own or notices(mutated, plan):
                noticed[scenario].add(mutant.id)
    kept: list[tuple[Scenario, tuple[Mutant, ...]]] = []
    numbers: dict[str, int] = {}
    while left:
        best = max(noticed, key=lambda scenario: len(noticed[scenario] & left.keys()))
        told = tuple(mutant for id_, mutant in left.items() if id_ in noticed[best])
        numbers.update((mutant.id, len(kept)) for mutant in told)
        left = {id_: mutant for id_, mutant in left.items() if id_ not in noticed[best]}
        kept.append((best, told))
    return tuple(kept), numbers


def notices(mutated: Mutated, plan: Plan) -> bool:
    """Tell whether a scenario of one expectation fails under a mutant."""
    (expectation,) = plan.expectations
    seen = plan.as_of, plan.turned
    if expectation.question not in mutated.questions(seen):
        return False
    law = mutated.law(expectation.question, seen)
    return law is not None and not holds(plan, expectation, _verdict(law, plan))


def read_scenario(book: Rulebook, scenario: Scenario) -> Plan:
    """Read the plan again as a file of it would be, with the expectation that what comes out now is right."""
    return _read(book, scenario.text, _expectation(scenario.question, scenario.subject, scenario.told))


def _read(book: Rulebook, text: str, expectation: Expectation) -> Plan:
    (plan,) = read_plans(book, text, "plan")
    return replace(plan, expectations=(expectation,))


def _told_apart(law: Law, other: Law, question: str, subject: str, text: str) -> Scenario | None:
    """Say by which part of an expectation a plan tells two laws apart."""
    plan = _read(law.book, text, _expectation(question, subject, Told("", ())))
    was, now = _verdict(law, plan), _verdict(other, plan)
    if was is None or now is None:
        return None
    for told in _parts(was):
        if not holds(plan, _expectation(question, subject, told), now):
            return Scenario(question, subject, text, told, _words(was))
    return None


def _verdict(law: Law, plan: Plan) -> SubjectVerdict | None:
    (expectation,) = plan.expectations
    subject = None if plan.findings else subject_of(law, plan, expectation)
    return None if subject is None else brief_verdict(law, plan, expectation.question, subject)


def _words(verdict: SubjectVerdict) -> tuple[str, ...]:
    return verdict.possible if verdict.verdict == "open" else (verdict.verdict,)


def _parts(verdict: SubjectVerdict) -> Iterator[Told]:
    """Go through all that an expectation may say of a verdict, what comes out before what it rests on."""
    yield Told("verdict", (verdict.verdict,))
    if verdict.answer:
        yield Told("answer", verdict.answer)
    if verdict.verdict == "open":
        yield Told("possible", verdict.possible)
    if verdict.compliance is not None:
        yield Told("compliance", (verdict.compliance,))
    yield from (Told("left_to", (role,)) for role in verdict.left_to)
    yield Told("winners", tuple(line.name for line in verdict.provisions if line.status == "wins"))
    yield from (Told("principle", (principle,)) for principle in verdict.principles or ("none",))
    if verdict.conflict is not None:
        yield from (Told("ruling_by", (role,)) for role in verdict.conflict.ruling_by)
    yield from (Told("gap", (gap.name,)) for gap in verdict.known_gaps)


def _expectation(question: str, subject: str, told: Told) -> Expectation:
    words = told.words
    return Expectation(
        question=question,
        subject=subject,
        verdict=words[0] if told.key == "verdict" else None,
        answer=words if told.key == "answer" else None,
        winners=frozenset(words) if told.key == "winners" else None,
        principle=words[0] if told.key == "principle" else None,
        compliance=words[0] if told.key == "compliance" else None,
        possible=frozenset(words) if told.key == "possible" else None,
        needs=None,
        subject_to=None,
        ruling_by=words[0] if told.key == "ruling_by" else None,
        left_to=words[0] if told.key == "left_to" else None,
        gap=words[0] if told.key == "gap" else None,
        span=_HERE,
    )


def _readings(seen: Seen) -> str:
    return f"readings: [{', '.join(sorted(seen[1]))}]\n" if seen[1] else ""
