"""When a provision is in force, as a condition on the governing date (LANGUAGE §3, §6.1).

Seen as of a day, only documents, repeals and replacements issued by that day exist. A text whose beginning is known
only as a band has a *reading*: an unknown boolean that says whether it had begun within the band.
"""

from __future__ import annotations

from msgspec import Struct

from checker.logic.days import GoverningDate
from checker.rulebook.model import (
    All,
    Condition,
    Document,
    Fact,
    Locator,
    Members,
    Negation,
    Provision,
    Rulebook,
    Some,
    Term,
    Test,
    boolean,
)

BAND = "~in force"


class Timeline(Struct, frozen=True):
    """The documents of a rulebook as they stand on a day (`as_of`, an ordinal; None: all that is known).

    `turned` are the readings whose other way is taken: what rests on the chosen one is as if unwritten.
    """

    book: Rulebook
    as_of: int | None
    turned: frozenset[str] = frozenset()

    def exists(self, document: str) -> bool:
        """Tell whether a document is issued by the day."""
        return self.as_of is None or self.book.documents[document].issued <= self.as_of

    def wording(self, provision: Provision) -> Document:
        """Return the document that brought the present wording: its issue date and window count."""
        bringer = provision.replaces.document if provision.replaces else provision.document
        return self.book.documents[bringer]

    def is_read(self, provision: Provision) -> bool:
        """Tell whether a provision stands by the readings that are taken."""
        return all(reading.chosen is (reading.name not in self.turned) for reading in provision.readings)

    def in_force(self, provision: Provision, date: GoverningDate) -> Condition | None:
        """Return when a provision is in force; None when it does not exist on the day."""
        text = self.wording(provision)
        if not (self.exists(text.name) and self.exists(provision.document) and self.is_read(provision)):
            return None
        ends = [e for e in (text.until, provision.until, *self._repeals(provision)) if e is not None]
        window: list[Condition] = [self._begun(text, provision.since, date)]
        if ends:
            window.append(date.within(None, min(ends)))
        for other in self._successors(provision):
            window.append(Negation(self._begun(self.wording(other), other.since, date)))
        return All(tuple(window))

    def days(self, provision: Provision) -> tuple[int, int | None]:
        """Return the first day a provision may be in force, and the first day it no longer is, if any is known."""
        text = self.wording(provision)
        replaced = [self.days(other)[0] for other in self._successors(provision)]
        ends = [e for e in (text.until, provision.until, *self._repeals(provision), *replaced) if e is not None]
        return max(text.in_force, provision.since or text.in_force), min(ends, default=None)

    def empty_window(self, provision: Provision) -> tuple[int, int] | None:
        """Return the days of a provision that is never in force: it would begin when it has ended, or on that day."""
        first, until = self.days(provision)
        return None if until is None or until > first else (first, until)

    def _begun(self, text: Document, since: int | None, date: GoverningDate) -> Condition:
        start = max(text.in_force, since or text.in_force)
        latest = max(text.in_force_latest or start, start)
        if latest == start:
            return date.within(start, None)
        reading = Test(Term(_reading(text), (), boolean()), Members(frozenset({"true"})))
        return Some((date.within(latest, None), All((date.within(start, latest), reading))))

    def _repeals(self, provision: Provision) -> list[int]:
        places: list[tuple[str, Locator]] = [(provision.document, provision.cites[0].locator)]
        if provision.replaces is not None:
            places.append((provision.replaces.document, provision.replaces.locator))
        return [
            repeal.day
            for repeal in self.book.repeals
            if self.exists(repeal.by)
            and any(repeal.target == document and repeal.locator.covers(place) for document, place in places)
        ]

    def _successors(self, provision: Provision) -> list[Provision]:
        return [
            other
            for other in self.book.provisions.values()
            if other.replaces is not None
            and other.replaces.target == provision.name
            and self.exists(other.replaces.document)
            and self.is_read(other)
        ]


def _reading(document: Document) -> Fact:
    return Fact((BAND, document.name), None, document.name, boolean(), False, None)
