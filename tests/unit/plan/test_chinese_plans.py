"""Plans typed in Chinese: the marks of a Chinese keyboard, names in brackets, what messages call the facts."""

import pytest

from checker.findings import Finding
from checker.plan import read_plans
from checker.rulebook import Rulebook, load_texts

OFFICES = '"2248": {}\n'
RULES = """rulebook t { ranks law  governed by day }
codes office/关区 from "o.yaml" closed { }
record decl/报关单 {
  at/进境地 : office
  from/启运地 : office
  mode/通关方式 : one of { transit/转关, split/「属地申报、口岸验放」 }
  port/口岸 : one of { sea/海港 }
  sealed/施封 : boolean
}
record leg/运段 { mode/方式 : one of { road/公路 } }
fact day/日期 : date
fact decl/报关单 : decl
fact legs/各运段 : list of leg
question q/问
"""
WIDE = "a full-width `：` is no mark of a plan"
HALF = "write a half-width `:` and a blank behind it"


@pytest.fixture(scope="module")
def chinese() -> Rulebook:
    loaded, findings = load_texts({"t.rules": RULES, "o.yaml": OFFICES})
    assert loaded is not None, [str(finding.message) for finding in findings]
    return loaded


def found(book: Rulebook, text: str) -> list[Finding]:
    return [finding for plan in read_plans(book, text, "p.yaml") for finding in plan.findings]


def places(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(str(f.span).partition(":")[2], str(f.message), str(f.help)) for f in findings if f.span]


@pytest.mark.parametrize(
    ("text", "place", "message", "remedy"),
    [
        ("plan: p\nfacts：\n  日期: 2015-11-10\n", "2:6", WIDE, HALF),
        ("plan: p\nfacts:\n  报关单：\n    施封: 是\n", "3:6", WIDE, HALF),
        ("plan: p\nfacts:\n  日期：2015-11-10\n  施封: 是\n", "3:5", WIDE, HALF),
        (
            "plan: p\nfacts: {日期: 2015-11-10， 施封: 是}\n",
            "2:23",
            "a full-width `，` is no mark of a plan",
            "write a half-width `,`",
        ),
        ("plan: p\nfacts:\n  日期：2015-11-10\n", "3:3", "`facts` takes keys with values", HALF),
        ("plan: p\nfacts: {日期：2015-11-10}\n", "2:9", "no fact is named `日期：2015-11-10`", HALF),
    ],
)
def test_a_full_width_mark_is_found_where_it_stands(
    chinese: Rulebook, text: str, place: str, message: str, remedy: str
) -> None:
    assert places(found(chinese, text))[:1] == [(place, message, remedy)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # none of these marks stands where a mark of a plan should
        ("plan: 洋山：进口\nfacts: {日期: [a}\n", "a comma or the closing bracket is missing"),
        ('plan: p\nfacts: {日期: "甲，乙" 丙: 1}\n', "a comma or the closing bracket is missing"),
        ("plan: p\nfacts:\n  a: 甲：乙\n  b: c: d\n", "a `:` stands where no key can be"),
        ("# 说明：\nplan: p\nfacts: {a: b: c}\n", "a comma or the closing bracket is missing"),
    ],
)
def test_a_full_width_mark_in_a_text_is_not_blamed(chinese: Rulebook, text: str, message: str) -> None:
    assert message in [str(finding.message) for finding in found(chinese, text)]


def test_full_width_marks_in_values_are_values(chinese: Rulebook) -> None:
    text = "plan: 洋山：进口，自运\nfacts: {日期: 2015-11-10, 报关单: {通关方式: 属地申报、口岸验放}, 各运段: []}\n"
    assert found(chinese, text) == []


@pytest.mark.parametrize("value", ["split", "属地申报、口岸验放", "「属地申报、口岸验放」", "「split」"])
def test_a_value_may_stand_in_brackets_as_reports_show_it(chinese: Rulebook, value: str) -> None:
    (plan,) = read_plans(chinese, f"plan: p\nfacts: {{报关单: {{通关方式: {value}}}}}\n", "p.yaml")
    assert plan.findings == ()
    assert plan.facts is not None
    assert plan.facts.values["decl", "mode"] == "split"


@pytest.mark.parametrize(
    ("key", "meant"), [("方案", "plan"), ("标题", "plan"), ("事实", "facts"), ("期望", "expect"), ("理由", "because")]
)
def test_a_key_of_the_plan_in_chinese_is_told_in_english(chinese: Rulebook, key: str, meant: str) -> None:
    (finding,) = [f for f in found(chinese, f"plan: p\nfacts: {{}}\n{key}: x\n") if f.id == "F401"]
    assert str(finding.help) == f"write `{meant}`"


@pytest.mark.parametrize(
    ("facts", "english", "in_chinese"),
    [
        ("报关单: {施: 是}", "no field of `decl` is named `施`", "`报关单` 没有名为 `施` 的字段"),
        ("报关单: {通关方式: 转}", "no value of `mode` is named `转`", "`报关单.通关方式` 没有名为 `转` 的值"),
        ("报关单: {口岸: 空港}", "no value of `port` is named `空港`", "`报关单.口岸` 没有名为 `空港` 的值"),
        ("报关单: {进境地: 洋山}", "`office` lists no code `洋山`", "`关区` 没有列出代码 `洋山`"),
        ("各运段: [{方式: 海}]", "no value of `mode` is named `海`", "`各运段[0].方式` 没有名为 `海` 的值"),
        ("各运段: [{式样: 海}]", "no field of `legs[0]` is named `式样`", "`各运段[0]` 没有名为 `式样` 的字段"),
        ("各运段: 海", "`legs` takes a list", "`各运段` 应填列表"),
        # what the user wrote is not translated, even where it is a name
        ("leg: 1", "no fact is named `leg`", "没有名为 `leg` 的事实"),
    ],
)
def test_facts_go_by_their_chinese_names_in_chinese(
    chinese: Rulebook, facts: str, english: str, in_chinese: str
) -> None:
    (finding,) = found(chinese, f"plan: p\nfacts: {{{facts}}}\n")
    assert (str(finding.message), finding.message.in_language("zh")) == (english, in_chinese)
