"""The linter's report as JUnit XML: a suite for each question, failures from the threshold on, clean cases too."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from checker.findings import Severity, say
from checker.reports.lint_junit import lint_junit
from tests.golden_lint.formats import junit
from tests.unit.reports.lint_records import EVERYTHING, GAP, REFUSED, SPARE, run


def outcomes(told: Any) -> dict[str, dict[str, str]]:
    """Give, suite by suite, the outcome of each id: what stands in its case, or that nothing does."""
    return {
        suite.get("name", ""): {
            case.get("name", "").split()[0]: next((child.tag for child in case), "clean") for case in suite
        }
        for suite in junit(lint_junit(told))
    }


def test_a_question_without_findings_has_clean_cases() -> None:
    assert outcomes(run(GAP, SPARE)) == {
        "carriage": {"C101": "clean", "G101": "failure"},
        "seal": {"C101": "clean", "G101": "clean"},
        "rulebook": {"R107": "system-out", "R109": "clean"},
    }


@pytest.mark.parametrize(
    ("threshold", "spare"),
    [(Severity.ERROR, "system-out"), (Severity.WARNING, "system-out"), (Severity.INFO, "failure")],
)
def test_what_weighs_less_than_the_threshold_fails_nothing(threshold: Severity, spare: str) -> None:
    assert outcomes(run(SPARE, threshold=threshold))["rulebook"]["R107"] == spare


def test_several_findings_of_one_id_are_one_case() -> None:
    other = replace(GAP, message=say("leave it out"))
    (case,) = [case for case in junit(lint_junit(run(GAP, other))).iter("testcase") if len(case)]
    (failure,) = case
    assert (failure.text or "").count("error[G101]") == 2


def test_a_finding_is_told_whole() -> None:
    (failure,) = junit(lint_junit(run(GAP))).iter("failure")
    assert "= region 1 (cases: 1,362): mode is transit and leg.to in {4905, 4908}" in (failure.text or "")
    assert "<b>&]]></details>" in (failure.text or "")
    assert failure.get("message") == "there is no file `<b>&]]></details>`"
    assert failure.get("type") == "gap"


def test_what_could_not_be_read_is_an_error() -> None:
    assert outcomes(REFUSED) == {"rulebook": {"S101": "error"}}


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\ud800", "\ufffe", "\U0001f600", "]]>", "&", "\t"])
def test_whatever_others_wrote_it_is_xml(sign: str) -> None:
    named = replace(SPARE, message=say("no rule reads `{name}`", name=f"a{sign}b"))
    root = junit(lint_junit(run(named, questions=(f"q{sign}",), threshold=Severity.INFO)))
    assert "no rule reads" in str(next(root.iter("failure")).get("message"))


def test_in_chinese() -> None:
    told = lint_junit(replace(EVERYTHING, asked="zh"))
    assert 'name="G101 空白"' in told
    assert "情形 1" in told
