"""What a provision that answers no more, or begins to, has to say for itself: the text, the day, and what ended it.

Takes a law, a governing date and a class of days that begins when the provision changes. Must not know which cases
that leaves without an answer.
"""

from __future__ import annotations

from msgspec import Struct

from checker.findings import Message, Related, say
from checker.logic.axis import Axis
from checker.logic.ends import End, find_ends
from checker.logic.law import Law
from checker.rulebook.days import write_day
from checker.rulebook.literals import write_scalar
from checker.rulebook.model import MINUTES_A_DAY, Provision, is_moment


class Change(Struct, frozen=True):
    """What is said of a provision that answers until a date, or from it on; `related` is where that is written."""

    remark: Message
    related: tuple[Related, ...] = ()


def leaving(law: Law, axis: Axis, provision: Provision, day: int) -> Change:
    """Say what left: the text, if it ended on the first date of a class of days; else what the provision answers."""
    date, written = _date(axis, day)
    for end in find_ends(law, provision, date):
        return Change(_left(end, written), (Related(end.span, say("it ends here")),))
    return Change(say("`{provision}` gives no answer any more from {day}", provision=provision.name, day=written))


def coming(law: Law, axis: Axis, provision: Provision, day: int) -> Change:
    """Say what came: the text, if it began on the first date of a class of days; else what the provision answers."""
    date, written = _date(axis, day)
    text = law.timeline.wording(provision)
    if date in (text.in_force, text.in_force_latest):
        return Change(say("`{document}` came on {day}", document=text.name, day=written))
    return Change(say("`{provision}` answers from {day}", provision=provision.name, day=written))


def _date(axis: Axis, day: int) -> tuple[int, str]:
    """Return the first date of a class of days, as the ordinal of a day where one begins with it; and written."""
    date, kind = axis.first_date(day), axis.fact.type
    if is_moment(kind) and date % MINUTES_A_DAY == 0:
        return date // MINUTES_A_DAY, write_day(date // MINUTES_A_DAY)
    return -1 if is_moment(kind) else date, write_scalar(kind, date)


def _left(end: End, day: str) -> Message:
    if end.form == "repeal":
        return say("`{document}` left on {day} (repealed by `{by}`)", document=end.document, day=day, by=end.by or "")
    if end.form == "wording":
        return say("`{document}` left on {day} (replaced by `{by}`)", document=end.document, day=day, by=end.by or "")
    return say("`{document}` left on {day}, as it states itself", document=end.document, day=day)
