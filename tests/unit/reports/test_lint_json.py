"""The linter's report as JSON: what its schema describes, and every object of the schema closed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from checker.reports.lint_json import lint_json
from tests.golden_lint.formats import LINT_SCHEMA, complaints, document
from tests.unit.reports.lint_records import DAY, EVERYTHING, GAP, MOSTLY, PLAN, REFUSED, gap, region, regions, run

RUNS = [
    EVERYTHING,
    REFUSED,
    run(),
    run(MOSTLY),
    run(gap(regions(region(witness=None, cases=None), total=None, of=None))),
]


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for inner in schema.values():
            yield from objects(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from objects(inner)


@pytest.mark.parametrize("told", RUNS, ids=["everything", "refused", "nothing", "contrary", "unknown"])
@pytest.mark.parametrize("language", [None, "en", "zh"])
def test_the_schema_describes_what_is_written(told: Any, language: str | None) -> None:
    document(lint_json(replace(told, asked=language)))


def test_every_object_is_closed_and_whole() -> None:
    every = list(objects(json.loads(LINT_SCHEMA.read_text(encoding="utf-8"))))
    assert len(every) > 10
    for each in every:
        if "properties" in each:
            assert each["additionalProperties"] is False
            assert each["required"] == list(each["properties"])


@pytest.mark.parametrize("path", [(), ("findings", 0), ("findings", 0, "regions", 0, "shown", 0), ("baseline",)])
def test_the_schema_admits_nothing_else(path: tuple[str | int, ...]) -> None:
    value = document(lint_json(EVERYTHING))
    inner = value
    for step in path:
        inner = inner[step]
    inner["more"] = 1
    assert len(complaints(value)) == 1


def test_the_regions_of_a_finding() -> None:
    (finding,) = document(lint_json(run(GAP)))["findings"]
    (said,) = finding["regions"]
    box = [
        {"field": "day", "values": [], "runs": [[735_883, 736_563]]},
        {"field": "mode", "values": ["transit"], "runs": []},
    ]
    assert {key: value for key, value in said.items() if key != "shown"} == {
        "question": "carriage", "contrary": False, "total": 1, "cases": 1362, "of": 3400, "share": 100,
        "bounds": [], "example": None,
    }  # fmt: skip
    assert said["shown"] == [
        {
            "when": "mode is transit and leg.to in {4905, 4908}",
            "limits": [
                {"label": "mode", "text": "mode is transit", "edges": ["a47_4a"]},
                {"label": "leg.to", "text": "leg.to in {4905, 4908}", "edges": []},
            ],
            "cases": 1362,
            "example": {"plan": PLAN, "subject": "last", "possible": ["gap"], "file": None},
            "remarks": ["replaced by `a47_4b`"],
            "boxes": [box],
        }
    ]
    assert DAY[0][2] == ((735_883, 736_563),)


def test_one_region_of_the_gap_stands_beside_the_answered_ones() -> None:
    (finding,) = document(lint_json(run(MOSTLY)))["findings"]
    (said,) = finding["regions"]
    assert said["contrary"] is True
    assert [each["example"] for each in said["shown"]] == [None]
    assert said["example"]["when"] == "mode is integration"
    assert said["example"]["example"]["plan"] == PLAN


def test_what_is_allowed_is_told_without_its_cases() -> None:
    (allowed,) = document(lint_json(EVERYTHING))["allowed"]
    assert allowed["finding"]["regions"] == []


def test_how_findings_compare_with_a_baseline() -> None:
    value = document(lint_json(EVERYTHING))
    assert [finding["state"] for finding in value["findings"]] == ["partly-new", "new", "new"]
    assert [finding["state"] for finding in value["baseline"]["known"]] == ["known"]
    assert (value["baseline"]["against"], value["baseline"]["stale"]) == ("b.json", 2)
    assert value["allowed"][0]["finding"]["state"] is None
    assert value["on_request"] == {"C102": 3}
    assert [f["state"] for f in document(lint_json(run(GAP)))["findings"]] == [None]
