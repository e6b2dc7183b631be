"""Slips in a condition: a part left out, a limb turned into its contrary, a date or a bound or a set a little off.

Takes a condition of the model; gives each slip with the part it is in, before and after, and the whole that comes of
it. Knows nothing of provisions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from checker.rulebook.model import All, Asked, Condition, Constant, Count, Negation, Reckoned, Rulebook, Some, Test
from checker.rulebook.mutants.values import answers_off, edges_off, values_off

Rebuild = Callable[[Condition], Condition]


class Off(Struct, frozen=True):
    """A slip in a condition; `after` is None where the part is left out."""

    operator: str
    before: Condition
    after: Condition | None
    whole: Condition


def off(book: Rulebook, condition: Condition) -> Iterator[Off]:
    """Go through the slips in a condition, from the whole of it to its parts; no two come to the same."""
    seen = {condition}
    for slip in _off(book, condition, negate=True):
        if slip.whole not in seen:
            seen.add(slip.whole)
            yield slip


def negated(condition: Condition) -> Condition:
    """Return the contrary, without a double negation."""
    return condition.part if isinstance(condition, Negation) else Negation(condition)


def _off(book: Rulebook, condition: Condition, *, negate: bool) -> Iterator[Off]:
    if negate and _is_limb(condition):
        yield Off("negate", condition, negated(condition), negated(condition))
    match condition:
        case Negation(part):
            yield from _within(_off(book, part, negate=False), Negation)
        case All(parts):
            yield from _parts(book, parts, "drop-conjunct", All)
        case Some(parts):
            yield from _parts(book, parts, "drop-disjunct", Some)
        case Test():
            yield from (_leaf(operator, condition, other) for operator, other in values_off(condition))
        case Asked():
            yield from (_leaf("change-set", condition, other) for other in answers_off(book, condition))
        case Reckoned():
            yield from (_leaf("swap-strictness", condition, other) for other in edges_off(condition))
            yield from _counted(book, condition)


def _is_limb(condition: Condition) -> bool:
    """Tell whether a condition says something that has a contrary of its own: its only part has the same."""
    return len(condition.parts) > 1 if isinstance(condition, All | Some) else not isinstance(condition, Constant)


def _leaf(operator: str, before: Condition, after: Condition) -> Off:
    return Off(operator, before, after, after)


def _parts(
    book: Rulebook, parts: tuple[Condition, ...], drop: str, join: Callable[[tuple[Condition, ...]], Condition]
) -> Iterator[Off]:
    for number, part in enumerate(parts):
        before, behind = parts[:number], parts[number + 1 :]
        rest = (*before, *behind)
        if rest:
            yield Off(drop, part, None, rest[0] if len(rest) == 1 else join(rest))

        def rebuild(
            other: Condition, before: tuple[Condition, ...] = before, behind: tuple[Condition, ...] = behind
        ) -> Condition:
            return join((*before, other, *behind))

        yield from _within(_off(book, part, negate=True), rebuild)


def _counted(book: Rulebook, condition: Reckoned) -> Iterator[Off]:
    """Go through the slips in what is counted."""
    for number, (factor, addend) in enumerate(condition.addends):
        if not isinstance(addend, Count):
            continue

        def rebuild(where: Condition, number: int = number, factor: int = factor, addend: Count = addend) -> Condition:
            addends = (*condition.addends[:number], (factor, replace(addend, where=where)))
            return replace(condition, addends=(*addends, *condition.addends[number + 1 :]))

        yield from _within(_off(book, addend.where, negate=True), rebuild)


def _within(slips: Iterator[Off], rebuild: Rebuild) -> Iterator[Off]:
    for slip in slips:
        yield replace(slip, whole=rebuild(slip.whole))
