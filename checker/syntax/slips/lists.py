"""Slips in conditions on lists: what is in one, and what holds for its elements."""

from __future__ import annotations

from checker.findings import say
from checker.syntax.slips.slip import Slip

SLIPS = (
    Slip(
        "S154",
        say("`is` and `in` do not go together"),
        say("leave `is` out; for the opposite, write `not … in {{…}}`"),
        (
            "provision a when x ‹is in› { b, c } permit q",
            "provision a when x ‹is not in› { b, c } permit q",
            "provision a when x ‹is in› somewhere permit q",
            "条款 甲 当 方式 ‹为 属于› { 海运, 空运 } 准予 乙",
        ),
        looks=r"[{｛][^{}｛｝\n]*[}｝]|<value>",
        behind=r"(?P<only>(?:\bis|为)\s+(?:not\s+|非\s+)?(?:in|属于))\s*",
        reads=(),
    ),
    Slip(
        "S155",
        say("`is` compares with one thing, not with a list"),
        say("write `in {{…}}` in place of `is {{…}}`"),
        (
            "provision a when x is ‹{› b, c } permit q",
            "provision a when x is not ‹{› b, c } permit q",
            "条款 甲 当 方式 为 ‹{› 海运, 空运 } 准予 乙",
        ),
        place="NAME",
        looks=r"(?P<mark>[{｛])[^{}｛｝\n]*[}｝]",
        behind=r"(?:\bis|为)\s*(?:not|非)?\s*",
        reads=("NAME",),
    ),
    Slip(
        "S153",
        say("`not` stands before what is compared, not before `in`"),
        say("write `not … in {{…}}`"),
        (
            "provision a when x ‹not in› { b, c } permit q",
            "provision a when x ‹not in› somewhere permit q",
            "条款 甲 当 方式 ‹非 属于› { 海运 } 准予 乙",
            "条款 甲 当 方式 ‹不属于› { 海运 } 准予 乙",
        ),
        place="IN",
        looks="not<b>in<end>|非 属于<end>|不属于<end>|不在<end>|notin<end>",
        reads=("IN",),
    ),
    Slip(
        "S152",
        say("`{found}` is the wrong way round here"),
        say("write what is contained first: `… in …`"),
        (
            "provision a when x ‹contains› b permit q",
            "provision a when x ‹includes› b permit q",
            "条款 甲 当 货物 ‹包含› 酒类 准予 乙",
            "条款 甲 当 货物 ‹包括› 酒类 准予 乙",
        ),
        place="IN",
        looks="contains?<end>|includes?<end>|has<end>|包含<end>|包括<end>|含有<end>|含<end>",
        reads=("IN",),
    ),
    Slip(
        "S165",
        say("`{found}` asks about the elements of a list"),
        say("write `every … in … : (…)`"),
        (
            "provision a when ‹all› legs is sealed permit q",
            "provision a when x and ‹each› leg is 3 permit q",
            "条款 甲 当 ‹全部› 段 为 3 准予 乙",
        ),
        place="IS",
        looks="<path>",
        behind=r"(?P<only>\b(?:all|each|some)|全部|各个|每个)<b>",
        reads=(),
    ),
    Slip(
        "S165",
        say("the colon between the list and its condition is missing"),
        say("write `any … in … : (…)`"),
        (
            "provision a when any l in legs ‹where› l.x permit q",
            "条款 甲 当 任一 段 属于 各段 ‹其中› 段.重量 为 3 准予 乙",
        ),
        place="_COLON",
        looks="where<end>|such that<end>|with<end>|其中<end>",
    ),
    Slip(
        "S165",
        say("the colon between the list and its condition is missing"),
        say("write `any … in … : (…)`"),
        (
            "provision a when any l in legs ‹(›l.x) permit q",
            "provision a when every l in legs ‹(›l.x is 3) permit q",
            "条款 甲 当 任一 段 属于 各段 ‹（›段.重量 为 3） 准予 乙",
        ),
        place="_COLON",
        looks="[(（]",
        reads=("_COLON",),
        before=True,
        mends=":",
    ),
    Slip(
        "S139",
        say("a list of values stands in braces"),
        say("write `in {{ …, … }}`"),
        (
            "条款「甲」当「方式」属于「转关」或「直通」‹之一› 准予「乙」",
            "条款 甲 当 方式 属于 海运 或 空运 ‹其中之一› 准予 乙",
        ),
        place="AND",
        looks="其中之一<end>|之一<end>",
        reads=(),
    ),
)
