"""Examples of regions as scenario files: what they are called, and what a person is left to write."""

from __future__ import annotations

import yaml
from msgspec.structs import replace

from checker.findings import Regions, Witness
from checker.reports.lint_scenarios import scenario_files
from tests.unit.reports.lint_records import GAP, INSTANCE, MOSTLY, SPARE, gap, region, regions


def test_a_file_is_the_plan_and_room_for_the_verdict() -> None:
    (file,) = scenario_files([GAP, SPARE], "en")
    assert file.name == "G101-carriage-1.yaml"
    assert yaml.safe_load(file.text).keys() == {"plan", "facts"}
    filled = file.text.replace("# expect: { carriage @ last: VERDICT }", "expect: { carriage @ last: permitted }")
    assert yaml.safe_load(filled)["expect"] == {"carriage @ last": "permitted"}
    assert "# it is `gap` now\n" in file.text


def test_files_are_numbered_by_id_and_question() -> None:
    first, second = region(), region(cases=1)
    other = replace(GAP, id="C101")
    again = gap(regions(region(cases=2)))
    named = [file.name for file in scenario_files([gap(regions(first, second)), other, again], "en")]
    assert named == ["G101-carriage-1.yaml", "G101-carriage-2.yaml", "C101-carriage-1.yaml", "G101-carriage-3.yaml"]


def test_a_region_without_an_example_has_no_file() -> None:
    assert scenario_files([gap(regions(region(witness=None)))], "en") == ()


def test_one_region_of_the_gap_has_a_file_where_the_answered_ones_are_shown() -> None:
    (file,) = scenario_files([MOSTLY], "en")
    assert (file.stated, file.name) == (INSTANCE, "G101-carriage-1.yaml")


def test_names_of_questions_fit_into_names_of_files() -> None:
    asked = Regions("承运/方式 a", (region(witness=Witness("plan: a\nfacts: {}\n", "", ())),), 1)
    (file,) = scenario_files([replace(GAP, regions=(asked,))], "zh")
    assert file.name == "G101-承运_方式_a-1.yaml"
    filled = file.text.replace("# expect: {", "expect: {").replace("VERDICT", "gap")
    assert yaml.safe_load(filled)["expect"] == {"承运/方式 a": "gap"}
