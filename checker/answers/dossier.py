"""The records `check` gives: everything a reader wants to know of one plan, ready to be written out.

Words and names only: every place is `file:line`, every date `YYYY-MM-DD`, every value in its canonical spelling.
"""

from __future__ import annotations

from msgspec import Struct

from checker.findings import Finding
from checker.uses.nearest import Lack


class Cited(Struct, frozen=True):
    """A citation; `title` and `number` are those of the document."""

    document: str
    locator: str
    standing: str
    title: str | None
    number: str | None


class ProvisionLine(Struct, frozen=True):
    """A provision in the part it plays for the verdict.

    `status`: wins, beaten, taken-out, yields, practice, nearest. `principle` and `by` say how and by what it lost;
    `lacks` what a nearest provision would need.
    """

    name: str
    title: str | None
    status: str
    principle: str | None
    by: tuple[str, ...]
    lacks: tuple[Lack, ...]
    cites: tuple[Cited, ...]
    notes: tuple[str, ...]
    at: str


class Conflict(Struct, frozen=True):
    """The clashing parties, each the provisions that clash with the same others, why no principle decides, who rules.

    `because` is `issuers`, `old-special` or `equal`, as `logic.Clash` says; `ruling_by` is empty when nobody is named.
    """

    parties: tuple[tuple[str, ...], ...]
    because: str
    ruling_by: tuple[str, ...]


class DatedPeriod(Struct, frozen=True):
    """When something is to be done or may be done, and the days that this comes to.

    `text` is the period as rule files write it, the next five say the same in parts (see the model's `Period`;
    `anchors` are labels of facts). `since` is the earliest of the anchors, `due` the last day or minute in time; of a
    period that has none (`at least … after`) the first. `not_before` is the first, where there is one. Days that are
    not known are None.
    """

    text: str
    amount: int
    unit: str
    at_least: bool
    side: str
    anchors: tuple[str, ...]
    since: str | None
    due: str | None
    not_before: str | None


class Duty(Struct, frozen=True):
    """What is owed: on which question, by whom and when (None: not said), and whether it was done."""

    question: str
    by: str | None
    period: DatedPeriod | None
    compliance: str


class Alternative(Struct, frozen=True):
    """Another value of the fact a choice is about, and its verdict word (`possible` when that is open)."""

    value: str
    verdict: str
    possible: tuple[str, ...]


class WayLine(Struct, frozen=True):
    """One verdict an open case may still get: its word, its answer, and the provisions that would win."""

    verdict: str
    answer: tuple[str, ...]
    winners: tuple[str, ...]


class Remark(Struct, frozen=True):
    """Something else the reader should know.

    `band`: the verdict falls where the beginning of document `about` is not known better. `rank-over-later`: the
    provision `about` lost by rank alone, and is later or more special than what prevails. `deed-on-gap`: the deed was
    done, and rests on nothing. `horizon-before` and `horizon-after`: the governing date lies before the day `about`
    from which the rulebook covers the law, or after the last day for which it was looked at. `calendar` and
    `no-calendar`: a period has no known end, since it is not known whether the day `about` is worked, by the calendar
    or for want of one. `cut-short`: more may be called possible than is.
    """

    kind: str
    about: str


class Reason(Struct, frozen=True):
    """A recorded silence or vagueness: its name and why."""

    name: str
    because: str


class ReadingLine(Struct, frozen=True):
    """The verdict if one reading is turned: unclear words are read the other way.

    `text` says how they are read, `otherwise` how else; None where no provision says it.
    """

    reading: str
    text: str | None
    otherwise: str | None
    verdict: str
    answer: tuple[str, ...]
    possible: tuple[str, ...]
    compliance: str | None


class SubjectVerdict(Struct, frozen=True):
    """The verdict of one question on one subject with all that travels with it.

    `subject` is `plan` or an element's id, `path` its place in the plan (`legs[0]`; empty for the plan).
    `possible` are the verdict words of the set, `needs` the facts and questions that split it; `needs_answers` are the
    questions among them. `compliance` is met, breached, unknown, or None where none is given. `ways` are the members
    of an open verdict's set. `period` says when something permitted may be done; `deed` is done, undone or unknown,
    None where the question names no deed, `done_at` its day or minute. `readings` are None where nobody asked.
    """

    question: str
    title: str | None
    subject: str
    path: str
    governing_date: str | None
    verdict: str
    answer: tuple[str, ...]
    possible: tuple[str, ...]
    needs: tuple[str, ...]
    subject_to: str | None
    left_to: tuple[str, ...]
    compliance: str | None
    principles: tuple[str, ...]
    standing: str | None
    by_silence: bool
    provisions: tuple[ProvisionLine, ...]
    conflict: Conflict | None
    known_gaps: tuple[Reason, ...]
    open_points: tuple[Reason, ...]
    duties: tuple[Duty, ...]
    alternatives: tuple[Alternative, ...]
    remarks: tuple[Remark, ...]
    ways: tuple[WayLine, ...]
    needs_answers: tuple[str, ...]
    period: DatedPeriod | None
    deed: str | None
    done_at: str | None
    readings: tuple[ReadingLine, ...] | None


class Unasked(Struct, frozen=True):
    """A question of which a plan does not say whether it arises for a subject, and the facts that would say so."""

    question: str
    subject: str
    path: str
    needs: tuple[str, ...]


class PlanDossier(Struct, frozen=True):
    """One plan: its verdicts, or the findings that kept it from having any. `line` is where it begins.

    `unasked` are told for whoever wants them apart; their verdicts, which are open, may be left out then.
    """

    plan: str
    file: str
    line: int
    findings: tuple[Finding, ...]
    verdicts: tuple[SubjectVerdict, ...]
    unasked: tuple[Unasked, ...] = ()


class CheckResult(Struct, frozen=True):
    """The verdicts of several plans under one rulebook, seen as of a day (None: with all that is known)."""

    rulebook: str
    version: str | None
    digest: str
    reviewed_until: str | None
    as_of: str | None
    plans: tuple[PlanDossier, ...]
