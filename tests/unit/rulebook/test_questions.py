"""Questions: subject, form, governing dates, what silence means, and their mistakes."""

import pytest
from msgspec.structs import replace

from checker.rulebook import load_texts
from checker.rulebook.model import (
    ALWAYS,
    EXEMPT,
    FORBID,
    PERMIT,
    Answer,
    Decided,
    FiniteType,
    Negation,
    OrderedType,
    Question,
    TextType,
)
from tests.unit.rulebook.books import book, findings_of, written_at, wrong

MORE = """record truck { at : date optional  kind : one of { big, small }  loads : list of box }
fact trucks : list of truck
fact seen : datetime
levels place { near < far }
fact where : place
"""


def question(clauses: str) -> Question:
    return book(f"{MORE}question q/问 {clauses}").questions["q"]


def test_a_bare_question_is_deontic_total_and_asked_of_the_plan() -> None:
    q = question('"May it?"')
    assert (q.names, q.title, q.form, q.list, q.variable) == (("q", "问"), "May it?", "deontic", None, None)
    assert (q.scope, q.silence, q.about, q.answers, q.total) == (ALWAYS, None, None, None, True)
    assert (q.done_when, q.done_at) == (None, None)
    assert [fact.label for fact in q.governed_by] == ["day"]


def test_a_question_for_each_element_may_speak_of_it_in_all_its_clauses() -> None:
    q = question("""for each truck in trucks within truck.kind is big governed by truck.at else seen
  done when truck.kind is not big  choices truck.kind, where  uniform across day""")
    assert (q.list, q.variable) == ("trucks", "truck")
    assert [fact.key for fact in q.governed_by] == [("trucks[]", "at"), ("seen",)]
    assert q.done_when == Negation(q.scope)
    assert (q.choices, q.uniform) == (("truck.kind", "where"), ("day",))


def test_the_variable_is_the_authors_and_the_label_the_records() -> None:
    q = question("for each t in trucks about t.kind partial")
    assert q.about is not None
    assert (q.variable, q.about.label, q.about.key, q.total) == ("t", "truck.kind", ("trucks[]", "kind"), False)


@pytest.mark.parametrize(
    ("clauses", "key"),
    [
        ("done at day", ("day",)),
        ("done at seen", ("seen",)),
        ("for each t in trucks done at t.at", ("trucks[]", "at")),
        ("for each truck in trucks done at day", ("day",)),
    ],
)
def test_the_day_or_time_of_a_deed_is_one_of_the_plan_or_of_the_element(clauses: str, key: tuple[str, ...]) -> None:
    q = question(clauses)
    assert q.done_at is not None
    assert (q.done_at.key, q.done_when) == (key, None)


def test_a_deed_that_is_told_twice_points_to_the_first_way() -> None:
    text = f"{MORE}question q done at day\n done when rail"
    (finding,) = findings_of(text)
    assert [written_at(text, replace(finding, span=place.span)) for place in finding.related] == ["done at day"]


@pytest.mark.parametrize(
    ("clauses", "form", "answers"),
    [
        ("about mode", "choice", None),
        ("answers percent", "value", OrderedType),
        ("answers place", "value", FiniteType),
        ("answers one of { a1, b1 }", "value", FiniteType),
        ("collects text", "collecting", TextType),
    ],
)
def test_forms(clauses: str, form: str, answers: type | None) -> None:
    q = question(clauses)
    assert q.form == form
    assert (q.answers is None) if answers is None else isinstance(q.answers, answers)


@pytest.mark.parametrize(
    ("clauses", "silence"),
    [
        ("silence means permitted", PERMIT),
        ("silence means forbidden", FORBID),
        ("silence means not-required", EXEMPT),
        ("about mode silence means forbidden", FORBID),
        ("answers integer 0..100 silence means 30", Decided("30")),
        ("answers percent silence means 2.50 percent", Decided("2.5")),
        ("answers place silence means far", Decided("far")),
        ('collects text silence means "none"', Decided("none")),
    ],
)
def test_what_silence_means(clauses: str, silence: Answer) -> None:
    assert question(clauses).silence == silence


def test_what_silence_rests_on() -> None:
    (citation,) = question("silence means permitted cites l article 2").silence_cites
    assert (citation.document, citation.locator.text) == ("l", "article 2")


@pytest.mark.parametrize(
    ("clauses", "finding", "place"),
    [
        ("for each truck in truckz", "N201", "truckz"),
        ("for each truck in mode", "T301", "mode"),
        ("about kg", "T301", "kg"),
        ("about legs", "T301", "legs"),
        ("about moode", "N201", "moode"),
        ("about leg.kind", "T304", "leg"),
        ("answers list of leg", "T301", "list of leg"),
        ("answers plaice", "N201", "plaice"),
        ("governed by kg", "T301", "kg"),
        ("governed by dey", "N201", "dey"),
        ("silence means required", "T303", "required"),
        ("silence means 5", "T303", "5"),
        ("answers integer 0..10 silence means 11", "T302", "11"),
        ("answers place silence means nearer", "N201", "nearer"),
        ("done when kg", "T301", "kg"),
        ("done at dey", "N201", "dey"),
        ("done at kg", "T301", "kg"),
        ("done at legs", "T301", "legs"),
        ("done at truck.at", "T304", "truck"),
        ("done when rail done at day", "S104", "done at day"),
        ("done at day done when rail", "S104", "done when rail"),
        ("within wett", "N201", "wett"),
        ("within leg.far", "T304", "leg"),
        ("choices moode", "N201", "moode"),
        ("uniform across legs", "T301", "legs"),
        ("silence means permitted cites b", "N201", "b"),
    ],
)
def test_mistakes_are_found_where_they_stand(clauses: str, finding: str, place: str) -> None:
    text = f"question q {clauses}"
    found = findings_of(MORE + text)
    assert [(f.id, written_at(MORE + text, f)) for f in found] == [(finding, place)]


def test_a_question_whose_list_is_unknown_brings_no_further_findings() -> None:
    text = """question q for each truck in truckz within truck.kind is big about truck.kind
provision p cites a when truck.kind is small permit q in { big }
known gap g in q when truck.kind is small because "…"
"""
    assert wrong(text) == [("N201", 1)]


def test_a_date_must_govern() -> None:
    text = "rulebook t { ranks law }\nfact day : date\nquestion q\nquestion r governed by day\n"
    _, findings = load_texts({"t.rules": text})
    assert [(f.id, f.span.line if f.span else 0) for f in findings] == [("S106", 3)]
