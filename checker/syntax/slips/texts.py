"""Slips in texts and remarks: quotation marks, and the signs that other languages begin a remark with."""

from __future__ import annotations

from checker.findings import say
from checker.syntax.slips.slip import Slip

_QUOTED = "'(?P<inside>[^'\\n]*)'|‘(?P<inner>[^’\\n]*)’|«(?P<innermost>[^»\\n]*)»|`(?P<least>[^`\\n]*)`"

# What is told before anything else: without these marks nothing behind them means what it seems to.
SLIPS = (
    Slip(
        "S107",
        say("something is still to be written here"),
        say("write it; a remark begins with `#`"),
        (
            "provision a cites d when ‹???› permit q",
            "provision a cites d when x is ‹…› permit q",
            "provision a cites d item ‹___› permit q",
            "provision a when x ‹[TBC]› permit q",
            "provision a permit q ‹TODO›",
            "条款 甲 依据 丙 当 ‹……› 准予 乙",
            "条款 甲 当 已放行 准予 乙 ‹【待核】›",
        ),
        looks=r"[\[【［(（]?(?:\?{2,}|？{2,}|…+|_{2,}|TBC|TBD|TODO|XXX+"
        r"|待定|待核实|待核|待补充|待补|待确认)(?!\w)[\]】］)）]?",
        behind=r"[^0-9\s]\s*",
    ),
    Slip(
        "S111",
        say("this is text for readers, not a rule"),
        say("leave it out"),
        (
            "provision a cites d item 4\n‹(a)› when x permit q",
            "provision a when x\n  ‹(ii)› permit q",
            "条款 甲 依据 丙 第四条\n‹（一）›当 已放行 准予 乙",
        ),
        looks=r"[(（](?:[a-z]|[ivx]+|[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]"
        r"(?= (?:when|permit|forbid|require|exempt|decide|cites|and|or|当|准予|禁止|不得|应当|免予|认定|依据|且|或)"
        r"(?!\w))",
        behind=r"\n\s*",
        reads=(),
        mends="",
    ),
    Slip(
        "S146",
        say("no clause ends with `{found}`"),
        say("leave it out"),
        (
            "provision a when x is y‹;›\n  (b) y permit q",
            "条款 甲 当 已放行‹；›\n  （二）乙 准予 乙",
        ),
        looks=r"[;；](?=\s*\n\s*[(（]\w{1,3}[)）])",
        reads=(),
    ),
    Slip(
        "S111",
        say("this is text for readers, not a rule"),
        say("write it outside the block, or `#` before it"),
        (
            "provision a permit q\n  ‹The consignee may also choose another carrier.›\nprovision b permit q",
            "provision a permit q\n  ‹Goods under this mode are carried by the consignee›\n  by r",
            "条款 甲 准予 乙\n  ‹收货人也可以另行委托承运人。›\n条款 丙 准予 乙",
        ),
        looks=r"(?:[A-Z][a-z]*(?:<b>[\w,'’-]+){4,}\.?|(?!当|准予|应当|禁止|不得|免予|依据|例外于|但书于)[\u4e00-\u9fff，、]{8,}。)(?=[^\S\n]*(?:\n|\Z))",
        behind=r"\n\s*",
        reads=(),
    ),
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
            'provision a ‹"The title”› permit q',
        ),
        place="STRING",
        looks='“[^”"\\n]*"|”[^”“"\\n]*[”“"]|"[^"”\\n]*”(?![^"\\n]*")',
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
