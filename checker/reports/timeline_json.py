"""Timelines as JSON of the schema `lexport.timeline/1` (docs/reference/json.md)."""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers.timeline import Bar, Part, Summary, ToldChange, ToldLine, ToldTimeline, ToldTurn
from checker.findings import Finding
from checker.reports.decision_json import held_json
from checker.reports.findings_json import NO_TEXTS, Object, Texts, findings_json
from checker.reports.json_document import json_document
from checker.reports.lint_run import NO_SCENARIOS
from checker.reports.regions_json import regions_json
from checker.rulebook.days import write_day
from checker.rulebook.model import Rulebook
from checker.uses.timelines import TextChange

SCHEMA = "lexport.timeline/1"


def timeline_json(
    book: Rulebook | None,
    told: ToldTimeline | None = None,
    summaries: Iterable[Summary] = (),
    findings: Iterable[Finding] = (),
    texts: Texts = NO_TEXTS,
    language: str | None = None,
) -> str:
    """Write the document: one timeline, or the summaries of all; without a rulebook, why there is neither."""
    contents: Object = {
        "rulebook": {"name": book.header.name, "digest": book.digest} if book else None,
        "timeline": None if told is None else _timeline(told, language or "en"),
        "questions": [
            {
                "question": each.question,
                "title": each.title,
                "dates": each.number,
                "first": each.first,
                "last": each.last,
            }
            for each in summaries
        ],
        "findings": findings_json(findings, texts, language),
    }
    return json_document(SCHEMA, contents)


def _timeline(told: ToldTimeline, language: str) -> Object:
    return {
        "question": told.question,
        "title": told.title,
        "given_up": told.given_up,
        "lines": [_line(line, language) for line in told.lines],
    }


def _line(line: ToldLine, language: str) -> Object:
    return {
        "fact": line.fact,
        "absent": list(line.absent),
        "first": write_day(line.first),
        "last": write_day(line.last),
        "turns": [_turn(turn, language) for turn in line.turns],
        "documents": [_bar(bar) for bar in line.bars],
        "shares": [_part(part) for part in line.parts],
    }


def _turn(turn: ToldTurn, language: str) -> Object:
    return {
        "date": turn.date,
        "texts": [_text(text) for text in turn.texts],
        "changes": [_change(change, language) for change in turn.changes],
        "first_possible": turn.is_first,
        "last_possible": turn.is_last,
    }


def _text(text: TextChange) -> Object:
    return {
        "form": text.form,
        "document": text.document,
        "provisions": list(text.provisions),
        "how": text.how,
        "by": text.by,
        "other": _day(text.other),
        "at": str(text.span),
    }


def _change(change: ToldChange, language: str) -> Object:
    return {
        "before": held_json(change.before),
        "after": held_json(change.after),
        "direction": change.direction,
        "gap": change.gap,
        "before_by": list(change.before_by),
        "after_by": list(change.after_by),
        "dated": "before" if change.is_before else "after",
        "regions": regions_json("", change.regions, NO_SCENARIOS, language),
    }


def _bar(bar: Bar) -> Object:
    return {
        "document": bar.document,
        "title": bar.title,
        "rank": bar.rank_name,
        "since": write_day(bar.since),
        "certain": write_day(bar.certain),
        "until": _day(bar.until),
        "binding": bar.binding,
    }


def _part(part: Part) -> Object:
    return {"date": write_day(part.day), "kinds_of_cases": {share.word: share.number for share in part.shares}}


def _day(ordinal: int | None) -> str | None:
    return None if ordinal is None else write_day(ordinal)
