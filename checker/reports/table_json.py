"""A decision table, or a map, as JSON of the schema `lexport.table/1` (docs/reference/json.md)."""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers.laid_out import Asked
from checker.answers.table import Row, Speaker, Table
from checker.answers.verdict_map import Cell, VerdictMap
from checker.findings import Finding
from checker.reports.decision_json import held_json
from checker.reports.findings_json import NO_TEXTS, Object, Texts, findings_json
from checker.reports.json_document import json_document
from checker.reports.lint_run import NO_SCENARIOS
from checker.reports.regions_json import regions_json
from checker.rulebook.days import write_day

SCHEMA = "lexport.table/1"


def table_json(
    told: Table | VerdictMap | None,
    language: str | None = None,
    findings: Iterable[Finding] = (),
    texts: Texts = NO_TEXTS,
) -> str:
    """Write the document; without a table or a map it says why there is none."""
    spoken = language or "en"
    return json_document(
        SCHEMA,
        {
            "rulebook": None
            if told is None
            else {"name": told.rulebook, "version": told.version, "digest": told.digest},
            **_asked(told.asked if told else None, told.title if told else None),
            "table": _table(told, spoken) if isinstance(told, Table) else None,
            "map": _map(told) if isinstance(told, VerdictMap) else None,
            "findings": findings_json(findings, texts, language),
        },
    )


def _asked(asked: Asked | None, title: str | None) -> Object:
    day = None if asked is None or asked.day is None else write_day(asked.day)
    return {
        "question": asked.question if asked else None,
        "title": title,
        "when": asked.words if asked else None,
        "law_of": day,
    }


def _table(table: Table, language: str) -> Object:
    return {
        "columns": list(table.columns),
        "cases": table.cases,
        "bounds": list(table.bounds),
        "rows": [_row(row, language) for row in table.rows],
        "provisions": [_speaker(speaker) for speaker in table.speakers],
    }


def _row(row: Row, language: str) -> Object:
    return {
        "verdict": row.decision.word,
        "possible": held_json(row.held),
        "provisions": list(row.provisions),
        "known_gaps": list(row.gaps),
        "regions": regions_json("", row.regions, NO_SCENARIOS, language),
    }


def _speaker(speaker: Speaker) -> Object:
    return {
        "kind": speaker.kind,
        "name": speaker.name,
        "title": speaker.title,
        "cites": [
            {
                "document": cite.document,
                "locator": cite.locator,
                "standing": cite.standing,
                "title": cite.title,
                "number": cite.number,
            }
            for cite in speaker.cites
        ],
        "at": speaker.at,
    }


def _map(told: VerdictMap) -> Object:
    return {
        "across": _axis(told.across, told.columns),
        "down": _axis(told.down, told.rows),
        "by": None if told.by is None else _axis(told.by, tuple(panel.text or "" for panel in told.panels)),
        "chosen": told.chosen,
        "provisions": [_speaker(speaker) for speaker in told.speakers],
        "panels": [[[_cell(cell, told) for cell in row] for row in panel.cells] for panel in told.panels],
    }


def _axis(label: str, ticks: tuple[str, ...]) -> Object:
    return {"fact": label, "classes": list(ticks)}


def _cell(cell: Cell, told: VerdictMap) -> list[Object]:
    return [
        {
            "verdict": told.verdicts[one.verdict].word,
            "answer": list(told.verdicts[one.verdict].values),
            "provisions": list(one.provisions),
            "known_gaps": list(one.gaps),
        }
        for one in cell.shares
    ]
