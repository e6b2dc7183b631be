"""Names in the other language: those the rulebook declares, each found by what it means where it stands."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from checker.authoring.aliases import alias
from checker.authoring.tidying import Wish, tidy
from checker.authoring.translation import says_the_same
from checker.rulebook.files import File, given_files, read_folder
from checker.rulebook.load import load_files
from checker.shipped import shipped_folder

ENGLISH = """\
rulebook t {
  ranks law
  governed by day
  roles customs/海关, carrier
}
codes office/关区 from "codes/o.yaml" {
  kind/类别 : site
}
kinds site { zone/特殊区域 { cbz/综合保税区 }  port/口岸 }
record leg/运段 {
  to/终点 : office
  seal/施封 : one of { none/未施封, customs_seal/海关封志 }
  day/启运日 : date
  left : boolean
}
fact legs/各运段 : list of leg
fact day/日期 : date
fact way/方式/运输方式 : one of { sea/海运, land }
fact wet/湿货 : boolean decided by customs
define far/远途 = way is sea
define leg.inward/入区 = leg.to.kind in zone
document d/甲令 {
  rank law   issuer npc
  issued 2015-01-01   in force from 2015-02-01
  items 1..6
}
question customs_seal/封志 "Sealed?"
  for each leg in legs
  within leg.inward or leg.to.kind is cbz
  done when leg.seal is customs_seal
question carriage/承运 "How?"
  about way
question days/期限 "How many?"
  answers one of { one/一日, many/多日 }
under when wet {
  provision a/甲条
    cites d item 1
    when leg.seal in { none, customs_seal } and far and leg.left
    require customs_seal by customs within 3 days after leg.day
}
provision b
  exception to a in customs_seal
  cites d item 2
  when any leg in legs: (leg.seal is none and leg.to.kind is port)
  leave customs_seal to customs
provision c
  cites d item 3
  permit carriage in { sea, land }
provision e
  cites d item 4
  table days by way, wet {
    sea, true : one
    land, * : many
  }
provision f
  cites d item 5
  when carriage is permitted and day >= 2015-01-01
  decide days is many
not encoded d item 6 because "not read"
never wet and leg.left because "so it is"
open point p on a because "unclear"
"""
CHINESE = """\
规则集 t {
  位阶 law
  适用时点 日期
  角色 customs/海关、carrier
}
代码表 office/关区 自 “codes/o.yaml” {
  kind/类别：site
}
类别 site { zone/特殊区域 { cbz/综合保税区 }  port/口岸 }
记录 leg/运段 {
  to/终点：关区
  seal/施封：枚举 { none/未施封、customs_seal/海关封志 }
  day/启运日：date
  left：boolean
}
事实 legs/各运段：列表 运段
事实 day/日期：date
事实 way/方式/运输方式：枚举 { sea/海运、land }
事实 wet/湿货：boolean 决定于 海关
定义 far/远途 = way 为 海运
定义 运段.inward/入区 = 运段.终点.类别 属于 特殊区域
文件 d/甲令 {
  效力级别 law   制定机关 npc
  公布 2015-01-01   施行自 2015-02-01
  各项 1..6
}
问题 customs_seal/封志 “Sealed?”
  逐一 leg 属于 各运段
  限于 运段.入区 或 运段.终点.类别 为 综合保税区
  视为履行 运段.施封 为 海关封志
问题 carriage/承运 “How?”
  关于 way
问题 days/期限 “How many?”
  答案为 枚举 { one/一日、many/多日 }
依照 当 湿货 {
  条款 a/甲条
    依据 甲令 第1项
    当 运段.施封 属于 { 未施封、海关封志 } 且 远途 且 运段.left
    应当 封志 由 海关 限于 3日 之后 运段.启运日
}
条款 b
  例外于 甲条 属于 封志
  依据 甲令 第2项
  当 任一 leg 属于 各运段：（运段.施封 为 未施封 且 运段.终点.类别 为 口岸）
  交由 封志 予 海关
条款 c
  依据 甲令 第3项
  准予 承运 属于 { 海运、land }
条款 e
  依据 甲令 第4项
  表 期限 由 way、湿货 {
    海运、是 : 一日
    land、* : 多日
  }
条款 f
  依据 甲令 第5项
  当 承运 为 permitted 且 日期 >= 2015-01-01
  认定 期限 为 多日
未编码 甲令 第6项 理由 “not read”
不可能 湿货 且 运段.left 理由 “so it is”
未决点 p 在 甲条 理由 “unclear”
""".replace(" : ", "：")
TABLE = '"1": {kind: port}\n"2": {kind: cbz}\n'


def book(text: str) -> tuple[File, ...]:
    return given_files({"t.rules": text, "codes/o.yaml": TABLE})


def turned(texts: Mapping[str, str], language: str, rulebook: tuple[File, ...]) -> dict[str, str]:
    tidied, findings = tidy(texts, Wish(keywords=language, names=True), rulebook)
    assert findings == ()
    assert [each.findings for each in tidied if each.findings] == []
    return {each.file: each.new for each in tidied if each.new is not None}


def test_each_name_is_turned_by_what_it_means() -> None:
    assert turned({"t.rules": ENGLISH}, "zh", book(ENGLISH)) == {"t.rules": CHINESE}


def test_and_back() -> None:
    assert turned({"t.rules": CHINESE}, "en", book(CHINESE)) == {"t.rules": ENGLISH}


@pytest.mark.parametrize(
    ("called", "english", "chinese"),
    [
        (("sea", "海运"), "sea", "海运"),
        (("sea", "海运", "水运"), "sea", None),
        (("bonded_zone", "FTZ", "保税区"), "bonded_zone", "保税区"),
        (("海运", "sea", "水运"), "sea", "海运"),
        (("海运", "sea", "ship"), None, "海运"),
        (("sea",), "sea", None),
        ((), None, None),
    ],
)
def test_the_canonical_name_or_the_only_alias_of_a_language_is_taken(
    called: tuple[str, ...], english: str | None, chinese: str | None
) -> None:
    assert (alias(called, "en"), alias(called, "zh")) == (english, chinese)


def test_an_alias_that_would_be_read_as_something_else_is_not_taken() -> None:
    """The Chinese name of the value is also that of a fact, and which of the two is meant would not be clear."""
    text = ENGLISH.replace("sea/海运, land }", "sea/海运, land/湿货 }").replace("way is sea", "way is land")
    chinese = turned({"t.rules": text}, "zh", book(text))["t.rules"]
    assert "定义 far/远途 = way 为 land\n" in chinese
    assert "依照 当 wet {" in chinese
    assert "条款 a/甲条\n    依据 甲令 第1项\n" in chinese
    assert says_the_same(book(text), {"t.rules": chinese})


def test_a_warning_is_no_misreading() -> None:
    text = ENGLISH.replace("fact way/方式", "fact left_on/启运 : date optional\nfact way/方式")
    text = text.replace("define far/远途 = way is sea", "define far/远途 = left_on >= 2015-01-01")
    assert [finding.id for finding in load_files(book(text))[1]] == ["T305"]
    assert "定义 far/远途 = 启运 >= 2015-01-01\n" in turned({"t.rules": text}, "zh", book(text))["t.rules"]


LATE = """\
rulebook t {
  ranks law
  governed by day
}
fact day : date
fact act/行为 : one of { VALUE, early }
fact sent : date optional
document d {
  rank law   issuer npc
  issued 2015-01-01   in force from 2015-02-01
}
question report "Must it be reported?"
  done at sent
question fine "Is there a fine?"
provision a
  cites d
  require report within 3 days after day
provision b
  cites d
  when report is late
  require fine
provision c
  cites d
  when act is late
  permit fine
"""


@pytest.mark.parametrize("names", [False, True])
@pytest.mark.parametrize(("value", "word"), [("late", "late"), ("逾期", "逾期"), ("late/逾期", "late")])
def test_a_word_that_names_a_value_too_is_not_turned(value: str, word: str, names: bool) -> None:
    """`act is late` tests the value of that name, `act 为 逾期` the other one, and only the rulebook can tell."""
    english = LATE.replace("VALUE", value).replace("act is late", f"act is {word}")
    rulebook = book(english)
    assert load_files(rulebook)[1] == ()
    (chinese,), _ = tidy({"t.rules": english}, Wish(keywords="zh", names=names), rulebook)
    assert chinese.new is not None
    assert says_the_same(rulebook, {"t.rules": chinese.new})
    (back,), _ = tidy({"t.rules": chinese.new}, Wish(keywords="en", names=names), book(chinese.new))
    assert back.new == english


def test_where_it_names_no_value_it_is_turned() -> None:
    english = LATE.replace("VALUE", "lost").replace("act is late", "act is lost")
    (chinese,), _ = tidy({"t.rules": english}, Wish(keywords="zh"), book(english))
    assert chinese.new is not None
    assert "当 report 为 逾期\n" in chinese.new


def test_a_rulebook_with_mistakes_is_left_as_it_is() -> None:
    text = ENGLISH.replace("when wet", "when weet")
    tidied, findings = tidy({"t.rules": text}, Wish(keywords="zh", names=True), book(text))
    assert tidied == ()
    assert [finding.id for finding in findings] == ["N201"]


def test_names_of_a_file_outside_the_rulebook_are_not_known() -> None:
    tidied, findings = tidy({"other.rules": "fact a : date\n"}, Wish(keywords="zh", names=True), book(ENGLISH))
    assert tidied == ()
    assert [str(finding.span) for finding in findings] == ["other.rules:1:1"]


def test_another_meaning_is_noticed() -> None:
    assert says_the_same(book(ENGLISH), {"t.rules": CHINESE})
    assert not says_the_same(book(ENGLISH), {"t.rules": CHINESE.replace("*：多日", "*：一日")})
    assert not says_the_same(book(ENGLISH), {"t.rules": ENGLISH.replace("fact wet/湿货", "fact wet/潮货")})
    assert not says_the_same(book(ENGLISH), {"t.rules": "fact\n"})


def test_the_law_turned_into_chinese_and_back_is_byte_identical() -> None:
    files, findings = read_folder(shipped_folder("rules"))
    assert findings == ()
    tidied, _ = tidy({file.shown: file.text for file in files if file.is_rules}, Wish(), files)
    english = {each.file: each.new for each in tidied if each.new is not None}
    rulebook = tuple(File(file.below, file.shown, english.get(file.shown, file.text)) for file in files)
    chinese = turned(english, "zh", rulebook)
    assert sum("报关单.申报日期" in text for text in chinese.values()) >= 3
    assert [file for file, text in english.items() if chinese[file] == text and "```rules" in text] == []
    again = tuple(File(file.below, file.shown, chinese.get(file.shown, file.text)) for file in files)
    assert turned(chinese, "en", again) == english
