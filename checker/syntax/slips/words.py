"""Slips in the words that open a clause, and in the small words between names."""

from __future__ import annotations

from checker.findings import say
from checker.syntax.slips.slip import Slip

_UNITS = "days?|hours?|minutes?|months?|working days?|日|天|小时|分钟|个月|个工作日"

SLIPS = (
    Slip(
        "S119",
        say("`{found}` is not the word that belongs here"),
        say("write `{right}`"),
        (
            "question q for each l ‹of› legs",
            "question q for each l ‹from› legs",
            "问题 乙 逐一 段 ‹的› 各段",
            "问题 乙 逐一 段 ‹在› 各段",
            "known gap g ‹for› q because “r”",
        ),
        place="IN",
        looks="(?:of|on|from|at|for|with|的|在|于|自)<end>",
        reads=("IN",),
        mends="{reads}",
    ),
    Slip(
        "S119",
        say("`{found}` is not the word that belongs here"),
        say("write `{right}`"),
        (
            "repeal d ‹with› e from 2015-10-01",
            "provision a table q ‹on› f { b : permit }",
            "provision a replaces b ‹in› d permit q",
            "废止 甲 ‹以› 乙 自 2015-10-01",
        ),
        place="BY",
        looks="(?:with|on|through|via|in|from|以|用|按)<end>(?! [0-9])",
        reads=("BY",),
    ),
    Slip(
        "S119",
        say("`{found}` is not the word that belongs here"),
        say("write `{right}`"),
        (
            "provision a leave q ‹for› r",
            "provision a leave q ‹with› r",
            "条款 甲 交由 乙 ‹给› 海关",
        ),
        place="TO",
        looks="(?:for|with|at|by|on|up to|给|由|向|至)<end>",
        reads=("TO",),
        mends="{reads}",
    ),
    Slip(
        "S120",
        say("no clause begins with `{found}` here"),
        say("write `{right}`"),
        (
            "provision a ‹effective› 2015-10-01 permit q",
            "provision a ‹since› 2015-10-01 permit q",
            "条款 甲 ‹生效于› 2015-10-01 准予 乙",
        ),
        place="FROM",
        looks="(?:effective|valid|in force|since|starting|as of|生效于|生效|施行)(?: from| since| as of)?(?= [0-9])",
        reads=("FROM",),
    ),
    Slip(
        "S120",
        say("no clause begins with `{found}` here"),
        say("write `{right}`"),
        (
            "document d { ‹effective› 2015-10-01 }",
            "document d { rank a ‹valid from› 2015-10-01 }",
            "文件 甲 { ‹生效日期› 2015-10-01 }",
        ),
        place="IN_FORCE_FROM",
        looks="(?:effective|valid|commences?|starts?|生效日期|生效于|生效|实施于)(?: from| since| as of| on)?<end>",
        reads=("IN_FORCE_FROM",),
    ),
    Slip(
        "S120",
        say("no clause begins with `{found}` here"),
        say("write `{right}`"),
        (
            "provision a ‹see› d item 4 permit q",
            "provision a ‹pursuant to› d item 4 permit q",
            "条款 甲 ‹根据› 丙 准予 乙",
            "条款 甲 ‹按照› 丙 准予 乙",
        ),
        place="CITES",
        looks="(?:see|source|according to|pursuant to|cite|ref|reference|law|based on|根据|按照|引用|援引|参见)<end>",
        reads=("CITES",),
    ),
    Slip(
        "S120",
        say("no clause begins with `{found}` here"),
        say("write `{right}`"),
        (
            "provision a ‹except› b permit q",
            "provision a ‹excepts› b permit q",
            "条款 甲 ‹除外于› 丙 准予 乙",
            "条款 甲 ‹例外› 丙 准予 乙",
        ),
        place="EXCEPTION_TO",
        looks="(?:except(?:s|ion)?(?: (?:of|from|for|to))?|例外|除外于|除外)<end>",
        reads=("EXCEPTION_TO",),
    ),
    Slip(
        "S120",
        say("no clause begins with `{found}` here"),
        say("write `{right}`"),
        (
            "question q ‹for every› l in legs",
            "question q ‹per› l in legs",
            "问题 乙 ‹对每个› 段 属于 各段",
            "问题 乙 ‹针对› 段 属于 各段",
        ),
        place="FOR_EACH",
        looks="(?:for (?:every|all|any)|foreach|per|of each|对每个|每个|每一|针对|对)<end>",
        reads=("FOR_EACH",),
    ),
    Slip(
        "S120",
        say("no clause begins with `{found}` here"),
        say("write `{right}`"),
        (
            "provision a require q ‹no later than› 3 days after x",
            "provision a require q ‹up to› 3 days after x",
            "条款 甲 应当 乙 ‹不迟于› 3 日 之后 放行日",
            "条款 甲 应当 乙 ‹期限› 3 日 之后 放行日",
        ),
        place="WITHIN",
        looks="(?:not? (?:later|more) than|up to|until|in|不迟于|不晚于|不超过|期限为|期限|在)<end>(?= [0-9])",
        reads=("WITHIN",),
    ),
    Slip(
        "S120",
        say("no clause begins with `{found}` here"),
        say("write `{right}`"),
        (
            "provision a cites d ‹art.› 4 permit q",
            "provision a cites d ‹Art.› 4 permit q",
            "条款 甲 依据 丙 ‹art.› 4 准予 乙",
        ),
        place="ARTICLE",
        looks="[Aa]rts?\\.|[Ss]ections?\\b|[Ss]ec\\.",
        reads=("ARTICLE",),
        mends="{reads}",
    ),
    Slip(
        "S120",
        say("no clause begins with `{found}` here"),
        say("write `{right}`"),
        (
            "provision a ‹notwithstanding› b because “r” permit q",
            "条款 甲 ‹优先适用于› 丙 理由 “丁” 准予 乙",
        ),
        place="OVERRIDES",
        looks="(?:notwithstanding|despite|prevails? over|优先适用于|先于|不适用)<end>",
        reads=("OVERRIDES",),
    ),
    Slip(
        "S120",
        say("no clause begins with `{found}` here"),
        say("write `{right}`"),
        (
            "document d { ‹published› 2015-10-12 }",
            "document d { rank a ‹date of issue› 2015-10-12 }",
            "文件 甲 { ‹发布日期› 2015-10-12 }",
            "文件 甲 { 效力级别 公告 ‹公布于› 2015-10-12 }",
        ),
        place="ISSUED",
        looks="(?:published|promulgated|dated|adopted|released|date of issue|issue date)(?: on)?<end>"
        "|(?:发布日期|公布日期|发布于|公布于|发布|颁布于|颁布|印发)<end>",
        reads=("ISSUED",),
    ),
    Slip(
        "S120",
        say("no clause begins with `{found}` here"),
        say("write `{right}`"),
        (
            "document d { ‹issuing authority› gacc }",
            "文件 甲 { ‹发布机关› 海关总署 }",
            "文件 甲 { 效力级别 公告 ‹发文单位› 海关总署 }",
        ),
        place="ISSUER",
        looks="(?:issuing (?:authority|body|organ)|authority|issued from)<end>"
        "|(?:发布机关|发布单位|发文机关|发文单位|颁布机关|颁布单位|制定单位)<end>",
        reads=("ISSUER",),
    ),
    Slip(
        "S120",
        say("`{before}` names the latest day of issue, not who issued"),
        say("write `issuer {issuer}`"),
        (
            "document d { rank a ‹issued by› gacc }",
            "文件 甲 { ‹公布不晚于› 海关总署 }",
        ),
        place="DAY",
        looks=r"(?P<issuer>「[^」\n]*」|[^\W\d]\w*)",
        behind=r"(?P<only>(?P<before>issued by|公布不晚于))\s+",
        reads=("DAY",),
    ),
    Slip(
        "S120",
        say("no clause begins with `{found}` here"),
        say("write `within {length} after …`"),
        (
            "provision a require q ‹in› 14 days after x",
            "provision a when b require q ‹in› 3 months after x",
            "条款 甲 应当 乙 ‹在› 3 日 之后 放行日",
        ),
        place="_LBRACE",
        looks=f"(?P<length>[0-9]+ (?:{_UNITS}))<end>(?: (?:after|before|of|from|之后|之前) <path>)?",
        behind=r"(?P<only>\bin|属于|在)\s+",
    ),
)
