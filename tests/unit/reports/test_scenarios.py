"""Runs of scenarios, in text and as JSON."""

import json

from checker.answers.expectations import Mismatch, ScenarioResult
from checker.answers.run import ScenarioRun
from checker.findings import Finding, Span, say
from checker.reports.scenarios_json import scenarios_json
from checker.reports.scenarios_text import scenarios_text

HOLDS = ScenarioResult("first", "a.yaml", 1, True, ())
FAILS = ScenarioResult(
    "second",
    "a.yaml",
    9,
    False,
    (
        Mismatch("carriage", "last", "verdict", "permitted", "known-gap", Span("a.yaml", 14, 3, 14, 18)),
        Mismatch("", "", "plan", "accepted", "F404 this plan cannot happen", Span("a.yaml", 9, 1, 9, 1)),
    ),
)
UNREAD = Finding("F406", say("no such word"), Span("b.yaml", 1, 1, 1, 4))


def test_failures_are_listed_and_the_last_line_counts() -> None:
    run = ScenarioRun("book", "sha256:00", (HOLDS, FAILS), (), 0)
    assert scenarios_text(run, {}, "en", 88) == (
        "failed: second (a.yaml:9)\n"
        "  a.yaml:14:3: carriage @ last: verdict\n"
        "    expected  permitted\n"
        "    got       known-gap\n"
        "  a.yaml:9:1: plan\n"
        "    expected  accepted\n"
        "    got       F404 this plan cannot happen\n"
        "\n"
        "1 passed, 1 failed\n"
    )


def test_what_cannot_be_read_is_neither_passed_nor_failed() -> None:
    run = ScenarioRun("book", "sha256:00", (HOLDS,), (UNREAD,), 1)
    assert scenarios_text(run, {"b.yaml": "abc"}, "en", 88).endswith(
        "1 | abc\n  | ^^^\n\n1 passed, 0 failed, 1 cannot be read\n"
    )


def test_all_is_well_is_one_line() -> None:
    assert scenarios_text(ScenarioRun("b", "d", (HOLDS,), (), 0), {}, "zh", 88) == "1 个通过，0 个未通过\n"


def test_the_document() -> None:
    document = json.loads(scenarios_json(ScenarioRun("book", "sha256:00", (HOLDS, FAILS), (UNREAD,), 1)))
    assert document["schema"] == "lexport.test/1"
    assert (document["passed"], document["failed"], document["unread"]) == (1, 1, 1)
    assert [s["passed"] for s in document["scenarios"]] == [True, False]
    first, whole = document["scenarios"][1]["mismatches"]
    assert (first["question"], first["subject"], first["key"]) == ("carriage", "last", "verdict")
    assert (first["expected"], first["got"]) == ("permitted", "known-gap")
    assert first["start"] == {"line": 14, "column": 3}
    assert whole["question"] is None
    assert document["findings"][0]["id"] == "F406"


def test_a_run_that_did_not_start_is_a_document_too() -> None:
    document = json.loads(scenarios_json(None, [UNREAD]))
    assert document["rulebook"] is None
    assert document["scenarios"] == []
    assert len(document["findings"]) == 1
