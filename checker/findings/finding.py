"""Findings: everything reportable is a value of this one shape.

A pass takes its input and gives its result beside a tuple of findings; it never raises for a mistake of the user.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from checker.findings.message import Message
from checker.findings.region import Regions
from checker.findings.registry import REGISTRY
from checker.findings.span import Span


class Severity(StrEnum):
    """How much a finding weighs; an error keeps the next pass from running."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def reaches(self, threshold: Severity) -> bool:
        """Tell whether it weighs as much as another, or more."""
        weights = tuple(Severity)
        return weights.index(self) <= weights.index(threshold)


class Related(Struct, frozen=True):
    """A second place that explains a finding."""

    span: Span
    message: Message


class Edit(Struct, frozen=True, order=True):
    """What a machine may write in place of a stretch of a file, since nothing else can have been meant."""

    span: Span
    text: str


class Finding(Struct, frozen=True):
    """One thing to tell the user: an id of the registry, a sentence, a place.

    `message` starts in lower case and has no full stop; `label` stands under the caret; `help` is something that
    can be typed. `edits` mend it, all of them together; there are none where more than one mending could be right.
    `concerns` has the names of the rulebook it is about: what may allow it, and what it is known by when lines move.
    `weighed` is the severity this one has by its circumstances, or a project gives it; None for that of its id.
    `regions` are the cases it is about, where it is about cases.
    """

    id: str
    message: Message
    span: Span | None = None
    label: Message | None = None
    help: Message | None = None
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    concerns: tuple[str, ...] = ()
    weighed: Severity | None = None
    regions: tuple[Regions, ...] = ()

    def __post_init__(self) -> None:
        if self.id not in REGISTRY:
            raise KeyError(f"finding id {self.id} is not registered")

    @property
    def severity(self) -> Severity:
        """The severity it was given, else the one the registry gives its id."""
        return self.weighed or Severity(REGISTRY[self.id].severity)

    @property
    def kind(self) -> str:
        """The family in a word, as the conformance corpus names it."""
        return REGISTRY[self.id].kind


def is_fatal(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding is an error, so that the next pass may not run."""
    return any(f.severity is Severity.ERROR for f in findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place, then id and message, each once: the order in which they are always shown."""
    nowhere = Span("", 0, 0, 0, 0)
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.span or nowhere, f.id, str(f.message))))
