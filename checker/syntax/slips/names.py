"""Slips in names, and in where names stand."""

from __future__ import annotations

from checker.findings import say
from checker.syntax.slips.judges import keyword_as_name, name_left_out, run_together
from checker.syntax.slips.slip import Slip

SLIPS = (
    Slip(
        "N204",
        say("words run together in `{found}`"),
        say("write `{split}`"),
        (
            "条款「甲」‹当方式为海› 准予「乙」",
            "条款「甲」依据「丙」‹第四条当报关单已放行且通关方式为转关› 准予「乙」",
            "provision a ‹当方式为海› permit q",
        ),
        judge=run_together,
    ),
    Slip(
        "S126",
        say("the name comes before the title"),
        say("write the name first, then the title in quotation marks"),
        (
            'provision ‹"Own carriage"› a permit q',
            'document ‹"Announcement 47"› d { rank a }',
            "条款 ‹“自运入区”› 甲 准予 乙",
            "问题 ‹“谁承运？”› 乙 关于 方式",
        ),
        place="NAME",
        looks='(?P<mark>["“][^"”\\n]*["”]) (?=[^\\W\\d]|「)'
        "(?!(?:cites|when|permit|forbid|require|exempt|about|rank|依据|当|准予|禁止|不得|应当|免予|关于|逐一)<end>)",
        behind="(?:provision|document|question|rulebook|known gap|条款|文件|问题|规则集)\\s+",
        reads=(),
    ),
    Slip(
        "S122",
        say("the {statement} has a title and no name"),
        say("write a name before the title"),
        (
            'question ‹"Who may carry?"› about x',
            'provision ‹"Own carriage"› permit q',
            "条款 ‹“自运入区”› 依据 丙 准予 乙",
        ),
        looks='["“][^"”\\n]*["”]',
        behind="(?:provision|document|question|rulebook|条款|文件|问题|规则集)\\s*",
        reads=("NAME",),
    ),
    Slip(
        "S127",
        say("`{found}` is a name, and names stand in no quotation marks"),
        say("write `「{inside}」`, or the name alone"),
        (
            'provision a permit ‹"q"›',
            'fact ‹"a"› : date',
            'provision a cites ‹"d"› item 4 permit q',
            "条款 甲 准予 ‹“乙”›",
            "条款 甲 依据 ‹“丙”› 第四条 准予 乙",
        ),
        place="NAME",
        looks='["“](?P<inside>[^"”\\n]*)["”]',
        reads=("NAME",),
        mends="「{inside}」",
    ),
    Slip(
        "S127",
        say("`{found}` is a name, and names stand in no quotation marks"),
        say("write `「{inside}」`, or the name alone"),
        ('record r { ‹"a"› : date }', "记录 甲 { ‹“乙”› : date }"),
        place="FIELD",
        looks='["“](?P<inside>[^"”\\n]*)["”]',
        reads=("FIELD",),
        mends="「{inside}」",
    ),
    Slip(
        "S128",
        say("no name stands in brackets of this shape"),
        say("write `「{inside}」`"),
        (
            "document ‹《Order 89》› { rank a }",
            "provision ‹【a】› permit q",
            "文件‹《海关法》›{ 效力级别 公告 }",
            "条款 ‹〈甲〉› 准予 乙",
        ),
        looks="[《【『〈〖](?P<inside>[^》】』〉〗\\n]+)[》】』〉〗]",
        behind="(?:provision|document|question|fact|record|define|codes|kinds|levels|条款|文件|问题|事实|记录|定义|代码表|类别|等级)\\s*",
        reads=("NAME",),
        mends="「{inside}」",
    ),
    Slip(
        "S122",
        say("a name is missing behind the full stop"),
        say("write the name of a field behind it, or leave the full stop out"),
        (
            "provision a when decl‹.›\n  permit q",
            "provision a when decl‹.› permit q",
            "provision a when x is 3 or decl‹.›\n  by r permit q",
            "条款 甲 当「报关单」‹.›\n  准予 乙",
            "条款 甲 应当 乙 限于 3 日 之后「报关单」‹.›\n  由 丙",
        ),
        place="FIELD",
        looks="[^\\W\\d]\\w*",
        behind=r"(?P<only>\.)\s*",
        reads=("FIELD",),
        before=True,
    ),
    Slip(
        "S128",
        say("no name stands in brackets of this shape"),
        say("write the name that its declaration gives it"),
        (
            "provision a cites ‹《Order 89》› item 4 permit q",
            "provision a permit ‹【q】›",
            "条款 甲 依据 ‹《海关法》› 第四条 准予 乙",
            "条款 甲 准予 ‹『乙』›",
        ),
        place="NAME",
        looks="[《【『〈〖<](?P<inside>[^》】』〉〗>\\n]*)[》】』〉〗>]",
        reads=("NAME",),
    ),
    Slip(
        "S121",
        say("`{found}` is a word of the language, so it is no name by itself"),
        say("write `「{found}」`"),
        (
            "fact ‹when› : date",
            "provision a when ‹table› is 3 permit q",
            "provision a permit ‹document›",
            "provision a when x in { ‹table›, b } permit q",
            "事实 ‹问题› : date",
            "条款 甲 当 ‹文件› 为 3 准予 乙",
        ),
        judge=keyword_as_name,
    ),
    Slip(
        "S122",
        say("the {statement} has no name"),
        say("write a name behind `{before}`"),
        (
            "provision ‹cites› d permit q",
            "fact ‹:› date",
            "record ‹{› a : date }",
            "question ‹about› x",
            "条款 ‹依据› 丙 准予 乙",
            "事实 ‹：› date",
        ),
        judge=name_left_out,
    ),
    Slip(
        "S123",
        say("no hyphen stands in a name"),
        say("write `「{first}{hyphenated}」`, or `_` in place of the hyphen"),
        (
            "fact ‹net-weight› : date",
            "provision ‹a47-4› permit q",
            "record r { ‹clearance-mode› : date }",
            "事实 ‹净-重› : date",
            "条款 ‹甲-1› 准予 乙",
        ),
        place="_SLASH",
        looks="(?P<hyphenated>(?:[-–—－]\\w+)+)",
        behind="(?P<from>(?P<first>[^\\W\\d]\\w*))",
        reads=(),
    ),
    Slip(
        "S125",
        say("a name does not begin with a digit"),
        say("write `「{found}」`, or begin with a letter"),
        (
            "fact ‹3rd_party› : date",
            "provision ‹47_4› permit q",
            "条款 ‹4a› 准予 乙",
            "事实 ‹2号仓› : date",
        ),
        place="NAME",
        looks="[0-9]+(?:[-_.]?\\w+)+|[0-9]+[^\\W\\d]\\w*",
        reads=("NAME",),
    ),
)

# Asked last: of two words one may be misspelt.
OF_SEVERAL_WORDS = (
    Slip(
        "S124",
        say("a name is one word"),
        say("write `「{first} {further}」`, or `_` between its words"),
        (
            "fact ‹net weight› : date",
            "provision ‹own carriage› permit q",
            "record ‹my record› { a : date }",
            "record r { ‹accepted at› : date }",
            "define ‹lead time› = x",
            "事实 ‹净 重› : date",
            "条款 ‹自运 入区› 准予 乙",
        ),
        place="_SLASH",
        looks="(?P<further>[^\\W\\d]\\w*(?:<b>[^\\W\\d]\\w*)??)"
        '(?= (?:[:：=＝{｛"“]|(?:permit|cites|when|forbid|require|exempt|about|准予|依据|当)<end>|\\n))',
        behind="(?P<from>(?P<first>[^\\W\\d]\\w*)) ",
        reads=(),
    ),
)
