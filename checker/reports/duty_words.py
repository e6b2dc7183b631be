"""What is owed, by whom, until when, whether it was done; what may be done only for a time. In words, for verdicts.

Takes the records of a dossier, gives the texts of a row: the first says it all, those set in below it say why.
"""

from __future__ import annotations

from checker.answers.dossier import DatedPeriod, Duty, SubjectVerdict
from checker.reports.citations import titled
from checker.reports.labels import Labels
from checker.reports.layout import INDENT


def duty_words(duty: Duty, verdict: SubjectVerdict, label: Labels) -> list[str]:
    """Write a duty; nothing where the verdict and its compliance say all of it already."""
    if not names_more(duty, verdict):
        return []
    parts = [label["duty.by"].format(by=duty.by)] if duty.by else []
    parts += _until(duty.period, label)
    about = label["pause"].join(parts)
    kept = compliance_words(duty.compliance, verdict, label)
    text = titled(about, kept, label) if about else kept
    if duty.question != verdict.question:
        text = titled(duty.question, text, label)
    return [text, *_counted(duty.period, label)]


def due_words(duty: Duty, label: Labels) -> list[str]:
    """Write in few words on whom a duty is and until when, as far as it says so."""
    return [*filter(None, (duty.by,)), *_until(duty.period, label)]


def names_more(duty: Duty, verdict: SubjectVerdict) -> bool:
    """Tell whether a duty says more than the verdict and its compliance do."""
    return duty.by is not None or duty.period is not None or duty.question != verdict.question


def time_limit_words(period: DatedPeriod, label: Labels) -> list[str]:
    """Write when something permitted may be done."""
    lines = [*_until(period, label), *_counted(period, label)]
    return [lines[0].lstrip(), *lines[1:]]


def compliance_words(word: str, verdict: SubjectVerdict, label: Labels) -> str:
    """Write whether the deed agrees with the verdict, and when it was done, if that is known."""
    deed = label["deed.on"].format(day=_day(verdict.done_at)) if verdict.done_at else ""
    if word == "breached" and verdict.deed == "undone":
        deed = label["deed.undone"]
    return label[f"compliance.{word}"] + (label["in-brackets"].format(text=deed) if deed else "")


def period_words(amount: int, unit: str, at_least: bool, side: str, anchors: tuple[str, ...], label: Labels) -> str:
    """Write a period: `within 14 days after decl.accepted_at`."""
    length = label[f"length.one.{unit}" if amount == 1 else f"length.{unit}"].format(amount=amount)
    start = anchors[0] if len(anchors) == 1 else label["earliest"].format(days=label["list"].join(anchors))
    return label[f"period.{'at-least' if at_least else 'within'}-{side}"].format(length=length, start=start)


def _until(period: DatedPeriod | None, label: Labels) -> list[str]:
    """Write between which days or minutes it is in time; nothing where they are not known."""
    if period is None or period.due is None:
        return []
    if period.at_least and period.side == "after":
        return [label["due.not-before"].format(first=_day(period.due))]
    if period.not_before:
        return [label["due.between"].format(first=_day(period.not_before), due=_day(period.due))]
    return [label["due.not-after"].format(due=_day(period.due))]


def _counted(period: DatedPeriod | None, label: Labels) -> list[str]:
    """Write the period and from when it counts."""
    if period is None:
        return []
    text = period_words(period.amount, period.unit, period.at_least, period.side, period.anchors, label)
    since = label["counted.from"].format(day=_day(period.since)) if period.since else label["counted.unknown"]
    return [INDENT + label["pause"].join((text, since))]


def _day(written: str) -> str:
    return written.replace("T", " ")
