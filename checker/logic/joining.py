"""The effects of one provision on one question, joined: answers that never hold together, and where each does.

Knows what a condition says no further than `apart` does.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.logic.apart import are_apart, conjuncts, groups
from checker.rulebook.model import ALWAYS, NEVER, All, Answer, Condition, Negation, clash, join


def join_effects(
    effects: Sequence[tuple[Condition, Answer]],
) -> tuple[Sequence[tuple[Condition, Answer]], Sequence[Condition]]:
    """Join the effects that hold together, and say where they do; beside that, where they clash."""
    joined: list[tuple[Condition, Answer]] = []
    clashing: list[Condition] = []
    for group in groups([where for where, _ in effects]):
        found, wrong = _join_group([effects[number] for number in group])
        joined.extend(found)
        clashing.extend(wrong)
    return joined, clashing


def _join_group(
    effects: Sequence[tuple[Condition, Answer]],
) -> tuple[Sequence[tuple[Condition, Answer]], Sequence[Condition]]:
    joined: list[tuple[Condition, Answer | None]] = [(ALWAYS, None)]
    clashing: list[Condition] = []
    for where, said in effects:
        split: list[tuple[Condition, Answer | None]] = []
        for condition, answer in joined:
            if are_apart(condition, where):
                split.append((condition, answer))
                continue
            inside = _both(condition, where)
            if answer is not None and clash(answer, said):
                clashing.append(inside)
            else:
                split.append((inside, said if answer is None else join(answer, said)))
            split.append((_both(condition, _negated(where)), answer))
        joined = [(c, a) for c, a in split if c != NEVER]
    return [(c, a) for c, a in joined if a is not None], clashing


def _both(left: Condition, right: Condition) -> Condition:
    if NEVER in (left, right):
        return NEVER
    if left == ALWAYS:
        return right
    return left if right == ALWAYS else All((*conjuncts(left), *conjuncts(right)))


def _negated(condition: Condition) -> Condition:
    if condition in (ALWAYS, NEVER):
        return NEVER if condition == ALWAYS else ALWAYS
    return condition.part if isinstance(condition, Negation) else Negation(condition)
