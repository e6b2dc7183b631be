"""The linter's report as SARIF, held against the schema of the standard and against what the schema cannot say."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from checker.findings import Span, say
from checker.reports.lint_sarif import lint_sarif
from tests.golden_lint.formats import sarif, schema_digest
from tests.unit.reports.lint_records import (
    DAY,
    EVERYTHING,
    GAP,
    MOSTLY,
    NOWHERE,
    REFUSED,
    SPARE,
    gap,
    region,
    regions,
    run,
)


def results(told: Any) -> Any:
    return sarif(lint_sarif(told))["results"]


def test_the_schema_is_the_one_that_was_taken() -> None:
    assert schema_digest() == "2d99159ae54a3eea97f81781cff48780548657c35949f4b7f25e99a2ba4de4f8"


@pytest.mark.parametrize("language", [None, "en", "zh"])
@pytest.mark.parametrize("told", [EVERYTHING, REFUSED, run()], ids=["everything", "refused", "nothing"])
def test_it_is_valid(told: Any, language: str | None) -> None:
    sarif(lint_sarif(replace(told, asked=language)))


def test_what_could_not_be_read_is_a_failed_invocation() -> None:
    said = sarif(lint_sarif(REFUSED))
    (invocation,) = said["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"], said["results"]) == (False, 2, [])
    (notified,) = invocation["toolExecutionNotifications"]
    assert (notified["descriptor"]["id"], notified["level"]) == ("S101", "error")
    (location,) = notified["locations"]
    assert location["physicalLocation"]["region"]["startLine"] == 1


def test_every_id_that_is_looked_for_is_a_rule() -> None:
    driver = sarif(lint_sarif(run()))["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["C101", "G101", "R107", "R109"]
    assert driver["rules"][1]["defaultConfiguration"] == {"level": "error"}
    assert driver["rules"][1]["shortDescription"] == {"text": "gap"}


def test_one_region_of_the_gap_stands_beside_the_answered_ones() -> None:
    (result,) = results(run(MOSTLY))
    assert "\nwithout an answer, for instance (cases: 40): mode is integration\n" in result["message"]["text"]


def test_levels_and_places() -> None:
    gap_, spare, nowhere = results(run(GAP, SPARE, NOWHERE))
    assert [each["level"] for each in (gap_, spare, nowhere)] == ["error", "note", "warning"]
    assert spare["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "law/t.rules", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 3, "startColumn": 6, "endLine": 3, "endColumn": 11},
            },
            "logicalLocations": [{"name": "spare", "fullyQualifiedName": "spare"}],
        }
    ]
    assert gap_["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert nowhere["locations"] == [{}]


def test_paths_are_uris_from_the_working_folder() -> None:
    far = replace(SPARE, span=Span("规则/a b#c.rules", 1, 1, 1, 2))
    (result,) = results(replace(run(far), below="my law"))
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "my%20law/%E8%A7%84%E5%88%99/a%20b%23c.rules"


def test_braces_are_doubled_and_nothing_is_taken_for_a_link() -> None:
    said = replace(SPARE, message=say("no rule reads `{name}`", name="{0} [x](1)"))
    (result,) = results(run(said))
    assert result["message"]["text"] == "no rule reads `{{0}} [x\\](1)`"
    assert "leg.to in {{4905, 4908}}" in results(run(GAP))[0]["message"]["text"]


def test_a_finding_is_known_by_names_and_not_by_lines() -> None:
    (before,) = results(run(GAP))
    (after,) = results(run(replace(GAP, span=Span("law/u.rules", 9, 9, 9, 9), help=None)))
    assert before["partialFingerprints"] == after["partialFingerprints"]


def test_other_names_and_other_cases_are_told_apart() -> None:
    def prints(finding: Any) -> Any:
        return results(run(finding))[0]["partialFingerprints"]

    other_box = gap(regions(region(constants=((("mode", ("transit",), ()),),))))
    assert prints(GAP)["lexport/v1"] == prints(other_box)["lexport/v1"]
    assert prints(GAP)["lexportRegion/v1"] != prints(other_box)["lexportRegion/v1"]
    assert prints(GAP)["lexport/v1"] != prints(replace(GAP, concerns=("carriage", "p")))["lexport/v1"]
    assert prints(GAP)["lexport/v1"] != prints(replace(GAP, id="C101"))["lexport/v1"]
    swapped = gap(regions(region(constants=(DAY[::-1], DAY))))
    again = gap(regions(region(constants=(DAY, DAY[::-1]))))
    assert prints(swapped) == prints(again)
    assert list(prints(SPARE)) == ["lexport/v1"]


def test_the_baseline_and_what_is_allowed() -> None:
    every = results(EVERYTHING)
    assert [(r["ruleId"], r.get("baselineState")) for r in every] == [
        ("G101", "updated"), ("R107", "new"), ("T305", "new"), ("R109", "unchanged"), ("R107", None),
    ]  # fmt: skip
    (suppression,) = every[-1]["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "so")
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 4
