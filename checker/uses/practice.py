"""What practice and officers' instructions say of a case: shown beside the verdict, never part of it."""

from __future__ import annotations

from checker.logic import Law, Resolution


def find_practice(law: Law, resolution: Resolution) -> tuple[str, ...]:
    """Return the provisions that bind nobody (or officers only), speak on the question and may apply."""
    return tuple(
        p.name
        for p in resolution.speakers
        if not law.book.documents[p.document].binding
        and resolution.case.happens(resolution.case.both(resolution.applicable(p.name), resolution.asked))
    )
