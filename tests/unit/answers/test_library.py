"""The public face: its names, and a rulebook asked about dictionaries and files."""

from datetime import date, datetime
from pathlib import Path

import pytest

import checker
from checker.answers.library import in_words

RULES = """\
rulebook t { ranks announcement  governed by day }
record leg { to : integer  sealed : boolean }
fact day : date
fact seen : datetime optional
fact legs : list of leg
document a { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01  items 1..1 }
question seal for each leg in legs
provision a1 cites a item 1 when leg.to > 4 and not leg.sealed forbid seal
"""


@pytest.fixture
def book(tmp_path: Path) -> checker.Rulebook:
    (tmp_path / "t.rules").write_text(RULES)
    return checker.load(tmp_path)


def test_the_public_names() -> None:
    assert sorted(checker.__all__) == [
        "Alternative",
        "CheckResult",
        "Cited",
        "Conflict",
        "DatedPeriod",
        "Duty",
        "Finding",
        "PlanDossier",
        "PlanFile",
        "ProvisionLine",
        "ReadingLine",
        "Reason",
        "Related",
        "Remark",
        "Rulebook",
        "RulebookError",
        "Severity",
        "Span",
        "SubjectVerdict",
        "WayLine",
        "__version__",
        "load",
        "read_plans",
    ]
    assert all(getattr(checker, name) is not None for name in checker.__all__)


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="no attribute `Law`"):
        _ = checker.Law


def test_a_rulebook_says_what_it_is(book: checker.Rulebook) -> None:
    assert (book.name, book.version, book.questions, book.findings) == ("t", None, ("seal",), ())
    assert book.digest.startswith("sha256:")


def test_a_dictionary_is_a_plan(book: checker.Rulebook) -> None:
    facts = {"day": date(2016, 3, 20), "legs": [{"id": "x", "to": 5, "sealed": False}, {"to": "5", "sealed": True}]}
    for plan, title in ((facts, "plan:1"), ({"plan": "a title", "facts": facts}, "a title")):
        (dossier,) = book.check(plan).plans
        assert (dossier.plan, dossier.findings) == (title, ())
        assert [(v.subject, v.verdict) for v in dossier.verdicts] == [("x", "forbidden"), ("legs[1]", "gap")]


def test_a_mistake_in_a_dictionary_is_a_finding(book: checker.Rulebook) -> None:
    (dossier,) = book.check({"dya": "2016-03-20"}).plans
    assert [finding.id for finding in dossier.findings] == ["F401"]
    assert dossier.verdicts == ()


def test_values_are_spelled_as_a_plan_file_does() -> None:
    given = {"a": True, "b": datetime(2016, 3, 20, 8, 30), "c": date(2016, 3, 20), "d": ("x", 7)}  # noqa: DTZ001 - plans know no zones
    assert in_words(given) == {"a": "true", "b": "2016-03-20 08:30", "c": "2016-03-20", "d": ["x", "7"]}


def test_what_no_plan_file_can_say_is_refused() -> None:
    with pytest.raises(TypeError, match="no value of type NoneType"):
        in_words({"a": None})


def test_plan_files(book: checker.Rulebook, tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text("plan: one\nfacts: {day: 2016-03-20, legs: []}\n---\nplan: two\nfacts: {}\n")
    page = tmp_path / "empty.md"
    page.write_text("# No scenario\n")
    plans = book.check([checker.read_plans(path), checker.read_plans(page)]).plans
    assert [(p.plan, len(p.findings)) for p in plans[:2]] == [("one", 0), ("two", 0)]
    assert [f.id for f in plans[2].findings] == ["F405"]


def test_hindsight(book: checker.Rulebook) -> None:
    plan = {"day": "2016-03-20", "legs": [{"to": 5, "sealed": False}]}
    (before,) = book.check(plan, as_of=date(2014, 12, 31)).plans
    assert [v.verdict for v in before.verdicts] == ["gap"]
    assert book.check(plan, as_of=date(2014, 12, 31)).as_of == "2014-12-31"


def test_a_rulebook_with_mistakes_carries_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "t.rules").write_text(RULES.replace("forbid seal", "forbid saal").replace("day : date", "day : dote"))
    with pytest.raises(checker.RulebookError) as error:
        checker.load(tmp_path)
    assert len(error.value.findings) >= 2
    assert all(str(finding.message) in str(error.value) for finding in error.value.findings)


def test_an_answer_on_which_a_verdict_turns_is_told_from_a_fact(tmp_path: Path) -> None:
    """Whether a seal is forbidden nobody says of this leg, and the fee turns on it."""
    rules = "question fee for each leg in legs\nprovision a2 cites a item 1 when seal is forbidden require fee\n"
    (tmp_path / "t.rules").write_text(RULES + rules)
    book = checker.load(tmp_path)
    (plan,) = book.check({"day": "2016-03-20", "legs": [{"to": 4}]}).plans
    (fee,) = (v for v in plan.verdicts if v.question == "fee")
    assert (fee.verdict, fee.needs, fee.needs_answers) == ("open", ("seal",), ("seal",))
    (plan,) = book.check({"day": "2016-03-20", "legs": [{}]}).plans
    (seal,) = (v for v in plan.verdicts if v.question == "seal")
    assert (set(seal.needs), seal.needs_answers) == ({"leg.to", "leg.sealed"}, ())
