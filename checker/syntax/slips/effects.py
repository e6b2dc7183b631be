"""Slips in effects: the words of the law for them, and what they are about."""

from __future__ import annotations

from checker.findings import say
from checker.syntax.slips.slip import Slip

_EFFECT = "permit|forbid|require|exempt|decide|leave|apply|table|准予|禁止|不得|应当|免予|认定|交由|适用|表"
_NO_JOINT = "(?!(?:and|or|then|so|but|it|并且|且|或|则|那么|就|也|还)<end>)"
_ANSWER = "(?:permit|forbid|require|exempt|准予|禁止|不得|应当|免予)"

# Asked early: without its question, an effect takes its next word for one.
QUESTIONS = (
    Slip(
        "S176",
        say("`{before}` does not say of which question"),
        say("write `{before}` and the name of a question"),
        (
            "provision a require ‹only if› x",
            "provision a exempt ‹only if› x is 3",
        ),
        place="ONLY_IF",
        looks="if<end>",
        behind=rf"(?P<before>\b{_ANSWER})<b>(?P<from>only)<b>",
        reads=("ONLY_IF",),
    ),
    Slip(
        "S176",
        say("`{before}` does not say of which question"),
        say("write `{before}` and the name of a question"),
        (
            "条款 甲 应当 ‹仅当› 已施封",
            "条款 甲 准予‹仅当› 重量 为 3",
        ),
        place="ONLY_IF",
        looks="<value>|[(（]",
        behind=rf"(?P<before>{_ANSWER}) (?P<only>仅当) ",
        reads=("ONLY_IF",),
        before=True,
    ),
    Slip(
        "S176",
        say("`{before}` does not say of which question"),
        say("write `{before}` and the name of a question"),
        (
            'provision a exempt ‹note› "as before"',
            "条款 甲 免予 ‹附注› “照旧”",
        ),
        place="NOTE",
        looks='["“]',
        behind=rf"(?P<before>{_ANSWER}) (?P<only>note|附注) ",
        reads=("NOTE",),
        before=True,
    ),
    Slip(
        "S176",
        say("`{before}` does not say of which question"),
        say("write `{before}` and the name of a question"),
        (
            "provision a require ‹by› carrier",
            "条款 甲 应当 ‹由› 承运人",
        ),
        place="BY",
        looks="<path>",
        behind=rf"(?P<before>{_ANSWER}) (?P<only>by|由) ",
        reads=("BY",),
        before=True,
    ),
    Slip(
        "S176",
        say("`{before}` does not say of which question"),
        say("write `{before}` and the name of a question"),
        (
            "provision a require ‹within› 14 days after x",
            "条款 甲 应当 ‹限于› 14 日 之后 放行日",
        ),
        place="WITHIN",
        looks="[0-9]",
        behind=rf"(?P<before>{_ANSWER}) (?P<only>within|限于) ",
        reads=("WITHIN",),
        before=True,
    ),
    Slip(
        "S176",
        say("`{before}` does not say of which question"),
        say("write `{before}` and the name of a question"),
        (
            "provision a permit ‹or› forbid q",
            "provision a permit ‹and› require q",
            "条款 甲 准予 ‹或› 禁止 乙",
        ),
        place="NAME",
        looks=f"(?P<mark>and|or|且|并且|或)<end>\\s*{_ANSWER}<end>",
        behind=rf"(?P<before>{_ANSWER})\s*",
        reads=("NAME", "PERMIT"),
    ),
)

SLIPS = (
    Slip(
        "S168",
        say("no `{found}` stands before an effect"),
        say("leave `{found}` out"),
        (
            "provision a when x ‹then› permit q",
            "provision a when x is 3 ‹then› forbid q",
            "条款 甲 当 已放行 ‹则› 准予 乙",
            "条款 甲 当 重量 为 3 ‹那么› 准予 乙",
            "条款 甲 当「重量」为「轻」，‹则›准予 乙",
        ),
        place="PERMIT",
        looks="(?:[,，;；] )?(?P<mark>(?:then|therefore|so)<end>|=>|->|→"
        f"|(?:则|那么|就|即|便)(?:<end>|(?=(?:{_EFFECT})(?!\\w))))",
        reads=(),
        mends="",
    ),
    Slip(
        "S172",
        say("no `not` stands behind `{before}`"),
        say("write `forbid` for what may not be done, `exempt` for what may be left"),
        (
            "provision a permit ‹not› q",
            "provision a require ‹not› q",
            "条款 甲 应当 ‹非› 乙",
        ),
        place="IS",
        looks="<path>",
        behind=rf"(?P<before>{_ANSWER}) (?P<only>not|非) ",
        reads=(),
        sure=1,
    ),
    Slip(
        "S172",
        say("an effect begins with what it does, not with who does it"),
        say("write `require … by {who}`"),
        (
            "provision a when x ‹the carrier must› seal",
            "provision a ‹carrier shall› seal",
            "条款 甲 ‹承运人 应当› 施封",
            "条款 甲 当 已放行 ‹承运人 必须› 施封",
        ),
        place="REQUIRE",
        looks=rf"(?:[Tt]he<b>)?(?P<who>{_NO_JOINT}[^\W\d]\w*)<b>"
        r"(?:(?:must|shall|has to|have to)(?! not)|应当|应|必须|须)<end>",
        reads=("REQUIRE",),
    ),
    Slip(
        "S172",
        say("an effect begins with what it does, not with who does it"),
        say("write `permit … by {who}`"),
        (
            "provision a when x ‹the consignee may› carry",
            "条款 甲 ‹收货人 可以› 承运",
        ),
        place="PERMIT",
        looks=rf"(?:[Tt]he<b>)?(?P<who>{_NO_JOINT}[^\W\d]\w*)<b>(?:(?:may|can)(?! not)|可以|可|有权)<end>",
        reads=("PERMIT",),
    ),
    Slip(
        "S172",
        say("`{found}` is not the word for a duty"),
        say("write `require`"),
        (
            "provision a when x ‹must› q",
            "provision a cites d item 4 ‹shall› q",
            "provision a ‹oblige› q",
            "provision a when x, ‹must› q",
            "条款 甲 当 已放行 ‹必须› 乙",
            "条款「甲」当「已放行」，‹应›「乙」",
            "条款 甲 依据 丙 ‹须› 乙",
        ),
        place="REQUIRE",
        looks="(?:[,，;；] )?(?P<mark>(?:must|shall|should|ought to|has to|have to|oblige|obliges|mandate)(?! not)<end>"
        "|(?:必须|应该|应|须|需要|需|应予)<end>)",
        reads=("REQUIRE",),
    ),
    Slip(
        "S172",
        say("`{found}` is not the word for a permission"),
        say("write `permit`"),
        (
            "provision a when x ‹may› q",
            "provision a ‹allowed› q",
            "provision a when x ‹allow› q",
            "条款 甲 当 已放行 ‹可以› 乙",
            "条款 甲 依据 丙 ‹允许› 乙",
        ),
        place="PERMIT",
        looks="(?:[,，;；] )?(?P<mark>(?:(?:may|can)(?! not)|allow|allows|allowed|authorise|authorize|grant"
        "|容许|可以|可|允许|准许|许可)<end>)",
        reads=("PERMIT",),
    ),
    Slip(
        "S172",
        say("`{found}` is not the word for a prohibition"),
        say("write `forbid`"),
        (
            "provision a when x ‹prohibit› q",
            "provision a ‹must not› q",
            "provision a ‹does not permit› q",
            "provision a when x ‹not permit› q",
            "provision a cites d item 4 ‹deny› q",
            "条款 甲 当 已放行 ‹不准› 乙",
            "条款 甲 依据 丙 ‹严禁› 乙",
            "条款「甲」当「已放行」，‹不准予›「乙」",
        ),
        place="FORBID",
        looks="(?:[,，;；] )?(?P<mark>(?:(?:must|shall|may|can|should) not|cannot|prohibit|prohibits|prohibited"
        "|deny|denied|ban|disallow|refuse|(?:(?:does|do|shall|may|must|is) )?not<b>(?:permit|allow)(?:ted|ed)?)<end>"
        "|(?:不予准予|不予准许|不准予|不准|不予|严禁|不可以|不可|不能|不允许|不许|禁用)<end>)",
        reads=("FORBID",),
    ),
    Slip(
        "S172",
        say("`{found}` is not the word for an exemption"),
        say("write `exempt`"),
        (
            "provision a when x ‹waive› q",
            "provision a ‹not require› q",
            "条款 甲 当 已放行 ‹免除› 乙",
            "条款 甲 依据 丙 ‹豁免› 乙",
        ),
        place="EXEMPT",
        looks="(?:[,，;；] )?(?P<mark>(?:waive|waives|waived|release|(?:(?:do|does) )?not require|need not"
        "|免除|豁免|免于|不必|无须|无需|不应当|免)<end>)",
        reads=("EXEMPT",),
    ),
)
