"""Slips in numbers and units."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import normalize

from checker.findings import Value, say
from checker.syntax.chinese import numeral
from checker.syntax.slips.slip import Slip

_ENGLISH = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_NUMBERS = {word: str(number) for number, word in enumerate(_ENGLISH.split(), 1)} | {"thirty": "30", "sixty": "60"}
_UNITS = {
    word: unit
    for unit, words in (
        ("kg", "kilograms kilogram kilos kilo kgs KG Kg 公斤 千克"),
        ("g", "grams gram 克"),
        ("t", "tonnes tonne tons ton 公吨 吨"),
        ("km", "kilometres kilometers 公里 千米"),
        ("m", "metres metre meters meter 米"),
        ("m2", "㎡ 平方米"),
        ("m3", "㎥ 立方米"),
        ("litres", "liters litre liter 升 公升"),
        ("pieces", "piece pcs 件"),
        ("containers", "container 集装箱"),
        ("TEU", "teu 标箱"),
    )
    for word in words.split()
}
_CURRENCIES = {
    word: currency
    for currency, words in (
        ("CNY", "yuan RMB rmb 人民币 元"),
        ("USD", "美元"),
        ("EUR", "euros euro € 欧元"),
        ("GBP", "£ 英镑"),
        ("JPY", "yen 日元"),
        ("HKD", "港币 港元"),
    )
    for word in words.split()
}


def _glued(found: Mapping[str, str]) -> Mapping[str, Value]:
    return {**found, "number": "".join(c for c in found["thousands"] + found["digits"] if c.isdigit() or c == ".")}


def _in_digits(found: Mapping[str, str]) -> Mapping[str, Value]:
    words = found["words"]
    return {**found, "number": _NUMBERS.get(words) or str(numeral(words))}


def _narrow(found: Mapping[str, str]) -> Mapping[str, Value]:
    return {**found, "narrow": normalize("NFKC", found["wide"])}


SLIPS = (
    Slip(
        "S210",
        say("digits are typed in their narrow form"),
        say("write `{narrow}`"),
        (
            "provision a when x > ‹１００› permit q",
            "条款 甲 当 重量 > ‹１００› 准予 乙",
            "条款「甲」当「重量」>‹１００›kg 准予「乙」",
            "条款「甲」当「重量」> ‹１２．５› 准予「乙」",
        ),
        place="INTEGER",
        looks="(?P<mark>(?P<wide>[0-9]*[０-９][0-9０-９]*(?:[.．][0-9０-９]+)?))",
        reads=("INTEGER",),
        values=_narrow,
        mends="{narrow}",
    ),
    Slip(
        "S210",
        say("digits are typed in their narrow form"),
        say("write `{narrow}`"),
        (
            "条款 甲 依据 丙 ‹第４条› 准予 乙",
            "条款 甲 依据「丙」‹第１２条第１款› 准予 乙",
            "provision a cites d ‹第４条› permit q",
        ),
        place="LOCATOR",
        looks="(?=[第0-9条款项目]*[０-９])(?P<wide>(?:第[0-9０-９]+[条款项目])+)",
        reads=("ITEM", "INTEGER"),
        values=_narrow,
        mends="{narrow}",
    ),
    Slip(
        "S210",
        say("digits are typed in their narrow form"),
        say("write `{narrow}`"),
        (
            "条款 甲 自 ‹２０１５-１０-０１› 准予 乙",
            "文件 甲 { 公布 ‹２０１５－１０－１２› }",
        ),
        place="DAY",
        looks="(?P<wide>[0-9０-９]{4}[-－][0-9０-９]{1,2}[-－][0-9０-９]{1,2})",
        reads=("DAY",),
        values=_narrow,
        mends="{narrow}",
    ),
    Slip(
        "S206",
        say("nothing parts the digits of a number"),
        say("write `{number}`"),
        (
            "provision a when x > ‹10,000› permit q",
            "provision a when x > ‹1,000,000› CNY permit q",
            "provision a when x > ‹1,000.50› CNY permit q",
            "条款 甲 当 金额 > ‹10,000› 准予 乙",
            "条款 甲 当 金额 > ‹10，000› CNY 准予 乙",
        ),
        looks="(?P<digits>(?:[,，][0-9]{3})+(?:[.][0-9]+)?)<end>",
        behind="(?<![0-9.])(?P<from>(?P<thousands>[0-9]{1,3}))",
        reads=(),
        values=_glued,
    ),
    Slip(
        "S206",
        say("nothing parts the digits of a number"),
        say("write `{number}`"),
        (
            "provision a when x > ‹10 000› permit q",
            "条款 甲 当 金额 > ‹10 000› 准予 乙",
        ),
        looks="(?P<digits>[0-9]{3}(?: [0-9]{3})*)<end>",
        behind="(?<![0-9.])(?P<from>(?P<thousands>[0-9]{1,3}))[^\\S\\n]",
        reads=(),
        values=_glued,
    ),
    Slip(
        "S207",
        say("`{found}` is not how percent is written"),
        say("write `%`"),
        (
            "provision a when x > 5 ‹per cent› permit q",
            "provision a when x > 5 ‹pct› permit q",
            "provision a when x > 5‹％› permit q",
            "条款 甲 当 比例 > 5‹％› 准予 乙",
        ),
        place="PERCENT",
        looks="％|per<b>cent<end>|pct<end>",
        reads=("PERCENT",),
        mends="%",
    ),
    Slip(
        "S207",
        say("`{found}` is not how percent is written"),
        say("write `%`"),
        ("provision a when x > 5 ‹percentage points› permit q", "条款 甲 当 比例 > 5‹个百分点› 准予 乙"),
        place="PERCENT",
        looks="percentage points?<end>|‰|个百分点|百分之",
        reads=("PERCENT",),
    ),
    Slip(
        "S208",
        say("`{found}` is not how a currency is written"),
        say("write the three letters behind the number, as in `100 CNY`"),
        (
            "provision a when x > ‹¥›100 permit q",
            "provision a when x > ‹$›100 permit q",
            "条款 甲 当 金额 > ‹￥›100 准予 乙",
        ),
        place="INTEGER",
        looks="[¥￥$€£＄]|RMB(?= [0-9])|CNY(?= [0-9])|人民币(?= [0-9])",
        reads=(),
    ),
    Slip(
        "S208",
        say("`{found}` is not how a currency is written"),
        say("write `{currency}` behind the number"),
        (
            "provision a when x > 100 ‹yuan› permit q",
            "provision a when x > 100‹€› permit q",
            "条款 甲 当 金额 > 100‹元› 准予 乙",
            "条款 甲 当 金额 > 100 ‹美元› 准予 乙",
        ),
        place="CURRENCY",
        looks=f"(?P<word>{'|'.join(_CURRENCIES)})<end>",
        reads=("CURRENCY",),
        values=lambda found: {**found, "currency": _CURRENCIES[found["word"]]},
        mends="{currency}",
    ),
    Slip(
        "S208",
        say("`{found}` is not how a currency is written"),
        say("write the three letters behind the number, as in `100 CNY`"),
        ("provision a when x > 100‹$› permit q", "条款 甲 当 金额 > 100‹￥› 准予 乙"),
        place="CURRENCY",
        looks="[¥￥$＄]|(?:dollars?|块|圆)<end>",
        reads=("CURRENCY",),
    ),
    Slip(
        "S118",
        say("`{before}` says here how many decimals it has, and its unit"),
        say("write `decimal(2) kg`, for example"),
        (
            "fact a : ‹decimal›",
            "record r { a : ‹decimal› b : date }",
            "fact a : ‹decimal› kg",
            "事实 甲 : ‹小数›",
        ),
        place="_LPAR",
        behind="(?P<only>(?P<before>decimal|小数))\\s*",
        reads=("_LPAR", "INTEGER", "RPAR", "MEASURE"),
        before=True,
    ),
    Slip(
        "S209",
        say("`{found}` is no unit of this language"),
        say("write one of `days`, `working days`, `months`, `hours`, `minutes`"),
        (
            "条款「甲」应当「乙」限于14‹个自然日›之后「放行日」",
            "provision a require q 限于2‹年›之后 x",
        ),
        place="WITHIN",
        looks="限于 [0-9]+ (?P<mark>个自然日|自然日|个周|周|星期|年|季度|工作日|月) (?:之后|之前)",
        reads=("WITHIN", "INTEGER", "DAYS", "AFTER"),
    ),
    Slip(
        "S209",
        say("`{found}` is no unit of this language"),
        say("write one of `days`, `working days`, `months`, `hours`, `minutes`"),
        (
            "provision a require q within 3 ‹weeks› after x",
            "provision a when y is within 2 ‹years› after x permit q",
            "条款 甲 应当 乙 限于 3 ‹周› 之后 放行日",
            "条款 甲 应当 乙 限于 2 ‹年› 之后 放行日",
        ),
        place="MONTHS",
        looks="(?:weeks?|years?|quarters?|seconds?|(?:business|calendar|natural) days?|workdays?"
        "|working-days|d|h|个自然日|自然日|日历日|周|星期|年|季度|秒"
        "|工作日|个周|月|时)<end>",
        behind="(?:within|at least|限于|至少)\\s*[0-9]+\\s*",
        reads=("DAYS",),
    ),
    Slip(
        "S209",
        say("`{found}` is no unit of this language"),
        say("write `{unit}`"),
        (
            "provision a when x > 3 ‹tons› permit q",
            "provision a when x > 3 ‹kilograms› permit q",
            "条款 甲 当 重量 > 3 ‹公斤› 准予 乙",
            "条款 甲 当 重量 > 3 ‹吨› 准予 乙",
        ),
        place="MEASURE",
        looks=f"(?P<word>{'|'.join(_UNITS)})<end>",
        reads=("MEASURE",),
        values=lambda found: {**found, "unit": _UNITS[found["word"]]},
        mends="{unit}",
    ),
    Slip(
        "S209",
        say("`{found}` is no unit of this language"),
        say("write one of `kg`, `g`, `t`, `litres`, `pieces`, `containers`, or a period such as `days`"),
        (
            "provision a when x > 3 ‹miles› permit q",
            "provision a when x > 3 ‹pounds› permit q",
            "条款 甲 当 重量 > 3 ‹斤› 准予 乙",
            "条款 甲 当 面积 > 3 ‹亩› 准予 乙",
        ),
        place="MEASURE",
        looks="(?:miles?|lbs?|pounds?|ounces?|gallons?|boxes|units?|weeks?|years?|斤|亩|个|只|周|年|立方|平方|批)<end>",
        reads=("MEASURE",),
    ),
    Slip(
        "S210",
        say("numbers are written in digits"),
        say("write `{number}`"),
        (
            "provision a require q within ‹fourteen› days after x",
            "provision a cites d item ‹four› permit q",
            "条款 甲 应当 乙 限于 ‹三› 日 之后 放行日",
        ),
        place="INTEGER",
        looks=f"(?P<words>(?:{'|'.join(_NUMBERS)})<end>|[一二三四五六七八九十百两]+(?!\\w))",
        reads=("INTEGER",),
        values=_in_digits,
        mends="{number}",
    ),
    Slip(
        "S210",
        say("numbers are written in digits"),
        say("write `{number}`"),
        ("provision a require q within ‹十四›日 after x", "条款 甲 应当 乙 限于 ‹三十›日 之后 放行日"),
        place="INTEGER",
        looks="(?P<mark>(?P<words>[一二三四五六七八九十百两]+))(?:日|天|个月|小时|个工作日)(?!\\w)",
        reads=("INTEGER", "DAYS"),
        values=_in_digits,
        mends="{number}",
    ),
    Slip(
        "S210",
        say("numbers are written in digits"),
        say("write `{number}`"),
        (
            "条款「甲」应当「乙」限于‹十四›个工作日之后「放行日」",
            "provision a require q 限于‹三›日之后 x",
        ),
        place="WITHIN",
        looks="限于(?P<mark>(?P<words>[一二三四五六七八九十百两]+))(?:日|天|个月|小时|个工作日) (?:之后|之前)",
        reads=("WITHIN", "INTEGER", "DAYS", "AFTER"),
        values=_in_digits,
        mends="{number}",
    ),
)
