"""What else the reader of a verdict should know: doubts about days and calendars, and what rests on nothing.

Takes a verdict with the documents behind it, gives remarks of `dossier`. None of them changes a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec

from checker.answers.dossier import Remark
from checker.logic import Law, Verdict
from checker.rulebook.days import write_day


def find_remarks(
    law: Law, verdict: Verdict, documents: Iterable[str], day: int | None, in_doubt: str | None
) -> Iterator[Remark]:
    """Go through what is to be said of a verdict.

    `documents` give its provisions their rank; `day` is the governing date, `in_doubt` a day of which it would have
    to be known whether it is worked.
    """
    for name in documents:
        document = law.book.documents[name]
        latest = document.in_force_latest
        if day is not None and latest is not None and document.in_force <= day < latest:
            yield Remark("band", name)
    yield from (Remark("rank-over-later", name) for name in _departures(law, verdict))
    if verdict.word in ("gap", "known-gap") and verdict.deed == "done":
        yield Remark("deed-on-gap", "")
    if day is not None:
        yield from _beyond(law, day)
    if in_doubt is not None:
        yield Remark("calendar" if find_spec("holidays") else "no-calendar", in_doubt)
    if verdict.cut_short:
        yield Remark("cut-short", "")


def _departures(law: Law, verdict: Verdict) -> Iterator[str]:
    """Go through the provisions beaten by rank alone that are later, or special: seldom what their authors meant."""
    for loss in verdict.losses:
        if loss.how == "beaten" and loss.principle == "rank":
            issued = _issued(law, loss.provision)
            later = any(issued > _issued(law, by) for by in loss.by)
            if later or any(law.precedence.is_special(loss.provision, by) for by in loss.by):
                yield loss.provision


def _issued(law: Law, provision: str) -> int:
    return law.timeline.wording(law.book.provisions[provision]).issued


def _beyond(law: Law, day: int) -> Iterator[Remark]:
    header = law.book.header
    if header.covers_from is not None and day < header.covers_from:
        yield Remark("horizon-before", write_day(header.covers_from))
    if header.reviewed_until is not None and day > header.reviewed_until:
        yield Remark("horizon-after", write_day(header.reviewed_until))
