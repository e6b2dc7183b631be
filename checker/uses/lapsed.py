"""Texts out of force: provisions that never come into force (D109), and citations of what was repealed (D108)."""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings import Finding, Related, Span, say
from checker.logic import Law
from checker.logic.ends import find_ends
from checker.rulebook.days import write_day
from checker.rulebook.model import Citation, Provision, Rulebook


def find_never_in_force(law: Law) -> Iterator[Finding]:
    """Go through the provisions that end no later than they begin, with what ends them."""
    for provision in law.book.provisions.values():
        if (window := law.timeline.empty_window(provision)) is not None:
            first, until = window
            message = say(
                "`{provision}` is never in force: it would begin on {first} and ends on {until}",
                provision=provision.name,
                first=write_day(first),
                until=write_day(until),
            )
            related = tuple(_enders(law, provision, until))
            yield Finding("D109", message, provision.span, related=related, concerns=(provision.name,))


def find_repealed_citations(law: Law) -> Iterator[Finding]:
    """Go through the citations of texts that had ended before their provision began, as far as it is looked at."""
    book = law.book
    for provision in book.provisions.values():
        first, until = law.timeline.days(provision)
        begins = max(first, book.header.covers_from or first)
        if until is None or until > begins:
            for citation in provision.cites:
                ended = _ended(book, citation)
                if ended is not None and ended[0] <= begins:
                    yield _repealed(provision, citation, *ended)


def _repealed(provision: Provision, citation: Citation, day: int, span: Span) -> Finding:
    message = say(
        "`{provision}` cites what had ended in `{document}` on {day}, before it begins",
        provision=provision.name,
        document=citation.document,
        day=write_day(day),
    )
    related = (Related(span, say("it ends here")),)
    return Finding("D108", message, citation.span, related=related, concerns=(provision.name, citation.document))


def _ended(book: Rulebook, citation: Citation) -> tuple[int, Span] | None:
    """Return the day on which a cited place is no longer in force, and where that is said; None while it is."""
    document = book.documents[citation.document]
    ends = [(r.day, r.span) for r in book.repeals if r.target == document.name and r.locator.covers(citation.locator)]
    if document.until is not None:
        ends.append((document.until, document.span))
    return min(ends, default=None)


def _enders(law: Law, provision: Provision, until: int) -> Iterator[Related]:
    """Go through what ends a provision on a day, where that is not said in the provision itself."""
    for end in find_ends(law, provision, until):
        if end.form == "repeal":
            yield Related(end.span, say("repealed here"))
        elif end.form == "wording":
            yield Related(end.span, say("replaced by `{other}`", other=end.by or ""))
        elif end.form == "document":
            yield Related(end.span, say("`{document}` ends then", document=end.document))
