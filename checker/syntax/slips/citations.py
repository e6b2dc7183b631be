"""Slips in citations: the document, and the place in it."""

from __future__ import annotations

from checker.findings import say
from checker.syntax.slips.slip import Slip

SLIPS = (
    Slip(
        "S122",
        say("no document is named here"),
        say("write the name of the document first, and then the place in it"),
        (
            "provision a cites ‹item› 4 of d permit q",
            "provision a cites ‹article› 4 d permit q",
            "provision a cites ‹item› 4 permit q",
            "not encoded ‹item› 7 of d because “r”",
            "条款 甲 依据 ‹item› 4 丙 准予 乙",
        ),
        place="ITEM",
        looks="[0-9]+(?:(?: of)?<b>(?!(?:permit|forbid|require|exempt|cites|when|from|until|note)<end>)<path>)?",
        behind=r"(?:cites|not encoded|repeal|依据|未编码|废止)\s*(?P<only>article|item|paragraph|point)<b>",
        reads=(),
    ),
    Slip(
        "S122",
        say("no document is named here"),
        say("write the name of the document first, and then the place in it"),
        (
            "条款 甲 依据 ‹第四条› 丙 准予 乙",
            "条款 甲 依据 ‹第4条› 「丙」 准予 乙",
            "provision a cites ‹第四条› d permit q",
        ),
        place="ITEM",
        looks="<path>",
        behind=r"(?:cites|not encoded|repeal|依据|未编码|废止)\s*(?P<only>第\w+[条款项目]) ",
        reads=(),
    ),
    Slip(
        "S183",
        say("the number of an article, a paragraph or an item stands in no brackets"),
        say("write `{plain}`"),
        (
            "条款「甲」依据「丙」‹第4条第（2）项› 准予「乙」",
            "条款「甲」依据「丙」‹第四条第一款第(二)项›，准予「乙」",
            "provision a cites d ‹第（四）条› permit q",
        ),
        place="ITEM",
        looks="(?P<place>(?:第[0-9〇零一二三四五六七八九十百]+[条款项])*第[(（][0-9〇零一二三四五六七八九十百]+[)）][条款项目])",
        reads=("ITEM", "INTEGER"),
        values=lambda found: {"plain": "".join(sign for sign in found["place"] if sign not in "()（）")},
        mends="{plain}",
    ),
    Slip(
        "S183",
        say("a number in brackets does not say which part of the document is meant"),
        say("write `paragraph {digits}`, `item {digits}` or `point {digits}`"),
        (
            "provision a cites d article 4‹(1)› permit q",
            "条款 甲 依据 丙 第四条‹（二）› 准予 乙",
        ),
        place="PARAGRAPH",
        looks="[(（] (?P<digits>[0-9一二三四五六七八九十]+) [)）]",
        behind=r"(?:(?:[Aa]rticle|[Ii]tem|[Pp]aragraph)\s+[0-9]+|第\w+[条款项]) ",
        reads=("PARAGRAPH", "INTEGER"),
    ),
    Slip(
        "S183",
        say("a bare number does not say which part of the document is meant"),
        say("write `item {digits}` or `article {digits}`"),
        (
            "provision a cites d ‹4› permit q",
            "provision a cites d ‹no. 4› permit q",
            "repeal d ‹4› by e from 2015-10-01",
            "条款 甲 依据 丙 ‹4› 准予 乙",
            "条款 甲 依据「丙」‹（四）› 准予 乙",
        ),
        place="ITEM",
        looks="(?:§|no\\.|No\\.|#)? (?P<digits>[0-9]+)|[(（] (?P<also>[0-9一二三四五六七八九十]+) [)）]",
        reads=("ITEM", "INTEGER"),
        values=lambda found: {"digits": found["digits"] or found["also"]},
    ),
    Slip(
        "S181",
        say("no comma stands inside a place"),
        say("leave the comma out"),
        (
            "provision a cites d item 4‹,› paragraph 2 permit q",
            "条款 甲 依据 丙 第四条‹，›第一款 准予 乙",
        ),
        place="PARAGRAPH",
        looks="(?P<mark>[,，、]) (?:(?:article|paragraph|item|point)<b>[0-9]+"
        "|第[0-9一二三四五六七八九十]+[款项目])<end>",
        behind=r"(?:[0-9]|[条款项])\s*",
        reads=(),
        mends="",
    ),
    Slip(
        "S184",
        say("one `cites` names one document"),
        say("write `cites` before each of them"),
        (
            "provision a cites d‹,› e permit q",
            "provision a cites d item 4 ‹and› e permit q",
            "provision a cites d article 4‹,› 5 permit q",
            "条款 甲 依据 丙‹、› 戊 准予 乙",
            "条款 甲 依据 丙 第四条 ‹和› 戊 准予 乙",
        ),
        place="ITEM",
        looks="(?P<mark>[,，、;；]|and<end>|和<end>|与<end>|及<end>|&) (?:<path>|[0-9]+)",
        reads=(),
    ),
)
