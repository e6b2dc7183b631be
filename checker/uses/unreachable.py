"""Which provisions no case reaches: none their questions are asked of, in all that the rulebook covers (R101)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from checker.findings import REGISTRY, Finding, Message, Related, both, either, say
from checker.logic import Law, Resolution
from checker.logic.effort import MOST_BOXES, TooManyBoxesError
from checker.logic.horizon import Maps, over_all_cases
from checker.logic.searching import each_provision
from checker.rulebook.days import write_day
from checker.rulebook.model import Facts, Provision, Question, Rulebook


def find_unreachable(law: Law, maps: Maps) -> Iterator[Finding]:
    """Go through the provisions that apply nowhere on any of their questions, each with the reason.

    One whose reading was not chosen, or that hangs on such a one, is looked at under that reading; and no provision
    is said to be out of reach that some other reading lets apply. Those whose window is empty are left out: they are
    never in force, whatever is asked. Where nothing at all can happen, that is said alone.
    """
    if impossible := law.impossible(Facts({}, {})):
        yield _nothing_happens(law, {never.text for never in impossible})
        return
    read = cache(lambda turned: Law(law.book, law.as_of, turned) if turned else law)

    def search(provision: Provision) -> Iterator[Finding]:
        if law.timeline.empty_window(provision) is None:
            ways = list(_ways(law.book, provision))
            if not any(_is_reached(read(way), provision, maps if not way else None) for way in ways):
                yield _finding(read(ways[0]), provision)

    yield from each_provision(law, maps, "R101", search)


def find_undecided(law: Law, maps: Maps) -> Iterator[Finding]:
    """Go through the questions of which not all is decided, because looking further was given up.

    Either something was taken for possible, or a search was not made to its end, or none could be made.
    """
    for name, question in law.book.questions.items():
        try:
            case = maps(name).case
        except TooManyBoxesError:
            message = say("nothing was found out about `{question}`: {why}", question=name, why=_too_many())
            yield Finding("A102", message, question.span, concerns=(name,))
            continue
        if case.effort is not None and case.effort.given_up:
            yield _given_up(question, tuple(case.effort.given_up))
        if case.was_cut_short:
            message = say(
                "not all that was looked for on `{question}` is decided: a search came to its bound", question=name
            )
            yield Finding("A102", message, question.span, concerns=(name,))


def _given_up(question: Question, ids: tuple[str, ...]) -> Finding:
    message = say(
        "the search for {searches} on `{question}` was given up: {why}",
        question=question.name,
        searches=both(say("`{id}` ({name})", id=id_, name=Message(REGISTRY[id_].name)) for id_ in sorted(ids)),
        why=_too_many(),
    )
    advice = say("what is reported of these is so; that there is nothing more was not proved")
    return Finding("A102", message, question.span, help=advice, concerns=(question.name,))


def _too_many() -> Message:
    return say("its cases fall apart into more than {most} boxes", most=f"{MOST_BOXES:,}")


def _ways(book: Rulebook, provision: Provision) -> Iterator[frozenset[str]]:
    """Go through the readings that are turned: those it needs, with these each other one, and all of them."""
    line = [provision]
    while (relation := line[-1].relation) is not None and relation.form != "override":
        line.append(book.provisions[relation.target])
    needed = frozenset(reading.name for each in line for reading in each.readings if not reading.chosen)
    fixed = {reading.name for each in line for reading in each.readings}
    others = sorted({reading.name for each in book.provisions.values() for reading in each.readings} - fixed)
    yield needed
    yield from (needed | {name} for name in others)
    if len(others) > 1:
        yield needed | frozenset(others)


def _is_reached(law: Law, provision: Provision, maps: Maps | None) -> bool:
    laid = maps or partial(over_all_cases, law)
    return any(_applies(laid(question), provision) for question in provision.questions)


def _applies(resolution: Resolution, provision: Provision) -> bool:
    case = resolution.case
    return case.happens(case.both(resolution.applicable(provision.name), resolution.asked))


def _nothing_happens(law: Law, texts: set[str]) -> Finding:
    """Say that what cannot happen leaves no case over, at the first place where a part of it is written."""
    places = [impossibility.span for impossibility in law.book.impossibilities if impossibility.text in texts]
    related = tuple(Related(place, say("and this cannot happen")) for place in places[1:])
    message = say("no case is left over: what is `never` leaves nothing that can happen")
    return Finding("R101", message, min(places, default=None), related=related)


def _finding(law: Law, provision: Provision) -> Finding:
    """Say what stands in the way: what is covered, else the scopes, else the condition itself."""
    name, questions = provision.name, provision.questions
    anywhere = [over_all_cases(law, question, everywhere=True) for question in questions]
    if any(_applies(resolution, provision) for resolution in anywhere):
        days = _covered(law)
        message = say("`{provision}` applies only outside what the rulebook covers, {days}", provision=name, days=days)
        advice = say("leave it out, or widen `covers from` or `reviewed until`")
    elif any(each.case.happens(each.applicable(name)) for each in anywhere):
        asked = either(f"`{question}`" for question in questions)
        message = say("`{provision}` applies only where {questions} is not asked", provision=name, questions=asked)
        advice = say("mend its condition, or widen `within` of the question")
    else:
        message = say("`{provision}` applies in no case", provision=name)
        advice = say("mend its condition: its parts, what it hangs on and what is `never` leave nothing over")
    return Finding("R101", message, provision.span, help=advice, concerns=(name,))


def _covered(law: Law) -> Message:
    since, until = law.book.header.covers_from, law.book.header.reviewed_until
    if since is None or until is None:
        return say("until {until}", until=_day(until)) if since is None else say("from {since}", since=_day(since))
    return say("{since} to {until}", since=_day(since), until=_day(until))


def _day(ordinal: int | None) -> str:
    return "" if ordinal is None else write_day(ordinal)
