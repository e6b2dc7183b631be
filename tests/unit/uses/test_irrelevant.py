"""R107: facts, fields and attributes that no rule reads."""

import pytest

from tests.unit.uses.linted import OF_THE_MAP, found, linted

NEAR = "document x { rank law issuer npc issued 2001-01-01 in force from 2001-01-01 applies when spare }\n"
FIRM = "record firm { size : integer 0..9  since : date  at : place }\nrecord place { north : boolean }\n"


@pytest.mark.parametrize(
    "rule",
    [
        "provision p cites l when spare permit carry",
        "provision p cites l permit carry only if spare",
        "question ask within spare provision p cites l permit ask",
        "question ask done when spare provision p cites l permit ask",
        'never spare and wet because "no"',
        'known gap g in carry when spare because "no text"',
        f"{NEAR}provision p cites x permit carry",
        "define odd = spare\nprovision p cites l when odd permit carry",
        "question ask choices spare provision p cites l permit ask",
        "question ask uniform across spare provision p cites l permit ask",
        "question ask about spare provision p cites l permit ask",
    ],
)
def test_a_fact_is_read(rule: str) -> None:
    assert found(f"fact spare : boolean\n{rule}", "R107") == []


@pytest.mark.parametrize(
    "rule",
    [
        "question ask governed by late provision p cites l permit ask",
        "question ask done at late provision p cites l require ask within 3 days after day",
        "provision p cites l require carry within 3 days after late",
        "provision p cites l when late is within 3 days after day permit carry",
        "provision p cites l when late > day permit carry",
    ],
)
def test_a_date_is_read(rule: str) -> None:
    assert found(f"fact late : date\n{rule}", "R107") == []


@pytest.mark.parametrize("rule", ["", "define odd = spare\n", 'allow R109 on spare because "x"'])
def test_a_fact_no_rule_reads(rule: str) -> None:
    assert found(f"fact spare : boolean\n{rule}", "R107") == ["no rule reads `spare`"]


def test_of_a_record_of_which_nothing_is_read_the_fact_alone_is_named() -> None:
    assert found(f"{FIRM}fact carrier_firm : firm", "R107") == ["no rule reads `carrier_firm`"]


def test_fields_are_named_by_their_record_once() -> None:
    text = (
        f"{FIRM}fact one : firm\nfact two : firm\nprovision p cites l when one.size > 3 and two.at.north permit carry"
    )
    assert found(text, "R107") == ["no rule reads `firm.since`"]


def test_a_field_read_within_a_list_is_read() -> None:
    text = f"{FIRM}fact firms : list of firm\nprovision p cites l when any f in firms: (f.size > 3) permit carry"
    assert found(text, "R107") == ["no rule reads `firm.since`", "no rule reads `firm.at`"]


def test_a_list_of_which_every_element_is_asked_is_read() -> None:
    text = f"{FIRM}fact firms : list of firm\nquestion ask for each f in firms provision p cites l permit ask"
    assert found(text, "R107") == [f"no rule reads `firm.{name}`" for name in ("size", "since", "at")]


def test_a_field_of_an_inner_list() -> None:
    text = (
        "record box { kilos : integer 0..9  red : boolean }\nrecord truck { boxes : list of box  own : boolean }\n"
        "fact trucks : list of truck\n"
        "provision p cites l when any t in trucks: (any b in t.boxes: (b.kilos > 3)) permit carry"
    )
    assert found(text, "R107") == ["no rule reads `box.red`", "no rule reads `truck.own`"]


def test_whether_an_optional_record_is_given_reads_the_record_and_no_field() -> None:
    text = f"{FIRM}fact extra : firm optional\nprovision p cites l when extra is given permit carry"
    assert found(text, "R107") == [f"no rule reads `firm.{name}`" for name in ("size", "since", "at")]


def test_what_a_share_is_taken_of_is_read() -> None:
    text = (
        "record goods_of { value : money CNY  spare : money CNY }\nfact goods : goods_of\n"
        "question fine answers money CNY\nprovision p cites l decide fine between 5 and 30 percent of goods.value"
    )
    assert found(text, "R107") == ["no rule reads `goods_of.spare`"]


SHARES = (
    "record part { value/价值 : money CNY  spare : boolean }\nrecord other { value : money CNY  red : boolean }\n"
    "fact parts : list of part\nfact spares : list of part\nfact whole/全部 : part\nfact rest : other\n"
)


@pytest.mark.parametrize(
    ("question", "whole", "idle"),
    [
        ("question fine", "whole.value", ["part.spare", "parts", "spares", "rest"]),
        ("question fine/罚款", "全部.价值", ["part.spare", "parts", "spares", "rest"]),
        ("question fine for each p in parts", "p.value", ["part.spare", "spares", "whole", "rest"]),
        ("question fine", "rest.value", ["parts", "spares", "whole", "other.red"]),
    ],
)
def test_of_what_a_share_is_taken_nothing_else_of_that_name_is_read(question: str, whole: str, idle: list[str]) -> None:
    rule = f"{question} answers money CNY\nprovision p cites l decide fine between 5 and 30 percent of {whole}"
    assert sorted(found(SHARES + rule, "R107")) == sorted(f"no rule reads `{name}`" for name in idle)


OFFICES = (
    'codes office from "codes/offices.yaml" { share : integer 0..9  above : office  north : boolean }\n'
    "record stop { at : office  idle : boolean }\nfact home : office\nfact stops : list of stop\n"
)
SHARED = "question fine answers money CNY\nprovision p cites l decide fine between 5 and 30 percent of {}\n"


@pytest.mark.parametrize(
    ("rule", "idle"),
    [
        (SHARED.format("home.share"), ["office.above", "office.north", "stops"]),
        (SHARED.format("home.above.share"), ["office.north", "stops"]),
        (
            "question ask uniform across home.north provision p cites l permit ask",
            ["office.share", "office.above", "stops"],
        ),
        (
            "question ask for each s in stops uniform across s.at.above.north provision p cites l permit ask",
            ["office.share", "stop.idle", "home"],
        ),
    ],
)
def test_an_attribute_named_by_a_clause_is_read(rule: str, idle: list[str]) -> None:
    report = linted(OFFICES + rule, codes='"1": {share: 3, above: "1", north: true}\n')
    read = [str(finding.message) for finding in report.findings if finding.id == "R107"]
    assert read == [f"no rule reads `{name}`" for name in idle]


def test_attributes_of_codes() -> None:
    text = (
        'codes office from "codes/offices.yaml" { kind : one of { port, zone }  above : office  north : boolean }\n'
        "fact home : office\nprovision p cites l when home.above.kind is port permit carry\n"
    )
    report = linted(text, OF_THE_MAP, codes='"1": {kind: port, above: "1", north: true}\n"2": {kind: zone}\n')
    assert [str(finding.message) for finding in report.findings] == ["no rule reads `office.north`"]


def test_the_place_is_that_of_the_declaration() -> None:
    (finding,) = linted("fact spare/备用 : boolean", OF_THE_MAP).findings
    assert str(finding.span).startswith("t.rules:13:6")
    assert (finding.severity, finding.concerns) == ("info", ("spare",))
