"""Drawn pairs of rulebooks: what is told of their differences holds, whatever they are.

The cases themselves are held against brute force elsewhere (`tests/properties/test_versions.py`); here it is what a
reader is told of them.
"""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings
from msgspec.structs import replace

from checker.answers.diff import DiffReport, diff
from checker.answers.diff_admitting import Admitting, to_admitted
from checker.answers.diff_sides import Pair
from checker.answers.diff_stating import Change, decision_text
from checker.answers.plans import read_plan_file
from checker.findings import Witness
from checker.logic import Law
from checker.logic.decisions import Decision
from checker.rulebook import load_texts
from tests.strategies import Source
from tests.unit.answers.compared import ALL
from tests.versions_rulebooks import Pair as Drawn
from tests.versions_rulebooks import pairs

EXAMPLES = 120
SEEN: Counter[str] = Counter()


def test_what_is_told_of_a_difference_holds() -> None:
    _hold()
    # Nearly every region has an example that both confirm; what has none says so.
    assert SEEN["examples"] > 20 * SEEN["without"]
    assert SEEN["changes"] > EXAMPLES / 3


@given(pairs())
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
def _hold(drawn: Drawn) -> None:
    before, after = (_law(source) for source in (drawn.before, drawn.after))
    there = diff(Pair(before, after), ("b", "a"), frozenset(), ALL)
    back = diff(Pair(after, before), ("a", "b"), frozenset(), ALL)
    assert _sizes(there) == {(q, now, was): cases for (q, was, now), cases in _sizes(back).items()}
    for change in _changes(there):
        SEEN["changes"] += 1
        assert change.parties is not None
        _hold_examples(change, before, after)
    entries = tuple(replace(entry, because="drawn") for entry in to_admitted(_changes(there)))
    assert diff(Pair(before, after), ("b", "a"), frozenset(), ALL, Admitting(entries)).is_admitted


def _hold_examples(change: Change, before: Law, after: Law) -> None:
    """Ask both laws for the verdict on every plan that is shown, as they read it."""
    for regions in change.finding.regions:
        assert regions.shown
        for stated in regions.shown:
            if stated.witness is None:
                SEEN["without"] += 1
                continue
            SEEN["examples"] += 1
            for law, held in ((before, change.before), (after, change.after)):
                told = _verdicts(law, change.question, stated.witness)
                assert told == {decision.word for decision in held}, (change.finding.message, stated.witness.text)


def _verdicts(law: Law, question: str, witness: Witness) -> set[str]:
    (plan,) = read_plan_file(law.book, "p.yaml", witness.text)
    if plan.facts is None or law.impossible(plan.facts):
        return {"not-applicable"}  # a case that this rulebook does not know
    every = law.subjects(question, plan.facts)
    subject = next(each for each in every if each.element is None or each.element.id == witness.subject)
    return set(law.judge(question, plan.facts, subject).possible)


def _changes(report: DiffReport) -> list[Change]:
    return [change for each in report.questions for change in each.changes]


def _sizes(report: DiffReport) -> dict[tuple[str, tuple[str, ...], tuple[str, ...]], object]:
    """Return how many cases turn from what into what."""
    return {
        (change.question, _texts(change.before), _texts(change.after)): _total(change) for change in _changes(report)
    }


def _total(change: Change) -> int | None:
    sizes = [regions.cases for regions in change.finding.regions]
    return None if None in sizes else sum(size for size in sizes if size is not None)


def _texts(held: tuple[Decision, ...]) -> tuple[str, ...]:
    return tuple(map(decision_text, held))


def _law(source: Source) -> Law:
    book, findings = load_texts(dict(source.files))
    assert book is not None, findings
    return Law(book)
