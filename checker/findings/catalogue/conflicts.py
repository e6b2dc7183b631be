"""What is said of where texts clash, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # winners that contradict one another
    "`{question}` is {answers}, and no principle decides: {undecided}": (
        "关于 `{question}`：{answers}，而没有原则可以决定取舍：{undecided}"
    ),
    "{provisions} contradict one another on `{question}`, and no principle decides: {undecided}": (
        "{provisions} 关于 `{question}` 的规定相互冲突，而没有原则可以决定取舍：{undecided}"
    ),
    "{number} provisions contradict one another on `{question}` in further cases, in more ways than are listed": (
        "在其他情形下，另有 {number} 条条款关于 `{question}` 的规定相互冲突，方式过多，未逐一列出"
    ),
    "permitted by {provisions}": "{provisions} 予以准许",
    "forbidden by {provisions}": "{provisions} 予以禁止",
    "required by {provisions}": "{provisions} 要求为之",
    "required in different ways by {provisions}": "{provisions} 以不同方式要求为之",
    "not required by {provisions}": "{provisions} 免予为之",
    "permitted and not required by {provisions}": "{provisions} 准许而不要求",
    "`{value}` by {provisions}": "{provisions} 认定为 `{value}`",
    "answered both ways here": "此处两种规定都有",
    "permitted here": "此处准许",
    "forbidden here": "此处禁止",
    "required here": "此处要求为之",
    "not required here": "此处免予为之",
    "permitted and not required here": "此处准许而不要求",
    "`{value}` here": "此处认定为 `{value}`",
    "one of them": "其中之一",
    "{reasons}; {rulers}": "{reasons}；{rulers}",
    "they are of one rank and their issuers differ": "位阶相同而制定机关不同",
    "one is older, and more special": "其一较旧而较为特别",
    "they are of one day, and neither is special": "同日公布，且互非特别规定",
    "`{ruler}` rules": "由 `{ruler}` 裁决",
    "nobody is named to rule": "没有指明由谁裁决",
    "if a text says which prevails, write `exception to {provision}`, `overrides {provision}` or "
    "`unless otherwise provided`; who rules between texts is named by `ruling` in the header": (
        "若有文本写明何者优先，写 `例外于 {provision}`、`优先于 {provision}` 或 `另有规定的除外`；"
        "由谁裁决，在规则集开头以 `裁决` 写明"
    ),
    # clashes that a principle settles
    "`{winner}` prevails over `{loser}` on `{question}` by {principles}": (
        "关于 `{question}`，`{winner}` 依{principles}原则优先于 `{loser}`"
    ),
    "{settled}, although `{loser}` is {departs}": "{settled}，尽管 `{loser}` {departs}",
    "later": "较新",
    "more special": "较为特别",
    "later and more special": "较新且较为特别",
    "rank": "位阶",
    "specialty": "特别",
    "recency": "新旧",
    "`{provision}` answers `{question}` where the higher `{power}` leaves it to somebody": (
        "位阶较高的 `{power}` 将 `{question}` 交由他人决定之处，`{provision}` 作出了规定"
    ),
    "if `{below}` may depart from `{above}`, write `unless otherwise provided` in `{above}`, or let `{below}` be "
    "an exception or override that is `authorised by` the text that gives the power": (
        "若 `{below}` 可以另作规定，在 `{above}` 中写 `另有规定的除外`，"
        "或将 `{below}` 写成例外或优先关系，并以 `授权于` 引用给予此权的文本"
    ),
    "the other provision": "另一条款",
    # winners that agree
    "{provisions} answer `{question}` in the same cases, and agree": (
        "{provisions} 在相同情形下都回答 `{question}`，且并无抵触"
    ),
    "{number} more sets of provisions answer `{question}` in the same cases, and agree": (
        "另有 {number} 组条款在相同情形下都回答 `{question}`，且并无抵触"
    ),
    "more sets of provisions answer `{question}` in the same cases, and agree": (
        "另有多组条款在相同情形下都回答 `{question}`，且并无抵触"
    ),
    "and this one": "还有这一条",
    # duties that cannot be fulfilled lawfully
    "`{question}` is required by {duties}, and every way of doing it that can be chosen is forbidden by {bans}": (
        "{duties} 要求 `{question}`，而可以选择的每一种履行方式都为 {bans} 所禁止"
    ),
    "required here too": "此处也要求为之",
    "this forbids a way of doing it": "此处禁止其中一种履行方式",
    "let one of them be an exception to the other, or mend `done when` if the deed can be done in another way": (
        "将其一写成另一条款的例外；若还有其他履行方式，修改 `视为履行`"
    ),
    "whether `{question}` can be done beside the bans of {bans} is not decided: {reason}": (
        "在 {bans} 的禁止之下能否履行 `{question}`，未能判断：{reason}"
    ),
    "a quantity hangs on what is chosen": "有数量取决于所作的选择",
    "the lawful ways are too many to look through": "合法的履行方式过多，无法逐一查看",
    # specialty that is not proved
    "`{special}` is special against `{general}` on `{question}` only by what is `never` or reckoned, which does "
    "not count: {falls_to}": (
        "关于 `{question}`，`{special}` 相对于 `{general}` 只因 `不可能` 或计算所得才为特别规定，"
        "而这不予计入：{falls_to}"
    ),
    "`{winner}` prevails as the later": "`{winner}` 以新规定优先",
    "no principle decides": "没有原则可以决定取舍",
    "say in the condition of `{special}` what makes it special, or let it be an exception to `{general}`": (
        "在 `{special}` 的条件中写明其特别之处，或将其写成 `{general}` 的例外"
    ),
    "`{special}` is special against `{general}` on `{question}` only by a day in a condition, which as a window "
    "would not count": (
        "关于 `{question}`，`{special}` 相对于 `{general}` 只因条件中的日期才为特别规定，写作施行期间则不予计入"
    ),
    "if the day is when the text is in force, write it as `from` or `until` of the provision": (
        "若该日期是文本的施行期间，请写作条款的 `自` 或 `至`"
    ),
    "the general text": "一般规定",
    "whether `{one}` or `{two}` would be special on `{question}` is not decided: that is too large to look through": (
        "关于 `{question}`，`{one}` 与 `{two}` 是否为特别规定未能判断：范围过大，无法逐一查看"
    ),
}
