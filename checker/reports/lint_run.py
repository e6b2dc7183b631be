"""One run of the linter as every format tells it: what was found, or why nothing was looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from checker.answers.lint import LintReport
from checker.findings import Finding, Message, Severity, StatedRegion, row, say
from checker.reports.findings_json import NO_TEXTS, Texts
from checker.reports.labels import DEFAULT_LANGUAGE

# The file a region's example was written to, by the id of the finding and the region.
Scenarios = Mapping[tuple[str, StatedRegion], str]
NO_SCENARIOS: Scenarios = MappingProxyType({})

_COUNTED = {
    Severity.ERROR: say("errors: {number}"),
    Severity.WARNING: say("warnings: {number}"),
    Severity.INFO: say("hints: {number}"),
}


class LintRun(Struct, frozen=True):
    """What there is to tell of a run; without a `report`, `stopping` says why nothing was looked at.

    `texts` are those of the files that findings point into, and `below` is the path from the working folder to where
    these files' paths count from. `asked` is the language asked for. `questions` are all that were looked at.
    """

    report: LintReport | None
    threshold: Severity | None = None
    stopping: tuple[Finding, ...] = ()
    texts: Texts = NO_TEXTS
    asked: str | None = None
    questions: tuple[str, ...] = ()
    below: str = ""
    scenarios: Scenarios = NO_SCENARIOS

    @property
    def language(self) -> str:
        """The language of everything but the findings."""
        return self.asked or DEFAULT_LANGUAGE

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found and is neither allowed nor known, or why nothing was looked at."""
        return (*(self.report.findings if self.report else ()), *self.stopping)

    @property
    def failed(self) -> bool:
        """Whether a finding weighs as much as the threshold, or nothing was looked at."""
        return self.report is None or (self.threshold is not None and self.report.fails(self.threshold))

    def question_of(self, finding: Finding) -> str | None:
        """Name the question a finding is about, of several the first; None where it is about none."""
        names = (*(regions.question for regions in finding.regions), *finding.concerns)
        return next((name for name in names if name in self.questions), None)

    def state(self, finding: Finding) -> str | None:
        """Say how a finding compares with the baseline: `new`, `partly-new`; None without one."""
        baseline = self.report.baseline if self.report else None
        if baseline is None:
            return None
        return "partly-new" if finding in baseline.partly else "new"


def counts(findings: tuple[Finding, ...]) -> Iterator[tuple[Severity, int]]:
    """Count findings by what they weigh, the heaviest first; none of a weight is left out."""
    for weight in Severity:
        number = sum(finding.severity is weight for finding in findings)
        if number:
            yield weight, number


def found_words(report: LintReport) -> Message:
    """Say how much was found; nothing is a success, and says so."""
    if not report.findings:
        if report.baseline is not None and report.baseline.known:
            return say("nothing found that is new")
        return say("nothing found that is not allowed") if report.allowed else say("nothing found")
    return say("found {counts}", counts=row(_counted(weight, n) for weight, n in counts(report.findings)))


def baseline_words(report: LintReport) -> Message | None:
    """Say how much of what was found was there before; None where nothing was compared."""
    baseline = report.baseline
    if baseline is None:
        return None
    known, against = len(baseline.known), baseline.against
    if baseline.stale:
        return say(
            "known from `{against}`: {known} (no longer found: {stale})",
            known=known,
            against=against,
            stale=baseline.stale,
        )
    return say("known from `{against}`: {known}", known=known, against=against)


def on_request_words(report: LintReport) -> Message | None:
    """Say what was found and is told to whoever asks for it; None where there is no such thing."""
    found = row(say("{number} × {id}", number=number, id=id_) for id_, number in report.on_request)
    return say("told on request, with `--also ID`: {found}", found=found) if report.on_request else None


def looked_at_words(report: LintReport) -> Message:
    """Say what was looked for, and in how much."""
    extent = report.extent
    return say(
        "looked for {ids} (provisions: {provisions}, questions: {questions}, documents: {documents}, facts: {facts})",
        ids=row(report.looked_for),
        provisions=extent.provisions,
        questions=extent.questions,
        documents=extent.documents,
        facts=extent.facts,
    )


def on_record_words(report: LintReport) -> Message:
    """Say how much is on record that may keep a finding from being made."""
    record = report.on_record
    return say(
        "on record: {nevers} `never`, {gaps} `known gap`, {allowances} `allow`, {omissions} `not encoded`",
        nevers=record.nevers,
        gaps=record.known_gaps,
        allowances=record.allowances,
        omissions=record.not_encoded,
    )


def _counted(weight: Severity, number: int) -> Message:
    return Message(_COUNTED[weight].template, (("number", number),))
