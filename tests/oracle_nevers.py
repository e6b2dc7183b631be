"""The oracle's second opinion on what can happen: no `never` is violated, and no value is outside its days."""

from __future__ import annotations

from collections.abc import Iterator

from checker.rulebook.model import Fact, FiniteType, Rulebook
from tests.oracle_vocabulary import scalars
from tests.oracle_worlds import Env, Thing, World

Days = tuple[int | None, int | None]


def is_possible(world: World) -> bool:
    """Tell whether a world can happen, as far as it has gone: every element that is there counts (§6.9, §9)."""
    while True:
        there = _lengths(world)
        if _violates(world) or _is_out_of_time(world):
            return False
        if _lengths(world) == there:
            return True


def _lengths(world: World) -> int:
    return sum(isinstance(key, tuple) and key[0] == "length" for key in world.chosen)


def _date(world: World) -> int | None:
    return world.date(world.ground.book.header.governed_by, {})


def _violates(world: World) -> bool:
    nevers = sorted(world.ground.book.impossibilities, key=lambda never: (never.list is not None, never.list or ""))
    return any(
        world.holds(never.condition, env, lambda: _date(world))
        for never in nevers
        for env in _subjects(world, never.list)
    )


def _is_out_of_time(world: World) -> bool:
    for fact, days in _dated_facts(world.ground.book):
        for env in _subjects(world, fact.list):
            since, until = days.get(world.fact(fact, env), (None, None))
            if (since, until) != (None, None) and not _within(_date(world), since, until):
                return True
    return False


def _within(day: int | None, since: int | None, until: int | None) -> bool:
    """Tell whether a day lies in a window; without a day nothing speaks against it."""
    return day is None or ((since is None or since <= day) and (until is None or day < until))


def _subjects(world: World, wanted: str | None) -> Iterator[Env]:
    """Go through what a statement about the plan, or about each element of a list, speaks of."""
    if wanted is None:
        yield {}
    else:
        yield from ({0: element} for element in world.present(wanted))


def _dated_facts(book: Rulebook) -> Iterator[tuple[Fact, dict[Thing, Days]]]:
    for fact in scalars(book):
        if isinstance(fact.type, FiniteType):
            days: dict[Thing, Days] = {value.name: (value.since, value.until) for value in fact.type.values}
            if any(pair != (None, None) for pair in days.values()):
                yield fact, days
