"""What a linter says of a rulebook: everything found, weighed as the project weighs it, less what is allowed.

Takes a law without mistakes, its statements and what loading warned of; gives one record. Changes no verdict: what is
found here stands beside the law.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace as replace_found
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from checker.answers.allowing import Allowed, allowing, doubtful, with_words
from checker.answers.baseline import BaselineSummary
from checker.answers.naming import with_names
from checker.answers.stating import Wanted, state, unstated
from checker.answers.strength import strongest
from checker.findings import REGISTRY, Finding, Regions, Severity, in_order
from checker.logic import Law
from checker.logic.area import Found
from checker.logic.horizon import Maps, all_maps
from checker.rulebook.days import write_day
from checker.rulebook.model import ListType, RecordType, Rulebook
from checker.syntax import nodes
from checker.uses.boundaries import find_boundaries
from checker.uses.conflicts import find_conflicts
from checker.uses.gaps import find_gaps
from checker.uses.idle import find_idle
from checker.uses.impossible_duties import find_impossible_duties
from checker.uses.irrelevant import find_irrelevant
from checker.uses.lapsed import find_never_in_force, find_repealed_citations
from checker.uses.lapses import find_temporal_gaps
from checker.uses.masked import find_masked
from checker.uses.mergeable import find_mergeable
from checker.uses.nonuniform import find_nonuniform
from checker.uses.overlapping import find_overlaps
from checker.uses.recorded import find_recorded
from checker.uses.redundant import find_redundant
from checker.uses.settled import find_settled
from checker.uses.subsumed import find_subsumed
from checker.uses.ungiven import find_ungiven
from checker.uses.unnamed import find_unnamed
from checker.uses.unproved import find_unproved_specialty
from checker.uses.unreachable import find_undecided, find_unreachable
from checker.uses.unused import find_unused

MOST_STATED = 100
"""So many areas of one id and question are stated; nobody reads more."""

Statements = tuple[nodes.Statement, ...]
Weights = Mapping[str, Severity | None]
"""The severities a project gives to ids; None for one that it does not look for."""


class Extent(Struct, frozen=True):
    """How much there was to look at."""

    documents: int
    provisions: int
    questions: int
    facts: int


class OnRecord(Struct, frozen=True):
    """How much was said that may keep a finding from being made, each of which a reader should know of."""

    nevers: int
    known_gaps: int
    allowances: int
    not_encoded: int


class LintReport(Struct, frozen=True):
    """What was looked for, and what was found; `allowed` is found and said to be right.

    With a `baseline` the findings are those that were not there before.
    """

    rulebook: str
    version: str | None
    digest: str
    reviewed_until: str | None
    looked_for: tuple[str, ...]
    extent: Extent
    on_record: OnRecord
    findings: tuple[Finding, ...]
    allowed: tuple[Allowed, ...]
    on_request: tuple[tuple[str, int], ...] = ()
    baseline: BaselineSummary | None = None

    def fails(self, threshold: Severity) -> bool:
        """Tell whether any finding weighs as much as the threshold."""
        return any(finding.severity.reaches(threshold) for finding in self.findings)


class Looking(Struct, frozen=True):
    """How one looks: `also` for what is told on request, at some questions alone, and how much is said.

    Without questions all are looked at.
    """

    also: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    wanted: Wanted = Wanted()


_EVERYTHING = Looking()

# What is asked of the map, each search with the id it is for.
_OF_THE_MAP: tuple[tuple[str, Callable[[Law, Maps], Iterable[Found]]], ...] = (
    ("G101", find_gaps),
    ("G102", find_temporal_gaps),
    ("G103", find_boundaries),
    ("G104", find_recorded),
    ("C101", find_conflicts),
    ("C102", find_settled),
    ("C103", find_overlaps),
    ("C104", find_impossible_duties),
    ("C105", find_unproved_specialty),
    ("U101", find_nonuniform),
    ("R102", find_masked),
    ("R103", find_redundant),
    ("R104", find_subsumed),
    ("R105", find_mergeable),
    ("R106", find_idle),
)


def lint(
    law: Law,
    statements: Statements,
    warned: Iterable[Finding],
    weights: Weights,
    looking: Looking = _EVERYTHING,
) -> LintReport:
    """Look for everything that is not weighed as nothing."""
    book, ids = law.book, _looked_for(weights)
    every = [*map(Found, warned), *(f for id_, find in _searches(law, statements) if id_ in ids for f in find())]
    named = [_weighed(each, statements, weights) for each in every if each.finding.id in ids]
    found = strongest(named)
    asked = [each for each in found if _is_asked(each, looking)]
    told = {each.finding: each for each in asked if not each.on_request or each.finding.id in looking.also}
    allowed, left = allowing(book, told.values())
    return LintReport(
        rulebook=book.header.name,
        version=book.header.version,
        digest=book.digest,
        reviewed_until=_day(book.header.reviewed_until),
        looked_for=tuple(sorted(ids)),
        extent=Extent(len(book.documents), len(book.provisions), len(book.questions), _facts(book)),
        on_record=OnRecord(
            nevers=len({impossibility.span for impossibility in book.impossibilities}),
            known_gaps=len(book.known_gaps),
            allowances=len(book.allowances),
            not_encoded=len(book.not_encoded),
        ),
        findings=in_order((*_stated(law, left, looking), *doubtful(book, found, ids))),
        allowed=allowed,
        on_request=tuple(sorted(Counter(each.finding.id for each in asked if each.finding not in told).items())),
    )


def _weighed(found: Found, statements: Statements, weights: Weights) -> Found:
    finding = with_names(found.finding, statements)
    return replace_found(found, finding=replace(finding, weighed=weights.get(finding.id, finding.weighed)))


def _is_asked(found: Found, looking: Looking) -> bool:
    """Tell whether a finding is about one of the questions that are looked at."""
    if not looking.questions:
        return True
    about = {area.resolution.question.question.name for area in found.areas}
    return not looking.questions.isdisjoint(about | set(found.finding.concerns))


def _stated(law: Law, found: Iterable[Found], looking: Looking) -> Iterator[Finding]:
    """State what the findings are about; of very many of one id and question the first alone."""
    stated: Counter[tuple[str, str]] = Counter()
    for each in found:
        regions: list[Regions] = []
        for area in each.areas:
            kind = (each.finding.id, area.resolution.question.question.name)
            is_many = stated[kind] >= MOST_STATED
            regions.append(unstated(area, "findings") if is_many else state(law, area, looking.wanted))
            stated[kind] += 1
        yield with_words(replace(each.finding, regions=tuple(regions)))


def _searches(law: Law, statements: Statements) -> Iterator[tuple[str, Callable[[], Iterable[Found]]]]:
    """Go through the searches, each with the id it is for."""
    book = law.book
    maps = all_maps(law)
    yield "D108", _plain(find_repealed_citations, law)
    yield "D109", _plain(find_never_in_force, law)
    yield "R101", _plain(find_unreachable, law, maps)
    for id_, find in _OF_THE_MAP:
        yield id_, partial(find, law, maps)
    yield "R107", _plain(find_irrelevant, book, statements)
    yield "R108", _plain(find_ungiven, law, maps)
    yield "R109", _plain(find_unused, book, statements)
    yield "R110", _plain(find_unnamed, book, statements)
    yield "A102", _plain(find_undecided, law, maps)  # last: only then have all searches come to their ends


def _plain(find: Callable[..., Iterable[Finding]], *arguments: object) -> Callable[[], Iterable[Found]]:
    """Let a search that is about no cases in particular give what the others give."""
    return lambda: map(Found, find(*arguments))


def _looked_for(weights: Weights) -> frozenset[str]:
    """Return the ids a project has not turned off."""
    off = {id_ for id_, weight in weights.items() if weight is None}
    return frozenset(entry.id for entry in REGISTRY.values() if entry.allowable) - off


def _facts(book: Rulebook) -> int:
    """Count what plans may state: what is itself a record or a list of them holds facts and is none."""
    declared = (*book.facts.values(), *(field for record in book.records.values() for field in record.fields))
    return sum(not isinstance(each.type, RecordType | ListType) for each in declared)


def _day(ordinal: int | None) -> str | None:
    return None if ordinal is None else write_day(ordinal)
