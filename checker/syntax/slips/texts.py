"""Slips in texts and remarks: quotation marks, and the signs that other languages begin a remark with."""

from __future__ import annotations

from checker.findings import say
from checker.syntax.slips.slip import Slip

_QUOTED = "'(?P<inside>[^'\\n]*)'|‘(?P<inner>[^’\\n]*)’|«(?P<innermost>[^»\\n]*)»|`(?P<least>[^`\\n]*)`"

# What is told before anything else: without these marks nothing behind them means what it seems to.
SLIPS = (
    Slip(
        "S145",
        say("a remark does not begin with `{found}`"),
        say("write `#` before it"),
        (
            "fact a : date ‹//› the day",
            "‹--› a remark\nfact a : date",
            "provision a permit q ‹--› as before",
            "事实 甲 : date ‹//› 申报日",
            "条款 甲 准予 乙 ‹／／› 照旧",
        ),
        looks="(?P<mark>//|／／|--|——)[^\\n]*",
        reads=(),
        mends="#",
    ),
    Slip(
        "S145",
        say("a remark does not begin with `{found}`"),
        say("write `#` before it"),
        (
            "provision a when x is 3 ‹--› as before\n permit q",
            "条款 甲 当 重量 为 3 ‹--› 照旧\n 准予 乙",
        ),
        looks="[^\\n]*",
        behind="(?P<only>--) ",
        reads=(),
    ),
    Slip(
        "S145",
        say("a remark has no end mark, and does not go over several lines"),
        say("write `#` at the beginning of each of its lines"),
        (
            "‹/*› a remark */ fact a : date",
            "provision a permit q ‹/*› as before */",
            "‹/*› 说明 */ 事实 甲 : date",
        ),
        looks="(?P<mark>/\\*)(?:[^*]|\\*(?!/))*(?:\\*/)?",
        reads=(),
    ),
    Slip(
        "S145",
        say("a remark has no end mark, and does not go over several lines"),
        say("write `#` at the beginning of each of its lines"),
        (
            "‹<!--› a remark -->\nfact a : date",
            "条款 甲 准予 乙 ‹<!--› 照旧 -->",
        ),
        looks="(?P<mark><!--)(?:[^-]|-(?!->))*(?:-->)?",
        reads=(),
    ),
    Slip(
        "S132",
        say("the quotation marks do not match"),
        say('write `"` at both ends, or `“` and `”`'),
        (
            'provision a ‹“The title"› permit q',
            "document d { number ‹”47“› }",
            '条款 甲 ‹“标题"› 准予 乙',
            "条款 甲 ‹”标题”› 准予 乙",
        ),
        place="STRING",
        looks='“[^”"\\n]*"|”[^”“"\\n]*[”“"]',
        reads=("STRING",),
    ),
    Slip(
        "S129",
        say("this text is not closed on its line"),
        say("write `{close}` where it ends"),
        (
            'provision a ‹"The title permit q›',
            "document d { number ‹“47 }›",
            "条款 甲 ‹“标题›\n 准予 乙",
            '文件 甲 { 文号 ‹"47号 }›',
        ),
        looks='(?:(?P<open>")(?![^"\\n]*")|(?P<wide>“)(?![^”\\n]*”)(?![^"\\n]*"))(?:[^\\n]*[^\\s])?',
        values=lambda found: {**found, "close": "”" if found["wide"] else found["open"]},
    ),
    Slip(
        "S130",
        say("this name is not closed on its line"),
        say("write `」` where it ends"),
        (
            "fact ‹「net weight : date›",
            "provision a permit ‹「q›",
            "事实 ‹「净重 : date›",
            "条款「甲」准予 ‹「乙›",
        ),
        looks="「(?![^」\\n]*」)[^\\n]*[^\\s]|「(?=\\s*(?:\\n|\\Z))",
    ),
    Slip(
        "S131",
        say("a text stands in double quotation marks"),
        say('write `"…"` or `“…”`'),
        (
            "provision a ‹'The title'› permit q",
            "document d { number ‹‘47’› }",
            "document d { source ‹«W1»› }",
            "条款 甲 ‹‘标题’› 准予 乙",
            "文件 甲 { 文号 ‹'47号'› }",
        ),
        place="STRING",
        looks=_QUOTED,
        reads=("STRING",),
        values=lambda found: {"inside": "".join(found.values())},
        mends='"{inside}"',
    ),
    Slip(
        "S131",
        say("a text stands in double quotation marks"),
        say('write `"…"` or `“…”`'),
        ("provision a permit ‹'q'›", "条款 甲 准予 ‹‘乙’›"),
        place="NAME",
        looks=_QUOTED,
        reads=("NAME",),
    ),
    Slip(
        "S131",
        say("a text stands in double quotation marks"),
        say('write `"…"` or `“…”`'),
        ("provision a ‹'The title permit q›", "条款 甲 ‹‘标题 准予 乙›"),
        looks="['‘][^\\n]*[^\\s]|['‘](?=\\s*(?:\\n|\\Z))",
    ),
)
