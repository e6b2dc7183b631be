"""Slips in statements as a whole, and what holds anywhere: misspelt words, words doubled or left out."""

from __future__ import annotations

from checker.findings import say
from checker.syntax.slips.judges import (
    broken_off,
    capitals,
    doubled,
    misspelt,
    one_word_left_out,
    other_word,
)
from checker.syntax.slips.slip import HERE, Slip

_PLAN = (
    "scenario|plan|facts|expect|expect_error|as_of|readings|because|场景|方案|事实|预期|基准日|解读"
    "|description|title|name"
)

SLIPS = (
    Slip(
        "S116",
        say("words of the language are written in small letters"),
        say("write `{right}`"),
        (
            "‹Provision› a permit q",
            "provision a ‹WHEN› x permit q",
            "provision a cites d ‹Item› 4 permit q",
            "条款 甲 ‹When› 已放行 准予 乙",
            "‹Fact› 甲 : date",
        ),
        judge=capitals,
        mends="{reads}",
    ),
    Slip(
        "S110",
        say("this is how a plan is written, not a rule"),
        say("write it in a block of its own that begins with ```scenario"),
        (
            "‹plan›: a plan of ours\nfacts:\n  x: 3",
            "fact a : date\n‹expect›:\n  carriage: permitted",
            "‹方案›: 一个方案\n事实:\n  x: 3",
            "‹预期›:\n  承运方式: 准予",
        ),
        place=HERE,
        looks=f"(?P<mark>{_PLAN}) [:：]",
    ),
    Slip(
        "S111",
        say("this is text for readers, not a rule"),
        say("write it outside the block, or `#` before it"),
        (
            "‹-› the first case\n- the second case",
            "fact a : date\n‹>› quoted from the law",
            "‹**›Note** that this is old",
            "‹|› a | b |",
            "‹1›. the first case",
            "‹*› 第一种情形",
            "‹第四条› 收货人可以自运\n事实 甲 : 整数",
            "事实 甲 : 整数\n‹>› 法条原文",
        ),
        place=HERE,
        looks="[-+•](?= [^\\s0-9])|>|\\*{1,3}|_{2}|\\||[0-9]{1,3}(?=[.)、] )|!?\\[|={3,}|~{3}|`"
        "|第[0-9０-９〇零一二三四五六七八九十百]+[章节条款项](?!\\w)",
    ),
    Slip(
        "S111",
        say("this is text for readers, not a rule"),
        say("write it outside the block, or `#` before it"),
        (
            "‹The consignee may carry the goods in.›\nfact a : date",
            "‹Goods under this mode are carried by the consignee›",
            "‹收货人可以自行承运，货物应当施封。›",
        ),
        place=HERE,
        looks="[^\\W\\d][^\\n:：{}=「」\"“]*[.。](?=\\s|\\Z)|[A-Z][a-z]*(?:<b>[a-z,'A-Z]+){4,}",
    ),
    Slip(
        "S109",
        say("no statement begins with `{found}` here"),
        say("write `{right}`"),
        (
            "‹rule› a permit q",
            "‹article› a permit q",
            "‹规则› 甲 准予 乙",
            "‹规定› 甲 准予 乙",
        ),
        place="PROVISION",
        looks="(?:rule|law|norm|article|clause|section|paragraph|policy|规则|规定|法条|条文|规范)<end>(?=<b>|「)",
        reads=("PROVISION",),
    ),
    Slip(
        "S109",
        say("no statement begins with `{found}` here"),
        say("write `{right}`"),
        (
            "‹input› a : date",
            "‹let› a : date",
            "‹variable› a : date",
            "‹变量› 甲 : date",
            "‹要素› 甲 : date",
        ),
        place="FACT",
        looks="(?:input|var|let|const|variable|attribute|property|declare|变量|要素|变项)<end>(?=<b>[^\\n]*[:：]|「)",
        reads=("FACT",),
    ),
    Slip(
        "S109",
        say("no statement begins with `{found}` here"),
        say("write `{right}`"),
        ("‹struct› r { a : date }", "‹type› r { a : date }", "‹结构› 甲 { 乙 : date }", "‹对象› 甲 { 乙 : date }"),
        place="RECORD",
        looks="(?:struct|type|class|object|entity|structure|结构|对象|实体|类)<end>(?=<b>[^\\n]*[{｛]|「)",
        reads=("RECORD",),
    ),
    Slip(
        "S109",
        say("no statement begins with `{found}` here"),
        say("write `{right}`"),
        ("‹definition› x = y", "‹def› x = y is 3", "‹令› 甲 = 重量 > 3", "‹界定› 甲 = 重量 > 3"),
        place="DEFINE",
        looks="(?:definition|def|let|means|function|where|令|界定|设)<end>(?=<b>[^\\n]*=|「)",
        reads=("DEFINE",),
    ),
    Slip(
        "S109",
        say("no statement begins with `{found}` here"),
        say("write `{right}`"),
        (
            "‹source› d { rank a }",
            "‹regulation› d { rank a }",
            "‹法规› 甲 { 效力级别 公告 }",
            "‹公告› 甲 { 效力级别 公告 }",
        ),
        place="DOCUMENT",
        looks="(?:source|regulation|statute|act|announcement|text|法规|公告|法律|规章)<end>(?=<b>[^\\n]*[{｛]|「)",
        reads=("DOCUMENT",),
    ),
)

ANYWHERE = (
    Slip(
        "S118",
        say("a word is missing here"),
        say("write `{right}` before `{found}`"),
        (
            "repeal a ‹b› from 2015-10-01",
            "provision a leave q ‹customs›",
            "question q for each l ‹legs›",
            "fact a ‹date›",
            "废止 甲 ‹乙› 自 2015-10-01",
            "问题 乙 逐一 段 ‹各段› 关于 方式",
        ),
        judge=one_word_left_out,
        before=True,
    ),
    Slip(
        "S115",
        say("`{found}` cannot stand here"),
        say("write `{spelling}`"),
        (
            "provision a ‹permitt› q",
            "‹provison› a permit q",
            "provision a ‹exeption to› b permit q",
            "question q ‹silence mean› permitted",
            "条款 甲 ‹例外干› 乙 准予 丁",
            "条款 甲 ‹依椐› 丙 准予 乙",
        ),
        judge=misspelt,
    ),
)

LAST = (
    Slip(
        "S108",
        say("no statement begins with `{found}`"),
        say("write `provision` and a name before it"),
        (
            "‹when› x permit q",
            "fact a : date\n‹permit› q",
            "‹if› x then permit q",
            "‹当› 已放行 准予 乙",
            "‹如果› 已放行，准予 乙",
        ),
        place=HERE,
        looks="(?:when|if|permit|forbid|require|exempt|decide|cites|table"
        "|当|如果|若|准予|禁止|不得|应当|免予|认定|依据|表)<end>(?! [:：])",
    ),
    Slip(
        "S119",
        say("`{found}` is not the word that belongs here"),
        say("write `{right}`"),
        ("repeal a by d ‹on› 2015-10-01",),
        judge=other_word,
    ),
    Slip(
        "S107",
        say("this statement breaks off: {wanted} is missing"),
        say("finish it, or leave its last words out"),
        (
            "provision a permit q ‹by›\nprovision b permit q",
            "provision a cites d ‹item›\nfact b : date",
            "fact ‹a›",
            "条款 甲 准予 乙 ‹由›\n条款 丙 准予 乙",
            "事实 ‹甲›",
        ),
        judge=broken_off,
    ),
    Slip(
        "S108",
        say("no statement begins with `{found}`"),
        say("begin with a word such as `provision`, `question` or `fact`; write `#` before a remark"),
        (
            "‹xyz› abc",
            "fact a : date\n‹import› customs",
            "‹甲乙丙› 丁",
            "事实 甲 : 整数\n‹引用› 乙",
        ),
        place=HERE,
        looks="[^\\W\\d]\\w*|\\S",
    ),
)

# Asked first.
DOUBLED = (
    Slip(
        "S117",
        say("`{found}` stands twice"),
        say("leave one of the two out"),
        (
            "provision a permit ‹permit› q",
            "provision a cites d item ‹item› 4 permit q",
            "provision a when x and ‹and› y permit q",
            "fact a : ‹:› date",
            "条款 甲 依据 ‹依据› 丙 准予 乙",
            "事实 甲 : ‹:› date",
        ),
        judge=doubled,
        mends="",
    ),
)
