"""Tests on other questions: what they may be compared with, where, and which questions run in a circle."""

import pytest

from checker.rulebook.model import Asked, Members, Negation
from checker.rulebook.model import Test as OneTest
from tests.unit.rulebook.conditions_of_books import FIRST, HEAD, load, refused, says


@pytest.mark.parametrize(
    ("text", "name", "answers"),
    [
        ("consent is permitted", "consent", ("permitted",)),
        ("consent is not-required", "consent", ("not-required",)),
        ("permitted is consent", "consent", ("permitted",)),
        ("consent in { permitted, required, forbidden }", "consent", ("forbidden", "permitted", "required")),
        ("route is forbidden", "route", ("forbidden",)),
        ("wait is 5", "wait", ("5",)),
        ("wait in { 5, 14 }", "wait", ("14", "5")),
        ("mark is mid", "mark", ("mid",)),
    ],
)
def test_a_question_has_one_of_some_answers(text: str, name: str, answers: tuple[str, ...]) -> None:
    assert says(text) == Asked(name, frozenset(answers))


def test_is_not_is_the_negation() -> None:
    assert says("consent is not permitted") == Negation(Asked("consent", frozenset({"permitted"})))


def test_an_answer_is_spelled_as_the_type_spells_it() -> None:
    before = """kinds site { port { inner outer }  depot }
question where "Where?" answers site
question until "Until when?" answers date
question fee "How much?" answers money CNY"""
    assert says("where is port", before=before) == Asked("where", frozenset({"port", "inner", "outer"}))
    assert says("where in port", before=before) == says("where is port", before=before)
    assert says("until is 2016-01-31", before=before) == Asked("until", frozenset({"2016-01-31"}))
    assert says("fee is 5.50 CNY", before=before) == Asked("fee", frozenset({"5.5"}))


def test_a_question_that_is_late() -> None:
    assert says("send is late") == Asked("send", frozenset(), late=True)
    assert says("send is not late") == Negation(Asked("send", frozenset(), late=True))


def test_a_value_may_be_called_late() -> None:
    before = """fact act : one of { late, other }
fact 状态 : one of { 逾期, 如期 }
question when_done "When?" answers one of { late, early }"""
    act, status = says("act is late", before=before), says("状态 is 逾期", before=before)
    assert isinstance(act, OneTest)
    assert act.values == Members(frozenset({"late"}))
    assert says("act is not late", before=before) == Negation(act)
    assert isinstance(status, OneTest)
    assert status.values == Members(frozenset({"逾期"}))
    assert says("when_done is late", before=before) == Asked("when_done", frozenset({"late"}))
    assert refused("way is late") == [("N201", "no value of `way` is named `late`")]


def test_a_question_of_each_element_is_tested_of_the_same_element() -> None:
    assert says("halt is permitted", "move") == Asked("halt", frozenset({"permitted"}))
    assert says("leg.stays", "move", "define leg.stays = halt is permitted") == says("halt is permitted", "move")
    assert says("consent is permitted", "move") == says("consent is permitted")
    inner = "any l in trucks: (l.big and halt is permitted)"
    assert says(inner, "move") != says(inner.replace("permitted", "forbidden"), "move")


_OF_EACH = "`halt` is asked for each of `legs`, and none of them is asked about here"


@pytest.mark.parametrize(
    ("text", "question", "id_", "message"),
    [
        ("halt is permitted", "carry", "T304", _OF_EACH),
        ("any o in legs: (o.far and halt is permitted)", "move", "T304", _OF_EACH),
        ("any o in legs: (halt is permitted)", "carry", "T304", _OF_EACH),
        ("fines is permitted", "carry", "T301", "`fines` collects answers, and what it collects cannot be tested"),
        ("consent > permitted", "carry", "T301", "`consent` is a question: what it answers is tested by `is` and `in`"),
        ("wait > 5", "carry", "T301", "`wait` is a question: what it answers is tested by `is` and `in`"),
        ("wait between 5 and 7", "carry", "T301", "`wait` is a question: what it answers is tested by `is` and `in`"),
        ("consent", "carry", "T301", "`consent` is a question, and no fact"),
        ("consent is given", "carry", "T301", "`consent` is a question, and no fact"),
        ("consent is permited", "carry", "N201", "no verdict is named `permited`"),
        ("consent is 5", "carry", "T301", "`5` is no verdict"),
        ("consent is way", "carry", "T301", "`way` is no verdict"),
        ("consent is route", "carry", "T301", "`route` is no verdict"),
        ("consent is discretion", "carry", "T301", ("`discretion` is no answer that a condition could test: "
         "without an answer the test is open")),
        ("wait is 5.5", "carry", "T302", "`5.5` has too many decimals: a whole number has no decimals"),
        ("wait is 500", "carry", "T302", "`500` lies outside 0..99"),
        ("wait is kg", "carry", "T301", "an answer of `wait` is compared with constants, and `kg` is none"),
        ("mark is lo", "carry", "N201", "no value of `grade` is named `lo`"),
        ("wait is late", "carry", "T301", "`wait` asks for a value: nothing is done there that could be late"),
        ("consent is late", "carry", "T301", "nothing says when what `consent` requires was done"),
        ("kg is late", "carry", "T301", "`kg` is no question: only what a question requires can be late"),
    ],
)  # fmt: skip
def test_mistakes_in_tests_on_questions(text: str, question: str, id_: str, message: str) -> None:
    assert refused(text, question) == [(id_, message)]


def test_a_name_that_is_an_answer_and_a_fact_is_found() -> None:
    assert [id_ for id_, _ in refused("consent is permitted", before="fact permitted : boolean")] == ["N203"]
    assert [id_ for id_, _ in refused("mark is mid", before="fact mid : boolean")] == ["N203"]


@pytest.mark.parametrize(
    "text",
    [
        'never consent is permitted because "…"',
        'never send is late because "…"',
        (
            "document b { rank rule  issuer gacc  issued 2015-01-01  in force from 2015-02-01  "
            "applies when consent is permitted }"
        ),
    ],
)
def test_what_cannot_happen_and_where_a_text_applies_hang_on_facts(text: str) -> None:
    _, findings = load(text)
    assert [f.id for f in findings] == ["T301"]
    assert "is a question, and what is said here hangs on facts alone" in str(findings[0].message)


def circles(text: str) -> list[tuple[str, str]]:
    """Return the circles found in a text."""
    _, findings = load(text)
    return [(f.id, str(f.message).partition(": ")[2].strip("`")) for f in findings]


def line_of(question: str) -> int:
    """Return where a question of the head is declared."""
    return next(i for i, line in enumerate(HEAD.split("\n"), 1) if line.startswith(f"question {question} "))


def test_a_circle_is_shown_at_its_first_question() -> None:
    _, (finding,) = load(
        "provision p cites a when consent is permitted permit carry\n"
        "provision r cites a when carry is forbidden permit consent"
    )
    assert finding.span is not None
    assert (finding.id, finding.span.line) == ("D301", line_of("carry"))
    assert str(finding.message) == "questions test one another in a circle: `carry → consent → carry`"
    assert [related.span.line for related in finding.related] == [line_of("consent")]
    assert line_of("consent") < FIRST


@pytest.mark.parametrize(
    "text",
    [
        "provision p cites a when carry is permitted permit carry",
        "provision p cites a permit carry only if carry is permitted",
        'question own "Own?" within own is permitted\nprovision p cites a permit own',
        'question own "Own?" done when own is permitted\nprovision p cites a permit own',
        'known gap g in carry when carry is permitted because "…"',
        # What the exception hangs on counts for it.
        (
            "provision p cites a when consent is permitted permit carry permit send\n"
            "provision e cites a exception to p in carry forbid carry forbid consent"
        ),
        # So does what overrides what a proviso hangs on.
        (
            "provision p cites a permit carry\nprovision v cites a proviso to p require consent\n"
            'provision o cites a when consent is permitted overrides p because "…" forbid carry'
        ),
        "provision p cites a when send is late permit send",
        "provision p cites a when any t in trucks: (t.big and carry is permitted) permit carry",
    ],
)
def test_questions_that_test_themselves_are_found(text: str) -> None:
    assert [id_ for id_, _ in circles(text)] == ["D301"]


@pytest.mark.parametrize(
    "text",
    [
        # One effect may test what another effect of the same provision answers.
        "provision p cites a permit consent permit carry only if consent is permitted",
        # An exception in one question has no bearing on the other.
        (
            "provision p cites a permit carry permit send\n"
            "provision e cites a when send is permitted exception to p in carry forbid carry"
        ),
        (
            "provision p cites a when consent is permitted permit carry\n"
            "provision r cites a when send is permitted permit consent"
        ),
    ],
)
def test_questions_that_only_follow_one_another_are_no_circle(text: str) -> None:
    assert circles(text) == []
