"""Slips in conditions: signs and words of other languages, and what joins them."""

from __future__ import annotations

from collections.abc import Mapping

from checker.findings import Value, say
from checker.syntax.slips.slip import Slip

# Words and signs for a comparison, each with the sign that says it.
_SIGNS = {
    "<": "before, earlier than, less than, smaller than, fewer than, lower than, below, under",
    ">": "after, later than, greater than, more than, larger than, higher than, above, over, exceeds, exceed",
    "<=": "at most, up to, no more than, not more than, ≤, =<, ＜＝, ＜=, ⩽, ≦",
    ">=": "at least, no less than, not less than, ≥, =>, ＞＝, ＞=, ⩾, ≧",
}
_IN_CHINESE = {
    "<": "早于, 先于, 之前, 小于, 少于, 低于, ＜, <<",
    ">": "晚于, 之后, 大于, 超过, 高于, 多于, ＞, >>",
    "<=": "小于等于, 不超过, 不大于, 不高于, 不多于, 至多",
    ">=": "大于等于, 不少于, 不小于, 不低于, 至少",
}
_SIGN_FOR = {
    word.strip(): sign for said in (_SIGNS, _IN_CHINESE) for sign, words in said.items() for word in words.split(",")
}
_WORDS = "|".join(sorted((word for word in _SIGN_FOR if word[0].isalpha()), key=len, reverse=True))
_OTHER_SIGNS = "|".join(sorted((word for word in _SIGN_FOR if not word[0].isalpha()), key=len, reverse=True))
_PERIODS = "day|hour|minute|month|working|日|天|小时|分钟|个"
_DATES = "before|after|earlier than|later than|早于|晚于|之前|之后|先于"


def _sign(found: Mapping[str, str]) -> Mapping[str, Value]:
    word = " ".join(found["word"].split())
    return {**found, "sign": _SIGN_FOR.get(word) or _SIGN_FOR[f"{word} than"]}


SLIPS = (
    Slip(
        "S147",
        say("`{found}` is kept for definitions"),
        say("write `is`"),
        (
            "provision a when x ‹=› 3 permit q",
            "provision a permit q only if leg.x ‹=› y",
            "provision a permit q ‹=› 3",
            "provision a decide q ‹=› 3",
            "条款 甲 当 重量 ‹=› 3 准予 乙",
            "条款 甲 当 「重量」‹＝›3 准予 乙",
        ),
        place="IS",
        looks="[=＝](?![=>])",
        reads=("IS",),
        mends="{reads}",
    ),
    Slip(
        "S147",
        say("`{found}` is a sign of programming languages"),
        say("write `is`"),
        (
            "provision a when x ‹==› 3 permit q",
            "provision a decide q ‹==› 3",
            "条款 甲 当 重量 ‹==› 3 准予 乙",
            "条款 甲 当 重量 ‹===› 3 准予 乙",
        ),
        place="IS",
        looks="={2,3}",
        reads=("IS",),
        mends="{reads}",
    ),
    Slip(
        "S148",
        say("`{found}` is not how two things are told apart here"),
        say("write `is not`"),
        (
            "provision a when x ‹!=› 3 permit q",
            "provision a when x ‹≠› 3 permit q",
            "条款 甲 当 重量 ‹!=› 3 准予 乙",
            "条款 甲 当 重量 ‹≠› 3 准予 乙",
            "条款 甲 当 重量 ‹不等于› 3 准予 乙",
        ),
        place="IS",
        looks="!={1,2}|<>|≠|=/=|=!=|不等于<end>|不为<end>|不是<end>|isn't<end>",
        reads=("IS", "NOT"),
        mends="{reads}",
    ),
    Slip(
        "S148",
        say("`{found}` is not how two things are told apart here"),
        say("write `is not`"),
        ("provision a when x ‹<>› 3 permit q", "条款 甲 当 重量 ‹<>› 3 准予 乙"),
        looks=">",
        behind="(?P<from><)",
        reads=(),
    ),
    Slip(
        "S149",
        say("`{found}` joins nothing here"),
        say("write `and`"),
        (
            "provision a when x ‹&&› y permit q",
            "provision a when x ‹&› y permit q",
            "条款 甲 当 已放行 ‹&&› 已施封 准予 乙",
            "条款 甲 当 已放行 ‹以及› 已施封 准予 乙",
        ),
        place="AND",
        looks="&{1,2}|＆{1,2}|以及<end>|同时<end>|而且<end>|和<end>|与<end>|plus<end>|as well as<end>",
        reads=("AND",),
        mends="{reads}",
    ),
    Slip(
        "S149",
        say("`{found}` joins nothing here"),
        say("write `or`"),
        (
            "provision a when x ‹||› y permit q",
            "provision a when x ‹|› y permit q",
            "条款 甲 当 已放行 ‹||› 已施封 准予 乙",
            "条款 甲 当 已放行 ‹或者› 已施封 准予 乙",
        ),
        place="OR",
        looks=r"\|{1,2}|｜{1,2}|或者<end>|抑或<end>|either<end>",
        reads=("OR",),
        mends="{reads}",
    ),
    Slip(
        "S156",
        say("two comparisons run into one"),
        say("write `… < … and … < …`, or `… between … and …`"),
        (
            "provision a when 1 < x ‹<› 5 permit q",
            "provision a when leg.x >= 1 kg ‹<=› y permit q",
            "条款 甲 当 1 < 重量 ‹<› 5 准予 乙",
        ),
        place="AND",
        looks="(?P<mark>[<>]=?) <value>",
        behind=r"[<>]=?[^<>\n]+",
        reads=(),
    ),
    Slip(
        "S119",
        say("`{found}` is not the word that belongs here"),
        say("write `{right}`"),
        (
            "provision a when x ‹begins with› “36” permit q",
            "条款 甲 当 商品编码 ‹开头为› “36” 准予 乙",
        ),
        place="STARTS_WITH",
        looks="(?:begins? with|starting with|start with|开头为|开头是|以)<end>",
        reads=("STARTS_WITH",),
        mends="{reads}",
    ),
    Slip(
        "S161",
        say("`{found}` is not how one asks whether something is filled in"),
        say("write `is given`, or `is absent`"),
        (
            "provision a when x ‹exists› permit q",
            "条款 甲 当 备案号 ‹存在› 准予 乙",
            "条款 甲 当 备案号 ‹已填写› 准予 乙",
        ),
        place="IS",
        looks="exists?<end>|存在<end>|已填写<end>|已填报<end>|不存在<end>",
        reads=("IS", "GIVEN"),
    ),
    Slip(
        "S158",
        say("`{found}` does not compare dates"),
        say("write `{sign}`; a period is `is within 14 days after …`"),
        (
            "provision a when x ‹before› 2015-10-01 permit q",
            "provision a when leg.x ‹after› y permit q",
            "条款 甲 当 申报日 ‹早于› 2015-10-01 准予 乙",
            "条款 甲 当 申报日 ‹之后› 2015-10-01 准予 乙",
        ),
        place="LESS",
        reads=("LESS",),
        looks=f"(?P<word>{_DATES})<end>",
        values=_sign,
    ),
    Slip(
        "S158",
        say("`{found}` does not compare dates"),
        say("write `{sign}`; a period is `is within 14 days after …`"),
        (
            "provision a when x is ‹before› 2015-10-01 permit q",
            "provision a when x is ‹after› y permit q",
            "provision a when x is ‹later› than y permit q",
            "条款 甲 当 申报日 为 ‹早于› 2015-10-01 准予 乙",
        ),
        looks="than<b><value>|<value>|[0-9-]+",
        reads=(),
        behind=rf"(?:\bis|为)\s+(?P<only>(?P<word>{_DATES}|later|earlier))\s+",
        values=_sign,
    ),
    Slip(
        "S158",
        say("`{found}` does not compare dates"),
        say("write `{sign}`; a period is `is within 14 days after …`"),
        (
            "条款 甲 当 申报日 ‹在 2016-03-01 之前› 准予 乙",
            "条款 甲 当 申报日 ‹在 2016年3月1日 之后› 准予 乙",
            "provision a when x ‹在 2016-03-01 之前› permit q",
        ),
        place="LESS",
        looks="(?:在|于) (?:[0-9-]+|[0-9]+ 年 [0-9]+ 月 [0-9]+ 日) (?P<word>之前|之后)",
        reads=("LESS", "DAY"),
        values=_sign,
    ),
    Slip(
        "S159",
        say("`{found}` is a comparison in words"),
        say("write `{sign}`"),
        (
            "provision a when x ‹greater than› 5 permit q",
            "provision a when x ‹exceeds› 5 permit q",
            "条款 甲 当 重量 ‹大于› 5 准予 乙",
            "条款 甲 当 重量 ‹不超过› 5 准予 乙",
            "条款「甲」当「重量」‹不超过›100 准予「乙」",
        ),
        place="LESS",
        reads=("LESS",),
        looks=f"(?P<word>{_WORDS})(?:<end>|(?=[0-9０-９]))(?! [0-9]+ (?:{_PERIODS}))",
        values=_sign,
        mends="{sign}",
    ),
    Slip(
        "S159",
        say("`{found}` is a comparison in words"),
        say("write `{sign}`"),
        (
            "provision a when x is ‹greater› than 5 permit q",
            "provision a when x is ‹above› 5 permit q",
            "条款 甲 当 重量 为 ‹大于› 5 准予 乙",
        ),
        reads=(),
        looks="than<b><value>|<value>",
        behind=rf"(?:\bis|为)\s+(?P<only>(?P<word>{_WORDS}|greater|less|more|larger|smaller|fewer))\s+",
        values=_sign,
    ),
    Slip(
        "S159",
        say("`{found}` is a comparison in words"),
        say("write `{sign}`"),
        (
            "provision a when x is ‹at least› 5 permit q",
            "provision a when x is ‹at least› 5 kg permit q",
            "条款 甲 当 重量 为 ‹至少› 5 准予 乙",
        ),
        looks=r"(?:kg|g|t|percent|%|[A-Z]{3}|permit|forbid|require|exempt|and|or|准予|禁止|应当|免予|且|或)",
        place="DAYS",
        reads=("DAYS", "AFTER", "NAME"),
        before=True,
        behind=r"(?:\bis|为)\s+(?P<only>(?P<word>at least|至少))\s+[0-9]+\s*",
        values=_sign,
    ),
    Slip(
        "S160",
        say("`{found}` is not how that sign is typed here"),
        say("write `{sign}`"),
        (
            "provision a when x ‹≥› 5 permit q",
            "provision a when x ‹=>› 5 permit q",
            "provision a when x ‹＞› 5 permit q",
            "条款 甲 当 重量 ‹≤› 5 准予 乙",
            "条款 甲 当 重量 ‹＜› 5 准予 乙",
        ),
        place="LESS",
        reads=("LESS",),
        looks=f"(?P<word>{_OTHER_SIGNS})",
        values=_sign,
        mends="{sign}",
    ),
    Slip(
        "S151",
        say("`{found}` is not the word that compares two things"),
        say("write `is`"),
        (
            "provision a when x ‹equals› 3 permit q",
            "provision a when leg.x ‹are› y permit q",
            "provision a decide q ‹as› 3",
            "条款 甲 认定 乙 ‹作为› 3",
            "条款 甲 当 重量 ‹等于› 3 准予 乙",
            "条款「甲」当「方式」‹是›「海运」准予「乙」",
        ),
        place="IS",
        looks="equals?(?: to)?<end>|are<end>|was<end>|were<end>|has been<end>|as<end>|等于<end>|作为<end>"
        "|即为<end>|系<end>|是",
        reads=("IS",),
        mends="{reads}",
    ),
    Slip(
        "S157",
        say("`between` goes with `and`"),
        say("write `between … and …`"),
        (
            "provision a when x between 1 ‹to› 5 permit q",
            "provision a when x between 1 ‹..› 5 permit q",
            "provision a permit q only if x between 1 ‹,› 5",
            "provision a decide q between 5 ‹to› 30 percent",
            "条款 甲 当 重量 介于 1 ‹至› 5 准予 乙",
            "条款 甲 当 重量 介于 1 ‹到› 5 准予 乙",
        ),
        place="AND",
        looks=r"to<end>|\.\.|,|，|、|until<end>|[-–—～~]|至<end>|到<end>|和<end>|与<end>|TO<end>",
        behind=r"(?:between|介于)\s*<value>\s*(?:\w+\s*)?",
        reads=("AND",),
        mends="{reads}",
    ),
    Slip(
        "S157",
        say("`between` goes with `and`"),
        say("write `between {low} and {high}`"),
        (
            "条款「甲」当「重量」‹介于100和200之间› 准予「乙」",
            "条款「甲」当「重量」‹在100至200之间› 准予「乙」",
            "provision a when x ‹在 1 到 5 之间› permit q",
        ),
        place="BETWEEN",
        looks=r"(?:介于|在) (?P<low>[0-9.]+) (?:和|与|至|到|-|~|～|—) (?P<high>[0-9.]+) 之间",
        reads=("BETWEEN", "INTEGER", "AND", "INTEGER"),
    ),
)
