"""The options of `lexport coverage` for mutants: what they are, and what is found when they are typed."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypedDict

import click

from checker.findings import Finding, nearest, row, say

if TYPE_CHECKING:
    from checker.answers.mutation import Mutation
    from checker.logic import Law
    from checker.plan import Plan

Parameters = Callable[[Callable[..., Any]], Callable[..., Any]]


class MutationWishes(TypedDict):
    """What was typed, option by option."""

    mutate: bool
    operators: tuple[str, ...]
    jobs: str | None


_OPTIONS: tuple[Parameters, ...] = (
    click.option(
        "--mutate",
        is_flag=True,
        help="Also make the rules wrong in every small way, one at a time, and say which no scenario notices.",
    ),
    click.option(
        "--operator",
        "operators",
        multiple=True,
        metavar="NAME",
        help="Make only slips of this kind, such as negate or move-date; may be repeated, and implies --mutate.",
    ),
    click.option(
        "--jobs",
        metavar="N",
        help="Look at so many mutants at a time; by default, one for each processor.",
    ),
)


def mutation_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def misread(wishes: MutationWishes) -> tuple[Finding, ...]:
    """Say what was typed and cannot be meant: kinds of slips that there are not, and what is no number."""
    return (*_unknown(wishes["operators"]), *_no_number(wishes["jobs"]))


def mutated(law: Law, plans: Iterable[Plan], wishes: MutationWishes) -> Mutation | None:
    """Try the mutants that were asked for; none where nobody asked."""
    if not wishes["mutate"] and not wishes["operators"]:
        return None
    from checker.answers.mutation import mutate
    from checker.rulebook.mutants import OPERATORS

    return mutate(law, plans, wishes["operators"] or OPERATORS, jobs=int(wishes["jobs"] or os.cpu_count() or 1))


def _unknown(typed: tuple[str, ...]) -> Iterator[Finding]:
    if not typed:
        return
    from checker.rulebook.mutants import OPERATORS

    for word in typed:
        if word not in OPERATORS:
            guess = nearest(word, OPERATORS)
            every = say("write one of {words}", words=row(f"`{one}`" for one in OPERATORS))
            remedy = say("write `{guess}`", guess=guess) if guess else every
            yield Finding("N201", say("no {kind} is named `{name}`", kind=say("slip"), name=word), help=remedy)


def _no_number(typed: str | None) -> Iterator[Finding]:
    if typed is not None and not re.fullmatch(r"[1-9]\d{0,2}", typed):
        message = say("`{option}` cannot be `{word}`", option="--jobs", word=typed)
        yield Finding("T302", message, help=say("write a number from 1 to 999"))
