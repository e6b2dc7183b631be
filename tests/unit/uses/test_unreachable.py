"""R101: provisions no case reaches, and the reason given."""

import pytest

from checker.logic import feasibility
from checker.regions.integers import SearchLimitError
from tests.unit.uses.linted import BASE, HEAD, OF_THE_MAP, found, linted


def test_the_base_has_no_finding() -> None:
    assert linted("", OF_THE_MAP).findings == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("provision p cites l when wet and not wet permit carry", "`p` applies in no case"),
        ("provision p cites l when mode is sea and mode is air permit carry", "`p` applies in no case"),
        (
            'never far and wet because "no"\nprovision p cites l when far and wet permit carry',
            "`p` applies in no case",
        ),
        ("provision p exception to base cites l when not far forbid carry forbid store", "`p` applies in no case"),
        ("provision p cites l when not wet permit store", "`p` applies only where `store` is not asked"),
        (
            "provision p cites l until 2009-01-01 permit carry",
            "`p` applies only outside what the rulebook covers, 2010-01-01 to 2020-12-31",
        ),
        (
            "provision p cites l from 2021-01-01 permit carry",
            "`p` applies only outside what the rulebook covers, 2010-01-01 to 2020-12-31",
        ),
    ],
)
def test_a_provision_no_case_reaches(text: str, message: str) -> None:
    assert found(text, "R101") == [message]


@pytest.mark.parametrize(
    "text",
    [
        "provision p cites l when wet permit carry",
        "provision p cites l until 2010-01-02 permit carry",
        "provision p cites l from 2020-12-31 permit carry",
        "provision p exception to base cites l when wet forbid carry forbid store",
        "provision p cites l when not wet permit store permit carry",
        'never far and wet because "no"\nprovision p cites l when wet permit carry',
    ],
)
def test_a_provision_some_case_reaches(text: str) -> None:
    assert found(text, "R101") == []


def test_a_provision_whose_tested_question_never_answers_so() -> None:
    text = "question ask provision yes cites l permit ask\nprovision p cites l when ask is forbidden permit carry"
    assert found(text, "R101") == ["`p` applies in no case"]
    assert found(text.replace("is forbidden", "is permitted"), "R101") == []


def test_a_proviso_to_what_never_stands() -> None:
    text = (
        "provision out exception to base cites l leave carry open leave store open\n"
        "provision p proviso to base cites l require carry"
    )
    assert found(text, "R101") == ["`p` applies in no case"]


def test_a_provision_of_a_reading_that_was_not_chosen_is_looked_at_under_it() -> None:
    chosen = 'provision one cites l reading r "so" permit carry\n'
    other = f'{chosen}provision two cites l reading r else "or so" when wet permit carry'
    assert found(other, "R101") == []
    assert found(other.replace("when wet", "when wet and not wet"), "R101") == ["`two` applies in no case"]


TURNED = 'provision one cites l reading r "so" permit carry\nprovision two cites l reading r else "or so" {}\n'


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (TURNED.format("permit carry") + "provision p exception to two cites l when far forbid carry", []),
        (
            TURNED.format("permit carry")
            + "provision p exception to two cites l when far forbid carry\n"
            + "provision q proviso to p cites l when mode is sea require carry",
            [],
        ),
        (
            'question ask\nprovision yes cites l reading r "so" permit ask\n'
            + TURNED.format("forbid ask")
            + "provision p cites l when ask is forbidden permit carry",
            [],
        ),
        (
            TURNED.format("permit carry") + 'provision p exception to two cites l reading r "so" when far forbid carry',
            ["p"],
        ),
    ],
)
def test_what_hangs_on_a_reading_that_was_not_chosen_is_looked_at_under_it(text: str, names: list[str]) -> None:
    assert found(text, "R101") == [f"`{name}` applies in no case" for name in names]


def test_a_provision_on_each_element() -> None:
    head = HEAD + "record leg { odd : boolean  even : boolean }\nfact legs : list of leg\n"
    question = "question move for each leg in legs within leg.odd\n"
    text = f"{question}provision p cites l when {{}} permit move"
    assert found(text.format("leg.even"), "R101", head=head) == []
    assert found(text.format("not leg.odd and leg.even"), "R101", head=head) == [
        "`p` applies only where `move` is not asked"
    ]


def test_without_a_horizon_every_day_is_looked_at() -> None:
    head = HEAD.replace("covers from 2010-01-01  reviewed until 2020-12-31\n", "")
    text = "provision p cites l until 2009-01-01 permit carry"
    assert found(text, "R101", head=head) == []


def test_what_is_never_in_force_is_said_once() -> None:
    ids = [f.id for f in linted("provision p cites n until 2015-01-15 permit carry", OF_THE_MAP).findings]
    assert ids == ["D109"]


def test_it_says_how_it_is_allowed() -> None:
    (finding,) = linted("provision p cites l when wet and not wet permit carry", OF_THE_MAP, base=BASE).findings
    assert finding.concerns == ("p",)
    assert str(finding.help).endswith('write `allow R101 on p because "…"`')


def test_where_nothing_can_happen_that_alone_is_said() -> None:
    (finding,) = linted(
        'never wet because "dry"\nnever not wet because "wet"\nprovision p cites l permit carry'
    ).findings
    assert str(finding.message) == "no case is left over: what is `never` leaves nothing that can happen"
    assert finding.span is not None
    assert (finding.span.line, [str(related.span) for related in finding.related]) == (13, ["t.rules:14:1"])


def test_a_search_that_hit_its_bound_is_not_taken_for_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    def given_up(*_: object) -> None:
        raise SearchLimitError

    facts = "fact a : integer 0..9\nfact b : integer 0..9\nfact c : integer 0..9\n"
    text = f"{facts}provision p cites l when a + b + c > 27 permit carry"
    assert [finding.id for finding in linted(text, OF_THE_MAP).findings] == ["R101"]
    monkeypatch.setattr(feasibility, "solve", given_up)
    (finding,) = linted(text, OF_THE_MAP).findings
    assert (finding.id, finding.concerns) == ("A102", ("carry",))
    assert str(finding.message) == "not all that was looked for on `carry` is decided: a search came to its bound"
