"""The oracle's comparison of a deed with what is owed (LANGUAGE §6.8): done or not, in time or late."""

from __future__ import annotations

from collections.abc import Sequence

from checker.rulebook.model import Fact, Period, Question
from tests.oracle_calendar import earliest, in_time
from tests.oracle_worlds import Env, World

WORDED = ("permitted", "forbidden", "required", "not-required")


def compliance(world: World, question: Question, env: Env, word: str, periods: Sequence[Period]) -> str | None:
    """Return `met`, `breached` or `unknown`; None where nothing is owed, or nothing says what the deed is."""
    if word == "not-required" or (word == "permitted" and not (question.done_at and periods)):
        return "met"
    if word not in WORDED:
        return None
    if question.done_when is not None:
        done = world.holds(question.done_when, env, lambda: world.date(question.governed_by, env))
        return "met" if done is (word == "required") else "breached"
    return None if question.done_at is None else _by_its_date(world, question.done_at, env, word, periods)


def _by_its_date(world: World, deed: Fact, env: Env, word: str, periods: Sequence[Period]) -> str:
    """Judge a deed that has a date. Without one nobody knows, even where any date would do."""
    if not _is_said(world, deed, env) or world.when(deed, env) is None:
        return "unknown"
    if word == "forbidden":
        return "breached"
    return "met" if all(_is_kept(world, deed, env, period) for period in periods) else "breached"


def is_late(world: World, question: Question, env: Env, word: str, periods: Sequence[Period]) -> bool | None:
    """Tell whether a deed that was required within a period was out of time; None for a deed without a date."""
    deed = question.done_at
    if word != "required":
        return False
    if deed is None or not _is_said(world, deed, env) or world.when(deed, env) is None:
        return None
    return not all(_is_kept(world, deed, env, period) for period in periods)


def _is_kept(world: World, deed: Fact, env: Env, period: Period) -> bool:
    """Tell whether a deed was in time; a period that never began cannot be missed."""
    done = world.when(deed, env)
    found = [world.when(anchor, env) for anchor in period.anchors]
    anchor = earliest([when for when in found if when is not None])
    assert done is not None
    return anchor is None or in_time(done, period, anchor)


def _is_said(world: World, deed: Fact, env: Env) -> bool:
    known = world.ground.facts.values if deed.list is None else env[deed.binder].values
    return deed.path in known
