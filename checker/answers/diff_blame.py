"""Whose doing a difference is, in sentences: how each provision fares before and now, what text left, what came.

Takes provisions as `uses.responsible` names them, gives what is said of them. Must not know the regions.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.answers.diff_sides import Contrast, Pair
from checker.findings import Message, both, row, say
from checker.logic.changes import coming, leaving
from checker.logic.dated import class_of
from checker.logic.ends import find_ends
from checker.logic.law import Law
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import MINUTES_A_DAY, Provision, is_moment
from checker.uses.responsible import (
    ABSENT,
    APPLIES,
    BEATEN,
    ENDED,
    LEAVES,
    SILENT,
    TAKEN_OUT,
    WINS,
    YIELDS,
    Fate,
    Party,
    Sight,
    find_recorded,
)

_PRINCIPLES = {
    "rank": say("by rank"),
    "specialty": say("as the special one"),
    "recency": say("as the later one"),
}


def blame_words(
    pair: Pair, contrast: Contrast, seen: tuple[Sight, Sight], parties: tuple[Party, ...], tested: tuple[str, ...]
) -> Iterator[Message]:
    """Say of each party how it fares, which texts left and came, and what else may have moved the answer.

    `seen` are the cases as either side sees them.
    """
    for party in parties:
        yield _party(pair, party)
    on_record = tuple(_recorded(contrast, *seen))
    yield from on_record
    if pair.days is not None:
        yield from dict.fromkeys(_texts(pair.after, contrast, parties, pair.days))
    if tested:
        named = both(f"`{question}`" for question in tested)
        yield say("it tests {questions}, decided otherwise as well", questions=named)
    elif (
        pair.days is None
        and not on_record
        and all(party.before == party.after and not party.reworded for party in parties)
    ):
        yield from _elsewhere(pair, contrast.after.resolution.question.question.name)


def _recorded(contrast: Contrast, before: Sight, after: Sight) -> Iterator[Message]:
    """Say which silences are on record on one side alone."""
    difference = contrast.difference
    was, now = (
        find_recorded(sight) if any(decision.word == "known-gap" for decision in held) else ()
        for sight, held in ((before, difference.before), (after, difference.after))
    )
    yield from (say("on record as `{gap}` before, not now", gap=gap) for gap in was if gap not in now)
    yield from (say("on record as `{gap}` now, not before", gap=gap) for gap in now if gap not in was)


def _party(pair: Pair, party: Party) -> Message:
    before, after = (row(map(_fate, fates)) for fates in (party.before, party.after))
    text = _text(pair, party.provision)
    if party.reworded and party.before == party.after:
        return say(
            "`{provision}` ({text}) says something else now: {fate} before and now",
            provision=party.provision,
            text=text,
            fate=before,
        )
    if party.reworded:
        return say(
            "`{provision}` ({text}) says something else now: {before} before, {after} now",
            provision=party.provision,
            text=text,
            before=before,
            after=after,
        )
    if party.before == party.after:
        return say("`{provision}` ({text}): {fate} before and now", provision=party.provision, text=text, fate=before)
    return say(
        "`{provision}` ({text}): {before} before, {after} now",
        provision=party.provision,
        text=text,
        before=before,
        after=after,
    )


def _fate(fate: Fate) -> Message:
    by = both(f"`{name}`" for name in fate.by)
    match fate.how:
        case _ if fate.how == WINS:
            return say("prevails")
        case _ if fate.how == LEAVES:
            return say("leaves it to {by}", by=by)
        case _ if fate.how == TAKEN_OUT:
            return say("taken out by {by}", by=by)
        case _ if fate.how == YIELDS:
            return say("gives way to {by}", by=by)
        case _ if fate.how == BEATEN:
            return say("beaten by {by} {principle}", by=by, principle=_PRINCIPLES[fate.principle or ""])
        case _ if fate.how == APPLIES:
            return say("applies")
        case _ if fate.how == ENDED:
            return say("not in force")
        case _ if fate.how == ABSENT:
            return say("not there")
    assert fate.how == SILENT
    return say("does not apply")


def _text(pair: Pair, name: str) -> str:
    """Name the text and the place a provision rests on, of the later rulebook that has it."""
    books = (pair.after.book, pair.before.book)
    cited = next(book.provisions[name] for book in books if name in book.provisions).cites[0]
    return f"{cited.document} {cited.locator.text}".strip()


def _texts(law: Law, contrast: Contrast, parties: tuple[Party, ...], days: tuple[int, int]) -> Iterator[Message]:
    """Say which texts left and which came on the days from the one to the other."""
    axis = contrast.axis
    assert axis is not None
    for day in range(class_of(axis, days[0]) + 1, class_of(axis, days[1]) + 1):
        date = axis.first_date(day)
        if is_moment(axis.fact.type) and date % MINUTES_A_DAY:
            continue  # texts begin and end with a day
        first = date // MINUTES_A_DAY if is_moment(axis.fact.type) else date
        for party in parties:
            provision = law.book.provisions[party.provision]
            if party.before != party.after and next(find_ends(law, provision, first), None) is not None:
                yield leaving(law, axis, provision, day).remark
            if party.before != party.after and _began(law, provision, first):
                yield coming(law, axis, provision, day).remark


def _began(law: Law, provision: Provision, day: int) -> bool:
    text = law.timeline.wording(provision)
    return day in (text.in_force, text.in_force_latest, provision.since)


def _elsewhere(pair: Pair, name: str) -> Iterator[Message]:
    """Say what else is another: of the question itself, else somewhere behind its conditions."""
    one, other = (law.book.questions[name] for law in (pair.before, pair.after))
    scopes = [condition_words(each.scope) for each in (one, other)]
    if scopes[0] != scopes[1]:
        yield say("the scope of `{question}` is another", question=name)
    if one.silence != other.silence:
        yield say("`{question}` gives another meaning to silence", question=name)
    if scopes[0] == scopes[1] and one.silence == other.silence:
        yield say("no provision is worded otherwise: a table, what cannot happen or what is on record is another")
