"""Timelines in sentences: which texts came and left, what was decided and what is, for every report alike.

Takes the records of `answers.timeline`; gives sentences. Each report has its own layout.
"""

from __future__ import annotations

from checker.answers.timeline import Bar, Summary, ToldChange, ToldLine, ToldTurn
from checker.findings import Message, Series, row, say
from checker.logic.decisions import Decision, Held
from checker.reports.labels import Labels
from checker.rulebook.days import write_day
from checker.uses.timelines import BAND, BEGINS, BEGUN, CAME, ENDS, TextChange

_GAPS = {"opens": say("a gap opens"), "closes": say("a gap closes")}
_WAYS = {"wider": say("more is lawful"), "narrower": say("less is lawful")}


def line_words(line: ToldLine) -> Message:
    """Say by which governing date a line goes, and over which time."""
    first, last = write_day(line.first), write_day(line.last)
    if not line.absent:
        return say("by `{fact}`, from {first} to {last}", fact=line.fact, first=first, last=last)
    return say(
        "by `{fact}` where {absent} is absent, from {first} to {last}",
        fact=line.fact,
        absent=row(f"`{fact}`" for fact in line.absent),
        first=first,
        last=last,
    )


def text_words(text: TextChange) -> Message:
    """Say which text came or left, and which provisions on the question with it."""
    return say("{what}: {provisions}", what=_what(text), provisions=_names(text.provisions))


def turn_words(turn: ToldTurn) -> tuple[Message, ...]:
    """Say what is to be known of a date beside its texts and its changes."""
    said = []
    if not turn.changes:
        said.append(say("nothing is decided otherwise"))
    if turn.is_first:
        said.append(say("some cases are possible from this day on only: that they get a verdict is no change"))
    if turn.is_last:
        said.append(say("some cases are possible until this day only"))
    return tuple(said)


def change_words(change: ToldChange, label: Labels) -> str:
    """Write what was decided and what is: `permitted → gap`."""
    return f"{held_words(change.before, label)} → {held_words(change.after, label)}"


def held_words(held: Held, label: Labels) -> str:
    """Write what is decided: the word of the verdict, and what goes with it; where it is open all it may be."""
    return " / ".join(_decision(decision, label) for decision in held)


def weight_words(change: ToldChange) -> Message | None:
    """Say what a change comes to: a gap, or more or less that is lawful; None where it is neither."""
    return _WAYS.get(change.direction) if change.gap is None else _GAPS[change.gap]


def reasons(change: ToldChange) -> tuple[Message, ...]:
    """Say which provisions answered before and answer now."""
    was, now = set(change.before_by), set(change.after_by)
    said = []
    if was and was != now:
        said.append(say("before by {provisions}", provisions=_names(change.before_by)))
    if now:
        said.append(say("now by {provisions}", provisions=_names(change.after_by)))
    if change.is_before:
        said.append(say("it is not asked of them any more; the examples are dated before"))
    return tuple(said)


def summary_words(summary: Summary) -> Message:
    """Say on how many dates a question is decided otherwise, and on which first and last."""
    if summary.number is None:
        return say("not worked out: that takes too much")
    if summary.first is None or summary.last is None:
        return say("always decided alike")
    if summary.number == 1:
        return say("decided otherwise on {day}", day=summary.first)
    return say(
        "decided otherwise on {number} dates, from {first} to {last}",
        number=summary.number,
        first=summary.first,
        last=summary.last,
    )


def bar_words(bar: Bar) -> Message:
    """Say how long a document speaks on the question."""
    since = write_day(bar.since)
    if bar.certain != bar.since:
        latest = write_day(bar.certain)
        if bar.until is None:
            return say("from a day between {since} and {latest}", since=since, latest=latest)
        return say(
            "from a day between {since} and {latest} until {until}",
            since=since,
            latest=latest,
            until=write_day(bar.until),
        )
    if bar.until is None:
        return say("since {since}", since=since)
    return say("from {since} until {until}", since=since, until=write_day(bar.until))


def _what(text: TextChange) -> Message:
    document = text.document
    if text.form == CAME:
        return say("`{document}` comes", document=document)
    if text.form == BAND:
        return say(
            "`{document}` comes on this day or later, by {latest} at the latest",
            document=document,
            latest=write_day(text.other or 0),
        )
    if text.form == BEGUN:
        return say("`{document}` has come by this day at the latest", document=document)
    if text.form == BEGINS:
        return say("`{document}` applies from this day, by dates of its own", document=document)
    if text.form == ENDS:
        return say("`{document}` applies until this day, by dates of its own", document=document)
    if text.how == "repeal":
        return say("`{document}` leaves, repealed by `{by}`", document=document, by=text.by or "")
    if text.how == "wording":
        return say("`{document}` leaves, replaced by `{by}`", document=document, by=text.by or "")
    return say("`{document}` leaves, as it states itself", document=document)


def _decision(decision: Decision, label: Labels) -> str:
    said = [label[f"verdict.{decision.word}"]]
    values = label["list"].join((*decision.values, *decision.left_to))
    duty = label["clause"].join((*decision.by, *decision.due))
    for brackets in (values, duty):
        if brackets:
            said.append(label["in-brackets"].format(text=brackets))
    return "".join(said)


def _names(names: tuple[str, ...]) -> Series:
    return row(f"`{name}`" for name in names)
