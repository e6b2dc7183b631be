"""The options of `lexport coverage` for mutants: what they are, and what is found when they are typed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypedDict

import click

if TYPE_CHECKING:
    from checker.answers.mutation import Mutation
    from checker.logic import Law
    from checker.plan import Plan

Parameters = Callable[[Callable[..., Any]], Callable[..., Any]]


def _known(ctx: click.Context, param: click.Parameter, typed: tuple[str, ...]) -> tuple[str, ...]:
    """Find the names that were typed, looked up only where some were."""
    if not typed:
        return ()
    from checker.rulebook.mutants import OPERATORS

    return tuple(str(click.Choice(OPERATORS).convert(name, param, ctx)) for name in typed)


class MutationWishes(TypedDict):
    """What was typed, option by option."""

    mutate: bool
    operators: tuple[str, ...]
    jobs: int | None


_OPTIONS: tuple[Parameters, ...] = (
    click.option(
        "--mutate",
        is_flag=True,
        help="Also make the rules wrong in every small way, one at a time, and say which no scenario notices.",
    ),
    click.option(
        "--operator",
        "operators",
        callback=_known,
        multiple=True,
        metavar="NAME",
        help="Make only slips of this kind, such as negate or move-date; may be repeated, and implies --mutate.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Look at so many mutants at a time; by default, one for each processor.",
    ),
)


def mutation_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def mutated(law: Law, plans: Iterable[Plan], wishes: MutationWishes) -> Mutation | None:
    """Try the mutants that were asked for; none where nobody asked."""
    if not wishes["mutate"] and not wishes["operators"]:
        return None
    from checker.answers.mutation import mutate
    from checker.rulebook.mutants import OPERATORS

    return mutate(law, plans, wishes["operators"] or OPERATORS, jobs=wishes["jobs"] or os.cpu_count() or 1)
