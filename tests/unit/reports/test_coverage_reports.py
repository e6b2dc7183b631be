"""Coverage in words and as JSON, in both languages, from records written by hand."""

import json
import re

from msgspec.structs import replace

from checker.answers.coverage import Coverage, Figure, Suggestion
from checker.answers.coverage_run import CoverageRun
from checker.findings import Finding, Span, say
from checker.reports.coverage_json import coverage_json
from checker.reports.coverage_labels import TABLE, coverage_words
from checker.reports.coverage_scenarios import suggested_files
from checker.reports.coverage_text import coverage_text

WINS = say("`{provision}` wins", provision="own")
MISSED = Finding("K101", say("in no scenario {what}", what=WINS), Span("r.rules", 7, 3, 7, 8))
SUGGESTED = Suggestion("carriage", "case", "plan: one\nfacts: {}\n", ("permitted", "gap"), (WINS,))
COVERAGE = Coverage(
    rulebook="last_leg",
    digest="sha256:0",
    scenarios=2,
    asked=3,
    figures=(Figure("provisions-winning", 1, 3), Figure("regions", 0, 0)),
    total=Figure("total", 1, 3),
    outcomes=Figure("outcomes", 3, 4),
    tests=Figure("tests", 1, 2),
    missed=(MISSED,),
    unshown=(),
    beyond=(say("`{provision}` applies", provision="never"),),
    undecided=("seal",),
    unsuggested=2,
)
RUN = CoverageRun(COVERAGE, line=50)


def test_figures_stand_below_one_another_and_notes_at_the_end() -> None:
    assert coverage_text(RUN, "en") == (
        "Coverage of last_leg (scenarios: 2, verdicts expected: 3)\n"
        "  provisions that win                   1 of 3   33.3 %\n"
        "  answers with their winners            0 of 0  100.0 %\n"
        "  -----------------------------------------------------\n"
        "  total                                 1 of 3   33.3 %\n"
        "  -----------------------------------------------------\n"
        "  outcomes of single tests that matter  3 of 4   75.0 %\n"
        "  single tests that matter both ways    1 of 2   50.0 %\n"
        "\n"
        "Not reached:\n"
        "r.rules:7:3: info[K101]: in no scenario `own` wins\n"
        "\n"
        "Reached by no case, and not counted:\n"
        "`never` applies\n"
        "\n"
        "Answers of seal are not counted: the cases fall apart into too many boxes.\n"
        "No plan was found for 2 of what is not reached.\n"
        "Below the line of 50 %.\n"
    )


def test_in_chinese_nothing_is_left_in_english() -> None:
    text = coverage_text(RUN, "zh")
    bare = re.sub(r"`[^`]*`|\S+:\d+:\d+|info\[K101\]", "", text)
    assert set(re.findall(r"[A-Za-z_]+", bare)) == {"last_leg", "seal"}


def test_every_label_is_in_both_languages() -> None:
    assert all(english and chinese for english, chinese in TABLE.values())
    assert coverage_words("zh")["coverage.total"] == "合计"
    assert coverage_words("zh")["verdict.gap"] == "空白", "those of all reports come with them"


def test_a_share_is_rounded_down() -> None:
    assert (Figure("total", 1999, 2000).percent, Figure("total", 0, 0).percent) == (99.9, 100.0)
    assert Figure("total", 1999, 2000).fails(99.96)
    assert not Figure("total", 1999, 2000).fails(99.95)


def test_a_run_fails_below_its_line_alone() -> None:
    assert RUN.failed
    assert not replace(RUN, line=33.3).failed
    assert not replace(RUN, line=None).failed


def test_the_document_has_the_figures_and_the_findings() -> None:
    document = json.loads(coverage_json(RUN))
    assert (document["schema"], document["failed"], document["fail_under"]) == ("lexport.coverage/1", True, 50)
    assert document["coverage"]["figures"][0] == {
        "kind": "provisions-winning",
        "reached": 1,
        "all": 3,
        "percent": 33.3,
    }
    assert document["coverage"]["missed"][0]["message"] == "in no scenario `own` wins"
    assert document["coverage"]["beyond"] == ["`never` applies"]


def test_a_run_that_could_not_be_made_is_a_document_too() -> None:
    document = json.loads(coverage_json(None, (MISSED,)))
    assert (document["rulebook"], document["coverage"], document["failed"]) == (None, None, None)
    assert len(document["findings"]) == 1


def test_suggestions_are_numbered_by_question_and_leave_the_verdict_open() -> None:
    other = replace(SUGGESTED, question="seal", subject="")
    files = suggested_files((SUGGESTED, other, SUGGESTED), "en")
    assert [file.name for file in files] == ["K101-carriage-1.yaml", "K101-seal-1.yaml", "K101-carriage-2.yaml"]
    assert files[0].text == (
        "# here, and in no scenario before:\n"
        "#   `own` wins\n"
        "# a case of K101 in `carriage`\n"
        "# it is `permitted` or `gap` now\n"
        "# what it ought to be a person decides: write the verdict, and take the `#` away\n"
        "plan: one\n"
        "facts: {}\n"
        "# expect: { carriage @ case: VERDICT }\n"
    )
    assert files[1].text.endswith("# expect: { seal: VERDICT }\n")
