"""Which changes are right: those whose cases lie within what an allow-list admits, for the same change of one question.

Takes changes and entries of an allow-list; gives reasons, and entries to be written down. Decides by containment, as
a baseline does (see `baseline`).
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from checker.answers.baseline import compare, to_baseline
from checker.answers.diff_stating import Change, changed_text
from checker.findings import Finding, Severity
from checker.project.admitted import Admitted
from checker.project.baseline import Known, KnownRegions


class Admitting:
    """An allow-list, to be asked of changes."""

    def __init__(self, entries: tuple[Admitted, ...]) -> None:
        self._entries = entries
        self._known = tuple(map(_known, entries))

    def reason(self, change: Change) -> str | None:
        """Return why a change is right; None where any of its cases is not admitted."""
        if not compare((_whole(change),), self._known, "").known:
            return None
        text = changed_text(change.before, change.after)
        reasons = (e.because for e in self._entries if e.question == change.question and e.change == text)
        return "; ".join(dict.fromkeys(reasons))


def to_admitted(changes: Iterable[Change]) -> tuple[Admitted, ...]:
    """Put changes down as admitted; the reason of one that is not admitted yet is left for a person to write."""
    return tuple(
        Admitted(change.question, concern, change.admitted or "", regions.whole, regions.boxes)
        for change in changes
        for known in to_baseline((_whole(change),))
        for concern in known.concerns
        for regions in known.regions
    )


def _whole(change: Change) -> Finding:
    """Give the finding with constants that are known to be all: boxes that are stated may be fewer."""
    regions = (structs.replace(each, total=len(each.constants), bounds=()) for each in change.finding.regions)
    return structs.replace(change.finding, regions=tuple(regions))


def _known(entry: Admitted) -> Known:
    regions = KnownRegions(entry.question, entry.whole, entry.boxes)
    return Known("V101", Severity.WARNING, (entry.change,), (regions,))
