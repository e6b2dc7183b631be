"""What is said by the readers of a rulebook of its header, documents, questions, provisions and effects."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # the header
    "no file has the header `rulebook NAME {{ … }}`": "没有任何文件含有开头部分 `规则集 名称 ｛ … ｝`",
    "a rulebook has one header": "一个规则集只有一个开头部分",
    "the first header": "第一个开头部分",
    "another one": "另一个",
    "`reviewed until` lies before `covers from`": "`复核至` 的日期早于 `覆盖自` 的日期",
    "periods do not count from `{word}`": "期间不能自 `{word}` 起算",
    "the end of a period does not roll `{word}`": "期间届满不能按 `{word}` 顺延",
    "`{path}` is no fact with a day or a time: it cannot say {use}": (
        "`{path}` 不是日期或者时刻类的事实，不能用来说明{use}"
    ),
    "which texts are in force": "哪些文本有效",
    "when a period begins": "期间自何时起算",
    "when a deed was done": "行为在何时完成",
    # documents and their items
    "document `{document}` lacks {clauses}": "文件 `{document}` 缺少 {clauses}",
    "add {clauses}": "补上 {clauses}",
    "`rank`": "`效力级别`",
    "`rank …`": "`效力级别 …`",
    "`issuer`": "`制定机关`",
    "`issuer …`": "`制定机关 …`",
    "`issued`": "`公布`",
    "`issued …`": "`公布 …`",
    "`in force from`": "`施行自`",
    "`in force from …`": "`施行自 …`",
    "the last day on which it may have come into force lies before the first": (
        "可能施行的最晚日期早于可能施行的最早日期"
    ),
    "items {first}..{last} run backwards": "各项 {first}..{last} 前大后小",
    "`{document}` has no {place}: its items are {items}": "`{document}` 没有{place}：其各项为 {items}",
    "item {number}": "第{number}项",
    "items {first}..{last}": "第 {first} 至 {last} 项",
    "article {number}": "第{number}条",
    "paragraph {number}": "第{number}款",
    "point {number}": "第{number}目",
    "item {number} of `{document}` is neither encoded nor excused": (
        "`{document}` 第{number}项既未编码，也未说明为何不编码"
    ),
    "items {items} of `{document}` are neither encoded nor excused": (
        "`{document}` 各项 {items} 既未编码，也未说明为何不编码"
    ),
    'cite it in a provision, or write `not encoded {document} item {number} because "…"`': (
        "在条款中引为依据，或者写 `未编码 {document} 第{number}项 理由“…”`"
    ),
    'cite them in a provision, or write `not encoded {document} items {items} because "…"`': (
        "在条款中引为依据，或者写 `未编码 {document} 各项 {items} 理由“…”`"
    ),
    # questions
    "`{list}` is no list: a question is asked for each element of one": "`{list}` 不是列表：问题须就列表的每一元素提出",
    "`{path}` is no fact with listed values: there is nothing to choose from": (
        "`{path}` 不是列明取值的事实，没有可供选择的值"
    ),
    "`{path}` is not one fact": "`{path}` 不是单个事实",
    "nothing says which date governs `{question}`": "没有写明 `{question}` 以哪一日期确定适用的文本",
    "add `governed by …` to the question or to the rulebook": "在问题或者规则集中补上 `适用时点 …`",
    "`{question}` asks what may or must be done, and silence cannot mean this": (
        "`{question}` 问的是可否或者应否为之，无规定不能视为此处所写"
    ),
    "write `permitted`, `forbidden` or `not-required`": "写作 `permitted`、`forbidden` 或 `not-required`",
    "a question has `done when` or `done at`, not both": "一个问题只能写 `视为履行` 或 `履行于` 之一",
    "the first way": "第一种写法",
    "a second way": "第二种写法",
    "questions test one another in a circle": "问题之间循环引用",
    "`{question}` is asked of the plan": "`{question}` 就整个方案提出",
    "`{question}` is asked of each of `{list}`": "`{question}` 就 `{list}` 的每一元素提出",
    # provisions and their relations
    "`{name}` cites nothing: a provision needs a text to rest on": "`{name}` 没有依据：条款须以文本为依据",
    "add `cites DOCUMENT item …`": "补上 `依据 文件 第…项`",
    "exceptions, provisos and overrides run in a circle": "例外、但书和优先关系形成循环",
    "provisions take one another's effects in a circle": "条款之间循环适用彼此的效果",
    "wordings replace one another in a circle": "文本之间循环取代",
    "`{provision}` rests on the reading `{reading}`, and on the other one as well": (
        "`{provision}` 既采用解读 `{reading}`，又采用另一解读"
    ),
    "here it is the other way round": "此处采用的是另一解读",
    "write a provision for each way of reading": "为每一种解读各写一个条款",
    "no provision stands by the reading `{name}`, so this is no other way of reading": (
        "没有条款采用解读 `{name}`，此处也就谈不上另一解读"
    ),
    'add `reading {name} "…"` where it was chosen': "在采用该解读的条款中补上 `解读 {name}“…”`",
    "`{document}` is practice, and cannot except anything": "`{document}` 是惯例，不能设定例外",
    "`{document}` is practice, and cannot override anything": "`{document}` 是惯例，不能优先于任何条款",
    "`{document}` binds officers only, and cannot except anything": "`{document}` 仅约束关员，不能设定例外",
    "`{document}` binds officers only, and cannot override anything": "`{document}` 仅约束关员，不能优先于任何条款",
    "`{document}` ranks below `{higher}`, and cannot except `{provision}` of its own power": (
        "`{document}` 的位阶低于 `{higher}`，无权自行对 `{provision}` 设定例外"
    ),
    "`{document}` ranks below `{higher}`, and cannot override `{provision}` of its own power": (
        "`{document}` 的位阶低于 `{higher}`，无权自行优先于 `{provision}`"
    ),
    "`{provision}` does not yield to this rank": "`{provision}` 不因这一位阶的文本而让步",
    "add `authorised by DOCUMENT item …`, or let it permit or forbid without a relation": (
        "补上 `授权于 文件 第…项`，或者不写例外和优先关系，直接写 `准予` 或者 `禁止`"
    ),
    "`{document}` cannot give itself the power": "`{document}` 不能自我授权",
    "`{document}` ranks below `{higher}`, and cannot give power over it": (
        "`{document}` 的位阶低于 `{higher}`，不能授予变动其规定的权力"
    ),
    "`{provision}` and `{other}` answer no question in common": "`{provision}` 与 `{other}` 没有共同回答的问题",
    "`{provision}` does not answer `{question}`, so nothing can be excepted there": (
        "`{provision}` 没有回答 `{question}`，因而谈不上例外"
    ),
    "`{provision}` takes `{other}` out on `{question}` and says nothing there itself": (
        "`{provision}` 在 `{question}` 上排除了 `{other}`，自身却没有作出规定"
    ),
    "add an effect on `{question}`, `leave {question} open` if nothing else": (
        "补上对 `{question}` 的效果；没有其他规定的，写 `交由 {question} 开放`"
    ),
    "silence on `{question}` has a meaning, so there is no gap to record": (
        "`{question}` 已写明无规定时的含义，没有空白可记录"
    ),
    "what silence means is said here": "无规定时的含义写在此处",
    "elements of two lists are spoken of at once, and nothing says which belong together": (
        "此处同时涉及两个列表的元素，而没有写明哪些元素彼此对应"
    ),
    # effects
    "permit": "准予",
    "forbid": "禁止",
    "require": "应当",
    "exempt": "免予",
    "{effect} … in …": "{effect} … 属于 …",
    "{effect} … only in …": "{effect} … 仅限 …",
    "{effect} … is …": "{effect} … 为 …",
    "`{effect}` says nothing": "`{effect}` 没有确定的含义",
    "write `permit {question} in {{ … }}`, `permit {question} only in {{ … }}`, "
    "`forbid {question} in {{ … }}` or `require {question} is …`": (
        "写作 `准予 {question} 属于 ｛ … ｝`、`准予 {question} 仅限 ｛ … ｝`、"
        "`禁止 {question} 属于 ｛ … ｝` 或 `应当 {question} 为 …`"
    ),
    "`{effect}` has no `only if`: what would hold otherwise is not said": (
        "`{effect}` 之后不能写 `仅当`：条件不成立时如何，并未写明"
    ),
    "put the condition after `when`": "把条件写在 `当` 之后",
    "`{question}` asks what may or must be done: nothing is decided there": (
        "`{question}` 问的是可否或者应否为之，不能写 `认定`"
    ),
    "`{question}` asks what may or must be done, and this row does not say it": (
        "`{question}` 问的是可否或者应否为之，而本行没有这样回答"
    ),
    "write `permit`, `forbid`, `require` or `exempt`": "写作 `准予`、`禁止`、`应当` 或 `免予`",
    "`{question}` asks for a value, which is decided": "`{question}` 问的是一个值，应当写 `认定`",
    "write `decide {question} is …`": "写作 `认定 {question} 为 …`",
    "`{question}` asks for a value, and `{word}` is none": "`{question}` 问的是一个值，而 `{word}` 不是值",
    "`{question}` is about no fact, so there are no values to choose from": (
        "`{question}` 没有写明关于哪一事实，因而没有可供选择的值"
    ),
    "`{question}` has no order, so nothing lies between two answers": (
        "`{question}` 的答案没有大小之分，不能说介于两者之间"
    ),
    "`{fact}` is no number to take a share of": "`{fact}` 不是数字，不能按比例计算",
    "an answer is a constant, and this is computed": "答案应当是写定的值，而此处是计算式",
    "an answer is a constant, and `{fact}` is not": "答案应当是写定的值，而 `{fact}` 不是",
    "no time is set for what is decided or left open": "对认定或者不作规定的事项不能设定期限",
    "nobody bears what is decided or left open": "认定或者不作规定的事项没有义务人",
    # decision tables
    "`{path}` is no fact with values that a table could list": "`{path}` 不是取值可以列入表中的事实",
    "`{path}` is a column of this table already": "`{path}` 已经是本表的一列",
    "the first time": "首次写在此处",
    "leave one out": "删去其中一列",
    "row {number} has {cells}, and the table has {facts}: a row has one cell for each": (
        "第 {number} 行有{cells}，而本表有{facts}：每一事实对应一格"
    ),
    "1 cell": " 1 格",
    "{count} cells": " {count} 格",
    "1 fact": " 1 个事实",
    "{count} facts": " {count} 个事实",
    "row {number}": "第 {number} 行",
    "rows {first} and {second} both hold in some case": "第 {first} 行与第 {second} 行会在同一情形下同时成立",
    "narrow one of them, or write `in order` before the rows": "收窄其中一行，或者在各行之前写 `依次`",
    "row {number} is never reached: row {earlier} takes all its cases": (
        "第 {number} 行永远不会用到：其全部情形已由第 {earlier} 行涵盖"
    ),
    "leave it out, or put it before that row": "删去本行，或者移到那一行之前",
    "a cell lists constants, and this is computed": "表格中应当是写定的值，而此处是计算式",
    "a cell lists constants, and `{name}` is none": "表格中应当是写定的值，而 `{name}` 不是",
}
