"""Which findings were there before: those whose cases, or whose names, an earlier state of the rulebook had already.

Takes findings and what is known of earlier ones; decides exactly, by containment. The boxes of two states are laid
into one space made of the constants of both: the integers are cut where any run of either side begins or ends, every
value that either side names is a class, and all other values are one class more.

Two findings are of one kind when id and question agree; of those about provisions (families R, U and the like) the
provisions too. Gaps and conflicts go by their cases alone: a provision that adds none is nothing new. What weighed less
than it does now was not known as what it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import reduce
from operator import or_

from msgspec import Struct

from checker.findings import Constants, Finding, Regions, Severity
from checker.project.baseline import Baseline, Known, KnownRegions
from checker.regions import Box, Space, contains, is_empty_difference, meet

_BY_CASES = ("G", "C")
Kind = tuple[str, str, tuple[str, ...]]


class BaselineSummary(Struct, frozen=True):
    """How a run compares with an earlier state, `against`: its file, or its revision.

    `known` were there before; of `partly`, which stay among the findings, some cases were. `stale` counts what was
    there before and is looked for, and not found.
    """

    against: str
    known: tuple[Finding, ...]
    partly: tuple[Finding, ...]
    stale: int


def to_baseline(findings: Iterable[Finding]) -> Baseline:
    """Put findings down as they are known to the next run."""
    return tuple(Known(f.id, f.severity, _names(f), tuple(map(_known, f.regions))) for f in findings)


def compare(findings: Iterable[Finding], baseline: Baseline, against: str, stale: int = 0) -> BaselineSummary:
    """Hold findings against a baseline; what is new in part is new as a whole."""
    earlier = _Earlier(baseline)
    told = tuple(findings)
    known = tuple(finding for finding in told if earlier.has(finding))
    partly = tuple(finding for finding in told if finding not in known and earlier.has_part_of(finding))
    return BaselineSummary(against, known, partly, stale)


def stale(
    baseline: Baseline, findings: Iterable[Finding], looked_for: Iterable[str], questions: Iterable[str] = ()
) -> int:
    """Count the entries that meet no finding of their kind, of those that were looked for at the questions asked."""
    now = to_baseline(findings)
    ids, asked = frozenset(looked_for), frozenset(questions)
    names = {(entry.id, entry.concerns) for entry in now}
    kinds = {_kind(entry, regions) for entry in now for regions in entry.regions}
    return sum(
        (entry.id, entry.concerns) not in names and not any(_kind(entry, regions) in kinds for regions in entry.regions)
        for entry in baseline
        if entry.id in ids and (not asked or not asked.isdisjoint(_about(entry)))
    )


class _Earlier:
    """What a baseline has, by the kind of finding."""

    def __init__(self, baseline: Baseline) -> None:
        self._names = {(each.id, each.concerns, each.severity) for each in baseline if not _has_boxes(each)}
        self._regions: dict[Kind, list[tuple[Severity, KnownRegions]]] = {}
        for entry in baseline:
            for regions in entry.regions:
                self._regions.setdefault(_kind(entry, regions), []).append((entry.severity, regions))

    def has(self, finding: Finding) -> bool:
        """Tell whether every case of a finding was there before."""
        (now,) = to_baseline((finding,))
        if not _has_boxes(now):
            heavy = (weight for weight in Severity if weight.reaches(now.severity))
            return any((now.id, now.concerns, weight) in self._names for weight in heavy)
        return all(self._holds(regions, self._of(now, regions)) for regions in now.regions)

    def has_part_of(self, finding: Finding) -> bool:
        """Tell whether some case of a finding was there before."""
        (now,) = to_baseline((finding,))
        return any(
            _share_any(regions.boxes, before.boxes) for regions in now.regions for before in self._of(now, regions)
        )

    def _of(self, now: Known, regions: KnownRegions) -> list[KnownRegions]:
        """Give the earlier regions of a kind, of findings that weighed as much as the one there is now, or more."""
        same_kind = self._regions.get(_kind(now, regions), [])
        return [before for severity, before in same_kind if severity.reaches(now.severity)]

    @staticmethod
    def _holds(now: KnownRegions, before: list[KnownRegions]) -> bool:
        """Tell whether cases were there before; of what is not whole, whether the same was told of it before."""
        if not now.whole:
            return any(set(now.boxes) == set(map(_sorted, other.boxes)) for other in before if not other.whole)
        return _within(now.boxes, tuple(box for other in before for box in other.boxes))


def _sorted(box: Constants) -> Constants:
    return tuple(sorted((field, tuple(sorted(values)), tuple(sorted(runs))) for field, values, runs in box))


def _within(inner: tuple[Constants, ...], outer: tuple[Constants, ...]) -> bool:
    """Tell whether the union of some boxes lies in the union of others."""
    # What has not changed at all, as most of a rulebook from one run to the next, needs no frame.
    changed = tuple(set(inner).difference(outer))
    if not changed:
        return True
    frame = _Frame((*changed, *outer))
    own, others = frame.boxes(changed), frame.boxes(outer)
    left = [box for box in own if not any(contains(other, box) for other in others)]
    return not left or is_empty_difference(frame.space, left, others)


def _share_any(one: tuple[Constants, ...], other: tuple[Constants, ...]) -> bool:
    frame = _Frame((*one, *other))
    others = frame.boxes(other)
    return any(meet(a, b) is not None for a in frame.boxes(one) for b in others)


class _Frame:
    """The space that all boxes of two states fit into, edge on edge."""

    def __init__(self, boxes: tuple[Constants, ...]) -> None:
        values: dict[str, set[str]] = {}
        cuts: dict[str, set[int]] = {}
        for box in boxes:
            for field, named, runs in box:
                values.setdefault(field, set()).update(named)
                cuts.setdefault(field, set()).update(edge for low, high in runs for edge in (low, high + 1))
        self._fields = tuple(sorted(values))
        self._values = {field: {v: n for n, v in enumerate(sorted(values[field]))} for field in self._fields}
        self._cuts = {field: sorted(cuts[field]) for field in self._fields}
        # The values that are named, one class for all others, and the stretches before, between and behind the cuts.
        widths = tuple(len(self._values[field]) + 1 + len(self._cuts[field]) + 1 for field in self._fields)
        self.space = Space(widths, tuple(not self._values[field] for field in self._fields))

    def boxes(self, boxes: tuple[Constants, ...]) -> tuple[Box, ...]:
        """Lay boxes into the space; one that admits nothing of a field is empty and left out."""
        laid = (self._laid(box) for box in boxes)
        return tuple(dict.fromkeys(box for box in laid if all(box)))

    def _laid(self, box: Constants) -> Box:
        said = {field: self._mask(field, values, runs) for field, values, runs in box}
        return tuple(said.get(field, full) for field, full in zip(self._fields, self.space.full, strict=True))

    def _mask(self, field: str, values: tuple[str, ...], runs: tuple[tuple[int, int], ...]) -> int:
        first, cuts = len(self._values[field]) + 1, self._cuts[field]
        bits = [1 << self._values[field][value] for value in values]
        for low, high in runs:
            # A stretch is numbered by how many cuts lie at or below its first integer.
            begin, end = bisect_left(cuts, low) + 1, bisect_left(cuts, high + 1) + 1
            bits.append(((1 << max(0, end - begin)) - 1) << (first + begin))
        return reduce(or_, bits, 0)


def _known(regions: Regions) -> KnownRegions:
    whole = bool(regions.constants) and regions.total is not None and not regions.bounds
    return KnownRegions(regions.question, whole, tuple(map(_sorted, regions.constants)))


def _names(finding: Finding) -> tuple[str, ...]:
    """Name what a finding is about; one that is about nothing that has a name goes by its sentence."""
    return tuple(sorted(finding.concerns)) or (str(finding.message),)


def _about(entry: Known) -> tuple[str, ...]:
    return (*entry.concerns, *(regions.question for regions in entry.regions))


def _has_boxes(entry: Known) -> bool:
    return any(regions.boxes for regions in entry.regions)


def _kind(entry: Known, regions: KnownRegions) -> Kind:
    return entry.id, regions.question, () if entry.id.startswith(_BY_CASES) else entry.concerns
