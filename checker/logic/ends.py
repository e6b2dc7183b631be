"""What ends a provision on a day: a repeal, a new wording, or the day its document or itself states.

Takes a law; gives each end with the text it is of, what brought it and where that is written. Must not know why
anybody asks.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.findings import Span
from checker.logic.law import Law
from checker.rulebook.model import Provision


class End(Struct, frozen=True):
    """An end: `form` is `repeal`, `wording`, `document` or `provision`, whichever states it, at `span`.

    `document` is the text that ends; `by` the place or the provision that ends it, None for what ends by itself.
    """

    form: str
    document: str
    by: str | None
    span: Span


def find_ends(law: Law, provision: Provision, until: int) -> Iterator[End]:
    """Go through what ends a provision on a day."""
    book = law.book
    places = [(c.document, c.locator) for c in provision.cites[:1]]
    if provision.replaces is not None:
        places.append((provision.replaces.document, provision.replaces.locator))
    for repeal in book.repeals:
        if repeal.day == until and any(repeal.target == d and repeal.locator.covers(place) for d, place in places):
            yield End("repeal", repeal.target, f"{repeal.by} {repeal.by_locator.text}".strip(), repeal.span)
    text = law.timeline.wording(provision)
    for other in book.provisions.values():
        ends = other.replaces is not None and other.replaces.target == provision.name
        if other.replaces is not None and ends and law.timeline.days(other)[0] == until:
            yield End("wording", text.name, other.name, other.replaces.span)
    if text.until == until:
        yield End("document", text.name, None, text.span)
    if provision.until == until:
        yield End("provision", text.name, None, provision.span)
