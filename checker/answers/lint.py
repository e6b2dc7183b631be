"""What a linter says of a rulebook: everything found, weighed as the project weighs it, less what is allowed.

Takes a law without mistakes, its statements and what loading warned of; gives one record. Changes no verdict: what is
found here stands beside the law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from msgspec import Struct
from msgspec.structs import replace

from checker.answers.allowing import Allowed, allowing, doubtful, with_words
from checker.answers.naming import with_names
from checker.findings import REGISTRY, Finding, Severity, in_order
from checker.logic import Law
from checker.logic.horizon import over_all_cases
from checker.rulebook.days import write_day
from checker.rulebook.model import ListType, RecordType, Rulebook
from checker.syntax import nodes
from checker.uses.irrelevant import find_irrelevant
from checker.uses.lapsed import find_never_in_force, find_repealed_citations
from checker.uses.ungiven import find_ungiven
from checker.uses.unnamed import find_unnamed
from checker.uses.unreachable import find_undecided, find_unreachable
from checker.uses.unused import find_unused

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
    """What was looked for, and what was found; `allowed` is found and said to be right."""

    rulebook: str
    version: str | None
    digest: str
    reviewed_until: str | None
    looked_for: tuple[str, ...]
    extent: Extent
    on_record: OnRecord
    findings: tuple[Finding, ...]
    allowed: tuple[Allowed, ...]

    def fails(self, threshold: Severity) -> bool:
        """Tell whether any finding weighs as much as the threshold."""
        return any(finding.severity.reaches(threshold) for finding in self.findings)


def lint(law: Law, statements: Statements, warned: Iterable[Finding], weights: Weights) -> LintReport:
    """Look for everything that is not weighed as nothing."""
    book, ids = law.book, _looked_for(weights)
    found = [*warned, *(f for id_, find in _searches(law, statements) if id_ in ids for f in find())]
    named = (with_names(finding, statements) for finding in found)
    weighed = [replace(f, weighed=weights.get(f.id)) for f in named if f.id in ids]
    allowed, left = allowing(book, weighed)
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
        findings=in_order((*map(with_words, left), *doubtful(book, weighed, ids))),
        allowed=allowed,
    )


def _searches(law: Law, statements: Statements) -> Iterator[tuple[str, Callable[[], Iterable[Finding]]]]:
    """Go through the searches, each with the id it is for."""
    book = law.book
    maps = cache(partial(over_all_cases, law))
    yield "D108", partial(find_repealed_citations, law)
    yield "D109", partial(find_never_in_force, law)
    yield "R101", partial(find_unreachable, law, maps)
    yield "R107", partial(find_irrelevant, book, statements)
    yield "R108", partial(find_ungiven, law, maps)
    yield "R109", partial(find_unused, book, statements)
    yield "R110", partial(find_unnamed, book, statements)
    yield "A102", partial(find_undecided, law, maps)  # last: only then have all searches come to their ends


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
