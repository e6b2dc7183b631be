"""Requirements: how they are read, which verdicts meet them, and that an open verdict and a gap never do."""

import pytest

from checker.answers.requirements import Miss, Requirement, Unmet, read_requirements, unmet
from checker.findings import Span
from checker.rulebook.model import ALWAYS, Header, Question, Rulebook
from tests.unit.reports.records import plan, result, verdict

HERE = Span("rules/t.rules", 1, 1, 1, 2)


def asked(*names: str) -> Question:
    return Question(
        names, None, None, None, "deontic", None, None, ALWAYS, (), None, (), None, None, (), (), True, HERE
    )


BOOK = Rulebook(
    Header("t", None, None, None, None, (), (), (), (), None, None, rolls=False),
    records={},
    facts={},
    documents={},
    repeals=(),
    not_encoded=(),
    questions={"carriage": asked("carriage", "承运方式"), "seal": asked("seal")},
    provisions={},
    known_gaps=(),
    open_points=(),
    impossibilities=(),
    scenarios=(),
    digest="sha256:00",
)


def demand(text: str, standing: str | None = None) -> tuple[Requirement, ...]:
    requirements, findings = read_requirements(BOOK, [text] if text else [], standing)
    assert findings == ()
    return requirements


def test_requirements_are_read_with_every_name_of_a_question() -> None:
    assert demand("承运方式=permitted, compliance=met") == (
        Requirement("承运方式=permitted", "carriage", "permitted"),
        Requirement("compliance=met", "compliance", "met"),
    )


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("carrage=permitted", "no question is named `carrage`", "write `carriage=permitted`"),
        ("carriage=permited", "no verdict is named `permited`", "write `permitted`"),
        ("compliance=mett", "no word of compliance is named `mett`", "write `met`"),
        ("carriage", "`carriage` is no requirement", "write `carriage=permitted` or `compliance=met`"),
    ],
)
def test_a_word_that_is_not_known_is_a_finding_with_the_nearest(text: str, message: str, remedy: str) -> None:
    requirements, (finding,) = read_requirements(BOOK, [text])
    assert requirements == ()
    assert (str(finding.message), str(finding.help)) == (message, remedy)


def test_an_unknown_standing_is_a_finding_with_the_nearest() -> None:
    _, (finding,) = read_requirements(BOOK, [], "translatd")
    assert (str(finding.message), str(finding.help)) == ("no standing is named `translatd`", "write `translated`")


def test_every_subject_has_to_have_the_verdict() -> None:
    checked = result(plan(verdict("permitted"), verdict("forbidden", subject="other")))
    assert unmet(checked, demand("carriage=permitted")) == (
        Unmet("carriage=permitted", (Miss("Last leg", "carriage", "other", "forbidden"),)),
    )


def test_a_subject_to_which_the_question_does_not_apply_is_none_of_it() -> None:
    checked = result(plan(verdict("permitted"), verdict("not-applicable", subject="other")))
    assert unmet(checked, demand("carriage=permitted")) == ()


def test_where_no_verdict_could_meet_it_nothing_is_met() -> None:
    checked = result(plan(verdict("not-applicable")))
    assert unmet(checked, demand("carriage=permitted")) == (Unmet("carriage=permitted", ()),)
    assert unmet(result(plan()), demand("compliance=met")) == (Unmet("compliance=met", ()),)


@pytest.mark.parametrize("word", ["open", "gap", "known-gap"])
def test_an_open_verdict_and_a_gap_never_meet(word: str) -> None:
    checked = result(plan(verdict(word, compliance="met", standing="read")))
    for demands in (demand(f"carriage={word}"), demand("compliance=met"), demand("", "interpretation")):
        (missed,) = unmet(checked, demands)
        assert missed.misses == (Miss("Last leg", "carriage", "last", word),)


@pytest.mark.parametrize(
    ("word", "compliance", "met"),
    [
        ("required", "met", True),
        ("required", "breached", False),
        ("required", None, False),
        ("permitted", "met", True),
        ("decided", None, True),
        ("discretion", None, True),
        ("conflict", None, False),
    ],
)
def test_compliance(word: str, compliance: str | None, met: bool) -> None:
    checked = result(plan(verdict(word, compliance=compliance)))
    assert (unmet(checked, demand("compliance=met")) == ()) is met


@pytest.mark.parametrize(("known", "met"), [("read", True), ("translated", True), ("reported", False), (None, False)])
def test_a_standing_is_met_by_the_stronger_ones(known: str | None, met: bool) -> None:
    checked = result(plan(verdict("permitted", standing=known)))
    assert (unmet(checked, demand("", "translated")) == ()) is met


def test_the_standing_is_that_of_the_questions_demanded_by_name() -> None:
    weak = verdict("required", question="seal", standing="secondary")
    checked = result(plan(verdict("permitted", standing="read"), weak))
    assert unmet(checked, demand("carriage=permitted", "read")) == ()
    (missed,) = unmet(checked, demand("compliance=unknown", "read")[1:])
    assert missed.misses == (Miss("Last leg", "seal", "last", "secondary"),)
