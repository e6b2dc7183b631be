"""Provisions: their parts, what `under` lends and `apply` takes, relations, and the subjects a condition may name."""

from datetime import date

import pytest

from checker.rulebook.model import ALWAYS, All, Locator, Provision, Reading
from tests.unit.rulebook.books import book, findings_of, wrong


def provision(text: str, name: str = "p") -> Provision:
    return book(text).provisions[name]


def cited(of: Provision) -> list[str]:
    return [f"{c.document} {c.locator.text}".strip() for c in of.cites]


def test_all_parts_of_a_provision() -> None:
    p = provision("""provision o cites r item 3 forbid carry
provision p/条 "A title"
  cites a article 2 point 1 standing reported "press"  cites r  from 2016-01-01 until 2017-01-01
  replaces o by l item 4  unless otherwise provided by rule, law  exception to o in carry  authorised by l item 5
  reading far "a day"  when wet and kg > 5
  permit carry
""")
    assert p.names == ("p", "条")
    assert (p.title, p.document, cited(p)) == ("A title", "a", ["a article 2 point 1", "r"])
    assert [(c.standing, c.standing_reason) for c in p.cites] == [("reported", "press"), ("unstated", None)]
    assert (p.since, p.until) == (date(2016, 1, 1).toordinal(), date(2017, 1, 1).toordinal())
    assert p.replaces is not None
    assert (p.replaces.target, p.replaces.document, p.replaces.locator.text) == ("o", "l", "item 4")
    assert p.reserved == (0, 1)
    assert p.relation is not None
    assert (p.relation.form, p.relation.target, p.relation.questions) == ("exception", "o", ("carry",))
    assert p.power is not None
    assert (p.power.document, p.power.locator) == ("l", Locator((("item", 5),)))
    assert p.readings == (Reading("far", "a day", chosen=True),)
    assert [c.text for c in p.conjuncts] == ["wet", "kg > 5"]
    assert p.condition == All(tuple(c.condition for c in p.conjuncts))


def test_a_bare_provision_holds_always_and_yields_to_nobody() -> None:
    p = provision("provision p cites a permit carry")
    assert (p.condition, p.conjuncts, p.reserved, p.relation, p.power, p.replaces) == (
        ALWAYS,
        (),
        None,
        None,
        None,
        None,
    )
    assert [(c.standing, c.standing_reason) for c in p.cites] == [("translated", "by us")]


def test_a_reservation_without_ranks_yields_to_all() -> None:
    assert provision("provision p unless otherwise provided cites a permit carry").reserved == ()


def test_under_lends_conditions_before_and_citations_after_ones_own() -> None:
    text = """under cites l item 1 when rail {
  under cites r item 2 when wet and kg > 5 {
    provision p cites a item 3 when mode is sea permit carry
    provision q permit carry
  }
  provision s when wet permit carry
}
"""
    loaded = book(text).provisions
    assert cited(loaded["p"]) == ["a item 3", "r item 2", "l item 1"]
    assert [c.text for c in loaded["p"].conjuncts] == ["rail", "wet", "kg > 5", "mode is sea"]
    assert (loaded["q"].document, cited(loaded["q"])) == ("r", ["r item 2", "l item 1"])
    assert [c.text for c in loaded["q"].conjuncts] == ["rail", "wet", "kg > 5"]
    assert cited(loaded["s"]) == ["l item 1"]


def test_under_lends_its_relation_to_those_that_have_none() -> None:
    text = """provision o cites a permit carry
under exception to o cites a unless otherwise provided by law {
  provision p forbid carry
  provision q proviso to o unless otherwise provided permit carry
}
"""
    loaded = book(text).provisions
    relations = {name: p.relation.form for name, p in loaded.items() if p.relation is not None}
    assert relations == {"p": "exception", "q": "proviso"}
    assert (loaded["p"].reserved, loaded["q"].reserved) == ((0,), ())


def test_apply_takes_effects_and_citations_but_no_condition() -> None:
    text = """provision p cites a item 1 when rail permit carry exempt store
provision q cites a item 2 cites a item 1 when wet apply p
provision s cites r item 3 apply q forbid move
"""
    loaded = book(text).provisions
    assert loaded["q"].effects == loaded["p"].effects
    assert cited(loaded["q"]) == ["a item 2", "a item 1"]
    assert [c.text for c in loaded["q"].conjuncts] == ["wet"]
    assert loaded["s"].questions == ("move", "carry", "store")
    assert cited(loaded["s"]) == ["r item 3", "a item 2", "a item 1"]
    assert loaded["s"].condition == ALWAYS


def test_an_exception_without_in_excepts_all_its_base_speaks_on_applied_or_not() -> None:
    text = """provision o cites a permit carry
provision p cites a apply o leave store to customs
provision e exception to p cites a forbid carry leave store open
"""
    relation = provision(text, "e").relation
    assert relation is not None
    assert set(relation.questions) == {"carry", "store"}


def test_an_override_says_why() -> None:
    text = 'provision o cites a permit carry\nprovision p overrides o because "it says so" cites a forbid carry'
    relation = provision(text).relation
    assert relation is not None
    assert (relation.form, relation.because, relation.questions) == ("override", "it says so", ())


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("provision p permit carry", [("D104", 1)]),
        ("under when rail {\nprovision p permit carry }", [("D104", 2)]),
        ("provision p apply o\nprovision o cites a permit carry", [("D104", 1)]),
        ("provision p cites b permit carry", [("N201", 1)]),
        ("provision p cites a cites b\nreplaces q by c item 1\npermit carry", [("N201", 1), ("N201", 2), ("N201", 2)]),
        ("provision p cites a exception to carry permit carry", [("N201", 1)]),
        ("provision p cites a authorised by b permit carry", [("N201", 1)]),
        ("provision p cites a unless otherwise provided by king permit carry", [("N201", 1)]),
        ("provision p cites a from 2017-01-01 until 2016-01-01 permit carry", [("D105", 1)]),
        ("provision p cites a from 2017-01-01 until 2017-01-01 permit carry", [("D105", 1)]),
        ("provision p cites a from 2017-02-29 permit carry", [("T302", 1)]),
        ("provision p cites a permit carry\nprovision p cites a permit store", [("N202", 2)]),
        (
            "provision o cites a permit carry\nprovision p cites a exception to o in cary forbid carry",
            [("N201", 2)],
        ),
    ],
)
def test_mistakes_of_a_header(text: str, findings: list[tuple[str, int]]) -> None:
    assert wrong(text) == findings


@pytest.mark.parametrize(
    "text",
    [
        "provision p cites a when leg.far permit move",
        "provision p cites a when leg.far permit move permit halt",
        "provision p cites a when x.far permit halt",
        "provision p cites a when leg.far permit move\nprovision q cites a exception to p when wet forbid move",
        "provision p cites a when wet permit move permit carry permit open_box",
        """provision p cites a when leg.far permit move
provision q cites a overrides p because "…" forbid move permit carry""",
        "provision p cites a when leg.far permit move\nprovision q cites a apply p",
        'known gap g in move, halt when leg.far because "…"',
    ],
)
def test_a_condition_may_speak_of_an_element_where_all_questions_ask_for_each(text: str) -> None:
    book(text)


@pytest.mark.parametrize(
    ("text", "line", "subjects"),
    [
        ("provision p cites a when leg.far permit carry", 1, 0),
        ("provision p cites a when leg.far permit move permit carry", 1, 2),
        ("provision p cites a when leg.far permit move permit open_box", 1, 2),
        ("provision p cites a when leg.far permit halt", 1, 0),
        ("provision p cites a when leg.far permit move\nprovision q cites a proviso to p permit carry", 1, 2),
        (
            """provision p cites a when leg.far permit move
provision q cites a proviso to p permit move
provision s cites a exception to q in move leave move open permit carry""",
            1,
            2,
        ),
        ("provision o cites a permit carry\nprovision p cites a apply o when leg.far permit move", 2, 2),
        ("provision p cites a permit carry only if leg.far", 1, 0),
        ('known gap g in move, carry when leg.far because "…"', 1, 2),
    ],
)
def test_elsewhere_it_may_not_and_the_questions_are_named(text: str, line: int, subjects: int) -> None:
    """A proviso is read with its base, so the base's condition is read under the proviso's questions as well."""
    (finding,) = findings_of(text)
    assert wrong(text) == [("T304", line)]
    assert len(finding.related) == subjects


def test_while_a_question_is_not_known_nothing_is_said_of_elements() -> None:
    assert wrong("provision p cites a when leg.far permit mov") == [("N201", 1)]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("provision p cites a apply q\nprovision q cites a apply p permit carry", [("D301", 1)]),
        ("provision p cites a apply p permit carry", [("D301", 1)]),
        (
            """provision p cites a replaces q by a item 1 permit carry
provision q cites a replaces p by a item 2 permit carry""",
            [("D301", 1)],
        ),
    ],
)
def test_what_runs_in_a_circle(text: str, findings: list[tuple[str, int]]) -> None:
    assert wrong(text) == findings


def test_the_order_of_provisions_and_mappings_is_that_of_their_names() -> None:
    loaded = book(
        "provision z cites a permit carry\nprovision b cites a permit carry\nprovision m cites a permit carry"
    )
    assert list(loaded.provisions) == ["b", "m", "z"]
    assert list(loaded.questions) == sorted(loaded.questions)
