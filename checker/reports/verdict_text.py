"""One verdict in words: the heading, the question, what the verdict says, and a row for each thing behind.

Takes one verdict of a dossier, gives text. Rows that have nothing to say are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from checker.answers.dossier import (
    Alternative,
    Cited,
    Conflict,
    ProvisionLine,
    ReadingLine,
    Reason,
    Remark,
    SubjectVerdict,
    Unasked,
    WayLine,
)
from checker.reports.citations import DOT, document_words, places_words, titled
from checker.reports.duty_words import compliance_words, duty_words, names_more, time_limit_words
from checker.reports.labels import Labels, words
from checker.reports.layout import INDENT, display_width, row, wrapped

MOST_ALTERNATIVES = 12
"""So many values of one verdict are listed beside what a plan chooses, where not all are asked for."""

_PLAN = "plan"
_CALENDAR_PACKAGE = "lexport[calendar]"
_LABELS = (
    "wins",
    "clashes",
    "in-play",
    "principle",
    "losers",
    "because",
    "ruling",
    "record",
    "practice",
    "nearest",
    "otherwise",
    "possible",
    "needs",
    "standing",
    "duty",
    "time-limit",
    "compliance",
    "open-point",
    "remark",
    "readings",
)


def subject_of(verdict: SubjectVerdict | Unasked) -> str:
    """Write the subject as an expectation names it after the question: ` @ last`, nothing for the plan."""
    return "" if verdict.subject == _PLAN and not verdict.path else f" @ {verdict.subject}"


def named(verdict: SubjectVerdict | Unasked) -> str:
    """Name a question and its subject, as an expectation does."""
    return verdict.question + subject_of(verdict)


def verdict_text(verdict: SubjectVerdict, language: str, width: int, *, briefly: bool = False) -> str:
    """Write the block of one verdict; every line ends with a line break. `briefly`, many alternatives are counted."""
    label = words(language)
    label_width = max(display_width(label[key]) for key in _LABELS) + 2
    lines = wrapped(_heading(verdict, label), width, INDENT)
    for sentence in (verdict.title, _says(verdict, label)):
        lines += [INDENT + line for line in wrapped(sentence, width - len(INDENT))] if sentence else []
    lines.append("")
    for key, texts in _rows(verdict, label, briefly=briefly):
        lines += row(label[key], texts, label_width, width)
    return "\n".join(lines).rstrip() + "\n"


def _heading(verdict: SubjectVerdict, label: Labels) -> str:
    key = "heading.dated" if verdict.governing_date else "heading"
    return label[key].format(
        subject=named(verdict),
        verdict=label[f"verdict.{verdict.verdict}"],
        date=verdict.governing_date,
    )


def _says(verdict: SubjectVerdict, label: Labels) -> str:
    """Say what the verdict word means to somebody who reads no law."""
    key = f"says.{verdict.verdict}"
    if verdict.subject_to:
        key = "says.open.subject"
    elif verdict.alternatives and f"{key}.choice" in label:
        key = f"{key}.choice"
    sentence = label[key].format(
        answer=label["list"].join(verdict.answer),
        roles=label["list"].join(verdict.left_to),
        role=verdict.subject_to,
    )
    return f"{sentence} {label['says.silence']}" if verdict.by_silence else sentence


def _rows(verdict: SubjectVerdict, label: Labels, *, briefly: bool) -> Iterable[tuple[str, list[str]]]:
    """Give the rows of a block in their order, each with its texts; empty ones too."""
    lines = {status: [p for p in verdict.provisions if p.status == status] for status in _STATUSES}
    yield _winning_key(verdict), [t for p in lines["wins"] for t in _cited(p, label)]
    if verdict.conflict:
        yield "because", [label[f"clash.{verdict.conflict.because}"], _parties(verdict.conflict, label)]
        yield "ruling", [label["list"].join(verdict.conflict.ruling_by) or label["nobody-rules"]]
    yield "principle", [label[f"principle.{principle}"] for principle in verdict.principles]
    yield "losers", [t for status in _LOSING for p in lines[status] for t in _lost(p, label)]
    yield "standing", _standing(verdict, label)
    if verdict.verdict == "open":
        yield "possible", _ways(verdict.ways, label)
        yield "needs", _needs(verdict, label)
    yield "record", [_reason(reason, label) for reason in verdict.known_gaps]
    yield "practice", [t for p in lines["practice"] for t in _cited(p, label)]
    yield "nearest", [t for p in lines["nearest"] for t in _near(p, label)]
    yield "otherwise", _alternatives(verdict.alternatives, label, briefly=briefly)
    yield "duty", [text for duty in verdict.duties for text in duty_words(duty, verdict, label)]
    yield "time-limit", time_limit_words(verdict.period, label) if verdict.period else []
    yield "compliance", _compliance(verdict, label)
    yield "open-point", [_reason(reason, label) for reason in verdict.open_points]
    yield "remark", [_remark(remark, label) for remark in verdict.remarks]
    yield "readings", list(_readings(verdict, label))


_LOSING = ("beaten", "taken-out", "yields")
_STATUSES = ("wins", *_LOSING, "practice", "nearest")


def _winning_key(verdict: SubjectVerdict) -> str:
    return {"conflict": "clashes", "open": "in-play"}.get(verdict.verdict, "wins")


def _cited(line: ProvisionLine, label: Labels, how: str = "") -> list[str]:
    """Write a provision: its name, what is to be said of it, its place in the law and in the rulebook."""
    below = [how] if how else []
    for (document, title, number, standing), cites in groupby(line.cites, key=_text_of):
        below.append(document_words(document, title, number, label))
        below.append(places_words((cited.locator for cited in cites), standing, label))
    if line.cites:
        below[-1] += DOT + line.at
    else:
        below.append(line.at)
    return [titled(line.name, line.title, label), *(INDENT + text for text in (*below, *line.notes))]


def _text_of(cited: Cited) -> tuple[str, str | None, str | None, str]:
    return cited.document, cited.title, cited.number, cited.standing


def _near(line: ProvisionLine, label: Labels) -> list[str]:
    lacks = label["clause"].join(lack.text for lack in line.lacks)
    return _cited(line, label, label["lacks"].format(lacks=lacks) if lacks else "")


def _lost(line: ProvisionLine, label: Labels) -> list[str]:
    how = label[f"status.{line.status}"].format(by=label["list"].join(line.by))
    if line.status == "beaten" and line.principle:
        how += label["in-brackets"].format(text=label[f"word.{line.principle}"])
    return _cited(line, label, how)


def _parties(conflict: Conflict, label: Labels) -> str:
    return label["against"].join(label["list"].join(party) for party in conflict.parties)


def _needs(verdict: SubjectVerdict, label: Labels) -> list[str]:
    """Join the facts on which an open verdict turns; the answer to another question is called that."""
    answers = verdict.needs_answers
    named = [label["needs.answer"].format(name=n) if n in answers else n for n in verdict.needs]
    return [label["list"].join(named)] if named else []


def _ways(ways: tuple[WayLine, ...], label: Labels) -> list[str]:
    """Write what an open verdict may become, each once, with the provisions that would give it."""
    winners: dict[str, list[str]] = {}
    for way in ways:
        word = label[f"verdict.{way.verdict}"]
        if way.answer:
            word = titled(word, label["list"].join(way.answer), label)
        winners.setdefault(word, []).extend(way.winners)
    return [
        label["by-way"].format(verdict=word, by=label["list"].join(dict.fromkeys(names))) if names else word
        for word, names in winners.items()
    ]


def _standing(verdict: SubjectVerdict, label: Labels) -> list[str]:
    """Name the weakest standing only where the texts differ: elsewhere each citation already shows it."""
    standings = {c.standing for p in verdict.provisions if p.status == "wins" for c in p.cites}
    if verdict.standing is None or len(standings) < 2:
        return []
    return [label["weakest"].format(standing=label.get(f"standing.{verdict.standing}", verdict.standing))]


def _alternatives(alternatives: tuple[Alternative, ...], label: Labels, *, briefly: bool) -> list[str]:
    """Gather the other values of a choice by their verdict, in the order in which the verdicts come up."""
    values: dict[str, list[str]] = {}
    for alternative in alternatives:
        word = label[f"verdict.{alternative.verdict}"]
        if alternative.verdict == "open":
            members = label["list"].join(label[f"verdict.{w}"] for w in alternative.possible)
            word += label["in-brackets"].format(text=members)
        values.setdefault(word, []).append(alternative.value)
    return [titled(word, _some(named, label, briefly=briefly), label) for word, named in values.items()]


def _some(values: list[str], label: Labels, *, briefly: bool) -> str:
    """List values, or say how many they are: of a hundred offices nobody reads the codes."""
    if not briefly or len(values) <= MOST_ALTERNATIVES:
        return label["list"].join(values)
    return label["otherwise.many"].format(number=len(values))


def _compliance(verdict: SubjectVerdict, label: Labels) -> list[str]:
    """Say whether the deed agrees with the verdict, where there is one and no duty already says it."""
    said = any(names_more(duty, verdict) for duty in verdict.duties)
    if verdict.compliance is None or verdict.verdict == "open" or said:
        return []
    return [compliance_words(verdict.compliance, verdict, label)]


def _reason(reason: Reason, label: Labels) -> str:
    return titled(reason.name, reason.because, label)


def _remark(remark: Remark, label: Labels) -> str:
    return label[f"remark.{remark.kind}"].format(about=remark.about, package=_CALENDAR_PACKAGE)


def _readings(verdict: SubjectVerdict, label: Labels) -> Iterator[str]:
    """Write the readings that make a difference when they are turned, then those that make none."""
    alike: list[str] = []
    for reading in verdict.readings or ():
        if _outcome(reading) == _outcome(verdict):
            alike.append(reading.reading)
            continue
        yield titled(reading.reading, _otherwise(reading, verdict, label), label)
        for key, text in (("otherwise", reading.otherwise), ("chosen", reading.text)):
            if text:
                yield INDENT + label[f"reading.{key}"].format(text=text)
    if alike:
        yield label["reading.none"].format(names=label["list"].join(alike))


def _outcome(of: ReadingLine | SubjectVerdict) -> tuple[object, ...]:
    return of.verdict, of.answer, of.possible, of.compliance


def _otherwise(reading: ReadingLine, verdict: SubjectVerdict, label: Labels) -> str:
    """Write the verdict under a reading; what is done is told where it agrees no longer, or agrees now."""
    word = label[f"verdict.{reading.verdict}"]
    if reading.verdict == "open":
        members = label["list"].join(label[f"verdict.{w}"] for w in reading.possible)
        word += label["in-brackets"].format(text=members)
    if reading.answer:
        word = titled(word, label["list"].join(reading.answer), label)
    if reading.compliance and reading.compliance != verdict.compliance and reading.verdict != "open":
        word = label["pause"].join((word, label[f"compliance.{reading.compliance}"]))
    return word
