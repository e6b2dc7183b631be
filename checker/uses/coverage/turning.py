"""Which single tests matter in a case: those of which the opposite outcome alone would change what is decided.

Takes a plan laid into a question. This is the masking form of MC/DC: the outcome of one test is turned where it stands,
and all others stay, also those that read the same fact. What the texts are worth against one another (rank, specialty,
recency) stays as well: it is the case that is looked at otherwise, not the text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from checker.logic.question import Layer
from checker.regions import Region
from checker.rulebook.model import Leaf, Negation, Provision, Rulebook
from checker.uses.coverage.goals import Matters
from checker.uses.coverage.stage import Laid, singles

SingleTest = tuple[str, int, int, Leaf]
"""A single test: of which provision, in which part of its condition, at which place in that."""


def tests_of(book: Rulebook) -> Iterator[SingleTest]:
    """Go through the single tests of the conditions of provisions."""
    for name, provision in book.provisions.items():
        for part, conjunct in enumerate(provision.conjuncts):
            for place, leaf in enumerate(singles(conjunct.condition)):
                yield name, part, place, leaf


def mattering(laid: Laid, shown: Collection[Matters]) -> Iterator[Matters]:
    """Go through the tests that matter in a plan, with the outcome they have in it; those `shown` are left out."""
    for layer in laid.stage.layers:
        for name in layer.network.members:
            if name in layer.existing:
                yield from _of_provision(laid, layer, laid.stage.law.book.provisions[name], shown)


def near(laid: Laid, goal: Matters) -> Region:
    """Return where a test has an outcome and its provision hangs on it alone: there it may matter.

    The provision is one that speaks on the question itself.
    """
    case, layer = laid.case, laid.stage.layers[-1]
    condition = laid.stage.law.book.provisions[goal.provision].conjuncts[goal.part].condition
    before, after = laid.standing(layer.key, condition), laid.turning(layer.key, condition, goal.place)
    changed = (*case.without(before, after), *case.without(after, before))
    leaf = next(islice(singles(condition), goal.place, None))
    outcome = laid.where(layer.key, leaf if goal.holds else Negation(leaf))
    hanging = laid.applies_with(goal.provision, goal.part, case.possible)
    return case.both(case.both(case.both(hanging, laid.resolution.asked), outcome), changed)


def _of_provision(laid: Laid, layer: Layer, provision: Provision, shown: Collection[Matters]) -> Iterator[Matters]:
    """Look at the parts that alone keep the provision from applying, or at all of one that none keeps from it."""
    name = provision.name
    if not (_holds(laid, layer, "window", name) and _holds(laid, layer, "document", name)):
        return
    parts = range(len(provision.conjuncts))
    failing = [part for part in parts if not _holds(laid, layer, "part", name, str(part))]
    if len(failing) > 1:
        return
    for part in failing or parts:
        condition = provision.conjuncts[part].condition
        before = laid.standing(layer.key, condition)
        for place, leaf in enumerate(singles(condition)):
            holds = _outcome(laid, layer.key, leaf)
            if holds is None or (goal := Matters(name, part, place, holds)) in shown:
                continue
            after = laid.turning(layer.key, condition, place)
            unit = (layer.key, "part", name, str(part))
            if after != before and laid.decided_with({unit: after}) != laid.decided:
                yield goal


def _holds(laid: Laid, layer: Layer, *unit: str) -> Region:
    return laid.case.both(laid.case.possible, laid.case.unit((layer.key, *unit)))


def _outcome(laid: Laid, key: str, leaf: Leaf) -> bool | None:
    """Return how a test comes out; None where that is not certain."""
    region = laid.where(key, leaf)
    if not laid.case.happens(region):
        return False
    return True if laid.is_certain(region) else None
