"""The document of a check: its keys and their order, its values, and that it is valid when nothing was checked."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from checker import __version__
from checker.answers.dossier import Conflict, Duty, ReadingLine, Reason, Remark, WayLine
from checker.answers.requirements import Miss, Unmet
from checker.findings import Finding, Related, Span, say
from checker.reports.check_json import check_json
from tests.unit.reports.records import ELSEWHERE, SILENT, line, plan, result, verdict, within

# The schema as the interface fixes it; keys of our own stand after these.
DOCUMENT = ["schema", "tool", "rulebook", "as_of", "plans"]
PLAN = ["plan", "file", "line", "findings", "verdicts"]
VERDICT = [
    "question",
    "subject",
    "path",
    "governing_date",
    "verdict",
    "answer",
    "possible",
    "needs",
    "compliance",
    "principle",
    "standing",
    "reason",
    "provisions",
    "conflict",
    "known_gap",
    "open_points",
    "practice",
    "duties",
    "alternatives",
]
PROVISION = ["name", "status", "lacks", "cites", "at"]
CITED = ["document", "locator", "standing"]
FINDING = ["id", "severity", "message", "file", "start", "end", "help", "related"]


def only(document: str) -> dict[str, Any]:
    """Return the one verdict of the one plan."""
    (found,) = json.loads(document)["plans"]
    (written,) = found["verdicts"]
    return dict(written)


def begins(written: dict[str, Any], keys: list[str]) -> bool:
    return list(written)[: len(keys)] == keys


def test_keys_stand_in_the_order_of_the_schema() -> None:
    mistake = Finding("F401", say("unknown"), Span("p.yaml", 2, 3, 2, 7))
    document = json.loads(check_json(result(plan(SILENT, findings=(mistake,)))))
    (first,) = document["plans"]
    (said,) = first["verdicts"]
    assert begins(document, DOCUMENT)
    assert list(document["rulebook"]) == ["name", "version", "digest", "reviewed_until"]
    assert list(first) == PLAN
    assert begins(said, VERDICT)
    assert all(begins(provision, PROVISION) for provision in said["provisions"])
    assert all(begins(cited, CITED) for provision in said["provisions"] for cited in provision["cites"])
    assert begins(first["findings"][0], FINDING)


def test_what_it_says_of_a_silent_case() -> None:
    document = json.loads(check_json(result(plan(SILENT, ELSEWHERE), as_of="2017-08-01")))
    assert document["schema"] == "lexport.check/1"
    assert document["tool"] == f"lexport {__version__}"
    assert document["as_of"] == "2017-08-01"
    said = document["plans"][0]["verdicts"][0]
    assert (said["subject"], said["path"], said["verdict"]) == ("last", "legs[0]", "known-gap")
    assert said["answer"] is None
    assert said["principle"] is None
    assert said["known_gap"] == "g1"
    assert said["practice"] == ["asked"]
    assert said["provisions"][1]["lacks"] == ["mode is regional_integration"]
    assert said["alternatives"][0] == {
        "value": "registered_carrier",
        "verdict": "permitted",
        "possible": ["permitted"],
    }


@pytest.mark.parametrize(
    ("word", "values", "collecting", "answer"),
    [
        ("permitted", (), (), None),
        ("decided", ("14",), (), "14"),
        ("decided", ("14",), ("carriage",), ["14"]),
        ("decided", (), ("carriage",), []),
        ("gap", (), ("carriage",), None),
    ],
)
def test_an_answer_is_null_a_value_or_a_list(
    word: str, values: tuple[str, ...], collecting: tuple[str, ...], answer: object
) -> None:
    written = check_json(result(plan(verdict(word, answer=values))), collecting=collecting)
    assert only(written)["answer"] == answer


def test_the_first_principle_and_all_of_them() -> None:
    said = only(check_json(result(plan(verdict("permitted", principles=("rank", "recency"))))))
    assert said["principle"] == "rank"
    assert said["principles"] == ["rank", "recency"]


def test_what_travels_with_a_verdict() -> None:
    full = verdict(
        "conflict",
        by_silence=True,
        conflict=Conflict((("a",), ("b", "c")), "equal", ("court", "council")),
        duties=(Duty("carriage", None, None, "unknown"),),
        open_points=(Reason("o1", "no criterion"),),
        remarks=(Remark("band", "d_47"),),
        provisions=(line("a", "beaten", principle="rank", by=("b",)),),
    )
    said = only(check_json(result(plan(full))))
    assert said["reason"] == "silence"
    assert said["conflict"] == {
        "parties": [["a"], ["b", "c"]],
        "because": "equal",
        "ruling_by": "court",
        "ruling_bodies": ["court", "council"],
    }
    owed = {"question": "carriage", "by": None, "due": None, "from": None, "compliance": "unknown"}
    assert said["duties"] == [owed | {"text": None, "not_before": None}]
    assert said["open_points"] == [{"name": "o1", "because": "no criterion"}]
    assert said["remarks"] == [{"kind": "band", "about": "d_47"}]
    assert (said["provisions"][0]["principle"], said["provisions"][0]["by"]) == ("rank", ["b"])


def test_a_duty_has_the_days_of_its_period() -> None:
    when = within(14, since="2016-03-20", due="2016-04-03")
    owed = verdict("required", duties=(Duty("carriage", "carrier", when, "met"),), deed="done", done_at="2016-04-01")
    said = only(check_json(result(plan(owed))))
    assert list(said["duties"][0]) == ["question", "by", "due", "from", "compliance", "text", "not_before"]
    assert (said["duties"][0]["due"], said["duties"][0]["from"]) == ("2016-04-03", "2016-03-20")
    assert (said["deed"], said["done_at"], said["period"]) == ("done", "2016-04-01", None)


def test_a_permission_for_a_time_is_no_duty() -> None:
    when = within(14, since="2016-03-20", due="2016-04-03")
    said = only(check_json(result(plan(verdict("permitted", period=when)))))
    assert said["duties"] == []
    assert said["period"] == {
        "text": "within 14 days after decl.accepted_at",
        "due": "2016-04-03",
        "from": "2016-03-20",
        "not_before": None,
    }


def test_readings_are_null_unless_they_were_asked_for() -> None:
    assert only(check_json(result(plan(verdict("gap")))))["readings"] is None
    assert only(check_json(result(plan(verdict("gap", readings=())))))["readings"] == []
    other = ReadingLine("broad", "either", None, "decided", ("14",), ("decided",), None)
    said = only(check_json(result(plan(verdict("gap", readings=(other,)))), collecting=("carriage",)))
    assert said["readings"] == [
        {
            "reading": "broad",
            "text": "either",
            "verdict": "decided",
            "answer": ["14"],
            "possible": ["decided"],
            "compliance": None,
            "otherwise": None,
        }
    ]


def test_every_key_of_a_verdict_has_its_words() -> None:
    """The reference page speaks of each key, of those too that only some plans bring up."""
    when = within(14)
    full = verdict(
        "open",
        duties=(Duty("carriage", "carrier", when, "met"),),
        period=when,
        readings=(ReadingLine("broad", None, None, "gap", (), ("gap",), None),),
        ways=(WayLine("gap", (), ()),),
    )
    page = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    named = {word for code in re.findall("`([^`]+)`", page) for word in re.findall(r"\w+", code)}
    said = only(check_json(result(plan(full))))
    inner = [*said["duties"], said["period"], *said["readings"], *said["ways"]]
    assert {key for keys in (said, *inner) for key in keys} - named == set()


def test_without_a_rulebook_it_is_still_a_document() -> None:
    place = Span("rules/x.rules", 2, 3, 2, 7)
    mistake = Finding("N201", say("未知"), place, help=say("write `x`"), related=(Related(place, say("here")),))
    text = check_json(None, [mistake, Finding("S105", say("there is no rulebook here"))])
    document = json.loads(text)
    assert document["rulebook"] is None
    assert document["plans"] == []
    first, second = document["findings"]
    assert first["start"] == {"line": 2, "column": 3}
    assert first["end"] == {"line": 2, "column": 7}
    assert first["help"] == "write `x`"
    assert first["related"][0]["message"] == "here"
    assert (second["file"], second["start"], second["help"]) == (None, None, None)
    assert "未知" in text


def test_what_was_not_met() -> None:
    demand = Unmet("compliance=met", (Miss("Last leg", "carriage", "last", None),))
    document = json.loads(check_json(result(), unmet=[demand]))
    assert document["unmet"] == [
        {
            "requirement": "compliance=met",
            "misses": [{"plan": "Last leg", "question": "carriage", "subject": "last", "found": None}],
        }
    ]
