"""The options of `lexport coverage` for mutants: what they are, and what is found when they are typed."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypedDict

import click

from checker.cli.typed import Parameters, unfit_word, unknown_words, with_options
from checker.findings import Finding, say

if TYPE_CHECKING:
    from checker.answers.mutation import Mutation
    from checker.logic import Law
    from checker.plan import Plan


class MutationWishes(TypedDict):
    """What was typed, option by option."""

    mutate: bool
    operators: tuple[str, ...]
    jobs: str | None


_JOBS = re.compile(r"[1-9]\d{0,2}")
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


def mutation_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to the command, in their order."""
    return with_options(command, _OPTIONS)


def misread(wishes: MutationWishes) -> tuple[Finding, ...]:
    """Say what was typed and cannot be meant: kinds of slips that there are not, and what is no number."""
    from checker.rulebook.mutants import OPERATORS

    jobs, remedy = wishes["jobs"], say("write a number from 1 to 999")
    unfit = [] if jobs is None or _JOBS.fullmatch(jobs) else [unfit_word("--jobs", jobs, remedy)]
    return (*unknown_words(say("slip"), wishes["operators"], OPERATORS), *unfit)


def mutated(law: Law, plans: Iterable[Plan], wishes: MutationWishes) -> Mutation | None:
    """Try the mutants that were asked for; none where nobody asked."""
    if not wishes["mutate"] and not wishes["operators"]:
        return None
    from checker.answers.mutation import mutate
    from checker.rulebook.mutants import OPERATORS

    return mutate(law, plans, wishes["operators"] or OPERATORS, jobs=int(wishes["jobs"] or os.cpu_count() or 1))
