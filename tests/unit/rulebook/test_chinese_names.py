"""The things of a rulebook by their Chinese names, and conditions told in them, by the keywords of the language."""

import pytest

from checker.rulebook import Rulebook, load_texts
from checker.rulebook.chinese_names import ChineseNames

OFFICES = '"2248": {kind: port}\n"4917": {kind: zone}\n'
RULES = """rulebook t { ranks law  governed by day  roles carrier/承运人, customs }
kinds site/场所 { bonded/保税场所 { zone/综合保税区  park/「物流园区（B型）」 } port/口岸 }
codes office/关区 from "offices.yaml" closed { kind/类别 : site }
fact day/日期 : date
fact wet/受潮 : boolean
fact dry : boolean
record leg/运段 {
  from/起点 : office
  to/终点 : office
  mode/方式 : one of { road/公路, rail/铁路, both/「公铁、联运」, air }
  left_at/启运日期 : date
}
fact legs/各运段 : list of leg
document l/甲法 "Law A" { rank law  issuer npc  number "令第1号"  issued 2001-01-01  in force from 2001-01-01 }
document m/乙法 { rank law  issuer npc  number "中华乙法"  issued 2001-01-01  in force from 2001-01-01 }
document n "Law C" { rank law  issuer npc  issued 2001-01-01  in force from 2001-01-01 }
define leg.inward = leg.to.kind is zone
question carry/承运 for each leg in legs about leg.mode
question move/移动 for each leg in legs
question store/存放
question clear/放行
question watch
question wetness answers boolean
"""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    loaded, findings = load_texts({"t.rules": RULES, "offices.yaml": OFFICES})
    assert loaded is not None, [str(finding.message) for finding in findings]
    return loaded


@pytest.fixture(scope="module")
def names(book: Rulebook) -> ChineseNames:
    return ChineseNames(book)


@pytest.mark.parametrize(
    ("label", "called"),
    [
        ("day", "日期"),
        ("leg.from", "运段.起点"),
        ("leg.from.kind", "运段.起点.类别"),
        ("legs", "各运段"),
        ("legs[?]", "各运段[?]"),
        ("legs[0]", "各运段[0]"),
        ("legs[0].from.kind", "各运段[0].起点.类别"),
        ("dry", "dry"),
        ("leg.nothing", "leg.nothing"),
        ("nothing.at_all", "nothing.at_all"),
    ],
)
def test_a_fact_by_the_names_on_the_way_to_it(names: ChineseNames, label: str, called: str) -> None:
    assert names.fact(label) == called


def test_questions_roles_and_documents(names: ChineseNames) -> None:
    assert [names.question("carry"), names.question("watch")] == ["承运", "watch"]
    assert [names.role("carrier"), names.role("customs"), names.role("nobody")] == ["承运人", "customs", "nobody"]
    assert [names.document(name) for name in "lmn"] == ["甲法（令第1号）", "中华乙法", "Law C"]


def test_values_of_a_choice(names: ChineseNames) -> None:
    called = [names.value("carry", value) for value in ("road", "both", "air")]
    assert called == ["公路", "「公铁、联运」", "air"]


def test_values_of_an_answer_and_of_none(names: ChineseNames) -> None:
    assert [names.value("wetness", value) for value in ("true", "false")] == ["是", "否"]
    assert names.value("store", "road") == "road"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("between 0 CNY and 30000 CNY", "0 CNY 至 30000 CNY"),
        ("between 5 and 30 percent of leg.mode", "运段.方式的 5 至 30%"),
        ("14", "14"),
        ("a fine between friends", "a fine between friends"),
    ],
)
def test_a_range_for_an_answer(names: ChineseNames, answer: str, told: str) -> None:
    assert names.value("store", answer) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("wet", "受潮"),
        ("not wet", "非 受潮"),
        ("leg.mode is road", "运段.方式 为 公路"),
        ("leg.mode in { road, rail }", "运段.方式 属于 { 公路、铁路 }"),
        ("leg.mode is both", "运段.方式 为 「公铁、联运」"),
        ("(wet or leg.to.kind is zone)", "（受潮 或 运段.终点.类别 为 综合保税区）"),
        ('(leg.from is "2248" or day >= 2016-03-01)', '（运段.起点 为 "2248" 或 日期 >= 2016-03-01）'),
        ("store is permitted", "存放 为 permitted"),
        ("leg.to.kind is park", "运段.终点.类别 为 「物流园区（B型）」"),
        # a name that is nobody's in Chinese: what it stands for is told
        ("leg.inward", "运段.终点.类别 为 综合保税区"),
        ("any x in legs: (x.mode is road)", "任一 运段 属于 各运段：（运段.方式 为 公路）"),
        # nothing better can be told of these
        ("dry", "dry"),
        ("(leg.mode is air or wet)", "运段.方式 为 air 或 受潮"),
        # what is written in Chinese stays
        ("运段.方式 为 公路", "运段.方式 为 公路"),
    ],
)
def test_a_condition_in_chinese(written: str, told: str) -> None:
    question = "move" if "leg." in written or "运段" in written else "clear"
    law = f"{RULES}provision p cites l when {written} permit {question}\n"
    book, findings = load_texts({"t.rules": law, "offices.yaml": OFFICES})
    assert book is not None, [str(finding.message) for finding in findings]
    (conjunct,) = book.provisions["p"].conjuncts
    assert ChineseNames(book).condition(conjunct.text, conjunct.condition) == told
