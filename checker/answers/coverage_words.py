"""Goals of coverage in words: what is reached, and findings for what is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from checker.findings import Finding, Message, Span, both, say
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import Leaf, Provision, Rulebook
from checker.uses.coverage.alternatives import Alternative
from checker.uses.coverage.goals import Applies, Decides, Goal, Matters, Strikes, Takes, Wins
from checker.uses.coverage.stage import singles

ID = "K101"

Written = Mapping[str, tuple[Alternative, ...]]


def goal_words(book: Rulebook, written: Written, goal: Goal | Matters) -> Message:
    """Say what is the case where a goal is reached."""
    match goal:
        case Applies(provision):
            return say("`{provision}` applies", provision=provision)
        case Wins(provision):
            return say("`{provision}` wins", provision=provision)
        case Strikes(provision, target):
            relation = book.provisions[provision].relation
            if relation is not None and relation.form == "proviso":
                return say("`{provision}` stands beside `{target}`", provision=provision, target=target)
            return say("`{provision}` takes `{target}` out", provision=provision, target=target)
        case Takes(provision, number):
            condition = condition_words(written[provision][number].own)
            return say("`{provision}` goes by the branch `{condition}`", provision=provision, condition=condition)
        case Matters():
            return _matters(book.provisions[goal.provision], goal)
        case Decides():
            return _decided(goal)


def missed(book: Rulebook, written: Written, goal: Goal) -> Finding:
    """Report a goal that no scenario reaches, at the place where it is written."""
    message = say("in no scenario {what}", what=goal_words(book, written, goal))
    return Finding(ID, message, _span(book, written, goal), concerns=_concerns(goal))


def unshown(provision: Provision, part: int, leaf: Leaf, left: Sequence[bool]) -> Finding:
    """Report a single test of which no scenario shows that it matters where it holds, or where it does not."""
    what = say("it matters to `{provision}` whether `{test}`", provision=provision.name, test=condition_words(leaf))
    message = say("in no scenario {what}", what=what if len(left) > 1 else _told(provision.name, leaf, left[0]))
    return Finding(ID, message, provision.conjuncts[part].span, concerns=(provision.name,))


def _matters(provision: Provision, goal: Matters) -> Message:
    leaf = next(islice(singles(provision.conjuncts[goal.part].condition), goal.place, None))
    return _told(provision.name, leaf, goal.holds)


def _told(name: str, leaf: Leaf, holds: bool) -> Message:
    test = condition_words(leaf)
    if holds:
        return say("it matters to `{provision}` that `{test}` holds", provision=name, test=test)
    return say("it matters to `{provision}` that `{test}` does not hold", provision=name, test=test)


def _decided(goal: Decides) -> Message:
    values = ", ".join(f"`{value}`" for value in goal.outcome.values)
    verdict = f"`{goal.outcome.word}` ({values})" if values else f"`{goal.outcome.word}`"
    if not goal.winners:
        return say("`{question}` is {verdict}, and no provision wins", question=goal.question, verdict=verdict)
    winners = both(f"`{name}`" for name in goal.winners)
    return say("`{question}` is {verdict} by {winners}", question=goal.question, verdict=verdict, winners=winners)


def _span(book: Rulebook, written: Written, goal: Goal) -> Span:
    match goal:
        case Takes(provision, number):
            return written[provision][number].span
        case Decides(question):
            return book.questions[question].span
        case Strikes(provision) if (relation := book.provisions[provision].relation) is not None:
            return relation.span
        case _:
            return book.provisions[goal.provision].span


def _concerns(goal: Goal) -> tuple[str, ...]:
    match goal:
        case Decides(question, _, winners):
            return (question, *winners)
        case Strikes(provision, target):
            return (provision, target)
        case _:
            return (goal.provision,)
