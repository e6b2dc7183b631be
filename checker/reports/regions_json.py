"""Regions of cases as JSON values: words for people, constants for programs that compare two runs."""

from __future__ import annotations

from checker.findings import Constants, Regions, StatedRegion
from checker.reports.findings_json import Object
from checker.reports.lint_run import Scenarios
from checker.reports.region_words import condition


def regions_json(id_: str, regions: Regions, scenarios: Scenarios, language: str) -> Object:
    """Give the regions of one question as a value that `json` can write; their remarks in a language."""
    return {
        "question": regions.question,
        "contrary": regions.contrary,
        "total": regions.total,
        "cases": regions.cases,
        "of": regions.of,
        "share": regions.share,
        "bounds": list(regions.bounds),
        "shown": [_region(id_, stated, scenarios, language) for stated in regions.shown],
        "example": None if regions.example is None else _region(id_, regions.example, scenarios, language),
    }


def _region(id_: str, stated: StatedRegion, scenarios: Scenarios, language: str) -> Object:
    witness = stated.witness
    return {
        "when": condition(stated),
        "limits": [{"label": each.label, "text": each.text, "edges": list(each.edges)} for each in stated.limits],
        "cases": stated.cases,
        "example": None
        if witness is None
        else {
            "plan": witness.text,
            "subject": witness.subject,
            "possible": list(witness.possible),
            "file": scenarios.get((id_, stated)),
        },
        "remarks": [remark.in_language(language) for remark in stated.remarks],
        "boxes": [_box(box) for box in stated.constants],
    }


def _box(box: Constants) -> list[Object]:
    return [
        {"field": field, "values": list(values), "runs": [list(run) for run in runs]} for field, values, runs in box
    ]
